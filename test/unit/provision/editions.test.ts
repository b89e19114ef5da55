import { describe, expect, it } from 'vitest';
import { setStage } from '../../support/stage.ts';
import { failureOf } from '../restore/stage.ts';

const infinite = { 'cluster-name': 'inf', tier: 'M30', region: 'EU_WEST_1', edition: 'infinite' };
const errors = ({ annotations }: { annotations: readonly { level: string; message: string }[] }) =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
const writesOf = (stage: ReturnType<typeof setStage>) =>
  stage.atlas.requests.filter(
    ({ leg, method, path }) => leg === 'call' && method !== 'GET' && path.includes('/clusters'),
  );

describe('a cluster of edition infinite', () => {
  it('is created with two nodes, without disks and without a version, and found as it should be', async () => {
    const stage = setStage();
    const inputs = { ...stage.withAccount, ...infinite, 'max-storage-gb': '500', backup: 'true' };
    const door = await stage.run('provision', inputs);
    expect(errors(door)).toEqual([]);
    expect(writesOf(stage).map(({ body }) => body)).toEqual([
      expect.objectContaining({
        databaseEdition: 'INFINITE',
        replicationSpecs: [
          {
            regionConfigs: [
              {
                providerName: 'AWS',
                regionName: 'EU_WEST_1',
                priority: 7,
                electableSpecs: { instanceSize: 'M30', nodeCount: 2 },
                autoScaling: { storageConfig: { shardSizeLimitGB: 500 } },
              },
            ],
          },
        ],
      }),
    ]);
    const again = await stage.run('provision', inputs);
    expect(errors(again)).toEqual([]);
    expect(again.outputs.outcome).toBe('unchanged');
  });

  it('gets another size and another limit in requests that know no disks', async () => {
    const stage = setStage();
    const cluster = stage.atlas.seedCluster({
      name: 'inf',
      region: 'EU_WEST_1',
      edition: 'INFINITE',
      createdAt: stage.time.now(),
    });
    const inputs = { ...stage.withAccount, 'cluster-name': 'inf', tier: 'M40', 'max-storage-gb': '900' };
    const door = await stage.run('provision', inputs);
    expect(errors(door)).toEqual([]);
    expect(JSON.stringify(writesOf(stage).map(({ body }) => body))).not.toMatch(/disk|ebs/i);
    expect(cluster.settings.replicationSpecs[0]?.regionConfigs[0]).toMatchObject({
      electableSpecs: { instanceSize: 'M40' },
      autoScaling: { storageConfig: { shardSizeLimitGB: 900 } },
    });
    // Its size was unknown at first, which passes.
    expect(writesOf(stage).map(({ status }) => status)).toEqual([503, 200]);
  });

  it('is not another one because Atlas chose its generation', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'inf', tier: 'M30_GEN_2', region: 'EU_WEST_1', edition: 'INFINITE' });
    const door = await stage.run('provision', { ...stage.withAccount, ...infinite });
    expect(errors(door)).toEqual([]);
    expect(door.outputs.outcome).toBe('unchanged');
  });

  it('scales between sizes whose generation Atlas chose, too', async () => {
    const stage = setStage();
    const compute = { enabled: true, scaleDownEnabled: true, minInstanceSize: 'M10', maxInstanceSize: 'M60_GEN_2' };
    const region = {
      ...{ providerName: 'AWS', regionName: 'EU_WEST_1', priority: 7, autoScaling: { compute } },
      electableSpecs: { instanceSize: 'M30_GEN_2', nodeCount: 2 },
    };
    stage.atlas.seedCluster({ name: 'inf', edition: 'INFINITE', replicationSpecs: [{ regionConfigs: [region] }] });
    for (const settings of ['tier: M10', 'auto-scaling: { compute: { min: M10, max: M60 } }']) {
      const config = `clusters: [{ name: inf, ${settings} }]`;
      const door = await stage.run('provision', { ...stage.withAccount, config });
      expect(errors(door)).toEqual([]);
      expect(door.outputs.outcome).toBe('unchanged');
    }
  });

  it('keeps its two nodes where a list names its region alone', async () => {
    const stage = setStage();
    const config = 'clusters: [{ name: inf, tier: M10, edition: infinite, regions: [{ region: US_EAST_1 }] }]';
    expect(errors(await stage.run('provision', { ...stage.withAccount, config }))).toEqual([]);
    const again = await stage.run('provision', { ...stage.withAccount, config });
    expect(errors(again)).toEqual([]);
    expect(again.outputs.outcome).toBe('unchanged');
  });

  it.each([
    [{ tier: 'M80' }, 'tier does not go with edition infinite'],
    [{ tier: 'M40_NVME' }, 'tier does not go with edition infinite'],
    [{ tier: 'FLEX' }, 'edition does not go with FLEX'],
    [{ region: 'EU_NORTH_1' }, 'region does not go with edition infinite, which is on AWS only'],
    [{ provider: 'GCP', region: 'CENTRAL_US' }, 'region does not go with edition infinite'],
    [{ 'disk-size-gb': '20' }, 'disk-size-gb does not go with edition infinite'],
    [{ 'mongodb-version': '9.0' }, 'mongodb-version does not go with edition infinite'],
    [{ edition: 'core', 'max-storage-gb': '20' }, 'max-storage-gb needs edition: infinite'],
  ])('is refused before any request with %j', async (more, problem) => {
    const stage = setStage();
    const door = await stage.run('provision', { ...stage.withAccount, ...infinite, ...more });
    expect(failureOf(door)).toContain(problem);
    expect(stage.calls()).toEqual([]);
  });

  it.each([
    ['regions: [{ region: US_EAST_1 }, { region: EU_WEST_1 }]', 'is in one region'],
    ['regions: [{ region: US_EAST_1, nodes: 3 }]', 'has exactly 2 electable nodes'],
    ['region: US_EAST_1, shards: 2', 'is a replica set'],
    ['region: US_EAST_1, auto-scaling: { disk: false }', 'has no disks to scale'],
    ['region: US_EAST_1, atlas: { databaseEdition: CORE }', 'has a key of its own: edition'],
  ])('is refused before any request in a spec with %s', async (settings, problem) => {
    const stage = setStage();
    const config = `clusters: [{ name: inf, tier: M10, edition: infinite, ${settings} }]`;
    expect(failureOf(await stage.run('provision', { ...stage.withAccount, config }))).toContain(problem);
    expect(stage.calls()).toEqual([]);
  });

  it('takes a spec with its two nodes', async () => {
    const stage = setStage();
    const config =
      'clusters: [{ name: inf, tier: M10, edition: infinite, regions: [{ region: US_EAST_1, nodes: 2 }] }]';
    expect(errors(await stage.run('provision', { ...stage.withAccount, config }))).toEqual([]);
  });

  it('is never made of another one, nor the other way round', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'inf', region: 'EU_WEST_1', edition: 'INFINITE' });
    const door = await stage.run('provision', { ...stage.withAccount, 'cluster-name': 'inf', edition: 'core' });
    expect(failureOf(door)).toContain('edition cannot change from infinite to core');
    const other = await stage.run('provision', { ...stage.withAccount, 'cluster-name': 'orders', edition: 'infinite' });
    expect(failureOf(other)).toContain('edition cannot change from core to infinite');
    expect(writesOf(stage)).toEqual([]);
  });

  it('takes no disk and no version, whatever the spec says of its edition', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'inf', region: 'EU_WEST_1', edition: 'INFINITE' });
    const inputs = { ...stage.withAccount, 'cluster-name': 'inf', 'disk-size-gb': '50', 'mongodb-version': '9.0' };
    const message = failureOf(await stage.run('provision', inputs));
    expect(message).toContain('disk-size-gb does not go with edition infinite');
    expect(message).toContain('mongodb-version does not go with edition infinite');
    expect(writesOf(stage)).toEqual([]);
  });
});

