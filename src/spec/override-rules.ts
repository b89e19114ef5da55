import type { DesiredCluster } from './desired.ts';

/** What is wrong with one field under `atlas`. */
export interface OverrideIssue {
  readonly key: string;
  readonly message: string;
}

/** Fields of the Admin API that a spec writes by another name: under `atlas` they would fight with it. */
const ownFields: Readonly<Record<string, string>> = {
  name: 'name',
  tags: 'tags',
  databaseEdition: 'edition',
  backupEnabled: 'backup',
  pitEnabled: 'point-in-time',
  mongoDBMajorVersion: 'mongodb-version',
  terminationProtectionEnabled: 'termination-protection',
};

/** Fields that Atlas answers and never takes (Admin API, ClusterDescription20240805, readOnly): no plan with them ends. */
const readOnlyFields: ReadonlySet<string> = new Set([
  'configServerType',
  'connectionStrings',
  'createDate',
  'effectiveDatabaseEdition',
  'effectiveReplicationSpecs',
  'featureCompatibilityVersion',
  'featureCompatibilityVersionExpirationDate',
  'groupId',
  'id',
  'internalClusterRole',
  'links',
  'mongoDBVersion',
  'stateName',
]);

const PAUSING =
  'does not belong into a spec: the action power pauses a cluster, and the input resume of provision lets one that is paused run again';

/** Every field under `atlas` that does not belong there, or contradicts what the spec says elsewhere. */
export function overrideIssues(cluster: DesiredCluster): readonly OverrideIssue[] {
  return Object.keys(cluster.atlas).flatMap((key) => {
    const message = issueOf(key, cluster);
    return message === undefined ? [] : [{ key, message }];
  });
}

function issueOf(key: string, cluster: DesiredCluster): string | undefined {
  if (Object.hasOwn(ownFields, key)) return `has a key of its own: ${ownFields[key]}`;
  if (readOnlyFields.has(key)) return 'is read-only: Atlas shows it, and nobody sets it';
  if (key === 'paused') return PAUSING;
  if (key !== 'replicationSpecs') return undefined;
  const contradicted = contradictedKeys(cluster);
  return contradicted.length === 0
    ? undefined
    : `says something else than ${contradicted.join(', ')}. Leave one of them out`;
}

/** Keys of the spec that `atlas.replicationSpecs`, which replaces the hardware whole, would undo. */
function contradictedKeys(cluster: DesiredCluster): readonly string[] {
  const { tier, regions, regionNaming, diskSizeGb, shards, autoScaling, maxStorageGb, atlas } = cluster;
  const configs = listIn({ list: atlas.replicationSpecs }, 'list').flatMap((spec) => listIn(spec, 'regionConfigs'));
  const sizes = configs.map(({ electableSpecs }) => fieldOf(electableSpecs, 'instanceSize')).filter(isText);
  const [wanted] = regions;
  const isThere = configs.some((config) => isPlace(config, wanted, { byCloud: regionNaming === 'cloud' }));
  const checks: readonly (readonly [key: string, isContradicted: boolean])[] = [
    ['tier', tier !== undefined && sizes.some((size) => size.toUpperCase() !== tier)],
    ['regions', regionNaming === 'all'],
    ['region', regionNaming !== 'all' && wanted !== undefined && !isThere],
    ['disk-size-gb', diskSizeGb !== undefined],
    ['shards', shards !== undefined && shards !== listIn({ list: atlas.replicationSpecs }, 'list').length],
    ['auto-scaling', autoScaling !== undefined],
    ['max-storage-gb', maxStorageGb !== undefined],
  ];
  return checks.filter(([, isContradicted]) => isContradicted).map(([key]) => key);
}

function isPlace(
  { providerName, regionName }: Fields,
  wanted: DesiredCluster['regions'][number] | undefined,
  { byCloud }: { readonly byCloud: boolean },
): boolean {
  return providerName === wanted?.provider && (byCloud || regionName === wanted?.region);
}

type Fields = Readonly<Record<string, unknown>>;

function listIn(record: Fields, key: string): readonly Fields[] {
  const list = record[key];
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function fieldOf(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
