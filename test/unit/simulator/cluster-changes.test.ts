import { describe, expect, it } from 'vitest';
import { noOddities } from '../../../src/simulator/world/oddities.ts';
import { replicaSet } from './ask.ts';
import { stage } from './clusters-stage.ts';

describe('changing a cluster', () => {
  it('shows UPDATING at once, merges fields and replaces lists', async () => {
    const { atlas, clock, get, patch, ask, clusters } = stage();
    atlas.state.durations.clusterUpdate = 20;
    atlas.seedCluster({ backupEnabled: true, tags: [{ key: 'a', value: '1' }] });
    const { status, body } = await patch('orders', { tags: [{ key: 'b', value: '2' }] });
    expect([status, body.stateName, body.backupEnabled]).toEqual([200, 'UPDATING', true]);
    expect(body.tags).toEqual([{ key: 'b', value: '2' }]);
    expect((await ask('GET', `${clusters}/orders/status`)).body).toEqual({ changeStatus: 'PENDING' });
    clock.advance(20_000);
    expect((await get('orders')).stateName).toBe('IDLE');
    expect((await ask('GET', `${clusters}/orders/status`)).body).toEqual({ changeStatus: 'APPLIED' });
    expect((await patch('orders', { tags: [] })).body.tags).toEqual([]);
  });

  it('can need a repair', async () => {
    const { atlas, clock, get, patch } = stage({ oddities: { repairingAfterUpdate: 1 } });
    atlas.state.durations.clusterUpdate = 100;
    atlas.seedCluster();
    await patch('orders', { terminationProtectionEnabled: true });
    clock.advance(80_000);
    expect((await get('orders')).stateName).toBe('REPAIRING');
    clock.advance(20_000);
    expect((await get('orders')).stateName).toBe('IDLE');
  });

  // Quoted in public logs of MongoDB's own clients: mongodb-atlas-cli repeats what meets it.
  it('can be refused in the first minutes of a cluster, when monitoring takes it for lagging', async () => {
    const { atlas, clock, create, patch } = stage({ oddities: { ...noOddities, laggingWhenNew: 1 } });
    atlas.state.durations.clusterCreate = 560;
    await create(replicaSet('orders'));
    clock.advance(560_000);
    const { status, body } = await patch('orders', { paused: true });
    expect([status, body.errorCode]).toEqual([400, 'OPERATION_INVALID_MEMBER_REPLICATION_LAG']);
    expect(body.parameters).toEqual([expect.stringMatching(/^orders-shard-00-01\.\S+:27017 \(240sec\)$/)]);
    expect(body.detail).toBe(
      `The operation cannot begin because monitoring indicates these nodes have too much replication lag: ${body.parameters[0]}.`,
    );
    clock.advance(300_000);
    expect((await patch('orders', { paused: true })).status).toBe(200);
    atlas.seedCluster({ name: 'old' });
    expect((await patch('old', { tags: [] })).status).toBe(200);
  });

  it('keeps the ids of the shards that stay', async () => {
    const { atlas, get, patch } = stage();
    atlas.seedCluster({ name: 'events', shards: 2 });
    const before = (await get('events')).replicationSpecs;
    const { body } = await patch('events', {
      replicationSpecs: [...before, { regionConfigs: before[0].regionConfigs }],
    });
    const ids = body.replicationSpecs.map(({ id }: { id: string }) => id);
    expect(ids).toEqual([before[0].id, before[1].id, expect.stringMatching(/^[0-9a-f]{24}$/)]);
  });

  it('climbs one major version at a time', async () => {
    const { atlas, patch } = stage();
    atlas.seedCluster({ version: '6.0' });
    expect((await patch('orders', { mongoDBMajorVersion: '8.0' })).body.errorCode).toBe('MONGODB_VERSION_INVALID');
    expect((await patch('orders', { mongoDBMajorVersion: '7.0' })).body.mongoDBVersion).toBe('7.0.40');
    expect((await patch('orders', { mongoDBMajorVersion: '6.0' })).body.errorCode).toBe('CLUSTER_UPGRADE_INVALID');
  });

  it('never changes the name', async () => {
    const { atlas, patch } = stage();
    atlas.seedCluster();
    expect((await patch('orders', { name: 'other' })).body.errorCode).toBe('CLUSTER_CANNOT_CHANGE_NAME');
  });

  it('can be played by a scenario', async () => {
    const { atlas, clock, get } = stage();
    const cluster = atlas.seedCluster();
    atlas.playStates(cluster, [['UPDATING', 10], ['REPAIRING', 20], ['IDLE']]);
    const states = [];
    for (let count = 0; count < 4; count += 1) {
      states.push((await get('orders')).stateName);
      clock.advance(10_000);
    }
    expect(states).toEqual(['UPDATING', 'REPAIRING', 'REPAIRING', 'IDLE']);
  });
});

describe('pausing', () => {
  it('comes alone, is not a state, and stops all other changes', async () => {
    const { atlas, get, patch } = stage();
    atlas.seedCluster();
    expect((await patch('orders', { paused: true, tags: [] })).body.errorCode).toBe('CANNOT_UPDATE_AND_PAUSE_CLUSTER');
    expect((await patch('orders', { paused: true })).body).toMatchObject({ paused: true, stateName: 'UPDATING' });
    expect((await patch('orders', { tags: [] })).body).toMatchObject({
      error: 409,
      errorCode: 'CANNOT_UPDATE_PAUSED_CLUSTER',
    });
    expect((await patch('orders', { paused: true })).body).toMatchObject({
      error: 409,
      errorCode: 'CLUSTER_ALREADY_PAUSED',
    });
    expect((await get('orders')).paused).toBe(true);
  });

  it('can be undone at once, but not redone within the hour', async () => {
    const { atlas, clock, patch } = stage();
    atlas.seedCluster({ paused: true });
    expect((await patch('orders', { paused: false })).body).toMatchObject({ paused: false, stateName: 'UPDATING' });
    expect((await patch('orders', { paused: true })).body).toMatchObject({
      error: 400,
      errorCode: 'CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER',
      parameters: [60],
    });
    clock.advance(3600_000);
    expect((await patch('orders', { paused: true })).status).toBe(200);
  });

  it('has to wait for pending changes', async () => {
    const { atlas, patch } = stage();
    atlas.seedCluster({ state: 'UPDATING' });
    expect((await patch('orders', { paused: true })).body.errorCode).toBe('CANNOT_PAUSE_CLUSTER_WITH_PENDING_CHANGES');
  });

  // MongoDB's list of error codes: https://www.mongodb.com/docs/atlas/reference/api-errors
  it('is refused to a cluster whose data is on NVMe disks', async () => {
    const { atlas, get, patch } = stage();
    atlas.seedCluster({ tier: 'M40_NVME' });
    expect((await patch('orders', { paused: true })).body).toMatchObject({
      error: 409,
      errorCode: 'CANNOT_PAUSE_NVME_CLUSTER',
      detail: 'Cannot pause an NVMe Cluster.',
    });
    expect(await get('orders')).toMatchObject({ paused: false, stateName: 'IDLE' });
  });

  it('ends by itself after thirty days', async () => {
    const { atlas, clock, get } = stage();
    atlas.seedCluster({ paused: true });
    clock.advance(30 * 24 * 3600 * 1000);
    expect((await get('orders')).paused).toBe(false);
  });
});
