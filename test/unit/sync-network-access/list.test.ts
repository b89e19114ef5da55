import { describe, expect, it } from 'vitest';
import { leaseUntil, writeLeases } from '../../../src/environment/lease.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { runVariables } from '../../support/stage.ts';
import { accessStage, HOUR, RUNNER, said } from './stage.ts';

const owner = { repository: 'acme/shop', list: 'migrate.yml' };
const own = (text: string) => `${text} ${writeMark(owner, { room: 79 - text.length })}`;
const entries = '198.51.100.0/24 # office\n192.0.2.9 # VPN';

describe('a list', () => {
  it('is added in one request, with comments that say whose it is, and costs one request ever after', async () => {
    const { sync, list, calls } = accessStage();
    const door = await sync({ entries });
    expect(said(door)).toBe('');
    expect(door.outputs).toMatchObject({ added: '["198.51.100.0/24","192.0.2.9"]', outcome: 'updated' });
    expect(list()).toEqual({
      '198.51.100.0/24': 'office [gha acme;shop migrate.yml 8256bb35]',
      '192.0.2.9': 'VPN [gha acme;shop migrate.yml 8256bb35]',
    });
    expect(calls().filter((call) => call.startsWith('POST'))).toHaveLength(1);
    const again = await sync({ entries, prune: 'true' });
    expect(calls()).toEqual(['GET /accessList 200']);
    expect(again.outputs).toMatchObject({ outcome: 'unchanged', kept: '["198.51.100.0/24","192.0.2.9"]', added: '[]' });
  });

  it('is printed as a table before anything is done, and handed over as JSON', async () => {
    const { sync } = accessStage({}, [{ entry: '192.0.2.9', comment: 'by hand' }]);
    const door = await sync({ entries, 'dry-run': 'true' });
    expect(door.lines.join('\n')).toContain(
      [
        'add      198.51.100.0/24  comment: office',
        'foreign  192.0.2.9        is there already',
        'Plan: 1 to add, 0 to update, 0 to remove, 0 to keep, 1 of others.',
      ].join('\n'),
    );
    expect(JSON.parse(door.outputs.plan ?? '')).toEqual({
      entries: [
        {
          address: '198.51.100.0/24',
          action: 'add',
          changes: [{ field: 'comment', to: 'office' }],
          reason: 'does not exist yet',
        },
        { address: '192.0.2.9', action: 'foreign', changes: [], reason: 'is there already' },
      ],
      runner: null,
      notices: [],
    });
    expect(door.summaries.join()).toMatch(/dry run.*add: 198\.51\.100\.0\/24/s);
  });

  it('is changed by nothing in a dry run, removals included', async () => {
    const { sync, list, calls } = accessStage({}, [{ entry: '198.18.0.1', comment: own('old') }]);
    const before = list();
    const door = await sync({ entries, prune: 'true', 'dry-run': 'true' });
    expect(door.outputs).toMatchObject({
      outcome: 'planned',
      added: '["198.51.100.0/24","192.0.2.9"]',
      removed: '["198.18.0.1"]',
    });
    expect([list(), calls()]).toEqual([before, ['GET /accessList 200']]);
  });

  it('gets changed comments and longer lives by writing again, never by removing', async () => {
    const { sync, list, calls, entry } = accessStage();
    await sync({ entries: '- { address: 192.0.2.9, comment: old, expires-in-hours: 5 }' });
    calls();
    const door = await sync({ entries: '- { address: 192.0.2.9, comment: new }' });
    expect(door.outputs.updated).toBe('["192.0.2.9"]');
    expect([list()['192.0.2.9'], entry('192.0.2.9')?.deleteAfter]).toEqual([
      expect.stringMatching(/^new \[/),
      undefined,
    ]);
    expect(calls().filter((call) => call.startsWith('DELETE'))).toEqual([]);
    const temporary = await sync({ entries: '- { address: 192.0.2.9, comment: new, expires-in-hours: 5 }' });
    expect(temporary.outputs.kept).toBe('["192.0.2.9"]');
    expect(temporary.lines.join()).toContain('is permanent, and Atlas lets no such entry expire');
  });

  it('loses with prune what is listed no longer, and nothing of others: other lists, jobs, environments, people', async () => {
    const stage = accessStage({}, [
      { entry: '198.18.0.1', comment: own('old') },
      { entry: '198.18.0.2', comment: own('old too') },
      { entry: '198.18.0.3', comment: `x ${writeMark({ ...owner, list: 'other.yml' }, { room: 50 })}` },
      { entry: '198.18.0.4', comment: `x ${writeMark({ repository: 'acme/shop', name: 'pr-1' }, { room: 50 })}` },
      { entry: '198.18.0.5', comment: `x ${writeMark({ repository: 'acme/shop' }, { room: 50 })}` },
      { entry: '198.18.0.6', comment: `x ${writeMark({ ...owner, repository: 'acme/other' }, { room: 50 })}` },
      { entry: '198.18.0.7', comment: 'by hand' },
      { entry: '198.18.0.8' },
    ]);
    const lease = leaseUntil('19512345678aaaa', stage.time.now() + HOUR);
    const comment = writeLeases({ owner: 'acme/shop', held: [lease], isFull: false });
    stage.atlas.seedAccessEntry({ entry: '198.18.0.9', comment, deleteAfter: stage.time.now() + HOUR });
    const kept = await stage.sync({ entries: '192.0.2.9' });
    expect(kept.outputs).toMatchObject({ removed: '[]', kept: '["198.18.0.1","198.18.0.2"]' });
    expect(kept.lines.join('\n')).toContain('is listed no longer ("old"); prune: true would remove it');
    const door = await stage.sync({ entries: '192.0.2.9', prune: 'true' });
    expect(door.outputs).toMatchObject({ removed: '["198.18.0.1","198.18.0.2"]', outcome: 'updated' });
    expect(Object.keys(stage.list())).toEqual(
      [3, 4, 5, 6, 7, 8, 9].map((last) => `198.18.0.${last}`).concat('192.0.2.9'),
    );
  });

  it('gets new entries, and sees them active, before it loses old ones', async () => {
    const { sync, calls } = accessStage({}, [{ entry: '198.18.0.1', comment: own('old') }]);
    await sync({ entries, prune: 'true' });
    const order = calls().map((call) => (call.includes('/status') ? 'status' : call.split(' ')[0]));
    expect(order.indexOf('POST')).toBeLessThan(order.lastIndexOf('status'));
    expect(order.lastIndexOf('status')).toBeLessThan(order.indexOf('DELETE'));
  });

  it('deletes again what a write of another job has kept there, without a word', async () => {
    const { sync, atlas, list } = accessStage({}, [{ entry: '198.18.0.1', comment: own('old') }]);
    let kept = false;
    const losing: typeof fetch = async (input, init) => {
      if (init?.method !== 'DELETE' || kept) return await atlas.fetch(input, init);
      kept = true;
      return new Response(null, { status: 204 });
    };
    const door = await sync({ entries: '[]', prune: 'true' }, { fetch: losing });
    expect([said(door), kept, list()]).toEqual(['', true, {}]);
  });

  it('is written again where a write of another job has swallowed a change', async () => {
    const { sync, atlas, list, entry } = accessStage();
    await sync({ entries: '192.0.2.9 # old' });
    let swallowed = false;
    const swallowing: typeof fetch = async (input, init) => {
      const response = await atlas.fetch(input, init);
      const standing = entry('192.0.2.9');
      if (init?.method === 'POST' && standing && !swallowed) {
        swallowed = true;
        standing.comment = own('old');
      }
      return response;
    };
    const door = await sync({ entries: '192.0.2.9 # new' }, { fetch: swallowing });
    expect([said(door), swallowed, list()['192.0.2.9']]).toEqual(['', true, expect.stringMatching(/^new /)]);
  });

  it('of a hundred entries asks for them in turns, not all at once', async () => {
    const { sync, calls } = accessStage();
    const door = await sync({ entries: Array.from({ length: 100 }, (_, number) => `198.18.1.${number}`).join('\n') });
    expect(said(door)).toBe('');
    expect(calls().filter((call) => call.includes('/status')).length).toBeLessThan(150);
  });

  it('is emptied only by an empty list that is meant', async () => {
    const seeds = [{ entry: '198.18.0.1', comment: own('old') }];
    const stage = accessStage({}, seeds);
    for (const nothing of ['# nothing', '\n# a\n\n# b']) {
      const door = await stage.sync({ 'entries-file': 'list', prune: 'true' }, { files: { list: nothing } });
      expect(said(door)).toMatch(/list: holds no entries\. Write \[\] if that is meant/);
    }
    expect(Object.keys(stage.list())).toEqual(['198.18.0.1']);
    await stage.sync({ entries: '[]', prune: 'true' });
    expect(stage.list()).toEqual({});
  });

  it('of another owner is another list', async () => {
    const { sync, list } = accessStage();
    await sync({ entries: '192.0.2.9', owner: 'offices' });
    await sync({ entries: '192.0.2.10', owner: 'agents', prune: 'true' });
    await sync({ entries: '192.0.2.11', prune: 'true' });
    expect(Object.keys(list())).toEqual(['192.0.2.9', '192.0.2.10', '192.0.2.11']);
    await sync({ entries: '[]', owner: 'offices', prune: 'true' });
    expect(Object.keys(list())).toEqual(['192.0.2.10', '192.0.2.11']);
    const elsewhere = { ...runVariables(), GITHUB_REPOSITORY: 'acme/other' };
    await sync({ entries: '[]', owner: 'agents', prune: 'true' }, { variables: elsewhere });
    expect(Object.keys(list())).toEqual(['192.0.2.10', '192.0.2.11']);
  });

  it('holds security groups where the project has a peering', async () => {
    const { atlas, sync } = accessStage();
    const peered = atlas.seedProject({ peered: true, name: 'peered' });
    const account = atlas.seedServiceAccount({ project: peered, roles: ['Project Network Access Manager'] });
    const login = { 'client-id': account.clientId, 'client-secret': account.secret, 'project-id': peered.id };
    const door = await sync({ ...login, entries: '- { address: sg-0A1B, comment: workers }\n- 10.0.0.0/8' });
    expect([said(door), door.outputs.added]).toEqual(['', '["sg-0a1b","10.0.0.0/8"]']);
    expect((await sync({ ...login, entries: 'sg-0a1b', prune: 'true' })).outputs.removed).toBe('["10.0.0.0/8"]');
    expect(said(await sync({ entries: 'sg-0a1b' }))).toMatch(/CANNOT_USE_AWS_SECURITY_GROUP.*peering/);
  });

  it('that Atlas has no room for is refused before anything is written', async () => {
    const { sync, calls } = accessStage(
      {},
      Array.from({ length: 199 }, (_, number) => ({ entry: `198.18.0.${number}` })),
    );
    const door = await sync({ entries, 'runner-ip': 'true' });
    expect(said(door)).toMatch(/has 199 entries and would get 3 more; Atlas takes 200/);
    expect(calls().filter((call) => call.startsWith('POST'))).toEqual([]);
    expect(said(await sync({ entries, 'runner-ip': 'true', 'dry-run': 'true' }))).toMatch(/Atlas takes 200/);
  });

  it('says which role is missing', async () => {
    const { sync } = accessStage({ roles: ['Project Read Only'] });
    expect(said(await sync({ entries }))).toMatch(/401 USER_UNAUTHORIZED.*«Project Network Access Manager»/);
  });

  it('whose project is unknown says which ones there are', async () => {
    const { sync } = accessStage();
    expect(said(await sync({ entries, 'project-id': '0'.repeat(24) }))).toMatch(/see 1 project: "shop"/);
  });
});

describe("a list and the runner's address", () => {
  it('are written in one request', async () => {
    const { sync, calls, list, close } = accessStage();
    const door = await sync({ entries, 'runner-ip': 'true' });
    expect(calls().filter((call) => call.startsWith('POST'))).toHaveLength(1);
    await close(door);
    expect(Object.keys(list())).toEqual(['198.51.100.0/24', '192.0.2.9']);
  });

  it('that is listed needs no lease, and no job closes it', async () => {
    const { sync, close, list } = accessStage();
    const door = await sync({ entries: `${RUNNER} # agents`, 'runner-ip': 'true' });
    expect(door.lines.join('\n')).toContain("203.0.113.9 is listed, so it needs no entry of this job's own");
    await close(door);
    expect(list()[RUNNER]).toMatch(/^agents \[gha /);
  });

  it('that jobs hold is taken over by a list, and they leave it alone', async () => {
    const { sync, close, list, entry } = accessStage();
    const job = await sync({ 'runner-ip': 'true' });
    const listing = await sync({ entries: `${RUNNER} # agents` });
    expect(listing.outputs.updated).toBe(`["${RUNNER}"]`);
    expect([list()[RUNNER], entry(RUNNER)?.deleteAfter]).toEqual([expect.stringMatching(/^agents \[gha /), undefined]);
    const post = await close(job);
    expect([said(post), post.lines[0]]).toEqual([
      '',
      expect.stringContaining('is open by an entry that is not of this job'),
    ]);
    expect(list()[RUNNER]).toMatch(/^agents/);
  });
});

describe('inputs that do not go together', () => {
  it.each([
    [{}, 'There is nothing to do'],
    [{ entries: '192.0.2.9', 'entries-file': 'x' }, 'entries and entries-file are both given'],
    [{ 'runner-ip': 'true', prune: 'true' }, 'prune needs entries or entries-file'],
    [{ entries: '192.0.2.9', ip: '203.0.113.9' }, 'ip needs runner-ip'],
    [{ entries: '192.0.2.9', keep: 'true' }, 'keep needs runner-ip'],
    [{ 'runner-ip': 'true', 'expires-in-hours': '169' }, 'not a whole number from 1 to 168'],
    [{ entries: '192.0.2.9', owner: 'a]b' }, 'owner: "a]b" is not one line'],
    [{ 'entries-file': 'nowhere.txt' }, 'there is no file "nowhere.txt" in the workspace'],
    [{ entries: '0.0.0.0/0' }, 'lets the whole internet in; if that is meant, set allow-anywhere: true'],
    [{ entries: '::ffff:0:0/96' }, 'lets the whole internet in'],
    [{ entries: '128.0.0.0/1\n0.0.0.0/1' }, 'lets a good part of the internet in'],
  ])('%j: %s', async (inputs, problem) => {
    const { sync, calls } = accessStage();
    const door = await sync(inputs);
    expect(said(door)).toContain(problem);
    expect(calls()).toEqual([]);
  });

  it('0.0.0.0/0 is fine where it is meant', async () => {
    const { sync, list } = accessStage();
    expect(said(await sync({ entries: '0.0.0.0/0 # demo', 'allow-anywhere': 'true' }))).toBe('');
    expect(list()['0.0.0.0/0']).toMatch(/^demo/);
  });
});
