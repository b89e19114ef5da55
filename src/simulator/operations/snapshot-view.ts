import { timestamp } from '../clock.ts';
import { type JsonObject, sortedByKey } from '../json.ts';
import type { Snapshot } from '../world/snapshot-types.ts';
import { snapshotExpiry, snapshotStatus } from '../world/snapshots.ts';
import type { Cluster } from '../world/types.ts';
import { type Call, link } from './operation.ts';
import type { ReplicaSetSnapshot } from './snapshot-lookup.ts';

/** A snapshot of one replica set, with the fields that are known so far. */
export function replicaSetView(
  call: Call,
  cluster: Cluster,
  { snapshot, id, replicaSetName }: ReplicaSetSnapshot,
): JsonObject {
  return sortedByKey({
    ...commonView(call, snapshot),
    copyRegions: [],
    ...(call.now >= snapshot.milestones.cloudProvider ? { cloudProvider: snapshot.cloudProvider } : {}),
    id,
    links: linksOf(call, cluster, `snapshots/${id}`),
    replicaSetName,
    type: 'replicaSet',
  });
}

/** A snapshot as the path of sharded clusters shows it; that of a replica set has no members. */
export function shardedView(call: Call, cluster: Cluster, snapshot: Snapshot): JsonObject {
  const { cloudProvider, members, milestones } = snapshot;
  const known = call.now >= milestones.inProgress ? members : [];
  return sortedByKey({
    ...commonView(call, snapshot),
    id: snapshot.id,
    links: linksOf(call, cluster, `snapshots/shardedCluster/${snapshot.id}`),
    members: known.map(({ id, replicaSetName }) => ({ cloudProvider, id, replicaSetName })),
    snapshotIds: known.map(({ id }) => id),
    type: cluster.settings.clusterType === 'REPLICASET' ? 'replicaSet' : 'shardedCluster',
  });
}

function commonView({ now }: Call, snapshot: Snapshot): JsonObject {
  const { milestones, description, frequencyType, policyItems, snapshotType, mongodVersion, storageSizeBytes } =
    snapshot;
  const status = snapshotStatus(snapshot, now);
  const completed = status === 'completed';
  return {
    ...(completed ? { createdAt: timestamp(milestones.createdAt) } : {}),
    description,
    expiresAt: timestamp(snapshotExpiry(snapshot, now)),
    frequencyType,
    ...(now >= milestones.mongodVersion ? { mongodVersion } : {}),
    policyItems,
    snapshotType,
    status,
    storageSizeBytes: completed ? storageSizeBytes : 0,
  };
}

function linksOf(call: Call, { groupId, name }: Cluster, path: string) {
  const cluster = `/groups/${groupId}/clusters/${name}`;
  return [link(call, `${cluster}/backup/${path}`), link(call, cluster, 'https://cloud.mongodb.com/cluster')];
}
