import type { Reply } from '../answers.ts';
import { atlasError } from '../errors.ts';
import { objectBody, oneOf, optionalNumber, optionalText, required } from '../fields.ts';
import type { Json, JsonObject } from '../json.ts';
import { pageOf } from '../paging.ts';
import { retentionDays } from '../world/backup-schedule.ts';
import { stateOf } from '../world/cluster-lifecycle.ts';
import { complianceOf } from '../world/compliance-policy.ts';
import type { Snapshot } from '../world/snapshot-types.ts';
import { isUnfinished, snapshotExpiry, startSnapshot, takeScript } from '../world/snapshots.ts';
import type { Cluster } from '../world/types.ts';
import { backedUpCluster, namedCluster } from './cluster-lookup.ts';
import { type Call, type Operation, onlyVersion } from './operation.ts';
import {
  replicaSetSnapshot,
  replicaSetSnapshots,
  shownSnapshots,
  snapshotId,
  wholeSnapshot,
} from './snapshot-lookup.ts';
import { replicaSetView, shardedView } from './snapshot-view.ts';

const common = { versions: onlyVersion('2023-01-01'), bucket: 'cloudBackup' } as const;
const all = '/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots';
const one = `${all}/{snapshotId}`;
const javaResource = 'ApiAtlasDiskBackupSnapshotsResource';

/** Cloud backup snapshots of dedicated clusters, by replica set. */
export const snapshotOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'listGroupClusterBackupSnapshots',
    method: 'GET',
    path: all,
    roles: ['Project Read Only'],
    javaMethod: `${javaResource}::getSnapshots`,
    handle: (call) => {
      const cluster = backedUpCluster(call);
      return pageOf(call, replicaSetSnapshots(call, cluster), (found) => replicaSetView(call, cluster, found));
    },
  },
  {
    ...common,
    operationId: 'takeGroupClusterBackupSnapshots',
    method: 'POST',
    path: all,
    roles: ['Project Backup Creator'],
    javaMethod: `${javaResource}::onDemandSnapshot`,
    handle: takeSnapshot,
  },
  {
    ...common,
    operationId: 'getGroupClusterBackupSnapshot',
    method: 'GET',
    path: one,
    roles: ['Project Read Only'],
    javaMethod: `${javaResource}::getSnapshot`,
    handle: (call) => {
      const cluster = backedUpCluster(call);
      return { status: 200, body: viewOfNamed(call, cluster) };
    },
  },
  {
    ...common,
    operationId: 'updateGroupClusterBackupSnapshot',
    method: 'PATCH',
    path: one,
    roles: ['Project Backup Manager'],
    javaMethod: `${javaResource}::updateSnapshotRetention`,
    handle: changeRetention,
  },
  {
    ...common,
    operationId: 'deleteGroupClusterBackupSnapshot',
    method: 'DELETE',
    path: one,
    roles: ['Project Backup Manager'],
    javaMethod: `${javaResource}::deleteSnapshot`,
    handle: deleteSnapshot,
  },
];

/** This path knows the snapshot of a sharded cluster too, and shows it as what it is. */
function viewOfNamed(call: Call, cluster: Cluster): JsonObject {
  const part = replicaSetSnapshot(call, cluster);
  return part === undefined
    ? shardedView(call, cluster, wholeSnapshot(call, cluster))
    : replicaSetView(call, cluster, part);
}

function takeSnapshot(call: Call): Reply {
  const { world, now } = call;
  const cluster = namedCluster(call);
  const request = readRequest(call.body);
  checkBackup(call, cluster);
  checkRetention(call, { cluster, days: request.retentionDays });
  const script = takeScript(world, cluster);
  const snapshot = startSnapshot(world, cluster, {
    ...request,
    requestedAt: now,
    snapshotType: 'onDemand',
    frequencyType: 'ondemand',
    ...(script === undefined ? {} : { ending: script.ending }),
    ...(script?.afterSeconds === undefined ? {} : { endsAfterSeconds: script.afterSeconds }),
  });
  const body =
    cluster.settings.clusterType === 'REPLICASET'
      ? replicaSetView(call, cluster, { snapshot, id: snapshot.id, replicaSetName: cluster.name })
      : shardedView(call, cluster, snapshot);
  return { status: 200, body };
}

