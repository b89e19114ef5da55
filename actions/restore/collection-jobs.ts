import type { AtlasClient } from '../../src/atlas/client.ts';
import {
  type CollectionRestoreJob,
  createCollectionRestoreJob,
  listCollectionRestoreJobs,
  type NewCollectionRestoreJob,
  type RestoreNamespace,
} from '../../src/atlas/collection-restore-jobs.ts';
import { collectionRestore, isCollectionRestoreUnderway } from '../../src/atlas/restore-completion.ts';
import { differs, isBusy, isOf, type Jobs, nothing, type Subject, type Target } from './jobs.ts';
import { type Suffixes, wantedName } from './namespaces.ts';
import type { RestoreScope } from './wish.ts';

/** Restores of single databases and collections. */
export function collectionJobs(
  client: AtlasClient,
  { source, snapshotId, from }: Subject,
  { to, scope }: { readonly to: Target; readonly scope: RestoreScope },
): Jobs<CollectionRestoreJob> {
  const body = bodyOf({ source, snapshotId, to, scope });
  const isInto = (job: CollectionRestoreJob) =>
    job.targetGroupId === to.groupId && job.targetClusterName === to.clusterName;
  return {
    kind: collectionRestore,
    list: () => listCollectionRestoreJobs(client, from),
    create: (onSend) => createCollectionRestoreJob(client, from, { body, onSend }),
    isSame: (job) =>
      isInto(job) &&
      isOf(job, { source, snapshotId }) &&
      namesOf(job) === namesOf(body) &&
      job.writeStrategy === body.writeStrategy &&
      job.indexStrategy === body.indexStrategy,
    isOther: (job) =>
      (source.kind === 'snapshot' && differs(job.snapshotId, snapshotId)) ||
      differs(job.targetGroupId, to.groupId) ||
      differs(job.targetClusterName, to.clusterName),
    isUnderway: isCollectionRestoreUnderway,
    // Atlas runs one at a time into a cluster (docs: Restore from Selected Databases and Collections, Limitations).
    isInTheWay: (job) => isCollectionRestoreUnderway(job) && isInto(job),
    replaces: (job) =>
      job.writeStrategy === 'OVERWRITE_EXISTING' && isInto(job) && overlap(targetsOf(job), targetsOf(body)),
    factsOf: (job) => ({
      ...nothing,
      finishedAt: job.finishedAt,
      restored: job.restoredDocuments,
      total: job.totalDocuments,
      state: job.state,
    }),
    isTargetBusy: () => isBusy(client, to),
  };
}

function bodyOf({
  source,
  snapshotId,
  to,
  scope,
}: Omit<Subject, 'from'> & { to: Target; scope: RestoreScope }): NewCollectionRestoreJob {
  const { databases, collections, databaseSuffix, collectionSuffix } = scope;
  const named = (names: readonly string[]) => names.map((sourceNamespace) => ({ sourceNamespace }));
  return {
    ...(source.kind === 'snapshot' && snapshotId !== undefined && { snapshotId }),
    ...(source.kind === 'point-in-time' && { pointInTimeUtcSeconds: source.seconds }),
    ...(source.kind === 'oplog' && { oplogTs: source.seconds, oplogInc: source.increment }),
    targetGroupId: to.groupId,
    targetClusterName: to.clusterName,
    ...(databases.length > 0 && { databases: named(databases) }),
    ...(collections.length > 0 && { collections: named(collections) }),
    ...(databaseSuffix !== undefined && { databaseSuffix }),
    ...(collectionSuffix !== undefined && { collectionSuffix }),
    writeStrategy: scope.overwrites ? 'OVERWRITE_EXISTING' : 'CREATE_NEW',
    indexStrategy: indexStrategies[scope.indexes],
  };
}

const indexStrategies = { all: 'ALL', none: 'NONE', 'all-except-ttl': 'ALL_EXCEPT_TTL' } as const;

/** What a job says of the names that it restores, and under which others. */
interface Renaming extends Suffixes {
  readonly databases?: readonly RestoreNamespace[];
  readonly collections?: readonly RestoreNamespace[];
}

/** The names of a job with what each becomes, in one text: alike for jobs that do the same. */
function namesOf(job: Renaming): string {
  const pairs = (namespaces: readonly RestoreNamespace[] = []) =>
    namespaces.map((one) => JSON.stringify([one.sourceNamespace, targetOf(one, job)])).toSorted();
  return JSON.stringify([pairs(job.databases), pairs(job.collections)]);
}

function targetsOf(job: Renaming): readonly string[] {
  return [...(job.databases ?? []), ...(job.collections ?? [])].map((one) => targetOf(one, job));
}

/** Whether some name stands in both, or the database of one in the other. */
function overlap(one: readonly string[], other: readonly string[]): boolean {
  const holds = (outer: string, inner: string) => inner === outer || inner.startsWith(`${outer}.`);
  return one.some((name) => other.some((second) => holds(name, second) || holds(second, name)));
}

/** A target without a name of its own has that of the source, with the suffixes. */
function targetOf({ sourceNamespace, targetNamespace }: RestoreNamespace, suffixes: Suffixes): string {
  return targetNamespace && targetNamespace !== sourceNamespace
    ? targetNamespace
    : wantedName(sourceNamespace, suffixes);
}
