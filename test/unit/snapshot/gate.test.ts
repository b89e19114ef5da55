import { describe, expect, it } from 'vitest';
import { measuredDurations, quantile } from '../../../src/simulator/durations.ts';
import { runVariables, setStage } from '../../support/stage.ts';

const cluster = { 'cluster-name': 'orders' };

describe('the snapshot gate', () => {
  it('takes a snapshot and ends only when Atlas says completed', async () => {
    const stage = setStage();
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    expect(door.annotations).toEqual([]);
    const [snapshot] = stage.atlas.state.snapshots;
    expect(door.outputs).toMatchObject({ 'snapshot-id': snapshot?.id, outcome: 'created', status: 'completed' });
    expect(door.outputs['restore-point']).toMatch(/^2026-11-21T12:0\d:\d\dZ$/);
    expect(Number(door.outputs['size-bytes'])).toBeGreaterThan(0);
    const [first, ...polls] = stage.calls();
    expect(first).toBe('POST /clusters/orders/backup/snapshots 200');
    expect(new Set(polls)).toEqual(new Set([`GET /clusters/orders/backup/snapshots/${snapshot?.id} 200`]));
  });

  it('names repository, commit and run in the description, or what the author says, and keeps it as long as asked', async () => {
    const stage = setStage();
    await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    await stage.run('snapshot', { ...stage.withAccount, ...cluster, description: 'before v2', 'retention-days': '30' });
    const bodies = stage.atlas.requests.flatMap(({ method, body, leg }) =>
      method === 'POST' && leg === 'call' ? [body] : [],
    );
    expect(bodies).toEqual([
      {
        description: expect.stringMatching(/^acme\/shop 1a2b3c4 run 4711 \[gha 4711\.1 [0-9a-f]{8} [0-9a-f]{6}\]$/),
        retentionInDays: 7,
      },
      {
        description: expect.stringMatching(/^before v2 \[gha 4711\.1 [0-9a-f]{8} [0-9a-f]{6}\]$/),
        retentionInDays: 30,
      },
    ]);
  });

  it.each(['withAccount', 'withKey'] as const)(
    'costs one request and the authentication one without waiting: %s',
    async (kind) => {
      const stage = setStage();
      const door = await stage.run('snapshot', { ...stage[kind], ...cluster, wait: 'false' });
      expect(door.outputs).toMatchObject({ outcome: 'created', status: 'queued' });
      expect(stage.atlas.requests).toHaveLength(2);
      expect(door.summaries.join()).toContain('wait is false');
    },
  );

  it('takes a snapshot of a whole sharded cluster', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({
      name: 'events',
      tier: 'M30',
      shards: 2,
      backupEnabled: true,
      databases: { events: { all: 5 } },
    });
    const door = await stage.run('snapshot', {
      ...stage.withAccount,
      'cluster-name': 'events',
      'expect-databases': 'events',
    });
    expect(door.annotations).toEqual([]);
    expect(stage.calls().at(-2)).toBe(
      `GET /clusters/events/backup/snapshots/shardedCluster/${door.outputs['snapshot-id']} 200`,
    );
    expect(door.outputs).toMatchObject({ status: 'completed', databases: '["events"]' });
  });

  it.each([
    ['failed', { ending: 'failed' }, /could not complete snapshot .* \(status failed\)/],
    ['vanished', { ending: 'vanished' }, /has vanished before it was completed/],
    ['in a state that nobody knows', { ending: { status: 'thawing' } }, /in the unknown state "thawing"/],
  ] as const)('is red when the snapshot is %s', async (_, script, message) => {
    const stage = setStage();
    stage.atlas.scriptNextSnapshot(script);
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    expect(door.failed()).toBe(true);
    expect(door.annotations).toEqual([{ level: 'error', message: expect.stringMatching(message) }]);
    expect(door.outputs['snapshot-id']).toMatch(/^[0-9a-f]{24}$/);
  });

  it('is red when the time is over, and says what goes on in Atlas', async () => {
    const stage = setStage();
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster, 'timeout-minutes': '1' });
    const id = door.outputs['snapshot-id'];
    expect(door.annotations).toEqual([
      {
        level: 'error',
        message: `Snapshot ${id} of cluster "orders" did not finish within the 1 minute that the step was given (timeout-minutes).\nSnapshot ${id} of cluster "orders" may still go on in Atlas: https://cloud.mongodb.com/v2/${stage.project.id}#/clusters/backup/orders`,
      },
    ]);
  });
});

