import type { AtlasClient } from './client.ts';
import type { ClusterAddress } from './clusters.ts';
import {
  type CollectionRestoreJob,
  getCollectionRestoreJob,
  listRestoredCollections,
  type RestoredCollection,
} from './collection-restore-jobs.ts';
import { type FlexRestoreJob, getFlexRestoreJob } from './flex-restore-jobs.ts';
import type { Look } from './last-look.ts';
import { begunAt } from './object-id.ts';
import { poll } from './polling.ts';
import { getRestoreJob, type RestoreJob, restoreStateOf } from './restore-jobs.ts';
import { type Schedule, scheduleFor } from './schedule.ts';
import { type Distribution, timings } from './timings.ts';
import { believingThe404OnlyTwice } from './vanishing.ts';

/** A restore ended, but not well. */
export class RestoreFailed extends Error {
  override readonly name = 'RestoreFailed';
  /** Nobody knows whether it has ended at all. */
  readonly mayGoOn: boolean;

  constructor(message: string, { mayGoOn = false, ...options }: ErrorOptions & { readonly mayGoOn?: boolean } = {}) {
    super(message, options);
    this.mayGoOn = mayGoOn;
  }
}

/** How one kind of restore job is waited for. */
export interface RestoreKind<Job extends { readonly id: string }> {
  readonly read: (client: AtlasClient, address: ClusterAddress, id: string) => Promise<Job>;
  readonly schedule: Schedule;
  /** How long it takes, where that depends little on the data. */
  readonly usual?: Distribution;
  /** Whether it is done. Throws RestoreFailed if it never will be, as far as anyone knows. */
  readonly isDone: (job: Job) => boolean;
}

/** A whole dedicated cluster, from a snapshot or a point in time. */
export const wholeRestore: RestoreKind<RestoreJob> = {
  read: getRestoreJob,
  schedule: scheduleFor(timings.restore),
  usual: timings.restore,
  isDone: (job) => stateOrFail(job) === 'finished',
};

/** The links to a snapshot's data. */
export const download: RestoreKind<RestoreJob> = {
  read: getRestoreJob,
  schedule: scheduleFor(timings.download),
  usual: timings.download,
  isDone: (job) => stateOrFail(job) === 'downloadable',
};

export const flexRestore: RestoreKind<FlexRestoreJob> = {
  read: getFlexRestoreJob,
  schedule: scheduleFor(timings.restoreFlex),
  usual: timings.restoreFlex,
  isDone: (job) => flexStatusOf(job) === 'COMPLETED',
};

export const flexDownload: RestoreKind<FlexRestoreJob> = {
  read: getFlexRestoreJob,
  schedule: scheduleFor(timings.download),
  usual: timings.download,
  isDone: (job) => {
    // Throws for one that failed.
    flexStatusOf(job);
    return isFlexDownloadReady(job);
  },
};

/** Whether all of a Flex snapshot's data waits behind its link: neither a state nor a link alone says so. */
export function isFlexDownloadReady({ status, snapshotUrl }: FlexRestoreJob): boolean {
  return status === 'COMPLETED' && Boolean(snapshotUrl);
}

/** Single databases and collections. */
export const collectionRestore: RestoreKind<CollectionRestoreJob> = {
  read: getCollectionRestoreJob,
  schedule: scheduleFor(timings.restoreCollections),
  isDone: isCollectionRestoreDone,
};

/**
 * Waits until a restore has been read back as done. Whatever else Atlas may say in the end is a RestoreFailed; out of time
 * is a TimedOut.
 */
