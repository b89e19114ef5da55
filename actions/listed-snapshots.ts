import type { AtlasClient } from '../src/atlas/client.ts';
import type { Cluster } from '../src/atlas/cluster-answer.ts';
import { type ClusterAddress, isSharded } from '../src/atlas/clusters.ts';
import { type FlexSnapshot, listFlexSnapshots } from '../src/atlas/flex-snapshots.ts';
import { readTime } from '../src/atlas/iso-time.ts';
import { getSnapshot, listSnapshots, type Snapshot, type Topology } from '../src/atlas/snapshots.ts';

/** A snapshot of a cluster of any tier that has snapshots. Times are ISO 8601. */
export interface ListedSnapshot {
  readonly id: string;
  readonly isCompleted: boolean;
  /** As Atlas spells it: completed, or COMPLETED for a Flex cluster. */
  readonly status: string;
  /** flex, replicaSet or shardedCluster: where in the API it was found, and is found again. */
  readonly type: string;
  /** onDemand, scheduled or fallback. */
  readonly snapshotType: string | undefined;
  /** hourly, daily, weekly, monthly or yearly; ondemand for one on demand. */
  readonly frequencyType: string | undefined;
  readonly description: string | undefined;
  /** The time of the data. */
  readonly createdAt: string | undefined;
  readonly expiresAt: string | undefined;
  readonly mongodbVersion: string | undefined;
  readonly sizeBytes: number | undefined;
  /** Replica sets of a sharded cluster's snapshot, config servers included; else empty. */
  readonly members: readonly string[];
  /** Ids of the snapshots of those replica sets; none of them is a snapshot of the whole. */
  readonly memberIds: readonly string[];
  /** EMBEDDED or DEDICATED, where Atlas says so. */
  readonly configServerType: string | undefined;
}

/** All snapshots of a cluster, whole ones only, in the API of its tier. A free cluster (M0) has none to ask for. */
export async function listAnySnapshots(
  client: AtlasClient,
  address: ClusterAddress,
  cluster: Cluster,
): Promise<readonly ListedSnapshot[]> {
  if (cluster.tier === 'FLEX') return (await listFlexSnapshots(client, address)).map(fromFlex);
  const type = topologyOf(cluster);
  const snapshots = await listSnapshots(client, address, type);
  return snapshots.map((snapshot) => fromDedicated(snapshot, type));
}

/** Reads one whole snapshot of a dedicated cluster. */
export async function readSnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  { id, cluster }: { readonly id: string; readonly cluster: Cluster },
): Promise<ListedSnapshot> {
  return await readSnapshotOfType(client, address, { id, type: topologyOf(cluster) });
}

/** Reads one snapshot of a dedicated cluster where snapshots of that type stand; a shard's part of one is a replica set's. */
export async function readSnapshotOfType(
  client: AtlasClient,
  address: ClusterAddress,
  { id, type }: { readonly id: string; readonly type: string },
): Promise<ListedSnapshot> {
  return fromDedicated(await getSnapshot(client, address, { id, type }), type);
}

function topologyOf(cluster: Cluster): Topology {
  return isSharded(cluster) ? 'shardedCluster' : 'replicaSet';
}

function fromDedicated(snapshot: Snapshot, type: string): ListedSnapshot {
  const { id, status, snapshotType, frequencyType, description, createdAt, expiresAt } = snapshot;
  const { members, memberIds, configServerType } = snapshot;
  return {
    id,
    status,
    isCompleted: status === 'completed',
    type,
    snapshotType,
    frequencyType,
    description,
    createdAt,
    expiresAt,
    mongodbVersion: snapshot.mongodVersion,
    sizeBytes: snapshot.storageSizeBytes,
    members,
    memberIds,
    configServerType,
  };
}

function fromFlex({ id, status, finishTime, expiration, mongodbVersion }: FlexSnapshot): ListedSnapshot {
  return {
    id,
    status,
    isCompleted: status === 'COMPLETED',
    type: 'flex',
    snapshotType: 'scheduled',
    frequencyType: 'daily',
    description: undefined,
    createdAt: finishTime,
    expiresAt: expiration,
    mongodbVersion,
    sizeBytes: undefined,
    members: [],
    memberIds: [],
    configServerType: undefined,
  };
}

/** Sorts snapshots by the time of their data; those that do not tell it come first. */
export function newestFirst(snapshots: readonly ListedSnapshot[]): readonly ListedSnapshot[] {
  const timeOf = ({ createdAt }: ListedSnapshot) => readTime(createdAt) ?? Number.POSITIVE_INFINITY;
  return snapshots.toSorted((one, other) => timeOf(other) - timeOf(one) || 0);
}