describe('databases that the snapshot must contain', () => {
  it('are read from its own catalogue', async () => {
    const stage = setStage();
    const door = await stage.run('snapshot', {
      ...stage.withAccount,
      ...cluster,
      'expect-databases': 'orders\ncustomers',
    });
    expect(door.failed()).toBe(false);
    expect(JSON.parse(door.outputs.databases ?? '')).toEqual(['customers', 'orders']);
  });

  it('make the step red where one is missing, with the nearest name', async () => {
    const stage = setStage();
    const door = await stage.run('snapshot', {
      ...stage.withAccount,
      ...cluster,
      'expect-databases': 'orders, custmers',
    });
    expect(door.annotations[0]?.message).toMatch(
      /^Snapshot [0-9a-f]{24} is completed, but lacks the expected "custmers" \(there is "customers"\)\. It contains /,
    );
    expect(door.outputs.status).toBe('completed');
  });

  it('cannot be asked for without waiting', async () => {
    const stage = setStage();
    const door = await stage.run('snapshot', {
      ...stage.withAccount,
      ...cluster,
      'expect-databases': 'orders',
      wait: 'false',
    });
    expect(door.annotations[0]?.message).toMatch(/^expect-databases needs wait: true/);
    expect(stage.atlas.requests).toEqual([]);
  });
});

describe('another on-demand snapshot that is under way', () => {
  it('is waited for, and then a new one is taken, if it began before this step', async () => {
    const stage = setStage();
    const other = stage.atlas.seedSnapshot({ cluster: stage.cluster, status: 'inProgress', description: 'nightly' });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    expect(door.failed()).toBe(false);
    expect(door.outputs.outcome).toBe('created');
    expect(door.outputs['snapshot-id']).not.toBe(other.id);
    expect(stage.atlas.state.snapshots).toHaveLength(2);
    expect(door.lines.join('\n')).toContain(`Snapshot ${other.id} of another job is under way`);
  });

  it('is no concern of this step when it fails', async () => {
    const stage = setStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster, status: 'inProgress', ending: 'failed' });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    expect(door.outputs).toMatchObject({ outcome: 'created', status: 'completed' });
  });

  it('is adopted if it began after this step', async () => {
    const stage = setStage();
    const fetchWithRival: typeof fetch = async (input, init) => {
      const isFirstPost =
        init?.method === 'POST' && String(input).endsWith('/snapshots') && stage.atlas.state.snapshots.length === 0;
      if (isFirstPost) {
        stage.time.advance(2_000);
        stage.atlas.seedSnapshot({ cluster: stage.cluster, status: 'queued', description: 'of a rival' });
      }
      return stage.atlas.fetch(input, init);
    };
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster }, { fetch: fetchWithRival });
    expect(door.failed()).toBe(false);
    expect(door.outputs).toMatchObject({ outcome: 'adopted', status: 'completed' });
    expect(stage.atlas.state.snapshots).toHaveLength(1);
  });

  it('is adopted if an earlier attempt of this very step asked for it', async () => {
    const stage = setStage();
    const first = await stage.run('snapshot', { ...stage.withAccount, ...cluster, wait: 'false' });
    stage.time.advance(20_000);
    const again = await stage.run(
      'snapshot',
      { ...stage.withAccount, ...cluster },
      { variables: runVariables({ attempt: 2 }) },
    );
    expect(again.outputs).toMatchObject({
      outcome: 'adopted',
      status: 'completed',
      'snapshot-id': first.outputs['snapshot-id'],
    });
    expect(stage.atlas.state.snapshots).toHaveLength(1);
  });

  it('is not adopted if another step of the same run asked for it', async () => {
    const stage = setStage();
    await stage.run('snapshot', { ...stage.withAccount, ...cluster, wait: 'false' });
    stage.time.advance(20_000);
    const variables = runVariables({ attempt: 2, step: '__self_2' });
    const other = await stage.run('snapshot', { ...stage.withAccount, ...cluster }, { variables });
    expect(other.outputs).toMatchObject({ outcome: 'created', status: 'completed' });
    expect(stage.atlas.state.snapshots).toHaveLength(2);
  });
});

