import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import type { ClusterAddress } from './clusters.ts';
import { operation } from './operation.ts';
import { optionalText } from './optional.ts';
import { listAll, pageOf } from './pagination.ts';

/** A snapshot that Atlas takes of a Flex cluster once a day, by itself. */
export interface FlexSnapshot {
  readonly id: string;
  /** PENDING, QUEUED, RUNNING, FAILED or COMPLETED. */
  readonly status: string;
  /** The time of the data (ISO 8601), once it has ended. */
  readonly finishTime: string | undefined;
  readonly expiration: string | undefined;
  readonly mongodbVersion: string | undefined;
}

const snapshot: z.ZodType<FlexSnapshot> = z
  .object({
    id: z.string(),
    status: z.string(),
    finishTime: optionalText,
    expiration: optionalText,
    mongoDBVersion: optionalText,
  })
  .transform(({ mongoDBVersion, ...rest }) => ({ ...rest, mongodbVersion: mongoDBVersion }));

const list = operation({
  method: 'GET',
  path: '/groups/{groupId}/flexClusters/{clusterName}/backup/snapshots',
  version: '2024-11-13',
  task: 'list the snapshots of the Flex cluster "{clusterName}" in project {groupId}',
  role: 'Project Read Only',
  answer: pageOf(snapshot),
});

/** All snapshots of a Flex cluster. */
export function listFlexSnapshots(client: AtlasClient, address: ClusterAddress): Promise<readonly FlexSnapshot[]> {
  return listAll(client, list, { path: address });
}
