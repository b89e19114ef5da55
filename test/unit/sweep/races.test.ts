import { describe, expect, it } from 'vitest';
import { formatExpiry } from '../../../src/environment/tags.ts';
import { HOUR } from '../../support/seed-environment.ts';
import { named, reasons, type SweepStage, setSweepStage, writes } from './stage.ts';

/** What `provision` does to the tags of a cluster that it finds. */
function renew(stage: SweepStage, name: string): void {
  const cluster = stage.atlas.state.clusters.find((one) => one.name === name);
  if (!cluster) throw new Error(`There is no cluster ${name}.`);
  const expiry = { key: 'gha-expires-at', value: formatExpiry(stage.time.now() + 72 * HOUR) };
  const others = cluster.settings.tags.filter(({ key }) => key !== expiry.key);
  cluster.settings = { ...cluster.settings, tags: [...others, expiry] };
}

/** A world in which something happens just before a request arrives. */
function justBefore(
  stage: SweepStage,
  match: { readonly method: string; readonly path: RegExp; readonly nth?: number },
  happening: () => void,
): typeof fetch {
  let seen = 0;
  return (input, init) => {
    const isIt = (init?.method ?? 'GET') === match.method && match.path.test(String(input));
    if (isIt && ++seen === (match.nth ?? 1)) happening();
    return stage.world(input, init);
  };
}

const clusters = (names: readonly string[]) => names.filter((name) => name.startsWith('cluster'));

describe('a renewal between listing and deleting wins', () => {
  it.each([
    ['expired', {}],
    ['of a closed pull request', { expiresIn: 9 }],
    ['too old', { expiresIn: 9, age: 500 }],
  ])('over one that is %s', async (_, seed) => {
    const stage = setSweepStage();
    stage.github.seedPullRequest(stage.shop, { number: 7, state: 'closed' });
    stage.github.seedPullRequest(stage.shop, { number: 8, state: 'closed' });
    stage.seedEnvironment('pr-7', { age: 500 });
    stage.seedEnvironment('pr-8', { ...seed, address: '198.51.100.8' });
    const slow = justBefore(stage, { method: 'DELETE', path: /Clusters\/pr-7/ }, () => {
      stage.time.advance(6_000);
      renew(stage, 'pr-8');
    });
    const inputs = { ...stage.withToken, 'older-than-hours': '400' };
    const door = await stage.sweep(inputs, { fetch: slow });
    expect([clusters(named(door, 'deleted')), named(door, 'kept'), door.annotations]).toEqual([
      ['cluster pr-7'],
      ['cluster pr-8'],
      [],
    ]);
    expect(reasons(door, 'kept')).toEqual(['a run has renewed it meanwhile']);
    expect(stage.atlas.databaseUser('pr-8')).toBeDefined();
  });

  it('though Atlas makes the deletion wait: it is not sent on what was read before', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7', { isPermanent: false });
    stage.atlas.state.databaseUsers.length = 0;
    stage.atlas.state.accessEntries.length = 0;
    stage.atlas.faults.add({ kind: 'status-429', retryAfterSeconds: 40, match: { method: 'DELETE' } });
    let renewed = false;
    const slow: typeof fetch = (input, init) => {
      const waits = stage.atlas.requests.some(({ status }) => status === 429);
      if (waits && !renewed) renew(stage, 'pr-7');
      renewed ||= waits;
      return stage.world(input, init);
    };
    const door = await stage.sweep({}, { fetch: slow });
    expect(writes(stage)).toEqual(['DELETE /flexClusters/pr-7 429']);
    expect([named(door, 'deleted'), named(door, 'kept'), door.failed()]).toEqual([[], ['cluster pr-7'], false]);
  });

  it('and without one the deletion is sent again, after another look', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7');
    stage.atlas.faults.add({
      kind: 'status-429',
      retryAfterSeconds: 40,
      match: { method: 'DELETE', nth: 2, times: 3 },
    });
    const door = await stage.sweep();
    expect([named(door, 'deleted').length, door.annotations]).toEqual([3, []]);
  });

  it('but not for ever: what Atlas never takes is told', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7');
    const always = { method: 'DELETE', path: /flexClusters/, times: Number.POSITIVE_INFINITY };
    stage.atlas.faults.add({ kind: 'status-429', retryAfterSeconds: 40, match: always });
    const door = await stage.sweep();
    expect([named(door, 'failed'), door.failed()]).toEqual([['cluster pr-7'], true]);
    expect(reasons(door, 'failed')[0]).toMatch(/^Atlas answers so slowly that .* Run the step again/);
  });

  it('and so does a protection that was turned on just before the deletion arrives: it is never lifted', async () => {
    const stage = setSweepStage();
    const cluster = stage.seedEnvironment('pr-7', { tier: 'M10' });
    const protect = () => {
      cluster.settings = { ...cluster.settings, terminationProtectionEnabled: true };
    };
    const door = await stage.sweep({}, { fetch: justBefore(stage, { method: 'DELETE', path: /clusters/ }, protect) });
    expect(writes(stage).slice(-1)).toEqual(['DELETE /clusters/pr-7 400']);
    expect(named(door, 'kept')).toEqual(['cluster pr-7']);
    // Its user was gone by then.
    expect(reasons(door, 'failed')).toEqual([
      'was protected against termination just after its users and access entries had been removed: run provision once more',
    ]);
  });

  it('and after a deletion whose answer was lost, the name may be another cluster’s: it is looked at before a repetition', async () => {
    const stage = setSweepStage();
    const old = stage.seedEnvironment('pr-7');
    const remade: typeof fetch = async (input, init) => {
      const answer = await stage.world(input, init);
      if (init?.method !== 'DELETE' || !/flexClusters/.test(String(input)) || old.goneAt === 0) return answer;
      old.goneAt = 0;
      stage.seedEnvironment('pr-7', { age: 0, expiresIn: 72 });
      return new Response('', { status: 503 });
    };
    const door = await stage.sweep({}, { fetch: remade });
    expect(writes(stage).filter((call) => call.includes('flexClusters'))).toEqual(['DELETE /flexClusters/pr-7 204']);
    expect([named(door, 'kept'), door.annotations]).toEqual([['cluster pr-7'], []]);
    expect(stage.atlas.databaseUser('pr-7')).toBeDefined();
  });

  it('and so does a new cluster of the same name', async () => {
    const stage = setSweepStage();
    const old = stage.seedEnvironment('pr-7');
    const remade = justBefore(stage, { method: 'DELETE', path: /databaseUsers/ }, () => {
      stage.time.advance(6_000);
      old.goneAt = stage.time.now();
      stage.seedEnvironment('pr-7', { age: 0, expiresIn: 72 });
    });
    const door = await stage.sweep({}, { fetch: remade });
    expect(writes(stage).filter((call) => call.includes('flexClusters'))).toEqual([]);
    expect(named(door, 'kept')).toEqual(['cluster pr-7']);
  });
});

