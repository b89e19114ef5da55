import { describe, expect, it } from 'vitest';
import type { CredentialSeed } from '../../../src/simulator/world/seed.ts';
import { askAs, base, bearerHeader, digestHeader, nonceOf, quietAtlas, replicaSet, send, tokenRequest } from './ask.ts';

function atlasFor(credential: CredentialSeed) {
  const { atlas, clock } = quietAtlas();
  const project = atlas.seedProject();
  const cluster = atlas.seedCluster({ backupEnabled: true });
  const account = atlas.seedServiceAccount({ project, ...credential });
  return { atlas, clock, project, cluster, account, ask: askAs(atlas, account) };
}

describe('roles', () => {
  it.each([
    { role: 'Project Read Only', read: 200, snapshot: 401, create: 401 },
    { role: 'Project Backup Creator', read: 200, snapshot: 200, create: 401 },
    { role: 'Project Cluster Manager', read: 200, snapshot: 401, create: 201 },
    { role: 'Project Owner', read: 200, snapshot: 200, create: 201 },
    { role: 'Organization Owner', read: 200, snapshot: 200, create: 201 },
  ])('$role may do what the specification says', async ({ role, read, snapshot, create }) => {
    const { ask, project } = atlasFor({ roles: [role] });
    const path = `/groups/${project.id}/clusters`;
    expect((await ask('GET', `${path}/orders`)).status).toBe(read);
    expect((await ask('POST', `${path}/orders/backup/snapshots`, { body: {} })).status).toBe(snapshot);
    expect((await ask('POST', path, { body: replicaSet('new') })).status).toBe(create);
  });

  it('that are missing are named with a code and without a challenge', async () => {
    const { ask, project } = atlasFor({ roles: ['Project Read Only'] });
    const answer = await ask('DELETE', `/groups/${project.id}`);
    expect(answer.body).toEqual({
      detail: 'Current user is not authorized to perform this action.',
      error: 401,
      errorCode: 'USER_UNAUTHORIZED',
      parameters: [],
      reason: 'Unauthorized',
    });
    expect(answer.headers.get('www-authenticate')).toBeNull();
  });

  it('in one project do not show another, nor tell whether it exists', async () => {
    const { ask, atlas } = atlasFor({ roles: ['Project Owner'] });
    const other = atlas.seedProject({ name: 'other' });
    expect((await ask('GET', `/groups/${other.id}`)).body.errorCode).toBe('NOT_IN_GROUP');
    expect((await ask('GET', `/groups/${'1'.repeat(24)}`)).body.errorCode).toBe('NOT_IN_GROUP');
    expect((await ask('GET', '/groups')).body.results).toHaveLength(1);
    expect((await ask('GET', '/groups/byName/other')).body.errorCode).toBe('NOT_IN_GROUP');
  });

  it('over a whole organization tell a missing project from a hidden one', async () => {
    const { ask } = atlasFor({ roles: ['Organization Owner'] });
    const answer = await ask('GET', `/groups/${'1'.repeat(24)}`);
    expect(answer.body).toMatchObject({ error: 404, errorCode: 'GROUP_NOT_FOUND', parameters: ['1'.repeat(24)] });
    expect((await ask('GET', '/groups/nonsense')).body.errorCode).toBe('INVALID_GROUP_ID');
  });

  it('that nobody has heard of cannot be seeded', () => {
    const { atlas } = quietAtlas();
    expect(() => atlas.seedApiKey({ roles: ['Project Emperor'] })).toThrow('no role "Project Emperor"');
  });

  it('decide who may create projects', async () => {
    const { ask, project } = atlasFor({ roles: ['Project Owner'] });
    const answer = await ask('POST', '/groups', { body: { name: 'new', orgId: project.orgId } });
    expect(answer.body).toMatchObject({ error: 401, errorCode: 'NOT_ORG_GROUP_CREATOR' });
  });
});

describe("a credential's own access list", () => {
  it('keeps out calls from elsewhere, naming the address', async () => {
    const { ask, atlas } = atlasFor({ roles: ['Project Owner'], ipAccessList: ['198.51.100.0/24', '192.0.2.7'] });
    const answer = await ask('GET', '/groups');
    expect(answer.body).toMatchObject({
      detail: 'IP address 203.0.113.9 is not allowed to access this resource.',
      error: 403,
      errorCode: 'IP_ADDRESS_NOT_ON_ACCESS_LIST',
      parameters: ['203.0.113.9'],
    });
    atlas.state.callerAddress = '198.51.100.20';
    expect((await ask('GET', '/groups')).status).toBe(200);
    atlas.state.callerAddress = '192.0.2.7';
    expect((await ask('GET', '/groups')).status).toBe(200);
  });

  it('does not hold for the token endpoint', async () => {
    const { atlas, account } = atlasFor({ ipAccessList: ['198.51.100.0/24'] });
    expect((await tokenRequest(atlas, account)).status).toBe(200);
  });
});

describe('the root of the API', () => {
  it('tells an API key who it is, and a service account nothing', async () => {
    const { ask } = atlasFor({ roles: ['Project Owner'] });
    expect((await ask('GET', '')).body).toMatchObject({ apiKey: null, appName: 'MongoDB Atlas', throttling: false });
  });

  it('tells the address of the caller on the private side door', async () => {
    const { atlas } = quietAtlas();
    const url = `${base}/api/private/ipinfo`;
    expect((await atlas.fetch(url)).status).toBe(401);
    const Authorization = await bearerHeader(atlas, atlas.seedServiceAccount());
    const answer = await send(atlas.fetch, url, { headers: { Authorization } });
    expect([answer.status, answer.body]).toEqual([200, { currentIpv4Address: '203.0.113.9' }]);
  });

  it('tells it to an API key too, unless the key may not be used from there', async () => {
    const { atlas } = quietAtlas();
    const url = `${base}/api/private/ipinfo`;
    const tell = async (ipAccessList: readonly string[]) => {
      const key = atlas.seedApiKey({ ipAccessList });
      const nonce = nonceOf(await send(atlas.fetch, url, {}));
      const Authorization = digestHeader(key, { uri: '/api/private/ipinfo', nonce });
      return (await send(atlas.fetch, url, { headers: { Authorization } })).body;
    };
    expect(await tell([])).toEqual({ currentIpv4Address: '203.0.113.9' });
    expect(await tell(['192.0.2.0/24'])).toMatchObject({ errorCode: 'IP_ADDRESS_NOT_ON_ACCESS_LIST' });
  });

  // For MongoDB's other tools, which ask it before they make a cluster (go-client-mongodb-atlas, DefaultMongoDBMajorVersionService).
  it('tells everybody the version that new clusters get, as plain text', async () => {
    const { atlas } = quietAtlas();
    const url = `${base}/api/private/unauth/nds/defaultMongoDBMajorVersion`;
    const { status, headers, text } = await send(atlas.fetch, url, {});
    expect([status, headers.get('content-type'), text]).toEqual([200, 'text/plain', '8.0']);
    const posted = await send(atlas.fetch, url, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET']);
    const account = atlas.seedServiceAccount();
    const project = atlas.seedProject();
    const created = await askAs(atlas, account)('POST', `/groups/${project.id}/clusters`, {
      body: replicaSet('orders'),
    });
    expect(created.body.mongoDBMajorVersion).toBe(text);
  });
});
