import { expect, it } from 'vitest';
import { createGitHubSimulator } from '../../src/simulator/github/github.ts';
import { openForwardProxy } from '../support/forward-proxy.ts';
import { openListeningStage } from '../support/listening-stage.ts';
import { exposedTexts } from '../support/runner/exposed-texts.ts';
import { findLeaks } from '../support/runner/leaks.ts';

it('Atlas and GitHub are reached through a proxy that asks for a password, which nobody sees', async () => {
  await using stage = await openListeningStage();
  await using proxy = await openForwardProxy();
  const github = createGitHubSimulator();
  const repository = github.seedRepository({ name: 'octo/shop' });
  github.seedPullRequest(repository, { number: 7 });
  const token = github.seedJobToken(repository, { contents: 'read', 'pull-requests': 'write' });
  await using door = await github.listen();
  const password = 'proxy-p@ssword';
  const { main, post } = await stage.run(
    {
      action: 'provision',
      inputs: { ...stage.withAccount, 'password-seed': 'seed of the proxy test', comment: 'true' },
    },
    {
      token,
      event: { pull_request: { number: 7, head: { repo: { full_name: 'octo/shop' } } } },
      runnerEnv: {
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_API_URL: door.url,
        http_proxy: `http://user:${encodeURIComponent(password)}@127.0.0.1:${proxy.port}`,
      },
    },
  );
  expect([main.annotations, main.exitCode, post?.exitCode]).toEqual([[], 0, 0]);
  const hosts = [stage.url, door.url].map((url) => new URL(url).host);
  expect(new Set(proxy.tunnels.map(({ target }) => target))).toEqual(new Set(hosts));
  const authorization = `Basic ${Buffer.from(`user:${password}`).toString('base64')}`;
  expect(new Set(proxy.tunnels.map((tunnel) => tunnel.authorization))).toEqual(new Set([authorization]));
  for (const result of post ? [main, post] : [main]) {
    expect(findLeaks(exposedTexts(result), { ...stage.secrets, password })).toEqual([]);
  }
});
