import type { JsonObject } from '../json.ts';
import { clustersOf, stateOf } from '../world/cluster-lifecycle.ts';
import type { Cluster, Project } from '../world/types.ts';
import type { Call } from './operation.ts';

/** A project with its clusters in short, as the list across all projects shows it. */
export function clusterSummary(call: Call, project: Project): JsonObject {
  const organization = call.world.organizations.find(({ id }) => id === project.orgId);
  const clusters = clustersOf(call.world, project.id).filter((cluster) => !isMultiCloud(cluster));
  return {
    clusters: clusters.map((cluster) => entry(cluster, call.now)),
    groupId: project.id,
    groupName: project.name,
    orgId: project.orgId,
    orgName: organization?.name,
    planType: 'Atlas',
    tags: [],
  };
}

function entry(cluster: Cluster, now: number): JsonObject {
  const { settings } = cluster;
  const nodes = settings.replicationSpecs.map(({ regionConfigs }) =>
    regionConfigs.reduce((sum, { electableSpecs }) => sum + (electableSpecs.nodeCount || 3), 0),
  );
  return {
    alertCount: 0,
    authEnabled: true,
    availability: settings.paused || stateOf(cluster, now) === 'CREATING' ? 'unavailable' : 'available',
    backupEnabled: settings.backupEnabled,
    clusterId: cluster.id,
    dataSizeBytes: 0,
    name: cluster.name,
    nodeCount: nodes.reduce((sum, count) => sum + count, 0),
    sslEnabled: true,
    type: settings.clusterType === 'REPLICASET' ? 'REPLICA_SET' : 'SHARDED_CLUSTER',
    versions: [settings.mongoDBVersion],
  };
}

function isMultiCloud({ settings }: Cluster): boolean {
  const providers = settings.replicationSpecs.flatMap(({ regionConfigs }) =>
    regionConfigs.map(({ providerName }) => providerName),
  );
  return new Set(providers).size > 1;
}
