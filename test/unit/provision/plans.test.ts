import { describe, expect, it } from 'vitest';
import type { ClusterSeed } from '../../../src/simulator/world/seed-cluster.ts';
import type { Cluster } from '../../../src/simulator/world/types.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { setStage } from '../../support/stage.ts';

type Fields = Readonly<Record<string, unknown>>;
type Stage = ReturnType<typeof setStage>;

const aws = (more: Fields = {}, electable: Fields = {}) => ({
  providerName: 'AWS',
  regionName: 'US_EAST_1',
  priority: 7,
  electableSpecs: { instanceSize: 'M40', nodeCount: 3, ...electable },
  ...more,
});

/** A stage with one more cluster, `shop`, and what a step asks of it. */
function stageWith(seed: ClusterSeed = {}) {
  const stage = setStage({ oddities: { ...quiet } });
  const cluster = stage.atlas.seedCluster({ name: 'shop', tier: 'M40', ...seed });
  return { stage, cluster };
}

const quiet = { updatingBeforeIdle: 0, repairingAfterUpdate: 0 };

const spec = (settings: string) => ({ config: `clusters: [{ name: shop, ${settings} }]` });
const provision = (stage: Stage, inputs: Readonly<Record<string, string>>) =>
  stage.run('provision', { ...stage.withAccount, ...inputs });

/** What a run writes, and its body. */
async function changeOf(stage: Stage, inputs: Readonly<Record<string, string>>) {
  const since = stage.atlas.requests.length;
  const door = await provision(stage, inputs);
  const writes = stage.atlas.requests
    .slice(since)
    .filter(({ leg, method }) => leg === 'call' && method !== 'GET')
    .map(({ method, body }) => ({ method, body: bodyOf(body) }));
  return { door, writes };
}

function bodyOf(body: unknown): Fields {
  const read: unknown = typeof body === 'string' ? JSON.parse(body) : body;
  return typeof read === 'object' && read !== null ? { ...read } : {};
}

/** A second run of the same must find nothing to do. */
async function expectSettled(stage: Stage, inputs: Readonly<Record<string, string>>) {
  const { door, writes } = await changeOf(stage, inputs);
  expect(errors(door)).toEqual([]);
  expect(writes).toEqual([]);
  expect(door.outputs.outcome).toBe('unchanged');
}

const errors = ({ annotations }: MemoryDoor) =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
const notices = ({ annotations }: MemoryDoor) =>
  annotations.filter(({ level }) => level === 'notice').map(({ message }) => message);
const regionsOf = (cluster: Cluster, shard = 0) => cluster.settings.replicationSpecs[shard]?.regionConfigs ?? [];
const compute = (minInstanceSize: string, maxInstanceSize: string) => ({
  autoScaling: {
    compute: { enabled: true, scaleDownEnabled: true, minInstanceSize, maxInstanceSize },
    diskGB: { enabled: true },
  },
});

describe('family and generation of a size', () => {
  it.each(['R40', 'M40_NVME', 'M40_GEN_2'])('are changed where %s is named and M40 runs', async (tier) => {
    const { stage, cluster } = stageWith();
    const { door } = await changeOf(stage, { 'cluster-name': 'shop', tier });
    expect(errors(door)).toEqual([]);
    expect(regionsOf(cluster)[0]?.electableSpecs.instanceSize).toBe(tier);
    await expectSettled(stage, { 'cluster-name': 'shop', tier });
  });

  it('go with bounds of the same family in one request', async () => {
    const { stage, cluster } = stageWith({ replicationSpecs: [{ regionConfigs: [aws(compute('M30', 'M60'))] }] });
    const inputs = spec('tier: R40, auto-scaling: { compute: { min: R40, max: R60 } }');
    const { door, writes } = await changeOf(stage, inputs);
    expect(errors(door)).toEqual([]);
    expect(writes.map(({ method }) => method)).toEqual(['PATCH']);
    expect(regionsOf(cluster)[0]).toMatchObject({
      electableSpecs: { instanceSize: 'R40' },
      autoScaling: { compute: { minInstanceSize: 'R40', maxInstanceSize: 'R60' } },
    });
    await expectSettled(stage, inputs);
  });

  it('are refused before any change where auto-scaling stays in another family', async () => {
    const { stage } = stageWith({ replicationSpecs: [{ regionConfigs: [aws(compute('M30', 'M60'))] }] });
    const { door, writes } = await changeOf(stage, { 'cluster-name': 'shop', tier: 'R40' });
    expect(errors(door).join()).toContain('tier cannot change from M40 to R40 while auto-scaling goes from M30 to M60');
    expect(writes).toEqual([]);
  });

  it('of bounds that are not those of the tier are refused before any request', async () => {
    const { stage } = stageWith();
    const door = await provision(stage, spec('tier: M40, auto-scaling: { compute: { min: R40, max: R60 } }'));
    expect(errors(door).join()).toContain('bounds of another family than M40');
    expect(stage.calls()).toEqual([]);
  });
});

