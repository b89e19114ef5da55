import { atlasError } from '../errors.ts';
import { oneOf, optionalFlag, optionalNumber, optionalText, required } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import { readTags } from '../tags.ts';
import { checkEdition, infiniteSettings, readEdition } from './edition.ts';
import {
  continuousRelease,
  fullVersion,
  isRetired,
  recommendedMajorVersion,
  stepsBetween,
} from './mongodb-versions.ts';
import { readReplicationSpecs, withDiskSize } from './replication.ts';
import type { ClusterSettings, ReplicationSpec, World } from './types.ts';

const clusterTypes = ['REPLICASET', 'SHARDED', 'GEOSHARDED'] as const;

/** Settings that are kept and shown as sent. */
const keptAsSent = [
  'acceptDataRisksAndForceReplicaSetReconfig',
  'advancedConfiguration',
  'biConnector',
  'configServerManagementMode',
  'diskWarmingMode',
  'encryptionAtRestProvider',
  'globalClusterSelfManagedSharding',
  'labels',
  'mongoDBEmployeeAccessGrant',
  'redactClientLogData',
  'replicaSetScalingStrategy',
  'rootCertType',
  'useAwsTimeBasedSnapshotCopyForFastInitialSync',
];

/** Settings read with care, and fields of answers that a client may send back. */
const otherKnownFields = [
  'adaptiveCapacity',
  'backupEnabled',
  'clusterType',
  'configServerType',
  'connectionStrings',
  'createDate',
  'databaseEdition',
  'effectiveDatabaseEdition',
  'effectiveReplicationSpecs',
  'featureCompatibilityVersion',
  'featureCompatibilityVersionExpirationDate',
  'groupId',
  'id',
  'internalClusterRole',
  'links',
  'mongoDBMajorVersion',
  'mongoDBVersion',
  'name',
  'paused',
  'pitEnabled',
  'replicationSpecs',
  'retainBackups',
  'stateName',
  'tags',
  'terminationProtectionEnabled',
  'versionReleaseSystem',
];

/** Where a request body's settings are merged into what a cluster has. */
export interface SettingsContext {
  readonly world: World;
  readonly version: string;
  readonly previous?: ClusterSettings;
}

/** Reads a cluster body: what is not sent stays as it was, or takes Atlas's default. Lists are replaced whole. */
export function readClusterSettings(body: JsonObject, context: SettingsContext): ClusterSettings {
  const { previous, version } = context;
  checkFieldNames(body, isOlder(version));
  const clusterType = optionalText(body, 'clusterType') ?? previous?.clusterType;
  const edition = readEdition(body, previous?.edition);
  const settings: ClusterSettings = {
    edition,
    clusterType: oneOf(clusterTypes, required('clusterType', clusterType)),
    backupEnabled: optionalFlag(body, 'backupEnabled') ?? previous?.backupEnabled ?? false,
    pitEnabled: optionalFlag(body, 'pitEnabled') ?? previous?.pitEnabled ?? false,
    paused: optionalFlag(body, 'paused') ?? previous?.paused ?? false,
    terminationProtectionEnabled:
      optionalFlag(body, 'terminationProtectionEnabled') ?? previous?.terminationProtectionEnabled ?? false,
    tags: readTags(body) ?? previous?.tags ?? [],
    ...(edition === 'INFINITE' ? infiniteSettings : readRelease(body, previous)),
    replicationSpecs: readSpecs(body, { ...context, edition }),
    others: { ...previous?.others, ...pick(body, keptAsSent) },
  };
  if (settings.pitEnabled && !settings.backupEnabled) throw atlasError('INVALID_ATTRIBUTE', 'pitEnabled');
  if (settings.clusterType === 'REPLICASET' && settings.replicationSpecs.length > 1) {
    throw atlasError('INVALID_ATTRIBUTE', 'replicationSpecs');
  }
  checkZones(settings);
  checkEdition(settings, body);
  return settings;
}

/** Zones are for global clusters; the shards of any other are in one. */
function checkZones({ clusterType, replicationSpecs }: ClusterSettings): void {
  const zones = new Set(replicationSpecs.map(({ zoneName }) => zoneName));
  if (clusterType !== 'GEOSHARDED' && zones.size > 1) throw atlasError('INVALID_ATTRIBUTE', 'zoneName');
}

function isOlder(version: string): boolean {
  return version < '2024-08-05';
}

function readSpecs(
  body: JsonObject,
  { world, version, previous, edition }: SettingsContext & Pick<ClusterSettings, 'edition'>,
): readonly ReplicationSpec[] {
  const diskSizeGB = optionalNumber(body, 'diskSizeGB');
  const before = previous?.replicationSpecs ?? [];
  if (previous !== undefined && (body.replicationSpecs ?? null) === null) {
    return diskSizeGB === undefined ? before : withDiskSize(before, diskSizeGB);
  }
  const context = { world, older: isOlder(version), previous: before, edition };
  return readReplicationSpecs(body, diskSizeGB === undefined ? context : { ...context, diskSizeGB });
}

function checkFieldNames(body: JsonObject, older: boolean): void {
  const known = [...keptAsSent, ...otherKnownFields, ...(older ? ['diskSizeGB'] : [])];
  const unknown = Object.keys(body).find((name) => !known.includes(name));
  if (unknown !== undefined) throw atlasError('INVALID_ATTRIBUTE', unknown);
}

type Release = Pick<ClusterSettings, 'mongoDBMajorVersion' | 'mongoDBVersion' | 'versionReleaseSystem'>;

function readRelease(body: JsonObject, previous: Release | undefined): Release {
  const system = optionalText(body, 'versionReleaseSystem') ?? previous?.versionReleaseSystem ?? 'LTS';
  const versionReleaseSystem = oneOf(['LTS', 'CONTINUOUS'], system);
  const asked = optionalText(body, 'mongoDBMajorVersion');
  if (versionReleaseSystem === 'CONTINUOUS') {
    if (asked !== undefined && asked !== continuousRelease.major)
      throw atlasError('INVALID_ATTRIBUTE', 'mongoDBMajorVersion');
    const { major, full } = continuousRelease;
    return { versionReleaseSystem, mongoDBMajorVersion: major, mongoDBVersion: full };
  }
  const major = withMinor(asked) ?? previous?.mongoDBMajorVersion ?? recommendedMajorVersion;
  if (isRetired(major)) throw atlasError('ATLAS_CLUSTER_VERSION_DEPRECATED');
  const full = fullVersion(major);
  if (full === undefined) throw atlasError('MONGODB_VERSION_INVALID', asked ?? major);
  if (previous !== undefined) checkUpgrade(previous.mongoDBMajorVersion, major);
  return { versionReleaseSystem, mongoDBMajorVersion: major, mongoDBVersion: full };
}

function withMinor(major: string | undefined): string | undefined {
  return major === undefined || major.includes('.') ? major : `${major}.0`;
}

function checkUpgrade(from: string, to: string): void {
  const steps = stepsBetween(from, to);
  if (steps < 0) throw atlasError('CLUSTER_UPGRADE_INVALID');
  if (steps > 1) throw atlasError('MONGODB_VERSION_INVALID', to);
}

function pick(body: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name, value]) => names.includes(name) && value !== null));
}
