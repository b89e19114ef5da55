import { describe, expect, it } from 'vitest';
import { upsertComment } from '../../../src/github/comments.ts';
import { actionsBot } from '../../../src/simulator/github/tokens.ts';
import { gitHubErrorOf, repository, setStage } from './stage.ts';

const place = { repository, issueNumber: 7, marker: 'atlas-preview:5f00:pr-7' };
const firstLine = '<!-- atlas-preview:5f00:pr-7 -->';

describe('a sticky comment', () => {
  it('is created once, then found unchanged, then updated in place', async () => {
    const { pull, openAsJob } = setStage();
    const client = await openAsJob();
    const created = await upsertComment(client, { ...place, body: 'creating' });
    expect(created).toEqual({
      outcome: 'created',
      url: expect.stringContaining('/acme/shop/pull/7#issuecomment-'),
      others: [],
    });
    expect(await upsertComment(client, { ...place, body: 'creating' })).toEqual({ ...created, outcome: 'unchanged' });
    expect(await upsertComment(client, { ...place, body: 'ready' })).toEqual({ ...created, outcome: 'updated' });
    expect(pull.comments.map(({ body }) => body)).toEqual([`${firstLine}\nready`]);
  });

  it('costs a list and nothing else when a later job finds it unchanged, besides the question who it is', async () => {
    const { openAsJob, calls } = setStage();
    await upsertComment(await openAsJob(), { ...place, body: 'ready' });
    const before = calls().length;
    await upsertComment(await openAsJob(), { ...place, body: 'ready' });
    expect(calls().slice(before)).toEqual(['GET /issues/7/comments?per_page=100&page=1 200', 'POST /graphql 200']);
  });

  it('is found behind two hundred other comments', async () => {
    const { github, pull, openAsJob, calls } = setStage();
    github.seedComments(pull, { body: 'a review', times: 240 });
    const client = await openAsJob();
    await upsertComment(client, { ...place, body: 'creating' });
    github.seedComments(pull, { body: 'more review', times: 100 });
    const before = calls().length;
    expect(await upsertComment(client, { ...place, body: 'ready' })).toMatchObject({ outcome: 'updated' });
    expect(pull.comments.filter(({ body }) => body.startsWith('<!--'))).toHaveLength(1);
    expect(
      calls()
        .slice(before)
        .filter((call) => call.startsWith('GET')),
    ).toHaveLength(4);
  });

  it('is left alone where the marker is another one, or not at the top', async () => {
    const { github, pull, openAsJob } = setStage();
    const others = ['<!-- atlas-preview:5f00:pr-70 -->\nnot mine', `quoting\n${firstLine}`, `${firstLine} and more`];
    for (const body of others) github.seedComments(pull, { author: actionsBot, body });
    expect(await upsertComment(await openAsJob(), { ...place, body: 'ready' })).toMatchObject({ outcome: 'created' });
    expect(pull.comments.map(({ body }) => body)).toEqual([...others, `${firstLine}\nready`]);
  });

  it("is never a stranger's comment that bears the marker", async () => {
    const { github, pull, openAsJob } = setStage();
    github.seedComments(pull, { author: github.seedAccount('mallory'), body: `${firstLine}\nuse mongodb://evil` });
    const client = await openAsJob();
    expect(await upsertComment(client, { ...place, body: 'ready' })).toMatchObject({ outcome: 'created' });
    expect(pull.comments.map(({ author }) => author.login)).toEqual(['mallory', actionsBot.login]);
  });

  it('is known by its line ends and trailing space changed', async () => {
    const { github, pull, openAsJob, calls } = setStage();
    github.seedComments(pull, { author: actionsBot, body: `${firstLine}\r\nready\r\nnow` });
    expect(await upsertComment(await openAsJob(), { ...place, body: 'ready\nnow\n' })).toMatchObject({
      outcome: 'unchanged',
    });
    expect(calls().some((call) => call.startsWith('PATCH'))).toBe(false);
  });

  it('is one for each marker', async () => {
    const { pull, openAsJob } = setStage();
    const client = await openAsJob();
    await upsertComment(client, { ...place, marker: 'a', body: 'one' });
    await upsertComment(client, { ...place, marker: 'b', body: 'two' });
    expect(pull.comments).toHaveLength(2);
  });

  it('works in a public repository, and with a GitHub App or a personal token', async () => {
    const { github, shop, pull, open, openAsJob } = setStage({ isPrivate: false });
    const app = await open(github.seedAppToken(shop, { issues: 'write' }));
    const person = await open(github.seedPersonalToken(shop, { 'pull-requests': 'write' }));
    for (const client of [await openAsJob(), app, person]) {
      expect(await upsertComment(client, { ...place, body: 'ready' })).toMatchObject({ outcome: 'created' });
      expect(await upsertComment(client, { ...place, body: 'gone' })).toMatchObject({ outcome: 'updated' });
    }
    expect(pull.comments.map(({ author }) => author.login)).toEqual([
      'github-actions[bot]',
      'preview-keeper[bot]',
      'maintainer',
    ]);
  });
});

