import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import type { ConnectionStrings } from './connection-strings.ts';
import { operation } from './operation.ts';
import { optionalNumber, optionalText, tagRecord } from './optional.ts';
import { listAll, pageOf } from './pagination.ts';

/** A cluster of any tier. Enumerations are open. */
export interface Cluster {
  readonly id: string;
  readonly name: string;
  /** FLEX, M0, M10 … of the first region. */
  readonly tier: string;
  /** REPLICASET, SHARDED or GEOSHARDED. */
  readonly clusterType: string;
  /** IDLE, CREATING, UPDATING, DELETING or REPAIRING; a paused cluster is IDLE. */
  readonly stateName: string;
  readonly paused: boolean;
  readonly backupEnabled: boolean;
  readonly pitEnabled: boolean;
  readonly terminationProtection: boolean;
  /** The full version, such as 8.0.29. */
  readonly mongodbVersion: string | undefined;
  readonly provider: string | undefined;
  readonly region: string | undefined;
  readonly diskSizeGb: number | undefined;
  readonly shards: number;
  /** Empty while it is DELETING, whatever they were (notes, section 6). */
  readonly tags: Readonly<Record<string, string>>;
  readonly connectionStrings: ConnectionStrings;
  /** Everything as Atlas said it, for comparisons of fields that the suite does not know. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Which cluster: Atlas addresses clusters by project and name. */
export interface ClusterAddress {
  readonly groupId: string;
  readonly clusterName: string;
}

const hardware = z.object({ instanceSize: optionalText, diskSizeGB: optionalNumber }).nullish();

const regionConfig = z.object({
  providerName: optionalText,
  backingProviderName: optionalText,
  regionName: optionalText,
  electableSpecs: hardware,
});

export const connectionStrings: z.ZodType<ConnectionStrings> = z
  .object({
    standard: optionalText,
    standardSrv: optionalText,
    private: optionalText,
    privateSrv: optionalText,
    privateEndpoint: z.array(z.object({ connectionString: optionalText, srvConnectionString: optionalText })).nullish(),
  })
  .nullish()
  .transform((strings) => ({
    standard: strings?.standard,
    standardSrv: strings?.standardSrv,
    private: strings?.private,
    privateSrv: strings?.privateSrv,
    privateEndpoint: (strings?.privateEndpoint ?? []).map(({ connectionString, srvConnectionString }) => ({
      standard: connectionString,
      srv: srvConnectionString,
    })),
  }));

const cluster: z.ZodType<Cluster> = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    clusterType: z.string(),
    stateName: z.string(),
    paused: z.boolean().nullish(),
    backupEnabled: z.boolean().nullish(),
    pitEnabled: z.boolean().nullish(),
    terminationProtectionEnabled: z.boolean().nullish(),
    mongoDBVersion: optionalText,
    tags: tagRecord,
    connectionStrings,
    replicationSpecs: z.array(z.object({ regionConfigs: z.array(regionConfig) })).nullish(),
  })
  .transform((raw) => {
    const first = raw.replicationSpecs?.[0]?.regionConfigs[0];
    return {
      id: raw.id,
      name: raw.name,
      tier: first?.electableSpecs?.instanceSize ?? 'unknown',
      clusterType: raw.clusterType,
      stateName: raw.stateName,
      paused: raw.paused ?? false,
      backupEnabled: raw.backupEnabled ?? false,
      pitEnabled: raw.pitEnabled ?? false,
      terminationProtection: raw.terminationProtectionEnabled ?? false,
      mongodbVersion: raw.mongoDBVersion,
      provider: first?.backingProviderName ?? first?.providerName,
      region: first?.regionName,
      diskSizeGb: first?.electableSpecs?.diskSizeGB,
      shards: raw.replicationSpecs?.length ?? 1,
      tags: raw.tags,
      connectionStrings: raw.connectionStrings,
      raw,
    };
  });

const inProject = 'the cluster "{clusterName}" in project {groupId}';

const get = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}',
  version: '2024-08-05',
  task: `read ${inProject}`,
  role: 'Project Read Only',
  answer: cluster,
});

const create = operation({
  method: 'POST',
  path: '/groups/{groupId}/clusters',
  version: '2024-10-23',
  task: 'create a cluster in project {groupId}',
  role: 'Project Cluster Creator',
  answer: cluster,
});

const update = operation({
  method: 'PATCH',
  path: '/groups/{groupId}/clusters/{clusterName}',
  version: '2024-10-23',
  task: `update ${inProject}`,
  role: 'Project Cluster Manager',
  answer: cluster,
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

/** Asks Atlas to delete a dedicated or free cluster; it then shows DELETING for some minutes. */
export async function deleteCluster(
  client: AtlasClient,
  address: ClusterAddress,
  { retainBackups }: { readonly retainBackups: boolean },
): Promise<void> {
  await client.call(remove, { path: address, query: retainBackups ? { retainBackups: 'true' } : {} });
}

/** Whether all changes, new database users included, have reached the cluster: APPLIED or PENDING. */
export async function getChangeStatus(client: AtlasClient, address: ClusterAddress): Promise<string> {
  const { changeStatus } = await client.call(status, { path: address });
  return changeStatus;
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
