import type { CollectionRestoreJob, RestoredCollection } from './collection-restore-types.ts';
import { isCopied } from './restored-collections.ts';

/** What a collection restore shows at a moment. */
export interface JobProgress {
  readonly state: string;
  readonly restoredDocuments: number;
  readonly totalDocuments: number;
  readonly indexState: IndexState;
  readonly failedIndexCollections: number;
}

/** What one of its collections shows at a moment. */
export interface CollectionProgress {
  readonly state: string;
  readonly restoredDocuments: number;
  readonly indexState: IndexState;
}

export type IndexState = 'NOT_STARTED' | 'IN_PROGRESS' | 'SUCCESSFUL' | 'FAILED' | 'NOT_RESTORED';

/** How far the total is off as long as it is an estimate, which it is until half of the time for copying is over. */
const estimate = 1.1;

/** Tells whether a job's collections can be looked at already. */
export function showsCollections({ copiesFrom, endsAt }: CollectionRestoreJob, now: number): boolean {
  return now >= Math.min(copiesFrom, endsAt);
}

/** Reads a whole job at a moment. */
export function jobProgress(job: CollectionRestoreJob, now: number): JobProgress {
  const parts = job.collections.map((collection) => collectionProgress(job, { collection, now }));
  const failed = parts.filter(({ indexState }) => indexState === 'FAILED').length;
  return {
    state: jobState(job, now),
    restoredDocuments: sum(parts.map(({ restoredDocuments }) => restoredDocuments)),
    totalDocuments: showsCollections(job, now) ? totalDocuments(job, now) : 0,
    indexState: failed > 0 ? 'FAILED' : indexState(job, now),
    failedIndexCollections: failed,
  };
}

/** Reads one collection of a job at a moment. */
export function collectionProgress(
  job: CollectionRestoreJob,
  { collection, now }: { readonly collection: RestoredCollection; readonly now: number },
): CollectionProgress {
  const { fate } = collection;
  if (!isCopied(fate)) return nothing(fate === 'missing' ? 'NOT_FOUND' : 'UNSUPPORTED');
  if (now < job.endsAt) return running(job, { collection, now });
  if (job.ending !== 'finished') return nothing(undoneState(job, collection));
  const isIndexBroken = collection.failingIndexes.length > 0 && job.wishes.indexStrategy !== 'NONE';
  return {
    state: isIndexBroken ? 'INDEX_BUILD_FAILED' : 'SUCCESSFUL',
    restoredDocuments: collection.documents,
    indexState: isIndexBroken ? 'FAILED' : indexState(job, now),
  };
}

function nothing(state: string): CollectionProgress {
  return { state, restoredDocuments: 0, indexState: 'NOT_RESTORED' };
}

function running(
  job: CollectionRestoreJob,
  { collection, now }: { readonly collection: RestoredCollection; readonly now: number },
): CollectionProgress {
  const { copiesFrom, copiedAt, documents } = collection;
  const at = copyTime(job, now);
  const share = at < copiesFrom ? 0 : Math.min(1, (at - copiesFrom) / Math.max(1, copiedAt - copiesFrom));
  return {
    state: at < copiesFrom ? 'NOT_STARTED' : at < copiedAt ? 'IN_PROGRESS' : 'FINALIZING',
    restoredDocuments: at >= copiedAt ? documents : Math.floor(documents * share),
    indexState: indexState(job, now),
  };
}

/** Where a job has not succeeded, all that was copied is taken away again. */
function undoneState({ endsAt }: CollectionRestoreJob, { fate, copiesFrom }: RestoredCollection): string {
  if (fate === 'failing') return 'FAILED';
  return endsAt > copiesFrom ? 'ROLLBACK' : 'NOT_RESTORED';
}

function jobState({ ending, endsAt, copiesFrom, copiedAt }: CollectionRestoreJob, now: number): string {
  if (now >= endsAt) {
    if (typeof ending === 'object') return ending.status;
    if (ending === 'cancelled') return 'CANCELED';
    return ending === 'finished' ? 'SUCCESSFUL' : 'FAILED';
  }
  if (now < copiesFrom) return 'INITIALIZING';
  return now < copiedAt || ending === 'stuck' ? 'IN_PROGRESS' : 'FINALIZING';
}

function indexState({ wishes, ending, endsAt, copiedAt }: CollectionRestoreJob, now: number): IndexState {
  if (wishes.indexStrategy === 'NONE') return 'NOT_RESTORED';
  if (now >= endsAt) return ending === 'finished' ? 'SUCCESSFUL' : 'NOT_RESTORED';
  return now < copiedAt || ending === 'stuck' ? 'NOT_STARTED' : 'IN_PROGRESS';
}

function totalDocuments(job: CollectionRestoreJob, now: number): number {
  const counted = sum(job.collections.filter(({ fate }) => isCopied(fate)).map(({ documents }) => documents));
  return now >= middle(job) || now >= job.endsAt ? counted : Math.round(counted * estimate);
}

/** A job that is stuck copies no further than half the way. */
function copyTime(job: CollectionRestoreJob, now: number): number {
  return job.ending === 'stuck' ? Math.min(now, middle(job)) : now;
}

function middle({ copiesFrom, copiedAt }: CollectionRestoreJob): number {
  return (copiesFrom + copiedAt) / 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
