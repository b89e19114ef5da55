import { timestamp } from '../clock.ts';
import { atlasError } from '../errors.ts';
import { type JsonObject, sortedByKey } from '../json.ts';
import { stateOf } from '../world/cluster-lifecycle.ts';
import { isSymmetric } from '../world/replication.ts';
import type { Cluster, Tag } from '../world/types.ts';
import { connectionStrings } from './connection-strings.ts';
import { type Call, link } from './operation.ts';
import { effectiveSpecsView, olderSpecsView, specsView } from './replication-view.ts';

/** Shows a cluster in the version of the call. */
export function clusterView(call: Call, cluster: Cluster): JsonObject {
  const deleting = stateOf(cluster, call.now) === 'DELETING';
  return sortedByKey({
    ...commonView(call, cluster),
    ...(call.version < '2024-08-05' ? olderView(cluster) : newerView(cluster)),
    // Atlas shows neither tags nor backup on a cluster on its way out, whatever it had.
    backupEnabled: cluster.settings.backupEnabled && !deleting,
    tags: tagsView(deleting ? [] : cluster.settings.tags),
  });
}

/** Writes tags in the order in which they were given. */
export function tagsView(tags: readonly Tag[]): JsonObject[] {
  return tags.map(({ key, value }) => ({ key, value }));
}

function commonView(call: Call, cluster: Cluster): JsonObject {
  const { settings, groupId, name } = cluster;
  const self = `/groups/${groupId}/clusters/${name}`;
  return {
    ...defaults,
    ...(cluster.tier === 'dedicated' ? { advancedConfiguration } : {}),
    ...(settings.clusterType === 'REPLICASET' ? {} : shardedDefaults),
    ...settings.others,
    clusterType: settings.clusterType,
    connectionStrings: connectionStrings(cluster, call.now),
    createDate: timestamp(cluster.createdAt),
    groupId,
    id: cluster.id,
    links: [
      link(call, self),
      link(call, `${self}/backup/restoreJobs`, 'https://cloud.mongodb.com/restoreJobs'),
      link(call, `${self}/backup/snapshots`, 'https://cloud.mongodb.com/snapshots'),
    ],
    mongoDBMajorVersion: settings.mongoDBMajorVersion,
    mongoDBVersion: settings.mongoDBVersion,
    name,
    paused: settings.paused,
    pitEnabled: settings.pitEnabled,
    stateName: stateOf(cluster, call.now),
    terminationProtectionEnabled: settings.terminationProtectionEnabled,
    versionReleaseSystem: settings.versionReleaseSystem,
  };
}

function newerView({ settings, retainsBackups = false }: Cluster): JsonObject {
  return {
    adaptiveCapacity: null,
    effectiveDatabaseEdition: settings.edition,
    effectiveReplicationSpecs: effectiveSpecsView(settings),
    featureCompatibilityVersion: settings.mongoDBMajorVersion,
    internalClusterRole: 'NONE',
    redactClientLogData: settings.others.redactClientLogData ?? false,
    replicationSpecs: specsView(settings),
    retainBackups: retainsBackups,
    useAwsTimeBasedSnapshotCopyForFastInitialSync:
      settings.others.useAwsTimeBasedSnapshotCopyForFastInitialSync ?? false,
  };
}

function olderView({ settings }: Cluster): JsonObject {
  if (!isSymmetric(settings.replicationSpecs)) throw atlasError('ASYMMETRIC_SHARD_UNSUPPORTED');
  return {
    diskSizeGB: settings.replicationSpecs[0]?.regionConfigs[0]?.electableSpecs.diskSizeGB,
    replicationSpecs: olderSpecsView(settings.replicationSpecs),
    redactClientLogData: undefined,
    useAwsTimeBasedSnapshotCopyForFastInitialSync: undefined,
  };
}

const advancedConfiguration = {
  customOpensslCipherConfigTls12: [],
  customOpensslCipherConfigTls13: [],
  minimumEnabledTlsProtocol: 'TLS1_2',
  tlsCipherConfigMode: 'DEFAULT',
};

const shardedDefaults = { configServerManagementMode: 'ATLAS_MANAGED', configServerType: 'EMBEDDED' };

const defaults = {
  // Lower case, though the schema's enumeration is upper case.
  biConnector: { enabled: false, readPreference: 'secondary' },
  diskWarmingMode: 'FULLY_WARMED',
  encryptionAtRestProvider: 'NONE',
  globalClusterSelfManagedSharding: false,
  labels: [],
  rootCertType: 'ISRGROOTX1',
};
