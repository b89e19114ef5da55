import { tagList } from '../atlas/optional.ts';
import { tagNames } from '../environment/tags.ts';
import type { NewCluster } from './creation.ts';
import type { DesiredAutoScaling, DesiredCluster } from './desired.ts';
import type { Change } from './plan.ts';
import { electableNodes, HIGHEST_PRIORITY } from './regions.ts';
import { tierKind } from './tiers.ts';

type Fields = Readonly<Record<string, unknown>>;
type Tags = Readonly<Record<string, string>>;

/** Body of the request that makes a cluster; the tags of its owner stand in it. */
export function creationBody(cluster: NewCluster, ownership: Tags): Fields {
  const tags = tagList({ ...cluster.tags, ...ownership });
  const body = {
    name: cluster.name,
    tags,
    ...defined({ terminationProtectionEnabled: cluster.terminationProtection }),
  };
  const [first] = cluster.regions;
  if (tierKind(cluster.tier) === 'flex') {
    return { ...body, providerSettings: { backingProviderName: first.provider, regionName: first.region } };
  }
  const sharded = (cluster.shards ?? 1) > 1;
  const replicationSpecs = Array.from({ length: cluster.shards ?? 1 }, () => ({
    regionConfigs: regionConfigs(cluster),
  }));
  return merge(
    {
      ...body,
      clusterType: sharded ? 'SHARDED' : 'REPLICASET',
      replicationSpecs,
      ...defined({
        backupEnabled: cluster.backup ?? cluster.pointInTime,
        pitEnabled: cluster.pointInTime,
        mongoDBMajorVersion: cluster.mongodbVersion,
      }),
    },
    cluster.atlas,
  );
}

function regionConfigs({ tier, regions, diskSizeGb, autoScaling }: NewCluster): readonly Fields[] {
  if (tierKind(tier) === 'free') {
    const [{ provider, region }] = regions;
    const config = {
      providerName: 'TENANT',
      backingProviderName: provider,
      regionName: region,
      priority: HIGHEST_PRIORITY,
    };
    return [{ ...config, electableSpecs: { instanceSize: tier } }];
  }
  const nodes = electableNodes(regions);
  return regions.map(({ provider, region }, index) => ({
    providerName: provider,
    regionName: region,
    priority: HIGHEST_PRIORITY - index,
    electableSpecs: { instanceSize: tier, nodeCount: nodes[index], ...defined({ diskSizeGB: diskSizeGb }) },
    ...defined({ autoScaling: autoScaling && autoScalingFields(autoScaling) }),
  }));
}

function autoScalingFields({ compute, disk }: DesiredAutoScaling): Fields {
  return defined({
    compute:
      compute === undefined
        ? undefined
        : compute === false
          ? { enabled: false, scaleDownEnabled: false }
          : defined({
              enabled: true,
              scaleDownEnabled: compute.min !== undefined,
              minInstanceSize: compute.min,
              maxInstanceSize: compute.max,
            }),
    diskGB: disk === undefined ? undefined : { enabled: disk },
  });
}

/** Fields of the plan whose change goes into the hardware of every shard and region. */
const hardwareFields = /^(tier|disk-size-gb|regions|shards|auto-scaling\..+)$/;

/** Body of the request that makes the planned changes; the cluster as Atlas shows it gives what stays. */
export function updateBody(
  cluster: DesiredCluster,
  changes: readonly Change[],
  { actual, actualTags, ownership }: { actual: Fields; actualTags: Tags; ownership: Tags },
): Fields {
  const changed = (field: string) => changes.some((change) => change.field === field);
  const changesTags = changes.some(({ field }) => field.startsWith('tags.'));
  const expiry = changed(`tags.${tagNames.expiresAt}`) ? ownership[tagNames.expiresAt] : undefined;
  const body = defined({
    backupEnabled: changed('backup') ? cluster.backup : undefined,
    pitEnabled: changed('point-in-time') ? cluster.pointInTime : undefined,
    terminationProtectionEnabled: changed('termination-protection') ? cluster.terminationProtection : undefined,
    mongoDBMajorVersion: changed('mongodb-version') ? cluster.mongodbVersion : undefined,
    // A list is replaced whole, so the tags of others are sent along.
    tags: changesTags
      ? tagList({ ...actualTags, ...cluster.tags, ...defined({ [tagNames.expiresAt]: expiry }) })
      : undefined,
    replicationSpecs: changes.some(({ field }) => hardwareFields.test(field))
      ? changedSpecs(cluster, changed, actual)
      : undefined,
  });
  return changes.some(({ field }) => field.startsWith('atlas.')) ? merge(body, cluster.atlas) : body;
}

