import fc from 'fast-check';
import type { ClusterSeed } from '../../../src/simulator/world/seed-cluster.ts';

const places = [
  ['AWS', 'US_EAST_1'],
  ['AWS', 'EU_WEST_1'],
  ['GCP', 'CENTRAL_US'],
  ['AZURE', 'EUROPE_WEST'],
] as const;

const families = [
  { sizes: ['M30', 'M40', 'M50'], bounds: ['M30', 'M60'], clouds: ['AWS', 'GCP', 'AZURE'] },
  { sizes: ['R40', 'R50'], bounds: ['R40', 'R80'], clouds: ['AWS', 'GCP', 'AZURE'] },
  { sizes: ['M40_GEN_2', 'M50_GEN_2'], bounds: ['M30_GEN_2', 'M80_GEN_2'], clouds: ['AWS'] },
  { sizes: ['M40_NVME', 'M50_NVME'], bounds: ['M40_NVME', 'M80_NVME'], clouds: ['AWS', 'AZURE'] },
] as const;

const infiniteFamilies = [
  { sizes: ['M10', 'M30', 'M60'], bounds: ['M10', 'M60'] },
  { sizes: ['R40', 'R60'], bounds: ['R40', 'R60'] },
  { sizes: ['M30_GEN_2', 'M50_GEN_2'], bounds: ['M30_GEN_2', 'M60_GEN_2'] },
] as const;

type Bounds = readonly [min: string, max: string];

const computeOf = ([minInstanceSize, maxInstanceSize]: Bounds, isOn: boolean) =>
  isOn
    ? { enabled: true, scaleDownEnabled: true, minInstanceSize, maxInstanceSize }
    : { enabled: false, scaleDownEnabled: false };

/** Electable, read-only and analytics nodes of the first region; the others have one electable node each. */
const others = { readOnly: fc.nat(2), analytics: fc.nat(1), analyticsScale: fc.boolean() };

const coreShards = fc
  .record({
    ...others,
    family: fc.constantFrom(...families),
    sizes: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }),
    regions: fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 3 }),
    total: fc.constantFrom(3, 5),
    away: fc.boolean(),
    scaling: fc.constantFrom('none', 'disk', 'compute', 'both'),
  })
  .map(({ family, sizes, regions, total, readOnly, analytics, analyticsScale, away, scaling }) => {
    const clouds: readonly string[] = family.clouds;
    const own = regions.filter(([cloud]) => clouds.includes(cloud));
    const used = own.length > 0 ? own : [places[0]];
    const isNvme = family.sizes[0].includes('NVME');
    const autoScaling = {
      compute: computeOf(family.bounds, scaling === 'compute' || scaling === 'both'),
      diskGB: { enabled: scaling === 'disk' || scaling === 'both' },
    };
    const analyticsAutoScaling = { ...autoScaling, compute: computeOf(family.bounds, analyticsScale) };
    // Atlas scales NVMe shards together only.
    return (isNvme ? sizes.slice(0, 1) : sizes).map((index) => {
      const instanceSize = family.sizes[index % family.sizes.length] ?? family.sizes[0];
      const group = (nodeCount: number) => ({ instanceSize, nodeCount, ...(isNvme ? {} : { diskSizeGB: 100 }) });
      const regionConfigs = used.map(([providerName, regionName], place) => ({
        providerName,
        regionName,
        priority: 7 - place,
        electableSpecs: group(place === 0 ? total - used.length + 1 : 1),
        ...(place === 0 && !away && readOnly > 0 ? { readOnlySpecs: group(readOnly) } : {}),
        ...(place === 0 && analytics > 0 ? { analyticsSpecs: group(analytics), analyticsAutoScaling } : {}),
        autoScaling,
      }));
      const readOnlyRegion = { providerName: 'AWS', regionName: 'AP_SOUTH_1', priority: 0, autoScaling };
      const isAway = away && readOnly > 0 && !isNvme;
      return {
        zoneName: 'Europe',
        regionConfigs: isAway
          ? [...regionConfigs, { ...readOnlyRegion, readOnlySpecs: group(readOnly) }]
          : regionConfigs,
      };
    });
  });

/** One replica set on AWS with a primary and a standby, without disks. */
const infiniteShards = fc
  .record({
    ...others,
    family: fc.constantFrom(...infiniteFamilies),
    size: fc.nat(2),
    regionName: fc.constantFrom('US_EAST_1', 'EU_WEST_1'),
    scales: fc.boolean(),
    limit: fc.option(fc.constantFrom(500, 900), { nil: undefined }),
  })
  .map(({ family, size, regionName, readOnly, analytics, analyticsScale, scales, limit }) => {
    const instanceSize = family.sizes[size % family.sizes.length] ?? family.sizes[0];
    const group = (nodeCount: number) => ({ instanceSize, nodeCount });
    const storage = limit === undefined ? {} : { storageConfig: { shardSizeLimitGB: limit } };
    const analyticsAutoScaling = { compute: computeOf(family.bounds, analyticsScale) };
    const config = {
      providerName: 'AWS',
      regionName,
      priority: 7,
      electableSpecs: group(2),
      ...(readOnly > 0 ? { readOnlySpecs: group(readOnly) } : {}),
      ...(analytics > 0 ? { analyticsSpecs: group(analytics), analyticsAutoScaling } : {}),
      autoScaling: { compute: computeOf(family.bounds, scales), ...storage },
    };
    return [{ regionConfigs: [config] }];
  });

const paused = fc.boolean();

/** Clusters as they may stand in Atlas, of both editions. */
export const clusters: fc.Arbitrary<ClusterSeed> = fc.oneof(
  fc.record({ paused, edition: fc.constant('CORE'), replicationSpecs: coreShards }),
  fc.record({ paused, edition: fc.constant('INFINITE'), replicationSpecs: infiniteShards }),
);
