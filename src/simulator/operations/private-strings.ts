import type { JsonObject } from '../json.ts';
import { hostLabel } from '../world/make-cluster.ts';
import type { PrivateEndpoint } from '../world/private-access.ts';
import type { Cluster } from '../world/types.ts';

const firstPort = 1024;

/** Tells whether clients of a cluster talk to mongos. */
export function isSharded({ settings }: Cluster): boolean {
  return settings.clusterType !== 'REPLICASET';
}

/** The string for those who come over a network peering. */
export function peeringSrv({ name, hosts }: Cluster): string {
  return `mongodb+srv://${hostLabel(name)}-pri.${hosts.suffix}`;
}

/** The strings of private endpoints: one set for each, and the older forms that name them by id. */
export function endpointStrings(cluster: Cluster, endpoints: readonly PrivateEndpoint[]): JsonObject {
  const views = endpoints.map((endpoint, number) => endpointView(cluster, endpoint, number));
  const amazon = endpoints.flatMap(({ endpointId, providerName = 'AWS' }, index) => {
    const view = views[index];
    return providerName === 'AWS' && view !== undefined ? [{ endpointId, view }] : [];
  });
  return {
    ...(amazon.length === 0
      ? {}
      : {
          awsPrivateLink: Object.fromEntries(amazon.map(({ endpointId, view }) => [endpointId, view.connectionString])),
          awsPrivateLinkSrv: Object.fromEntries(
            amazon.map(({ endpointId, view }) => [endpointId, view.srvConnectionString]),
          ),
        }),
    privateEndpoint: views,
  };
}

function endpointView(cluster: Cluster, endpoint: PrivateEndpoint, number: number) {
  const { name, hosts } = cluster;
  const { endpointId, providerName = 'AWS', region = regionOf(cluster) } = endpoint;
  const host = `pl-${number}-${region.toLowerCase().replaceAll('_', '-')}.${hosts.suffix}`;
  const seeds = [0, 1, 2].map((node) => `${host}:${firstPort + node}`).join(',');
  const options = isSharded(cluster) ? '' : `&replicaSet=${hosts.replicaSet}-shard-0`;
  const srv = `mongodb+srv://${hostLabel(name)}-pl-${number}`;
  return {
    connectionString: `mongodb://${seeds}/?ssl=true&authSource=admin${options}`,
    endpoints: [{ endpointId, providerName, region }],
    srvConnectionString: `${srv}.${hosts.suffix}`,
    ...(isSharded(cluster) ? { srvShardOptimizedConnectionString: `${srv}-lb.${hosts.suffix}` } : {}),
    type: isSharded(cluster) ? 'MONGOS' : 'MONGOD',
  };
}

function regionOf({ settings }: Cluster): string {
  return settings.replicationSpecs[0]?.regionConfigs[0]?.regionName ?? 'US_EAST_1';
}