describe('a recent snapshot', () => {
  const reuse = { ...cluster, 'max-age-minutes': '60' };
  const at = (minutesAgo: number) => Date.parse('2026-11-21T12:00:00Z') - minutesAgo * 60_000;

  it('is reused at the cost of one request', async () => {
    const stage = setStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster, at: at(90) });
    const recent = stage.atlas.seedSnapshot({ cluster: stage.cluster, at: at(30), scheduled: 'hourly' });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...reuse });
    expect(door.outputs).toMatchObject({ outcome: 'reused', status: 'completed', 'snapshot-id': recent.id });
    expect(stage.calls()).toHaveLength(1);
  });

  it.each([
    ['too old', { at: at(62) }],
    ['failed', { at: at(30), status: 'failed' as const }],
    ['unfinished', { at: at(1), status: 'inProgress' as const, scheduled: 'hourly' as const }],
  ])('is not reused when it is %s', async (_, seed) => {
    const stage = setStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster, ...seed });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...reuse });
    expect(door.outputs).toMatchObject({ outcome: 'created', status: 'completed' });
  });

  it('is not reused when Atlas will delete it within twelve hours', async () => {
    const stage = setStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster, at: at(13 * 60), retentionDays: 1 });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster, 'max-age-minutes': '1440' });
    expect(door.outputs.outcome).toBe('created');
  });

  it('of a single shard is never taken for one of the sharded cluster', async () => {
    const stage = setStage();
    const events = stage.atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    const whole = stage.atlas.seedSnapshot({ cluster: events, at: at(30) });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...reuse, 'cluster-name': 'events' });
    expect(door.outputs).toMatchObject({ outcome: 'reused', 'snapshot-id': whole.id });
    expect(stage.calls().map((call) => call.split('?')[0])).toEqual([
      'GET /clusters/events/backup/snapshots',
      'GET /clusters/events 200',
      'GET /clusters/events/backup/snapshots/shardedClusters 200',
    ]);
  });
});

it('waits with the polls of the schedule, and is over within two seconds of the end, on the average', async () => {
  const runs = 30;
  const sums = { delay: 0, polls: 0, duration: 0 };
  for (let run = 0; run < runs; run++) {
    const stage = setStage({ seed: run + 1 });
    // Durations as they were measured, evenly drawn.
    stage.atlas.state.durations['snapshot.completed'] = quantile(
      measuredDurations['snapshot.completed'],
      (run + 0.5) / runs,
    );
    const begin = stage.time.now();
    const door = await stage.run('snapshot', { ...stage.withAccount, 'cluster-name': 'orders' });
    const [snapshot] = stage.atlas.state.snapshots;
    if (door.failed() || !snapshot) throw new Error(`run ${run} failed`);
    sums.delay += stage.time.now() - snapshot.milestones.completed;
    sums.duration += snapshot.milestones.completed - begin;
    sums.polls += stage.calls().length - 1;
  }
  expect(sums.delay / runs).toBeLessThan(2_000);
  const pollsEvery4s = sums.duration / 4_000;
  expect(sums.polls).toBeLessThan(0.6 * pollsEvery4s);
});
