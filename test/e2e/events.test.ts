import { describe, expect, it } from 'vitest';
import { createGitHubSimulator } from '../../src/simulator/github/github.ts';
import { openListeningStage } from '../support/listening-stage.ts';
import { type EventName, runOf } from '../support/runner/events.ts';

const seed = 'seed of the events test, long enough';
const always = { times: Number.POSITIVE_INFINITY };

/** A simulated Atlas and GitHub on ports, and steps that run for an event. */
async function openEventStage() {
  const stage = await openListeningStage();
  const github = createGitHubSimulator();
  const repository = github.seedRepository({ name: 'octo/shop' });
  const pulls = new Map([1, 2, 3, 4, 5, 6].map((number) => [number, github.seedPullRequest(repository, { number })]));
  const token = github.seedJobToken(repository, { contents: 'read', 'pull-requests': 'write' });
  const door = await github.listen();
  const provision = async (
    run: Pick<ReturnType<typeof runOf>, 'event' | 'runnerEnv'>,
    inputs: Readonly<Record<string, string>> = {},
    runnerEnv: Readonly<Record<string, string>> = {},
  ) => {
    const { main } = await stage.run(
      { action: 'provision', inputs: { ...stage.withAccount, 'password-seed': seed, comment: 'true', ...inputs } },
      {
        token,
        event: run.event,
        runnerEnv: { ...run.runnerEnv, GITHUB_API_URL: door.url, ...runnerEnv },
        secrets: [...Object.values(stage.secrets), seed],
      },
    );
    return main;
  };
  const environments = () =>
    stage.atlas.state.clusters.flatMap(
      ({ settings }) => settings.tags?.find(({ key }) => key === 'gha-environment')?.value ?? [],
    );
  return {
    ...stage,
    github,
    provision,
    environments,
    commented: () => [...pulls.values()].filter(({ comments }) => comments.length > 0).map(({ number }) => number),
    [Symbol.asyncDispose]: async () => void (await Promise.all([stage[Symbol.asyncDispose](), door.close()])),
  };
}

describe('an event through the committed bundle', () => {
  it('leads to the environment and the comment of its pull request, for each kind of event that knows one', async () => {
    await using stage = await openEventStage();
    const events: readonly EventName[] = [
      'pull_request_target',
      'pull_request_review',
      'issue_comment',
      'workflow_run',
      'merge_group',
    ];
    const results = await Promise.all([
      ...events.map((event, index) => stage.provision(runOf(event, { number: index + 1 }))),
      stage.provision(runOf('workflow_dispatch'), { environment: 'pr-6' }),
    ]);
    expect(results.map(({ annotations }) => annotations)).toEqual(results.map(() => []));
    const numbers = [1, 2, 3, 4, 5, 6];
    expect(stage.environments().sort()).toEqual(numbers.map((number) => `pr-${number}`));
    expect(stage.commented()).toEqual(numbers);
  }, 60_000);

  it('without a pull request is named, before any request', async () => {
    await using stage = await openEventStage();
    const [leftover, nothing, closed, deletedFork] = await Promise.all([
      stage.provision(runOf('push'), { environment: 'pr-' }),
      stage.provision(runOf('schedule')),
      stage.provision(runOf('pull_request_target', { action: 'closed' })),
      stage.provision(runOf('pull_request', { head: 'deleted fork' }), {
        'client-id': '',
        'client-secret': '',
        'password-seed': '',
        'on-missing-credentials': 'skip',
      }),
    ]);
    expect(leftover.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^environment: "pr-" is what an expression .*Event push belongs to no pull request/),
    ]);
    expect(nothing.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^environment or cluster-name is required\. Event schedule belongs to no pull request/),
    ]);
    expect(closed.annotations).toEqual([
      expect.objectContaining({ level: 'notice', message: expect.stringContaining('pull request 7 is closed') }),
    ]);
    expect([closed.exitCode, closed.outputs.skipped]).toEqual([0, 'true']);
    expect(deletedFork.annotations).toEqual([
      expect.objectContaining({ level: 'notice', message: expect.stringContaining('a fork that has been deleted') }),
    ]);
    expect([stage.atlas.requests, stage.github.requests]).toEqual([[], []]);
  }, 60_000);
});

describe('a GitHub that is not as it should be, through the committed bundle', () => {
  it('costs a notice: it limits, it does not say where it is, it has no GraphQL, its event file is empty', async () => {
    await using stage = await openEventStage();
    const run = (number: number) => runOf('pull_request', { number });
    stage.github.faults.add({ match: { method: 'POST', path: '/graphql', ...always }, kind: 'error', status: 404 });
    stage.github.faults.add({
      match: { path: /issues\/2\/comments/, ...always },
      kind: 'status-429',
      retryAfterSeconds: 110,
    });
    const [plain, limiting, foreign, empty] = await Promise.all([
      stage.provision(run(1)),
      stage.provision(run(2)),
      stage.provision(run(3), {}, { GITHUB_API_URL: '', GITHUB_SERVER_URL: 'https://gitea.example' }),
      stage.provision(run(4), { environment: 'pr-4' }, { GITHUB_EVENT_PATH: '/dev/null' }),
    ]);
    expect([plain.annotations, plain.exitCode]).toEqual([[], 0]);
    expect(limiting.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The comment may be missing or out of date: Could not .* answered 429/),
    ]);
    expect(foreign.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining('so github-token was not sent anywhere'),
    ]);
    expect([limiting.exitCode, foreign.exitCode, empty.exitCode]).toEqual([0, 0, 0]);
    expect(empty.annotations).toEqual([]);
    const again = await stage.provision(run(1), { 'expires-in-hours': '100' });
    expect([again.annotations, stage.commented()]).toEqual([[], [1, 4]]);
  }, 60_000);
});

it('a proxy that is not there is named with its variable, by Atlas and by GitHub', async () => {
  await using stage = await openEventStage();
  const dead = await stage.provision(runOf('pull_request'), {}, { http_proxy: 'http://127.0.0.1:9' });
  expect(dead.annotations.map(({ message }) => message)).toEqual([
    expect.stringContaining('the proxy 127.0.0.1:9 (http_proxy) cannot be reached (ECONNREFUSED)'),
  ]);
});
