import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import type { ClusterAddress } from './clusters.ts';
import { operation } from './operation.ts';
import { optionalText } from './optional.ts';
import { listAll, listFirst, pageOf } from './pagination.ts';

/** A restore of a Flex cluster's snapshot, or its download. Enumerations are open. */
export interface FlexRestoreJob {
  readonly id: string;
  /** PENDING, QUEUED, RUNNING, FAILED or COMPLETED. */
  readonly status: string;
  /** RESTORE or DOWNLOAD. */
  readonly deliveryType: string;
  readonly snapshotId: string | undefined;
  readonly targetClusterName: string | undefined;
  readonly targetProjectId: string | undefined;
  /** ISO 8601; set for a failed one too. */
  readonly finishedAt: string | undefined;
  /** Of the snapshot's data (ISO 8601). */
  readonly snapshotFinishedAt: string | undefined;
  readonly expiresAt: string | undefined;
  /** Link of a download: a secret. */
  readonly snapshotUrl: string | undefined;
}

const job: z.ZodType<FlexRestoreJob> = z
  .object({
    id: z.string().min(1),
    status: z.string(),
    deliveryType: z.string().catch('RESTORE'),
    snapshotId: optionalText,
    targetDeploymentItemName: optionalText,
    targetProjectId: optionalText,
    restoreFinishedDate: optionalText,
    snapshotFinishedDate: optionalText,
    expirationDate: optionalText,
    snapshotUrl: optionalText,
  })
  .transform((raw) => ({
    id: raw.id,
    status: raw.status,
    deliveryType: raw.deliveryType,
    snapshotId: raw.snapshotId,
    targetClusterName: raw.targetDeploymentItemName,
    targetProjectId: raw.targetProjectId,
    finishedAt: raw.restoreFinishedDate,
    snapshotFinishedAt: raw.snapshotFinishedDate,
    expiresAt: raw.expirationDate,
    snapshotUrl: raw.snapshotUrl,
  }));

const VERSION = '2024-11-13';
const ofCluster = 'of the Flex cluster "{clusterName}" in project {groupId}';

const list = operation({
  method: 'GET',
  path: '/groups/{groupId}/flexClusters/{clusterName}/backup/restoreJobs',
  version: VERSION,
  task: `list the restore jobs ${ofCluster}`,
  role: 'Project Read Only',
  answer: pageOf(job),
});

const create = operation({
  method: 'POST',
  path: '/groups/{groupId}/flexClusters/{clusterName}/backup/restoreJobs',
  version: VERSION,
  task: `restore a snapshot ${ofCluster}`,
  role: 'Project Backup Recovery Operator',
  answer: job,
});

const get = operation({
  method: 'GET',
  path: '/groups/{groupId}/flexClusters/{clusterName}/backup/restoreJobs/{restoreJobId}',
  version: VERSION,
  task: `read the restore job {restoreJobId} ${ofCluster}`,
  role: 'Project Read Only',
  answer: job,
});

const download = operation({
  method: 'POST',
  path: '/groups/{groupId}/flexClusters/{clusterName}/backup/download',
  version: VERSION,
  task: `ask for the download of a snapshot ${ofCluster}`,
  role: 'Project Backup Export Operator» or «Project Backup Manager',
  answer: job,
});

/** What to restore from a Flex cluster, and where to. */
export interface NewFlexRestoreJob {
  readonly snapshotId: string;
  readonly targetDeploymentItemName: string;
  readonly targetProjectId: string;
}

/** All restore jobs of a Flex cluster as the source, whatever their target. */
export function listFlexRestoreJobs(client: AtlasClient, address: ClusterAddress): Promise<readonly FlexRestoreJob[]> {
  return listAll(client, list, { path: address });
}

/** Reads the beginning of the list, in one request: whether Atlas answers. */
export async function sampleFlexRestoreJobs(client: AtlasClient, address: ClusterAddress): Promise<void> {
  await listFirst(client, list, { path: address, atMost: 1 });
}

/** Asks for a restore. The answer may be lost although it begins, and it carries no marker: compare the lists. */
export function createFlexRestoreJob(
  client: AtlasClient,
  address: ClusterAddress,
  { body, onSend }: { readonly body: NewFlexRestoreJob; readonly onSend: () => void },
): Promise<FlexRestoreJob> {
  return client.call(create, { path: address, body, onSend });
}

/** Asks for the link to a snapshot's data. */
export function downloadFlexSnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  { snapshotId, onSend }: { readonly snapshotId: string; readonly onSend: () => void },
): Promise<FlexRestoreJob> {
  return client.call(download, { path: address, body: { snapshotId }, onSend });
}

/** Reads one restore job or download. */
export function getFlexRestoreJob(
  client: AtlasClient,
  address: ClusterAddress,
  restoreJobId: string,
): Promise<FlexRestoreJob> {
  return client.call(get, { path: { ...address, restoreJobId } });
}