describe('races', () => {
  it('leave one comment when jobs create it at the same time', async () => {
    const { pull, openAsJob } = setStage();
    const clients = await Promise.all(Array.from({ length: 4 }, openAsJob));
    const outcomes = await Promise.all(
      clients.map((client, job) => upsertComment(client, { ...place, body: `job ${job}` })),
    );
    expect(pull.comments).toHaveLength(1);
    expect(pull.comments[0]?.body).toMatch(/\njob \d$/);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ outcome: 'created' });
  });

  it('of an earlier version are tidied up: the first stays, at its place in the conversation', async () => {
    const { github, pull, openAsJob } = setStage();
    const [first] = github.seedComments(pull, { author: actionsBot, body: `${firstLine}\nold`, times: 3 });
    expect(await upsertComment(await openAsJob(), { ...place, body: 'new' })).toMatchObject({ outcome: 'updated' });
    expect(pull.comments).toEqual([expect.objectContaining({ id: first?.id, body: `${firstLine}\nnew` })]);
  });

  it('over a deletion are no failure', async () => {
    const { github, pull, openAsJob } = setStage();
    github.seedComments(pull, { author: actionsBot, body: `${firstLine}\nold`, times: 2 });
    github.faults.add({ match: { method: 'DELETE' }, kind: 'error', status: 404, detail: 'Not Found' });
    expect(await upsertComment(await openAsJob(), { ...place, body: 'new' })).toMatchObject({ outcome: 'updated' });
  });
});

describe('a token that may not', () => {
  it.each([
    { whose: 'a fork', permissions: { 'pull-requests': 'read' } as const, lacks: '`pull-requests: write`' },
    {
      whose: 'a job without the permission',
      permissions: { contents: 'read' } as const,
      lacks: '`pull-requests: read`',
    },
  ])('is skipped with the permission that it lacks: $whose', async ({ permissions, lacks }) => {
    const { github, shop, open } = setStage();
    const client = await open(github.seedJobToken(shop, permissions));
    const skipped = await upsertComment(client, { ...place, body: 'ready' });
    expect(skipped).toEqual({ outcome: 'skipped', reason: expect.stringContaining(lacks) });
    expect(skipped).toMatchObject({ reason: expect.stringContaining('Resource not accessible by integration') });
  });

  it('says that the token of a fork stays read-only', async () => {
    const { github, shop, pull, open } = setStage({ isPrivate: false });
    const skipped = await upsertComment(await open(github.seedForkToken(shop)), { ...place, body: 'ready' });
    expect(skipped).toEqual({
      outcome: 'skipped',
      reason:
        'Could not comment on acme/shop#7: GitHub answered 403, "Resource not accessible by integration". ' +
        "GITHUB_TOKEN needs `pull-requests: write` under the job's `permissions:`; otherwise use a fine-grained personal " +
        'access token or a GitHub App with "Pull requests: write". In pull requests of forks and of Dependabot it stays read-only.',
    });
    expect(pull.comments).toEqual([]);
  });

  it('is skipped in a locked conversation, in the words of GitHub', async () => {
    const { pull, openAsJob } = setStage();
    pull.locked = true;
    expect(await upsertComment(await openAsJob(), { ...place, body: 'ready' })).toEqual({
      outcome: 'skipped',
      reason:
        'Could not comment on acme/shop#7: GitHub answered 403, "Unable to create comment because issue is locked.".',
    });
  });

  it('is skipped where there is no such pull request, or it may not see it', async () => {
    const { openAsJob } = setStage();
    const client = await openAsJob();
    expect(await upsertComment(client, { ...place, issueNumber: 8, body: 'ready' })).toMatchObject({
      outcome: 'skipped',
    });
    const elsewhere = { ...place, repository: 'acme/other', body: 'ready' };
    expect(await upsertComment(client, elsewhere)).toMatchObject({ outcome: 'skipped' });
  });

  it('fails when it is no token at all', async () => {
    const { open } = setStage();
    const error = await gitHubErrorOf(upsertComment(await open('ghs_expired'), { ...place, body: 'ready' }));
    expect(error).toMatchObject({ kind: 'unauthorized', status: 401 });
    expect(error.message).toContain('check github-token');
    expect(error.message).not.toContain('ghs_expired');
  });
});
