import { atlasError } from '../errors.ts';
import {
  oneOf,
  optionalFlag,
  optionalNumber,
  optionalObject,
  optionalText,
  required,
  requiredObject,
  requiredObjects,
  requiredText,
} from '../fields.ts';
import type { JsonObject } from '../json.ts';
import { checkRegion } from './regions.ts';
import type { Hardware, RegionConfig, ReplicationSpec, World } from './types.ts';

/** Where replication specs come from and what was there before. */
export interface ReplicationContext {
  readonly world: World;
  readonly previous: readonly ReplicationSpec[];
  /** Versions before 2024-08-05 have one spec per zone with `numShards`, and the disk size on top. */
  readonly older: boolean;
  readonly diskSizeGB?: number;
}

const providers = ['AWS', 'AZURE', 'GCP', 'TENANT'] as const;
const diskDefaults: Readonly<Record<string, number>> = { M0: 0.5, M10: 10, M20: 20, M30: 40, M40: 80, M50: 160 };
/** Atlas gives no dedicated server a smaller disk, and says nothing of it. */
const smallestDisk = 10;
const electableTotals = [3, 5, 7];

/** Reads `replicationSpecs` of a request body into one spec per shard. */
export function readReplicationSpecs(body: JsonObject, context: ReplicationContext): readonly ReplicationSpec[] {
  const { world, previous, older } = context;
  const zones = new Map<string, string>(previous.map(({ zoneName, zoneId }) => [zoneName, zoneId]));
  const specs = requiredObjects(body, 'replicationSpecs').flatMap((spec) => {
    const id = optionalText(spec, 'id');
    const known = previous.filter((before) => id !== undefined && id === (older ? before.legacyId : before.id));
    const regionConfigs = requiredObjects(spec, 'regionConfigs').map((region) => readRegion(region, context));
    checkElectableNodes(regionConfigs);
    const zoneName = optionalText(spec, 'zoneName') ?? known[0]?.zoneName ?? 'Zone 1';
    const zoneId = zones.get(zoneName) ?? world.newId();
    zones.set(zoneName, zoneId);
    const legacyId =
      known[0]?.legacyId ?? previous.find((before) => before.zoneId === zoneId)?.legacyId ?? world.newId();
    const shards = older ? (optionalNumber(spec, 'numShards') ?? 1) : 1;
    return Array.from({ length: shards }, (_, shard) => ({
      id: known[shard]?.id ?? world.newId(),
      legacyId,
      zoneId,
      zoneName,
      regionConfigs,
    }));
  });
  if (specs.length === 0) throw atlasError('INVALID_ATTRIBUTE', 'replicationSpecs');
  checkDiskSizes(specs);
  return sharedLegacyIds(specs);
}

/** The same specs with another disk size, which versions before 2024-08-05 send apart. */
export function withDiskSize(specs: readonly ReplicationSpec[], diskSizeGB: number): readonly ReplicationSpec[] {
  const disk = { diskSizeGB: Math.max(smallestDisk, diskSizeGB) };
  const resized = (region: RegionConfig): RegionConfig => ({
    ...region,
    electableSpecs: { ...region.electableSpecs, ...disk },
    readOnlySpecs: { ...region.readOnlySpecs, ...disk },
    analyticsSpecs: { ...region.analyticsSpecs, ...disk },
  });
  return specs.map((spec) => ({ ...spec, regionConfigs: spec.regionConfigs.map(resized) }));
}

/** Tells whether all shards are alike, which is all that versions before 2024-08-05 can show. */
export function isSymmetric(specs: readonly ReplicationSpec[]): boolean {
  const shapes = specs.map(({ regionConfigs, zoneId }) => JSON.stringify([zoneId, regionConfigs]));
  return specs.every(({ zoneId }, index) =>
    specs.every((other, otherIndex) => other.zoneId !== zoneId || shapes[index] === shapes[otherIndex]),
  );
}

function readRegion(region: JsonObject, context: ReplicationContext): RegionConfig {
  const providerName = oneOf(providers, requiredText(region, 'providerName'));
  const regionName = requiredText(region, 'regionName');
  const electable = requiredObject(region, 'electableSpecs');
  if (providerName === 'TENANT') return readTenantRegion(region, electable, regionName);
  checkRegion(providerName, regionName);
  const instanceSize = requiredText(electable, 'instanceSize');
  if (!/^[MR]\d+/.test(instanceSize) || ['M0', 'M2', 'M5'].includes(instanceSize)) {
    throw atlasError('INVALID_ENUM_VALUE', instanceSize);
  }
  const fallback: Hardware = {
    instanceSize,
    nodeCount: 0,
    diskSizeGB: context.diskSizeGB ?? optionalNumber(electable, 'diskSizeGB') ?? diskDefaults[instanceSize] ?? 320,
    ...(providerName === 'GCP' ? {} : { diskIOPS: providerName === 'AWS' ? 3000 : 120 }),
    ...(providerName === 'AWS' ? { ebsVolumeType: 'STANDARD' } : {}),
  };
  const analyticsAutoScaling = optionalObject(region, 'analyticsAutoScaling');
  return {
    providerName,
    regionName,
    priority: required('priority', optionalNumber(region, 'priority')),
    electableSpecs: readHardware(electable, fallback),
    readOnlySpecs: readHardware(optionalObject(region, 'readOnlySpecs') ?? {}, fallback),
    analyticsSpecs: readHardware(optionalObject(region, 'analyticsSpecs') ?? {}, fallback),
    autoScaling: readAutoScaling(optionalObject(region, 'autoScaling') ?? {}),
    ...(analyticsAutoScaling === undefined ? {} : { analyticsAutoScaling: readAutoScaling(analyticsAutoScaling) }),
  };
}

