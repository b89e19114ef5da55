import { describe, expect, it } from 'vitest';
import { rewriting } from '../../support/rewriting-fetch.ts';
import { runVariables } from '../../support/stage.ts';
import { databases, failureOf, intoStaging, restoreStage } from './stage.ts';

const safely = { ...intoStaging, 'safety-snapshot': 'true' };

describe('a safety snapshot', () => {
  it('is completed before the first request that destroys anything, and is the way back', async () => {
    const stage = restoreStage();
    const before = stage.atlas.dataOf(stage.staging);
    const door = await stage.run('restore', { ...stage.withAccount, ...safely });
    expect(door.annotations).toEqual([]);
    const [job] = stage.atlas.state.restoreJobs;
    const safety = stage.atlas.state.snapshots.find(({ clusterName }) => clusterName === 'staging');
    expect(door.outputs).toMatchObject({ outcome: 'restored', 'safety-snapshot-id': safety?.id });
    expect(safety?.description).toMatch(/^safety: staging before a restore, run 4711 \[gha 4711\.1 .* safety\]$/);
    expect(safety?.milestones.completed).toBeLessThanOrEqual(job?.requestedAt ?? 0);
    expect(stage.atlas.dataOf(stage.staging)).toEqual(databases);
    const back = await stage.run('restore', {
      ...stage.withAccount,
      'cluster-name': 'staging',
      snapshot: door.outputs['safety-snapshot-id'] ?? '',
      'confirm-overwrite': 'staging',
    });
    expect(back.annotations).toEqual([]);
    expect(stage.atlas.dataOf(stage.staging)).toEqual(before);
  });

  it('that fails leaves the target as it is', async () => {
    const stage = restoreStage();
    stage.atlas.scriptNextSnapshot({ ending: 'failed' });
    const door = await stage.run('restore', { ...stage.withAccount, ...safely });
    expect(failureOf(door)).toMatch(/could not complete snapshot[\s\S]*nothing has been restored yet/);
    expect(stage.atlas.state.restoreJobs).toEqual([]);
  });

  it('is refused where the target cannot have one', async () => {
    const stage = restoreStage();
    stage.atlas.seedCluster({ name: 'plain' });
    const door = await stage.run('restore', {
      ...stage.withAccount,
      ...safely,
      'target-cluster-name': 'plain',
      'confirm-overwrite': 'plain',
    });
    expect(failureOf(door)).toContain('safety-snapshot: "plain" has cloud backup off');
  });

  it('of an earlier attempt that was killed after its request stands for this one', async () => {
    const stage = restoreStage();
    const first = await stage.run('restore', { ...stage.withAccount, ...safely, wait: 'false' });
    const door = await stage.run('restore', { ...stage.withAccount, ...safely });
    expect(door.annotations).toEqual([]);
    expect(door.outputs).toMatchObject({
      outcome: 'adopted',
      'safety-snapshot-id': first.outputs['safety-snapshot-id'],
    });
    expect(stage.atlas.state.restoreJobs).toHaveLength(1);
  });

  it('cannot be had any more where somebody else began the same restore: red, and it says what to do', async () => {
    const stage = restoreStage();
    await stage.run('restore', { ...stage.withAccount, ...intoStaging, wait: 'false' });
    const door = await stage.run('restore', { ...stage.withAccount, ...safely });
    expect(failureOf(door)).toMatch(/is under way already .* too late to take one\. .* safety-snapshot: false/);
  });

  it.each([
    ['failed', 'failed', {}],
    ['was made by a run that nobody can tell from others', 'completed', { GITHUB_RUN_ID: '' }],
  ])('of an earlier attempt that %s is none', async (_, ending, more) => {
    const stage = restoreStage();
    const variables = { ...runVariables(), ...more };
    if (ending === 'failed') stage.atlas.scriptNextSnapshot({ ending });
    await stage.run('restore', { ...stage.withAccount, ...safely }, { variables });
    await stage.run('restore', { ...stage.withAccount, ...intoStaging, wait: 'false' }, { variables });
    const door = await stage.run('restore', { ...stage.withAccount, ...safely }, { variables });
    expect(failureOf(door)).toMatch(/begun without a safety snapshot of this step/);
  });

  it('is none of somebody else, which would end as the latest', async () => {
    const stage = restoreStage();
    const byHand = { id: '' };
    const asked: typeof globalThis.fetch = async (input, init) => {
      // Somebody takes a snapshot by hand, a moment before the step does.
      if (init?.method === 'POST' && /staging\/backup\/snapshots$/.test(String(input)) && byHand.id === '') {
        stage.time.advance(5_000);
        const seed = { cluster: stage.staging, status: 'queued', description: 'by hand' } as const;
        byHand.id = stage.atlas.seedSnapshot(seed).id;
      }
      return await stage.atlas.fetch(input, init);
    };
    const door = await stage.run('restore', { ...stage.withAccount, ...safely }, { fetch: asked });
    expect(door.annotations).toEqual([]);
    const safety = stage.atlas.state.snapshots.find(({ id }) => id === door.outputs['safety-snapshot-id']);
    expect(safety?.description).toMatch(/ safety\]$/);
  });

  it('is of what another restore has left, which is waited for first', async () => {
    const stage = restoreStage();
    const ancient = { ancient: { scrolls: 1 } };
    const at = stage.time.now() - 7_200_000;
    const older = stage.atlas.seedSnapshot({ cluster: stage.cluster, at, databases: ancient });
    await stage.run('restore', { ...stage.withAccount, ...intoStaging, snapshot: older.id, wait: 'false' });
    // Whether Atlas shows a cluster that is being restored into as UPDATING is not known.
    stage.atlas.playStates(stage.staging, [['IDLE']]);
    const door = await stage.run('restore', { ...stage.withAccount, ...safely });
    expect(door.annotations).toEqual([]);
    const back = { ...intoStaging, 'cluster-name': 'staging', snapshot: door.outputs['safety-snapshot-id'] ?? '' };
    await stage.run('restore', { ...stage.withAccount, ...back });
    expect(stage.atlas.dataOf(stage.staging)).toEqual(ancient);
  });
});

