import { describe, expect, it } from 'vitest';
import { named, reasons, setSweepStage, writes } from './stage.ts';

describe('an expired environment', () => {
  it('goes with its entry, its user and its cluster, in that order, and nothing else does', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7');
    stage.atlas.seedDatabaseUser({ username: 'legacy', password: 'of somebody else' });
    const door = await stage.sweep();
    expect(door.annotations).toEqual([]);
    expect(named(door, 'deleted')).toEqual(['access-list-entry 198.51.100.7', 'user pr-7', 'cluster pr-7']);
    expect(reasons(door, 'deleted')).toEqual(Array(3).fill('expired at 2026-11-21T10:00:00Z'));
    expect([named(door, 'kept'), named(door, 'failed'), door.outputs.count]).toEqual([[], [], '3']);
    expect(writes(stage)).toEqual([
      'DELETE /accessList/198.51.100.7 204',
      'DELETE /databaseUsers/admin/pr-7 204',
      'DELETE /flexClusters/pr-7 204',
    ]);
  });

  it('goes only when the step is told to: dry-run is the default', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7');
    const door = await stage.run('sweep', { ...stage.withOwner, 'project-id': stage.project.id });
    expect(named(door, 'deleted')).toHaveLength(3);
    expect(door.annotations).toEqual([
      { level: 'notice', message: '3 would be deleted. Set dry-run: false to sweep.' },
    ]);
    expect(door.summaries.join()).toContain('would be deleted');
    expect(writes(stage)).toEqual([]);
  });

  it.each([
    ['expires in the future', 1],
    ['has expired only just now', -0.4],
    ['has an expiry that nobody can read', null],
  ])('that %s stays with all it has, and is reported', async (_, expiresIn) => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7', { expiresIn });
    const door = await stage.sweep();
    expect([named(door, 'deleted'), named(door, 'kept')]).toEqual([[], ['cluster pr-7']]);
    expect(reasons(door, 'kept')[0]).toMatch(/expires at 2026|no expiry that can be read/);
    expect(writes(stage)).toEqual([]);
  });

  it('that was made within the last hour stays, whatever its tags say: a run may be at it', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7', { age: 0.9 });
    stage.shop.issues.clear();
    stage.github.seedPullRequest(stage.shop, { number: 7, state: 'closed' });
    const door = await stage.sweep(stage.withToken);
    expect([named(door, 'deleted'), reasons(door, 'kept')]).toEqual([
      [],
      ['is younger than an hour: the run that makes it may be under way'],
    ]);
  });

  it('that Atlas is still creating stays for a day', async () => {
    const stage = setSweepStage();
    stage.atlas.state.durations.clusterCreate = 200_000;
    for (const [name, hours] of [
      ['slow', 3],
      ['stuck', 25],
    ] as const) {
      const createdAt = stage.time.now() - hours * 3_600_000;
      stage.atlas.seedCluster({ name, state: 'CREATING', tags: stage.tagsOf(name), createdAt });
    }
    const door = await stage.sweep();
    expect([named(door, 'deleted'), reasons(door, 'kept')]).toEqual([['cluster stuck'], ['is still being created']]);
  });

  it.each([
    ['running', false],
    ['paused', true],
  ])(
    'that is protected against termination, %s, stays with its user and entry, and is reported every time',
    async (_, paused) => {
      const stage = setSweepStage();
      const cluster = stage.seedEnvironment('pr-7', { tier: 'M10', isProtected: true });
      cluster.settings = { ...cluster.settings, paused };
      for (const _run of ['first', 'second']) {
        const door = await stage.sweep();
        expect([door.annotations, named(door, 'deleted'), named(door, 'failed')]).toEqual([[], [], []]);
        expect(named(door, 'kept')).toEqual(['cluster pr-7']);
        expect(reasons(door, 'kept')[0]).toMatch(/^expired at .*, but is protected against termination: run teardown/);
      }
      expect(writes(stage)).toEqual([]);
    },
  );

  it.each([
    ['ends by itself stays', false, ['user pr-7', 'cluster pr-7'], ['access-list-entry 198.51.100.7']],
    ['is permanent goes', true, ['access-list-entry 198.51.100.7', 'user pr-7', 'cluster pr-7'], []],
  ])(
    'beside a cluster of an unknown owner that is being deleted: an entry that %s',
    async (_, isPermanent, deleted, kept) => {
      const stage = setSweepStage();
      stage.atlas.seedCluster({ name: 'pr-8-of-somebody', state: 'DELETING' });
      stage.seedEnvironment('pr-7', { isPermanent });
      const door = await stage.sweep();
      expect([named(door, 'deleted'), named(door, 'kept')]).toEqual([deleted, kept]);
    },
  );

  it('of which one cluster still lives keeps its users, and loses only the others', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7', { cluster: 'old' });
    stage.seedEnvironment('pr-7', { cluster: 'new', expiresIn: 5, address: '198.51.100.8' });
    const door = await stage.sweep();
    expect([named(door, 'deleted'), named(door, 'kept')]).toEqual([['cluster old'], ['cluster new']]);
  });

  it('with a name that no tag can hold is known by its tag, and so are its users', async () => {
    const stage = setSweepStage({ oddities: {} });
    const seed = 'a seed of the test, long enough';
    const inputs = { ...stage.withAccount, environment: 'feature/Größe #7', 'password-seed': seed };
    const made = await stage.run('provision', { ...inputs, 'expires-in-hours': '200' });
    expect(made.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    stage.time.advance(201 * 3_600_000);
    const door = await stage.sweep();
    const name = made.outputs['cluster-name'];
    expect([named(door, 'deleted'), named(door, 'kept')]).toEqual([[`user ${name}`, `cluster ${name}`], []]);
  });
});

