import { describe, expect, it } from 'vitest';
import { runOf } from '../../support/runner/events.ts';
import { setSweepStage } from '../sweep/stage.ts';
import { setEventStage, worldOf } from './stage.ts';

const run = runOf('pull_request', { repository: 'acme/shop' });

/** A run on a server that is not github.com and does not say where its API is (go-gitea/gitea#23276). */
function onForeignServer() {
  const { variables, files } = worldOf(run);
  return { files, variables: { ...variables, GITHUB_SERVER_URL: 'https://gitea.example', GITHUB_API_URL: '' } };
}

const NOT_SENT =
  /The address of this server's API is not known \(GITHUB_API_URL is empty, or no address\), so github-token was not sent anywhere\./;

describe('a server that does not say where its API is', () => {
  it('is sent no token for a comment, and neither is github.com', async () => {
    const stage = setEventStage();
    const door = await stage.run('provision', { ...stage.inputs, ...stage.withComment }, onForeignServer());
    expect(door.annotations).toEqual([{ level: 'notice', message: expect.stringMatching(NOT_SENT) }]);
    expect([door.failed(), stage.gitHub.requests]).toEqual([false, []]);
  });

  it('is sent no token for a secret: red, before there is a user', async () => {
    const stage = setEventStage();
    const inputs = { 'cluster-name': 'orders', 'save-as-secret': 'URI', 'github-token': stage.token };
    const door = await stage.run('connect', { ...stage.withAccount, ...inputs }, onForeignServer());
    expect(door.annotations).toEqual([{ level: 'error', message: expect.stringMatching(NOT_SENT) }]);
    expect([stage.gitHub.requests, stage.calls().filter((call) => call.startsWith('POST'))]).toEqual([[], []]);
  });

  it('is sent no token by sweep, which keeps what it cannot ask about', async () => {
    const stage = setSweepStage();
    stage.seedEnvironment('pr-7', { expiresIn: 9 });
    const { variables } = onForeignServer();
    const door = await stage.sweep(stage.withToken, { variables });
    expect(door.outputs.failed).toMatch(NOT_SENT);
    expect([door.failed(), stage.github.requests, door.outputs.deleted]).toEqual([true, [], '[]']);
  });
});

describe('an event file that holds nothing', () => {
  it.each(['', '{"pull_request":', '[]'])('(%s) is told in one sentence, where it matters', async (text) => {
    const stage = setEventStage();
    const { variables } = worldOf(run);
    const world = { variables, files: { '/event.json': text } };
    const door = await stage.run('provision', { ...stage.inputs, ...stage.withComment }, world);
    expect(door.annotations).toEqual([
      {
        level: 'error',
        message: expect.stringMatching(
          /^environment or cluster-name is required\. The payload of event pull_request \(the file that GITHUB_EVENT_PATH names\) (is empty|is no JSON|holds no JSON object), so nothing says which pull request this run is for\.$/,
        ),
      },
    ]);
    const named = await stage.run('provision', { ...stage.inputs, ...stage.withComment, environment: 'pr-12' }, world);
    expect([named.annotations, stage.commented()]).toEqual([[], [12]]);
  });
});

describe('a pull request from a fork that has been deleted', () => {
  it('is skipped as any other fork is, and names no secret as missing', async () => {
    const stage = setEventStage();
    const world = worldOf(runOf('pull_request', { repository: 'acme/shop', head: 'deleted fork' }));
    const inputs = { 'project-id': stage.project.id, 'password-seed': '', 'on-missing-credentials': 'skip' };
    const skipped = await stage.run('provision', inputs, world);
    expect(skipped.annotations).toEqual([
      {
        level: 'notice',
        message:
          'Skipped, nothing was done: this is a pull request from a fork that has been deleted, and GitHub hands it no secrets.',
      },
    ]);
    expect([skipped.failed(), skipped.outputs.skipped]).toEqual([false, 'true']);
    const failed = await stage.run('provision', { 'project-id': stage.project.id }, world);
    expect(failed.annotations[0]?.message).toMatch(
      /^There are no Atlas credentials: this is a pull request from a fork/,
    );
  });
});
