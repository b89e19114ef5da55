import type { AtlasClient } from '../src/atlas/client.ts';
import type { Cluster } from '../src/atlas/cluster-answer.ts';
import { type ClusterAddress, isSharded } from '../src/atlas/clusters.ts';
import { type FlexSnapshot, listFlexSnapshots } from '../src/atlas/flex-snapshots.ts';
import { getSnapshot, listSnapshots, type Snapshot } from '../src/atlas/snapshots.ts';

/** A snapshot of a cluster of any tier that has snapshots. Times are ISO 8601. */
export interface ListedSnapshot {
  readonly id: string;
  readonly isCompleted: boolean;
  /** As Atlas spells it: completed, or COMPLETED for a Flex cluster. */
  readonly status: string;
  /** flex, replicaSet or shardedCluster. */
  readonly type: string;
  /** onDemand, scheduled or fallback. */
  readonly snapshotType: string | undefined;
  readonly description: string | undefined;
  /** The time of the data. */
  readonly createdAt: string | undefined;
  readonly expiresAt: string | undefined;
  readonly mongodbVersion: string | undefined;
  readonly sizeBytes: number | undefined;
  /** Replica sets of a sharded cluster's snapshot, config servers included; else empty. */
  readonly members: readonly string[];
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
  const snapshots = await listSnapshots(client, address, isSharded(cluster) ? 'shardedCluster' : 'replicaSet');
  return snapshots.map(fromDedicated);
}

/** Reads one whole snapshot of a dedicated cluster. */
export async function readSnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  { id, cluster }: { readonly id: string; readonly cluster: Cluster },
): Promise<ListedSnapshot> {
  return fromDedicated(
    await getSnapshot(client, address, { id, type: isSharded(cluster) ? 'shardedCluster' : 'replicaSet' }),
  );
}

function fromDedicated(snapshot: Snapshot): ListedSnapshot {
  const { id, status, type, snapshotType, description, createdAt, expiresAt, members, configServerType } = snapshot;
  return {
    id,
    status,
    isCompleted: status === 'completed',
    type,
    snapshotType,
    description,
    createdAt,
    expiresAt,
    mongodbVersion: snapshot.mongodVersion,
    sizeBytes: snapshot.storageSizeBytes,
    members,
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
    description: undefined,
    createdAt: finishTime,
    expiresAt: expiration,
    mongodbVersion,
    sizeBytes: undefined,
    members: [],
    configServerType: undefined,
  };
}

/** Sorts snapshots by the time of their data; those that do not tell it come first. */
export function newestFirst(snapshots: readonly ListedSnapshot[]): readonly ListedSnapshot[] {
  const timeOf = ({ createdAt }: ListedSnapshot) => {
    const time = Date.parse(createdAt ?? '');
    return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
  };
  return snapshots.toSorted((one, other) => timeOf(other) - timeOf(one) || 0);
}
