import { atlasError } from '../errors.ts';
import { clustersOf } from '../world/cluster-lifecycle.ts';
import type { Cluster } from '../world/types.ts';
import { type Call, parameter } from './operation.ts';

/** The cluster that the path names, flex or not. */
export function anyCluster(call: Call, name: string): Cluster {
  const { id } = call.project();
  const cluster = clustersOf(call.world, id).find((candidate) => candidate.name === name);
  if (cluster === undefined) throw atlasError('CLUSTER_NOT_FOUND', name, id);
  return cluster;
}

/** The dedicated or M0 cluster that the path names; flex clusters are refused here. */
export function namedCluster(call: Call): Cluster {
  const cluster = anyCluster(call, parameter(call, 'clusterName'));
  if (cluster.tier === 'FLEX') throw atlasError('CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API', cluster.name);
  return cluster;
}

/** The flex cluster that the path names; all others are refused here. */
export function namedFlexCluster(call: Call): Cluster {
  const cluster = anyCluster(call, parameter(call, 'name'));
  if (cluster.tier !== 'FLEX') throw atlasError('CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API', cluster.name);
  return cluster;
}

/** The cluster whose backups the path names: also a deleted one that keeps them. */
export function backedUpCluster(call: Call): Cluster {
  const name = parameter(call, 'clusterName');
  const { id } = call.project();
  const present = clustersOf(call.world, id).some((cluster) => cluster.name === name);
  const kept = call.world.clusters.findLast(
    (cluster) => cluster.groupId === id && cluster.name === name && cluster.retainsBackups === true,
  );
  const cluster = present || kept === undefined ? namedCluster(call) : kept;
  if (cluster.tier === 'M0') throw atlasError('PROVIDER_BACKUP_NOT_SUPPORTED');
  return cluster;
}
