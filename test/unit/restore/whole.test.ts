import { describe, expect, it } from 'vitest';
import { scheduleFor } from '../../../src/atlas/schedule.ts';
import { timings } from '../../../src/atlas/timings.ts';
import { measuredDurations, quantile } from '../../../src/simulator/durations.ts';
import { rewriting } from '../../support/rewriting-fetch.ts';
import { callsBesidesPolls, databases, failureOf, intoItself, intoStaging, restoreStage, spoilt } from './stage.ts';

describe('a whole restore', () => {
  it.each(['withAccount', 'withKey'] as const)(
    'brings the data back, and ends when the target can be used: %s',
    async (kind) => {
      const stage = restoreStage();
      const door = await stage.run('restore', { ...stage[kind], ...intoItself });
      expect(door.annotations).toEqual([]);
      expect(door.outputs).toMatchObject({
        outcome: 'restored',
        'snapshot-id': stage.snapshot.id,
        'restore-job-id': stage.atlas.state.restoreJobs[0]?.id,
        'restore-point': expect.stringMatching(/^2026-11-21T11:0/),
        'finished-at': expect.stringMatching(/^2026-11-21T12:0/),
      });
      expect(stage.atlas.dataOf(stage.cluster)).toEqual(databases);
      expect(callsBesidesPolls(stage).slice(-3)).toEqual([
        'GET /clusters/orders/status 200',
        'GET /clusters/orders/backup/restoreJobs?itemsPerPage=500&pageNum=1 200',
        'GET /clusters/orders 200',
      ]);
      expect(door.lines.at(-1)).toBe('The restore is finished, and "orders" can be used.');
    },
  );

  it('costs five requests before the first poll, and the authentication one', async () => {
    const stage = restoreStage();
    await stage.run('restore', { ...stage.withAccount, ...intoStaging, wait: 'false' });
    expect(stage.calls()).toEqual([
      'GET /clusters/orders 200',
      'GET /clusters/staging 200',
      'GET /clusters/orders/backup/snapshots?itemsPerPage=500&pageNum=1 200',
      'GET /clusters/orders/backup/restoreJobs?itemsPerPage=500&pageNum=1 200',
      'POST /clusters/orders/backup/restoreJobs 200',
    ]);
  });

  it('goes into another cluster, or another project', async () => {
    const stage = restoreStage();
    const project = stage.atlas.seedProject({ name: 'elsewhere' });
    const owner = stage.atlas.seedServiceAccount({ roles: ['Organization Owner'] });
    const copy = stage.atlas.seedCluster({ project, name: 'copy' });
    const door = await stage.run('restore', {
      ...stage.withAccount,
      'client-id': owner.clientId,
      'client-secret': owner.secret,
      ...intoStaging,
      'target-cluster-name': 'copy',
      'confirm-overwrite': 'copy',
      'target-project-id': project.id,
    });
    expect(door.annotations).toEqual([]);
    expect(stage.atlas.dataOf(copy)).toEqual(databases);
    expect(stage.atlas.dataOf(stage.cluster)).toEqual(spoilt);
  });

  it('goes back to a moment, given as ISO 8601, in seconds or as an oplog entry', async () => {
    const stage = restoreStage();
    const seconds = Math.floor(stage.time.now() / 1_000) - 600;
    const moments = [
      { 'point-in-time': new Date(seconds * 1_000).toISOString() },
      { 'point-in-time': String(seconds) },
      { oplog: `${seconds}:1` },
    ];
    const source = stage.atlas.seedCluster({ name: 'ledger', backupEnabled: true, pitEnabled: true, databases });
    stage.atlas.seedSnapshot({ cluster: source, at: (seconds - 3_600) * 1_000 });
    for (const moment of moments) {
      stage.atlas.changeData(source, spoilt);
      const door = await stage.run('restore', {
        ...stage.withAccount,
        ...moment,
        'cluster-name': 'ledger',
        'confirm-overwrite': 'ledger',
      });
      expect(door.annotations).toEqual([]);
      expect(door.outputs).toMatchObject({
        outcome: 'restored',
        'restore-point': new Date(seconds * 1_000).toISOString().replace('.000', ''),
      });
      expect(stage.atlas.dataOf(source)).toEqual(databases);
    }
  });

  it('waits until a target that is busy is idle, before it begins', async () => {
    const stage = restoreStage();
    stage.atlas.playStates(stage.staging, [['UPDATING', 60], ['IDLE']]);
    const begin = stage.time.now();
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging });
    expect(door.annotations).toEqual([]);
    expect((stage.atlas.state.restoreJobs[0]?.requestedAt ?? 0) - begin).toBeGreaterThanOrEqual(60_000);
  });

  it('goes into the cluster of an environment of this repository without a confirmation', async () => {
    const stage = restoreStage();
    await stage.run('provision', { ...stage.withAccount, environment: 'pr-7', tier: 'M10' });
    const preview = stage.atlas.state.clusters.find(({ name }) => name.startsWith('pr-7-'));
    if (!preview) throw new Error('provision made nothing');
    const door = await stage.run('restore', {
      ...stage.withAccount,
      'cluster-name': 'orders',
      snapshot: 'latest',
      environment: 'pr-7',
    });
    expect(door.annotations).toEqual([]);
    expect(stage.atlas.dataOf(preview)).toEqual(databases);
  });

  it('says where to connect, for a user that is there', async () => {
    const stage = restoreStage();
    stage.atlas.seedDatabaseUser({ username: 'app', password: 'correct horse' });
    const user = { username: 'app', password: 'correct horse' };
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, ...user });
    expect(door.outputs['connection-string']).toMatch(/^mongodb\+srv:\/\/app:correct%20horse@staging\./);
    expect(door.masks).toContain(door.outputs['connection-string']);
    const unknown = await stage.run('restore', { ...stage.withAccount, ...intoStaging, ...user, username: 'nobody' });
    expect(failureOf(unknown)).toContain('There is no database user "nobody"');
    expect(stage.atlas.state.restoreJobs).toHaveLength(1);
  });

  it('tells in a dry run what a real one would still need, without being red', async () => {
    const stage = restoreStage();
    const inputs = { ...stage.withAccount, ...intoStaging, 'confirm-overwrite': '', 'dry-run': 'true' };
    const door = await stage.run('restore', inputs);
    expect([door.failed(), door.outputs.outcome]).toEqual([false, 'planned']);
    const text = [...door.lines, ...door.annotations.map(({ message }) => message), ...door.summaries].join('\n');
    expect(text).toContain('set confirm-overwrite: staging');
    expect(text).toContain('Nothing was changed.');
    expect(text).not.toMatch(/Restoring|is replaced|was replaced/);
    const real = await stage.run('restore', { ...inputs, 'dry-run': 'false' });
    expect(failureOf(real)).toContain('set confirm-overwrite: staging');
  });

  it('is only checked and told with dry-run', async () => {
    const stage = restoreStage();
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, 'dry-run': 'true' });
    expect([door.failed(), door.outputs.outcome]).toEqual([false, 'planned']);
    expect(door.lines.join('\n')).toMatch(
      /Dry run: would replace all data of cluster "staging" in project .* by snapshot .*\.\nNothing was changed\./,
    );
    expect(stage.calls().every((call) => call.startsWith('GET'))).toBe(true);
  });

  it('is not waited for with wait: false, and says that nobody has checked', async () => {
    const stage = restoreStage();
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, wait: 'false' });
    expect(door.outputs).toMatchObject({ outcome: 'started', 'restore-job-id': expect.any(String) });
    expect(door.summaries.join()).toContain('nobody has checked');
  });
});

