import { describe, expect, it } from 'vitest';
import { askAs, freeCluster, quietAtlas, replicaSet } from './ask.ts';

function stage() {
  const { atlas, clock } = quietAtlas();
  const project = atlas.seedProject();
  const ask = askAs(atlas, atlas.seedServiceAccount());
  Object.assign(atlas.state.durations, { tenantUpgrade: 1000 });
  const group = `/groups/${project.id}`;
  const cluster = async (name: string) => (await ask('GET', `${group}/clusters/${name}`)).body;
  return { atlas, clock, ask, group, cluster };
}

const tags = [{ key: 'a', value: '1' }];

describe('the upgrade of a free cluster', () => {
  const body = {
    name: 'free',
    providerSettings: { providerName: 'AWS', instanceSizeName: 'M10', regionName: 'US_EAST_1' },
    tags,
  };

  it('shows UPDATING, loses the connection strings for a while, and ends as M10', async () => {
    const { atlas, clock, ask, group, cluster } = stage();
    const { id } = atlas.seedCluster({ name: 'free', tier: 'M0' });
    const answer = await ask('POST', `${group}/clusters/tenantUpgrade`, { body });
    expect(answer).toMatchObject({
      status: 200,
      body: { stateName: 'UPDATING', tags, providerSettings: { providerName: 'TENANT', instanceSizeName: 'M0' } },
    });
    const strings = (await cluster('free')).connectionStrings;
    clock.advance(200_000);
    const size = { regionConfigs: [{ electableSpecs: { instanceSize: 'M10' } }] };
    expect(await cluster('free')).toMatchObject({ stateName: 'UPDATING', replicationSpecs: [size], tags });
    expect((await cluster('free')).connectionStrings).toEqual({});
    clock.advance(600_000);
    expect(await cluster('free')).toMatchObject({ stateName: 'UPDATING', connectionStrings: strings });
    clock.advance(200_000);
    expect(await cluster('free')).toMatchObject({ id, stateName: 'IDLE', connectionStrings: strings });
    expect((await ask('PATCH', `${group}/clusters/free`, { body: { tags: [] } })).status).toBe(200);
  });

  it('is only for free clusters', async () => {
    const { atlas, ask, group } = stage();
    atlas.seedCluster({ name: 'orders' });
    atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    const upgrade = (name: string) => ask('POST', `${group}/clusters/tenantUpgrade`, { body: { ...body, name } });
    expect((await upgrade('orders')).status).toBe(400);
    expect((await upgrade('flexible')).body.errorCode).toBe('CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API');
    expect((await upgrade('none')).body.errorCode).toBe('CLUSTER_NOT_FOUND');
  });
});

describe('the upgrade of a flex cluster', () => {
  it('moves it from the flex API to the cluster API', async () => {
    const { atlas, clock, ask, group, cluster } = stage();
    atlas.seedCluster({ name: 'flexible', tier: 'FLEX', tags });
    const answer = await ask('POST', `${group}/flexClusters:tenantUpgrade`, { body: replicaSet('flexible') });
    expect(answer).toMatchObject({ status: 200, body: { name: 'flexible', stateName: 'UPDATING', tags } });
    expect((await cluster('flexible')).errorCode).toBe('CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API');
    clock.advance(1_000_000);
    expect(await cluster('flexible')).toMatchObject({ stateName: 'IDLE', tags });
    expect((await ask('GET', `${group}/flexClusters/flexible`)).body.errorCode).toBe(
      'CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API',
    );
  });
});

describe('names across the kinds of clusters', () => {
  const flex = (name: string) => ({ name, providerSettings: { backingProviderName: 'AWS', regionName: 'US_EAST_1' } });

  it('are taken by any other kind', async () => {
    const { atlas, ask, group } = stage();
    atlas.seedCluster({ name: 'orders' });
    atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    const codes = await Promise.all([
      ask('POST', `${group}/flexClusters`, { body: flex('orders') }),
      ask('POST', `${group}/clusters`, { body: replicaSet('flexible') }),
      ask('POST', `${group}/clusters`, { body: freeCluster('flexible') }),
    ]);
    expect(codes.map(({ body }) => body.errorCode)).toEqual(Array(3).fill('DUPLICATE_CLUSTER_NAME'));
  });

  it('of tenants stay blocked for a minute after deletion, for tenants only', async () => {
    const { atlas, clock, ask, group } = stage();
    Object.assign(atlas.state.durations, { clusterDelete: 30 });
    atlas.seedCluster({ name: 'free', tier: 'M0' });
    await ask('DELETE', `${group}/clusters/free`);
    expect((await ask('POST', `${group}/clusters`, { body: freeCluster('free') })).body.errorCode).toBe(
      'DUPLICATE_CLUSTER_NAME',
    );
    clock.advance(30_000);
    const blocked = 'CONTAINER_WAITING_FOR_FAST_RECORD_CLEAN_UP';
    expect((await ask('POST', `${group}/clusters`, { body: freeCluster('free') })).body.errorCode).toBe(blocked);
    expect((await ask('POST', `${group}/flexClusters`, { body: flex('free') })).body.errorCode).toBe(blocked);
    clock.advance(60_000);
    expect((await ask('POST', `${group}/clusters`, { body: freeCluster('free') })).status).toBe(201);
  });

  it.each(['M10', 'M0', 'FLEX'])('come with tags from the start, which a %s on its way out hides', async (tier) => {
    const { ask, group } = stage();
    const isFlex = tier === 'FLEX';
    const all = `${group}/${isFlex ? 'flexClusters' : 'clusters'}`;
    const bodies: Record<string, object> = { M10: replicaSet('new'), M0: freeCluster('new'), FLEX: flex('new') };
    expect((await ask('POST', all, { body: { ...bodies[tier], tags } })).body).toMatchObject({
      stateName: 'CREATING',
      tags,
    });
    expect((await ask('GET', `${all}/new`)).body.tags).toEqual(tags);
    await ask('DELETE', `${all}/new`);
    expect((await ask('GET', `${all}/new`)).body).toMatchObject({ stateName: 'DELETING', tags: [] });
  });
});
