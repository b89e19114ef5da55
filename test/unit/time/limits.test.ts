import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../src/simulator/faults.ts';
import { runOf } from '../../support/runner/events.ts';
import { setEventStage, worldOf } from '../events/stage.ts';
import { named, setSweepStage } from '../sweep/stage.ts';

const MINUTE = 60_000;
const GRACE = 5_000;
const always = { times: Number.POSITIVE_INFINITY };

/** What can be wrong with GitHub for good. */
const troubles: readonly (readonly [what: string, fault: Fault])[] = [
  ['never answers', { match: always, kind: 'stall' }],
  ['asks to be left alone for two minutes', { match: always, kind: 'status-429', retryAfterSeconds: 110 }],
  ['limits without saying for how long', { match: always, kind: 'error', status: 429, detail: 'rate limit' }],
  ['is down', { match: always, kind: 'status-503-empty' }],
  ['breaks every connection', { match: always, kind: 'cut-before' }],
  ['cannot be reached', { match: always, kind: 'refuse' }],
  ['is no GitHub', { match: always, kind: 'garbage' }],
  ['refuses the token', { match: always, kind: 'error', status: 401, detail: 'Bad credentials' }],
];

const world = worldOf(runOf('pull_request', { repository: 'acme/shop' }));

/** Milliseconds that provision takes without a comment. */
const usual = (async () => {
  const stage = setEventStage();
  const start = stage.time.now();
  await stage.run('provision', stage.inputs, world);
  return stage.time.now() - start;
})();

describe('a comment is a courtesy, where GitHub', () => {
  it.each(troubles)('%s: the step is green and takes 20 s more at most', async (_, fault) => {
    const stage = setEventStage();
    const start = stage.time.now();
    stage.gitHub.faults.add(fault);
    const door = await stage.run('provision', { ...stage.inputs, ...stage.withComment }, world);
    expect(door.annotations).toEqual([
      {
        level: 'notice',
        message: expect.stringMatching(/^The comment (may be missing or out of date|was not written): Could not/),
      },
    ]);
    expect(door.failed()).toBe(false);
    expect(stage.time.now() - start - (await usual)).toBeLessThanOrEqual(20_000 + GRACE);
  });

  it.each(troubles)('%s: nor is a step longer, or red, that has six seconds left for it', async (_, fault) => {
    const stage = setEventStage();
    const start = stage.time.now();
    const beforeIt = 5 * MINUTE - (await usual) - 6_000;
    stage.gitHub.faults.add(fault);
    const slow: typeof fetch = (input, init) => {
      if (init?.method === 'POST' && String(input).endsWith('/flexClusters')) stage.time.advance(beforeIt);
      return stage.fetch(input, init);
    };
    const inputs = { ...stage.inputs, ...stage.withComment, 'timeout-minutes': '5' };
    const door = await stage.run('provision', inputs, { ...world, fetch: slow });
    expect(stage.time.now() - start).toBeLessThanOrEqual(5 * MINUTE + GRACE);
    // What the comment leaves is enough for the last look at Atlas.
    expect([door.failed(), door.annotations.map(({ level }) => level)]).toEqual([false, ['notice']]);
  });
});

describe('sweep', () => {
  it.each(troubles)('keeps its time limit, and deletes what has expired, where GitHub %s', async (_, fault) => {
    const stage = setSweepStage();
    for (const number of [1, 2, 3, 4, 5, 6]) {
      stage.github.seedPullRequest(stage.shop, { number, state: 'closed' });
      stage.seedEnvironment(`pr-${number}`, { expiresIn: 9, address: `198.51.100.${number}` });
    }
    stage.seedEnvironment('old', { cluster: 'expired', address: '198.51.100.9' });
    stage.github.faults.add(fault);
    const begun = stage.time.now();
    const door = await stage.sweep({ ...stage.withToken, 'timeout-minutes': '5' });
    expect(stage.time.now() - begun).toBeLessThanOrEqual(5 * MINUTE + GRACE);
    expect(named(door, 'deleted').filter((name) => name.startsWith('cluster'))).toEqual(['cluster expired']);
    // It could not ask, and says so.
    expect(door.failed()).toBe(true);
    expect(named(door, 'failed')).toHaveLength(3);
  });
});

describe('connect with save-as-secret', () => {
  it.each(troubles)('is red within its time limit where GitHub %s', async (_, fault) => {
    const stage = setEventStage();
    stage.gitHub.faults.add(fault);
    const begun = stage.time.now();
    const inputs = { ...stage.withAccount, 'cluster-name': 'orders', 'save-as-secret': 'URI', 'github-token': 'ghp_x' };
    const door = await stage.run('connect', { ...inputs, 'timeout-minutes': '3' }, world);
    expect(stage.time.now() - begun).toBeLessThanOrEqual(3 * MINUTE + GRACE);
    expect(door.annotations).toEqual([{ level: 'error', message: expect.stringMatching(/^Could not save a secret/) }]);
  });
});

it('the time of a step counts from its beginning, whatever it did before it asked Atlas', async () => {
  const stage = setEventStage();
  stage.gitHub.faults.add({ match: always, kind: 'stall' });
  const inputs = { ...stage.withAccount, 'cluster-name': 'orders', 'save-as-secret': 'URI', 'github-token': 'ghp_x' };
  const door = await stage.run('connect', { ...inputs, 'timeout-minutes': '1' }, world);
  expect(door.annotations[0]?.message).toMatch(
    /did not answer within (30 s|the \d+ s that are left of timeout-minutes)/,
  );
});

describe('a post step', () => {
  it('that cannot finish names its own limit, not the one that nobody gave', async () => {
    const stage = setEventStage();
    stage.atlas.seedDatabaseUser({ username: 'someone' });
    const inputs = { ...stage.withAccount, 'cluster-name': 'orders' };
    const main = await stage.run('connect', inputs, world);
    expect(main.failed()).toBe(false);
    stage.atlas.faults.add({ match: { method: 'DELETE', ...always }, kind: 'stall', effect: false });
    const post = await stage.post('connect', main);
    const told = post.annotations.map(({ message }) => message).join('\n');
    expect(told).toMatch(/did not finish within 1 minute, the fixed limit of a post step/);
    expect(told).not.toMatch(/timeout-minutes/);
  });
});
