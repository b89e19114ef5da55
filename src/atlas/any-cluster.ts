import type { AtlasClient } from './client.ts';
import type { Cluster } from './cluster-answer.ts';
import {
  type ClusterAddress,
  createCluster,
  deleteCluster,
  getCluster,
  listClusters,
  updateCluster,
} from './clusters.ts';
import { AtlasError } from './errors.ts';
import {
  createFlexCluster,
  deleteFlexCluster,
  getFlexCluster,
  listFlexClusters,
  updateFlexCluster,
} from './flex-clusters.ts';

/**
 * Reads a cluster of any tier. Flex clusters have an API of their own, and each API names the other one in its refusal;
 * `expectedTier` says which to ask first.
 */
export async function getAnyCluster(
  client: AtlasClient,
  address: ClusterAddress,
  expectedTier?: string,
): Promise<Cluster> {
  const [first, second] = expectedTier === 'FLEX' ? [getFlexCluster, getCluster] : [getCluster, getFlexCluster];
  try {
    return await first(client, address);
  } catch (error) {
    if (!isOfOtherApi(error)) throw error;
  }
  return await second(client, address);
}

/** Reads a cluster of any tier; undefined where there is none. */
export async function findCluster(
  client: AtlasClient,
  address: ClusterAddress,
  expectedTier?: string,
): Promise<Cluster | undefined> {
  try {
    return await getAnyCluster(client, address, expectedTier);
  } catch (error) {
    if (isMissingCluster(error)) return undefined;
    throw error;
  }
}

/** All clusters of a project, of every tier. */
export async function listAllClusters(client: AtlasClient, groupId: string): Promise<readonly Cluster[]> {
  const lists = await Promise.all([listClusters(client, groupId), listFlexClusters(client, groupId)]);
  return lists.flat();
}

/** Milliseconds, and how often: Atlas has been seen to fail a list because a cluster vanished while it was listed. */
const LIST_AGAIN = 3_000;
const LISTINGS = 4;

/** Lists the clusters of a project in which some may just be being deleted. */
export async function listClustersPatiently(client: AtlasClient, groupId: string): Promise<readonly Cluster[]> {
  for (let listing = 1; ; listing++) {
    try {
      return await listAllClusters(client, groupId);
    } catch (error) {
      const vanished = isMissingCluster(error) && listing < LISTINGS;
      if (!vanished) throw error;
      client.log('A cluster has vanished while Atlas listed the clusters; listing again.');
      await client.clock.sleep(LIST_AGAIN, client.signal);
    }
  }
}

/** Asks for a new cluster in the API of its tier. */
export function createAnyCluster(
  client: AtlasClient,
  groupId: string,
  { tier, body }: { readonly tier: string; readonly body: unknown },
): Promise<Cluster> {
  return tier === 'FLEX' ? createFlexCluster(client, groupId, body) : createCluster(client, groupId, body);
}

/** Changes a cluster in the API of its tier. */
export function updateAnyCluster(
  client: AtlasClient,
  address: ClusterAddress,
  { tier, body }: { readonly tier: string; readonly body: unknown },
): Promise<Cluster> {
  return tier === 'FLEX' ? updateFlexCluster(client, address, body) : updateCluster(client, address, body);
}

/**
 * Asks Atlas to delete a cluster in the API of its tier. Already gone, or already going, is success. Where it is not known
 * whether it took effect, look at the id before asking again.
 */
export async function deleteAnyCluster(
  client: AtlasClient,
  address: ClusterAddress,
  { tier, retainBackups }: { readonly tier: string; readonly retainBackups: boolean },
): Promise<void> {
  try {
    if (tier === 'FLEX') await deleteFlexCluster(client, address);
    else await deleteCluster(client, address, { retainBackups });
  } catch (error) {
    const isGoing = error instanceof AtlasError && error.code === 'CLUSTER_ALREADY_REQUESTED_DELETION';
    if (!isMissingCluster(error) && !isGoing) throw error;
  }
}

/** Whether an error says that there is no such cluster. */
export function isMissingCluster(error: unknown): boolean {
  return error instanceof AtlasError && error.code === 'CLUSTER_NOT_FOUND';
}

function isOfOtherApi(error: unknown): boolean {
  return (
    error instanceof AtlasError &&
    (error.code === 'CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API' ||
      error.code === 'CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API')
  );
}