describe('a target that was looked at before a wait is looked at again', () => {
  it.each([
    ['replaced', { id: '5f5f5f5f5f5f5f5f5f5f5f5f' }, /somebody has deleted that, and made a new one/],
    ['paused', { paused: true }, /is paused/],
    ['upgraded too far', { mongoDBVersion: '10.0.1' }, /runs 10\.0\.1: Atlas restores only into/],
  ])('and was %s: nothing is restored', async (_, change, message) => {
    const stage = restoreStage();
    const isSaved = () => stage.atlas.state.snapshots.some(({ clusterName }) => clusterName === 'staging');
    const changed = rewriting(stage.atlas.fetch, [
      { of: /^GET .*\/clusters\/staging$/, to: (cluster) => (isSaved() ? { ...cluster, ...change } : cluster) },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...safely }, { fetch: changed });
    expect(failureOf(door)).toMatch(message);
    expect(failureOf(door)).toContain('Nothing was restored.');
    expect(stage.atlas.state.restoreJobs).toEqual([]);
  });

  it('and is no preview of this repository any more: nothing is restored', async () => {
    const stage = restoreStage();
    const tags = [
      { key: 'gha-repository', value: 'acme;shop' },
      { key: 'gha-environment', value: 'pr-7' },
    ];
    const preview = stage.atlas.seedCluster({ name: 'preview', tags });
    stage.atlas.playStates(preview, [['UPDATING', 60], ['IDLE']]);
    const begin = stage.time.now();
    const taken = rewriting(stage.atlas.fetch, [
      {
        of: /^GET .*\/clusters\/preview$/,
        to: (cluster) => (stage.time.now() > begin + 30_000 ? { ...cluster, tags: [] } : cluster),
      },
    ]);
    const inputs = { ...intoStaging, 'target-cluster-name': 'preview', 'confirm-overwrite': '' };
    const door = await stage.run('restore', { ...stage.withAccount, ...inputs }, { fetch: taken });
    expect(failureOf(door)).toContain('set confirm-overwrite: preview');
    expect(stage.atlas.state.restoreJobs).toEqual([]);
  });

  it('and was replaced during the restore: red', async () => {
    const stage = restoreStage();
    const other = { id: '5f5f5f5f5f5f5f5f5f5f5f5f' };
    const replaced = rewriting(stage.atlas.fetch, [
      {
        of: /^GET .*\/clusters\/staging$/,
        to: (cluster) => (stage.atlas.state.restoreJobs.length > 0 ? { ...cluster, ...other } : cluster),
      },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging }, { fetch: replaced });
    expect(failureOf(door)).toMatch(/"staging" .* is another one \(5f5f.*\) than this step began with/);
  });
});