describe('two at once', () => {
  it('two sweeps end green, and all is gone', async () => {
    const stage = setSweepStage();
    for (const number of [1, 2, 3]) stage.seedEnvironment(`pr-${number}`, { address: `198.51.100.${number}` });
    const doors = await Promise.all([stage.sweep(), stage.sweep()]);
    expect(doors.flatMap(({ annotations }) => annotations)).toEqual([]);
    expect(stage.atlas.state.databaseUsers).toEqual([]);
    expect(stage.atlas.state.clusters.filter(({ name, goneAt }) => name !== 'orders' && !goneAt)).toEqual([]);
  });

  it('a sweep and a teardown of the same environment end green', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7');
    const teardown = stage.run('teardown', { ...stage.withAccount, environment: 'pr-7' });
    const doors = await Promise.all([stage.sweep(), teardown]);
    expect(doors.flatMap(({ annotations }) => annotations)).toEqual([]);
  });

  it('a sweep beside provision leaves what provision makes', async () => {
    const stage = setSweepStage();
    stage.github.seedPullRequest(stage.shop, { number: 7, state: 'closed' });
    const seed = { 'password-seed': 'a seed of the test, long enough' };
    const made = stage.run('provision', {
      ...stage.withAccount,
      environment: 'pr-7',
      ...seed,
      'expires-in-hours': '300',
    });
    const doors = [];
    for (let turn = 0; turn < 5; turn++) doors.push(await stage.sweep(stage.withToken));
    const { annotations, outputs } = await made;
    expect(annotations.filter(({ level }) => level === 'error')).toEqual([]);
    for (const door of doors) expect(named(door, 'deleted')).toEqual([]);
    expect(stage.atlas.databaseUser(outputs.username ?? '')).toBeDefined();
  });
});

describe('the time', () => {
  it('that runner and Atlas do not agree on is no time to delete by', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7', { expiresIn: 3 });
    const ahead = { ...stage.clock, now: () => stage.clock.now() + 7 * HOUR };
    const door = await stage.sweep({}, { clock: ahead });
    expect(door.annotations[0]?.message).toMatch(/^What has expired cannot be told.*Check the runner's clock/);
    expect(writes(stage)).toEqual([]);
  });

  it('is of two clocks the earlier', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7', { expiresIn: -0.45 });
    const ahead = { ...stage.clock, now: () => stage.clock.now() + 4 * 60_000 };
    const door = await stage.sweep({}, { clock: ahead });
    expect([named(door, 'deleted'), named(door, 'kept')]).toEqual([[], ['cluster pr-7']]);
  });
});
