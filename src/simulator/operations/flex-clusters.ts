import type { Reply } from '../answers.ts';
import { atlasError } from '../errors.ts';
import { changesIn, objectBody, oneOf, optionalFlag, requiredObject, requiredText } from '../fields.ts';
import { type JsonObject, sortedByKey } from '../json.ts';
import { pageOf } from '../paging.ts';
import { readTags } from '../tags.ts';
import { clustersOf, startCreation, startUpdate, stateOf } from '../world/cluster-lifecycle.ts';
import { checkClusterName, checkNameIsCleared } from '../world/cluster-names.ts';
import { makeCluster } from '../world/make-cluster.ts';
import { fullVersion, recommendedMajorVersion } from '../world/mongodb-versions.ts';
import { readReplicationSpecs } from '../world/replication.ts';
import { isBeingRestored } from '../world/restore-effects.ts';
import type { ClusterSettings, World } from '../world/types.ts';
import { beginDeletion, beingDeleted } from './begin-deletion.ts';
import { namedFlexCluster } from './cluster-lookup.ts';
import { flexView } from './flex-view.ts';
import { type Call, type Operation, onlyVersion } from './operation.ts';

const common = { versions: onlyVersion('2024-11-13'), bucket: 'flexClusters' } as const;
const all = '/api/atlas/v2/groups/{groupId}/flexClusters';
const one = `${all}/{name}`;

/** Flex clusters. */
export const flexClusterOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'listGroupFlexClusters',
    method: 'GET',
    path: all,
    roles: ['Project Read Only'],
    javaMethod: 'ApiAtlasFlexClusterResource::getAllFlexClusters',
    handle: (call) => {
      const clusters = clustersOf(call.world, call.project().id).filter(({ tier }) => tier === 'FLEX');
      return pageOf(call, clusters, (cluster) => flexView(cluster, call.now));
    },
  },
  {
    ...common,
    operationId: 'createGroupFlexCluster',
    method: 'POST',
    path: all,
    roles: ['Project Owner'],
    javaMethod: 'ApiAtlasFlexClusterResource::createFlexCluster',
    handle: createFlexCluster,
  },
  {
    ...common,
    operationId: 'getGroupFlexCluster',
    method: 'GET',
    path: one,
    roles: ['Project Read Only'],
    javaMethod: 'ApiAtlasFlexClusterResource::getFlexCluster',
    handle: (call) => ({ status: 200, body: flexView(namedFlexCluster(call), call.now) }),
  },
  {
    ...common,
    operationId: 'updateGroupFlexCluster',
    method: 'PATCH',
    path: one,
    roles: ['Project Owner'],
    javaMethod: 'ApiAtlasFlexClusterResource::updateFlexCluster',
    handle: updateFlexCluster,
  },
  {
    ...common,
    operationId: 'deleteGroupFlexCluster',
    method: 'DELETE',
    path: one,
    roles: ['Project Owner'],
    javaMethod: 'ApiAtlasFlexClusterResource::deleteFlexCluster',
    handle: deleteFlexCluster,
  },
];

function createFlexCluster(call: Call): Reply {
  const { world } = call;
  const project = call.project();
  const body = objectBody(call.body);
  checkFields(body, ['name', 'providerSettings', 'tags', 'terminationProtectionEnabled']);
  const name = requiredText(body, 'name');
  checkClusterName({ world, project, name });
  checkNameIsCleared({ world, project, name });
  const settings = readFlexSettings(world, body);
  const cluster = makeCluster(world, { project, name, tier: 'FLEX', settings, createdAt: call.now });
  startCreation(world, cluster);
  const { tags, ...view } = flexView(cluster, call.now);
  return { status: 201, body: readTags(body) === undefined ? view : sortedByKey({ ...view, tags }) };
}

function updateFlexCluster(call: Call): Reply {
  const cluster = namedFlexCluster(call);
  const body = changesIn(call.body);
  checkFields(body, ['tags', 'terminationProtectionEnabled']);
  if (stateOf(cluster, call.now) === 'DELETING') throw beingDeleted();
  if (isBeingRestored(call.world, cluster)) throw atlasError('CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE');
  const { settings } = cluster;
  cluster.settings = {
    ...settings,
    tags: readTags(body) ?? settings.tags,
    terminationProtectionEnabled:
      optionalFlag(body, 'terminationProtectionEnabled') ?? settings.terminationProtectionEnabled,
  };
  startUpdate(call.world, cluster, 'small');
  return { status: 200, body: flexView(cluster, call.now) };
}

function deleteFlexCluster(call: Call): Reply {
  const cluster = namedFlexCluster(call);
  beginDeletion(call, cluster);
  return { status: 204 };
}

function readFlexSettings(world: World, body: JsonObject): ClusterSettings {
  const provider = requiredObject(body, 'providerSettings');
  const backingProviderName = oneOf(['AWS', 'AZURE', 'GCP'], requiredText(provider, 'backingProviderName'));
  const regionName = requiredText(provider, 'regionName');
  const regionConfig = {
    providerName: 'TENANT',
    backingProviderName,
    regionName,
    electableSpecs: { instanceSize: 'M0' },
  };
  const specs = { replicationSpecs: [{ regionConfigs: [regionConfig] }] };
  return {
    clusterType: 'REPLICASET',
    edition: 'CORE',
    backupEnabled: true,
    pitEnabled: false,
    paused: false,
    terminationProtectionEnabled: optionalFlag(body, 'terminationProtectionEnabled') ?? false,
    tags: readTags(body) ?? [],
    mongoDBMajorVersion: recommendedMajorVersion,
    mongoDBVersion: fullVersion(recommendedMajorVersion) ?? '',
    versionReleaseSystem: 'LTS',
    replicationSpecs: readReplicationSpecs(specs, { world, previous: [], older: false, edition: 'CORE' }),
    others: {},
  };
}

function checkFields(body: JsonObject, known: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !known.includes(name) && name !== 'links');
  if (unknown !== undefined) throw atlasError('INVALID_ATTRIBUTE', unknown);
}
