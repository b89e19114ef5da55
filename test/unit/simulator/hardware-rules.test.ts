import { describe, expect, it } from 'vitest';
import { replicaSet } from './ask.ts';
import { stage } from './clusters-stage.ts';

const region = (more: object = {}, electable: object = {}) => ({
  providerName: 'AWS',
  regionName: 'US_EAST_1',
  priority: 7,
  electableSpecs: { instanceSize: 'M40', nodeCount: 3, ...electable },
  ...more,
});
const specs = (...regionConfigs: object[]) => ({ replicationSpecs: [{ regionConfigs }] });
const compute = (minInstanceSize: string, maxInstanceSize: string) => ({
  autoScaling: { compute: { enabled: true, scaleDownEnabled: true, minInstanceSize, maxInstanceSize } },
});
const gcp = { providerName: 'GCP', regionName: 'CENTRAL_US' };

describe('hardware that Atlas refuses', () => {
  it.each<[string, object, string]>([
    ['IOPS on GCP', region(gcp, { diskIOPS: 3000 }), 'INVALID_ATTRIBUTE diskIOPS'],
    [
      'a volume type on Azure',
      region({ providerName: 'AZURE', regionName: 'US_EAST_2' }, { ebsVolumeType: 'STANDARD' }),
      'INVALID_ATTRIBUTE ebsVolumeType',
    ],
    [
      'a disk on NVMe',
      region({}, { instanceSize: 'M40_NVME', diskSizeGB: 80 }),
      'CANNOT_MODIFY_DISK_SIZE_FOR_NVME_CLUSTER ',
    ],
    ['NVMe on GCP', region(gcp, { instanceSize: 'M40_NVME' }), 'INVALID_ENUM_VALUE M40_NVME'],
    [
      'NVMe beside other disks',
      region({ analyticsSpecs: { instanceSize: 'M40', nodeCount: 1 } }, { instanceSize: 'M40_NVME' }),
      'ATLAS_GENERAL_ERROR Cannot create or edit cluster due to an unexpected configuration',
    ],
    ['a minimum above what runs', region(compute('M50', 'M60')), 'INVALID_ATTRIBUTE minInstanceSize'],
    ['a maximum below what runs', region(compute('M10', 'M30')), 'INVALID_ATTRIBUTE maxInstanceSize'],
    ['bounds of another family', region(compute('R40', 'R60')), 'INVALID_ATTRIBUTE minInstanceSize'],
    ['IOPS that do not fit the disk', region({}, { diskIOPS: 120 }), 'CLUSTER_DISK_IOPS_INVALID 120'],
    [
      'read-only nodes of another size',
      region({ readOnlySpecs: { instanceSize: 'M50', nodeCount: 1 } }),
      'INVALID_ATTRIBUTE instanceSize',
    ],
  ])('is %s', async (_, config, refusal) => {
    const { create } = stage();
    const { status, body } = await create(replicaSet('shop', specs(config)));
    expect(status).toBe(400);
    expect(`${body.errorCode} ${body.parameters[0] ?? ''}`).toBe(refusal);
  });

  it('is two zones on a sharded cluster that is not global', async () => {
    const { create } = stage();
    const shards = ['Zone 1', 'Zone 2'].map((zoneName) => ({ zoneName, regionConfigs: [region()] }));
    const body = { clusterType: 'SHARDED', replicationSpecs: shards };
    expect((await create(replicaSet('shop', body))).body).toMatchObject({
      errorCode: 'INVALID_ATTRIBUTE',
      parameters: ['zoneName'],
    });
    expect((await create(replicaSet('shop', { ...body, clusterType: 'GEOSHARDED' }))).status).toBe(201);
  });
});

describe('database users', () => {
  it('with a managed certificate are changed only together with their kind', async () => {
    const { ask, project } = stage();
    const users = `/groups/${project.id}/databaseUsers`;
    const roles = [{ roleName: 'read', databaseName: 'x' }];
    await ask('POST', users, { body: { databaseName: '$external', username: 'app', x509Type: 'MANAGED', roles } });
    const patch = (body: object) => ask('PATCH', `${users}/$external/app`, { body });
    expect((await patch({ roles })).body).toMatchObject({
      error: 409,
      errorCode: 'DATABASE_USERNAME_CANNOT_BE_CHANGED',
    });
    expect((await patch({ roles, x509Type: 'MANAGED' })).status).toBe(200);
  });

  it('hold a hundred roles on collections in the whole project', async () => {
    const { ask, project } = stage();
    const roles = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        roleName: 'read',
        databaseName: 'x',
        collectionName: `c${index}`,
      }));
    const make = (username: string, count: number) =>
      ask('POST', `/groups/${project.id}/databaseUsers`, {
        body: { databaseName: 'admin', username, password: 'correct-horse', roles: roles(count) },
      });
    expect((await make('a', 60)).status).toBe(201);
    expect((await make('b', 41)).body).toMatchObject({
      error: 403,
      errorCode: 'COLLECTION_ROLES_LIMIT_EXCEEDED',
      parameters: [100],
    });
  });
});