describe('editions and backups', () => {
  function backedUp() {
    const stage = setStage();
    const inf = stage.atlas.seedCluster({ name: 'inf', region: 'EU_WEST_1', edition: 'INFINITE', backupEnabled: true });
    stage.atlas.seedSnapshot({ cluster: inf });
    stage.atlas.seedSnapshot({ cluster: stage.cluster });
    return { stage, inf };
  }
  const changes = (stage: ReturnType<typeof setStage>) => stage.calls().filter((call) => !call.startsWith('GET'));

  it.each([
    [
      { 'cluster-name': 'inf', 'target-cluster-name': 'orders', 'confirm-overwrite': 'orders' },
      '"inf" is of edition infinite, and "orders" is of edition core',
    ],
    [
      { 'cluster-name': 'orders', 'target-cluster-name': 'inf', 'confirm-overwrite': 'inf' },
      '"orders" is of edition core, and "inf" is of edition infinite',
    ],
    [{ 'cluster-name': 'inf', databases: 'orders' }, 'only the whole of it can be restored'],
    [{ 'cluster-name': 'inf', delivery: 'download' }, 'whose snapshots cannot be downloaded'],
  ])('do not go together in a restore of %j, which changes nothing', async (inputs, problem) => {
    const { stage } = backedUp();
    const door = await stage.run('restore', { ...stage.withAccount, snapshot: 'latest', ...inputs });
    expect(failureOf(door)).toContain(problem);
    expect(changes(stage)).toEqual([]);
  });

  it('let a restore within the edition and the region pass', async () => {
    const { stage } = backedUp();
    const door = await stage.run('restore', {
      ...stage.withAccount,
      'cluster-name': 'inf',
      snapshot: 'latest',
      'confirm-overwrite': 'inf',
    });
    expect(errors(door)).toEqual([]);
    expect(door.outputs.outcome).toBe('restored');
  });

  it('refuse to look into a snapshot of infinite before one is taken', async () => {
    const { stage } = backedUp();
    const inputs = { ...stage.withAccount, 'cluster-name': 'inf', 'expect-databases': 'orders' };
    expect(failureOf(await stage.run('snapshot', inputs))).toContain('cluster "inf" is of edition infinite');
    expect(changes(stage)).toEqual([]);
  });

  it('are named by validate and by backups', async () => {
    const { stage } = backedUp();
    const door = await stage.run('validate', { ...stage.withAccount, 'cluster-name': 'inf', for: 'backups' });
    expect(door.outputs.checks).toContain('M10, edition infinite');
    const info = await stage.run('backups', { ...stage.withAccount, 'cluster-name': 'inf', operation: 'info' });
    expect(JSON.parse(info.outputs.result ?? '{}')).toMatchObject({ edition: 'infinite' });
  });
});

it('goes up from MongoDB 8.0 to 9.0 in one step', async () => {
  const stage = setStage();
  const inputs = { ...stage.withAccount, 'cluster-name': 'orders', 'mongodb-version': '9.0' };
  expect(errors(await stage.run('provision', inputs))).toEqual([]);
  expect(stage.cluster.settings.mongoDBMajorVersion).toBe('9.0');
  expect((await stage.run('provision', inputs)).outputs.outcome).toBe('unchanged');
});
