import { findCluster, listClustersPatiently } from '../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../src/atlas/client.ts';
import type { Cluster } from '../src/atlas/cluster-answer.ts';
import { clusterNameOf, type Environment } from '../src/environment/environment.ts';
import { ownerOf } from '../src/environment/tags.ts';

/**
 * The cluster of an environment: by the name that follows from it, whoever owns that, or the only one that carries its tags. A
 * spec may have named it, or it may have been created when the repository's id was not known. Undefined where there is none.
 */
export async function findOwnCluster(
  client: AtlasClient,
  groupId: string,
  environment: Environment,
): Promise<Cluster | undefined> {
  const named = await findCluster(client, { groupId, clusterName: clusterNameOf(environment) });
  if (named) return named;
  const all = await listClustersPatiently(client, groupId);
  const own = all.filter(({ stateName, tags }) => stateName !== 'DELETING' && ownerOf(tags, environment) === 'own');
  const [only, ...more] = own;
  if (more.length === 0) return only;
  throw new Error(
    `Environment ${environment.name} has ${own.length} clusters: ${own.map(({ name }) => `"${name}"`).join(', ')}. Say which with cluster-name.`,
  );
}
