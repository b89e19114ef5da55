import { atlasError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import type { Cluster } from '../world/types.ts';
import { backedUpCluster } from './cluster-lookup.ts';
import { type Call, type Operation, onlyVersion } from './operation.ts';
import { shownSnapshots, wholeSnapshot } from './snapshot-lookup.ts';
import { shardedView } from './snapshot-view.ts';
import { checkDeletion } from './snapshots.ts';

const common = { versions: onlyVersion('2023-01-01'), bucket: 'cloudBackup' } as const;
const base = '/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots';
const javaResource = 'ApiAtlasDiskBackupSnapshotsResource';

/** Cloud backup snapshots of sharded clusters, each as a whole. */
export const shardedSnapshotOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'listGroupClusterBackupSnapshotShardedClusters',
    method: 'GET',
    path: `${base}/shardedClusters`,
    roles: ['Project Read Only'],
    javaMethod: `${javaResource}::getShardedClusterSnapshots`,
    handle: (call) => {
      const cluster = backedUpCluster(call);
      const snapshots = isSharded(cluster) ? shownSnapshots(call, cluster) : [];
      return pageOf(call, snapshots, (snapshot) => shardedView(call, cluster, snapshot));
    },
  },
  {
    ...common,
    operationId: 'getGroupClusterBackupSnapshotShardedCluster',
    method: 'GET',
    path: `${base}/shardedCluster/{snapshotId}`,
    roles: ['Project Read Only'],
    javaMethod: `${javaResource}::getShardedClusterSnapshot`,
    handle: (call) => {
      // Also of a replica set's snapshot: it is shown without members.
      const cluster = backedUpCluster(call);
      return { status: 200, body: shardedView(call, cluster, wholeSnapshot(call, cluster)) };
    },
  },
  {
    ...common,
    operationId: 'deleteGroupClusterBackupSnapshotShardedCluster',
    method: 'DELETE',
    path: `${base}/shardedCluster/{snapshotId}`,
    roles: ['Project Backup Manager'],
    javaMethod: `${javaResource}::deleteShardedClusterSnapshot`,
    handle: (call) => {
      const snapshot = wholeSnapshot(call, shardedCluster(call));
      checkDeletion(call, { snapshot, id: snapshot.id });
      snapshot.deleted = true;
      return { status: 204 };
    },
  },
];

function isSharded({ settings }: Cluster): boolean {
  return settings.clusterType !== 'REPLICASET';
}

function shardedCluster(call: Call): Cluster {
  const cluster = backedUpCluster(call);
  if (!isSharded(cluster)) throw atlasError('SNAPSHOT_NOT_FOUND', call.parameters.snapshotId ?? '', cluster.name);
  return cluster;
}