function readRequest(sent: Json | undefined): { readonly description: string; readonly retentionDays: number } {
  const body = sent === undefined ? {} : objectBody(sent);
  const retentionDays = optionalNumber(body, 'retentionInDays') ?? 1;
  if (!Number.isInteger(retentionDays) || retentionDays < 1) throw atlasError('INVALID_ATTRIBUTE', 'retentionInDays');
  return { description: optionalText(body, 'description') ?? '', retentionDays };
}

function checkBackup(call: Call, cluster: Cluster): void {
  if (cluster.tier === 'M0') throw atlasError('PROVIDER_BACKUP_NOT_SUPPORTED');
  const state = stateOf(cluster, call.now);
  if (!cluster.settings.backupEnabled || state === 'CREATING' || state === 'DELETING') {
    throw atlasError('BACKUP_JOB_NOT_FOUND');
  }
  if (cluster.settings.paused) throw atlasError('CANNOT_UPDATE_PAUSED_CLUSTER', cluster.name);
  const busy = shownSnapshots(call, cluster).some(
    (snapshot) => snapshot.snapshotType === 'onDemand' && isUnfinished(snapshot, call.now),
  );
  if (busy) throw atlasError('UNFINISHED_ON_DEMAND_SNAPSHOT');
}

/** A compliance policy can demand that snapshots on demand are kept for so long. */
function checkRetention(
  { world }: Call,
  { cluster, days }: { readonly cluster: Cluster; readonly days: number },
): void {
  const item = complianceOf(world, cluster)?.onDemandPolicyItem ?? null;
  if (item !== null && days < retentionDays(item))
    throw atlasError('SNAPSHOT_RETENTION_LESS_THAN_BACKUP_COMPLIANCE_POLICY');
}

const daysPerUnit = { DAYS: 1, WEEKS: 7, MONTHS: 31, YEARS: 366 } as const;

function changeRetention(call: Call): Reply {
  const cluster = backedUpCluster(call);
  const snapshot = replicaSetSnapshot(call, cluster)?.snapshot ?? wholeSnapshot(call, cluster);
  const body = objectBody(call.body);
  const unit = oneOf(
    ['DAYS', 'WEEKS', 'MONTHS', 'YEARS'],
    required('retentionUnit', optionalText(body, 'retentionUnit')),
  );
  const value = required('retentionValue', optionalNumber(body, 'retentionValue'));
  if (!Number.isInteger(value) || value < 1) throw atlasError('BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID');
  if (isUnfinished(snapshot, call.now)) throw atlasError('CANNOT_MODIFY_IN_PROGRESS_SNAPSHOT_RETENTION');
  const expiresAt = snapshot.milestones.completed + value * daysPerUnit[unit] * 24 * 3600 * 1000;
  const isShorter = expiresAt < snapshotExpiry(snapshot, call.now);
  if (isShorter && complianceOf(call.world, cluster) !== undefined) {
    throw atlasError('CANNOT_DECREASE_SNAPSHOT_RETENTION_WITH_BACKUP_COMPLIANCE_POLICY');
  }
  snapshot.expiresAt = expiresAt;
  return { status: 200, body: viewOfNamed(call, cluster) };
}

/** Deleting one member of a sharded cluster's snapshot leaves the others. */
function deleteSnapshot(call: Call): Reply {
  const cluster = backedUpCluster(call);
  const id = snapshotId(call);
  const part = replicaSetSnapshot(call, cluster);
  const snapshot = part?.snapshot ?? wholeSnapshot(call, cluster);
  checkDeletion(call, { snapshot, id });
  if (part !== undefined) snapshot.members = snapshot.members.filter((member) => member.id !== id);
  if (part === undefined || snapshot.members.length === 0) snapshot.deleted = true;
  return { status: 204 };
}

/** A snapshot can be deleted only once it has ended, and not at all under a compliance policy. */
export function checkDeletion(
  { world, now }: Call,
  { snapshot, id }: { readonly snapshot: Snapshot; readonly id: string },
): void {
  if (isUnfinished(snapshot, now)) throw atlasError('CANNOT_DELETE_IN_PROGRESS_SNAPSHOT', id);
  if (complianceOf(world, snapshot) !== undefined) {
    throw atlasError('CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY');
  }
}
