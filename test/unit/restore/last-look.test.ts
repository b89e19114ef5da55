import { describe, expect, it } from 'vitest';
import { interrupting } from '../../support/interrupting-fetch.ts';
import { rewriting } from '../../support/rewriting-fetch.ts';
import { failureOf, intoStaging, type RestoreStage, restoreStage } from './stage.ts';

const HOUR = 3_600_000;
/** The last thing that a restore waits for. */
const APPLIED = /^GET .*\/clusters\/staging\/status$/;
const LIST = /^GET .*\/restoreJobs$/;
const app = { username: 'app', password: 'correct horse' };
const copies = { ...intoStaging, databases: 'orders' };

/** Runs a restore into `staging` while somebody else does something at the end of its last wait. */
async function restoreWhile(
  stage: RestoreStage,
  happens: () => unknown,
  inputs: Readonly<Record<string, string>> = intoStaging,
) {
  const { fetch, hasHappened } = interrupting(stage.fetch, { at: APPLIED, when: 'after', happens });
  const door = await stage.run('restore', { ...stage.withAccount, ...inputs }, { fetch });
  expect(hasHappened()).toBe(true);
  return door;
}

/** The same at the request that the last look begins with: the second list of jobs. */
async function restoreAndLook(stage: RestoreStage, happens: () => unknown) {
  const { fetch, hasHappened } = interrupting(stage.fetch, { at: LIST, nth: 2, when: 'before', happens });
  const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging }, { fetch });
  expect(hasHappened()).toBe(true);
  return door;
}

/** Somebody else's restore into `staging`, which is only begun. */
const begin = (stage: RestoreStage, inputs: Readonly<Record<string, string>>) =>
  stage.run('restore', { ...stage.withAccount, 'confirm-overwrite': 'staging', ...inputs, wait: 'false' });

const older = (stage: RestoreStage) =>
  stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - 2 * HOUR }).id;

describe('a restored cluster is handed over only as it was read after the last wait', () => {
  it('and is red where it is being deleted by then', async () => {
    const stage = restoreStage();
    const door = await restoreWhile(stage, () => stage.atlas.playStates(stage.staging, [['DELETING']]));
    expect(failureOf(door)).toContain('"staging" is being deleted by somebody else');
  });

  it('and is red where it is gone by then', async () => {
    const stage = restoreStage();
    const door = await restoreAndLook(stage, () => {
      stage.staging.goneAt = stage.time.now();
    });
    expect(failureOf(door)).toMatch(/"staging" in project \S+ is gone: somebody has deleted it while this step ran/);
  });

  it('and is waited for once more where it is busy again', async () => {
    const stage = restoreStage();
    const before = stage.time.now();
    const door = await restoreAndLook(stage, () =>
      stage.atlas.playStates(stage.staging, [['UPDATING', 900], ['IDLE']]),
    );
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'restored']);
    expect(stage.time.now() - before).toBeGreaterThan(900_000);
  });

  it('and is red where a restore of other data has begun', async () => {
    const stage = restoreStage();
    const snapshot = older(stage);
    const door = await restoreWhile(stage, () => begin(stage, { ...intoStaging, snapshot }));
    const [own, other] = stage.atlas.state.restoreJobs;
    expect(failureOf(door)).toContain(
      `Restore job ${own?.id} has finished, but somebody has begun another one since (job ${other?.id})`,
    );
  });

  it('and is red where somebody has begun to undo it with a snapshot of the target itself', async () => {
    const stage = restoreStage();
    const snapshot = stage.atlas.seedSnapshot({ cluster: stage.staging, at: stage.time.now() - HOUR }).id;
    const door = await restoreWhile(stage, () => begin(stage, { 'cluster-name': 'staging', snapshot }));
    expect(failureOf(door)).toMatch(
      /somebody has begun another one since \(job [0-9a-f]{24}\), which replaces its data/,
    );
  });

  it('where the same data is being restored again, which is waited for', async () => {
    const stage = restoreStage();
    const door = await restoreAndLook(stage, async () => {
      stage.time.advance(1_000);
      await begin(stage, intoStaging);
    });
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'restored']);
    const [, second] = stage.atlas.state.restoreJobs;
    expect(second?.endsAt).toBeLessThanOrEqual(stage.time.now());
  });

  it('though the source is gone by then: its data stands elsewhere', async () => {
    const stage = restoreStage();
    const door = await restoreAndLook(stage, () => {
      stage.cluster.goneAt = stage.time.now();
    });
    expect([door.annotations, door.outputs['finished-at']]).toEqual([[], expect.stringMatching(/^2026-11-21T12/)]);
  });
});

describe('single databases are handed over', () => {
  const overwriting = {
    'write-strategy': 'overwrite-existing',
    'cluster-name': 'orders',
    'target-cluster-name': 'staging',
  };

  it('and are red where somebody is overwriting them', async () => {
    const stage = restoreStage();
    const happens = () => begin(stage, { ...overwriting, snapshot: older(stage), databases: 'orders' });
    const door = await restoreWhile(stage, happens, copies);
    expect(failureOf(door)).toContain('somebody has begun another one since');
  });

  it.each([
    ['other databases are overwritten', { ...overwriting, databases: 'customers' }],
    ['the same one is restored beside them', { ...intoStaging, databases: 'orders', 'database-suffix': '_b' }],
  ])('where %s', async (_, other) => {
    const stage = restoreStage();
    const door = await restoreWhile(stage, () => begin(stage, { ...other, snapshot: older(stage) }), copies);
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'restored']);
    expect(stage.atlas.state.collectionRestoreJobs).toHaveLength(2);
  });
});

