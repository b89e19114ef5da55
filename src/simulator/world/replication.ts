import { atlasError } from '../errors.ts';
import { optionalNumber, optionalText, requiredObjects } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import { SMALLEST_DISK } from './hardware.ts';
import { isTenant, readRegion } from './region-config.ts';
import type { ClusterSettings, RegionConfig, ReplicationSpec, World } from './types.ts';

/** Where replication specs come from and what was there before. */
export interface ReplicationContext {
  readonly world: World;
  readonly previous: readonly ReplicationSpec[];
  /** Versions before 2024-08-05 have one spec per zone with `numShards`, and the disk size on top. */
  readonly older: boolean;
  readonly diskSizeGB?: number;
  readonly edition: ClusterSettings['edition'];
}

const electableTotals = { CORE: [3, 5, 7], INFINITE: [2] } as const;

/** Reads `replicationSpecs` of a request body into one spec per shard. */
export function readReplicationSpecs(body: JsonObject, context: ReplicationContext): readonly ReplicationSpec[] {
  const { world, previous, older, edition } = context;
  const zones = new Map<string, string>(previous.map(({ zoneName, zoneId }) => [zoneName, zoneId]));
  const specs = requiredObjects(body, 'replicationSpecs').flatMap((spec) => {
    const id = optionalText(spec, 'id');
    const known = previous.filter((before) => id !== undefined && id === (older ? before.legacyId : before.id));
    const regionContext = {
      isInfinite: edition === 'INFINITE',
      diskSizeGB: context.diskSizeGB,
      previous: known[0]?.regionConfigs ?? previous[0]?.regionConfigs ?? [],
    };
    const regionConfigs = requiredObjects(spec, 'regionConfigs').map((region) => readRegion(region, regionContext));
    checkElectableNodes(regionConfigs, edition);
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
  if (edition === 'CORE') checkDiskSizes(specs);
  return sharedLegacyIds(specs);
}

/** The same specs with another disk size, which versions before 2024-08-05 send apart. */
export function withDiskSize(specs: readonly ReplicationSpec[], diskSizeGB: number): readonly ReplicationSpec[] {
  const disk = { diskSizeGB: Math.max(SMALLEST_DISK, diskSizeGB) };
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

function checkElectableNodes(regions: readonly RegionConfig[], edition: ClusterSettings['edition']): void {
  if (regions.every(isTenant)) return;
  const total = regions.reduce((sum, { electableSpecs }) => sum + electableSpecs.nodeCount, 0);
  if (!electableTotals[edition].some((allowed) => allowed === total))
    throw atlasError('INVALID_ATTRIBUTE', 'number of electable nodes');
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
