import { describe, expect, it } from 'vitest';
import { rewriting } from '../../support/rewriting-fetch.ts';
import { failureOf, intoStaging, restoreStage } from './stage.ts';

const safely = { ...intoStaging, 'safety-snapshot': 'true' };
const copy = { 'cluster-name': 'orders', snapshot: 'latest', 'target-cluster-name': 'staging', databases: 'orders' };
const goesOn = /goes on in Atlas|may have begun/;

describe('the message of a step that fails says what is true then', () => {
  it.each(['failed', 'cancelled', 'expired', 'vanished'] as const)(
    'of a job that %s: it does not go on, and the safety snapshot is the way back',
    async (ending) => {
      const stage = restoreStage();
      stage.atlas.scriptNextRestore({ ending });
      const door = await stage.run('restore', { ...stage.withAccount, ...safely });
      expect(failureOf(door)).not.toMatch(goesOn);
      expect(failureOf(door)).toContain(`\nSafety snapshot ${door.outputs['safety-snapshot-id']} is the way back.`);
    },
  );

  it('of single databases, rolled back or not all there: neither goes on', async () => {
    const stage = restoreStage();
    stage.atlas.scriptNextRestore({ collections: { failing: ['orders.lines'] } });
    expect(failureOf(await stage.run('restore', { ...stage.withAccount, ...copy }))).not.toMatch(goesOn);
    stage.atlas.scriptNextRestore({ collections: { unsupported: ['orders.lines'] } });
    const door = await stage.run('restore', { ...stage.withAccount, ...copy });
    expect(failureOf(door)).toMatch(/"orders\.lines" \(UNSUPPORTED\)\. .* name the collections that are needed/);
    expect(failureOf(door)).not.toMatch(goesOn);
  });

  it('of a job in a state that nobody knows: it may go on', async () => {
    const stage = restoreStage();
    const puzzling = rewriting(stage.atlas.fetch, [
      { of: /^GET .*\/collectionRestoreJobs\/[0-9a-f]{24}$/, to: (job) => ({ ...job, state: 'PONDERING' }) },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...copy }, { fetch: puzzling });
    expect(failureOf(door)).toMatch(/unknown state "PONDERING"\.[\s\S]*goes on in Atlas/);
  });

  it('of a target that cannot be used afterwards: the job has finished', async () => {
    const stage = restoreStage();
    const stuck = rewriting(stage.atlas.fetch, [
      { of: /^GET .*\/clusters\/staging\/status$/, to: () => ({ changeStatus: 'PENDING' }) },
    ]);
    const inputs = { ...stage.withAccount, ...safely, 'timeout-minutes': '30' };
    const message = failureOf(await stage.run('restore', inputs, { fetch: stuck }));
    expect(message).toMatch(
      /roll-out of changes .* did not finish[\s\S]* has finished in Atlas; .* is the way back\.$/,
    );
    expect(message).not.toMatch(goesOn);
  });

  it('of a request that Atlas refuses: nothing was restored, and the safety snapshot stays', async () => {
    const stage = restoreStage();
    stage.atlas.faults.add({
      match: { method: 'POST', path: '/backup/restoreJobs' },
      kind: 'error',
      status: 403,
      errorCode: 'CANNOT_RESTORE_TO_TARGET',
    });
    const door = await stage.run('restore', { ...stage.withAccount, ...safely });
    const id = door.outputs['safety-snapshot-id'];
    expect(failureOf(door)).toContain(`\nSafety snapshot ${id} stays; nothing has been restored yet.`);
  });

  it('of a safety snapshot that failed: it does not go on', async () => {
    const stage = restoreStage();
    stage.atlas.scriptNextSnapshot({ ending: 'failed' });
    const message = failureOf(await stage.run('restore', { ...stage.withAccount, ...safely }));
    expect(message).toMatch(/nothing has been restored yet\.$/);
    expect(message).not.toContain('may still go on');
  });
});

describe('a refusal of Atlas is explained by what it is about', () => {
  it('a retention that the compliance policy does not allow: the input of the safety snapshot', async () => {
    const stage = restoreStage();
    stage.atlas.faults.add({
      match: { method: 'POST', path: '/backup/snapshots' },
      kind: 'error',
      status: 400,
      errorCode: 'SNAPSHOT_RETENTION_LESS_THAN_BACKUP_COMPLIANCE_POLICY',
    });
    const message = failureOf(await stage.run('restore', { ...stage.withAccount, ...safely }));
    expect(message).toContain('Raise safety-retention-days');
    expect(stage.atlas.state.restoreJobs).toEqual([]);
  });

  it('a target project that is not known', async () => {
    const stage = restoreStage();
    const elsewhere = { 'target-project-id': '5f5f5f5f5f5f5f5f5f5f5f5f' };
    const message = failureOf(await stage.run('restore', { ...stage.withAccount, ...intoStaging, ...elsewhere }));
    expect(message).toMatch(/These credentials see 1 project: "shop" .* about the target: .* target-project-id\.$/);
  });

  it('a target that is deleted in the last moment: its own neighbours, not those of the source', async () => {
    const stage = restoreStage();
    const deleting: typeof globalThis.fetch = (input, init) => {
      if (init?.method === 'POST')
        stage.atlas.state.clusters.splice(stage.atlas.state.clusters.indexOf(stage.staging), 1);
      return stage.atlas.fetch(input, init);
    };
    const door = await stage.run('restore', { ...stage.withKey, ...intoStaging }, { fetch: deleting });
    expect(failureOf(door)).toMatch(/404 CLUSTER_NOT_FOUND, .*The project has "orders"; .* This is about the target/);
  });
});
