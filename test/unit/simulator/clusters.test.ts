import { describe, expect, it } from 'vitest';
import { freeCluster, replicaSet } from './ask.ts';
import { stage } from './clusters-stage.ts';

describe('creating a cluster', () => {
  it('takes its time and ends IDLE with connection strings', async () => {
    const { atlas, clock, create, get } = stage();
    atlas.state.durations.clusterCreate = 560;
    const { status, body } = await create(replicaSet('orders'));
    expect(status).toBe(201);
    expect(body).toMatchObject({ stateName: 'CREATING', connectionStrings: {}, mongoDBVersion: '8.0.29' });
    expect(body).not.toHaveProperty('tags');
    expect(await get('orders')).toMatchObject({ stateName: 'CREATING', tags: [] });
    clock.advance(559_000);
    expect(await get('orders')).toMatchObject({ stateName: 'CREATING', connectionStrings: {} });
    clock.advance(1000);
    const idle = await get('orders');
    expect(idle.stateName).toBe('IDLE');
    expect(idle.connectionStrings.standardSrv).toMatch(/^mongodb\+srv:\/\/orders\.[a-z0-9]{6}\.mongodb\.net$/);
    expect(idle.connectionStrings.standard).toMatch(
      /^mongodb:\/\/orders-shard-00-00\.\w+\.mongodb\.net:27017,orders-shard-00-01\.\S+,orders-shard-00-02\.\S+\/\?ssl=true&authSource=admin&replicaSet=atlas-[a-z0-9]{6}-shard-0$/,
    );
  });

  it('can pass through UPDATING before the first IDLE', async () => {
    const { atlas, clock, create, get } = stage({ oddities: { updatingBeforeIdle: 1 } });
    atlas.state.durations.clusterCreate = 100;
    await create(replicaSet('orders'));
    const states = [];
    for (let count = 0; count < 3; count += 1) {
      states.push((await get('orders')).stateName);
      clock.advance(count === 0 ? 85_000 : 20_000);
    }
    expect(states).toEqual(['CREATING', 'UPDATING', 'IDLE']);
  });

  it('shows the tags that were sent, from the first answer on', async () => {
    const { create, get } = stage();
    const tags = [{ key: 'gha-environment', value: 'pr-7' }];
    expect((await create(replicaSet('orders', { tags }))).body.tags).toEqual(tags);
    expect((await get('orders')).tags).toEqual(tags);
  });

  it('of one shard per spec gives mongos hosts on port 27016 without a replica set', async () => {
    const { atlas, get } = stage();
    atlas.seedCluster({ name: 'events', shards: 2 });
    const { connectionStrings, replicationSpecs, configServerType } = await get('events');
    expect(replicationSpecs).toHaveLength(2);
    expect(configServerType).toBe('EMBEDDED');
    expect(connectionStrings).toMatchObject({ awsPrivateLinkSrv: {}, privateEndpoint: [] });
    expect(connectionStrings.standard).toMatch(
      /events-config-00-00\.\S+:27016,\S+events-shard-00-02\.\S+\/\?ssl=true&authSource=admin$/,
    );
  });

  it('is shown by zone, with a number of shards and the disk on top, in versions before 2024-08-05', async () => {
    const { atlas, ask, clusters } = stage();
    atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2 });
    const { body } = await ask('GET', `${clusters}/events`, { date: '2023-02-01' });
    expect(body).toMatchObject({ diskSizeGB: 40, replicationSpecs: [{ numShards: 2, zoneName: 'Zone 1' }] });
    expect(body).not.toHaveProperty('effectiveReplicationSpecs');
  });

  it.each([
    ['-orders', 'CLUSTER_NAME_INVALID'],
    ['orders_2', 'CLUSTER_NAME_INVALID'],
    ['a'.repeat(65), 'CLUSTER_NAME_TOO_LONG'],
    ['atlas-abc123', 'ATLAS_RESERVED_CLUSTER_NAME'],
    ['preview-environment-22--of-main', 'CLUSTER_NAME_PREFIX_INVALID'],
    ['orders', 'DUPLICATE_CLUSTER_NAME'],
    ['flexible', 'DUPLICATE_CLUSTER_NAME'],
    ['a-very-long-cluster-name-2', 'DUPLICATE_CLUSTER_NAME_PREFIX'],
  ])('is refused under the name %s: %s', async (name, errorCode) => {
    const { atlas, create } = stage();
    for (const [taken, tier] of [
      ['orders', 'M10'],
      ['flexible', 'FLEX'],
      ['a-very-long-cluster-name-1', 'M10'],
    ] as const) {
      atlas.seedCluster({ name: taken, tier });
    }
    expect((await create(replicaSet(name))).body).toMatchObject({ error: 400, errorCode });
  });

  it.each([
    [{ paused: true }, 'CANNOT_CREATE_PAUSED_CLUSTER'],
    [{ pitEnabled: true }, 'INVALID_ATTRIBUTE'],
    [{ diskSizeGB: 20 }, 'INVALID_ATTRIBUTE'],
    [{ colour: 'red' }, 'INVALID_ATTRIBUTE'],
    [{ mongoDBMajorVersion: '3.7' }, 'MONGODB_VERSION_INVALID'],
    [{ mongoDBMajorVersion: '4.4' }, 'ATLAS_CLUSTER_VERSION_DEPRECATED'],
    [{ clusterType: 'ROUND' }, 'INVALID_ENUM_VALUE'],
    [{ replicationSpecs: undefined }, 'MISSING_ATTRIBUTE'],
    [{ tags: [{ key: 'repository', value: 'owner/name' }] }, 'VALIDATION_ERROR'],
    [
      {
        tags: [
          { key: 'a', value: '1' },
          { key: 'a', value: '2' },
        ],
      },
      'VALIDATION_ERROR',
    ],
  ])('with %j is refused: %s', async (more, errorCode) => {
    const { create } = stage();
    expect((await create(replicaSet('orders', more))).body).toMatchObject({ error: 400, errorCode });
  });

  it('is refused beyond 25 in a project', async () => {
    const { atlas, create } = stage();
    for (let count = 0; count < 25; count += 1) atlas.seedCluster({ name: `n${count}` });
    expect((await create(replicaSet('one-more'))).status).toBe(400);
  });

  // MongoDB's command line asks for 2 GB unless it is told otherwise (`atlas clusters create --diskSizeGB`).
  it.each([
    ['2023-02-01', { diskSizeGB: 2 }, {}],
    ['2024-08-05', {}, { diskSizeGB: 2 }],
  ])('gets 10 GB where it asks for 2, in version %s', async (date, onTop, inSpecs) => {
    const { ask, clusters } = stage();
    const electableSpecs = { instanceSize: 'M10', nodeCount: 3, ...inSpecs };
    const region = { providerName: 'AWS', regionName: 'EU_WEST_1', priority: 7, electableSpecs };
    const body = replicaSet('orders', { ...onTop, replicationSpecs: [{ regionConfigs: [region] }] });
    const created = await ask('POST', clusters, { date, body });
    expect(created.status).toBe(201);
    const [shown] = (await ask('GET', `${clusters}/orders`)).body.replicationSpecs[0].regionConfigs;
    expect(shown.electableSpecs.diskSizeGB).toBe(10);
    const older = await ask('GET', `${clusters}/orders`, { date: '2023-02-01' });
    expect(older.body.diskSizeGB).toBe(10);
    await ask('PATCH', `${clusters}/orders`, { date: '2023-02-01', body: { diskSizeGB: 5 } });
    expect((await ask('GET', `${clusters}/orders`, { date: '2023-02-01' })).body.diskSizeGB).toBe(10);
  });

  it('finds no auto-scaling without limits', async () => {
    const { create } = stage();
    const withScaling = (compute: object) => {
      const electableSpecs = { instanceSize: 'M10', nodeCount: 3 };
      const region = {
        providerName: 'AWS',
        regionName: 'EU_WEST_1',
        priority: 7,
        electableSpecs,
        autoScaling: { compute },
      };
      return create(replicaSet('orders', { replicationSpecs: [{ regionConfigs: [region] }] }));
    };
    expect((await withScaling({ enabled: true })).body.errorCode).toBe(
      'COMPUTE_AUTO_SCALING_MAX_INSTANCE_SIZE_REQUIRED',
    );
    expect((await withScaling({ enabled: true, maxInstanceSize: 'M20' })).status).toBe(201);
  });
});

