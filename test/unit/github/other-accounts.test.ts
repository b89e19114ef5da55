import { describe, expect, it } from 'vitest';
import { type CommentRequest, upsertComment } from '../../../src/github/comments.ts';
import { actionsBot } from '../../../src/simulator/github/tokens.ts';
import { gitHubErrorOf, repository, setStage } from './stage.ts';

const place = { repository, issueNumber: 7, marker: 'atlas-preview:5f00:pr-7' };
const firstLine = '<!-- atlas-preview:5f00:pr-7 -->';
const always = { times: Number.POSITIVE_INFINITY };

/** Ways in which a server says that it has no GraphQL, or not for this token. */
const withoutGraphql: readonly (readonly [what: string, (stage: ReturnType<typeof setStage>) => typeof fetch])[] = [
  ...[401, 403, 404, 405, 410].map((status) => {
    return [`answers ${status}`, answering(() => Response.json({ message: 'No' }, { status }))] as const;
  }),
  ['answers 200 with errors', answering(() => Response.json({ errors: [{ message: 'disabled' }], data: null }))],
  ['answers 200 with a page', answering(() => new Response('<html>Sign in</html>'))],
  ['answers 200 with nothing', answering(() => new Response(null))],
];

function answering(answer: () => Response) {
  return ({ github }: ReturnType<typeof setStage>): typeof fetch =>
    async (input, init) =>
      /\/(graphql|user)$/.test(String(input)) ? answer() : await github.fetch(input, init);
}

/** As a job whose server has no GraphQL; each time a new one, which remembers nothing. */
async function jobWithout(stage: ReturnType<typeof setStage>, fetchOf: (typeof withoutGraphql)[number][1]) {
  const token = stage.github.seedJobToken(stage.shop, { 'pull-requests': 'write' });
  return (request: Partial<CommentRequest> & { body: string }) =>
    stage.open(token, { fetch: fetchOf(stage) }).then((client) => upsertComment(client, { ...place, ...request }));
}

