import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stateOf } from '../../../src/simulator/world/cluster-lifecycle.ts';
import type { Cluster, Hardware, RegionConfig, ReplicationSpec } from '../../../src/simulator/world/types.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { setStage } from '../../support/stage.ts';
import { clusters } from './drawn-clusters.ts';
import { type Movable, specs } from './drawn-specs.ts';

type Moves = ReadonlySet<Movable>;
type Body = { readonly replicationSpecs?: readonly { readonly regionConfigs: readonly Record<string, unknown>[] }[] };
type Stage = ReturnType<typeof setStage>;

const kinds = ['electableSpecs', 'readOnlySpecs', 'analyticsSpecs'] as const;

it.each([
  ['one thing that a spec names changes that thing only, once, in a request that cloud and edition know', 1, 70],
  ['several things change together, and nothing else', 4, 50],
])(
  '%s',
  async (_, most, numRuns) => {
    await fc.assert(
      fc.asyncProperty(clusters, specs(most), async (seed, { settings, moves }) => {
        const stage = setStage();
        const cluster = stage.atlas.seedCluster({ name: 'shop', ...seed });
        const before = cluster.settings.replicationSpecs;
        const inputs = { ...stage.withAccount, config: `clusters: [{ name: shop, ${settings} }]`, resume: 'true' };
        const door = await stage.run('provision', inputs);
        if (wasRefused(stage, door)) return;
        expectKnownRequests(stage, cluster);
        expectUnmoved(before, cluster.settings.replicationSpecs, moves);
        expect(cluster.settings.paused).toBe(false);
        await expectSettled(stage, inputs);
      }),
      { numRuns },
    );
  },
  60_000,
);

it('a new cluster is created once, in a request that cloud and edition know, and is then as it should be', async () => {
  await fc.assert(
    fc.asyncProperty(specs(6), async ({ settings }) => {
      const stage = setStage();
      // Tier and place stand behind what was drawn: YAML refuses a key that is written twice.
      const more = [/(^| )tier:/, /(^| )regions?:/].map((key) => key.test(settings));
      const [tier, region] = [more[0] ? '' : ', tier: M30', more[1] ? '' : ', region: US_EAST_1'];
      const config = `clusters: [{ name: shop, ${settings}${tier}${region} }]`;
      const inputs = { ...stage.withAccount, config };
      const door = await stage.run('provision', inputs);
      if (wasRefused(stage, door)) return;
      const cluster = stage.atlas.state.clusters.find(({ name }) => name === 'shop');
      if (!cluster) throw new Error('There is no cluster.');
      expectKnownRequests(stage, cluster);
      expect(stateOf(cluster, stage.time.now())).toBe('IDLE');
      await expectSettled(stage, inputs);
    }),
    { numRuns: 30 },
  );
}, 60_000);

/** Whether the plan says what cannot be, which it does before anything is sent. */
function wasRefused(stage: Stage, door: MemoryDoor): boolean {
  const failures = door.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  if (failures.length === 0) return false;
  expect(failures.join()).toMatch(/config:1:\d+|cluster "shop"/);
  expect(writesOf(stage), failures.join()).toEqual([]);
  return true;
}

const writesOf = (stage: Stage) => stage.atlas.requests.filter(({ leg, method }) => leg === 'call' && method !== 'GET');

async function expectSettled(stage: Stage, inputs: Readonly<Record<string, string>>): Promise<void> {
  const since = writesOf(stage).length;
  const { outputs } = await stage.run('provision', inputs);
  expect(outputs.outcome).toBe('unchanged');
  expect(writesOf(stage)).toHaveLength(since);
}

/** Whether Atlas took every request, and every region held only fields of its own cloud and edition. */
function expectKnownRequests(stage: Stage, { settings: { edition } }: Cluster): void {
  for (const { body, status } of writesOf(stage)) {
    expect([200, 201]).toContain(status);
    if (edition === 'INFINITE')
      expect(JSON.stringify(body)).not.toMatch(/disk|ebs|mongoDBMajorVersion|versionRelease/i);
    else expect(JSON.stringify(body)).not.toMatch(/storageConfig|databaseEdition/);
    for (const config of ((body as Body).replicationSpecs ?? []).flatMap(({ regionConfigs }) => regionConfigs)) {
      expectKnownFields(config);
    }
  }
}

function expectKnownFields(config: Record<string, unknown>): void {
  const sent = JSON.stringify(config);
  if (config.providerName !== 'AWS') expect(sent).not.toContain('ebsVolumeType');
  if (config.providerName === 'GCP') expect(sent).not.toContain('diskIOPS');
  if (/_NVME/.test(JSON.stringify(config.electableSpecs ?? ''))) expect(sent).not.toContain('diskSizeGB');
  expect(JSON.stringify(config.analyticsAutoScaling ?? '')).not.toContain('storageConfig');
  expect(sent).not.toContain('effective');
}

function expectUnmoved(before: readonly ReplicationSpec[], after: readonly ReplicationSpec[], moves: Moves): void {
  for (const [index, { id, zoneName, regionConfigs }] of before.slice(0, after.length).entries()) {
    const now = after[index];
    expect([now?.id, now?.zoneName]).toEqual([id, zoneName]);
    for (const config of regionConfigs) {
      const same = now?.regionConfigs.find((other) => other.regionName === config.regionName);
      expectRegion(config, same, moves);
    }
  }
  for (const { zoneName } of after.slice(before.length)) expect(zoneName).toBe(before[0]?.zoneName);
  if (!moves.has('shards')) expect(after).toHaveLength(before.length);
}

function expectRegion(config: RegionConfig, now: RegionConfig | undefined, moves: Moves): void {
  const others = config.readOnlySpecs.nodeCount + config.analyticsSpecs.nodeCount;
  // Only a list of regions gives one up, and never one that holds other nodes.
  if (!now) {
    expect([moves.has('regions'), others]).toEqual([true, 0]);
    return;
  }
  for (const kind of kinds) {
    if (kind !== 'electableSpecs') expect(now[kind].nodeCount).toBe(config[kind].nodeCount);
    if (config[kind].nodeCount === 0 || now[kind].nodeCount === 0) continue;
    expect(stable(now[kind], moves)).toEqual(stable(config[kind], moves));
  }
  // Disks scale alike for all kinds of nodes.
  const [analytics, analyticsBefore] = [now, config].map(analyticsScalingOf);
  if (!moves.has('scaling')) expect(analytics).toEqual(analyticsBefore);
  else expect(analytics?.compute).toEqual(analyticsBefore?.compute);
  if (!moves.has('scaling')) expect(scalingOf(now, moves)).toEqual(scalingOf(config, moves));
}

/** What must not have moved of a group of nodes. */
function stable({ instanceSize, nodeCount, diskSizeGB }: Hardware, moves: Moves): Partial<Hardware> {
  return {
    ...(moves.has('sizes') ? {} : { instanceSize }),
    ...(moves.has('regions') ? {} : { nodeCount }),
    // The way to and from NVMe changes the disk.
    ...(moves.has('sizes') || moves.has('disks') ? {} : { diskSizeGB }),
  };
}

function scalingOf({ autoScaling: { storageConfig, ...others } }: RegionConfig, moves: Moves) {
  return moves.has('limit') ? others : { ...others, storageConfig };
}

const off = { enabled: false };

/** What is off need not be said. */
function analyticsScalingOf({ analyticsAutoScaling: { compute, diskGB = off } = {} }: RegionConfig) {
  return { compute: compute ?? { ...off, scaleDownEnabled: false }, diskGB };
}
