import { describe, expect, it } from 'vitest';
import { leaseUntil, writeLeases } from '../../../src/environment/lease.ts';
import { runVariables } from '../../support/stage.ts';
import { accessStage, HOUR, RUNNER, said } from './stage.ts';

const opening = { 'runner-ip': 'true' };
const job = (number: number, run = 4711) => ({
  variables: { ...runVariables(), GITHUB_RUN_ID: String(run), RUNNER_NAME: `runner-${number}` },
});

describe("the runner's address", () => {
  it('is opened with three requests, waited for, and closed with two', async () => {
    const { sync, close, calls, entry } = accessStage();
    const main = await sync(opening);
    expect(said(main)).toBe('');
    const opened = calls();
    expect(opened.slice(0, 4)).toEqual([
      'GET /api/private/ipinfo 200',
      'GET /accessList 200',
      'POST /accessList 201',
      `GET /accessList/${RUNNER}/status 200`,
    ]);
    expect(opened.at(-1)).toBe('GET /accessList 200');
    expect(entry(RUNNER)?.comment).toMatch(/^gha acme\/shop: 4711\w{6}$/);
    expect(main.outputs).toMatchObject({ 'runner-ip': RUNNER, outcome: 'updated', added: '[]' });

    const post = await close(main);
    expect(said(post)).toBe('');
    expect(calls()).toEqual([`GET /accessList/${RUNNER} 200`, `DELETE /accessList/${RUNNER} 204`]);
    expect(entry(RUNNER)).toBeUndefined();
  });

  it('costs one request more where the project is named', async () => {
    const { sync, calls, withAccount } = accessStage();
    const { 'project-id': _, ...login } = withAccount;
    await sync({ ...login, ...opening, 'project-id': '', 'project-name': 'shop' });
    expect(calls().findIndex((call) => call.includes('/status'))).toBe(4);
  });

  it('expires inside Atlas after six hours, or when the author says', async () => {
    const { sync, entry, time } = accessStage();
    await sync(opening);
    expect((entry(RUNNER)?.deleteAfter ?? 0) - time.now()).toBeGreaterThan(5.9 * HOUR);
    const week = accessStage();
    await week.sync({ ...opening, 'expires-in-hours': '168' });
    const left = (week.entry(RUNNER)?.deleteAfter ?? 0) - week.time.now();
    expect([left > 167 * HOUR, left < 168 * HOUR]).toEqual([true, true]);
  });

  it('may be given, and is then not asked for', async () => {
    const { sync, list, calls } = accessStage();
    await sync({ ...opening, ip: '198.51.100.9/32' });
    expect(Object.keys(list())).toEqual(['198.51.100.9']);
    expect(calls()[0]).toBe('GET /accessList 200');
  });

  it.each([
    ['10.1.2.3', /10\.1\.2\.3 is a private address.*entries/],
    ['100.64.1.1', /carrier-grade NAT/],
    ['127.0.0.1', /loopback/],
    ['169.254.0.1', /link-local/],
    ['198.51.100.0/24', /is not a single IP address/],
    ['office', /is not a single IP address/],
  ])('is refused as %s before anything is asked', async (ip, reason) => {
    const { sync, calls } = accessStage();
    const door = await sync({ ...opening, ip });
    expect(said(door)).toMatch(reason);
    expect(calls()).toEqual([]);
  });

  it.each(['10.0.0.7', 'fe80::1', 'unknown', ''])('is refused where Atlas sees "%s"', async (address) => {
    const { sync, atlas, list } = accessStage();
    atlas.state.callerAddress = address;
    expect(said(await sync(opening))).toMatch(/Atlas's answer about the runner's address: /);
    expect(list()).toEqual({});
  });

  it('is asked for in vain with what to do instead', async () => {
    const { sync, atlas } = accessStage();
    atlas.faults.add({ match: { path: '/api/private/ipinfo' }, kind: 'error', status: 404, errorCode: 'NOT_FOUND' });
    expect(said(await sync(opening))).toMatch(/Could not ask Atlas for the runner's address.*404.*as ip\./);
  });

  it("is told apart from the API's own access list", async () => {
    const { sync, atlas, project } = accessStage();
    const key = atlas.seedApiKey({ project, roles: ['Project Owner'], ipAccessList: ['192.0.2.0/24'] });
    const login = { 'client-id': '', 'client-secret': '', 'public-key': key.publicKey, 'private-key': key.privateKey };
    const door = await sync({ ...login, ...opening });
    expect(said(door)).toMatch(/IP_ADDRESS_NOT_ON_ACCESS_LIST.*API access list.*not the project's.*203\.0\.113\.9/);
  });

  it('is not waited for where the author does not want it', async () => {
    const { sync, calls } = accessStage();
    const door = await sync({ ...opening, wait: 'false' });
    expect(calls()).toHaveLength(3);
    expect(door.summaries.join()).toContain('nobody has checked');
  });

  it('stays open with keep, but not after a red step', async () => {
    const { sync, close, entry } = accessStage();
    const green = await sync({ ...opening, keep: 'true' });
    expect((await close(green)).lines.join()).not.toContain('closed');
    expect(entry(RUNNER)?.deleteAfter).toBeDefined();

    const other = accessStage();
    other.atlas.scriptNextAccessEntry({ status: 'FAILED' });
    const red = await other.sync({ ...opening, keep: 'true' });
    expect(red.failed()).toBe(true);
    await other.close(red);
    expect(other.entry(RUNNER)).toBeUndefined();
  });

  it('is only planned by a dry run', async () => {
    const { sync, list, close, calls } = accessStage();
    const door = await sync({ ...opening, 'dry-run': 'true' });
    expect(door.outputs).toMatchObject({ outcome: 'planned', 'runner-ip': RUNNER });
    expect(JSON.parse(door.outputs.plan ?? '').runner).toMatchObject({ address: RUNNER, action: 'open' });
    expect(list()).toEqual({});
    calls();
    await close(door);
    expect(calls()).toEqual([]);
  });
});

describe('an address that jobs share', () => {
  it('is closed by the last of them', async () => {
    const { sync, close, entry } = accessStage();
    const one = await sync(opening, job(1));
    const other = await sync(opening, job(2));
    expect(entry(RUNNER)?.comment).toMatch(/^gha acme\/shop: 4711\w{6} 4711\w{6}$/);
    const first = await close(one);
    expect(first.lines.join()).toMatch(/203\.0\.113\.9 stays open for another job, and ends at 2026-/);
    expect(entry(RUNNER)?.comment).toMatch(/^gha acme\/shop: 4711\w{6}$/);
    await close(other);
    expect(entry(RUNNER)).toBeUndefined();
  });

  it('keeps the longest life that any of them asked for', async () => {
    const { sync, close, entry } = accessStage();
    await sync({ ...opening, 'expires-in-hours': '20' }, job(1));
    const long = entry(RUNNER)?.deleteAfter;
    const short = await sync({ ...opening, 'expires-in-hours': '1' }, job(2));
    expect(entry(RUNNER)?.deleteAfter).toBe(long);
    await close(short);
    expect(entry(RUNNER)?.deleteAfter).toBe(long);
  });

  it('is full with a fifth, and then nobody closes it before it expires', async () => {
    const { sync, close, entry, time } = accessStage();
    const doors = [];
    for (const number of [1, 2, 3, 4, 5, 6])
      doors.push(await sync({ ...opening, 'expires-in-hours': String(number) }, job(number, 19_512_345_678)));
    expect(entry(RUNNER)?.comment).toBe('gha acme/shop: full');
    expect(doors.map(said).join('')).toBe('');
    for (const door of doors) expect((await close(door)).lines.join()).toContain('nobody closes it');
    expect((entry(RUNNER)?.deleteAfter ?? 0) - time.now()).toBeGreaterThan(5.5 * HOUR);
    time.advance(6 * HOUR);
    expect(entry(RUNNER)).toBeUndefined();
  });

  it('forgets a job that has died, when its lease ends', async () => {
    const { sync, close, entry, time } = accessStage();
    await sync({ ...opening, 'expires-in-hours': '1' }, job(1));
    const long = await sync({ ...opening, 'expires-in-hours': '9' }, job(2));
    time.advance(3 * HOUR);
    await close(long);
    expect(entry(RUNNER)).toBeUndefined();
  });

  it('is not taken from a job by one whose clock is hours ahead', async () => {
    const stage = accessStage();
    await stage.sync({ ...opening, 'expires-in-hours': '1' }, job(1));
    const clock = { ...stage.clock, now: () => stage.time.now() + 5 * HOUR };
    const hasty = await stage.sync(opening, { ...job(2), clock });
    expect(said(hasty)).toBe('');
    await stage.post('sync-network-access', hasty, { clock });
    expect(stage.entry(RUNNER)?.comment).toMatch(/^gha acme\/shop: 4711\w{6}$/);
  });

  it('is one lease for all steps of a job, and a later step renews it', async () => {
    const { sync, close, entry, calls, time } = accessStage();
    const one = await sync(opening);
    calls();
    const soon = await sync(opening);
    expect(calls().filter((call) => call.startsWith('POST'))).toEqual([]);
    expect(soon.lines.join()).toContain('is open for this job already');
    time.advance(5 * HOUR);
    const later = await sync(opening);
    expect(later.lines.join()).toContain('stays open for this job');
    expect((entry(RUNNER)?.deleteAfter ?? 0) - time.now()).toBeGreaterThan(5.9 * HOUR);
    expect(entry(RUNNER)?.comment).toMatch(/^gha acme\/shop: 4711\w{6}$/);
    await close(later);
    expect(entry(RUNNER)).toBeUndefined();
    expect((await close(soon)).lines[0]).toContain('is not open any more');
    expect(said(await close(one))).toBe('');
  });

  it('gets back a lease that another job has overwritten', async () => {
    const stage = accessStage();
    let overwritten = false;
    const lease = leaseUntil('19512345678aaaa', stage.time.now() + 2 * HOUR);
    const overwriting: typeof fetch = async (input, init) => {
      const response = await stage.atlas.fetch(input, init);
      const entry = stage.entry(RUNNER);
      if (init?.method === 'POST' && entry && !overwritten) {
        overwritten = true;
        entry.comment = writeLeases({ owner: 'acme/other', held: [lease], isFull: false });
      }
      return response;
    };
    const door = await stage.sync(opening, { fetch: overwriting });
    expect([said(door), overwritten]).toEqual(['', true]);
    expect(stage.entry(RUNNER)?.comment).toMatch(/^gha acme\/other: 19512345678aaaa\w\w 4711\w{6}$/);
  });

  it('is not closed by what was read too long ago: another job has joined meanwhile', async () => {
    const stage = accessStage();
    const main = await stage.sync(opening, job(1));
    const lease = leaseUntil('19512345678aaaa', stage.time.now() + 2 * HOUR);
    stage.atlas.faults.add({
      match: { method: 'DELETE', path: '/accessList/{entryValue}' },
      kind: 'status-429',
      retryAfterSeconds: 20,
    });
    const joining: typeof fetch = async (input, init) => {
      const response = await stage.atlas.fetch(input, init);
      const entry = stage.entry(RUNNER);
      if (response.status === 429 && entry)
        entry.comment = writeLeases({
          owner: 'acme/shop',
          held: [lease, leaseUntil(main.kept['access-lease'] ?? '', stage.time.now() + 6 * HOUR)],
          isFull: false,
        });
      return response;
    };
    const post = await stage.post('sync-network-access', main, { fetch: joining });
    expect(said(post)).toBe('');
    expect(post.lines.join('\n')).toContain('stays open for another job');
    expect(stage.entry(RUNNER)?.comment).toMatch(/^gha acme\/shop: 19512345678aaaa\w\w$/);
  });
});

describe('an entry of somebody else at the address', () => {
  it('is used and left alone, by main and by post', async () => {
    const { sync, close, entry, calls } = accessStage({}, [{ entry: RUNNER, comment: 'the NAT' }]);
    const main = await sync(opening);
    expect([said(main), main.outputs.outcome]).toEqual(['', 'unchanged']);
    const post = await close(main);
    expect(post.lines.join()).toContain('is open by an entry that is not of this job, and stays for good');
    expect(calls().filter((call) => /POST|DELETE/.test(call))).toEqual([]);
    expect(entry(RUNNER)?.comment).toBe('the NAT');
  });

  it('that ends before the job may is told', async () => {
    const stage = accessStage();
    stage.atlas.seedAccessEntry({ entry: RUNNER, comment: 'for a day', deleteAfter: stage.time.now() + 2 * HOUR });
    expect(said(await stage.sync(opening))).toMatch(/^notice: .*ends at 2026-11-21T14.*cannot connect afterwards/);
    expect(stage.entry(RUNNER)?.comment).toBe('for a day');
  });

  it.each(['gha acme/shop: 4711aaaaaa', 'gha acme/shop: full'])(
    'is not taken for a lease though it says "%s", because it is permanent',
    async (comment) => {
      const { sync, close, entry } = accessStage({}, [{ entry: RUNNER, comment }]);
      await close(await sync(opening));
      expect([entry(RUNNER)?.comment, entry(RUNNER)?.deleteAfter]).toEqual([comment, undefined]);
    },
  );

  it('that lets in more does not stand in for the own one, and is named', async () => {
    const { sync, entry } = accessStage({}, [{ entry: '203.0.113.0/24', comment: 'office' }]);
    const door = await sync(opening);
    expect(said(door)).toMatch(/^notice: 203\.0\.113\.9 is let in by 203\.0\.113\.0\/24, too/);
    expect(entry(RUNNER)).toBeDefined();
  });

  it('that somebody makes permanent in the very moment is used instead', async () => {
    const stage = accessStage();
    let made = false;
    const meanwhile: typeof fetch = async (input, init) => {
      if (init?.method === 'POST' && String(input).endsWith('/accessList') && !made) {
        made = true;
        stage.atlas.seedAccessEntry({ entry: RUNNER, comment: 'permanent now' });
      }
      return await stage.atlas.fetch(input, init);
    };
    const door = await stage.sync(opening, { fetch: meanwhile });
    expect([said(door), stage.entry(RUNNER)?.comment]).toEqual(['', 'permanent now']);
    expect(door.lines.join()).toContain('PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY');
  });
});

it('shows no plan of zeros where it opens the address of the runner alone', async () => {
  const { sync } = accessStage();
  const door = await sync({ 'runner-ip': 'true' });
  expect(door.annotations).toEqual([]);
  expect(door.lines.join('\n')).not.toContain('0 to add');
  expect(door.lines.join('\n')).toContain(`Plan: ${RUNNER} for this runner; no listed entries.`);
});
