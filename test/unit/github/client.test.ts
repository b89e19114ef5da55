import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { upsertComment } from '../../../src/github/comments.ts';
import { pullRequestState } from '../../../src/github/pull-requests.ts';
import { saveSecret } from '../../../src/github/secrets.ts';
import { failureOf, gitHubErrorOf, repository, setStage } from './stage.ts';

const pull = { repository, number: 7 };

describe('requests', () => {
  it('name the version of the API and who asks, and carry the token', async () => {
    const { github, openAsJob } = setStage();
    await pullRequestState(await openAsJob(), pull);
    expect(github.requests[0]).toMatchObject({
      host: 'api.github.com',
      path: '/repos/acme/shop/pulls/7',
      caller: 'github-actions[bot]',
      headers: { 'x-github-api-version': '2022-11-28', 'user-agent': expect.stringContaining('atlas-actions') },
    });
  });

  it('go to a GitHub Enterprise Server where the job runs on one, GraphQL beside REST', async () => {
    const { github, shop, open } = setStage({ apiPath: '/api/v3' });
    const token = github.seedJobToken(shop, { 'pull-requests': 'write' });
    const client = await open(token, { apiUrl: 'https://github.acme.example/api/v3/' });
    for (const _ of [1, 2]) {
      await upsertComment(client, { repository, issueNumber: 7, marker: 'm', body: 'ready' });
    }
    const places = github.requests.map(({ host, path }) => `${host}${path.split('?')[0]}`);
    expect(new Set(places)).toEqual(
      new Set(['github.acme.example/api/v3/repos/acme/shop/issues/7/comments', 'github.acme.example/api/graphql']),
    );
  });

  it('go over a real network too', async () => {
    const { github, shop, pull: seeded, open } = setStage();
    await using listening = await github.listen();
    const token = github.seedJobToken(shop, { 'pull-requests': 'write' });
    const client = await open(token, { apiUrl: listening.url, fetch });
    github.faults.add({ match: { method: 'POST', path: '/comments' }, kind: 'cut-after' });
    await upsertComment(client, { repository, issueNumber: 7, marker: 'm', body: 'ready' });
    expect(seeded.comments).toHaveLength(1);
    expect(await pullRequestState(client, pull)).toBe('open');
  });

  it('follow a repository to its new name, with the same method', async () => {
    const { pull: seeded, openAsJob } = setStage();
    const client = await openAsJob();
    expect(await pullRequestState(client, { repository: 'acme/old-shop', number: 7 })).toBe('open');
    const place = { repository: 'acme/old-shop', issueNumber: 7, marker: 'm' };
    expect(await upsertComment(client, { ...place, body: 'one' })).toMatchObject({ outcome: 'created' });
    expect(await upsertComment(client, { ...place, body: 'two' })).toMatchObject({ outcome: 'updated' });
    expect(seeded.comments).toHaveLength(1);
  });

  it.each([
    ['another host', 'https://evil.example/repos/acme/shop/pulls/7', 'evil.example'],
    ['another port', 'https://api.github.com:8443/repos/acme/shop/pulls/7', 'api.github.com:8443'],
    ['no TLS', 'http://api.github.com/repos/acme/shop/pulls/7', 'api.github.com'],
    ['no address', 'https://[', 'something that is no address'],
  ])('never follow to %s, where the token would go along', async (_, Location, shown) => {
    const { open } = setStage();
    const asked: string[] = [];
    const client = await open('ghs_x', {
      fetch: async (input) => {
        asked.push(String(input));
        return new Response(null, {
          status: 301,
          headers: { Location },
        });
      },
    });
    const error = await gitHubErrorOf(pullRequestState(client, pull));
    expect(error.message).toBe(
      `Could not read pull request acme/shop#7: api.github.com redirects to ${shown}, which is not followed.`,
    );
    expect(asked).toEqual(['https://api.github.com/repos/acme/shop/pulls/7']);
  });

  it.each(['acme', 'acme/', '/shop', 'acme/shop/pulls', 'acme/..', '../shop', 'acme/sh op', ''])(
    'are not made for "%s", which is no repository',
    async (wrong) => {
      const { openAsJob, github } = setStage();
      const client = await openAsJob();
      expect((await failureOf(pullRequestState(client, { repository: wrong, number: 7 }))).message).toContain(
        'owner/name',
      );
      expect(github.requests).toEqual([]);
    },
  );
});

describe('cancellation', () => {
  it('ends a request that is under way with the reason of the job', async () => {
    const { github, shop, lines, open } = setStage();
    const cancelled = new AbortController();
    const client = await open(github.seedJobToken(shop, { 'pull-requests': 'write' }), { signal: cancelled.signal });
    github.faults.add({ match: { method: 'GET' }, kind: 'stall' });
    const failure = failureOf(pullRequestState(client, pull));
    const reason = new Error('The job was cancelled.');
    setTimeout(() => cancelled.abort(reason), 20);
    expect(await failure).toBe(reason);
    expect(lines).toEqual([]);
  });
});

describe('the token', () => {
  it('must be there, and must be one', async () => {
    const { open } = setStage();
    expect((await failureOf(open(''))).message).toContain('set github-token');
    const error = await failureOf(open('ghs_first-half\nsecond-half'));
    expect(error.message).toBe('github-token is no token: it holds spaces or line breaks.');
  });

  it('stands in no error and no line of the log, nor does a value, in any form', async () => {
    const value = 'mongodb+srv://app:p%40ss@orders.example.net';
    for (const kind of ['status-401', 'status-500', 'cut-after', 'garbage', 'status-503-empty'] as const) {
      const { github, shop, lines, open } = setStage();
      const token = github.seedPersonalToken(shop, { secrets: 'write' });
      github.faults.add({ match: { method: 'PUT', times: Number.POSITIVE_INFINITY }, kind });
      const client = await open(token);
      const error = await saveSecret(client, { repository, name: 'URI', value }).catch((thrown: unknown) => thrown);
      const shown = [inspect(error, { depth: 20, showHidden: true }), inspect(client, { depth: 20 }), ...lines].join(
        '\n',
      );
      for (const secret of [token, value, Buffer.from(value).toString('base64')]) expect(shown).not.toContain(secret);
    }
  });
});
