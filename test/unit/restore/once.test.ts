import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../src/simulator/faults.ts';
import { rewriting } from '../../support/rewriting-fetch.ts';
import { databases, failureOf, intoStaging, type RestoreStage, restoreStage } from './stage.ts';

const post = { method: 'POST', path: '/backup/restoreJobs' };
const jobsOf = (stage: RestoreStage) => stage.atlas.state.restoreJobs.length;

describe('one intent, one restore job', () => {
  it.each<FaultKind>([
    'refuse',
    'cut-before',
    'cut-after',
    'status-429',
    'status-500',
    'status-500-after',
    'status-503-empty',
    'garbage',
  ])('although the request meets %s', async (kind) => {
    const stage = restoreStage();
    stage.atlas.faults.add({ match: post, kind, retryAfterSeconds: 0 });
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging });
    expect(door.annotations).toEqual([]);
    expect([door.outputs.outcome, jobsOf(stage)]).toEqual(['restored', 1]);
    expect(stage.atlas.dataOf(stage.staging)).toEqual(databases);
  });

  it('although the list is slow to show it', async () => {
    const stage = restoreStage();
    stage.atlas.faults.add({ match: post, kind: 'cut-after' });
    let lists = 0;
    const blind: typeof fetch = async (input, init) => {
      const response = await stage.atlas.fetch(input, init);
      const isList = (init?.method ?? 'GET') === 'GET' && /restoreJobs\?/.test(String(input));
      return isList && ++lists < 4 ? Response.json({ results: [] }, { headers: response.headers }) : response;
    };
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging }, { fetch: blind });
    expect([door.annotations, jobsOf(stage)]).toEqual([[], 1]);
  });

  it.each([
    ['whole clusters', intoStaging, post],
    [
      'single databases',
      { ...intoStaging, databases: 'orders', 'write-strategy': 'overwrite-existing' },
      { method: 'POST', path: '/collectionRestoreJobs' },
    ],
  ])('although a lost one shows only after it has ended: %s', async (_, inputs, match) => {
    const stage = restoreStage();
    stage.atlas.faults.add({ match, kind: 'cut-after' });
    const all = () => [...stage.atlas.state.restoreJobs, ...stage.atlas.state.collectionRestoreJobs];
    const late = rewriting(stage.atlas.fetch, [
      {
        of: /^GET .*[rR]estoreJobs$/,
        to: (page) => ({
          ...page,
          results: all().some(({ endsAt }) => endsAt > stage.time.now()) ? [] : page.results,
        }),
      },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...inputs }, { fetch: late });
    expect([door.annotations, door.outputs.outcome, all().length]).toEqual([[], 'restored', 1]);
  });

  it('gives up after three lost answers, and says what may go on', async () => {
    const stage = restoreStage();
    stage.atlas.faults.add({ match: { ...post, times: Number.POSITIVE_INFINITY }, kind: 'status-500' });
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging });
    expect(failureOf(door)).toMatch(/500 UNEXPECTED_ERROR[\s\S]*Atlas may have begun a restore into cluster "staging"/);
    expect(stage.calls().filter((call) => call.startsWith('POST'))).toHaveLength(3);
  });

  it('adopts the very same restore that an earlier attempt began', async () => {
    const stage = restoreStage();
    await stage.run('restore', { ...stage.withAccount, ...intoStaging, wait: 'false' });
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging });
    expect(door.annotations).toEqual([]);
    expect([door.outputs.outcome, jobsOf(stage)]).toEqual(['adopted', 1]);
  });

  it('waits for another restore into the same target, and then does its own', async () => {
    const stage = restoreStage();
    const older = stage.atlas.seedSnapshot({
      cluster: stage.cluster,
      at: stage.time.now() - 7_200_000,
      databases: { ancient: { scrolls: 1 } },
    });
    await stage.run('restore', { ...stage.withAccount, ...intoStaging, snapshot: older.id, wait: 'false' });
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging });
    expect(door.annotations).toEqual([]);
    expect([door.outputs.outcome, jobsOf(stage)]).toEqual(['restored', 2]);
    expect(stage.atlas.dataOf(stage.staging)).toEqual(databases);
    const [first, second] = stage.atlas.state.restoreJobs;
    expect(second?.requestedAt).toBeGreaterThanOrEqual(first?.endsAt ?? Number.NaN);
  });

  it('waits for one of another source too, which only the refusal tells of', async () => {
    const stage = restoreStage();
    const other = stage.atlas.seedCluster({ name: 'other', backupEnabled: true });
    stage.atlas.seedSnapshot({ cluster: other, at: stage.time.now() - 7_200_000 });
    await stage.run('restore', { ...stage.withAccount, ...intoStaging, 'cluster-name': 'other', wait: 'false' });
    // Whether Atlas shows a cluster that is being restored into as UPDATING is not known.
    stage.atlas.playStates(stage.staging, [['IDLE']]);
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging });
    expect(door.annotations).toEqual([]);
    expect(door.lines.filter((line) => line.includes('ATLAS_CLUSTER_RESTORE_IN_PROGRESS'))).toHaveLength(1);
    expect(door.lines).toContain('It goes on; trying again in 20 s.');
    expect(stage.atlas.dataOf(stage.staging)).toEqual(databases);
  });

  it('says what it waits for, and whose end has not come when the time is over', async () => {
    const stage = restoreStage();
    const older = stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - 7_200_000 });
    stage.atlas.scriptNextRestore({ ending: 'stuck' });
    await stage.run('restore', { ...stage.withAccount, ...intoStaging, snapshot: older.id, wait: 'false' });
    const [other] = stage.atlas.state.restoreJobs;
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, 'timeout-minutes': '10' });
    expect(failureOf(door)).toMatch(
      /^Another restore into the same target \(job .*\), .* did not finish within the 10/,
    );
    expect(door.lines.filter((line) => line.startsWith(`Restore job ${other?.id}: under way`)).length).toBeGreaterThan(
      3,
    );
  });

  it('of single databases waits where the target has just begun to change', async () => {
    const stage = restoreStage();
    let hasChanged = false;
    const changing: typeof globalThis.fetch = (input, init) => {
      if (init?.method === 'POST' && !hasChanged) {
        hasChanged = true;
        stage.atlas.playStates(stage.staging, [['UPDATING', 60], ['IDLE']]);
      }
      return stage.atlas.fetch(input, init);
    };
    const inputs = { ...stage.withKey, ...intoStaging, databases: 'orders' };
    const door = await stage.run('restore', inputs, { fetch: changing });
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'restored']);
    expect(door.lines.join('\n')).toContain('409 RESTORE_INITIATION_FAILED');
  });

  it('gives up waiting when the time is over, with what Atlas said', async () => {
    const stage = restoreStage();
    stage.atlas.faults.add({
      match: { ...post, times: Number.POSITIVE_INFINITY },
      kind: 'error',
      status: 409,
      errorCode: 'ATLAS_CLUSTER_RESTORE_IN_PROGRESS',
    });
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, 'timeout-minutes': '5' });
    expect(failureOf(door)).toMatch(/409 ATLAS_CLUSTER_RESTORE_IN_PROGRESS/);
    expect(jobsOf(stage)).toBe(0);
  });

  it('does it again where the earlier one has ended: whoever runs the step again wants the data back again', async () => {
    const stage = restoreStage();
    await stage.run('restore', { ...stage.withAccount, ...intoStaging });
    stage.atlas.changeData(stage.staging, { dirty: { tests: 9 } });
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging });
    expect([door.outputs.outcome, jobsOf(stage)]).toEqual(['restored', 2]);
    expect(stage.atlas.dataOf(stage.staging)).toEqual(databases);
  });
});