describe('a restore that does not end well is red', () => {
  it('has failed before anybody waits, with wait: false too', async () => {
    const stage = restoreStage();
    const fetch = rewriting(stage.atlas.fetch, [
      { of: /^POST .*\/restoreJobs$/, to: (job) => ({ ...job, failed: true }) },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, wait: 'false' }, { fetch });
    expect(failureOf(door)).toMatch(/could not carry out restore job [0-9a-f]{24} \(failed\)/);
  });

  it.each([
    ['failed', /could not carry out restore job [0-9a-f]{24} \(failed\)/],
    ['cancelled', /was cancelled by somebody else/],
    ['expired', /has expired/],
    ['vanished', /has vanished before it ended/],
  ] as const)('%s', async (ending, message) => {
    const stage = restoreStage();
    stage.atlas.scriptNextRestore({ ending });
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging });
    expect(failureOf(door)).toMatch(message);
    expect(door.outputs['restore-job-id']).toMatch(/^[0-9a-f]{24}$/);
    expect(door.outputs.outcome).toBeUndefined();
  });

  it('never ends: the time is over, and the restore goes on', async () => {
    const stage = restoreStage();
    stage.atlas.scriptNextRestore({ ending: 'stuck' });
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, 'timeout-minutes': '10' });
    expect(failureOf(door)).toMatch(
      /Restore job [0-9a-f]{24} of cluster "orders" did not finish within the 10 minutes[\s\S]*goes on in Atlas, which cannot cancel it/,
    );
  });

  it('or its target is paused, deleted or never usable afterwards', async () => {
    const stage = restoreStage();
    stage.atlas.scriptNextRestore({ ending: 'finished', afterSeconds: 200 });
    const ask = stage.atlas.fetch;
    const deleting: typeof fetch = (input, init) => {
      if (/\/clusters\/staging$/.test(String(input)) && stage.atlas.state.restoreJobs.length > 0)
        stage.atlas.playStates(stage.staging, [['DELETING']]);
      return ask(input, init);
    };
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging }, { fetch: deleting });
    expect(failureOf(door)).toContain('"staging" is being deleted by somebody else');
  });
});

it('waits for a restore with fewer requests than a poll every 4 s, and sees its end sooner', async () => {
  const runs = 100;
  const sums = { delay: 0, duration: 0, polls: 0 };
  for (let run = 0; run < runs; run++) {
    const stage = restoreStage({ seed: run + 1 });
    const duration = quantile(measuredDurations['restore.automated'], (run + 0.5) / runs);
    stage.atlas.scriptNextRestore({ afterSeconds: duration });
    const seen: number[] = [];
    const watching: typeof fetch = (input, init) => {
      if (/restoreJobs\/[0-9a-f]{24}$/.test(String(input))) seen.push(stage.time.now());
      return stage.atlas.fetch(input, init);
    };
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging }, { fetch: watching });
    const [job] = stage.atlas.state.restoreJobs;
    if (door.failed() || !job) throw new Error(`run ${run} failed`);
    sums.delay += (seen.at(-1) ?? 0) - job.endsAt;
    sums.duration += job.endsAt - job.requestedAt;
    sums.polls += seen.length;
  }
  expect(sums.delay / runs).toBeLessThan(2_000);
  expect(sums.polls).toBeLessThan(0.6 * (sums.duration / 4_000));
  expect(scheduleFor(timings.restore)(0)).toBeGreaterThan(30_000);
});
