import { timestamp } from '../clock.ts';
import { atlasError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { pageOf } from '../paging.ts';
import { flexSnapshotStatus, flexSnapshotsOf } from '../world/flex-snapshots.ts';
import type { FlexSnapshot } from '../world/snapshot-types.ts';
import { namedFlexCluster } from './cluster-lookup.ts';
import { type Operation, onlyVersion, parameter } from './operation.ts';

const common = {
  method: 'GET',
  versions: onlyVersion('2024-11-13'),
  bucket: 'flexBackup',
  roles: ['Project Read Only'],
} as const;
const all = '/api/atlas/v2/groups/{groupId}/flexClusters/{name}/backup/snapshots';

/** The daily snapshots of flex clusters. */
export const flexSnapshotOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'listGroupFlexClusterBackupSnapshots',
    path: all,
    javaMethod: 'ApiAtlasFlexBackupResource::getSnapshots',
    handle: (call) =>
      pageOf(call, flexSnapshotsOf(call.world, namedFlexCluster(call)), (snapshot) => view(snapshot, call.now)),
  },
  {
    ...common,
    operationId: 'getGroupFlexClusterBackupSnapshot',
    path: `${all}/{snapshotId}`,
    javaMethod: 'ApiAtlasFlexBackupResource::getSnapshot',
    handle: (call) => {
      const cluster = namedFlexCluster(call);
      const id = parameter(call, 'snapshotId');
      const snapshot = flexSnapshotsOf(call.world, cluster).find((candidate) => candidate.id === id);
      if (snapshot === undefined) throw atlasError('TENANT_SNAPSHOT_NOT_FOUND', id, cluster.name);
      return { status: 200, body: view(snapshot, call.now) };
    },
  },
];

function view(snapshot: FlexSnapshot, now: number): JsonObject {
  const { id, mongoDBVersion, scheduledAt, startedAt, finishedAt } = snapshot;
  return {
    expiration: timestamp(scheduledAt + 8 * 24 * 3600 * 1000),
    ...(now >= finishedAt ? { finishTime: timestamp(finishedAt) } : {}),
    id,
    mongoDBVersion,
    scheduledTime: timestamp(scheduledAt),
    ...(now >= startedAt ? { startTime: timestamp(startedAt) } : {}),
    status: flexSnapshotStatus(snapshot, now),
  };
}