describe('what auto-scaling decides', () => {
  it('is not drift where only the disk scales, and has taken the size along', async () => {
    const diskOnly = { autoScaling: { compute: { enabled: false }, diskGB: { enabled: true } } };
    const { stage, cluster } = stageWith({
      replicationSpecs: [{ regionConfigs: [aws(diskOnly, { instanceSize: 'M10' })] }],
    });
    stage.atlas.scaleByItself(cluster, { instanceSize: 'M20', diskSizeGB: 80 });
    const inputs = { 'cluster-name': 'shop', tier: 'M10', 'disk-size-gb': '10' };
    const { door, writes } = await changeOf(stage, inputs);
    expect(errors(door)).toEqual([]);
    expect(writes).toEqual([]);
    expect(notices(door).join('\n')).toContain('runs at M20, not at M10: auto-scaling decides');
    expect(notices(door).join('\n')).toContain('disks of 80 GB, not of 10: auto-scaling decides');
  });

  it('is not drift where only the size scales, and the disk has grown', async () => {
    const scaling = { autoScaling: { ...compute('M10', 'M60').autoScaling, diskGB: { enabled: false } } };
    const { stage, cluster } = stageWith({
      replicationSpecs: [{ regionConfigs: [aws(scaling, { instanceSize: 'M10' })] }],
    });
    stage.atlas.scaleByItself(cluster, { instanceSize: 'M30', diskSizeGB: 60 });
    const { door, writes } = await changeOf(stage, { 'cluster-name': 'shop', tier: 'M10', 'disk-size-gb': '10' });
    expect(errors(door)).toEqual([]);
    expect(writes).toEqual([]);
  });

  it('is raised to a new minimum, which the plan says', async () => {
    const { stage, cluster } = stageWith({ tier: 'M10' });
    const inputs = spec('auto-scaling: { compute: { min: M20, max: M40 } }');
    const { door } = await changeOf(stage, inputs);
    expect(errors(door)).toEqual([]);
    expect(notices(door).join()).toContain('runs at M10, below the minimum of auto-scaling.compute, so it is made M20');
    expect(door.lines.join('\n')).toContain('tier: M10 → M20');
    expect(regionsOf(cluster)[0]?.electableSpecs.instanceSize).toBe('M20');
    await expectSettled(stage, inputs);
  });

  it('is refused where the bounds lie below what runs', async () => {
    const { stage } = stageWith({ tier: 'M60' });
    const { door, writes } = await changeOf(stage, spec('auto-scaling: { compute: { min: M20, max: M40 } }'));
    expect(errors(door).join()).toContain('runs at M60, outside of auto-scaling.compute (M20 to M40)');
    expect(writes).toEqual([]);
  });

  it('is compared down to whether it may scale down', async () => {
    const up = { autoScaling: { compute: { enabled: true, scaleDownEnabled: false, maxInstanceSize: 'M60' } } };
    const { stage, cluster } = stageWith({ replicationSpecs: [{ regionConfigs: [aws(up)] }] });
    const inputs = spec('auto-scaling: { compute: { min: M30, max: M60 } }');
    const { door } = await changeOf(stage, inputs);
    expect(door.lines.join('\n')).toContain('auto-scaling.compute: up to M60 → M30 to M60');
    expect(regionsOf(cluster)[0]?.autoScaling).toMatchObject({ compute: { scaleDownEnabled: true } });
    await expectSettled(stage, inputs);
  });
});

