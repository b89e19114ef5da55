import { type JsonObject, sortedByKey } from '../json.ts';
import type { ClusterSettings, Hardware, RegionConfig, ReplicationSpec } from '../world/types.ts';

type Shown = Pick<ClusterSettings, 'edition' | 'replicationSpecs'>;

/** Specs of versions from 2024-08-05 on: one per shard, disk size in the hardware, effective sizes beside it. */
export function specsView({ edition, replicationSpecs }: Shown): JsonObject[] {
  const hardware = hardwareOf(edition);
  return replicationSpecs.map((spec) => specView(spec, (region) => regionWithEffectiveSizes(region, hardware)));
}

/** The same specs as they really run. */
export function effectiveSpecsView({ edition, replicationSpecs }: Shown): JsonObject[] {
  return replicationSpecs.map((spec) =>
    specView(spec, (region) => regionView(edition === 'INFINITE' ? withLimit(region) : region, hardwareOf(edition))),
  );
}

/** A cluster of edition Infinite has no disks of its own. */
function hardwareOf(edition: ClusterSettings['edition']): HardwareView {
  return edition === 'CORE' ? hardwareView : ({ instanceSize, nodeCount }) => ({ instanceSize, nodeCount });
}

const largestStorageGB = 131_072;

/** Some limit always holds. */
function withLimit(region: RegionConfig): RegionConfig {
  const { storageConfig = { shardSizeLimitGB: largestStorageGB } } = region.autoScaling;
  return { ...region, autoScaling: { ...region.autoScaling, storageConfig } };
}

/** Specs of older versions: one per zone with the number of shards, no disk size. */
export function olderSpecsView(specs: readonly ReplicationSpec[]): JsonObject[] {
  const zones = Map.groupBy(specs, ({ zoneId }) => zoneId);
  return Array.from(zones.values()).flatMap((shards) =>
    shards.slice(0, 1).map(({ legacyId, regionConfigs, zoneId, zoneName }) => ({
      id: legacyId,
      numShards: shards.length,
      regionConfigs: regionConfigs.map((region) => regionView(region, hardwareWithoutDisk)),
      zoneId,
      zoneName,
    })),
  );
}

function specView(
  { id, regionConfigs, zoneId, zoneName }: ReplicationSpec,
  view: (region: RegionConfig) => JsonObject,
): JsonObject {
  return { id, regionConfigs: regionConfigs.map(view), zoneId, zoneName };
}

type HardwareView = (hardware: Hardware) => JsonObject;

function regionWithEffectiveSizes(region: RegionConfig, hardware: HardwareView): JsonObject {
  if (region.providerName === 'TENANT') return regionView(region, hardware);
  return sortedByKey({
    ...regionView(region, hardware),
    effectiveAnalyticsSpecs: hardware(region.analyticsSpecs),
    effectiveElectableSpecs: hardware(region.electableSpecs),
    effectiveReadOnlySpecs: hardware(region.readOnlySpecs),
  });
}

function regionView(region: RegionConfig, hardware: HardwareView): JsonObject {
  const { providerName, regionName, priority, backingProviderName } = region;
  if (providerName === 'TENANT') {
    const { nodeCount: _, ...size } = hardware(region.electableSpecs);
    const electableSpecs = { effectiveInstanceSize: region.electableSpecs.instanceSize, ...size };
    return { electableSpecs, backingProviderName, priority, providerName, regionName };
  }
  return {
    analyticsSpecs: hardware(region.analyticsSpecs),
    ...(region.analyticsAutoScaling === undefined ? {} : { analyticsAutoScaling: region.analyticsAutoScaling }),
    autoScaling: region.autoScaling,
    electableSpecs: hardware(region.electableSpecs),
    priority,
    providerName,
    readOnlySpecs: hardware(region.readOnlySpecs),
    regionName,
  };
}

function hardwareView({ instanceSize, diskIOPS, diskSizeGB, ebsVolumeType, nodeCount }: Hardware): JsonObject {
  return {
    instanceSize,
    ...(diskIOPS === undefined ? {} : { diskIOPS }),
    diskSizeGB,
    ...(ebsVolumeType === undefined ? {} : { ebsVolumeType }),
    nodeCount,
  };
}

function hardwareWithoutDisk(hardware: Hardware): JsonObject {
  const { diskSizeGB: _, ...rest } = hardwareView(hardware);
  return rest;
}