function readTenantRegion(region: JsonObject, electable: JsonObject, regionName: string): RegionConfig {
  const instanceSize = requiredText(electable, 'instanceSize');
  if (instanceSize !== 'M0') throw atlasError('INVALID_ENUM_VALUE', instanceSize);
  const backingProviderName = oneOf(['AWS', 'AZURE', 'GCP'], requiredText(region, 'backingProviderName'));
  checkRegion(backingProviderName, regionName);
  const nothing: Hardware = { instanceSize, nodeCount: 0, diskSizeGB: 0.5 };
  return {
    providerName: 'TENANT',
    backingProviderName,
    regionName,
    priority: optionalNumber(region, 'priority') ?? 7,
    electableSpecs: nothing,
    readOnlySpecs: nothing,
    analyticsSpecs: nothing,
    autoScaling: {},
  };
}

function readHardware(specs: JsonObject, fallback: Hardware): Hardware {
  const ebsVolumeType = optionalText(specs, 'ebsVolumeType') ?? fallback.ebsVolumeType;
  const diskIOPS = optionalNumber(specs, 'diskIOPS') ?? fallback.diskIOPS;
  return {
    instanceSize: optionalText(specs, 'instanceSize') ?? fallback.instanceSize,
    nodeCount: optionalNumber(specs, 'nodeCount') ?? fallback.nodeCount,
    diskSizeGB: Math.max(smallestDisk, optionalNumber(specs, 'diskSizeGB') ?? fallback.diskSizeGB),
    ...(diskIOPS === undefined ? {} : { diskIOPS }),
    ...(ebsVolumeType === undefined ? {} : { ebsVolumeType }),
  };
}

function readAutoScaling(settings: JsonObject): JsonObject {
  const compute = optionalObject(settings, 'compute') ?? {};
  const enabled = optionalFlag(compute, 'enabled') ?? false;
  const scaleDownEnabled = optionalFlag(compute, 'scaleDownEnabled') ?? false;
  const maxInstanceSize = optionalText(compute, 'maxInstanceSize');
  const minInstanceSize = optionalText(compute, 'minInstanceSize');
  if (enabled && maxInstanceSize === undefined) throw atlasError('COMPUTE_AUTO_SCALING_MAX_INSTANCE_SIZE_REQUIRED');
  if (scaleDownEnabled && !enabled) throw atlasError('COMPUTE_AUTO_SCALING_SCALE_DOWN_ENABLED_INVALID');
  if (scaleDownEnabled && minInstanceSize === undefined) {
    throw atlasError('COMPUTE_AUTO_SCALING_MIN_INSTANCE_SIZE_REQUIRED');
  }
  const diskEnabled = optionalFlag(optionalObject(settings, 'diskGB') ?? {}, 'enabled') ?? false;
  return {
    compute: {
      enabled,
      ...(maxInstanceSize === undefined ? {} : { maxInstanceSize }),
      ...(minInstanceSize === undefined ? {} : { minInstanceSize }),
      scaleDownEnabled,
    },
    diskGB: { enabled: diskEnabled },
  };
}

function checkElectableNodes(regions: readonly RegionConfig[]): void {
  if (regions.every(({ providerName }) => providerName === 'TENANT')) return;
  const total = regions.reduce((sum, { electableSpecs }) => sum + electableSpecs.nodeCount, 0);
  if (!electableTotals.includes(total))
    throw atlasError('INVALID_ATTRIBUTE', 'replicationSpecs.regionConfigs.electableSpecs.nodeCount');
}

function checkDiskSizes(specs: readonly ReplicationSpec[]): void {
  const sizes = specs.flatMap(({ regionConfigs }) =>
    regionConfigs.flatMap((region) =>
      [region.electableSpecs, region.readOnlySpecs, region.analyticsSpecs].map(({ diskSizeGB }) => diskSizeGB),
    ),
  );
  if (new Set(sizes).size > 1) throw atlasError('DISK_SIZE_GB_INCONSISTENT');
}

/** Shards of one zone are one spec, with one id, in versions before 2024-08-05. */
function sharedLegacyIds(specs: readonly ReplicationSpec[]): readonly ReplicationSpec[] {
  const byZone = new Map<string, string>();
  return specs.map((spec) => {
    const legacyId = byZone.get(spec.zoneId) ?? spec.legacyId;
    byZone.set(spec.zoneId, legacyId);
    return { ...spec, legacyId };
  });
}