describe('machines', () => {
  it('get only fields of their own cloud where another cloud is added', async () => {
    const { stage, cluster } = stageWith();
    const inputs = spec(
      'regions: [{ region: US_EAST_1 }, { provider: GCP, region: CENTRAL_US }, { provider: AZURE, region: US_EAST_2 }]',
    );
    const { door, writes } = await changeOf(stage, inputs);
    expect(errors(door)).toEqual([]);
    const sent = JSON.stringify(writes);
    expect(sent).not.toContain('diskIOPS');
    expect(sent).not.toContain('ebsVolumeType');
    expect(regionsOf(cluster).map(({ providerName }) => providerName)).toEqual(['AWS', 'GCP', 'AZURE']);
    expect(door.lines.join('\n')).toContain(
      'regions: AWS US_EAST_1 × 3 → AWS US_EAST_1 × 3, GCP CENTRAL_US × 1, AZURE US_EAST_2 × 1',
    );
    await expectSettled(stage, inputs);
  });

  it('keep provisioned IOPS that nobody named, on their own cloud', async () => {
    const fast = { diskSizeGB: 200, diskIOPS: 6000, ebsVolumeType: 'PROVISIONED' };
    const { stage, cluster } = stageWith({ replicationSpecs: [{ regionConfigs: [aws({}, fast)] }] });
    const { door } = await changeOf(stage, { 'cluster-name': 'shop', tier: 'M50' });
    expect(errors(door)).toEqual([]);
    expect(regionsOf(cluster)[0]?.electableSpecs).toMatchObject({ instanceSize: 'M50', ...fast });
  });

  it('leave disk, IOPS and volume type behind on the way to NVMe, and take the analytics nodes along', async () => {
    const fast = { diskSizeGB: 200, diskIOPS: 6000, ebsVolumeType: 'PROVISIONED' };
    const analyticsSpecs = { instanceSize: 'M50', nodeCount: 1, ...fast };
    const { stage, cluster } = stageWith({ replicationSpecs: [{ regionConfigs: [aws({ analyticsSpecs }, fast)] }] });
    const { door, writes } = await changeOf(stage, { 'cluster-name': 'shop', tier: 'M40_NVME' });
    expect(errors(door)).toEqual([]);
    expect(JSON.stringify(writes)).not.toMatch(/disk|ebs|readOnlySpecs/);
    expect(regionsOf(cluster)[0]?.analyticsSpecs).toMatchObject({ instanceSize: 'M40_NVME', nodeCount: 1 });
    await expectSettled(stage, { 'cluster-name': 'shop', tier: 'M40_NVME' });
  });

  it('get a new disk on Azure without the IOPS of the old one', async () => {
    const { stage, cluster } = stageWith({ provider: 'AZURE' });
    const inputs = { 'cluster-name': 'shop', 'disk-size-gb': '256' };
    const { door, writes } = await changeOf(stage, inputs);
    expect(errors(door)).toEqual([]);
    expect(JSON.stringify(writes)).not.toContain('diskIOPS');
    expect(regionsOf(cluster)[0]?.electableSpecs).toMatchObject({ diskSizeGB: 256, diskIOPS: 1100 });
    await expectSettled(stage, inputs);
  });

  it('keep an analytics size of their own, and are not mentioned where there are none', async () => {
    const analyticsSpecs = { instanceSize: 'M60', nodeCount: 1, diskSizeGB: 80 };
    const { stage, cluster } = stageWith({ replicationSpecs: [{ regionConfigs: [aws({ analyticsSpecs })] }] });
    const { writes } = await changeOf(stage, { 'cluster-name': 'shop', tier: 'M50' });
    expect(JSON.stringify(writes)).not.toContain('readOnlySpecs');
    expect(regionsOf(cluster)[0]?.analyticsSpecs).toMatchObject({ instanceSize: 'M60', nodeCount: 1 });
  });
});

describe('regions', () => {
  const five = { replicationSpecs: [{ regionConfigs: [aws({}, { nodeCount: 5 })] }] };

  it('keep their nodes where another one is added without numbers', async () => {
    const { stage, cluster } = stageWith(five);
    const inputs = spec('regions: [{ region: US_EAST_1 }, { region: EU_WEST_1 }]');
    const { door } = await changeOf(stage, inputs);
    expect(errors(door)).toEqual([]);
    expect(regionsOf(cluster).map(({ electableSpecs }) => electableSpecs.nodeCount)).toEqual([5, 2]);
    expect(door.lines.join('\n')).toContain('AWS US_EAST_1 × 5 → AWS US_EAST_1 × 5, AWS EU_WEST_1 × 2');
    await expectSettled(stage, inputs);
  });

  it('have to be numbered where there is no room for another one', async () => {
    const { stage } = stageWith({ replicationSpecs: [{ regionConfigs: [aws({}, { nodeCount: 7 })] }] });
    const { door, writes } = await changeOf(stage, spec('regions: [{ region: US_EAST_1 }, { region: EU_WEST_1 }]'));
    expect(errors(door).join()).toContain('AWS US_EAST_1 (7), AWS EU_WEST_1 (new). Name nodes for each of them');
    expect(writes).toEqual([]);
  });

  it('with only read-only or analytics nodes stay, whatever is named', async () => {
    const size = { instanceSize: 'M40', nodeCount: 2 };
    const readOnly = { providerName: 'AWS', regionName: 'AP_SOUTH_1', priority: 0, readOnlySpecs: size };
    const analytics = { providerName: 'AWS', regionName: 'EU_WEST_1', priority: 0, analyticsSpecs: size };
    const seed = { replicationSpecs: [{ regionConfigs: [aws(), readOnly, analytics] }] };
    const { stage, cluster } = stageWith(seed);
    await expectSettled(stage, { 'cluster-name': 'shop', region: 'US_EAST_1', tier: 'M40' });
    const inputs = spec('tier: M50, regions: [{ region: US_EAST_1 }, { region: CA_CENTRAL_1 }]');
    const { door } = await changeOf(stage, inputs);
    expect(errors(door)).toEqual([]);
    expect(
      regionsOf(cluster).map((one) => [one.regionName, one.readOnlySpecs.nodeCount, one.analyticsSpecs.nodeCount]),
    ).toEqual([
      ['US_EAST_1', 0, 0],
      ['CA_CENTRAL_1', 0, 0],
      ['AP_SOUTH_1', 2, 0],
      ['EU_WEST_1', 0, 2],
    ]);
    await expectSettled(stage, inputs);
  });

  it('are not given up by a single region that is named', async () => {
    const eu = aws({ regionName: 'EU_WEST_1', priority: 6 }, { nodeCount: 2 });
    const { stage } = stageWith({ replicationSpecs: [{ regionConfigs: [aws(), eu] }] });
    await expectSettled(stage, { 'cluster-name': 'shop', region: 'US_EAST_1' });
    const { door, writes } = await changeOf(stage, { 'cluster-name': 'shop', region: 'EU_WEST_1' });
    expect(errors(door).join()).toContain('has electable nodes in AWS US_EAST_1, AWS EU_WEST_1');
    expect(writes).toEqual([]);
  });

  it('that cannot be changed never bring the advice to delete what holds data', async () => {
    const { stage } = stageWith();
    const { door } = await changeOf(stage, { 'cluster-name': 'shop', region: 'EU_WEST_1' });
    expect(errors(door).join()).toContain('region cannot change from AWS US_EAST_1 to AWS EU_WEST_1');
    expect(errors(door).join()).not.toMatch(/delete|teardown/i);
  });
});