describe('access entries', () => {
  it('stay while another environment of the project may need them', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7');
    stage.seedEnvironment('pr-8', { repository: 'acme/other', expiresIn: 9, address: '198.51.100.8' });
    const door = await stage.sweep();
    expect(named(door, 'deleted')).toEqual(['user pr-7', 'cluster pr-7']);
    expect(reasons(door, 'kept')).toEqual([
      'expired at 2026-11-21T10:00:00Z, but other environments of the project may need it',
    ]);
  });

  it('go when all environments of the project go in this run', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7');
    stage.seedEnvironment('pr-8', { address: '198.51.100.8' });
    const door = await stage.sweep();
    expect(named(door, 'deleted').filter((name) => name.startsWith('access'))).toHaveLength(2);
  });
});

describe('older-than-hours', () => {
  it('takes what was made before, whatever its expiry says, and only then', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('old', { age: 170, expiresIn: 9 });
    stage.seedEnvironment('unread', { age: 170, expiresIn: null, address: '198.51.100.8' });
    stage.seedEnvironment('young', { age: 160, expiresIn: 9, address: '198.51.100.9' });
    const door = await stage.sweep({ 'older-than-hours': '168' });
    expect(named(door, 'deleted')).toEqual(['user old', 'cluster old', 'user unread', 'cluster unread']);
    expect(reasons(door, 'deleted')[0]).toBe('was made 170 hours ago, over the limit of 168');
    expect(named(door, 'kept').filter((name) => name.startsWith('cluster'))).toEqual(['cluster young']);
  });
});

