import { describe, expect, it } from 'vitest';
import { setStage } from '../../support/stage.ts';
import { backupsStage, errorOf, marker, resultOf } from './stage.ts';

/** A day of November 2026; the stage's clock stands on the 21st, at noon. */
const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T06:00:00Z`;

function stageWithSnapshots() {
  const stage = backupsStage();
  const { atlas, cluster } = stage;
  const seed = (seed: Omit<Parameters<typeof atlas.seedSnapshot>[0], 'cluster'>) =>
    atlas.seedSnapshot({ cluster, retentionDays: 90, ...seed });
  const snapshots = {
    old: seed({ at: day(1), description: `weekly archive ${marker()}` }),
    scheduled: seed({ at: day(10), scheduled: 'daily' }),
    failed: seed({ at: day(15), status: 'failed', description: 'weekly failed' }),
    newest: seed({ at: day(20), description: `acme/shop 1a2b3c4 run 4000 ${marker()}` }),
    running: seed({ status: 'inProgress', description: 'just begun' }),
  };
  return { ...stage, snapshots };
}

const idsOf = (result: readonly { id: string }[]) => result.map(({ id }) => id);

it.each([
  ['info', { limit: '5' }, 'limit goes with operation list or list-restore-jobs; info would pass over it.'],
  ['list', { 'dry-run': 'true' }, 'dry-run goes with operation delete or cancel-restore; list would pass over it.'],
])('%s refuses an input that it would not look at: %j', async (operation, inputs, message) => {
  const stage = setStage();
  const all = { ...stage.withAccount, 'cluster-name': 'orders', operation, ...inputs };
  const door = await stage.run('backups', all);
  expect(door.annotations).toEqual([{ level: 'error', message }]);
  expect(stage.atlas.requests).toEqual([]);
  const off = await stage.run('backups', { ...all, limit: '', 'dry-run': 'false' });
  expect(off.annotations).toEqual([]);
});

describe('listing snapshots', () => {
  it('shows all, the newest first, as JSON and as a table', async () => {
    const { backups, snapshots } = stageWithSnapshots();
    const door = await backups('list');
    expect(door.annotations).toEqual([]);
    const { old, scheduled, failed, newest, running } = snapshots;
    expect(idsOf(resultOf(door))).toEqual([running, newest, failed, scheduled, old].map(({ id }) => id));
    expect([door.outputs.count, door.outputs.status]).toEqual(['5', undefined]);
    expect(resultOf(door)[1]).toMatchObject({
      status: 'completed',
      type: 'on-demand',
      createdAt: expect.stringMatching(/^2026-11-20T06:0/),
      expiresAt: expect.stringMatching(/^2027-02-/),
      sizeBytes: expect.any(Number),
      mongodbVersion: expect.any(String),
      description: `acme/shop 1a2b3c4 run 4000 ${marker()}`,
      runId: '4000',
    });
    expect(resultOf(door)[3]).toMatchObject({ type: 'scheduled', frequency: 'daily' });
    expect(door.summaries.join()).toContain('<th>Snapshot</th><th>Status</th><th>Type</th>');
    expect(door.summaries.join()).toContain(`<tr><td>${newest.id}</td><td>completed</td><td>on-demand</td>`);
    expect(door.lines.join('\n')).toContain(`- ${newest.id} · completed · on-demand · 2026-11-20`);
  });

  it.each([
    ['status', { status: 'failed, inProgress' }, ['running', 'failed']],
    ['type', { type: 'scheduled' }, ['scheduled']],
    ['age, from below', { 'older-than-days': '7' }, ['scheduled', 'old']],
    ['age, from above', { 'newer-than-days': '7' }, ['running', 'newest', 'failed']],
    ['age, from both sides', { 'older-than-days': '5', 'newer-than-days': '12' }, ['failed', 'scheduled']],
    ['description, the marker apart', { description: 'weekly*' }, ['failed', 'old']],
    ['description to its end', { description: 'weekly arch?ve' }, ['old']],
    ['all at once', { status: 'completed', description: 'acme/*', 'newer-than-days': '3' }, ['newest']],
    ['limit, after the filters', { status: 'completed', limit: '2' }, ['newest', 'scheduled']],
  ] as const)('filters by %s', async (_, inputs, expected) => {
    const { backups, snapshots } = stageWithSnapshots();
    const door = await backups('list', inputs);
    expect(door.annotations).toEqual([]);
    expect(idsOf(resultOf(door))).toEqual(expected.map((name) => snapshots[name].id));
    expect(door.outputs.count).toBe(String(expected.length));
  });

  it('says what a limit has left out', async () => {
    const { backups } = stageWithSnapshots();
    const door = await backups('list', { limit: '2' });
    expect(door.lines).toContain('The newest 2 of 5 that match; 5 snapshots in all. Raise limit to see more.');
  });

  it('reads all pages of thousands, and stays within what the runner takes', async () => {
    const { atlas, cluster, backups, calls } = backupsStage();
    const hostile = `</td><img src=x> ::add-mask::orders ${'x'.repeat(150)}`;
    for (let index = 0; index < 2_100; index++) {
      atlas.seedSnapshot({ cluster, at: Date.parse(day(1)) + index * 60_000, description: hostile, retentionDays: 90 });
    }
    const door = await backups('list', { limit: '1000' });
    expect(calls().filter((call) => call.includes('/backup/snapshots'))).toHaveLength(5);
    expect(JSON.parse(door.written[door.outputs['result-file'] ?? ''] ?? '')).toHaveLength(1_000);
    expect(resultOf(door).length).toBeGreaterThan(250);
    expect(door.outputs.result?.length).toBeLessThan(100_000);
    expect(door.summaries.join().length).toBeLessThan(400_000);
    expect(door.summaries.join()).not.toContain('<img');
    expect(door.masks).not.toContain('orders');
    expect(door.lines.length).toBeLessThan(100);
    expect(door.lines.join('\n')).toContain('… and 950 more, in the output result.');
  });

  it('shows whole snapshots of a sharded cluster, with their replica sets', async () => {
    const { atlas, backups } = backupsStage();
    const events = atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    const snapshot = atlas.seedSnapshot({ cluster: events });
    const door = await backups('list', { 'cluster-name': 'events' });
    expect(resultOf(door)).toMatchObject([
      { id: snapshot.id, replicaSets: snapshot.members.map(({ replicaSetName }) => replicaSetName) },
    ]);
  });

  it('shows the daily snapshots of a Flex cluster in the same words', async () => {
    const { atlas, backups } = backupsStage();
    const flexible = atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    const done = atlas.seedFlexSnapshot({ cluster: flexible });
    const running = atlas.seedFlexSnapshot({ cluster: flexible, status: 'RUNNING' });
    const door = await backups('list', { 'cluster-name': 'flexible' });
    expect(resultOf(door)).toMatchObject([
      { id: running.id, status: 'inProgress', type: 'scheduled', frequency: 'daily' },
      { id: done.id, status: 'completed', createdAt: expect.any(String), expiresAt: expect.any(String) },
    ]);
    const completed = await backups('list', { 'cluster-name': 'flexible', status: 'completed' });
    expect(idsOf(resultOf(completed))).toEqual([done.id]);
  });

  it('answers for a free cluster with nothing, and says what to do instead', async () => {
    const { atlas, backups } = backupsStage();
    atlas.seedCluster({ name: 'playground', tier: 'M0' });
    for (const operation of ['list', 'list-restore-jobs']) {
      const door = await backups(operation, { 'cluster-name': 'playground' });
      expect([door.failed(), door.outputs.result, door.outputs.count]).toEqual([false, '[]', '0']);
      expect(door.annotations).toMatchObject([
        { level: 'notice', message: expect.stringMatching(/"playground" is a free cluster.*mongodump/) },
      ]);
    }
  });

  it.each([
    ['off', { name: 'plain', backupEnabled: false }, /Cloud backup is off for "plain"\. Turn it on/],
    ['paused', { name: 'asleep', backupEnabled: true, paused: true }, /"asleep" is paused: Atlas takes no snapshots/],
  ])('says why there is none where backups are %s', async (_, seed, message) => {
    const { atlas, backups } = backupsStage();
    atlas.seedCluster(seed);
    const door = await backups('list', { 'cluster-name': seed.name });
    expect(resultOf(door)).toEqual([]);
    expect(door.annotations).toMatchObject([{ level: 'notice', message: expect.stringMatching(message) }]);
  });

  it('finds the backups that a deleted cluster has left', async () => {
    const { atlas, cluster, ask, backups, project, time } = backupsStage();
    const kept = atlas.seedSnapshot({ cluster, retentionDays: 90 });
    await ask('DELETE', `/groups/${project.id}/clusters/orders?retainBackups=true`);
    time.advance(3_600_000);
    const door = await backups('list');
    expect(door.failed()).toBe(false);
    expect(idsOf(resultOf(door))).toEqual([kept.id]);
    expect(door.annotations).toMatchObject([
      { level: 'notice', message: expect.stringContaining('"orders" is deleted') },
    ]);
  });

  it('names the nearest cluster where there is none of that name', async () => {
    const { backups } = backupsStage();
    expect(errorOf(await backups('list', { 'cluster-name': 'order' }))).toMatch(
      /404 CLUSTER_NOT_FOUND.*Did you mean "orders"\?/,
    );
  });
});

describe('inputs of backups that do not go together are refused before any request', () => {
  it.each([
    ['no operation', { operation: '' }, /operation is required/],
    ['an operation that does not exist', { operation: 'remove' }, /"remove" is not info or list/],
    [
      'a filter on delete',
      { operation: 'delete', snapshot: '5f'.repeat(12), 'older-than-days': '30' },
      /older-than-days goes with operation list or list-restore-jobs; delete would pass over it/,
    ],
    [
      'a snapshot on list',
      { operation: 'list', snapshot: 'latest' },
      /snapshot goes with operation describe or delete/,
    ],
    [
      'a word of the other list',
      { operation: 'list', status: 'ready-to-download' },
      /status: ready-to-download is none of queued, inProgress/,
    ],
    ['describe of nothing', { operation: 'describe' }, /snapshot is required with operation describe/],
    ['status of no job', { operation: 'restore-status' }, /restore-job-id is required with operation restore-status/],
    [
      'an age that cannot be',
      { operation: 'list', 'older-than-days': '9', 'newer-than-days': '9' },
      /must be less than newer-than-days/,
    ],
    [
      'deleting the latest',
      { operation: 'delete', snapshot: 'latest' },
      /snapshot: latest means another snapshot tomorrow/,
    ],
    [
      'deleting by time',
      { operation: 'delete', snapshot: 'before:2026-11-21T12:00:00Z' },
      /means another snapshot tomorrow/,
    ],
    [
      'confirming another',
      { operation: 'delete', snapshot: '5f'.repeat(12), confirm: '5e'.repeat(12) },
      /confirm must repeat the id/,
    ],
    ['an id of 23 digits', { operation: 'restore-status', 'restore-job-id': '5'.repeat(23) }, /"5{23}" is not an id/],
  ])('%s', async (_, inputs, message) => {
    const stage = backupsStage();
    const door = await stage.backups(inputs.operation, inputs);
    expect(errorOf(door)).toMatch(message);
    expect(stage.atlas.requests).toEqual([]);
  });
});
