import { describe, expect, it } from 'vitest';
import { openListeningStage } from '../support/listening-stage.ts';
import { exposedTexts } from '../support/runner/exposed-texts.ts';
import { findLeaks } from '../support/runner/leaks.ts';
import { runJob } from '../support/runner/run-job.ts';
import { databases } from '../support/stage.ts';

const spoilt = { orders: { invoices: 1 } };

/** A stage whose `orders` has a snapshot of what was, and holds what a failed migration has left. */
async function openSpoiltStage() {
  const stage = await openListeningStage();
  const snapshot = stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.atlas.clock.now() - 3_600_000 });
  stage.atlas.changeData(stage.cluster, spoilt);
  return { ...stage, snapshot };
}

const step = (inputs: Readonly<Record<string, string>>) => ({
  action: 'restore',
  inputs: { 'cluster-name': 'orders', snapshot: 'latest', 'confirm-overwrite': 'orders', ...inputs },
});

describe('the committed restore action, run as the runner runs it', () => {
  it.each(['withAccount', 'withKey'] as const)('brings the data back: %s', async (kind) => {
    await using stage = await openSpoiltStage();
    const { main, post } = await stage.run(step(stage[kind]));
    expect(main.annotations).toEqual([]);
    expect([main.exitCode, post?.exitCode, main.rawStderr, post?.rawStderr]).toEqual([0, 0, '', '']);
    expect(main.outputs).toMatchObject({ outcome: 'restored', 'snapshot-id': stage.snapshot.id });
    expect(stage.atlas.dataOf(stage.cluster)).toEqual(databases);
    expect(main.summary).toContain(`<td>${stage.snapshot.id}</td>`);
    expect(findLeaks(exposedTexts(main), stage.secrets)).toEqual([]);
  });

  it('refuses to overwrite what nobody has confirmed, in one annotation', async () => {
    await using stage = await openSpoiltStage();
    const { main } = await stage.run(step({ ...stage.withKey, 'confirm-overwrite': '' }));
    expect([main.exitCode, main.annotations.map(({ message }) => message)]).toEqual([
      1,
      [expect.stringContaining('set confirm-overwrite: orders. Nothing was restored.')],
    ]);
    expect(stage.atlas.dataOf(stage.cluster)).toEqual(spoilt);
  });

  it('masks the links of a download, also as the output of a job', async () => {
    await using stage = await openSpoiltStage();
    const { job, main } = await stage.run(
      { id: 'copy', ...step({ ...stage.withAccount, 'confirm-overwrite': '', delivery: 'download' }) },
      { outputs: ({ copy = {} }) => ({ links: copy['download-urls'] ?? '', id: copy['restore-job-id'] ?? '' }) },
    );
    const [url = ''] = JSON.parse(main.outputs['download-urls'] ?? '[]');
    expect(url).toMatch(/^https:\/\/restore-/);
    expect(Object.keys(job.outputs)).toEqual(['id']);
    expect(findLeaks(exposedTexts(main), { ...stage.secrets, url })).toEqual([]);
  });

  it('is killed after its request and run again: one job', async () => {
    await using stage = await openSpoiltStage();
    // Long enough to be under way still when a busy machine gets to the second run.
    stage.atlas.state.durations.restore = 900;
    const killed = await stage.run({ ...step(stage.withAccount), kill: { afterLine: /Waiting until it is done/ } });
    expect(killed.main.signal).toBe('SIGKILL');
    const again = await stage.run(step(stage.withAccount), { runnerEnv: { GITHUB_RUN_ATTEMPT: '2' } });
    expect([again.main.annotations, again.main.outputs.outcome]).toEqual([[], 'adopted']);
    expect(stage.atlas.state.restoreJobs).toHaveLength(1);
    expect(stage.atlas.dataOf(stage.cluster)).toEqual(databases);
  });

  it('ends within two seconds of SIGINT, and says that the restore goes on', async () => {
    await using stage = await openSpoiltStage();
    const { main } = await stage.run({ ...step(stage.withKey), cancel: { afterLine: /Waiting until it is done/ } });
    expect(main.interruption?.msToExit).toBeLessThan(2_000);
    expect(main.annotations[0]?.message).toMatch(
      /^The job was cancelled \(SIGINT\)\.\nRestore job .* goes on in Atlas/,
    );
  });
});

describe('a guarded migration', () => {
  const snapshotStep = { id: 'snapshot', action: 'snapshot' } as const;

  it.each([
    ['fails: the data is back, and the job is red', false, databases],
    ['succeeds: nothing is restored', true, spoilt],
  ])('%s', async (_, succeeds, expected) => {
    await using stage = await openListeningStage();
    const job = await runJob({
      clock: stage.clock,
      secrets: Object.values(stage.secrets),
      steps: [
        { ...snapshotStep, inputs: { ...stage.withAccount, 'cluster-name': 'orders' } },
        {
          happens: () => {
            stage.atlas.changeData(stage.cluster, spoilt);
            return succeeds;
          },
        },
        {
          id: 'restore',
          action: 'restore',
          if: 'failure()',
          inputs: ({ snapshot = {} }) => ({
            ...stage.withAccount,
            'cluster-name': 'orders',
            snapshot: snapshot['snapshot-id'] ?? '',
            'confirm-overwrite': 'orders',
          }),
        },
      ],
    });
    expect(job.conclusion).toBe(succeeds ? 'success' : 'failure');
    expect(job.mains.map(({ id, conclusion }) => [id, conclusion])).toEqual(
      succeeds
        ? [['snapshot', 'success']]
        : [
            ['snapshot', 'success'],
            ['restore', 'success'],
          ],
    );
    expect(stage.atlas.dataOf(stage.cluster)).toEqual(expected);
    if (!succeeds) expect(job.mains[1]?.summary).toContain(job.steps.snapshot?.['snapshot-id']);
  });
});