describe('shards', () => {
  it('are all compared', async () => {
    const shard = (instanceSize: string) => ({ regionConfigs: [aws({}, { instanceSize, diskSizeGB: 80 })] });
    const { stage, cluster } = stageWith({ replicationSpecs: [shard('M30'), shard('M40')] });
    const inputs = { 'cluster-name': 'shop', tier: 'M30' };
    const { door } = await changeOf(stage, inputs);
    expect(errors(door)).toEqual([]);
    expect(door.lines.join('\n')).toContain('tier: M30, M40 → M30');
    expect([0, 1].map((index) => regionsOf(cluster, index)[0]?.electableSpecs.instanceSize)).toEqual(['M30', 'M30']);
    await expectSettled(stage, inputs);
  });

  it('are brought into the regions that are named, each of them', async () => {
    const { stage, cluster } = stageWith({
      replicationSpecs: [{ regionConfigs: [aws()] }, { regionConfigs: [aws({ regionName: 'EU_WEST_1' })] }],
    });
    const inputs = spec('regions: [{ region: US_EAST_1 }, { region: EU_WEST_1 }]');
    const { door } = await changeOf(stage, inputs);
    expect(errors(door)).toEqual([]);
    expect([0, 1].map((index) => regionsOf(cluster, index).map(({ regionName }) => regionName))).toEqual([
      ['US_EAST_1', 'EU_WEST_1'],
      ['US_EAST_1', 'EU_WEST_1'],
    ]);
    await expectSettled(stage, inputs);
  });

  it('that are added stand in the zone of their neighbour', async () => {
    const shard = { zoneName: 'Europe', regionConfigs: [aws()] };
    const { stage, cluster } = stageWith({ replicationSpecs: [shard, shard] });
    const inputs = spec('shards: 3');
    const { door } = await changeOf(stage, inputs);
    expect(errors(door)).toEqual([]);
    expect(cluster.settings.replicationSpecs.map(({ zoneName }) => zoneName)).toEqual(['Europe', 'Europe', 'Europe']);
    await expectSettled(stage, inputs);
  });
});

describe('a paused cluster', () => {
  it.each(['true', 'false'])('is no business of a spec (paused: %s)', async (paused) => {
    const { stage } = stageWith();
    const door = await provision(stage, spec(`atlas: { paused: ${paused} }`));
    expect(errors(door).join()).toContain('the action power pauses a cluster');
    expect(stage.calls()).toEqual([]);
  });

  it('of a name is resumed in a request of its own, before what else changes, where that is asked for', async () => {
    const { stage, cluster } = stageWith({ paused: true });
    const inputs = { 'cluster-name': 'shop', tier: 'M50' };
    expect(errors((await changeOf(stage, inputs)).door).join()).toContain('Set resume: true');
    expect(cluster.settings.paused).toBe(true);
    const { door, writes } = await changeOf(stage, { ...inputs, resume: 'true' });
    expect(errors(door)).toEqual([]);
    expect(writes[0]?.body).toEqual({ paused: false });
    expect(writes).toHaveLength(2);
    expect(regionsOf(cluster)[0]?.electableSpecs.instanceSize).toBe('M50');
  });
});
