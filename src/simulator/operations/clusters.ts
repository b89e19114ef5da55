import type { Reply } from '../answers.ts';
import { sees } from '../authentication/roles.ts';
import { atlasError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import type { Version } from '../versions.ts';
import { clustersOf, isGone } from '../world/cluster-lifecycle.ts';
import { complianceOf } from '../world/compliance-policy.ts';
import { isApplied } from '../world/roll-out.ts';
import type { Cluster } from '../world/types.ts';
import { beginDeletion } from './begin-deletion.ts';
import { namedCluster } from './cluster-lookup.ts';
import { clusterSummary } from './cluster-summary.ts';
import { clusterView } from './cluster-view.ts';
import { createCluster } from './create-cluster.ts';
import { type Call, type Operation, onlyVersion } from './operation.ts';
import { updateCluster } from './update-cluster.ts';

const older: Version = { date: '2023-02-01', deprecatedOn: '2024-08-05', sunsetOn: '2027-07-01' };
const readVersions: readonly Version[] = [older, { date: '2024-08-05' }];
const writeVersions: readonly Version[] = [
  older,
  { date: '2024-08-05', deprecatedOn: '2024-10-23', sunsetOn: '2027-03-01' },
  { date: '2024-10-23' },
];
const deleteVersions: readonly Version[] = [
  { date: '2023-01-01', deprecatedOn: '2023-02-01', sunsetOn: '2027-07-01' },
  { date: '2023-02-01' },
];
const all = '/api/atlas/v2/groups/{groupId}/clusters';
const one = `${all}/{clusterName}`;

/** Dedicated clusters and M0. */
export const clusterOperations: readonly Operation[] = [
  {
    operationId: 'listClusterDetails',
    method: 'GET',
    path: '/api/atlas/v2/clusters',
    versions: onlyVersion('2023-01-01'),
    roles: [],
    bucket: 'clusters',
    javaMethod: 'ApiClustersResource::getAllClusters',
    handle: listEverywhere,
  },
  {
    operationId: 'listGroupClusters',
    method: 'GET',
    path: all,
    versions: readVersions,
    roles: ['Project Read Only'],
    bucket: 'clusters',
    javaMethod: javaMethod('getAllClusters'),
    handle: (call) => pageOf(call, listed(call), (cluster) => clusterView(call, cluster)),
  },
  {
    operationId: 'createGroupCluster',
    method: 'POST',
    path: all,
    versions: writeVersions,
    roles: ['Project Cluster Creator'],
    bucket: 'clusters',
    javaMethod: javaMethod('createCluster'),
    handle: createCluster,
  },
  {
    operationId: 'getGroupCluster',
    method: 'GET',
    path: one,
    versions: readVersions,
    roles: ['Project Read Only'],
    bucket: 'clusters',
    javaMethod: javaMethod('getCluster'),
    handle: (call) => ({ status: 200, body: clusterView(call, namedCluster(call)) }),
  },
  {
    operationId: 'updateGroupCluster',
    method: 'PATCH',
    path: one,
    versions: writeVersions,
    roles: ['Project Cluster Manager', 'Project Cluster Resilience Tester', 'Project Replica Set Manager'],
    bucket: 'clusters',
    javaMethod: javaMethod('updateCluster'),
    handle: updateCluster,
  },
  {
    operationId: 'deleteGroupCluster',
    method: 'DELETE',
    path: one,
    versions: deleteVersions,
    roles: ['Project Owner'],
    bucket: 'clusters',
    javaMethod: 'ApiAtlasClusterDescriptionV15Resource::deleteCluster',
    handle: deleteCluster,
  },
  {
    operationId: 'getGroupClusterStatus',
    method: 'GET',
    path: `${one}/status`,
    versions: onlyVersion('2023-01-01'),
    roles: ['Project Read Only'],
    bucket: 'clusters',
    javaMethod: 'ApiAtlasLegacyClusterDescriptionResource::getClusterStatus',
    handle: (call) => ({
      status: 200,
      body: { changeStatus: isApplied(namedCluster(call), call.now) ? 'APPLIED' : 'PENDING' },
    }),
  },
];

function javaMethod(name: string): (version: string) => string {
  return (version) => {
    const resource = version === older.date ? 'V15Resource' : `Resource${version.replaceAll('-', '')}`;
    return `ApiAtlasClusterDescription${resource}::${name}`;
  };
}

function listed(call: Call): readonly Cluster[] {
  const { id } = call.project();
  const present = clustersOf(call.world, id).filter(({ tier }) => tier !== 'FLEX');
  if (call.query.get('includeDeletedWithRetainedBackups') !== 'true') return present;
  const kept = call.world.clusters.filter(
    (cluster) => cluster.groupId === id && cluster.retainsBackups === true && isGone(cluster, call.now),
  );
  return [...present, ...kept];
}

function listEverywhere(call: Call): Reply {
  const projects = call.world.projects.filter((project) => sees(call.caller, project));
  return pageOf(call, projects, (project) => clusterSummary(call, project));
}

function deleteCluster(call: Call): Reply {
  const cluster = namedCluster(call);
  const { backupEnabled } = cluster.settings;
  const retains = call.query.get('retainBackups') === 'true';
  if (backupEnabled && !retains && complianceOf(call.world, cluster) !== undefined) {
    throw atlasError('CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY');
  }
  beginDeletion(call, cluster);
  cluster.retainsBackups = retains && backupEnabled;
  return { status: 202, body: {} };
}
