import { z } from 'zod';
import { optionalNumber, optionalText } from './optional.ts';

/** One shard of a cluster; a replica set is one shard. */
export interface ClusterShard {
  readonly id: string | undefined;
  readonly zoneName: string | undefined;
  readonly regions: readonly ShardRegion[];
}

/** What a shard has in one region. */
export interface ShardRegion {
  /** The real cloud, also of a free cluster. */
  readonly provider: string;
  readonly region: string;
  /** 7 for the region that is preferred for the primary, then 6, 5 …; 0 where nothing can be elected. */
  readonly priority: number | undefined;
  readonly electable: NodeGroup | undefined;
  readonly readOnly: NodeGroup | undefined;
  readonly analytics: NodeGroup | undefined;
  /** Of electable and read-only nodes. */
  readonly autoScaling: ClusterAutoScaling | undefined;
  readonly analyticsAutoScaling: ClusterAutoScaling | undefined;
}

/** Nodes of one kind in one region of one shard, as they run now: auto-scaling may have moved them. */
export interface NodeGroup {
  readonly size: string | undefined;
  readonly nodes: number | undefined;
  readonly diskSizeGb: number | undefined;
  readonly diskIops: number | undefined;
  /** STANDARD, PROVISIONED or HIGH_PERFORMANCE; only on AWS. */
  readonly volumeType: string | undefined;
}

/** A region of a cluster, and its electable nodes. */
export interface ClusterRegion {
  readonly provider: string;
  readonly region: string;
  readonly nodes: number | undefined;
  readonly priority: number | undefined;
}

/** Which sizes Atlas may change by itself. */
export interface ClusterAutoScaling {
  readonly compute: ComputeScaling | false;
  readonly disk: boolean;
  /** Up to how many GB a cluster of edition Infinite may hold; undefined where no limit was set. */
  readonly maxStorageGb: number | undefined;
}

/** Sizes between which Atlas moves a cluster. */
export interface ComputeScaling {
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly scaleDown: boolean;
}

const nodeGroup = z
  .object({
    instanceSize: optionalText,
    nodeCount: optionalNumber,
    diskSizeGB: optionalNumber,
    diskIOPS: optionalNumber,
    ebsVolumeType: optionalText,
  })
  .nullish()
  .catch(undefined);

const flag = z
  .boolean()
  .nullish()
  .catch(undefined)
  .transform((value) => value ?? false);

const scaling = z
  .object({
    compute: z
      .object({ enabled: flag, scaleDownEnabled: flag, minInstanceSize: optionalText, maxInstanceSize: optionalText })
      .nullish()
      .catch(undefined),
    diskGB: z.object({ enabled: flag }).nullish().catch(undefined),
    storageConfig: z.object({ shardSizeLimitGB: optionalNumber }).nullish().catch(undefined),
  })
  .nullish()
  .catch(undefined);

const regionConfig = z.object({
  providerName: optionalText,
  backingProviderName: optionalText,
  regionName: optionalText,
  priority: optionalNumber,
  electableSpecs: nodeGroup,
  readOnlySpecs: nodeGroup,
  analyticsSpecs: nodeGroup,
  effectiveElectableSpecs: nodeGroup,
  effectiveReadOnlySpecs: nodeGroup,
  effectiveAnalyticsSpecs: nodeGroup,
  autoScaling: scaling,
  analyticsAutoScaling: scaling,
});

/** Schema of `replicationSpecs` and of `effectiveReplicationSpecs`. */
export const replicationSpecs = z
  .array(z.object({ id: optionalText, zoneName: optionalText, regionConfigs: z.array(regionConfig) }))
  .nullish()
  .transform((list) => list ?? []);

type Specs = z.infer<typeof replicationSpecs>;
type RegionConfig = Specs[number]['regionConfigs'][number];

/** The shards of a cluster; sizes are those that run, where Atlas shows them beside those that were asked for. */
export function shardsOf(specs: Specs, effective: Specs): readonly ClusterShard[] {
  return specs.map(({ id, zoneName, regionConfigs }, index) => {
    // Both lists show one shard by one id; a list without ids has the same order.
    const running = effective.find((other) => id !== undefined && other.id === id) ?? effective[index];
    const regions = regionConfigs.map((config) => regionOf(config, running?.regionConfigs.find(isSamePlace(config))));
    return { id, zoneName, regions };
  });
}

function isSamePlace({ providerName, regionName }: RegionConfig): (other: RegionConfig) => boolean {
  return (other) => other.providerName === providerName && other.regionName === regionName;
}

function regionOf(config: RegionConfig, running: RegionConfig | undefined): ShardRegion {
  return {
    provider: config.backingProviderName ?? config.providerName ?? 'unknown',
    region: config.regionName ?? 'unknown',
    priority: config.priority,
    electable: nodesOf(config.electableSpecs, running?.electableSpecs ?? config.effectiveElectableSpecs),
    readOnly: nodesOf(config.readOnlySpecs, running?.readOnlySpecs ?? config.effectiveReadOnlySpecs),
    analytics: nodesOf(config.analyticsSpecs, running?.analyticsSpecs ?? config.effectiveAnalyticsSpecs),
    autoScaling: scalingOf(config.autoScaling),
    analyticsAutoScaling: scalingOf(config.analyticsAutoScaling),
  };
}

type Nodes = RegionConfig['electableSpecs'];

function nodesOf(asked: Nodes, running: Nodes): NodeGroup | undefined {
  if (!asked && !running) return undefined;
  return {
    size: running?.instanceSize ?? asked?.instanceSize,
    nodes: asked?.nodeCount ?? running?.nodeCount,
    diskSizeGb: running?.diskSizeGB ?? asked?.diskSizeGB,
    diskIops: running?.diskIOPS ?? asked?.diskIOPS,
    volumeType: running?.ebsVolumeType ?? asked?.ebsVolumeType,
  };
}

function scalingOf(settings: RegionConfig['autoScaling']): ClusterAutoScaling | undefined {
  if (!settings) return undefined;
  const { compute, diskGB, storageConfig } = settings;
  return {
    compute: compute?.enabled
      ? { min: compute.minInstanceSize, max: compute.maxInstanceSize, scaleDown: compute.scaleDownEnabled }
      : false,
    disk: diskGB?.enabled ?? false,
    maxStorageGb: storageConfig?.shardSizeLimitGB,
  };
}

/** The regions of a shard, with their electable nodes. */
export function regionsOf(shard: ClusterShard | undefined): readonly ClusterRegion[] {
  return (shard?.regions ?? []).map(({ provider, region, priority, electable }) => ({
    provider,
    region,
    priority,
    nodes: electable?.nodes,
  }));
}
