import { atlasError } from '../errors.ts';
import { restoreWindowDays } from '../world/backup-schedule.ts';
import type { PointInTime } from '../world/restore-types.ts';
import type { Snapshot } from '../world/snapshot-types.ts';
import { isShown, snapshotStatus } from '../world/snapshots.ts';
import type { Cluster } from '../world/types.ts';
import type { Call } from './operation.ts';
import { shownSnapshots } from './snapshot-lookup.ts';

/** A completed snapshot, whole or one member of a sharded one. */
export interface RestorableSnapshot {
  readonly snapshot: Snapshot;
  readonly id: string;
  readonly isMember: boolean;
}

/** Refuses a cluster that is not backed up; a deleted one may have kept its backups. */
export function checkBackedUp({ settings, retainsBackups }: Cluster): void {
  if (!settings.backupEnabled && retainsBackups !== true) throw atlasError('BACKUP_JOB_NOT_FOUND');
}

/** What a body names of a cluster's backups. */
export interface SourceNames {
  readonly cluster: Cluster;
  readonly snapshotId: string | undefined;
  readonly point: PointInTime | undefined;
}

/** The snapshot that a body names, if it is there and completed. */
export function restorableSnapshot(call: Call, { cluster, snapshotId: id }: SourceNames): RestorableSnapshot {
  if (id === undefined) throw atlasError('MISSING_ATTRIBUTE', 'snapshotId');
  if (!/^[0-9a-f]{24}$/.test(id)) throw atlasError('INVALID_SNAPSHOT_ID', id);
  const snapshot = call.world.snapshots.find(
    (candidate) => candidate.clusterId === cluster.id && (candidate.id === id || isMemberOf(candidate, id)),
  );
  if (snapshot === undefined || snapshot.ending === 'vanished') {
    throw atlasError('SNAPSHOT_NOT_FOUND', id, cluster.name);
  }
  if (!isShown(snapshot, call.now)) throw atlasError('CANNOT_START_RESTORE_JOB_FOR_DELETED_SNAPSHOT');
  if (snapshotStatus(snapshot, call.now) !== 'completed') {
    throw atlasError('CANNOT_START_RESTORE_JOB_FOR_INCOMPLETE_CLUSTER_SNAPSHOT');
  }
  return { snapshot, id, isMember: isMemberOf(snapshot, id) };
}

/** A point in time that can be restored, and the snapshot that it builds on. */
export function basePoint(
  call: Call,
  { cluster, point }: SourceNames,
): { readonly point: PointInTime; readonly base: Snapshot } {
  const { now } = call;
  const time = (point?.seconds ?? 0) * 1000;
  const windowStart = now - restoreWindowDays(cluster) * 24 * 3600 * 1000;
  if (!cluster.settings.pitEnabled || point === undefined || time > now || time < windowStart) {
    throw atlasError('INVALID_PIT_RESTORE_TIME');
  }
  if (cluster.pitSince !== undefined && time < cluster.pitSince) throw atlasError('NO_CHECKPOINT_FOR_PIT_RESTORE');
  const base = shownSnapshots(call, cluster).find(
    (snapshot) => snapshotStatus(snapshot, now) === 'completed' && snapshot.milestones.createdAt <= time,
  );
  if (base === undefined) throw atlasError('UNABLE_T0_FIND_SNAPSHOT_PRIOR_TO_PIT_RESTORE_OPTIME');
  return { point, base };
}

function isMemberOf({ members }: Snapshot, id: string): boolean {
  return members.some((member) => member.id === id);
}
