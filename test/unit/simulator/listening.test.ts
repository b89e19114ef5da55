import DigestClient from 'digest-fetch';
import { describe, expect, it } from 'vitest';
import { createSimulator } from '../../../src/simulator/simulator.ts';
import { seedDefaultWorld } from '../../../src/simulator/world/default-world.ts';
import { bearerHeader, quietAtlas, requestInit, send } from './ask.ts';

async function stage() {
  const { atlas, clock } = quietAtlas();
  const world = seedDefaultWorld(atlas);
  const door = await atlas.listen();
  const { clientId, secret } = world.serviceAccount;
  const { body } = await send(fetch, `${door.url}/api/oauth/token`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${btoa(`${clientId}:${secret}`)}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const headers = { Authorization: `Bearer ${body.access_token}` };
  const ask = (method: string, path: string, sent?: object) =>
    send(
      fetch,
      `${door.url}/api/atlas/v2${path}`,
      requestInit(method, { headers, ...(sent === undefined ? {} : { body: sent }) }),
    );
  const snapshots = `/groups/${world.project.id}/clusters/orders/backup/snapshots`;
  return { atlas, clock, world, door, ask, snapshots };
}

describe('the listening simulator', () => {
  it('answers as in process, with links to itself', async () => {
    const { door, ask, world } = await stage();
    await using _ = door;
    const { status, body } = await ask('GET', `/groups/${world.project.id}/clusters`);
    expect(status).toBe(200);
    expect(body.results.map(({ name }: { name: string }) => name)).toEqual([
      'orders',
      'events',
      'playground',
      'staging',
    ]);
    expect(body.links[0].href).toMatch(new RegExp(`^${door.url}/api/atlas/v2/groups/`));
  });

  it('takes bodies and gives none with 204', async () => {
    const { door, ask, snapshots, clock } = await stage();
    await using _ = door;
    const { body } = await ask('POST', snapshots, { description: 'née à Zürich', retentionInDays: 2 });
    expect(body.description).toBe('née à Zürich');
    clock.advance(600_000);
    expect(await ask('DELETE', `${snapshots}/${body.id}`)).toMatchObject({ status: 204, text: '' });
  });

  it('lets in a digest client of somebody else', async () => {
    const { door, world } = await stage();
    await using _ = door;
    const client = new DigestClient(world.apiKey.publicKey, world.apiKey.privateKey);
    const headers = { Accept: 'application/vnd.atlas.2023-01-01+json' };
    for (let count = 0; count < 3; count += 1) {
      const response = await client.fetch(`${door.url}/api/atlas/v2/orgs?pageNum=1`, { headers });
      expect(response.status).toBe(200);
    }
  });

  it.each(['refuse', 'cut-before', 'cut-after'] as const)('breaks the connection on %s', async (kind) => {
    const { atlas, door, ask, snapshots } = await stage();
    await using _ = door;
    const before = atlas.state.snapshots.length;
    atlas.faults.add({ match: { method: 'POST', path: '/backup/snapshots' }, kind });
    await expect(ask('POST', snapshots, {})).rejects.toThrow('fetch failed');
    expect(atlas.state.snapshots.length - before).toBe(kind === 'cut-after' ? 1 : 0);
    expect((await ask('GET', snapshots)).status).toBe(200);
  });

  it('lets go of a stalled caller that gives up, and closes with others still waiting', async () => {
    const { atlas, door } = await stage();
    atlas.faults.add({ match: { leg: 'any', times: Number.POSITIVE_INFINITY }, kind: 'stall' });
    const signal = AbortSignal.timeout(30);
    await expect(fetch(`${door.url}/api/private/ipinfo`, { signal })).rejects.toMatchObject({ name: 'TimeoutError' });
    const waiting = fetch(`${door.url}/api/private/ipinfo`).catch((error: unknown) => error);
    await expect.poll(() => atlas.requests.length).toBe(3);
    await door.close();
    expect(await waiting).toBeInstanceOf(TypeError);
  });

  it('notices writes to an access list that come at the same time', async () => {
    const { atlas, door, ask } = await stage();
    await using _ = door;
    atlas.state.oddities.overlapLosesEntry = 1;
    const list = `/groups/${atlas.state.projects[0]?.id}/accessList`;
    const addresses = ['192.0.2.1', '192.0.2.2'];
    const answers = await Promise.all(addresses.map((ipAddress) => ask('POST', list, [{ ipAddress }])));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(atlas.state.accessEntries).toHaveLength(1);
  });

  it('can tell the real address of the caller', async () => {
    const atlas = createSimulator();
    await using door = await atlas.listen({ callerAddress: 'socket' });
    const Authorization = await bearerHeader(atlas, atlas.seedServiceAccount());
    const answer = await fetch(`${door.url}/api/private/ipinfo`, { headers: { Authorization } });
    expect(await answer.json()).toEqual({ currentIpv4Address: '127.0.0.1' });
  });
});

describe('the control surface', () => {
  it('arms and disarms faults, and shows requests and state', async () => {
    const { atlas, door, ask, snapshots } = await stage();
    await using _ = door;
    const control = async (method: string, path: string, body?: object) =>
      (
        await fetch(`${door.url}/__simulator/${path}`, {
          method,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
      ).json();
    const fault = {
      match: { method: 'POST', path: { pattern: 'orders/backup/snapshots$' } },
      kind: 'status-500-after',
    };
    expect(await control('POST', 'faults', fault)).toEqual({ armed: 1 });
    expect((await ask('POST', snapshots, {})).status).toBe(500);
    expect(await control('GET', 'requests')).toMatchObject([
      { leg: 'token' },
      { method: 'POST', status: 500, fault: 'status-500-after' },
    ]);
    atlas.seedDatabaseUser({ username: 'app', password: 'correct-horse' });
    const state = await control('GET', 'state');
    expect(JSON.stringify(state)).not.toContain('passwordHash');
    expect(state).toMatchObject({
      databaseUsers: [{ username: 'app' }],
      clusters: [{ name: 'orders', state: 'IDLE' }, {}, {}, { tier: 'FLEX' }, { name: 'staging' }],
    });
    expect(await control('DELETE', 'faults')).toEqual({ armed: 0 });
    expect(await control('POST', 'faults', { kind: 'explode' })).toMatchObject({
      error: expect.stringContaining('kind is one of'),
    });
    expect(atlas.requests).toHaveLength(2);
  });

  it('takes faults in lines too, and tells those that have hit nothing', async () => {
    const { door, ask, snapshots } = await stage();
    await using _ = door;
    const faults = async (init: RequestInit = {}) => (await fetch(`${door.url}/__simulator/faults`, init)).json();
    const lines = ['POST /backup/snapshots status-503-empty', 'post /backup/snapshots#2 status-429 7'];
    expect(await faults({ method: 'POST', body: `${lines.join('\n')}\n` })).toEqual({ armed: 2 });
    expect((await ask('POST', snapshots, {})).status).toBe(503);
    expect(await faults()).toEqual({ unfired: ['POST /backup/snapshots#2 status-429 7'] });
    expect((await ask('POST', snapshots, {})).headers.get('retry-after')).toBe('7');
    for (const body of ['', 'GET /x slow\nnonsense', '[]']) {
      expect(await faults({ method: 'POST', body })).toEqual({ error: expect.stringMatching(/fault/) });
    }
    expect(await faults()).toEqual({ unfired: [] });
  });
});
