import { drawSnapshotMilestones, type SnapshotMilestone } from '../durations.ts';
import { catalogueAt, documentsOf } from './cluster-data.ts';
import type { Snapshot, SnapshotEnding, SnapshotScript } from './snapshot-types.ts';
import type { Catalogue, Cluster, World } from './types.ts';

/** A snapshot to be taken. */
export interface SnapshotPlan {
  readonly description: string;
  readonly retentionDays: number;
  readonly requestedAt: number;
  readonly snapshotType: Snapshot['snapshotType'];
  readonly frequencyType: string;
  readonly ending?: SnapshotEnding;
  readonly endsAfterSeconds?: number;
  /** What it holds, if not what the cluster held then. */
  readonly databases?: Catalogue;
  /** Version of the cluster at that time, if not the one of now. */
  readonly mongodVersion?: string;
}

/** What a snapshot shows at a moment. */
export type SnapshotStatus = 'queued' | 'inProgress' | 'completed' | 'failed' | (string & {});

const day = 24 * 3600 * 1000;

/** Starts a snapshot; all that will happen to it is settled now and shown when its time comes. */
export function startSnapshot(world: World, cluster: Cluster, plan: SnapshotPlan): Snapshot {
  const { requestedAt } = plan;
  const snapshot: Snapshot = {
    id: world.newId(requestedAt),
    groupId: cluster.groupId,
    clusterName: cluster.name,
    clusterId: cluster.id,
    requestedAt,
    description: plan.description,
    snapshotType: plan.snapshotType,
    frequencyType: plan.frequencyType,
    policyItems: plan.snapshotType === 'onDemand' ? [] : [world.newId(cluster.createdAt)],
    milestones: milestonesOf(world, plan),
    ending: plan.ending ?? 'completed',
    mongodVersion: plan.mongodVersion ?? cluster.settings.mongoDBVersion,
    cloudProvider: cluster.settings.replicationSpecs[0]?.regionConfigs[0]?.providerName ?? 'AWS',
    storageSizeBytes: sizeOf(world, plan.databases ?? firstOrLater(cluster, requestedAt)),
    ...(plan.databases === undefined ? {} : { databases: plan.databases }),
    members: membersOf(world, cluster, requestedAt),
    retentionMilliseconds: plan.retentionDays * day,
  };
  world.snapshots.push(snapshot);
  return snapshot;
}

/**
 * What a snapshot holds: the data of its cluster at its own `createdAt`, not at the request, for that is the time that Atlas
 * gives for the data; a change before it is in, one after it is not.
 */
export function snapshotCatalogue(world: World, { clusterId, databases, milestones }: Snapshot): Catalogue {
  if (databases !== undefined) return databases;
  const cluster = world.clusters.find(({ id }) => id === clusterId);
  return cluster === undefined ? {} : firstOrLater(cluster, milestones.createdAt);
}

/** Seeded snapshots may be older than their cluster; they hold what it began with. */
function firstOrLater(cluster: Cluster, time: number): Catalogue {
  return catalogueAt(cluster, Math.max(time, cluster.createdAt));
}

/** Takes the ending that a scenario has set for this cluster's next snapshot. */
export function takeScript(world: World, cluster: Cluster): SnapshotScript | undefined {
  const index = world.snapshotScripts.findIndex(
    ({ cluster: name }) => name === undefined || name === cluster.name || name === cluster.id,
  );
  return index < 0 ? undefined : world.snapshotScripts.splice(index, 1)[0];
}

/** The status of a snapshot at a moment. */
export function snapshotStatus({ ending, milestones }: Snapshot, now: number): SnapshotStatus {
  if (now >= milestones.completed) return typeof ending === 'object' ? ending.status : ending;
  return now >= milestones.inProgress ? 'inProgress' : 'queued';
}

/** Tells whether a snapshot is queued or running. */
export function isUnfinished(snapshot: Snapshot, now: number): boolean {
  return now < snapshot.milestones.completed;
}

/** When a snapshot is removed: counted from the request until completion, and from completion afterwards. */
export function snapshotExpiry(snapshot: Snapshot, now: number): number {
  const start = now >= snapshot.milestones.completed ? snapshot.milestones.completed : snapshot.requestedAt;
  return snapshot.expiresAt ?? start + snapshot.retentionMilliseconds;
}

/** Tells whether the API shows a snapshot: not deleted, not vanished, not expired. */
export function isShown(snapshot: Snapshot, now: number): boolean {
  if (snapshot.deleted === true) return false;
  if (isUnfinished(snapshot, now)) return true;
  return snapshot.ending !== 'vanished' && now < snapshotExpiry(snapshot, now);
}

function milestonesOf(
  world: World,
  { requestedAt, endsAfterSeconds }: SnapshotPlan,
): Record<SnapshotMilestone, number> {
  const durations = endsAfterSeconds === undefined ? world.durations : { snapshot: endsAfterSeconds };
  const after = drawSnapshotMilestones({ ...world, durations });
  const at = (milestone: SnapshotMilestone) => requestedAt + Math.min(after[milestone], after.completed);
  return {
    inProgress: at('inProgress'),
    mongodVersion: at('mongodVersion'),
    cloudProvider: at('cloudProvider'),
    createdAt: at('createdAt'),
    completed: at('completed'),
  };
}

/** A sharded cluster's snapshot consists of one per shard and one of the config servers. */
function membersOf(world: World, { settings, hosts }: Cluster, at: number): Snapshot['members'] {
  if (settings.clusterType === 'REPLICASET') return [];
  const shards = settings.replicationSpecs.map((_, index) => `${hosts.replicaSet}-shard-${index}`);
  return [...shards, `${hosts.replicaSet}-config-0`].map((replicaSetName) => ({ id: world.newId(at), replicaSetName }));
}

function sizeOf(world: World, catalogue: Catalogue): number {
  return 1_500_000_000 + world.random.integer(0, 100_000_000) + documentsOf(catalogue) * 512;
}
