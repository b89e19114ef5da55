import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Hardware, RegionConfig, ReplicationSpec } from '../../../src/simulator/world/types.ts';
import { setStage } from '../../support/stage.ts';

const places = [
  ['AWS', 'US_EAST_1'],
  ['AWS', 'EU_WEST_1'],
  ['GCP', 'CENTRAL_US'],
  ['AZURE', 'EUROPE_WEST'],
] as const;
const kinds = ['electableSpecs', 'readOnlySpecs', 'analyticsSpecs'] as const;

const families = [
  { sizes: ['M30', 'M40', 'M50'], bounds: ['M30', 'M60'], clouds: ['AWS', 'GCP', 'AZURE'] },
  { sizes: ['R40', 'R50'], bounds: ['R40', 'R80'], clouds: ['AWS', 'GCP', 'AZURE'] },
  { sizes: ['M40_GEN_2', 'M50_GEN_2'], bounds: ['M30_GEN_2', 'M80_GEN_2'], clouds: ['AWS'] },
  { sizes: ['M40_NVME', 'M50_NVME'], bounds: ['M40_NVME', 'M80_NVME'], clouds: ['AWS', 'AZURE'] },
] as const;

/** The shards of a cluster, as a request would have them. */
const shards = fc
  .record({
    family: fc.constantFrom(...families),
    sizes: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }),
    regions: fc.uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 3 }),
    total: fc.constantFrom(3, 5),
    readOnly: fc.nat(2),
    analytics: fc.nat(1),
    away: fc.boolean(),
    scaling: fc.constantFrom('none', 'disk', 'compute', 'both'),
  })
  .map(({ family, sizes, regions, total, readOnly, analytics, away, scaling }) => {
    const clouds: readonly string[] = family.clouds;
    const own = regions.filter(([cloud]) => clouds.includes(cloud));
    const used = own.length > 0 ? own : [places[0]];
    const isNvme = family.sizes[0].includes('NVME');
    // Atlas scales NVMe shards together only.
    const ofShards = isNvme ? sizes.slice(0, 1) : sizes;
    const [min, max] = family.bounds;
    const compute = scaling === 'compute' || scaling === 'both';
    const autoScaling = {
      compute: compute
        ? { enabled: true, scaleDownEnabled: true, minInstanceSize: min, maxInstanceSize: max }
        : { enabled: false, scaleDownEnabled: false },
      diskGB: { enabled: scaling === 'disk' || scaling === 'both' },
    };
    return ofShards.map((index) => {
      const instanceSize = family.sizes[index % family.sizes.length] ?? family.sizes[0];
      const group = (nodeCount: number) => ({ instanceSize, nodeCount, ...(isNvme ? {} : { diskSizeGB: 100 }) });
      const [first, ...others] = used;
      return {
        zoneName: 'Europe',
        regionConfigs: used
          .map(([providerName, regionName], place) => ({
            providerName,
            regionName,
            priority: 7 - place,
            electableSpecs: group(place === 0 ? total - others.length : 1),
            ...(first && place === 0 && !away && readOnly > 0 ? { readOnlySpecs: group(readOnly) } : {}),
            ...(place === 0 && analytics > 0 ? { analyticsSpecs: group(analytics) } : {}),
            autoScaling,
          }))
          .concat(
            away && readOnly > 0 && !isNvme
              ? [
                  {
                    providerName: 'AWS',
                    regionName: 'AP_SOUTH_1',
                    priority: 0,
                    readOnlySpecs: group(readOnly),
                    autoScaling,
                  } as never,
                ]
              : [],
          ),
      };
    });
  });

/** One thing that a spec names, and what of the machines it may move. */
const named = fc.constantFrom(
  { settings: 'tier: M50', moves: 'sizes' },
  { settings: 'tier: R50', moves: 'sizes' },
  { settings: 'tier: M50_NVME', moves: 'sizes' },
  { settings: 'tier: R50, auto-scaling: { compute: { min: R40, max: R60 }, disk: true }', moves: 'sizes and scaling' },
  { settings: 'disk-size-gb: 200', moves: 'disks' },
  { settings: 'auto-scaling: { disk: true }', moves: 'scaling' },
  { settings: 'auto-scaling: { compute: false, disk: false }', moves: 'scaling' },
  { settings: 'regions: [{ region: US_EAST_1 }, { region: EU_WEST_1 }]', moves: 'regions' },
  { settings: 'regions: [{ provider: GCP, region: CENTRAL_US }, { region: US_EAST_1 }]', moves: 'regions' },
  { settings: 'region: US_EAST_1', moves: 'nothing' },
  { settings: 'shards: 4', moves: 'shards' },
  { settings: 'backup: true', moves: 'nothing' },
  { settings: 'tags: { team: a }', moves: 'nothing' },
);

