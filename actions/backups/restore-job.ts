import type { CollectionRestoreJob, RestoreNamespace } from '../../src/atlas/collection-restore-jobs.ts';
import type { FlexRestoreJob } from '../../src/atlas/flex-restore-jobs.ts';
import { isoTime } from '../../src/atlas/iso-time.ts';
import { requestedAt } from '../../src/atlas/object-id.ts';
import { type RestoreJob, type RestoreState, restoreStateOf } from '../../src/atlas/restore-jobs.ts';
import type { jobStatuses } from './words.ts';

/** One of the words that all kinds of jobs share; unknown where Atlas says what nobody knows. */
export type JobStatus = (typeof jobStatuses)[number] | 'unknown';

/** A restore job of any kind as the output shows it; absent is what Atlas does not say. Times are ISO 8601. */
export interface JobView {
  readonly id: string;
  readonly status: JobStatus;
  /** automated, point-in-time, download or collections. */
  readonly type: string;
  /** Atlas's own word, where it has one. */
  readonly state?: string | undefined;
  readonly createdAt: string | undefined;
  readonly finishedAt: string | undefined;
  readonly snapshotId: string | undefined;
  /** The moment that was gone back to. */
  readonly pointInTime?: string | undefined;
  readonly oplog?: string | undefined;
  readonly targetClusterName: string | undefined;
  readonly targetProjectId: string | undefined;
  /** How many links there are. The links are secrets, and stand nowhere. */
  readonly links?: number | undefined;
  /** When the links end. */
  readonly expiresAt?: string | undefined;
  readonly restoredDocuments?: number | undefined;
  readonly totalDocuments?: number | undefined;
  readonly percent?: number | undefined;
  readonly databases?: readonly RestoreNamespace[] | undefined;
  readonly collections?: readonly RestoreNamespace[] | undefined;
  readonly databaseSuffix?: string | undefined;
  readonly collectionSuffix?: string | undefined;
  readonly writeStrategy?: string | undefined;
  readonly error?: string | undefined;
}

/** A job in the words of the output, with what of it must never be seen. */
export interface ShownJob {
  readonly view: JobView;
  readonly secrets: readonly string[];
}

const wholeStates: Readonly<Record<RestoreState, JobStatus>> = {
  underway: 'running',
  finished: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
  expired: 'expired',
  downloadable: 'ready-to-download',
};

const deliveries: Readonly<Record<string, string>> = {
  pointInTime: 'point-in-time',
  RESTORE: 'automated',
  DOWNLOAD: 'download',
};

/** A restore or download of a dedicated cluster; `now` tells whether its links have ended though Atlas has not said so yet. */
export function showWhole(job: RestoreJob, now: number): ShownJob {
  const { deliveryUrls, expiresAt, deliveryType } = job;
  const type = deliveries[deliveryType] ?? deliveryType;
  return {
    view: {
      id: job.id,
      status: unlessExpired(wholeStates[restoreStateOf(job)], { expiresAt, now }),
      type,
      createdAt: isoOf(requestedAt(job)),
      finishedAt: job.finishedAt,
      snapshotId: job.snapshotId,
      ...momentOf(job),
      targetClusterName: job.targetClusterName,
      targetProjectId: job.targetGroupId,
      ...(type === 'download' && { links: deliveryUrls.length, expiresAt }),
    },
    secrets: deliveryUrls,
  };
}

const flexStates: Readonly<Record<string, JobStatus>> = {
  PENDING: 'queued',
  QUEUED: 'queued',
  RUNNING: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
};

/** A restore or download of a Flex cluster. */
export function showFlex(job: FlexRestoreJob, now: number): ShownJob {
  const { snapshotUrl, expiresAt, deliveryType } = job;
  const type = deliveries[deliveryType] ?? deliveryType.toLowerCase();
  const status = wordFor(flexStates, job.status);
  const isReady = status === 'completed' && snapshotUrl !== undefined;
  return {
    view: {
      id: job.id,
      status: isReady ? unlessExpired('ready-to-download', { expiresAt, now }) : status,
      type,
      state: job.status,
      createdAt: isoOf(requestedAt(job)),
      finishedAt: job.finishedAt,
      snapshotId: job.snapshotId,
      targetClusterName: job.targetClusterName,
      targetProjectId: job.targetProjectId,
      ...(type === 'download' && { links: snapshotUrl === undefined ? 0 : 1, expiresAt }),
    },
    secrets: snapshotUrl === undefined ? [] : [snapshotUrl],
  };
}

const collectionStates: Readonly<Record<string, JobStatus>> = {
  INITIALIZING: 'running',
  IN_PROGRESS: 'running',
  FINALIZING: 'running',
  SUCCESSFUL: 'completed',
  FAILED: 'failed',
  CANCELED: 'cancelled',
};

/** A restore of single databases and collections. */
export function showCollections(job: CollectionRestoreJob): ShownJob {
  const { restoredDocuments, totalDocuments, databases, collections } = job;
  return {
    view: {
      id: job.id,
      status: wordFor(collectionStates, job.state),
      type: 'collections',
      state: job.state,
      createdAt: job.createdAt ?? isoOf(requestedAt(job)),
      finishedAt: job.finishedAt,
      snapshotId: job.snapshotId,
      ...momentOf(job),
      targetClusterName: job.targetClusterName,
      targetProjectId: job.targetGroupId,
      restoredDocuments,
      totalDocuments,
      percent: percentOf(restoredDocuments, totalDocuments),
      databases: databases.length > 0 ? databases : undefined,
      collections: collections.length > 0 ? collections : undefined,
      databaseSuffix: job.databaseSuffix,
      collectionSuffix: job.collectionSuffix,
      writeStrategy: job.writeStrategy,
      error: job.errorMessage,
    },
    secrets: [],
  };
}

/** Whether a job has come to an end, good or bad. What nobody knows has not. */
export function hasEnded({ status }: Pick<JobView, 'status'>): boolean {
  return !['queued', 'running', 'ready-to-download', 'unknown'].includes(status);
}

function wordFor(words: Readonly<Record<string, JobStatus>>, state: string): JobStatus {
  return (Object.hasOwn(words, state) ? words[state] : undefined) ?? 'unknown';
}

function unlessExpired(
  status: JobStatus,
  { expiresAt, now }: { expiresAt: string | undefined; now: number },
): JobStatus {
  const isOver = expiresAt !== undefined && Date.parse(expiresAt) <= now;
  return status === 'ready-to-download' && isOver ? 'expired' : status;
}

/** Atlas may fill in the other form of what was asked for; the entry of the oplog is the exact one. */
function momentOf({
  pointInTime,
  oplogTs,
  oplogInc,
}: Pick<RestoreJob, 'pointInTime' | 'oplogTs' | 'oplogInc'>): Pick<JobView, 'pointInTime' | 'oplog'> {
  return {
    pointInTime: pointInTime === undefined ? undefined : isoOf(pointInTime * 1_000),
    oplog: oplogTs === undefined || oplogInc === undefined ? undefined : `${oplogTs}:${oplogInc}`,
  };
}

function percentOf(restored: number | undefined, total: number | undefined): number | undefined {
  return restored === undefined || !total ? undefined : Math.min(100, Math.floor((restored / total) * 100));
}

function isoOf(milliseconds: number | undefined): string | undefined {
  const isTime = milliseconds !== undefined && Math.abs(milliseconds) < 8e15;
  return isTime ? isoTime(milliseconds) : undefined;
}
