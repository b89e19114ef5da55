import { describe, expect, it } from 'vitest';
import { createGitHubSimulator } from '../../src/simulator/github/github.ts';
import { openListeningStage } from '../support/listening-stage.ts';
import { runJob } from '../support/runner/run-job.ts';

const seed = 'seed/of the+test=, long enough';
const environment = { environment: 'feature/Größe #7', 'password-seed': seed };
const isMasked = (outputs: Readonly<Record<string, string>>) => outputs['connection-string'] ?? '';

describe('a preview environment through the committed bundle', () => {
  it('lives: planned, provisioned, connected to by another job, found unchanged, torn down, absent', async () => {
    await using stage = await openListeningStage();
    const secrets = { ...stage.secrets, seed };
    const run = (action: string, inputs: Readonly<Record<string, string>>) =>
      stage.run({ action, inputs }, { secrets: Object.values(secrets) });

    const planned = await run('provision', { ...stage.withAccount, ...environment, 'dry-run': 'true' });
    expect([planned.main.annotations, planned.main.outputs.outcome]).toEqual([[], 'planned']);

    const provisioned = await run('provision', { ...stage.withAccount, ...environment, database: 'app' });
    expect(provisioned.main.annotations).toEqual([]);
    expect(provisioned.main.outputs).toMatchObject({ outcome: 'created', 'project-id': stage.project.id });

    const connected = await run('connect', { ...stage.withKey, ...environment, database: 'app' });
    expect(connected.main.annotations).toEqual([]);
    expect(isMasked(connected.main.outputs)).toBe(isMasked(provisioned.main.outputs));

    const again = await run('provision', { ...stage.withKey, ...environment, database: 'app' });
    expect([again.main.annotations, again.main.outputs.outcome]).toEqual([[], 'unchanged']);

    const gone = await run('teardown', { ...stage.withAccount, environment: environment.environment });
    expect([gone.main.annotations, gone.main.outputs.outcome]).toEqual([[], 'deleted']);
    const absent = await run('teardown', { ...stage.withKey, environment: environment.environment });
    expect([absent.main.annotations, absent.main.outputs.outcome]).toEqual([[], 'absent']);

    for (const { main, post } of [planned, provisioned, connected, again, gone, absent]) {
      expect([main.rawStderr, post?.rawStderr, post?.exitCode]).toEqual(['', '', 0]);
    }
  });

  it('hands over between jobs what is no secret, and nothing else', async () => {
    await using stage = await openListeningStage();
    const { job } = await stage.run(
      { id: 'atlas', action: 'provision', inputs: { ...stage.withAccount, ...environment } },
      {
        secrets: [...Object.values(stage.secrets), seed],
        outputs: ({ atlas = {} }) => ({
          host: atlas.host ?? '',
          cluster: atlas['cluster-name'] ?? '',
          uri: atlas['connection-string'] ?? '',
          password: atlas.password ?? '',
        }),
      },
    );
    expect(Object.keys(job.outputs)).toEqual(['host', 'cluster']);
    expect(job.warnings).toEqual([
      "Skip output 'uri' since it may contain secret.",
      "Skip output 'password' since it may contain secret.",
    ]);
  });

  it('makes a user for one job, and removes it also after SIGKILL of main', async () => {
    await using stage = await openListeningStage();
    const inputs = { ...stage.withKey, 'cluster-name': 'orders', database: 'orders' };
    const { main, post } = await stage.run({
      action: 'connect',
      inputs,
      kill: { afterLine: /has been made for this job/ },
    });
    expect(main.signal).toBe('SIGKILL');
    expect(post?.log).toMatch(/Database user "gha-\d+-[0-9a-f]{8}" has been removed/);
    expect(stage.atlas.databaseUser(main.state['user-name'] ?? '')).toBeUndefined();
  });

  it('comments on the pull request, once, and stores the connection as a secret', async () => {
    await using stage = await openListeningStage();
    const github = createGitHubSimulator();
    const repository = github.seedRepository({ name: 'octo/shop' });
    const pullRequest = github.seedPullRequest(repository, { number: 7 });
    const preview = github.seedEnvironment(repository, 'preview');
    const jobToken = github.seedJobToken(repository, { contents: 'read', 'pull-requests': 'write' });
    const token = github.seedPersonalToken(repository, { environments: 'write' });
    await using door = await github.listen();
    const event = { pull_request: { number: 7, head: { repo: { full_name: 'octo/shop' } } } };
    const world = {
      event,
      runnerEnv: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_API_URL: door.url },
      secrets: [seed],
    };
    const step = { action: 'provision', inputs: { ...stage.withAccount, 'password-seed': seed, comment: 'true' } };
    for (const _ of [1, 2]) {
      const { main } = await stage.run(step, { ...world, token: jobToken });
      expect([main.annotations, main.exitCode]).toEqual([[], 0]);
    }
    const { comments } = pullRequest;
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toMatch(/Atlas environment .*pr-7/);
    expect(comments[0]?.body).not.toMatch(/mongodb\+srv|@orders/);

    const inputs = {
      ...stage.withAccount,
      'cluster-name': 'orders',
      'save-as-secret': 'MONGODB_URI',
      'keep-user': 'true',
      'github-environment': 'preview',
      'github-token': token,
    };
    const { main } = await stage.run({ action: 'connect', inputs }, world);
    expect(main.annotations).toEqual([]);
    expect([...preview.vault.secrets.keys()]).toEqual(['MONGODB_URI']);

    const refused = await stage.run({ action: 'connect', inputs: { ...inputs, 'github-token': jobToken } }, world);
    expect(refused.main.annotations[0]?.message).toMatch(/GITHUB_TOKEN/);
  });
});

it('two jobs of one environment at once end on one cluster and one connection', async () => {
  await using stage = await openListeningStage();
  const step = { action: 'provision', inputs: { ...stage.withAccount, ...environment } };
  const clock = { speed: 200, epoch: stage.clock.epoch, start: stage.clock.start };
  const jobs = await Promise.all([1, 2].map(() => runJob({ steps: [step], clock, secrets: [seed] })));
  expect(jobs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
  const [one, other] = jobs.map(({ mains }) => mains[0]?.outputs['connection-string']);
  expect(one).toBe(other);
  expect(stage.atlas.state.clusters.filter(({ name }) => name.startsWith('feature'))).toHaveLength(1);
});