it('one thing that a spec names changes that thing only, once, in a request that its clouds know', async () => {
  await fc.assert(
    fc.asyncProperty(shards, named, async (replicationSpecs, { settings, moves }) => {
      const stage = setStage();
      const cluster = stage.atlas.seedCluster({ name: 'shop', replicationSpecs });
      const before = cluster.settings.replicationSpecs;
      const inputs = { ...stage.withAccount, config: `clusters: [{ name: shop, ${settings} }]` };
      const door = await stage.run('provision', inputs);
      const failures = door.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
      const writes = stage.atlas.requests.filter(({ leg, method }) => leg === 'call' && method !== 'GET');
      if (failures.length > 0) {
        // Said in the plan, before anything is sent.
        expect(failures.join()).toMatch(/^This cannot be done|^cluster "shop"/);
        expect(writes).toEqual([]);
        return;
      }
      for (const { body, status } of writes) {
        expect(status).toBe(200);
        expectKnownFields(body);
      }
      expectUnmoved(before, cluster.settings.replicationSpecs, moves);
      const again = await stage.run('provision', inputs);
      expect(again.outputs.outcome).toBe('unchanged');
    }),
    { numRuns: 150 },
  );
}, 60_000);

/** Whether every region holds only fields of its own cloud, and no nodes that there are none of. */
function expectKnownFields(body: unknown): void {
  const specs = (body as { replicationSpecs?: { regionConfigs: Record<string, unknown>[] }[] }).replicationSpecs ?? [];
  for (const config of specs.flatMap(({ regionConfigs }) => regionConfigs)) {
    const sent = JSON.stringify(config);
    if (config.providerName !== 'AWS') expect(sent).not.toContain('ebsVolumeType');
    if (config.providerName === 'GCP') expect(sent).not.toContain('diskIOPS');
    if (/_NVME/.test(JSON.stringify(config.electableSpecs ?? ''))) expect(sent).not.toContain('diskSizeGB');
    expect(sent).not.toContain('effective');
  }
}

function expectUnmoved(before: readonly ReplicationSpec[], after: readonly ReplicationSpec[], moves: string): void {
  for (const [index, { id, zoneName, regionConfigs }] of before.entries()) {
    const now = after[index];
    expect([now?.id, now?.zoneName]).toEqual([id, zoneName]);
    for (const config of regionConfigs) {
      const same = now?.regionConfigs.find((other) => other.regionName === config.regionName);
      expectRegion(config, same, moves);
    }
  }
  for (const { zoneName } of after.slice(before.length)) expect(zoneName).toBe(before[0]?.zoneName);
  if (moves !== 'shards') expect(after).toHaveLength(before.length);
}

function expectRegion(config: RegionConfig, now: RegionConfig | undefined, moves: string): void {
  const others = config.readOnlySpecs.nodeCount + config.analyticsSpecs.nodeCount;
  // Only a list of regions gives one up, and never one that holds other nodes.
  if (!now) {
    expect([moves, others]).toEqual(['regions', 0]);
    return;
  }
  for (const kind of kinds) {
    if (kind !== 'electableSpecs') expect(now[kind].nodeCount).toBe(config[kind].nodeCount);
    if (config[kind].nodeCount === 0 || now[kind].nodeCount === 0) continue;
    expect(stable(now[kind], moves)).toEqual(stable(config[kind], moves));
  }
  if (!moves.includes('scaling')) expect(now.autoScaling).toEqual(config.autoScaling);
}

/** What must not have moved of a group of nodes. */
function stable({ instanceSize, nodeCount, diskSizeGB }: Hardware, moves: string): Partial<Hardware> {
  const movesSizes = moves.startsWith('sizes');
  return {
    ...(movesSizes ? {} : { instanceSize }),
    ...(moves === 'regions' ? {} : { nodeCount }),
    // The way to and from NVMe changes the disk.
    ...(movesSizes || moves === 'disks' ? {} : { diskSizeGB }),
  };
}
