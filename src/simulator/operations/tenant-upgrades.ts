import type { Reply } from '../answers.ts';
import { atlasError } from '../errors.ts';
import { objectBody, optionalFlag, optionalNumber, requiredObject, requiredText } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import { readTags } from '../tags.ts';
import { stateOf } from '../world/cluster-lifecycle.ts';
import { readClusterSettings } from '../world/cluster-settings.ts';
import { isBeingRestored } from '../world/restore-effects.ts';
import { startTenantUpgrade } from '../world/tenant-upgrade.ts';
import type { Cluster, ClusterSettings } from '../world/types.ts';
import { anyCluster } from './cluster-lookup.ts';
import { flexView } from './flex-view.ts';
import { legacyClusterView } from './legacy-cluster-view.ts';
import { type Call, type Operation, onlyVersion } from './operation.ts';

const roles = ['Project Cluster Manager'];

/** Changes of tenants into dedicated clusters. */
export const tenantUpgradeOperations: readonly Operation[] = [
  {
    operationId: 'upgradeGroupClusterTenantUpgrade',
    method: 'POST',
    path: '/api/atlas/v2/groups/{groupId}/clusters/tenantUpgrade',
    versions: onlyVersion('2023-01-01'),
    roles,
    bucket: 'clusters',
    javaMethod: 'ApiAtlasLegacyClusterDescriptionResource::upgradeTenantCluster',
    handle: upgradeFreeCluster,
  },
  {
    operationId: 'tenantGroupFlexClusterUpgrade',
    method: 'POST',
    path: '/api/atlas/v2/groups/{groupId}/flexClusters:tenantUpgrade',
    versions: onlyVersion('2024-11-13'),
    roles,
    bucket: 'flexClusters',
    javaMethod: 'ApiAtlasFlexClusterResource::tenantUpgrade',
    handle: upgradeFlexCluster,
  },
];

function upgradeFreeCluster(call: Call): Reply {
  const body = objectBody(call.body);
  const cluster = anyCluster(call, requiredText(body, 'name'));
  if (cluster.tier === 'FLEX') throw atlasError('CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API', cluster.name);
  upgrade(call, cluster, modernBody(body));
  return { status: 200, body: legacyClusterView(call, cluster) };
}

function upgradeFlexCluster(call: Call): Reply {
  const body = objectBody(call.body);
  const cluster = anyCluster(call, requiredText(body, 'name'));
  if (cluster.tier !== 'FLEX') throw atlasError('CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API', cluster.name);
  upgrade(call, cluster, { clusterType: 'REPLICASET', ...body });
  return { status: 200, body: flexView(cluster, call.now) };
}

function upgrade({ world, now }: Call, cluster: Cluster, body: JsonObject): void {
  if (cluster.tier === 'dedicated' || cluster.upgrade !== undefined) throw atlasError('INVALID_ATTRIBUTE', 'name');
  if (stateOf(cluster, now) === 'DELETING') throw atlasError('CLUSTER_ALREADY_REQUESTED_DELETION', cluster.name);
  if (isBeingRestored(world, cluster)) throw atlasError('CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE');
  const read = readClusterSettings(body, { world, version: '2024-10-23' });
  const settings: ClusterSettings = { ...read, tags: readTags(body) ?? cluster.settings.tags };
  const isTenant = settings.replicationSpecs[0]?.regionConfigs[0]?.providerName === 'TENANT';
  if (isTenant) throw atlasError('INVALID_ENUM_VALUE', 'TENANT');
  startTenantUpgrade(world, cluster, settings);
}

/** Reads the body of version 1.0, with its one provider and region, as one of today. */
function modernBody(body: JsonObject): JsonObject {
  const provider = requiredObject(body, 'providerSettings');
  const diskSizeGB = optionalNumber(body, 'diskSizeGB');
  const regionConfig = {
    providerName: requiredText(provider, 'providerName'),
    regionName: requiredText(provider, 'regionName'),
    priority: 7,
    electableSpecs: { instanceSize: requiredText(provider, 'instanceSizeName'), nodeCount: 3, diskSizeGB },
  };
  return {
    clusterType: 'REPLICASET',
    replicationSpecs: [{ regionConfigs: [regionConfig] }],
    backupEnabled: optionalFlag(body, 'providerBackupEnabled') ?? optionalFlag(body, 'backupEnabled'),
    tags: body.tags,
    terminationProtectionEnabled: body.terminationProtectionEnabled,
    mongoDBMajorVersion: body.mongoDBMajorVersion,
  };
}
