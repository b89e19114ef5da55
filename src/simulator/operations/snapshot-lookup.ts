import { atlasError } from '../errors.ts';
import type { Snapshot } from '../world/snapshot-types.ts';
import { isShown } from '../world/snapshots.ts';
import type { Cluster } from '../world/types.ts';
import { type Call, parameter } from './operation.ts';

/** The snapshots of a cluster that the API shows, newest first. */
export function shownSnapshots(call: Call, cluster: Cluster): readonly Snapshot[] {
  return call.world.snapshots
    .filter((snapshot) => snapshot.clusterId === cluster.id && isShown(snapshot, call.now))
    .sort((left, right) => right.requestedAt - left.requestedAt);
}

/** The id of a snapshot in the path, if it is one. */
export function snapshotId(call: Call): string {
  const id = parameter(call, 'snapshotId');
  if (!/^[0-9a-f]{24}$/.test(id)) throw atlasError('INVALID_SNAPSHOT_ID', id);
  return id;
}

/** The whole snapshot that the path names: of a replica set, or of a sharded cluster altogether. */
export function wholeSnapshot(call: Call, cluster: Cluster): Snapshot {
  const id = snapshotId(call);
  const snapshot = shownSnapshots(call, cluster).find((candidate) => candidate.id === id);
  if (snapshot === undefined) throw atlasError('SNAPSHOT_NOT_FOUND', id, cluster.name);
  return snapshot;
}

/** One replica set's snapshot: a snapshot without members, or one member of a sharded cluster's. */
export interface ReplicaSetSnapshot {
  readonly snapshot: Snapshot;
  readonly id: string;
  readonly replicaSetName: string;
}

/** The snapshots of a cluster by replica set, which is how the plain list shows a sharded cluster. */
export function replicaSetSnapshots(call: Call, cluster: Cluster): readonly ReplicaSetSnapshot[] {
  return shownSnapshots(call, cluster).flatMap((snapshot) =>
    cluster.settings.clusterType === 'REPLICASET'
      ? [{ snapshot, id: snapshot.id, replicaSetName: cluster.name }]
      : snapshot.members.map((member) => ({ snapshot, ...member })),
  );
}

/** The replica set's snapshot that the path names; undefined where it names a sharded cluster's snapshot altogether. */
export function replicaSetSnapshot(call: Call, cluster: Cluster): ReplicaSetSnapshot | undefined {
  const id = snapshotId(call);
  return replicaSetSnapshots(call, cluster).find((candidate) => candidate.id === id);
}
