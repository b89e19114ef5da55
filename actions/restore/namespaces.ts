import type { AtlasClient } from '../../src/atlas/client.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import type { RestoredCollection } from '../../src/atlas/collection-restore-jobs.ts';
import { nearestNames } from '../../src/atlas/nearest.ts';
import { RestoreFailed } from '../../src/atlas/restore-completion.ts';
import { listSnapshotCollections, listSnapshotDatabases } from '../../src/atlas/snapshot-catalogue.ts';
import type { RestoreScope } from './wish.ts';

/** What of the wanted names is not in the snapshot's own catalogue, each with the nearest that is. */
export async function nameProblems(
  client: AtlasClient,
  address: ClusterAddress,
  { scope, snapshotId }: { readonly scope: RestoreScope; readonly snapshotId: string },
): Promise<readonly string[]> {
  const databases = await listSnapshotDatabases(client, address, snapshotId);
  const byDatabase = Map.groupBy(scope.collections, databaseOf);
  const problems = [...new Set([...scope.databases, ...byDatabase.keys()])]
    .filter((name) => !databases.includes(name))
    .map((name) => missing(`database "${name}"`, { snapshotId, near: nearestNames(name, databases), all: databases }));
  for (const [databaseName, wanted] of byDatabase) {
    if (!databases.includes(databaseName)) continue;
    const there = await listSnapshotCollections(client, address, { snapshotId, databaseName });
    const all = there.map((name) => `${databaseName}.${name}`);
    const absent = wanted.filter((name) => !all.includes(name));
    problems.push(
      ...absent.map((name) => missing(`collection "${name}"`, { snapshotId, near: nearestNames(name, all), all })),
    );
  }
  return problems;
}

/** Names that a person still reads; a longer message would be cut, and lose what stands at its end. */
const SHOWN = 10;

function some(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}

function missing(
  what: string,
  { snapshotId, near, all }: { snapshotId: string; near: readonly string[]; all: readonly string[] },
): string {
  const quoted = (names: readonly string[]) => some(names.map((name) => `"${name}"`));
  if (near.length > 0) return `Snapshot ${snapshotId} has no ${what}. Did you mean ${quoted(near)}?`;
  return `Snapshot ${snapshotId} has no ${what}. It has ${all.length === 0 ? 'none' : quoted(all)}.`;
}

/** The database of a namespace: a database's name has no dot, a collection's may. */
export function databaseOf(namespace: string): string {
  const dot = namespace.indexOf('.');
  return dot < 0 ? namespace : namespace.slice(0, dot);
}

/** What became of one collection, for the output. */
export interface NamespaceResult {
  readonly source: string;
  /** The name that it really has now. */
  readonly target: string | undefined;
  readonly state: string;
  readonly documents: number | undefined;
  readonly failedIndexes: number;
  readonly indexError: string | undefined;
}

/** What became of the collections, in the words of the output. */
export function resultsOf(collections: readonly RestoredCollection[]): readonly NamespaceResult[] {
  return collections.map((one) => ({
    source: one.sourceNamespace,
    target: one.effectiveNamespace,
    state: one.state,
    documents: one.restoredDocuments,
    failedIndexes: one.failedIndexes,
    indexError: one.indexError,
  }));
}

/** States in which the documents are there; the second lacks indexes. */
const restored = ['SUCCESSFUL', 'INDEX_BUILD_FAILED'];

/** Throws unless everything that was asked for is among what was restored. */
export function assertRestored(
  results: readonly NamespaceResult[],
  { scope, jobId }: { readonly scope: RestoreScope; readonly jobId: string },
): void {
  const bad = results.filter(({ state }) => !restored.includes(state));
  const isThere = (name: string) => results.some(({ source }) => source === name || databaseOf(source) === name);
  const lost = [...scope.databases, ...scope.collections].filter((name) => !isThere(name));
  if (bad.length + lost.length === 0) return;
  const what = [
    ...bad.map(({ source, state }) => `"${source}" (${state})`),
    ...lost.map((name) => `"${name}" (not mentioned)`),
  ];
  const advice = bad.some(({ state }) => state === 'UNSUPPORTED')
    ? ' Atlas cannot restore that singly: name the collections that are needed, or restore the whole cluster.'
    : '';
  throw new RestoreFailed(
    `Atlas calls collection restore job ${jobId} successful, but not everything that was asked for is there: ${some(what)}.${advice}`,
  );
}

