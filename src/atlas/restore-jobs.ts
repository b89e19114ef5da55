import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import type { ClusterAddress } from './clusters.ts';
import { AtlasError } from './errors.ts';
import { readTime } from './iso-time.ts';
import { operation } from './operation.ts';
import { optionalNumber, optionalText, optionalTime } from './optional.ts';
import { listAll, listFirst, pageOf } from './pagination.ts';

/**
 * A restore of a dedicated cluster. Atlas gives it neither a status nor the time of its creation: it is done when it has
 * `finishedAt`, and broken when one of the three flags is set.
 */
export interface RestoreJob {
  readonly id: string;
  /** automated, pointInTime or download. */
  readonly deliveryType: string;
  readonly snapshotId: string | undefined;
  readonly targetGroupId: string | undefined;
  readonly targetClusterName: string | undefined;
  /** ISO 8601. */
  readonly finishedAt: string | undefined;
  readonly failed: boolean;
  readonly cancelled: boolean;
  readonly expired: boolean;
  /** Links of a download, each a secret; empty until Atlas has packed all of the data. */
  readonly deliveryUrls: readonly string[];
  /** When the links end (ISO 8601). */
  readonly expiresAt: string | undefined;
  /** Time of the snapshot's data (ISO 8601). */
  readonly timestamp: string | undefined;
  /** Seconds since 1970, of a restore to a point in time. */
  readonly pointInTime: number | undefined;
  readonly oplogTs: number | undefined;
  readonly oplogInc: number | undefined;
}

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

const urls = z
  .array(z.string())
  .nullish()
  .transform((list) => (list ?? []).filter((url) => url !== ''));

const job: z.ZodType<RestoreJob> = z
  .object({
    id: z.string().min(1),
    deliveryType: z.string(),
    snapshotId: optionalText,
    targetGroupId: optionalText,
    targetClusterName: optionalText,
    finishedAt: optionalTime,
    failed: flag,
    cancelled: flag,
    expired: flag,
    deliveryUrl: urls,
    // A sharded cluster's download has its links here, one a shard.
    components: z.array(z.object({ downloadUrl: optionalText })).nullish(),
    expiresAt: optionalText,
    timestamp: optionalText,
    pointInTimeUTCSeconds: optionalNumber,
    oplogTs: optionalNumber,
    oplogInc: optionalNumber,
    // Says in another form what was asked for; all null for a snapshot (recorded).
    desiredTimestamp: z
      .object({ date: optionalText, time: optionalNumber, increment: optionalNumber })
      .nullish()
      .catch(undefined),
  })
  .transform(({ deliveryUrl, components, pointInTimeUTCSeconds, desiredTimestamp, ...rest }) => ({
    ...rest,
    deliveryUrls: allLinks(deliveryUrl, components ?? []),
    // An entry of the oplog is not the whole of its second.
    pointInTime: pointInTimeUTCSeconds ?? (rest.oplogInc === undefined ? secondsOf(desiredTimestamp) : undefined),
    oplogTs: rest.oplogTs ?? secondsOf(desiredTimestamp),
    oplogInc: rest.oplogInc ?? desiredTimestamp?.increment,
  }));

/** Every link, or none while one of a shard is still missing: half of the data is not what was asked for. */
function allLinks(
  urls: readonly string[],
  components: readonly { readonly downloadUrl: string | undefined }[],
): readonly string[] {
  const ofShards = components.flatMap(({ downloadUrl }) => downloadUrl || []);
  return ofShards.length < components.length ? [] : [...new Set([...urls, ...ofShards])];
}

interface DesiredTimestamp {
  readonly date: string | undefined;
  readonly time: number | undefined;
}

function secondsOf(desired: DesiredTimestamp | null | undefined): number | undefined {
  if (desired?.time !== undefined) return desired.time;
  const time = readTime(desired?.date);
  return time === undefined ? undefined : Math.floor(time / 1_000);
}

const ofCluster = 'of cluster "{clusterName}" in project {groupId}';
const VERSION = '2023-01-01';

