import type { JsonObject } from '../json.ts';
import { hostLabel } from '../world/make-cluster.ts';
import type { Cluster } from '../world/types.ts';
import { endpointStrings, isSharded, peeringSrv } from './private-strings.ts';

/** The connection strings that a cluster shows at a moment. */
export function connectionStrings(cluster: Cluster, now: number): JsonObject {
  const { stringsFrom } = cluster;
  return {
    ...(isSharded(cluster) ? { awsPrivateLinkSrv: {}, privateEndpoint: [] } : {}),
    ...(now < stringsFrom.standard ? {} : { ...privateStrings(cluster), standard: standard(cluster) }),
    ...(now < stringsFrom.standardSrv ? {} : { standardSrv: standardSrv(cluster) }),
  };
}

/** What only those see who come over a peering or a private endpoint. */
function privateStrings(cluster: Cluster): JsonObject {
  const { peering = false, endpoints = [] } = cluster.privateAccess ?? {};
  return {
    ...(peering ? { private: standard(cluster, '-pri'), privateSrv: peeringSrv(cluster) } : {}),
    ...(endpoints.length === 0 ? {} : endpointStrings(cluster, endpoints)),
  };
}

function standardSrv({ name, hosts }: Cluster): string {
  return `mongodb+srv://${hostLabel(name)}.${hosts.suffix}`;
}

function standard(cluster: Cluster, suffixOfHosts = ''): string {
  const { nodePrefix, suffix, replicaSet } = cluster.hosts;
  const sets = isSharded(cluster) ? shardedSets(cluster) : ['shard-00'];
  const port = isSharded(cluster) ? 27016 : 27017;
  const hosts = sets.flatMap((set) =>
    Array.from(
      { length: nodesPerSet(cluster) },
      (_, node) => `${nodePrefix}-${set}-0${node}${suffixOfHosts}.${suffix}:${port}`,
    ),
  );
  const options = isSharded(cluster) ? '' : `&replicaSet=${replicaSet}-shard-0`;
  return `mongodb://${hosts.join(',')}/?ssl=true&authSource=admin${options}`;
}

/** The config servers hold the first shard too, so two shards show as one set named config and one named shard. */
function shardedSets({ settings }: Cluster): readonly string[] {
  return settings.replicationSpecs.map((_, index) => (index === 0 ? 'config-00' : `shard-0${index - 1}`));
}

function nodesPerSet({ settings }: Cluster): number {
  const regions = settings.replicationSpecs[0]?.regionConfigs ?? [];
  return regions.reduce((sum, { electableSpecs }) => sum + electableSpecs.nodeCount, 0) || 3;
}
