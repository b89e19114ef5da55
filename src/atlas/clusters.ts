import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import { operation } from './operation.ts';
import { listAll, pageOf } from './pagination.ts';

/** A dedicated or free (M0) cluster; Flex clusters have an API of their own. Enumerations are open. */
export interface Cluster {
  readonly id: string;
  readonly name: string;
  /** REPLICASET, SHARDED or GEOSHARDED. */
  readonly clusterType: string;
  readonly stateName: string;
  readonly paused: boolean;
  readonly backupEnabled: boolean;
  /** M0, M10 … of the first region; undefined where Atlas does not say. */
  readonly tier: string | undefined;
}

const cluster: z.ZodType<Cluster> = z
  .object({
    id: z.string(),
    name: z.string(),
    clusterType: z.string(),
    stateName: z.string(),
    paused: z.boolean().default(false),
    backupEnabled: z.boolean().default(false),
    replicationSpecs: z
      .array(
        z.object({
          regionConfigs: z.array(z.object({ electableSpecs: z.object({ instanceSize: z.string() }).optional() })),
        }),
      )
      .default([]),
  })
  .transform(({ replicationSpecs, ...rest }) => ({
    ...rest,
    tier: replicationSpecs[0]?.regionConfigs[0]?.electableSpecs?.instanceSize,
  }));

const get = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}',
  version: '2024-08-05',
  task: 'read the cluster "{clusterName}" in project {groupId}',
  role: 'Project Read Only',
  answer: cluster,
});

const named = z.object({ name: z.string() });

const list = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters',
  version: '2024-08-05',
  task: 'list the clusters of project {groupId}',
  role: 'Project Read Only',
  answer: pageOf(named),
});

const listFlex = operation({
  method: 'GET',
  path: '/groups/{groupId}/flexClusters',
  version: '2024-11-13',
  task: 'list the Flex clusters of project {groupId}',
  role: 'Project Read Only',
  answer: pageOf(named),
});

/** Which cluster: Atlas addresses clusters by project and name. */
export interface ClusterAddress {
  readonly groupId: string;
  readonly clusterName: string;
}

/** Reads a dedicated or free cluster; a Flex cluster is an AtlasError with CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API. */
export function getCluster(client: AtlasClient, address: ClusterAddress): Promise<Cluster> {
  return client.call(get, { path: address });
}

/** Names of all clusters of a project: dedicated, free and Flex. */
export async function listClusterNames(client: AtlasClient, groupId: string): Promise<readonly string[]> {
  const lists = await Promise.all([
    listAll(client, list, { path: { groupId } }),
    listAll(client, listFlex, { path: { groupId } }),
  ]);
  return lists.flat().map(({ name }) => name);
}

/** Whether a cluster's data is spread over shards; its snapshots then have paths of their own. */
export function isSharded({ clusterType }: Cluster): boolean {
  return clusterType !== 'REPLICASET';
}