describe('a server without GraphQL', () => {
  it.each(withoutGraphql)('that %s keeps one comment up to date all the same', async (_, fetchOf) => {
    const stage = setStage();
    const write = await jobWithout(stage, fetchOf);
    expect(await write({ body: 'creating' })).toMatchObject({ outcome: 'created' });
    const [first] = stage.pull.comments;
    expect(await write({ body: 'ready' })).toMatchObject({ outcome: 'updated' });
    expect(stage.pull.comments).toEqual([expect.objectContaining({ id: first?.id, body: `${firstLine}\nready` })]);
  });

  it.each(withoutGraphql)('that %s leaves the comment of another account alone', async (_, fetchOf) => {
    const stage = setStage();
    const foreign = `${firstLine}\nuse mongodb://evil`;
    stage.github.seedComments(stage.pull, { author: stage.github.seedAccount('mallory'), body: foreign });
    const write = await jobWithout(stage, fetchOf);
    const written = await write({ body: 'ready' });
    expect(written).toMatchObject({ outcome: 'created', others: [{ author: 'mallory' }] });
    expect(stage.pull.comments.map(({ body }) => body)).toEqual([foreign, `${firstLine}\nready`]);
  });

  it('is not claimed to be unwritten where only the look afterwards fails', async () => {
    const stage = setStage();
    stage.github.faults.add({ match: { method: 'GET', path: '/comments', nth: 2, ...always }, kind: 'status-500' });
    expect(await upsertComment(await stage.openAsJob(), { ...place, body: 'ready' })).toMatchObject({
      outcome: 'created',
      url: expect.stringContaining('#issuecomment-'),
    });
    expect(stage.lines.at(-1)).toMatch(/^The comment is written \(https:\/\/github\.com\/acme\/shop\/pull\/7#/);
  });

  it('answers for whom it is at GET /user, where it has that: no second comment is ever written', async () => {
    const stage = setStage();
    const token = stage.github.seedPersonalToken(stage.shop, { 'pull-requests': 'write' });
    const own: typeof fetch = async (input, init) => {
      if (String(input).endsWith('/graphql')) return new Response('404 page not found', { status: 404 });
      if (!String(input).endsWith('/user')) return await stage.github.fetch(input, init);
      return Response.json({ id: stage.pull.comments[0]?.author.id, login: 'keeper' });
    };
    for (const body of ['creating', 'ready']) {
      await upsertComment(await stage.open(token, { fetch: own }), { ...place, body });
    }
    expect(stage.calls().filter((call) => call.startsWith('POST'))).toEqual(['POST /issues/7/comments 201']);
    expect(stage.pull.comments.map(({ body }) => body)).toEqual([`${firstLine}\nready`]);
  });

  it('does not tell whose the comment is that is only to be brought up to date: it says so', async () => {
    const stage = setStage();
    stage.github.seedComments(stage.pull, { author: actionsBot, body: `${firstLine}\nready` });
    const write = await jobWithout(
      stage,
      answering(() => new Response(null, { status: 404 })),
    );
    expect(await write({ body: 'gone', unlessSaid: 'gone' })).toEqual({
      outcome: 'skipped',
      reason: expect.stringContaining('does not say whose token it is'),
    });
    expect(stage.pull.comments.map(({ body }) => body)).toEqual([`${firstLine}\nready`]);
  });
});

describe("another account's comment with the marker", () => {
  it('is named, also where there is one of our own', async () => {
    const { github, pull, openAsJob } = setStage();
    github.seedComments(pull, { author: github.seedAccount('old-bot'), body: `${firstLine}\nready, at old.example` });
    const others = [{ author: 'old-bot', url: expect.stringContaining('/acme/shop/pull/7#issuecomment-') }];
    for (const [body, outcome] of [
      ['creating', 'created'],
      ['creating', 'unchanged'],
      ['ready', 'updated'],
    ] as const) {
      expect(await upsertComment(await openAsJob(), { ...place, body })).toMatchObject({ outcome, others });
    }
  });

  it('is not answered with one of our own where none is to be created, and is named', async () => {
    const { github, pull, openAsJob } = setStage();
    github.seedComments(pull, { author: github.seedAccount('old-bot'), body: `${firstLine}\nready` });
    const gone = await upsertComment(await openAsJob(), { ...place, body: 'gone', unlessSaid: 'gone' });
    expect(gone).toMatchObject({ outcome: 'absent', others: [{ author: 'old-bot' }] });
    expect(pull.comments).toHaveLength(1);
  });
});

describe('a comment that is only to be brought up to date', () => {
  it('is created by nobody', async () => {
    const { pull, openAsJob } = setStage();
    const gone = await upsertComment(await openAsJob(), { ...place, body: 'gone', unlessSaid: 'gone' });
    expect(gone).toEqual({ outcome: 'absent', others: [] });
    expect(pull.comments).toEqual([]);
  });

  it('is changed once, and left as it is where it says so already', async () => {
    const { github, pull, openAsJob } = setStage();
    github.seedComments(pull, { author: actionsBot, body: `${firstLine}\nready, at old.example` });
    const write = async (body: string) =>
      await upsertComment(await openAsJob(), { ...place, body, unlessSaid: 'is gone' });
    expect(await write('is gone\nfirst run')).toMatchObject({ outcome: 'updated' });
    expect(await write('is gone\nsecond run')).toMatchObject({ outcome: 'unchanged' });
    expect(pull.comments.map(({ body }) => body)).toEqual([`${firstLine}\nis gone\nfirst run`]);
  });
});

describe('a number that only a name says', () => {
  it('is looked up first: nothing is written on an issue, or on a number that nobody has', async () => {
    const { github, shop, pull, openAsJob, calls } = setStage();
    const issue = github.seedIssue(shop, { number: 8 });
    for (const issueNumber of [8, 9]) {
      const request = { ...place, issueNumber, body: 'ready', isGuess: true };
      expect(await upsertComment(await openAsJob(), request)).toEqual({
        outcome: 'skipped',
        reason: `acme/shop has no pull request ${issueNumber}, or the token may not see it.`,
      });
    }
    expect(issue.comments).toEqual([]);
    await upsertComment(await openAsJob(), { ...place, body: 'ready', isGuess: true });
    expect(pull.comments).toHaveLength(1);
    expect(calls().filter((call) => call.startsWith('GET /pulls'))).toHaveLength(3);
  });
});

describe('the time for a comment', () => {
  it('ends a GitHub that limits, at once where it asks for more', async () => {
    const { github, shop, open, waited } = setStage();
    github.faults.add({ match: always, kind: 'status-429', retryAfterSeconds: 110 });
    const token = github.seedJobToken(shop, { 'pull-requests': 'write' });
    const client = await open(token, { within: 20_000 });
    const error = await gitHubErrorOf(upsertComment(client, { ...place, body: 'ready' }));
    expect(error.kind).toBe('rate-limited');
    expect(waited()).toBe(0);
  });

  it('ends before another look, where a POST has been lost', async () => {
    const { github, shop, open, waited } = setStage();
    github.faults.add({ match: { method: 'POST', path: '/comments', ...always }, kind: 'status-500' });
    const token = github.seedJobToken(shop, { 'pull-requests': 'write' });
    const client = await open(token, { within: 5_000 });
    const error = await gitHubErrorOf(upsertComment(client, { ...place, body: 'ready' }));
    expect(error.kind).toBe('server-error');
    expect(waited()).toBeLessThan(5_000);
  });

  it('sends nothing once it is over', async () => {
    const { github, shop, open, calls } = setStage();
    const client = await open(github.seedJobToken(shop, { 'pull-requests': 'write' }), { within: 0 });
    const error = await gitHubErrorOf(upsertComment(client, { ...place, body: 'ready' }));
    expect(error.message).toBe('Could not read the comments of acme/shop#7: nothing is left of the 0 s of this test.');
    expect(calls()).toEqual([]);
  });
});
