import { INFINITE } from '../atlas/cluster-answer.ts';
import type { ClusterAutoScaling, ClusterShard, NodeGroup, ShardRegion } from '../atlas/cluster-hardware.ts';
import type { ActualCluster } from './actual.ts';
import type { DesiredCluster } from './desired.ts';
import { companionsOf } from './hardware-rules.ts';
import { decideSize } from './own-scaling.ts';
import { autoScalingFields, defined, type Fields, mergedScaling } from './scaling-request.ts';
import { isNvme } from './sizes.ts';
import { presentRegions, type TargetRegion, targetRegions } from './target-regions.ts';

/** A change of a cluster's machines. */
export interface HardwareChange {
  readonly desired: DesiredCluster;
  readonly actual: ActualCluster;
  /** Whether the plan changes a field, by its key in the spec. */
  readonly changed: (field: string) => boolean;
}

/**
 * `replicationSpecs` of a change. Atlas replaces the list whole, so every shard and region stands in it, with what was named
 * and what has to go along; nothing is sent back only because it was read.
 */
export function changedShards(change: HardwareChange): readonly Fields[] {
  const { desired, actual } = change;
  const shards = actual.hardware;
  const wanted = desired.shards ?? shards.length;
  // One that is left out is dropped; a new one is like its neighbour, in the same zone, without an id.
  const kept = shards.slice(0, Math.max(1, wanted));
  const neighbour = kept.at(-1);
  const added = neighbour
    ? Array.from({ length: Math.max(0, wanted - shards.length) }, () => ({ ...neighbour, id: undefined }))
    : [];
  return [...kept, ...added].map((shard) => changedShard(shard, change));
}

function changedShard(shard: ClusterShard, change: HardwareChange): Fields {
  const { desired, actual, changed } = change;
  const target = changed('regions') ? targetRegions(desired, shard, actual) : { regions: presentRegions(shard) };
  if ('problem' in target) throw new Error(target.problem);
  const regionConfigs = target.regions.map((region) => regionFields(region, { shard, change }));
  return { ...defined({ id: shard.id, zoneName: shard.zoneName }), regionConfigs };
}

function regionFields(
  { provider, region, nodes, priority, existing }: TargetRegion,
  { shard, change }: { shard: ClusterShard; change: HardwareChange },
): Fields {
  const like = existing ?? neighbourOf(shard, provider);
  const base = baseSize(like, shard, change);
  const group = (kind: NodeGroup | undefined, { size, count }: { size: string | undefined; count: number }) =>
    size === undefined ? undefined : groupFields(kind, { size, count, provider, like, change });
  const [readOnly, analytics] = [existing?.readOnly, existing?.analytics];
  const hadElectable = (existing?.electable?.nodes ?? 0) > 0;
  return defined<unknown>({
    providerName: provider.toUpperCase(),
    regionName: region.toUpperCase(),
    priority,
    // Nodes that go are said to go; kinds that a region never had are not mentioned.
    electableSpecs:
      nodes > 0 || hadElectable
        ? group(existing?.electable ?? like?.electable, { size: base, count: nodes })
        : undefined,
    readOnlySpecs:
      (readOnly?.nodes ?? 0) > 0 ? group(readOnly, { size: base, count: readOnly?.nodes ?? 0 }) : undefined,
    analyticsSpecs:
      (analytics?.nodes ?? 0) > 0
        ? group(analytics, { size: analyticsSize(analytics, base), count: analytics?.nodes ?? 0 })
        : undefined,
    ...scalingFields(like, change),
  });
}

/** Electable and read-only nodes of a shard have one size (terraform-provider-mongodbatlas#4454, instance_size). */
function baseSize(like: ShardRegion | undefined, shard: ClusterShard, change: HardwareChange): string | undefined {
  const { desired, actual, changed } = change;
  return (
    (changed('tier') ? decideSize(desired, actual).to : undefined) ??
    like?.electable?.size ??
    like?.readOnly?.size ??
    shard.regions.map(({ electable }) => electable?.size).find((size) => size !== undefined)
  );
}

/** Analytics nodes have a size of their own, but no other disks, and those of NVMe follow from the size (terraform-provider-mongodbatlas#2846). */
function analyticsSize(analytics: NodeGroup | undefined, base: string | undefined): string | undefined {
  const size = analytics?.size;
  if (size === undefined || base === undefined) return base ?? size;
  return isNvme(size) || isNvme(base) ? base : size;
}

function groupFields(
  nodes: NodeGroup | undefined,
  {
    size,
    count,
    provider,
    like,
    change: { desired, actual, changed },
  }: { size: string; count: number; provider: string; like: ShardRegion | undefined; change: HardwareChange },
): Fields {
  const companions = companionsOf({
    provider,
    edition: actual.edition,
    like: nodes,
    likeProvider: like?.provider ?? provider,
    size,
    diskSizeGb: changed('disk-size-gb') ? desired.diskSizeGb : undefined,
  });
  return { instanceSize: size, nodeCount: count, ...companions };
}

/** What a new region is like: one of the same cloud, where the shard has one. */
function neighbourOf({ regions }: ClusterShard, provider: string): ShardRegion | undefined {
  const electable = regions.filter((region) => region.electable?.nodes !== 0);
  return electable.find((one) => one.provider.toUpperCase() === provider.toUpperCase()) ?? electable[0] ?? regions[0];
}

function scalingFields(like: ShardRegion | undefined, { desired, actual, changed }: HardwareChange): Fields {
  const names = changed('auto-scaling.compute') || changed('auto-scaling.disk') || changed('max-storage-gb');
  const merged = mergedScaling(like?.autoScaling, names ? desired : undefined);
  const isInfinite = actual.edition === INFINITE;
  return defined({
    autoScaling: names || isOn(merged) ? autoScalingFields(merged, { isInfinite }) : undefined,
    analyticsAutoScaling: analyticsScaling(like?.analyticsAutoScaling, { disk: merged.disk ?? false, isInfinite }),
  });
}

/** Disks scale alike for all kinds of nodes (docs of the provider, analytics_auto_scaling.disk_gb_enabled). */
function analyticsScaling(
  scaling: ClusterAutoScaling | undefined,
  { disk, isInfinite }: { disk: boolean; isInfinite: boolean },
): Fields | undefined {
  const merged = { ...mergedScaling(scaling, undefined), disk };
  return scaling && (isOn(scaling) || disk) ? autoScalingFields(merged, { isInfinite }) : undefined;
}

function isOn({ compute, disk }: { readonly compute?: unknown; readonly disk?: boolean | undefined }): boolean {
  return (compute !== undefined && compute !== false) || disk === true;
}