describe('a cluster', () => {
  it('scales by itself, which both lists of specs show', async () => {
    const { atlas, get } = stage();
    atlas.scaleByItself(atlas.seedCluster({ tier: 'M30' }), { instanceSize: 'M40', diskSizeGB: 60 });
    const { replicationSpecs, effectiveReplicationSpecs } = await get('orders');
    for (const [spec] of [replicationSpecs, effectiveReplicationSpecs]) {
      expect(spec.regionConfigs[0].electableSpecs).toMatchObject({ instanceSize: 'M40', diskSizeGB: 60 });
    }
  });

  it('can have shards that differ, which old versions cannot show', async () => {
    const { atlas, ask, clusters, get } = stage();
    const shard = (instanceSize: string) => ({ regionConfigs: [region({}, { instanceSize, diskSizeGB: 80 })] });
    atlas.seedCluster({ name: 'events', replicationSpecs: [shard('M30'), shard('M40')] });
    const { replicationSpecs } = await get('events');
    expect(replicationSpecs).toMatchObject([
      { regionConfigs: [{ electableSpecs: { instanceSize: 'M30' } }] },
      { regionConfigs: [{ electableSpecs: { instanceSize: 'M40' } }] },
    ]);
    const older = await ask('GET', `${clusters}/events`, { date: '2023-02-01' });
    expect(older.body.errorCode).toBe('ASYMMETRIC_SHARD_UNSUPPORTED');
  });

  it('goes through REPAIRING when it is resumed seconds after its pause', async () => {
    const { atlas, clock, get, patch } = stage();
    atlas.seedCluster();
    await patch('orders', { paused: true });
    clock.advance(5_000);
    await patch('orders', { paused: false });
    clock.advance(300_000);
    expect((await get('orders')).stateName).toBe('REPAIRING');
    clock.advance(700_000);
    expect((await get('orders')).stateName).toBe('IDLE');
  });

  it('says its edition, which nobody can change', async () => {
    const { atlas, get, patch } = stage();
    atlas.seedCluster();
    atlas.seedCluster({ name: 'inf', region: 'EU_WEST_1', edition: 'INFINITE' });
    expect((await get('orders')).effectiveDatabaseEdition).toBe('CORE');
    const inf = await get('inf');
    expect(inf).toMatchObject({ effectiveDatabaseEdition: 'INFINITE', mongoDBMajorVersion: '9.0' });
    expect(JSON.stringify(inf.replicationSpecs)).not.toMatch(/disk/);
    expect((await patch('inf', { databaseEdition: 'CORE' })).status).toBe(400);
  });

  it.each<[object, string]>([
    [specs(region({}, { instanceSize: 'M10', nodeCount: 3 })), 'number of electable nodes'],
    [specs(region({}, { instanceSize: 'M80', nodeCount: 2 })), 'instanceSize'],
    [specs(region({}, { instanceSize: 'M10', nodeCount: 2, diskSizeGB: 20 })), 'diskSizeGB'],
    [specs(region({ autoScaling: { diskGB: {} } }, { instanceSize: 'M10', nodeCount: 2 })), 'autoScaling.diskGB'],
    [
      { ...specs(region({}, { instanceSize: 'M10', nodeCount: 2 })), mongoDBMajorVersion: '9.0' },
      'mongoDBMajorVersion',
    ],
  ])('of edition infinite is not made of %j', async (more, parameter) => {
    const { create } = stage();
    const { body } = await create(replicaSet('inf', { databaseEdition: 'INFINITE', ...more }));
    expect(body).toMatchObject({ errorCode: 'INVALID_ATTRIBUTE', parameters: [parameter] });
  });

  it('is judged beforehand without being made', async () => {
    const { ask, project, atlas } = stage();
    const judge = (clusterDescription: object) =>
      ask('POST', `/groups/${project.id}/clusterConfigurations:validate`, {
        date: '2025-03-12',
        body: { editing: false, clusterDescription },
      });
    expect(await judge(replicaSet('shop'))).toMatchObject({ status: 200, body: { valid: true } });
    const wrong = await judge(replicaSet('shop', specs(region({}, { nodeCount: 4 }))));
    expect(wrong).toMatchObject({ status: 200, body: { valid: false, errors: [{ errorCode: 'INVALID_ATTRIBUTE' }] } });
    expect(atlas.state.clusters).toEqual([]);
  });
});
