import { describe, expect, it } from 'vitest';
import { setStage } from '../../support/stage.ts';

const cluster = { 'cluster-name': 'orders' };
const post = { method: 'POST', path: '/backup/snapshots' };
const polls = { method: 'GET', path: /\/backup\/snapshots\/[0-9a-f]{24}/ };

/** How often a snapshot was really asked for. */
const taken = (stage: ReturnType<typeof setStage>) => stage.atlas.state.snapshots.length;

// Every fault at every request is tried in test/faults; here is what a single fault does not show.

describe('a fault while the snapshot is asked for never makes two of them', () => {
  it('even where the list is slow to show it', async () => {
    const stage = setStage();
    stage.atlas.faults.add({ match: post, kind: 'cut-after' });
    let lists = 0;
    const slowList: typeof fetch = async (input, init) => {
      const response = await stage.atlas.fetch(input, init);
      const isFirstList = (init?.method ?? 'GET') === 'GET' && /\/snapshots\?/.test(String(input)) && lists++ === 0;
      return isFirstList
        ? Response.json({ results: [], totalCount: 0 }, { headers: { Date: new Date(stage.time.now()).toUTCString() } })
        : response;
    };
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster }, { fetch: slowList });
    expect([door.annotations, taken(stage)]).toEqual([[], 1]);
  });

  it('nor is one of a third lost answer overlooked', async () => {
    const stage = setStage();
    stage.atlas.faults.add({ match: { ...post, times: 2 }, kind: 'status-500' });
    stage.atlas.faults.add({ match: { ...post, nth: 3 }, kind: 'cut-after' });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    expect([door.annotations, door.outputs.outcome, taken(stage)]).toEqual([[], 'created', 1]);
  });

  it('and a sign-in that failed is not taken for a lost request', async () => {
    const stage = setStage();
    stage.atlas.faults.add({ match: { method: 'POST', path: '/api/oauth/token' }, kind: 'garbage' });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    expect(door.annotations).toEqual([]);
    expect(stage.calls()[0]).toMatch(/^POST .*\/backup\/snapshots 200$/);
    expect(door.lines.join('\n')).not.toContain('looking for it');
  });

  it('gives up after three lost answers, and says what may go on', async () => {
    const stage = setStage();
    stage.atlas.faults.add({ match: { ...post, times: Number.POSITIVE_INFINITY }, kind: 'status-500' });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    expect(door.annotations).toHaveLength(1);
    expect(door.annotations[0]?.message).toMatch(
      /500 UNEXPECTED_ERROR[\s\S]*Atlas may have taken the request; the snapshot would then go on as "acme\/shop/,
    );
    expect(stage.calls().filter((call) => call.startsWith('POST'))).toHaveLength(3);
  });
});

describe('a fault while waiting', () => {
  it('that does not pass makes the step red', async () => {
    const stage = setStage();
    stage.atlas.faults.add({ match: { ...polls, times: Number.POSITIVE_INFINITY }, kind: 'status-503-empty' });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    expect(door.annotations).toHaveLength(1);
    expect(door.annotations[0]?.message).toMatch(/Atlas answered 503[\s\S]*may still go on in Atlas/);
    expect(door.outputs.status).not.toBe('completed');
  });

  it('that hides the look-up makes the step red, with the first failure in the log', async () => {
    const stage = setStage();
    stage.atlas.faults.add({ match: post, kind: 'cut-after' });
    stage.atlas.faults.add({ match: { method: 'GET', times: Number.POSITIVE_INFINITY }, kind: 'status-500' });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    expect(door.failed()).toBe(true);
    expect(door.annotations[0]?.message).toContain('Atlas may have taken the request');
    expect(taken(stage)).toBe(1);
  });
});

describe('a cancelled job', () => {
  it('stops at once and says which snapshot goes on', async () => {
    const stage = setStage();
    const controller = new AbortController();
    const cancelling: typeof fetch = async (input, init) => {
      if (stage.calls().length > 3) controller.abort(new Error('cancelled'));
      return stage.atlas.fetch(input, init);
    };
    const door = await stage.run(
      'snapshot',
      { ...stage.withAccount, ...cluster },
      { fetch: cancelling, signal: controller.signal },
    );
    const id = door.outputs['snapshot-id'];
    expect(door.annotations).toEqual([
      {
        level: 'error',
        message: expect.stringContaining(
          `The job was cancelled.\nSnapshot ${id} of cluster "orders" may still go on in Atlas`,
        ),
      },
    ]);
  });
});

describe('the access token', () => {
  it('is minted once, masked and kept before it is used, and given back in the post step', async () => {
    const stage = setStage();
    const main = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    expect(stage.atlas.requests.filter(({ leg }) => leg === 'token')).toHaveLength(1);
    const token = main.kept['access-token'] ?? '';
    expect(main.masks).toContain(token);
    expect(main.events.indexOf(`mask ${token}`)).toBeLessThan(main.events.indexOf(`state access-token=${token}`));
    const post = await stage.post('snapshot', main);
    // What went well is told in the debug log only.
    expect(post.lines).toEqual([]);
    expect(post.told).toContainEqual({ kind: 'debug', text: 'The access token has been revoked.' });
    expect(post.masks).toContain(token);
  });

  it('is not fetched again for missing rights, but once when Atlas no longer takes it', async () => {
    const stage = setStage();
    stage.atlas.faults.add({ match: { ...polls, nth: 2 }, kind: 'status-401', plain: true });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    expect(door.annotations).toEqual([]);
    expect(stage.atlas.requests.filter(({ leg }) => leg === 'token')).toHaveLength(2);
  });

  it('that cannot be given back is no failure', async () => {
    const stage = setStage();
    const main = await stage.run('snapshot', { ...stage.withAccount, ...cluster, wait: 'false' });
    stage.atlas.faults.add({ match: { leg: 'revoke' }, kind: 'status-500' });
    const post = await stage.post('snapshot', main);
    expect([post.failed(), post.annotations]).toEqual([false, []]);
    expect(post.lines.join()).toContain('ends by itself within the hour');
  });
});
