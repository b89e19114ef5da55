import { describe, expect, it } from 'vitest';
import { askAs, quietAtlas } from './ask.ts';

const day = 24 * 3600 * 1000;

function stage() {
  const { atlas, clock } = quietAtlas();
  const project = atlas.seedProject();
  const ask = askAs(atlas, atlas.seedServiceAccount());
  return { atlas, clock, ask, clusters: `/groups/${project.id}/clusters`, flex: `/groups/${project.id}/flexClusters` };
}

const body = { name: 'flexible', providerSettings: { backingProviderName: 'AWS', regionName: 'EU_WEST_1' } };

describe('a flex cluster', () => {
  it('is created in seconds and deleted without a word', async () => {
    const { atlas, clock, ask, flex } = stage();
    Object.assign(atlas.state.durations, { clusterCreate: 8, clusterDelete: 35 });
    const created = await ask('POST', flex, { body });
    expect(created).toMatchObject({
      status: 201,
      body: {
        backupSettings: { enabled: true },
        providerSettings: { backingProviderName: 'AWS', diskSizeGB: 5, providerName: 'FLEX', regionName: 'EU_WEST_1' },
        stateName: 'CREATING',
      },
    });
    expect(created.body).not.toHaveProperty('tags');
    clock.advance(8000);
    expect((await ask('GET', `${flex}/flexible`)).body).toMatchObject({ stateName: 'IDLE', tags: [] });
    expect(await ask('DELETE', `${flex}/flexible`)).toMatchObject({ status: 204, text: '' });
    expect((await ask('GET', `${flex}/flexible`)).body.stateName).toBe('DELETING');
    clock.advance(35_000);
    expect((await ask('GET', `${flex}/flexible`)).body.errorCode).toBe('CLUSTER_NOT_FOUND');
    expect((await ask('POST', flex, { body })).body.errorCode).toBe('CONTAINER_WAITING_FOR_FAST_RECORD_CLEAN_UP');
  });

  it('has no place in the cluster API, nor a dedicated one in the flex API', async () => {
    const { atlas, ask, flex, clusters } = stage();
    atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    atlas.seedCluster({ name: 'orders' });
    for (const method of ['GET', 'DELETE'] as const) {
      expect((await ask(method, `${clusters}/flexible`)).body).toMatchObject({
        detail: 'Flex cluster flexible cannot be used in the Cluster API.',
        errorCode: 'CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API',
      });
      expect((await ask(method, `${flex}/orders`)).body).toMatchObject({
        detail: 'Cannot use non-flex cluster orders in the flex API.',
        errorCode: 'CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API',
      });
    }
  });

  it('changes its tags and protection, nothing else', async () => {
    const { atlas, ask, flex } = stage();
    atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    const patch = (change: object) => ask('PATCH', `${flex}/flexible`, { body: change });
    const tags = [{ key: 'a', value: '1' }];
    expect((await patch({ tags, terminationProtectionEnabled: true })).body).toMatchObject({
      tags,
      stateName: 'UPDATING',
    });
    expect((await patch({ paused: true })).body).toMatchObject({
      errorCode: 'INVALID_ATTRIBUTE',
      parameters: ['paused'],
    });
    expect((await ask('DELETE', `${flex}/flexible`)).body.errorCode).toBe(
      'CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED',
    );
  });
});

describe('flex snapshots', () => {
  it('come daily, the first after a day, and the last eight are kept', async () => {
    const { atlas, clock, ask, flex } = stage();
    const cluster = atlas.seedCluster({ name: 'flexible', tier: 'FLEX', createdAt: clock.now() });
    const list = async () => (await ask('GET', `${flex}/flexible/backup/snapshots`)).body.results;
    expect(await list()).toEqual([]);
    clock.advance(day);
    expect(await list()).toMatchObject([{ status: 'QUEUED' }]);
    clock.advance(60_000);
    expect(await list()).toMatchObject([{ status: 'RUNNING', startTime: expect.any(String) }]);
    clock.advance(120_000);
    const [first] = await list();
    expect(first).toMatchObject({
      status: 'COMPLETED',
      scheduledTime: '2026-09-02T08:00:00Z',
      expiration: '2026-09-10T08:00:00Z',
      mongoDBVersion: cluster.settings.mongoDBVersion,
    });
    expect((await ask('GET', `${flex}/flexible/backup/snapshots/${first.id}`)).body).toEqual(first);
    clock.advance(20 * day);
    expect(await list()).toHaveLength(8);
    expect((await ask('GET', `${flex}/flexible/backup/snapshots/${first.id}`)).body.errorCode).toBe(
      'TENANT_SNAPSHOT_NOT_FOUND',
    );
  });

  it('are not taken on demand', async () => {
    const { atlas, ask, clusters } = stage();
    atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    const { body: answer } = await ask('POST', `${clusters}/flexible/backup/snapshots`, { body: {} });
    expect(answer.errorCode).toBe('CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API');
  });
});
