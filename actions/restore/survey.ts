import { findCluster } from '../../src/atlas/any-cluster.ts';
import { type BackupSchedule, getBackupSchedule } from '../../src/atlas/backup-schedule.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import { type Cluster, INFINITE } from '../../src/atlas/cluster-answer.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import type { Look } from '../../src/atlas/last-look.ts';
import { type ListedSnapshot, listAnySnapshots, newestFirst, readSnapshot } from '../listed-snapshots.ts';
import { noSuchSnapshot, selectSnapshot } from '../snapshot-selector.ts';
import { nameProblems } from './namespaces.ts';
import type { RestoreWish } from './wish.ts';

/** What Atlas says of everything that a restore concerns, before anything is changed. */
export interface Survey extends Look {
  readonly source: Cluster | undefined;
  /** The source itself, where it is its own target. */
  readonly target: Cluster | undefined;
  readonly snapshot: ListedSnapshot | undefined;
  /** The snapshot that Atlas begins with to get to a point in time. */
  readonly base: ListedSnapshot | undefined;
  readonly schedule: BackupSchedule | undefined;
  /** Atlas's time; undefined where it cannot be told. */
  readonly now: number | undefined;
  /** What is wrong already, in words. */
  readonly problems: readonly string[];
}

/** Looks at source, target, snapshot and schedule. Throws only where Atlas does not answer. */
export async function survey(client: AtlasClient, wish: RestoreWish): Promise<Survey> {
  const { from, to } = wish;
  const readAt = client.clock.now();
  const source = await findCluster(client, from);
  const target = to && (isSame(from, to) ? source : await findCluster(client, to));
  const found = source && hasBackups(source) ? await findSource(client, wish, source) : {};
  return {
    readAt,
    source,
    target,
    snapshot: found.snapshot,
    base: found.base,
    schedule: found.schedule,
    now: client.time.now(),
    problems: found.problems ?? [],
  };
}

interface Found {
  readonly snapshot?: ListedSnapshot;
  readonly base?: ListedSnapshot | undefined;
  readonly schedule?: BackupSchedule;
  readonly problems?: readonly string[];
}

function hasBackups({ tier }: Cluster): boolean {
  return tier !== 'M0';
}

async function findSource(client: AtlasClient, wish: RestoreWish, source: Cluster): Promise<Found> {
  if (wish.source.kind !== 'snapshot') {
    if (source.tier === 'FLEX' || !source.pitEnabled) return {};
    const schedule = await getBackupSchedule(client, wish.from);
    return { schedule, base: newestUntil(await listAnySnapshots(client, wish.from, source), wish.source.seconds) };
  }
  const found = await findSnapshot(client, wish, source);
  const hasCatalogue = source.tier !== 'FLEX' && source.edition !== INFINITE;
  if (!found.snapshot?.isCompleted || !wish.scope || !hasCatalogue) return found;
  const problems = await nameProblems(client, wish.from, { scope: wish.scope, snapshotId: found.snapshot.id });
  return { ...found, problems };
}

async function findSnapshot(client: AtlasClient, wish: RestoreWish, source: Cluster): Promise<Found> {
  if (wish.source.kind !== 'snapshot') return {};
  const { selector } = wish.source;
  if (selector.kind === 'id' && source.tier !== 'FLEX') {
    const snapshot = await readIfThere(client, wish.from, { id: selector.id, cluster: source });
    if (snapshot) return { snapshot };
  }
  const snapshots = await listAnySnapshots(client, wish.from, source);
  const snapshot = selectSnapshot(snapshots, selector);
  return snapshot
    ? { snapshot }
    : { problems: [noSuchSnapshot(snapshots, { selector, clusterName: wish.from.clusterName })] };
}

function newestUntil(snapshots: readonly ListedSnapshot[], seconds: number): ListedSnapshot | undefined {
  const isBefore = ({ createdAt }: ListedSnapshot) => Date.parse(createdAt ?? '') <= seconds * 1_000;
  return newestFirst(snapshots.filter((one) => one.isCompleted && isBefore(one))).at(0);
}

async function readIfThere(
  client: AtlasClient,
  address: ClusterAddress,
  which: { readonly id: string; readonly cluster: Cluster },
): Promise<ListedSnapshot | undefined> {
  try {
    const snapshot = await readSnapshot(client, address, which);
    if (snapshot.id === which.id) return snapshot;
    throw new Error(
      `Asked about snapshot ${which.id} of cluster "${address.clusterName}", Atlas answered about ${snapshot.id}. Nothing was restored; run the step again.`,
    );
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'SNAPSHOT_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Whether two addresses mean one cluster. */
export function isSame(one: ClusterAddress, other: ClusterAddress): boolean {
  return one.groupId === other.groupId && one.clusterName === other.clusterName;
}
