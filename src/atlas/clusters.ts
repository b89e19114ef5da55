import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import { type Cluster, clusterAnswer } from './cluster-answer.ts';
import { operation } from './operation.ts';
import { listAll, pageOf } from './pagination.ts';

/** Which cluster: Atlas addresses clusters by project and name. */
export interface ClusterAddress {
  readonly groupId: string;
  readonly clusterName: string;
}

const inProject = 'the cluster "{clusterName}" in project {groupId}';

const get = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}',
  version: '2024-08-05',
  task: `read ${inProject}`,
  role: 'Project Read Only',
  answer: clusterAnswer,
});

const create = operation({
  method: 'POST',
  path: '/groups/{groupId}/clusters',
  version: '2024-10-23',
  task: 'create a cluster in project {groupId}',
  role: 'Project Cluster Creator',
  answer: clusterAnswer,
});

const update = operation({
  method: 'PATCH',
  path: '/groups/{groupId}/clusters/{clusterName}',
  version: '2024-10-23',
  task: `update ${inProject}`,
  role: 'Project Cluster Manager',
  answer: clusterAnswer,
});

const remove = operation({
  method: 'DELETE',
  path: '/groups/{groupId}/clusters/{clusterName}',
  version: '2023-02-01',
  task: `delete ${inProject}`,
  role: 'Project Owner',
  answer: z.unknown(),
});

const status = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/status',
  version: '2023-01-01',
  task: `read whether the changes of ${inProject} are rolled out`,
  role: 'Project Read Only',
  answer: z.object({ changeStatus: z.string() }),
});

const list = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters',
  version: '2024-08-05',
  task: 'list the clusters of project {groupId}',
  role: 'Project Read Only',
  answer: pageOf(clusterAnswer),
});

/** Reads a dedicated or free cluster; a Flex cluster is an AtlasError with CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API. */
export function getCluster(client: AtlasClient, address: ClusterAddress): Promise<Cluster> {
  return client.call(get, { path: address });
}

/** Asks for a new dedicated or free cluster. The answer may be lost although it is made: look before asking again. */
export function createCluster(client: AtlasClient, groupId: string, body: unknown): Promise<Cluster> {
  return client.call(create, { path: { groupId }, body });
}

/** Changes top-level fields of a dedicated cluster; lists are replaced whole. M0 cannot be changed at all. */
export function updateCluster(client: AtlasClient, address: ClusterAddress, body: unknown): Promise<Cluster> {
  return client.call(update, { path: address, body });
}

/**
 * Asks Atlas to delete a dedicated or free cluster; it then shows DELETING for some minutes. The answer may be lost although it
 * is carried out: look at the id before asking again, since the name may be another cluster's by then.
 */
export async function deleteCluster(
  client: AtlasClient,
  address: ClusterAddress,
  { retainBackups }: { readonly retainBackups: boolean },
): Promise<void> {
  const query: Readonly<Record<string, string>> = retainBackups ? { retainBackups: 'true' } : {};
  await client.call(remove, { path: address, query, repeat: 'if-not-executed' });
}

/** Whether all changes, new database users included, have reached the cluster: APPLIED or PENDING. */
export async function getChangeStatus(client: AtlasClient, address: ClusterAddress): Promise<string> {
  const { changeStatus } = await client.call(status, { path: address });
  return changeStatus;
}

/** All dedicated and free clusters of a project. */
export function listClusters(client: AtlasClient, groupId: string): Promise<readonly Cluster[]> {
  return listAll(client, list, { path: { groupId } });
}

/** All dedicated and free clusters of a project, and those that are deleted but have left their backups. */
export function listWithRetainedBackups(client: AtlasClient, groupId: string): Promise<readonly Cluster[]> {
  return listAll(client, list, { path: { groupId }, query: { includeDeletedWithRetainedBackups: 'true' } });
}

/** Finds a cluster that is deleted but has left its backups: its snapshots answer to its name until they expire. */
export async function findClusterOfRetainedBackups(
  client: AtlasClient,
  { groupId, clusterName }: ClusterAddress,
): Promise<Cluster | undefined> {
  const clusters = await listWithRetainedBackups(client, groupId);
  return clusters.findLast(({ name }) => name === clusterName);
}

/** Whether a cluster's data is spread over shards; its snapshots then have paths of their own. */
export function isSharded({ clusterType }: Cluster): boolean {
  return clusterType !== 'REPLICASET';
}