describe('a fault while waiting', () => {
  const polls = { method: 'GET', path: /\/backup\/restoreJobs\/[0-9a-f]{24}/ };

  it.each<FaultKind>(['refuse', 'cut-before', 'status-429', 'status-500', 'status-503-empty', 'status-401', 'garbage'])(
    '%s: the step goes on waiting',
    async (kind) => {
      const stage = restoreStage();
      stage.atlas.faults.add({ match: { ...polls, nth: 2, times: 2 }, kind, retryAfterSeconds: 1 });
      const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging });
      expect([door.annotations, door.outputs.outcome]).toEqual([[], 'restored']);
    },
  );

  it('that does not pass makes the step red, and says that the restore goes on', async () => {
    const stage = restoreStage();
    stage.atlas.faults.add({ match: { ...polls, times: Number.POSITIVE_INFINITY }, kind: 'status-503-empty' });
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging });
    expect(failureOf(door)).toMatch(/Atlas answered 503[\s\S]*goes on in Atlas/);
  });
});

describe('a cancelled job', () => {
  it('stops at once, and says that the restore goes on and cannot be cancelled', async () => {
    const stage = restoreStage();
    const controller = new AbortController();
    const cancelling: typeof fetch = async (input, init) => {
      if (stage.calls().length > 6) controller.abort(new Error('cancelled'));
      return stage.atlas.fetch(input, init);
    };
    const door = await stage.run(
      'restore',
      { ...stage.withAccount, ...intoStaging },
      { fetch: cancelling, signal: controller.signal },
    );
    expect(failureOf(door)).toMatch(
      /^The job was cancelled\.\nRestore job [0-9a-f]{24} into cluster "staging" .* goes on in Atlas, which cannot cancel it\./,
    );
  });
});
