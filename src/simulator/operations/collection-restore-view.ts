import { timestamp } from '../clock.ts';
import { type JsonObject, sortedByKey } from '../json.ts';
import { collectionProgress, jobProgress } from '../world/collection-progress.ts';
import type { CollectionRestoreJob, NamespaceWish, RestoredCollection } from '../world/collection-restore-types.ts';

/** Shows a collection restore. */
export function collectionRestoreView(job: CollectionRestoreJob, now: number): JsonObject {
  const { wishes, target, from, errorMessage } = job;
  const { databases, collections, ...others } = wishes;
  const { indexState, failedIndexCollections, ...progress } = jobProgress(job, now);
  const isOver = now >= job.endsAt;
  return sortedByKey({
    ...others,
    ...progress,
    ...namespacesView({ databases, collections }),
    ...sourceView(from),
    createdAt: timestamp(job.requestedAt),
    ...(isOver && typeof job.ending !== 'object' ? { finishedAt: timestamp(job.endsAt) } : {}),
    ...(isOver && errorMessage !== undefined ? { errorMessage } : {}),
    id: job.id,
    indexStatus: { failedCollectionCount: failedIndexCollections, state: indexState },
    targetClusterName: target.clusterName,
    targetGroupId: target.groupId,
  });
}

/** Shows what becomes of one collection; the name that it got is known once it is copied. */
export function collectionStateView(
  job: CollectionRestoreJob,
  { collection, now }: { readonly collection: RestoredCollection; readonly now: number },
): JsonObject {
  const { source, target, effective, documents, failingIndexes } = collection;
  const { state, restoredDocuments, indexState } = collectionProgress(job, { collection, now });
  const isCopied = ['FINALIZING', 'SUCCESSFUL', 'INDEX_BUILD_FAILED'].includes(state);
  return {
    ...(isCopied ? { effectiveTargetNamespace: effective } : {}),
    indexStatus: {
      ...(indexState === 'FAILED' ? { errorMessage: 'Some indexes could not be built.' } : {}),
      failedIndexes: indexState === 'FAILED' ? failingIndexes.map((name) => ({ name })) : [],
      state: indexState,
    },
    restoredDocuments,
    sourceNamespace: source,
    state,
    targetNamespace: target,
    totalDocuments: documents,
  };
}

function namespacesView(lists: Readonly<Record<string, readonly NamespaceWish[]>>): JsonObject {
  const given = Object.entries(lists).filter(([, wishes]) => wishes.length > 0);
  return Object.fromEntries(given.map(([name, wishes]) => [name, wishes.map((wish) => ({ ...wish }))]));
}

function sourceView(from: CollectionRestoreJob['from']): JsonObject {
  if ('snapshotId' in from) return { snapshotId: from.snapshotId };
  const { seconds, increment } = from;
  return increment === undefined ? { pointInTimeUtcSeconds: seconds } : { oplogInc: increment, oplogTs: seconds };
}