describe('a free cluster', () => {
  it('has its SRV string before it is IDLE', async () => {
    const { create } = stage();
    const { body } = await create(freeCluster('playground'));
    expect(Object.keys(body.connectionStrings)).toEqual(['standardSrv']);
    expect(body.replicationSpecs[0].regionConfigs[0]).toEqual({
      electableSpecs: { effectiveInstanceSize: 'M0', instanceSize: 'M0', diskSizeGB: 0.5 },
      backingProviderName: 'AWS',
      priority: 7,
      providerName: 'TENANT',
      regionName: 'US_EAST_1',
    });
  });

  it('can be IDLE before its connection strings are there', async () => {
    const { atlas, clock, create, get } = stage({ oddities: { idleBeforeStrings: 1 } });
    Object.assign(atlas.state.durations, { clusterCreate: 8, 'tenantStrings.lag': 6 });
    await create(freeCluster('playground'));
    clock.advance(8000);
    const early = await get('playground');
    expect(early.stateName).toBe('IDLE');
    expect(early.connectionStrings).not.toHaveProperty('standard');
    clock.advance(6000);
    expect(Object.keys((await get('playground')).connectionStrings)).toEqual(['standard', 'standardSrv']);
  });

  it('comes once in a project', async () => {
    const { atlas, create } = stage();
    atlas.seedCluster({ name: 'playground', tier: 'M0' });
    expect((await create(freeCluster('second'))).body).toMatchObject({
      detail:
        'Cannot create a cluster with instance size M0 via the public api: This project already has another free cluster.',
      errorCode: 'CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API',
    });
  });

  it('does not come from AWS directly', async () => {
    const { create } = stage();
    const region = {
      providerName: 'AWS',
      regionName: 'US_EAST_1',
      priority: 7,
      electableSpecs: { instanceSize: 'M0', nodeCount: 3 },
    };
    const { body } = await create(replicaSet('playground', { replicationSpecs: [{ regionConfigs: [region] }] }));
    expect(body).toMatchObject({ errorCode: 'INVALID_ENUM_VALUE', parameters: ['M0'] });
  });

  it('cannot be changed', async () => {
    const { atlas, patch } = stage();
    atlas.seedCluster({ name: 'playground', tier: 'M0' });
    const { body } = await patch('playground', { tags: [] });
    expect(body).toMatchObject({ error: 400, errorCode: 'TENANT_CLUSTER_UPDATE_UNSUPPORTED' });
  });

  it('leaves its name blocked for a minute', async () => {
    const { atlas, clock, create, remove } = stage();
    atlas.state.durations.clusterDelete = 30;
    atlas.seedCluster({ name: 'playground', tier: 'M0' });
    await remove('playground');
    clock.advance(31_000);
    expect((await create(freeCluster('playground'))).body.errorCode).toBe('CONTAINER_WAITING_FOR_FAST_RECORD_CLEAN_UP');
    clock.advance(60_000);
    expect((await create(freeCluster('playground'))).status).toBe(201);
  });
});

