import type { Reply } from '../answers.ts';
import { timestamp } from '../clock.ts';
import { atlasError } from '../errors.ts';
import { objectBody, optionalText, requiredText } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import { pageOf } from '../paging.ts';
import { flexRestoreJobsOf, flexRestoreStatus, startFlexRestore } from '../world/flex-restores.ts';
import { flexSnapshotStatus, flexSnapshotsOf } from '../world/flex-snapshots.ts';
import type { FlexRestoreJob } from '../world/restore-types.ts';
import type { FlexSnapshot } from '../world/snapshot-types.ts';
import type { Cluster } from '../world/types.ts';
import { namedFlexCluster } from './cluster-lookup.ts';
import { flexRestoreTarget } from './flex-restore-target.ts';
import { type Call, type Operation, onlyVersion, parameter } from './operation.ts';

const common = { versions: onlyVersion('2024-11-13'), bucket: 'flexBackup' } as const;
const backup = '/api/atlas/v2/groups/{groupId}/flexClusters/{name}/backup';
const all = `${backup}/restoreJobs`;
const javaResource = 'ApiAtlasFlexBackupResource';
const expiresAfter = 6 * 3600 * 1000;

/** Restores of flex clusters' backups. */
export const flexRestoreOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'listGroupFlexClusterBackupRestoreJobs',
    method: 'GET',
    path: all,
    roles: ['Project Read Only'],
    javaMethod: `${javaResource}::getRestoreJobs`,
    handle: (call) => pageOf(call, flexRestoreJobsOf(call.world, namedFlexCluster(call)), (job) => view(job, call.now)),
  },
  {
    ...common,
    operationId: 'createGroupFlexClusterBackupRestoreJob',
    method: 'POST',
    path: all,
    roles: ['Project Backup Recovery Operator'],
    javaMethod: `${javaResource}::createRestoreJob`,
    handle: restoreSnapshot,
  },
  {
    ...common,
    operationId: 'getGroupFlexClusterBackupRestoreJob',
    method: 'GET',
    path: `${all}/{restoreJobId}`,
    roles: ['Project Read Only'],
    javaMethod: `${javaResource}::getRestoreJob`,
    handle: (call) => ({ status: 200, body: view(namedJob(call), call.now) }),
  },
  {
    ...common,
    operationId: 'downloadGroupFlexClusterBackup',
    method: 'POST',
    path: `${backup}/download`,
    roles: ['Project Backup Export Operator'],
    handle: downloadSnapshot,
  },
];

const readOnlyFields = [
  'deliveryType',
  'expirationDate',
  'id',
  'instanceName',
  'links',
  'projectId',
  'restoreFinishedDate',
  'restoreScheduledDate',
  'snapshotFinishedDate',
  'snapshotUrl',
  'status',
];

function restoreSnapshot(call: Call): Reply {
  const cluster = namedFlexCluster(call);
  const body = objectBody(call.body);
  checkFields(body, ['snapshotId', 'targetDeploymentItemName', 'targetProjectId', ...readOnlyFields]);
  const name = requiredText(body, 'targetDeploymentItemName');
  const snapshot = completedSnapshot(call, cluster, requiredText(body, 'snapshotId'));
  const target = flexRestoreTarget(call, {
    targetGroupId: optionalText(body, 'targetProjectId') ?? cluster.groupId,
    targetClusterName: name,
    snapshot,
  });
  return { status: 200, body: view(startFlexRestore(call.world, { cluster, snapshot, target }), call.now) };
}

function downloadSnapshot(call: Call): Reply {
  const cluster = namedFlexCluster(call);
  const body = objectBody(call.body);
  checkFields(body, ['snapshotId', 'links']);
  const snapshot = completedSnapshot(call, cluster, requiredText(body, 'snapshotId'));
  return { status: 200, body: view(startFlexRestore(call.world, { cluster, snapshot }), call.now) };
}

function completedSnapshot(call: Call, cluster: Cluster, id: string): FlexSnapshot {
  const snapshot = flexSnapshotsOf(call.world, cluster).find((candidate) => candidate.id === id);
  if (snapshot === undefined) throw atlasError('TENANT_SNAPSHOT_NOT_FOUND', id, cluster.name);
  if (flexSnapshotStatus(snapshot, call.now) !== 'COMPLETED') {
    // No code of its own is known for this.
    throw atlasError('CANNOT_START_RESTORE_JOB_FOR_INCOMPLETE_CLUSTER_SNAPSHOT');
  }
  return snapshot;
}

function namedJob(call: Call): FlexRestoreJob {
  const cluster = namedFlexCluster(call);
  const id = parameter(call, 'restoreJobId');
  if (!/^[0-9a-f]{24}$/.test(id)) throw atlasError('INVALID_JOB_ID', id);
  const job = flexRestoreJobsOf(call.world, cluster).find((candidate) => candidate.id === id);
  if (job === undefined) throw atlasError('TENANT_RESTORE_NOT_FOUND', id, cluster.name);
  return job;
}

function checkFields(body: JsonObject, known: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown !== undefined) throw atlasError('INVALID_ATTRIBUTE', unknown);
}

function view(job: FlexRestoreJob, now: number): JsonObject {
  const { target } = job;
  const isOver = now >= job.endsAt;
  const hasLink = isOver && job.ending === 'finished' && now < job.scheduledAt + expiresAfter;
  const hasDate = isOver && typeof job.ending !== 'object';
  return {
    deliveryType: job.deliveryType,
    expirationDate: timestamp(job.scheduledAt + expiresAfter),
    id: job.id,
    instanceName: job.clusterName,
    projectId: job.groupId,
    ...(hasDate ? { restoreFinishedDate: timestamp(job.endsAt) } : {}),
    restoreScheduledDate: timestamp(job.scheduledAt),
    snapshotFinishedDate: timestamp(job.snapshotFinishedAt),
    snapshotId: job.snapshotId,
    ...(hasLink && job.url !== undefined ? { snapshotUrl: job.url } : {}),
    status: flexRestoreStatus(job, now),
    ...(target === undefined ? {} : { targetDeploymentItemName: target.clusterName, targetProjectId: target.groupId }),
  };
}