/** States that say nothing of why a job has failed. */
const bystanders = ['SUCCESSFUL', 'NOT_STARTED', 'IN_PROGRESS', 'FINALIZING', 'ROLLBACK', 'NOT_RESTORED'];

/** The collections because of which a job has failed, in words; undefined where none is to blame. */
export function culpritsOf(results: readonly NamespaceResult[]): string | undefined {
  const culprits = results.filter(({ state }) => !bystanders.includes(state));
  if (culprits.length === 0) return undefined;
  return `The trouble was with ${some(culprits.map(({ source, state }) => `"${source}" (${state})`))}.`;
}

/** What an author should be told of a restore that was successful: other names, and indexes that are missing. */
export function warningsOf(collections: readonly RestoredCollection[], scope: RestoreScope): readonly string[] {
  const renamed = collections.filter(
    ({ sourceNamespace, effectiveNamespace }) =>
      effectiveNamespace !== undefined && effectiveNamespace !== wantedName(sourceNamespace, scope),
  );
  const names = renamed.map(
    ({ sourceNamespace, effectiveNamespace }) => `${sourceNamespace} is now ${effectiveNamespace}`,
  );
  const failed = collections.filter(hasFailedIndexes);
  const building = collections.filter(({ indexState }) => indexState === 'IN_PROGRESS');
  return [
    ...(names.length > 0
      ? [
          `Atlas has renamed what would have met a taken name: ${some(names)}. Drop the old copies, or set write-strategy: overwrite-existing (with confirm-overwrite).`,
        ]
      : []),
    ...failed.slice(0, SHOWN).map(unindexed),
    ...(failed.length > SHOWN
      ? [`${failed.length - SHOWN} more collections lack indexes; see the output namespaces.`]
      : []),
    ...(building.length > 0
      ? [`The indexes of ${some(building.map(({ sourceNamespace }) => sourceNamespace))} are still being built.`]
      : []),
  ];
}

/** Atlas tells it in three places, and need not fill them all. */
function hasFailedIndexes({ state, indexState, failedIndexes }: RestoredCollection): boolean {
  return state === 'INDEX_BUILD_FAILED' || indexState === 'FAILED' || failedIndexes > 0;
}

function unindexed({ sourceNamespace, failedIndexes, indexError }: RestoredCollection): string {
  const count = failedIndexes > 0 ? ` (${failedIndexes} failed)` : '';
  return `The data of ${sourceNamespace} is restored, but not all of its indexes${count}${indexError ? `: ${indexError}` : ''}. Build them by hand.`;
}

/** What is added to the names of databases and collections. */
export interface Suffixes {
  readonly databaseSuffix?: string | undefined;
  readonly collectionSuffix?: string | undefined;
}

/** What a database or a collection is to be called on the target. */
export function wantedName(source: string, { databaseSuffix = '', collectionSuffix = '' }: Suffixes): string {
  const database = databaseOf(source);
  const collection = source.slice(database.length);
  return `${database}${databaseSuffix}${collection}${collection === '' ? '' : collectionSuffix}`;
}

/** The name on the target of the first database that was asked for. */
export function firstDatabase(
  results: readonly NamespaceResult[],
  { databases, collections }: RestoreScope,
): string | undefined {
  const first = databases[0] ?? (collections[0] && databaseOf(collections[0]));
  const target = results.find(({ source }) => databaseOf(source) === first)?.target;
  return target === undefined ? undefined : databaseOf(target);
}
