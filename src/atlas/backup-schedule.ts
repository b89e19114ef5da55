import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import type { ClusterAddress } from './clusters.ts';
import { operation } from './operation.ts';
import { optionalNumber, optionalText } from './optional.ts';

/** When Atlas takes snapshots of a cluster by itself, and how far back a point in time may lie. */
export interface BackupSchedule {
  /** Days, counted back from now; undefined where Atlas does not say. */
  readonly restoreWindowDays: number | undefined;
  /** ISO 8601. */
  readonly nextSnapshot: string | undefined;
  /** Of the time of day at which snapshots are taken, in UTC. */
  readonly referenceHourOfDay: number | undefined;
  readonly referenceMinuteOfHour: number | undefined;
  readonly policyItems: readonly BackupPolicyItem[];
}

export interface BackupPolicyItem {
  /** hourly, daily, weekly, monthly, yearly or ondemand. */
  readonly frequencyType: string;
  readonly frequencyInterval: number | undefined;
  readonly retentionUnit: string | undefined;
  readonly retentionValue: number | undefined;
}

const policyItem = z.object({
  frequencyType: z.string(),
  frequencyInterval: optionalNumber,
  retentionUnit: optionalText,
  retentionValue: optionalNumber,
});

const schedule: z.ZodType<BackupSchedule> = z
  .object({
    restoreWindowDays: optionalNumber,
    nextSnapshot: optionalText,
    referenceHourOfDay: optionalNumber,
    referenceMinuteOfHour: optionalNumber,
    policies: z.array(z.object({ policyItems: z.array(policyItem).nullish() })).nullish(),
  })
  .transform(({ policies, ...rest }) => ({
    ...rest,
    policyItems: (policies ?? []).flatMap(({ policyItems }) => policyItems ?? []),
  }));

const get = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/schedule',
  version: '2024-08-05',
  task: 'read the backup schedule of cluster "{clusterName}" in project {groupId}',
  role: 'Project Read Only',
  answer: schedule,
});

/** Reads the backup schedule of a dedicated cluster. */
export function getBackupSchedule(client: AtlasClient, address: ClusterAddress): Promise<BackupSchedule> {
  return client.call(get, { path: address });
}
