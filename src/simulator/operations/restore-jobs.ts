import type { Reply } from '../answers.ts';
import { isAllowedInProject } from '../authentication/roles.ts';
import { atlasError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { catalogueAtPoint } from '../world/cluster-data.ts';
import type { RestoreJob } from '../world/restore-types.ts';
import { isActiveDownload, restoreJobsOf, startRestore } from '../world/restores.ts';
import { snapshotCatalogue } from '../world/snapshots.ts';
import type { Cluster } from '../world/types.ts';
import { backedUpCluster } from './cluster-lookup.ts';
import { type Call, type Operation, onlyVersion, parameter } from './operation.ts';
import { checkFit } from './restore-fit.ts';
import { type RestoreRequest, readRestoreRequest } from './restore-request.ts';
import { basePoint, checkBackedUp, type RestorableSnapshot, restorableSnapshot } from './restore-source.ts';
import { restoreTarget } from './restore-target.ts';
import { restoreJobView } from './restore-view.ts';

const common = { versions: onlyVersion('2023-01-01'), bucket: 'cloudBackup' } as const;
const all = '/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/restoreJobs';
const one = `${all}/{restoreJobId}`;
const javaResource = 'ApiAtlasDiskBackupRestoreJobsResource';

/** Restores of dedicated clusters' backups. */
export const restoreJobOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'listGroupClusterBackupRestoreJobs',
    method: 'GET',
    path: all,
    roles: ['Project Backup Manager'],
    javaMethod: `${javaResource}::getRestoreJobs`,
    handle: (call) =>
      pageOf(call, restoreJobsOf(call.world, backedUpCluster(call)), (job) => restoreJobView(call, job)),
  },
  {
    ...common,
    operationId: 'createGroupClusterBackupRestoreJob',
    method: 'POST',
    path: all,
    roles: ['Project Backup Export Operator', 'Project Backup Recovery Operator'],
    javaMethod: `${javaResource}::createRestoreJob`,
    handle: createJob,
  },
  {
    ...common,
    operationId: 'getGroupClusterBackupRestoreJob',
    method: 'GET',
    path: one,
    roles: ['Project Backup Manager'],
    javaMethod: `${javaResource}::getRestoreJob`,
    handle: (call) => ({ status: 200, body: restoreJobView(call, namedJob(call)) }),
  },
  {
    ...common,
    operationId: 'cancelGroupClusterBackupRestoreJob',
    method: 'DELETE',
    path: one,
    roles: ['Project Backup Export Operator', 'Project Backup Recovery Operator'],
    handle: cancelJob,
  },
];

function createJob(call: Call): Reply {
  const cluster = backedUpCluster(call);
  const request = readRestoreRequest(call.body);
  checkBackedUp(cluster);
  const start = starters[request.deliveryType];
  return { status: 200, body: restoreJobView(call, start(call, { ...request, cluster })) };
}

/** A request with the cluster whose backup it is about. */
type Wish = RestoreRequest & { readonly cluster: Cluster };

const starters: Readonly<Record<RestoreJob['deliveryType'], (call: Call, wish: Wish) => RestoreJob>> = {
  automated: restoreSnapshot,
  download: downloadSnapshot,
  pointInTime: restorePoint,
};

function restoreSnapshot(call: Call, wish: Wish): RestoreJob {
  const { cluster } = wish;
  const found = restorableSnapshot(call, wish);
  if (found.isMember) throw atlasError('AUTOMATED_RESTORE_OF_SHARD_NOT_ALLOWED');
  const target = restoreTarget(call, wish);
  checkFit({ cluster, mongodVersion: found.snapshot.mongodVersion, target });
  return startRestore(call.world, {
    cluster,
    target,
    deliveryType: 'automated',
    from: fromSnapshot(cluster, found),
    catalogue: snapshotCatalogue(call.world, found.snapshot),
    files: [],
  });
}

/** Each of the two roles of this operation is for its own kind of job; that of a restore is asked for in the target. */
function downloadSnapshot(call: Call, wish: Wish): RestoreJob {
  const { cluster } = wish;
  if (!isAllowedInProject(call.caller, call.project(), ['Project Backup Export Operator'])) {
    throw atlasError('USER_UNAUTHORIZED');
  }
  if (cluster.settings.edition === 'INFINITE') throw atlasError('INVALID_ATTRIBUTE', 'deliveryType');
  const found = restorableSnapshot(call, wish);
  const isSame = ({ from }: RestoreJob) => 'snapshotId' in from && from.snapshotId === found.id;
  const others = restoreJobsOf(call.world, cluster).filter((job) => isSame(job) && isActiveDownload(job, call.now));
  if (others.length > 0) throw atlasError('CANNOT_DOWNLOAD_SNAPSHOT_CONCURRENTLY');
  const { id, isMember, snapshot } = found;
  const files = isMember ? snapshot.members.filter((member) => member.id === id) : snapshot.members;
  return startRestore(call.world, {
    cluster,
    deliveryType: 'download',
    from: fromSnapshot(cluster, found),
    catalogue: snapshotCatalogue(call.world, snapshot),
    files: files.length > 0 ? files : [{ id, replicaSetName: cluster.name }],
  });
}

function restorePoint(call: Call, wish: Wish): RestoreJob {
  const { cluster } = wish;
  const { point, base } = basePoint(call, wish);
  const target = restoreTarget(call, wish);
  checkFit({ cluster, mongodVersion: base.mongodVersion, target });
  return startRestore(call.world, {
    cluster,
    target,
    deliveryType: 'pointInTime',
    from: { point },
    catalogue: catalogueAtPoint(cluster, point),
    files: [],
  });
}

function fromSnapshot(cluster: Cluster, { id, snapshot, isMember }: RestorableSnapshot): RestoreJob['from'] {
  const sharded = cluster.settings.clusterType !== 'REPLICASET' && !isMember;
  return { snapshotId: id, takenAt: snapshot.milestones.createdAt, sharded };
}

function cancelJob(call: Call): Reply {
  const job = namedJob(call);
  if (job.deliveryType !== 'download') throw atlasError('CANNOT_CANCEL_AUTOMATED_RESTORE');
  // Not documented: to cancel what is over changes nothing and is no mistake.
  if (isActiveDownload(job, call.now)) job.cancelledAt = call.now;
  return { status: 204 };
}

function namedJob(call: Call): RestoreJob {
  const cluster = backedUpCluster(call);
  const id = parameter(call, 'restoreJobId');
  if (!/^[0-9a-f]{24}$/.test(id)) throw atlasError('INVALID_JOB_ID', id);
  const job = restoreJobsOf(call.world, cluster).find((candidate) => candidate.id === id);
  if (job === undefined) throw atlasError('RESTORE_JOB_NOT_FOUND', id, cluster.name);
  return job;
}
