import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import { type Cluster, CORE, connectionStrings } from './cluster-answer.ts';
import type { ClusterAddress } from './clusters.ts';
import { operation } from './operation.ts';
import { optionalNumber, optionalText, tagRecord } from './optional.ts';
import { listAll, pageOf } from './pagination.ts';

const VERSION = '2024-11-13';

const flexCluster: z.ZodType<Cluster> = z
  .looseObject({
    id: z.string(),
    name: z.string(),
    stateName: z.string(),
    clusterType: z.string().nullish(),
    mongoDBVersion: optionalText,
    terminationProtectionEnabled: z.boolean().nullish(),
    tags: tagRecord,
    connectionStrings,
    providerSettings: z.object({
      backingProviderName: optionalText,
      regionName: optionalText,
      diskSizeGB: optionalNumber,
    }),
  })
  .transform((raw) => ({
    id: raw.id,
    name: raw.name,
    tier: 'FLEX',
    clusterType: raw.clusterType ?? 'REPLICASET',
    edition: CORE,
    stateName: raw.stateName,
    paused: false,
    backupEnabled: true,
    pitEnabled: false,
    terminationProtection: raw.terminationProtectionEnabled ?? false,
    mongodbVersion: raw.mongoDBVersion,
    regions: [
      {
        provider: raw.providerSettings.backingProviderName ?? 'unknown',
        region: raw.providerSettings.regionName ?? 'unknown',
        nodes: undefined,
        priority: undefined,
      },
    ],
    autoScaling: undefined,
    diskSizeGb: raw.providerSettings.diskSizeGB,
    shards: 1,
    hardware: [],
    tags: raw.tags,
    connectionStrings: raw.connectionStrings,
    raw,
  }));

const inProject = 'the Flex cluster "{clusterName}" in project {groupId}';

const get = operation({
  method: 'GET',
  path: '/groups/{groupId}/flexClusters/{clusterName}',
  version: VERSION,
  task: `read ${inProject}`,
  role: 'Project Read Only',
  answer: flexCluster,
});

const create = operation({
  method: 'POST',
  path: '/groups/{groupId}/flexClusters',
  version: VERSION,
  task: 'create a Flex cluster in project {groupId}',
  role: 'Project Owner',
  answer: flexCluster,
});

const update = operation({
  method: 'PATCH',
  path: '/groups/{groupId}/flexClusters/{clusterName}',
  version: VERSION,
  task: `update ${inProject}`,
  role: 'Project Owner',
  answer: flexCluster,
});

const remove = operation({
  method: 'DELETE',
  path: '/groups/{groupId}/flexClusters/{clusterName}',
  version: VERSION,
  task: `delete ${inProject}`,
  role: 'Project Owner',
  answer: z.unknown(),
});

const list = operation({
  method: 'GET',
  path: '/groups/{groupId}/flexClusters',
  version: VERSION,
  task: 'list the Flex clusters of project {groupId}',
  role: 'Project Read Only',
  answer: pageOf(flexCluster),
});

/** All Flex clusters of a project. */
export function listFlexClusters(client: AtlasClient, groupId: string): Promise<readonly Cluster[]> {
  return listAll(client, list, { path: { groupId } });
}

/** Reads a Flex cluster; any other is an AtlasError with CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API. */
export function getFlexCluster(client: AtlasClient, address: ClusterAddress): Promise<Cluster> {
  return client.call(get, { path: address });
}

/** Asks for a new Flex cluster. The answer may be lost although it is made: look before asking again. */
export function createFlexCluster(client: AtlasClient, groupId: string, body: unknown): Promise<Cluster> {
  return client.call(create, { path: { groupId }, body });
}

/** Changes tags or termination protection, the only fields that a Flex cluster lets change. */
export function updateFlexCluster(client: AtlasClient, address: ClusterAddress, body: unknown): Promise<Cluster> {
  return client.call(update, { path: address, body });
}

/** Asks Atlas to delete a Flex cluster. The answer may be lost although it is carried out: look at the id before asking again. */
export async function deleteFlexCluster(client: AtlasClient, address: ClusterAddress): Promise<void> {
  await client.call(remove, { path: address, repeat: 'if-not-executed' });
}
