import { describe, expect, it } from 'vitest';
import { faultLine, parseFault } from '../../../src/simulator/fault-lines.ts';
import type { Fault } from '../../../src/simulator/faults.ts';
import { askAs, base, digestHeader, nonceOf, quietAtlas, requestInit, send, tokenRequest } from './ask.ts';

function stage() {
  const { atlas, clock } = quietAtlas();
  const project = atlas.seedProject();
  atlas.seedCluster({ backupEnabled: true });
  const ask = askAs(atlas, atlas.seedServiceAccount());
  const snapshots = `/groups/${project.id}/clusters/orders/backup/snapshots`;
  const take = () => ask('POST', snapshots, { body: { description: 'x' } });
  const arm = (fault: Fault) => atlas.faults.add({ match: { method: 'POST', path: '/backup/snapshots' }, ...fault });
  const taken = () => atlas.state.snapshots.length;
  return { atlas, clock, project, ask, snapshots, take, arm, taken };
}

const codeOf = (error: unknown) => (error instanceof TypeError ? Object(error.cause).code : undefined);

describe('a broken connection', () => {
  it.each([
    ['refuse', 'ECONNREFUSED', 0],
    ['cut-before', 'ECONNRESET', 0],
    ['cut-after', 'ECONNRESET', 1],
  ] as const)('%s rejects like undici with %s after %i effects', async (kind, code, effects) => {
    const { arm, take, taken, atlas } = stage();
    arm({ kind });
    const error = await take().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
    expect(codeOf(error)).toBe(code);
    expect(taken()).toBe(effects);
    const record = atlas.requests.find(({ method, leg }) => method === 'POST' && leg === 'call');
    expect(record).toMatchObject({ fault: kind, operationId: 'takeGroupClusterBackupSnapshots' });
    expect(record).not.toHaveProperty('status');
  });
});

describe('a bad answer', () => {
  it.each([
    ['status-500', 500, 0],
    ['status-500-after', 500, 1],
    ['status-503-empty', 503, 0],
    ['status-401', 401, 0],
    ['status-429', 429, 0],
    ['garbage', 200, 1],
  ] as const)('%s has status %i and leaves %i effects', async (kind, status, effects) => {
    const { arm, snapshots, atlas, taken } = stage();
    arm({ kind });
    const account = atlas.state.serviceAccounts[0];
    if (account === undefined) throw new Error('no account');
    const { body } = await tokenRequest(atlas, account);
    const headers = { Authorization: `Bearer ${body.access_token}` };
    const response = await atlas.fetch(`${base}/api/atlas/v2${snapshots}`, requestInit('POST', { body: {}, headers }));
    expect(response.status).toBe(status);
    expect(taken()).toBe(effects);
    const text = await response.text();
    if (kind === 'garbage') expect(() => JSON.parse(text)).toThrow();
    if (kind === 'status-503-empty') expect(text).toBe('');
  });

  it('429 says what real buckets say, and Retry-After may be 0', async () => {
    const { arm, take, project } = stage();
    arm({ kind: 'status-429', retryAfterSeconds: 0 });
    const { headers, body } = await take();
    expect(headers.get('retry-after')).toBe('0');
    expect(body).toMatchObject({
      errorCode: 'RATE_LIMITED_TOKEN_BUCKET',
      parameters: [`api/atlas/v2/groups/${project.id}/clusters/orders/backup/snapshots`, 0, 1200, 500, 60],
    });
  });

  it('401 is a missing right unless a plain one is asked for', async () => {
    const { arm, take } = stage();
    arm({ kind: 'status-401' });
    arm({ kind: 'status-401', plain: true });
    const [rights, plain] = [await take(), await take()];
    expect(rights.body.errorCode).toBe('USER_UNAUTHORIZED');
    expect(plain.headers.get('www-authenticate')).toMatch(/^Digest /);
  });

  it('can be any that Atlas knows', async () => {
    const { arm, take, taken } = stage();
    arm({ kind: 'error', status: 409, errorCode: 'OUT_OF_CAPACITY', detail: 'No room.', parameters: ['US_EAST_1'] });
    expect((await take()).body).toEqual({
      detail: 'No room.',
      error: 409,
      errorCode: 'OUT_OF_CAPACITY',
      parameters: ['US_EAST_1'],
      reason: 'Conflict',
    });
    expect(taken()).toBe(0);
  });
});