describe('going on', () => {
  it('after a failure, and red at the end with the table and all outputs', async () => {
    const stage = setSweepStage();
    for (const name of ['pr-1', 'pr-2', 'pr-3'])
      stage.seedEnvironment(name, { address: `198.51.100.${name.slice(3)}` });
    stage.atlas.faults.add({
      kind: 'error',
      match: { method: 'DELETE', path: '/flexClusters/pr-2' },
      status: 409,
      errorCode: 'SOMETHING_IS_WRONG',
      detail: 'Not now.',
    });
    const door = await stage.sweep();
    expect(door.failed()).toBe(true);
    expect(door.annotations).toHaveLength(1);
    expect(door.annotations[0]?.message).toMatch(
      /^One thing could not be done.*\n- cluster pr-2 in project "shop": .*409 SOMETHING_IS_WRONG, "Not now\."/,
    );
    expect(named(door, 'failed')).toEqual(['cluster pr-2']);
    expect(named(door, 'deleted')).toContain('cluster pr-3');
    expect(door.summaries.join()).toMatch(/8 deleted, 0 kept, 1 failed[\s\S]*<td>pr-2</);
    expect(named(await stage.sweep(), 'deleted')).toEqual(['cluster pr-2']);
  });

  it.each([
    [true, ['cluster pr-1'], ['cluster pr-2']],
    [false, [], ['cluster pr-1', 'cluster pr-2']],
  ])(
    'but a cluster stays whose permanent user could not be deleted, or nobody would find that (%s)',
    async (isPermanent, stay, go) => {
      const stage = setSweepStage();
      stage.seedEnvironment('pr-1', { isPermanent });
      stage.seedEnvironment('pr-2', { address: '198.51.100.8' });
      stage.atlas.faults.add({ kind: 'status-401', match: { method: 'DELETE', path: '/databaseUsers/admin/pr-1' } });
      const door = await stage.sweep();
      const clusters = (names: readonly string[]) => names.filter((name) => name.startsWith('cluster'));
      expect([named(door, 'failed'), clusters(named(door, 'kept')), clusters(named(door, 'deleted'))]).toEqual([
        ['user pr-1'],
        stay,
        go,
      ]);
      const second = await stage.sweep();
      expect([second.failed(), clusters(named(second, 'deleted'))]).toEqual([false, stay]);
    },
  );

  it('after a project that cannot be read', async () => {
    const stage = setSweepStage();
    const locked = stage.atlas.seedProject({ name: 'locked' });
    stage.seedEnvironment('pr-7');
    stage.atlas.faults.add({
      kind: 'error',
      match: { path: new RegExp(`${locked.id}/clusters`) },
      status: 403,
      errorCode: 'ACCESS_FORBIDDEN',
    });
    const door = await stage.sweep({ organization: 'Acme' });
    expect([named(door, 'failed'), named(door, 'deleted').length, door.failed()]).toEqual([
      ['project locked'],
      3,
      true,
    ]);
  });

  it('but not where Atlas cannot be reached any more: every further try would cost a minute', async () => {
    const stage = setSweepStage();
    for (const number of [1, 2]) stage.seedEnvironment(`pr-${number}`, { address: `198.51.100.${number}` });
    const cutOff: typeof fetch = (input, init) => {
      const match = { times: Number.POSITIVE_INFINITY };
      if (init?.method === 'DELETE') stage.atlas.faults.add({ kind: 'refuse', match });
      return stage.world(input, init);
    };
    const door = await stage.sweep({}, { fetch: cutOff });
    expect(named(door, 'failed')).toHaveLength(6);
    expect(reasons(door, 'failed')[0]).toMatch(/cannot be reached \(ECONNREFUSED\)/);
    expect(reasons(door, 'failed').slice(1)).toEqual(Array(5).fill(expect.stringMatching(/^was not tried/)));
  });

  it('until the time is over: what was done is told, and the rest is for the next run', async () => {
    const stage = setSweepStage();
    for (const name of ['pr-1', 'pr-2']) stage.seedEnvironment(name, { address: `198.51.100.${name.slice(3)}` });
    const slow: typeof fetch = (input, init) => {
      if (init?.method === 'DELETE') stage.time.advance(25_000);
      return stage.world(input, init);
    };
    const door = await stage.sweep({ 'timeout-minutes': '1' }, { fetch: slow });
    expect(door.failed()).toBe(true);
    expect(door.annotations[0]?.message).toMatch(/did not finish within the 1 minute.*waits for the next run/);
    expect(named(door, 'deleted')).toHaveLength(3);
    expect(named(await stage.sweep(), 'deleted')).toHaveLength(3);
  });

  it('not after a cancellation, which says what goes on', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7');
    const controller = new AbortController();
    const cancelling: typeof fetch = async (input, init) => {
      const answer = await stage.world(input, init);
      if (init?.method === 'DELETE') controller.abort(new Error('stop'));
      return answer;
    };
    const door = await stage.sweep({}, { fetch: cancelling, signal: controller.signal });
    expect(writes(stage)).toHaveLength(1);
    expect(door.annotations[0]?.message).toMatch(/cancelled[\s\S]*the next run of the step does the rest/);
    expect(named(door, 'deleted')).toEqual(['access-list-entry 198.51.100.7']);
  });
});
