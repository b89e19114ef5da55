import { describe, expect, it } from 'vitest';
import { openListeningStage } from '../support/listening-stage.ts';
import type { ActionResult, RunActionOptions } from '../support/runner/action-run.ts';
import { exposedTexts } from '../support/runner/exposed-texts.ts';
import { findLeaks } from '../support/runner/leaks.ts';
import { runAction, runPost } from '../support/runner/run-action.ts';

const RUNNER = '203.0.113.9';

/** At ten times the speed the bound of 3 s between reading and writing is 300 ms, which a busy machine keeps. */
async function openStage() {
  const stage = await openListeningStage({}, { speed: 10 });
  const { atlas, clock } = stage;
  atlas.state.durations['accessEntry.active'] = 5;
  const secrets = Object.values(stage.secrets);
  const common = { clock, secrets };
  /** Whether connections from the runner get through, as Atlas itself knows it. */
  const isOpen = () => {
    const now = atlas.clock.now();
    return atlas.state.accessEntries.some(
      ({ target, deletedAt, activeAt }) =>
        'cidrBlock' in target && target.cidrBlock === `${RUNNER}/32` && deletedAt === undefined && activeAt <= now,
    );
  };
  const clean = (...results: readonly ActionResult[]) => {
    for (const result of results) {
      expect(result.rawStderr).toBe('');
      expect(findLeaks(exposedTexts(result), stage.secrets)).toEqual([]);
    }
  };
  return { ...stage, common, isOpen, clean };
}

type Stage = Awaited<ReturnType<typeof openStage>>;

const credentials = {
  'a service account': ({ withAccount }: Stage) => withAccount,
  'an API key': ({ withKey }: Stage) => withKey,
} as const;

describe.each(Object.entries(credentials))('with %s, through the committed bundle, the runner', (_, login) => {
  const options = (stage: Stage): RunActionOptions => ({
    ...stage.common,
    action: 'sync-network-access',
    inputs: { ...login(stage), 'runner-ip': 'true', entries: '198.51.100.0/24 # office' },
  });

  it('is let in while its job runs, and shut out at its end', async () => {
    await using stage = await openStage();
    const main = await runAction(options(stage));
    expect([main.annotations, main.exitCode, stage.isOpen()]).toEqual([[], 0, true]);
    expect(main.outputs).toMatchObject({ 'runner-ip': RUNNER, added: '["198.51.100.0/24"]', outcome: 'updated' });
    const post = await runPost(options(stage), main);
    expect([post.annotations, post.exitCode, stage.isOpen()]).toEqual([[], 0, false]);
    expect(post.log).toContain(`${RUNNER} has been closed.`);
    expect(stage.atlas.state.accessEntries.filter(({ deletedAt }) => deletedAt === undefined)).toHaveLength(2);
    stage.clean(main, post);
  });

  it('is shut out although the inputs are missing in the post step', async () => {
    await using stage = await openStage();
    const main = await runAction(options(stage));
    const post = await runPost({ ...options(stage), inputs: {} }, main);
    expect([post.annotations, post.exitCode, stage.isOpen()]).toEqual([[], 0, false]);
    stage.clean(main, post);
  });

  it('is shut out after SIGINT in the middle of the wait', async () => {
    await using stage = await openStage();
    stage.atlas.state.durations['accessEntry.active'] = 3_000;
    const main = await runAction({ ...options(stage), cancel: { afterLine: /has been opened for this job/ } });
    expect(main.conclusion).toBe('cancelled');
    expect(main.annotations.at(-1)?.message).toMatch(/cancelled.*\n.*the post step of this action closes it/);
    const post = await runPost(options(stage), main);
    expect([post.annotations, post.exitCode]).toEqual([[], 0]);
    expect(post.log).toContain(`${RUNNER} has been closed.`);
    stage.clean(main, post);
  });

  it('is shut out after SIGKILL of main', async () => {
    await using stage = await openStage();
    const main = await runAction({ ...options(stage), kill: { afterLine: /has been opened for this job/ } });
    expect(main.signal).toBe('SIGKILL');
    const post = await runPost({ ...options(stage), inputs: {} }, main);
    expect([post.annotations, post.exitCode, stage.isOpen()]).toEqual([[], 0, false]);
    expect(post.log).toContain(`${RUNNER} has been closed.`);
    stage.clean(main, post);
  });
});

it('a post step that Atlas does not answer says what is left, until when, and fails nothing', async () => {
  await using stage = await openStage();
  const options = { ...stage.common, action: 'sync-network-access', inputs: { ...stage.withKey, 'runner-ip': 'true' } };
  const main = await runAction(options);
  stage.atlas.faults.add({ kind: 'status-503-empty', match: { leg: 'any', times: Number.POSITIVE_INFINITY } });
  const post = await runPost(options, main);
  expect(post.exitCode).toBe(0);
  expect(post.annotations).toEqual([
    expect.objectContaining({
      level: 'warning',
      message: expect.stringMatching(
        /203\.0\.113\.9 may still be open; Atlas closes it at 20\d\d-.*Z\. Could not read/,
      ),
    }),
  ]);
});

it.each([
  ['connect', { 'cluster-name': 'orders', database: 'orders' }],
  ['provision', { config: 'clusters: [{ name: orders }]' }],
])('%s opens the list for its runner, and its post step closes it without any inputs', async (action, inputs) => {
  await using stage = await openStage();
  const options = { ...stage.common, action, inputs: { ...stage.withKey, ...inputs, 'runner-ip': 'true' } };
  const main = await runAction(options);
  expect([main.annotations, main.exitCode, stage.isOpen()]).toEqual([[], 0, true]);
  const post = await runPost({ ...options, inputs: {} }, main);
  expect([post.annotations, post.exitCode, stage.isOpen()]).toEqual([[], 0, false]);
  stage.clean(main, post);
});

it.each([
  [
    "GitHub's runner",
    (number: number) => ({ RUNNER_NAME: `runner-${number}`, RUNNER_TRACKING_ID: `github_${number}` }),
  ],
  ['a runner that tells its jobs nothing apart', () => ({ RUNNER_NAME: 'gitea', RUNNER_TRACKING_ID: '' })],
])('two jobs behind one address at once neither close it under each other nor leave it open: %s', async (_, envOf) => {
  await using stage = await openStage();
  const optionsOf = (number: number): RunActionOptions => ({
    ...stage.common,
    action: 'sync-network-access',
    inputs: { ...(number === 1 ? stage.withKey : stage.withAccount), 'runner-ip': 'true' },
    runnerEnv: envOf(number),
  });
  const mains = await Promise.all([1, 2].map((number) => runAction(optionsOf(number))));
  expect(mains.map(({ annotations, exitCode }) => [annotations, exitCode])).toEqual([
    [[], 0],
    [[], 0],
  ]);
  const [one, other] = mains;
  if (!one || !other) throw new Error('Both have run.');
  const first = await runPost(optionsOf(1), one);
  expect([first.log.includes('stays open for another job'), stage.isOpen()]).toEqual([true, true]);
  await runPost(optionsOf(2), other);
  expect(stage.isOpen()).toBe(false);
});
