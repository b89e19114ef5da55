import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import type { ClusterAddress } from './clusters.ts';
import { operation } from './operation.ts';
import { listAll, pageOf } from './pagination.ts';

/** A snapshot that Atlas takes of a Flex cluster once a day, by itself. */
export interface FlexSnapshot {
  readonly id: string;
  /** PENDING, QUEUED, RUNNING, FAILED or COMPLETED. */
  readonly status: string;
  readonly finishTime: string | undefined;
}

const list = operation({
  method: 'GET',
  path: '/groups/{groupId}/flexClusters/{clusterName}/backup/snapshots',
  version: '2024-11-13',
  task: 'list the snapshots of the Flex cluster "{clusterName}" in project {groupId}',
  role: 'Project Read Only',
  answer: pageOf(z.object({ id: z.string(), status: z.string(), finishTime: z.string().optional() })),
});

/** All snapshots of a Flex cluster. */
export async function listFlexSnapshots(
  client: AtlasClient,
  address: ClusterAddress,
): Promise<readonly FlexSnapshot[]> {
  const snapshots = await listAll(client, list, { path: address });
  return snapshots.map(({ id, status, finishTime }) => ({ id, status, finishTime }));
}
