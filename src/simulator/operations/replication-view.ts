import { type JsonObject, sortedByKey } from '../json.ts';
import type { Hardware, RegionConfig, ReplicationSpec } from '../world/types.ts';

/** Specs of versions from 2024-08-05 on: one per shard, disk size in the hardware, effective sizes beside it. */
export function specsView(specs: readonly ReplicationSpec[]): JsonObject[] {
  return specs.map((spec) => specView(spec, regionWithEffectiveSizes));
}

/** The same specs as they really run. */
export function effectiveSpecsView(specs: readonly ReplicationSpec[]): JsonObject[] {
  return specs.map((spec) => specView(spec, (region) => regionView(region, hardwareView)));
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

function regionWithEffectiveSizes(region: RegionConfig): JsonObject {
  if (region.providerName === 'TENANT') return regionView(region, hardwareView);
  return sortedByKey({
    ...regionView(region, hardwareView),
    effectiveAnalyticsSpecs: hardwareView(region.analyticsSpecs),
    effectiveElectableSpecs: hardwareView(region.electableSpecs),
    effectiveReadOnlySpecs: hardwareView(region.readOnlySpecs),
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