const list = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs',
  version: VERSION,
  task: `list the restore jobs ${ofCluster}`,
  role: 'Project Backup Manager',
  answer: pageOf(job),
});

const create = operation({
  method: 'POST',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs',
  version: VERSION,
  task: `restore a snapshot ${ofCluster}`,
  role: 'Project Backup Recovery Operator» or «Project Backup Manager',
  answer: job,
});

/** The same request under another name: Atlas asks for another role where a snapshot is to be downloaded. */
const createDownload = operation({
  ...create,
  task: `prepare a download of a snapshot ${ofCluster}`,
  role: 'Project Backup Export Operator» or «Project Backup Manager',
});

const get = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs/{restoreJobId}',
  version: VERSION,
  task: `read the restore job {restoreJobId} ${ofCluster}`,
  role: 'Project Backup Manager',
  answer: job,
});

const cancel = operation({
  method: 'DELETE',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs/{restoreJobId}',
  version: VERSION,
  task: `cancel the restore job {restoreJobId} ${ofCluster}`,
  // Only downloads can be cancelled.
  role: 'Project Backup Export Operator» or «Project Backup Manager',
  answer: z.unknown(),
});

/** What to restore, and where to; the source is the cluster in the path. */
export type NewRestoreJob =
  | { readonly deliveryType: 'download'; readonly snapshotId: string }
  | ({ readonly deliveryType: 'automated'; readonly snapshotId: string } & RestoreTarget)
  | ({ readonly deliveryType: 'pointInTime' } & RestoreTarget & PointInTime);

export interface RestoreTarget {
  readonly targetGroupId: string;
  readonly targetClusterName: string;
}

/** A moment: seconds since 1970, or an entry of the oplog by its timestamp and its number within that second. */
export type PointInTime =
  | { readonly pointInTimeUTCSeconds: number }
  | { readonly oplogTs: number; readonly oplogInc: number };

/** All restore jobs of a cluster as the source, whatever their target. */
export function listRestoreJobs(client: AtlasClient, address: ClusterAddress): Promise<readonly RestoreJob[]> {
  return listAll(client, list, { path: address });
}

/** Reads the beginning of the list, in one request: whether Atlas answers. */
export async function sampleRestoreJobs(client: AtlasClient, address: ClusterAddress): Promise<void> {
  await listFirst(client, list, { path: address, atMost: 1 });
}

/** Asks for a restore. The answer may be lost although it begins, and it carries no marker: compare the lists. */
export function createRestoreJob(
  client: AtlasClient,
  address: ClusterAddress,
  { body, onSend }: { readonly body: NewRestoreJob; readonly onSend: () => void },
): Promise<RestoreJob> {
  const asked = body.deliveryType === 'download' ? createDownload : create;
  return client.call(asked, { path: address, body, onSend });
}

/** Reads one restore job. */
export function getRestoreJob(client: AtlasClient, address: ClusterAddress, restoreJobId: string): Promise<RestoreJob> {
  return client.call(get, { path: { ...address, restoreJobId } });
}

/** Cancels a download; Atlas cancels no automated restore. Resolves to whether there was one. */
export async function cancelRestoreJob(
  client: AtlasClient,
  address: ClusterAddress,
  restoreJobId: string,
): Promise<boolean> {
  try {
    await client.call(cancel, { path: { ...address, restoreJobId } });
    return true;
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'RESTORE_JOB_NOT_FOUND') return false;
    throw error;
  }
}

/** What Atlas does not say in one word: where a job is. */
export type RestoreState = 'underway' | 'finished' | 'failed' | 'cancelled' | 'expired' | 'downloadable';

/** Where a job is. A flag that something went wrong stands above everything else it says. */
export function restoreStateOf(job: RestoreJob): RestoreState {
  if (job.failed) return 'failed';
  if (job.cancelled) return 'cancelled';
  if (job.expired) return 'expired';
  if (job.deliveryType === 'download' && job.deliveryUrls.length > 0) return 'downloadable';
  return job.finishedAt === undefined ? 'underway' : 'finished';
}
