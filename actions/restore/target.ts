import { findCluster } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import { databaseSuffixOf } from '../../src/environment/environment.ts';
import { ownerOf } from '../../src/environment/tags.ts';
import { findOwnCluster } from '../own-cluster.ts';
import { type DraftWish, type RestoreWish, wishOf } from './wish.ts';

/**
 * Finds the target of a restore that an environment decides: one cluster is shared by the databases of many environments, whose
 * names then tell them apart; a whole restore goes into the environment's own.
 */
export async function withTarget(
  client: AtlasClient,
  draft: DraftWish,
  { from, to }: { from: ClusterAddress; to: ClusterAddress | undefined },
): Promise<RestoreWish> {
  const { environment, scope, isNameDerived } = draft;
  const databaseSuffix = scope?.databaseSuffix;
  if (!environment || !to) return wishOf(draft, { from, to, databaseSuffix });
  if (isNameDerived) {
    const own = await findOwnCluster(client, to.groupId, environment);
    const target = own ? { ...to, clusterName: own.name } : to;
    return wishOf(draft, { from, to: target, databaseSuffix });
  }
  if (!scope || databaseSuffix !== undefined) return wishOf(draft, { from, to, databaseSuffix });
  const cluster = await findCluster(client, to);
  const isOwnCluster = cluster !== undefined && ownerOf(cluster.tags, environment) === 'own';
  return wishOf(draft, { from, to, databaseSuffix: databaseSuffixOf(environment, { isOwnCluster }) });
}
