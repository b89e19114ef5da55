import { describe, expect, it } from 'vitest';
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
});