export async function waitUntilRestored<Job extends { readonly id: string }>(
  client: AtlasClient,
  address: ClusterAddress,
  {
    kind,
    job,
    onState,
    what = `Restore job ${job.id} of cluster "${address.clusterName}"`,
  }: {
    kind: RestoreKind<Job>;
    job: Job;
    onState?: (job: Job) => void;
    /** Completes "… did not finish within 60 minutes". */
    what?: string;
  },
): Promise<Job & Look> {
  const done = await poll<Job & Look>(client, {
    read: believingThe404OnlyTwice({
      read: async () => {
        const readAt = client.clock.now();
        return { ...(await kind.read(client, address, job.id)), readAt };
      },
      known: { ...job, readAt: client.clock.now() },
      vanished: (facts) =>
        new RestoreFailed(`${what} has vanished before it ended, so nobody knows what became of it. ${facts}`),
    }),
    done: kind.isDone,
    schedule: kind.schedule,
    since: begunAt(job, client),
    what,
    ...(onState && { onState }),
  });
  if (done.id === job.id) return done;
  throw new RestoreFailed(`Asked about restore job ${job.id}, Atlas answered about ${done.id}.`, { mayGoOn: true });
}

const LOOK = 'Look at the activity feed of the project in Atlas.';

function stateOrFail(job: RestoreJob) {
  const state = restoreStateOf(job);
  switch (state) {
    case 'failed':
      throw new RestoreFailed(
        `Atlas could not carry out restore job ${job.id} (failed). What the target holds now is not to be relied on. ${LOOK}`,
      );
    case 'cancelled':
      throw new RestoreFailed(`Restore job ${job.id} was cancelled by somebody else.`);
    case 'expired':
      throw new RestoreFailed(`Restore job ${job.id} has expired: its links are no longer good. Run the step again.`);
    case 'underway':
    case 'finished':
    case 'downloadable':
      return state;
    default:
      throw new Error(`No such state: ${String(state satisfies never)}`);
  }
}

const flexUnderway = ['PENDING', 'QUEUED', 'RUNNING'];

/** Whether a Flex job still goes on; one in a state that nobody knows does not count. */
export function isFlexUnderway({ status }: FlexRestoreJob): boolean {
  return flexUnderway.includes(status);
}

function flexStatusOf({ id, status }: FlexRestoreJob): string {
  if (status === 'COMPLETED' || flexUnderway.includes(status)) return status;
  // Atlas gives no reason.
  const how = status === 'FAILED' ? 'failed, and Atlas does not say why' : `is in the unknown state "${status}"`;
  throw new RestoreFailed(
    `Restore job ${id} of a Flex cluster ${how}. Run the step again; if it fails again: ${LOOK}`,
    {
      mayGoOn: status !== 'FAILED',
    },
  );
}

const collectionsUnderway = ['INITIALIZING', 'IN_PROGRESS', 'FINALIZING'];

/** Whether a collection restore still goes on. */
export function isCollectionRestoreUnderway({ state }: CollectionRestoreJob): boolean {
  return collectionsUnderway.includes(state);
}

function isCollectionRestoreDone({ id, state, errorMessage }: CollectionRestoreJob): boolean {
  if (state === 'SUCCESSFUL') return true;
  if (collectionsUnderway.includes(state)) return false;
  const how =
    state === 'FAILED'
      ? 'failed, and Atlas has rolled it back'
      : state === 'CANCELED'
        ? 'was cancelled'
        : `is in the unknown state "${state}"`;
  throw new RestoreFailed(
    `Collection restore job ${id} ${how}${errorMessage ? `: ${errorMessage.replace(/\.$/, '')}` : ''}.`,
    { mayGoOn: state !== 'FAILED' && state !== 'CANCELED' },
  );
}

/** Milliseconds, and how often: the list of what was restored may lag behind the job. */
const LOOK_AGAIN = 3_000;
const LOOKS = 3;

/** States of a collection that is not through yet. */
const notThrough = ['NOT_STARTED', 'IN_PROGRESS', 'FINALIZING'];

/** What became of each collection of a job that has ended. */
export async function readRestoredCollections(client: AtlasClient, address: ClusterAddress, jobId: string) {
  for (let look = 1; ; look++) {
    const collections = await listRestoredCollections(client, address, jobId);
    const isOpen = ({ state, indexState }: RestoredCollection) =>
      notThrough.includes(state) || indexState === 'IN_PROGRESS';
    const isWhole = collections.length > 0 && !collections.some(isOpen);
    if (isWhole || look === LOOKS) return collections;
    await client.clock.sleep(LOOK_AGAIN, client.signal);
  }
}