describe('a safety snapshot', () => {
  const safely = { ...intoStaging, 'safety-snapshot': 'true' };
  const deleteSafety = ({ atlas }: RestoreStage) => {
    for (const snapshot of atlas.state.snapshots) if (snapshot.clusterName === 'staging') snapshot.deleted = true;
  };

  it('that is deleted while the restore waits for its turn keeps that from beginning', async () => {
    const stage = restoreStage();
    const post = { method: 'POST', path: '/backup/restoreJobs' };
    const errorCode = 'ATLAS_CLUSTER_RESTORE_IN_PROGRESS';
    stage.atlas.faults.add({ match: post, kind: 'error', status: 409, errorCode });
    const { fetch } = interrupting(stage.fetch, {
      at: /^POST .*\/restoreJobs$/,
      when: 'after',
      happens: () => deleteSafety(stage),
    });
    const door = await stage.run('restore', { ...stage.withAccount, ...safely }, { fetch });
    expect(failureOf(door)).toMatch(/is gone: somebody has deleted it[\s\S]*nothing has been restored yet/);
    expect(stage.atlas.state.restoreJobs).toEqual([]);
  });

  it('that is deleted while the restore ran makes it red: there is no rollback', async () => {
    const stage = restoreStage();
    const door = await restoreWhile(stage, () => deleteSafety(stage), safely);
    expect(failureOf(door)).toMatch(/is gone: somebody has deleted it[\s\S]*cannot be undone with it/);
  });
});

describe('a connection string is handed over for a user', () => {
  /** The stage with the user `app`, which expires so many milliseconds from now. */
  function stageWithUser(life?: number) {
    const stage = restoreStage();
    const deleteAfter = life === undefined ? {} : { deleteAfter: stage.time.now() + life };
    const user = stage.atlas.seedDatabaseUser({ ...app, ...deleteAfter });
    return { ...stage, user };
  }

  it('and is red where that is deleted while the restore runs', async () => {
    const stage = stageWithUser();
    const door = await restoreWhile(stage, () => (stage.user.deleteAfter = stage.time.now() - 1), {
      ...intoStaging,
      ...app,
    });
    expect(failureOf(door)).toContain('Database user "app" is gone');
    expect(door.outputs['connection-string']).toBeUndefined();
  });

  it('and is red where it expires while the restore runs, though Atlas still shows it', async () => {
    const stage = stageWithUser(9 * HOUR);
    const begun = stage.time.now();
    const end = new Date(begun + 60_000).toISOString();
    const fetch = rewriting(stage.fetch, [
      { of: /^GET .*\/databaseUsers\/admin\/app$/, to: (user) => ({ ...user, deleteAfterDate: end }) },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, ...app }, { fetch });
    expect(failureOf(door)).toMatch(/Database user "app" expired at 2026-11-21T12:01:00Z/);
    expect(stage.atlas.state.restoreJobs).toHaveLength(1);
  });

  it('and nothing is restored where it has expired already', async () => {
    const stage = stageWithUser(9 * HOUR);
    const fetch = rewriting(stage.fetch, [
      {
        of: /^GET .*\/databaseUsers\/admin\/app$/,
        to: (user) => ({ ...user, deleteAfterDate: '2026-11-21T11:59:00Z' }),
      },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, ...app }, { fetch });
    expect(failureOf(door)).toMatch(/Database user "app" expired at 2026-11-21T11:59:00Z/);
    expect(stage.atlas.state.restoreJobs).toEqual([]);
  });

  it.each(['true', 'false'])('with a warning where it expires before the job can be over: wait %s', async (wait) => {
    const stage = stageWithUser(3 * HOUR);
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, ...app, wait });
    expect(door.annotations).toEqual([
      { level: 'warning', message: expect.stringContaining('Database user "app" expires at 2026-11-21T15:00:00Z') },
    ]);
    expect(door.outputs['connection-string']).toMatch(/^mongodb\+srv:\/\/app:/);
  });

  it('without a word where it outlives every job', async () => {
    const stage = stageWithUser(9 * HOUR);
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, ...app });
    expect(door.annotations).toEqual([]);
  });

  it('with a warning where somebody has changed its roles', async () => {
    const stage = stageWithUser();
    const happens = () => (stage.user.roles = [{ roleName: 'read', databaseName: 'orders' }]);
    const door = await restoreWhile(stage, happens, { ...intoStaging, ...app });
    expect(door.annotations).toEqual([
      { level: 'warning', message: expect.stringContaining('it has read@orders now') },
    ]);
  });

  it('and is red where somebody has taken the cluster away from it', async () => {
    const stage = stageWithUser();
    const happens = () => (stage.user.scopes = [{ name: 'orders', type: 'CLUSTER' }]);
    const door = await restoreWhile(stage, happens, { ...intoStaging, ...app });
    expect(failureOf(door)).toContain('may not reach cluster "staging", only orders');
  });
});

describe('the links of a download', () => {
  const links = { 'cluster-name': 'orders', snapshot: 'latest', delivery: 'download' };

  it('are red where they have expired since they were read', async () => {
    const stage = restoreStage();
    const first = await stage.run('restore', { ...stage.withAccount, ...links });
    const end = Date.parse(first.outputs['download-expires-at'] ?? '');
    stage.time.advance(end - HOUR - stage.time.now());
    const { fetch, hasHappened } = interrupting(stage.fetch, {
      at: /^GET .*\/restoreJobs\/[0-9a-f]{24}$/,
      when: 'after',
      happens: () => stage.time.advance(end + 1_000 - stage.time.now()),
    });
    const door = await stage.run('restore', { ...stage.withAccount, ...links }, { fetch });
    expect(hasHappened()).toBe(true);
    expect(failureOf(door)).toMatch(/have expired \(at |has expired: its links/);
  });
});
