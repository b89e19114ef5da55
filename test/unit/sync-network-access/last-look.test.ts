import { describe, expect, it } from 'vitest';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { accessEntriesOf } from '../../../src/simulator/world/access-list.ts';
import { interrupting } from '../../support/interrupting-fetch.ts';
import { accessStage, HOUR, RUNNER, said } from './stage.ts';

const owner = { repository: 'acme/shop', list: 'migrate.yml' };
const own = (text: string) => `${text} ${writeMark(owner, { room: 79 - text.length })}`;
const LIST = /^GET .*\/accessList$/;
const STATUS = /\/status$/;

/** The usual stage with an own entry, and how another run takes an entry out of the list. */
function stageWithOwn() {
  const stage = accessStage({}, [{ entry: '192.0.2.9', comment: own('VPN') }]);
  const remove = (address: string) => {
    const entry = stage.entry(address);
    if (!entry) throw new Error(`${address} is not in the list.`);
    entry.deletedAt = stage.time.now();
  };
  return { ...stage, remove };
}

describe('what the outputs say is what this step has written', () => {
  it('an entry that another run removed meanwhile stands under added, not kept', async () => {
    const stage = stageWithOwn();
    const { fetch, hasHappened } = interrupting(stage.fetch, {
      at: STATUS,
      when: 'after',
      happens: () => stage.remove('192.0.2.9'),
    });
    const door = await stage.sync({ entries: '192.0.2.9 # VPN\n198.51.100.0/24 # office' }, { fetch });
    expect([said(door), hasHappened()]).toEqual(['', true]);
    expect(Object.keys(stage.list())).toEqual(['198.51.100.0/24', '192.0.2.9']);
    expect(door.outputs).toMatchObject({ added: '["192.0.2.9","198.51.100.0/24"]', kept: '[]', outcome: 'updated' });
    expect(JSON.parse(door.outputs.plan ?? '').entries).toMatchObject([
      { address: '192.0.2.9', action: 'add' },
      { address: '198.51.100.0/24', action: 'add' },
    ]);
  });

  it('an entry whose comment another run changed meanwhile stands under updated, not kept', async () => {
    const stage = stageWithOwn();
    const happens = () => Object.assign(stage.entry('192.0.2.9') ?? {}, { comment: own('else') });
    const { fetch } = interrupting(stage.fetch, { at: STATUS, when: 'after', happens });
    const door = await stage.sync({ entries: '192.0.2.9 # VPN\n198.51.100.0/24 # office' }, { fetch });
    expect([said(door), stage.list()['192.0.2.9']]).toEqual(['', own('VPN')]);
    expect(door.outputs).toMatchObject({ added: '["198.51.100.0/24"]', updated: '["192.0.2.9"]', kept: '[]' });
  });

  it('an entry that another run was quicker to remove does not stand under removed', async () => {
    const stage = stageWithOwn();
    stage.atlas.seedAccessEntry({ entry: '198.18.0.1', comment: own('old') });
    const { fetch } = interrupting(stage.fetch, {
      at: /^DELETE /,
      when: 'before',
      happens: () => stage.remove('198.18.0.1'),
    });
    const door = await stage.sync({ entries: '192.0.2.9 # VPN', prune: 'true' }, { fetch });
    expect(said(door)).toBe('');
    expect(door.outputs).toMatchObject({ removed: '[]', kept: '["192.0.2.9"]', outcome: 'unchanged' });
  });

  it('an entry that this step removed stands there, though the answer was lost', async () => {
    const stage = stageWithOwn();
    stage.atlas.seedAccessEntry({ entry: '198.18.0.1', comment: own('old') });
    stage.atlas.faults.add({ match: { method: 'DELETE', path: '/accessList' }, kind: 'cut-after' });
    const door = await stage.sync({ entries: '192.0.2.9 # VPN', prune: 'true' });
    expect([said(door), door.outputs.removed]).toEqual(['', '["198.18.0.1"]']);
  });
});

describe('a list is handed over only as it was read within the last 5 s', () => {
  it('and gets back what another run removes while the step waits for the address of its runner', async () => {
    const stage = stageWithOwn();
    expect(said(await stage.sync({ 'runner-ip': 'true', keep: 'true' }))).toBe('');
    Object.assign(stage.entry(RUNNER) ?? {}, { activeAt: stage.time.now() + 10_000 });
    const { fetch } = interrupting(stage.fetch, {
      at: STATUS,
      when: 'after',
      happens: () => stage.remove('192.0.2.9'),
    });
    const door = await stage.sync({ entries: '192.0.2.9 # VPN', 'runner-ip': 'true' }, { fetch });
    expect([said(door), stage.list()['192.0.2.9']]).toEqual(['', own('VPN')]);
    expect(door.outputs).toMatchObject({ added: '["192.0.2.9"]', kept: '[]' });
  });

  it('a list that took 6 s to arrive is read again, and what is missing then is written', async () => {
    const stage = stageWithOwn();
    const happens = () => {
      stage.time.advance(6_000);
      stage.remove('192.0.2.9');
    };
    const { fetch } = interrupting(stage.fetch, { at: LIST, when: 'after', happens });
    const door = await stage.sync({ entries: '192.0.2.9 # VPN' }, { fetch });
    expect([said(door), door.outputs.added]).toEqual(['', '["192.0.2.9"]']);
    expect(Object.keys(stage.list())).toEqual(['192.0.2.9']);
  });

  it('and is red where another run undoes it each time', async () => {
    const stage = stageWithOwn();
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await stage.fetch(input, init);
      // Each list that is read is out of date by the time that it arrives.
      if (LIST.test(`${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`)) {
        stage.time.advance(6_000);
        for (const entry of accessEntriesOf(stage.atlas.state, stage.project.id)) entry.deletedAt = stage.time.now();
      }
      return response;
    };
    const door = await stage.sync({ entries: '192.0.2.9 # VPN' }, { fetch });
    expect(said(door)).toMatch(/^error: /);
    expect(door.failed()).toBe(true);
  });
});

describe("a runner's clock that is 5 h 45 min behind", () => {
  const LATE = 5.75 * HOUR;

  it.each([
    ['asked of Atlas', {}],
    ['given', { ip: RUNNER }],
  ])('does not shorten the life of entries: its address is %s', async (_, ip) => {
    const stage = accessStage();
    const clock = { ...stage.clock, now: () => stage.time.now() - LATE };
    const began = stage.time.now();
    const inputs = { entries: '- { address: 192.0.2.9, expires-in-hours: 6 }', 'runner-ip': 'true', ...ip };
    const door = await stage.sync(inputs, { clock });
    expect(said(door)).toBe('');
    for (const address of ['192.0.2.9', RUNNER]) {
      const life = (stage.entry(address)?.deleteAfter ?? 0) - began;
      expect(Math.abs(life - 6 * HOUR)).toBeLessThan(60_000);
    }
  });

  it('does not shorten the life of the address that connect opens', async () => {
    const stage = accessStage();
    const clock = { ...stage.clock, now: () => stage.time.now() - LATE };
    const began = stage.time.now();
    const door = await stage.run(
      'connect',
      { ...stage.withAccount, 'cluster-name': 'orders', 'runner-ip': 'true' },
      { clock },
    );
    expect(said(door)).not.toContain('error');
    expect((stage.entry(RUNNER)?.deleteAfter ?? 0) - began).toBeGreaterThan(5.9 * HOUR);
  });
});
