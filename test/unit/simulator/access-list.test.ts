import { describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../../../src/simulator/simulator.ts';
import { noOddities, type Oddities } from '../../../src/simulator/world/oddities.ts';
import { type Answer, askAs, askWithKey, quietAtlas } from './ask.ts';

const day = 86_400_000;

function shop({ peered = false, ...options }: SimulatorOptions & { peered?: boolean } = {}) {
  const { atlas, clock } = quietAtlas(options);
  const project = atlas.seedProject({ peered });
  const list = `/groups/${project.id}/accessList`;
  const ask = askAs(atlas, atlas.seedServiceAccount({ project, roles: ['Project Network Access Manager'] }));
  const add = (...entries: object[]) => ask('POST', list, { body: entries });
  const shown = async () =>
    (await ask('GET', list)).body.results.map(({ cidrBlock }: { cidrBlock: string }) => cidrBlock);
  const inDays = (days: number) => new Date(clock.now() + days * day).toISOString();
  return { atlas, clock, project, list, ask, add, shown, inDays };
}

const codeOf = ({ status, body }: Answer) => `${status} ${body?.errorCode}`;

describe('the access list', () => {
  it('takes entries in one array and answers the whole list, as recorded', async () => {
    const { atlas, add, ask, list, project, inDays } = shop();
    atlas.seedAccessEntry({ entry: '198.51.100.0/24' });
    const { status, body } = await add({ ipAddress: '192.0.2.1', comment: 'ci', deleteAfterDate: inDays(1) });
    const links = [{ href: expect.stringMatching(/\/accessList\/192\.0\.2\.1%2F32$/), rel: 'self' }];
    const groupId = project.id;
    const added = {
      cidrBlock: '192.0.2.1/32',
      comment: 'ci',
      deleteAfterDate: '2026-09-02T08:00:00Z',
      groupId,
      ipAddress: '192.0.2.1',
      links,
    };
    expect(status).toBe(201);
    expect(body).toEqual({
      links: [{ href: expect.stringContaining('/accessList?includeCount=true'), rel: 'self' }],
      results: [{ cidrBlock: '198.51.100.0/24', groupId, links: [expect.anything()] }, added],
      totalCount: 2,
    });
    expect((await ask('GET', `${list}/192.0.2.1`)).body).toEqual(added);
  });

  it.each([
    [{ ipAddress: '192.0.2.1' }, '192.0.2.1'],
    [{ ipAddress: '192.0.2.1' }, '192.0.2.1%2F32'],
    [{ cidrBlock: '192.0.2.1/32' }, '192.0.2.1'],
    [{ cidrBlock: '198.51.100.0/24' }, '198.51.100.0%2F24'],
    [{ cidrBlock: '198.51.100.77/24' }, '198.51.100.0%2F24'],
    [{ cidrBlock: '0.0.0.0/0' }, '0.0.0.0%2F0'],
  ])('finds and deletes %j under %s', async (entry, path) => {
    const { add, ask, list } = shop();
    await add(entry);
    expect((await ask('GET', `${list}/${path}`)).status).toBe(200);
    expect((await ask('DELETE', `${list}/${path}`)).status).toBe(204);
    const gone = await ask('GET', `${list}/${path}`);
    expect(codeOf(gone)).toBe('404 ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND');
    expect(codeOf(await ask('DELETE', `${list}/${path}`))).toBe('404 ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND');
  });

  it('gives an entry that is there another comment, and does not double it', async () => {
    const { add, ask, list } = shop();
    await add({ ipAddress: '192.0.2.1', comment: 'one' });
    const { status, body } = await add({ cidrBlock: '192.0.2.1/32', comment: 'two' }, { ipAddress: '192.0.2.2' });
    expect([status, body.totalCount]).toEqual([201, 2]);
    expect((await ask('GET', `${list}/192.0.2.1`)).body.comment).toBe('two');
  });

  it.each([
    [{}, 'MISSING_ONE_OF_THREE_ATTRIBUTES'],
    [
      { ipAddress: '192.0.2.1', cidrBlock: '192.0.2.1/32' },
      'MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY',
    ],
    [{ ipAddress: '192.0.2.256' }, 'INVALID_IP_ADDRESS_OR_CIDR_NOTATION'],
    [{ ipAddress: '192.0.2.0/24' }, 'INVALID_IP_ADDRESS_OR_CIDR_NOTATION'],
    [{ cidrBlock: '192.0.2.0/33' }, 'INVALID_CIDR_BLOCK'],
    [{ ipAddress: '2001:db8::1' }, 'IPV6_UNSUPPORTED'],
    [{ cidrBlock: '2001:db8::/32' }, 'IPV6_UNSUPPORTED'],
    [{ ipAddress: '192.0.2.1', comment: 'x'.repeat(81) }, 'INVALID_NETWORK_PERMISSION_COMMENT'],
    [{ awsSecurityGroup: 'sg-0123' }, 'CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION'],
    [{ ipAddress: '192.0.2.1', note: 'x' }, 'INVALID_ATTRIBUTE'],
  ])('refuses %j, and with it the whole request', async (entry, code) => {
    const { add, shown } = shop();
    expect(codeOf(await add({ ipAddress: '192.0.2.9' }, entry))).toBe(`400 ${code}`);
    expect(await shown()).toEqual([]);
  });

  it('takes nothing but an array', async () => {
    const { ask, list } = shop();
    expect(codeOf(await ask('POST', list, { body: { ipAddress: '192.0.2.1' } }))).toBe('400 INVALID_JSON');
  });

  it('takes security groups, but not for a time, where there is a peering', async () => {
    const { add, ask, list, inDays } = shop({ peered: true });
    expect((await add({ awsSecurityGroup: 'sg-0123' })).status).toBe(201);
    expect((await ask('GET', `${list}/sg-0123`)).body).toMatchObject({ awsSecurityGroup: 'sg-0123' });
    const temporary = await add({ awsSecurityGroup: 'sg-0456', deleteAfterDate: inDays(1) });
    expect(codeOf(temporary)).toBe('400 NETWORK_PERMISSION_EXPIRATION_NOT_SUPPORTED');
  });

  it('holds 200 entries, of which one can still be changed', async () => {
    const { atlas, add } = shop();
    for (let number = 0; number < 200; number += 1) atlas.seedAccessEntry({ entry: `192.0.2.${number}` });
    expect(codeOf(await add({ ipAddress: '198.51.100.1' }))).toBe('403 ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED');
    expect((await add({ ipAddress: '192.0.2.7', comment: 'changed' })).status).toBe(201);
  });
});

describe('a temporary entry', () => {
  it('is gone at its date', async () => {
    const { add, shown, clock, inDays } = shop();
    await add({ ipAddress: '192.0.2.1', deleteAfterDate: inDays(1) });
    clock.advance(day - 1000);
    expect(await shown()).toEqual(['192.0.2.1/32']);
    clock.advance(1000);
    expect(await shown()).toEqual([]);
  });

  it('can be extended and made permanent, but not the other way round', async () => {
    const { add, ask, list, inDays } = shop();
    const ipAddress = '192.0.2.1';
    await add({ ipAddress, comment: 'ci', deleteAfterDate: inDays(1) });
    await add({ ipAddress, deleteAfterDate: inDays(2) });
    expect((await ask('GET', `${list}/${ipAddress}`)).body.deleteAfterDate).toBe('2026-09-03T08:00:00Z');
    await add({ ipAddress });
    expect((await ask('GET', `${list}/${ipAddress}`)).body).not.toHaveProperty('deleteAfterDate');
    const again = await add({ ipAddress, deleteAfterDate: inDays(1) });
    expect(codeOf(again)).toBe('400 PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY');
  });

  it('lives for seven days at most', async () => {
    const { add, inDays } = shop();
    const ipAddress = '192.0.2.1';
    expect(codeOf(await add({ ipAddress, deleteAfterDate: inDays(7.001) }))).toBe('400 EXPIRATION_DATE_EXCEEDS_MAX');
    expect(codeOf(await add({ ipAddress, deleteAfterDate: inDays(0) }))).toBe('400 EXPIRATION_DATE_IN_PAST');
    expect((await add({ ipAddress, deleteAfterDate: inDays(7) })).status).toBe(201);
  });
});

describe('the roll-out of an entry', () => {
  it('is pending for a while and then active, or failed where a test wants it', async () => {
    const { atlas, clock, add, ask, list } = shop();
    atlas.state.durations['accessEntry.active'] = 20;
    atlas.scriptNextAccessEntry({ entry: '192.0.2.2', status: 'FAILED', afterSeconds: 5 });
    await add({ ipAddress: '192.0.2.1' }, { ipAddress: '192.0.2.2' });
    const status = async (entry: string) => (await ask('GET', `${list}/${entry}/status`)).body.STATUS;
    expect([await status('192.0.2.1'), await status('192.0.2.2%2F32')]).toEqual(['PENDING', 'PENDING']);
    clock.advance(5_000);
    expect([await status('192.0.2.1'), await status('192.0.2.2')]).toEqual(['PENDING', 'FAILED']);
    clock.advance(15_000);
    expect(await status('192.0.2.1')).toBe('ACTIVE');
    expect((await ask('GET', `${list}/192.0.2.3/status`)).status).toBe(404);
  });

  it('is not begun anew by another comment', async () => {
    const { clock, add, ask, list } = shop();
    await add({ ipAddress: '192.0.2.1' });
    clock.advance(600_000);
    await add({ ipAddress: '192.0.2.1', comment: 'changed' });
    expect((await ask('GET', `${list}/192.0.2.1/status`)).body.STATUS).toBe('ACTIVE');
  });
});

describe('reads that lag behind writes', () => {
  it('miss a new entry for some seconds, though its own answer has it', async () => {
    const { atlas, clock, add, ask, list, shown } = shop({ oddities: { ...noOddities, accessEntryLate: 1 } });
    atlas.state.durations['accessEntry.lag'] = 4;
    expect((await add({ ipAddress: '192.0.2.1' })).body.totalCount).toBe(1);
    expect(await shown()).toEqual([]);
    expect((await ask('GET', `${list}/192.0.2.1/status`)).status).toBe(404);
    clock.advance(4_000);
    expect(await shown()).toEqual(['192.0.2.1/32']);
  });

  it('still show a deleted entry for some seconds', async () => {
    const { atlas, clock, add, ask, list, shown } = shop({ oddities: { ...noOddities, accessEntryLingers: 1 } });
    atlas.state.durations['accessEntry.lag'] = 4;
    await add({ ipAddress: '192.0.2.1' });
    await ask('DELETE', `${list}/192.0.2.1`);
    expect(await shown()).toEqual(['192.0.2.1/32']);
    expect((await ask('DELETE', `${list}/192.0.2.1`)).status).toBe(404);
    await add({ ipAddress: '192.0.2.1', comment: 'again' });
    expect((await ask('GET', list)).body).toMatchObject({ totalCount: 1, results: [{ comment: 'again' }] });
    clock.advance(4_000);
    expect(await shown()).toEqual(['192.0.2.1/32']);
  });
});

describe('reads that lag behind a change', () => {
  it('show an entry for some seconds as it was, though the answer to the change has it', async () => {
    const { atlas, clock, add, ask, list, inDays } = shop({ oddities: { ...noOddities, accessEntryStale: 1 } });
    atlas.state.durations['accessEntry.lag'] = 4;
    const ipAddress = '192.0.2.1';
    await add({ ipAddress, comment: 'one', deleteAfterDate: inDays(1) });
    const { body } = await add({ ipAddress, comment: 'two', deleteAfterDate: inDays(2) });
    expect(body.results[0]).toMatchObject({ comment: 'two', deleteAfterDate: '2026-09-03T08:00:00Z' });
    const read = async () => (await ask('GET', `${list}/${ipAddress}`)).body;
    expect(await read()).toMatchObject({ comment: 'one', deleteAfterDate: '2026-09-02T08:00:00Z' });
    clock.advance(4_000);
    expect(await read()).toMatchObject({ comment: 'two', deleteAfterDate: '2026-09-03T08:00:00Z' });
  });
});

describe('writes that overlap', () => {
  const overlapping = (oddities: Partial<Oddities>) =>
    shop({ oddities: { ...noOddities, ...oddities }, accessList: { writeSeconds: 1 } });

  it('do no harm one after another', async () => {
    const { clock, add, shown } = overlapping({ overlapLosesEntry: 1 });
    await add({ ipAddress: '192.0.2.1' });
    clock.advance(1_000);
    await add({ ipAddress: '192.0.2.2' });
    expect(await shown()).toEqual(['192.0.2.1/32', '192.0.2.2/32']);
  });

  it('lose an entry within the window, and say all is well', async () => {
    const { add, shown } = overlapping({ overlapLosesEntry: 1 });
    await add({ ipAddress: '192.0.2.1' });
    const { status, body } = await add({ ipAddress: '192.0.2.2' });
    expect([status, body.totalCount]).toEqual([201, 2]);
    expect(await shown()).toEqual(['192.0.2.1/32']);
  });

  it('lose a change, or a deletion', async () => {
    const { atlas, ask, list, add, shown } = overlapping({ overlapLosesEntry: 1 });
    const entry = atlas.seedAccessEntry({ entry: '192.0.2.1', comment: 'before' });
    await add({ ipAddress: '192.0.2.3' });
    await add({ ipAddress: '192.0.2.1', comment: 'after' });
    expect(entry.comment).toBe('before');
    expect((await ask('DELETE', `${list}/192.0.2.1`)).status).toBe(204);
    expect(await shown()).toContain('192.0.2.1/32');
  });

  it('answer 500, sometimes after the work was done', async () => {
    const { add, shown } = overlapping({ overlapAnswers500: 1 });
    await add({ ipAddress: '192.0.2.0' });
    const addresses = Array.from({ length: 20 }, (_, number) => `192.0.2.${number + 1}`);
    for (const ipAddress of addresses) expect((await add({ ipAddress })).status).toBe(500);
    expect((await shown()).length).toBeGreaterThan(3);
    expect((await shown()).length).toBeLessThan(19);
  });

  it('answer 401 to an API key, and never to a service account', async () => {
    const { atlas, project, add, list } = overlapping({ overlapAnswers401: 1 });
    const key = atlas.seedApiKey({ project, roles: ['Project Owner'] });
    const askByKey = askWithKey(atlas, key);
    await add({ ipAddress: '192.0.2.1' });
    expect(codeOf(await askByKey('POST', list, { body: [{ ipAddress: '192.0.2.2' }] }))).toBe('401 USER_UNAUTHORIZED');
    expect((await add({ ipAddress: '192.0.2.3' })).status).toBe(201);
  });

  it('are those sent at the same time, too, without any window', async () => {
    const { add, shown } = shop({ oddities: { ...noOddities, overlapLosesEntry: 1 } });
    await add({ ipAddress: '192.0.2.1' });
    await add({ ipAddress: '192.0.2.2' });
    const answers = await Promise.all([add({ ipAddress: '192.0.2.3' }), add({ ipAddress: '192.0.2.4' })]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await shown()).toHaveLength(3);
  });

  it('are exact without oddities, and never those of different projects', async () => {
    const { atlas, ask, list, add, shown } = overlapping({});
    await Promise.all([add({ ipAddress: '192.0.2.1' }), add({ ipAddress: '192.0.2.2' })]);
    await ask('DELETE', `${list}/192.0.2.1`);
    expect(await shown()).toEqual(['192.0.2.2/32']);
    const odd = overlapping({ overlapLosesEntry: 1 });
    const other = odd.atlas.seedProject({ name: 'other' });
    const owner = askAs(odd.atlas, odd.atlas.seedServiceAccount());
    await odd.add({ ipAddress: '192.0.2.1' });
    const body = [{ ipAddress: '192.0.2.1' }];
    await owner('POST', `/groups/${other.id}/accessList`, { body });
    expect((await owner('GET', `/groups/${other.id}/accessList`)).body.totalCount).toBe(1);
    expect(atlas.state.accessEntries).toHaveLength(2);
  });

  it('come about behind a slow answer', async () => {
    const { atlas, add, shown } = shop({ oddities: { ...noOddities, overlapLosesEntry: 1 } });
    atlas.faults.add({ match: { method: 'POST', path: '/accessList' }, kind: 'slow', milliseconds: 60 });
    const slow = add({ ipAddress: '192.0.2.1' });
    await expect.poll(() => atlas.state.accessWrites.length).toBe(1);
    await add({ ipAddress: '192.0.2.2' });
    await slow;
    expect(await shown()).toEqual(['192.0.2.1/32']);
  });
});