function changedSpecs(
  cluster: DesiredCluster,
  changed: (field: string) => boolean,
  actual: Fields,
): readonly unknown[] {
  const specs = recordsIn(actual.replicationSpecs).map((spec) => ({
    ...pick(spec, ['id', 'zoneName', 'zoneId']),
    regionConfigs: changedRegions(cluster, changed, recordsIn(spec.regionConfigs)),
  }));
  const [template] = specs;
  const wanted = cluster.shards ?? specs.length;
  const more = Math.max(0, wanted - specs.length);
  // One that is left out is dropped; a new one is a copy without the id of the one it is copied from.
  const kept = specs.slice(0, Math.max(1, wanted));
  return [...kept, ...Array.from({ length: more }, () => ({ regionConfigs: template?.regionConfigs ?? [] }))];
}

function changedRegions(
  cluster: DesiredCluster,
  changed: (field: string) => boolean,
  existing: readonly Fields[],
): readonly Fields[] {
  const hardware = defined({
    instanceSize: changed('tier') ? cluster.tier : undefined,
    diskSizeGB: changed('disk-size-gb') ? cluster.diskSizeGb : undefined,
  });
  const scaling = cluster.autoScaling && autoScalingFields(cluster.autoScaling);
  const change = (config: Fields): Fields => ({
    ...config,
    ...Object.fromEntries(
      ['electableSpecs', 'readOnlySpecs', 'analyticsSpecs'].flatMap((specs) => {
        const record = config[specs];
        if (!isRecord(record)) return [];
        // Analytics nodes may have a size of their own; disks are equal everywhere.
        const keepsSize = specs === 'analyticsSpecs' && record.nodeCount !== 0;
        return [[specs, { ...record, ...hardware, ...(keepsSize && pick(record, ['instanceSize'])) }]];
      }),
    ),
    // A list is replaced whole, so the half that nobody names is sent along.
    ...(scaling && { autoScaling: { ...(isRecord(config.autoScaling) ? config.autoScaling : {}), ...scaling } }),
  });
  if (!changed('regions')) return existing.map(change);
  const usual = electableNodes(cluster.regions);
  const [like = {}] = existing;
  const namesNodes = cluster.regions.some(({ nodes }) => nodes !== undefined);
  const keepsCount = !namesNodes && cluster.regions.length === existing.length;
  return cluster.regions.map(({ provider, region }, index) => {
    const same = existing.find((config) => config.providerName === provider && config.regionName === region);
    const specs = (same ?? like).electableSpecs;
    // Where nobody names nodes, their number stays as it is.
    const count = keepsCount && isRecord(specs) && typeof specs.nodeCount === 'number' ? specs.nodeCount : usual[index];
    return change({
      // Atlas wants the same scaling in every region.
      ...(same ?? pick(like, ['autoScaling', 'analyticsAutoScaling'])),
      providerName: provider,
      regionName: region,
      priority: HIGHEST_PRIORITY - index,
      electableSpecs: { ...(isRecord(specs) ? specs : {}), nodeCount: count },
    });
  });
}

/** Merges what an author passes through: records field by field, anything else as it is. */
function merge(base: Fields, over: Fields): Fields {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const there = merged[key];
    merged[key] = isRecord(there) && isRecord(value) ? merge(there, value) : value;
  }
  return merged;
}

function recordsIn(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function pick(record: Fields, keys: readonly string[]): Fields {
  return Object.fromEntries(keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record without the fields that are undefined. */
function defined<Value>(record: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> {
  // Object.entries loses the keys' types, and filter does not narrow a tuple's second place.
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Record<string, Value>;
}