describe('a late answer', () => {
  it('comes after the given time', async () => {
    const { arm, take } = stage();
    arm({ kind: 'slow', milliseconds: 30 });
    const started = performance.now();
    expect((await take()).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(25);
  });

  it('can never come, but lets go of a caller that gives up', async () => {
    const { atlas } = stage();
    atlas.faults.add({ match: { leg: 'any' }, kind: 'stall' });
    const signal = AbortSignal.timeout(20);
    await expect(atlas.fetch(`${base}/api/private/ipinfo`, { signal })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('is given up at once by a caller that is already gone', async () => {
    const { atlas } = stage();
    await expect(atlas.fetch(base, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(atlas.requests).toEqual([]);
  });
});

describe('what a fault takes', () => {
  it('is the next matching request, once, unless told', async () => {
    const { arm, ask, snapshots } = stage();
    arm({ kind: 'status-500', match: { method: 'GET', path: '/backup/snapshots', nth: 2, times: 2 } });
    const statuses = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await ask('GET', snapshots)).status);
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
  });

  it('is counted by each fault for itself, whichever takes it', async () => {
    const { arm, ask, atlas, snapshots } = stage();
    const match = { method: 'GET', path: '/backup/snapshots' };
    arm({ kind: 'status-503-empty', match });
    arm({ kind: 'status-500', match: { ...match, nth: 2 } });
    arm({ kind: 'status-429', match: { path: '/backup/snapshots', nth: 4 } });
    expect(atlas.faults.unfired).toHaveLength(3);
    const statuses = [];
    for (let count = 0; count < 5; count += 1) statuses.push((await ask('GET', snapshots)).status);
    expect(statuses).toEqual([503, 500, 200, 429, 200]);
    expect(atlas.faults.unfired).toEqual([]);
  });

  it('is the next one for a fault whose own request another one took', async () => {
    const { arm, ask, snapshots } = stage();
    const match = { method: 'GET', path: '/backup/snapshots', nth: 2 };
    arm({ kind: 'status-503-empty', match });
    arm({ kind: 'status-500', match });
    const statuses = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await ask('GET', snapshots)).status);
    expect(statuses).toEqual([200, 503, 500, 200]);
  });

  it('can be told by operation, by pattern or for good', async () => {
    const { atlas, ask, project } = stage();
    const disarm = atlas.faults.add({
      kind: 'status-500',
      match: { operationId: 'getGroup', times: Number.POSITIVE_INFINITY },
    });
    atlas.faults.add({ kind: 'status-503-empty', match: { path: /^\/api\/atlas\/v2\/groups\?pageNum=2/ } });
    const get = async (path: string) => (await ask('GET', path)).status;
    expect([await get(`/groups/${project.id}`), await get(`/groups/${project.id}`)]).toEqual([500, 500]);
    expect([await get('/groups'), await get('/groups?pageNum=2')]).toEqual([200, 503]);
    disarm();
    expect(await get(`/groups/${project.id}`)).toBe(200);
    atlas.faults.clear();
    expect(atlas.faults.armed).toEqual([]);
  });

  it('is not a challenge, unless that is what was asked for', async () => {
    const { atlas } = quietAtlas();
    atlas.seedProject();
    const key = atlas.seedApiKey();
    const uri = '/api/atlas/v2/groups';
    atlas.faults.add({ kind: 'status-500', match: { path: '/groups' } });
    atlas.faults.add({ kind: 'status-503-empty', match: { leg: 'challenge' } });
    expect((await send(atlas.fetch, base + uri, requestInit('GET'))).status).toBe(503);
    const nonce = nonceOf(await send(atlas.fetch, base + uri, requestInit('GET')));
    const answered = (nc: string) =>
      send(
        atlas.fetch,
        base + uri,
        requestInit('GET', { headers: { Authorization: digestHeader(key, { uri, nonce, nc }) } }),
      );
    expect((await answered('00000001')).status).toBe(500);
    expect((await answered('00000002')).status).toBe(200);
    expect(atlas.requests.map(({ leg, status }) => `${leg} ${status}`)).toEqual([
      'challenge 503',
      'challenge 401',
      'call 500',
      'call 200',
    ]);
  });

  it('leaves a nonce count unused when the request never arrived', async () => {
    const { atlas } = quietAtlas();
    const key = atlas.seedApiKey();
    const uri = '/api/atlas/v2/orgs';
    const nonce = nonceOf(await send(atlas.fetch, base + uri, requestInit('GET')));
    const again = () =>
      send(
        atlas.fetch,
        base + uri,
        requestInit('GET', { headers: { Authorization: digestHeader(key, { uri, nonce }) } }),
      );
    atlas.faults.add({ kind: 'refuse' });
    await expect(again()).rejects.toThrow('fetch failed');
    expect((await again()).status).toBe(200);
    expect((await again()).status).toBe(401);
  });
});

describe('a fault written in one line', () => {
  it('names method, path and kind, and may say which request and how much', () => {
    expect(parseFault('POST /backup/snapshots status-500-after')).toEqual({
      kind: 'status-500-after',
      match: { method: 'POST', path: '/backup/snapshots' },
    });
    expect(parseFault('* /clusters#3 status-429 12')).toEqual({
      kind: 'status-429',
      match: { path: '/clusters', nth: 3 },
      retryAfterSeconds: 12,
    });
    expect(parseFault('GET * slow 250')).toEqual({ kind: 'slow', match: { method: 'GET' }, milliseconds: 250 });
  });

  it('may have its method in small letters', () => {
    expect(parseFault('post /clusters refuse')).toEqual({
      kind: 'refuse',
      match: { method: 'POST', path: '/clusters' },
    });
  });

  it.each(['POST /backup/snapshots status-500-after', '* /clusters#3 status-429 12', 'GET * slow 250'])(
    'is written as it was read: %s',
    (line) => {
      expect(faultLine(parseFault(line))).toBe(line);
    },
  );

  it.each([
    ['', 'expected METHOD PATH KIND'],
    ['POST /x', 'expected METHOD PATH KIND'],
    ['POST /x explode', 'expected METHOD PATH KIND'],
    ['POST /x slow 1 2', 'expected METHOD PATH KIND'],
    ['FETCH /x slow', 'METHOD "FETCH" is not one of'],
    ['POST /x#0 slow', 'PATH "/x#0" is not the end of a path'],
    ['POST /x#two slow', 'PATH "/x#two" is not the end of a path'],
    ['GET /x?pageNum=2 slow', 'PATH "/x?pageNum=2" is not the end of a path without query'],
    ['POST /x slow soon', 'NUMBER "soon" is not a whole number'],
    ['POST /x refuse 3', 'refuse takes no NUMBER'],
  ])('cannot be "%s"', (line, why) => {
    expect(() => parseFault(line)).toThrow(why);
  });
});
