import { INFINITE } from '../atlas/cluster-answer.ts';
import { tagList } from '../atlas/optional.ts';
import type { ActualCluster } from './actual.ts';
import type { NewCluster } from './creation.ts';
import type { DesiredCluster } from './desired.ts';
import { changedShards } from './hardware-request.ts';
import type { Change } from './plan.ts';
import { HIGHEST_PRIORITY, newNodes } from './regions.ts';
import { autoScalingFields, defined, type Fields, mergedScaling } from './scaling-request.ts';
import { isNvme } from './sizes.ts';
import { tierKind } from './tiers.ts';

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
      ...defined<unknown>({
        // What every cluster is needs no word, and old ways to Atlas do not know it.
        databaseEdition: cluster.edition === INFINITE ? INFINITE : undefined,
        backupEnabled: cluster.backup ?? cluster.pointInTime,
        pitEnabled: cluster.pointInTime,
        mongoDBMajorVersion: cluster.mongodbVersion,
      }),
    },
    cluster.atlas,
  );
}

function regionConfigs(cluster: NewCluster): readonly Fields[] {
  const { tier, regions, diskSizeGb, autoScaling, maxStorageGb, edition } = cluster;
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
  const nodes = newNodes(cluster);
  const isInfinite = edition === INFINITE;
  const disk = isInfinite || isNvme(tier) ? undefined : diskSizeGb;
  const scaling = autoScaling || maxStorageGb !== undefined ? mergedScaling(undefined, cluster) : undefined;
  return regions.map(({ provider, region }, index) => ({
    providerName: provider,
    regionName: region,
    priority: HIGHEST_PRIORITY - index,
    electableSpecs: { instanceSize: tier, nodeCount: nodes[index], ...defined({ diskSizeGB: disk }) },
    ...defined({ autoScaling: scaling && autoScalingFields(scaling, { isInfinite }) }),
  }));
}

/** Fields of the plan whose change goes into the hardware of every shard and region. */
const hardwareFields = /^(tier|disk-size-gb|regions|shards|auto-scaling\..+|max-storage-gb)$/;

/** Body of the request that makes the planned changes; the cluster as Atlas shows it gives what has to go along. */
export function updateBody(
  cluster: DesiredCluster,
  changes: readonly Change[],
  { actual, ownership }: { actual: ActualCluster; ownership: Tags },
): Fields {
  const changed = (field: string) => changes.some((change) => change.field === field);
  const changesTags = changes.some(({ field }) => field.startsWith('tags.'));
  const renewed = Object.entries(ownership).filter(([name]) => changed(`tags.${name}`));
  const body = defined<unknown>({
    backupEnabled: changed('backup') ? cluster.backup : undefined,
    pitEnabled: changed('point-in-time') ? cluster.pointInTime : undefined,
    terminationProtectionEnabled: changed('termination-protection') ? cluster.terminationProtection : undefined,
    mongoDBMajorVersion: changed('mongodb-version') ? cluster.mongodbVersion : undefined,
    // A list is replaced whole, so the tags of others are sent along.
    tags: changesTags ? tagList({ ...actual.tags, ...cluster.tags, ...Object.fromEntries(renewed) }) : undefined,
    replicationSpecs: changes.some(({ field }) => hardwareFields.test(field))
      ? changedShards({ desired: cluster, actual, changed })
      : undefined,
  });
  return changes.some(({ field }) => field.startsWith('atlas.')) ? merge(body, cluster.atlas) : body;
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

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
