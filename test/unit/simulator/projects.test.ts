import { describe, expect, it } from 'vitest';
import { askAs, quietAtlas } from './ask.ts';

function stage() {
  const { atlas, clock } = quietAtlas();
  const project = atlas.seedProject();
  return { atlas, clock, project, ask: askAs(atlas, atlas.seedServiceAccount()) };
}

describe('projects', () => {
  it('are created with 201, show tags only if sent, and carry the useless Location', async () => {
    const { ask, project } = stage();
    const plain = await ask('POST', '/groups', { body: { name: 'preview', orgId: project.orgId } });
    expect(plain).toMatchObject({
      status: 201,
      body: { name: 'preview', clusterCount: 0, withDefaultAlertsSettings: true },
    });
    expect(plain.body).not.toHaveProperty('tags');
    expect(plain.headers.get('location')).toBe('https://cloud.mongodb.com//api/atlas/v1.0');
    const tags = [{ key: 'team', value: 'payments' }];
    const tagged = await ask('POST', '/groups', { body: { name: 'tagged', orgId: project.orgId, tags } });
    expect(tagged.body.tags).toEqual(tags);
    expect((await ask('GET', `/groups/${plain.body.id}`)).body.tags).toEqual([]);
  });

  it('have unique and proper names', async () => {
    const { ask, project } = stage();
    const create = async (name: string) =>
      (await ask('POST', '/groups', { body: { name, orgId: project.orgId } })).body;
    expect(await create('shop')).toMatchObject({ error: 409, errorCode: 'GROUP_ALREADY_EXISTS', parameters: ['shop'] });
    expect(await create('a/b')).toMatchObject({ error: 400, errorCode: 'INVALID_GROUP_NAME' });
  });

  it('are found by name, renamed and tagged', async () => {
    const { ask, project } = stage();
    expect((await ask('GET', '/groups/byName/shop')).body.id).toBe(project.id);
    const body = { name: 'shop 2', tags: [{ key: 'a', value: '1' }] };
    expect((await ask('PATCH', `/groups/${project.id}`, { body })).body).toMatchObject(body);
    expect((await ask('PATCH', `/groups/${project.id}`, { body: { tags: [] } })).body).toMatchObject({
      name: 'shop 2',
      tags: [],
    });
    expect((await ask('GET', '/groups/byName/shop%202')).status).toBe(200);
    expect((await ask('GET', '/groups/byName/shop')).body).toMatchObject({
      error: 404,
      errorCode: 'GROUP_NAME_NOT_FOUND',
    });
  });

  it('cannot be deleted with clusters in them, nor shortly after', async () => {
    const { atlas, clock, ask, project } = stage();
    Object.assign(atlas.state.durations, { clusterDelete: 100, 'project.closeLag': 60 });
    atlas.seedCluster();
    const remove = () => ask('DELETE', `/groups/${project.id}`);
    expect((await remove()).body).toMatchObject({ error: 409, errorCode: 'CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS' });
    await ask('DELETE', `/groups/${project.id}/clusters/orders`);
    clock.advance(100_000);
    expect((await ask('GET', `/groups/${project.id}/clusters/orders`)).status).toBe(404);
    expect((await remove()).status).toBe(409);
    clock.advance(60_000);
    expect(await remove()).toMatchObject({ status: 202, body: {} });
    expect((await ask('GET', `/groups/${project.id}`)).body.errorCode).toBe('GROUP_NOT_FOUND');
  });
});

describe('organizations', () => {
  it('show themselves and their projects', async () => {
    const { ask, project } = stage();
    expect((await ask('GET', '/orgs?name=ac')).body.results).toMatchObject([
      { id: project.orgId, name: 'Acme', isDeleted: false },
    ]);
    expect((await ask('GET', '/orgs?name=zz')).body.results).toEqual([]);
    expect((await ask('GET', `/orgs/${project.orgId}`)).body.name).toBe('Acme');
    expect((await ask('GET', `/orgs/${project.orgId}/groups`)).body.results).toMatchObject([{ id: project.id }]);
  });

  it('that are unknown or of others stay closed', async () => {
    const { atlas, ask } = stage();
    const other = atlas.seedOrganization('Others');
    expect((await ask('GET', `/orgs/${other.id}`)).body).toMatchObject({
      error: 401,
      errorCode: 'USER_CANNOT_ACCESS_ORG',
    });
    expect((await ask('GET', `/orgs/${'1'.repeat(24)}`)).body).toMatchObject({
      error: 404,
      errorCode: 'ORG_NOT_FOUND',
    });
  });
});