describe('deleting a cluster', () => {
  it('shows it without its tags and backup until it is gone', async () => {
    const { atlas, clock, get, patch, remove } = stage();
    atlas.state.durations.clusterDelete = 166;
    atlas.seedCluster({ backupEnabled: true, tags: [{ key: 'a', value: '1' }] });
    expect(await remove('orders')).toMatchObject({ status: 202, body: {} });
    expect(await get('orders')).toMatchObject({ stateName: 'DELETING', tags: [], backupEnabled: false });
    expect((await remove('orders')).body).toMatchObject({
      error: 400,
      errorCode: 'CLUSTER_ALREADY_REQUESTED_DELETION',
    });
    expect((await patch('orders', { tags: [] })).body).toMatchObject({ error: 400, errorCode: 'ATLAS_GENERAL_ERROR' });
    clock.advance(166_000);
    expect(await get('orders')).toMatchObject({ error: 404, errorCode: 'CLUSTER_NOT_FOUND' });
  });

  it('is refused under protection, in a whole sentence', async () => {
    const { atlas, patch, project, remove } = stage();
    atlas.seedCluster({ terminationProtectionEnabled: true });
    expect((await remove('orders')).body).toMatchObject({
      error: 400,
      parameters: [
        `Cannot terminate cluster orders in group ${project.id} because termination protection is enabled. Disable termination protection and try again.`,
      ],
    });
    await patch('orders', { terminationProtectionEnabled: false });
    expect((await remove('orders')).status).toBe(202);
  });

  it('keeps its snapshots when asked to', async () => {
    const { atlas, clock, ask, clusters } = stage();
    const cluster = atlas.seedCluster({ backupEnabled: true });
    atlas.seedSnapshot({ cluster, retentionDays: 30 });
    await ask('DELETE', `${clusters}/orders?retainBackups=true`);
    clock.advance(3600_000);
    expect((await ask('GET', clusters)).body.results).toEqual([]);
    const kept = (await ask('GET', `${clusters}?includeDeletedWithRetainedBackups=true`)).body.results;
    expect(kept).toMatchObject([{ name: 'orders', retainBackups: true }]);
    expect((await ask('GET', `${clusters}/orders/backup/snapshots`)).body.results).toHaveLength(1);
  });
});

describe('listing clusters', () => {
  it('leaves out flex in a project, and shows all in short across projects', async () => {
    const { atlas, ask, clusters, project } = stage();
    atlas.seedCluster({ backupEnabled: true });
    atlas.seedCluster({ name: 'events', shards: 2 });
    atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    const names = (list: Array<{ name: string }>) => list.map(({ name }) => name);
    expect(names((await ask('GET', clusters)).body.results)).toEqual(['orders', 'events']);
    const { results } = (await ask('GET', '/clusters')).body;
    expect(results).toMatchObject([{ groupId: project.id, groupName: 'shop', orgName: 'Acme' }]);
    expect(results[0].clusters).toMatchObject([
      { name: 'orders', type: 'REPLICA_SET', nodeCount: 3, backupEnabled: true, availability: 'available' },
      { name: 'events', type: 'SHARDED_CLUSTER', nodeCount: 6 },
      { name: 'flexible', type: 'REPLICA_SET' },
    ]);
  });
});
