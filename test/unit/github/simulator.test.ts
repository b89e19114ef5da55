import { describe, expect, it } from 'vitest';
import { createGitHubSimulator } from '../../../src/simulator/github/github.ts';

const base = 'https://api.github.com/repos/acme/shop';

function setUp({ isPrivate = true }: { isPrivate?: boolean } = {}) {
  const github = createGitHubSimulator();
  const shop = github.seedRepository({ name: 'acme/shop', isPrivate });
  const pull = github.seedPullRequest(shop, { number: 7 });
  const ask = async (token: string | undefined, method: string, path: string, body?: unknown) => {
    const response = await github.fetch(path.startsWith('https:') ? path : `${base}${path}`, {
      method,
      headers: { 'User-Agent': 'test', ...(token !== undefined && { Authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { github, shop, pull, ask };
}

describe('the simulated GitHub', () => {
  it('pages a list with links that lead on', async () => {
    const { github, shop, pull, ask } = setUp();
    github.seedComments(pull, { body: 'x', times: 65 });
    const token = github.seedJobToken(shop, { issues: 'read' });
    const seen: number[] = [];
    for (let next: string | undefined = '/issues/7/comments'; next !== undefined; ) {
      const { headers, body } = await ask(token, 'GET', next);
      seen.push(body.length);
      next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual([30, 30, 5]);
  });

  it.each([
    { may: 'nothing', permissions: {}, statuses: [403, 403, 403, 403] },
    { may: 'read', permissions: { 'pull-requests': 'read' }, statuses: [200, 403, 200, 403] },
    { may: 'comment', permissions: { 'pull-requests': 'write' }, statuses: [200, 201, 200, 403] },
    { may: 'comment by way of issues', permissions: { issues: 'write' }, statuses: [200, 201, 403, 403] },
  ] as const)('lets the token of a job do what its permissions say: $may', async ({ permissions, statuses }) => {
    const { github, shop, ask } = setUp();
    const token = github.seedJobToken(shop, permissions);
    const answers = [
      await ask(token, 'GET', '/issues/7/comments'),
      await ask(token, 'POST', '/issues/7/comments', { body: 'hello' }),
      await ask(token, 'GET', '/pulls/7'),
      await ask(token, 'GET', '/actions/secrets/public-key'),
    ];
    expect(answers.map(({ status }) => status)).toEqual(statuses);
    for (const { status, body } of answers) {
      if (status === 403)
        expect(body).toMatchObject({ message: 'Resource not accessible by integration', status: '403' });
    }
  });

  it('shows what is public to every token, and hides what is private from strangers', async () => {
    for (const isPrivate of [true, false]) {
      const { github, ask } = setUp({ isPrivate });
      const stranger = github.seedPersonalToken(github.seedRepository({ name: 'else/where' }), { issues: 'write' });
      expect((await ask(stranger, 'GET', '/issues/7/comments')).status).toBe(isPrivate ? 404 : 200);
      expect((await ask(stranger, 'POST', '/issues/7/comments', { body: 'x' })).status).toBe(isPrivate ? 404 : 403);
    }
  });

  it('knows bad credentials, missing ones and callers without a name', async () => {
    const { github, ask } = setUp();
    expect(await ask('ghp_wrong', 'GET', '/pulls/7')).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    });
    expect(await ask(undefined, 'GET', '/pulls/7')).toMatchObject({
      status: 401,
      body: { message: 'Requires authentication' },
    });
    expect((await github.fetch(`${base}/pulls/7`)).status).toBe(403);
  });

  it('gives no job a permission that workflows do not know', () => {
    const { github, shop } = setUp();
    expect(() => github.seedJobToken(shop, { secrets: 'write' })).toThrow('GITHUB_TOKEN cannot have');
  });

  it('refuses a comment that is too long, blank or in a locked conversation', async () => {
    const { github, shop, pull, ask } = setUp();
    const token = github.seedJobToken(shop, { issues: 'write' });
    const post = (body: string) => ask(token, 'POST', '/issues/7/comments', { body });
    expect((await post('🍃'.repeat(65_536))).status).toBe(201);
    expect((await post('x'.repeat(65_537))).body.errors[0].message).toBe(
      'Body is too long (maximum is 65536 characters)',
    );
    expect((await post(' \n')).status).toBe(422);
    pull.locked = true;
    expect((await post('x')).status).toBe(403);
  });

  it('keeps environments for admins to make, and finds them whatever the case', async () => {
    const { github, shop, ask } = setUp();
    const admin = github.seedPersonalToken(shop, { administration: 'write', actions: 'read' });
    expect((await ask(github.seedJobToken(shop, { actions: 'write' }), 'PUT', '/environments/pr%2F7')).status).toBe(
      403,
    );
    expect((await ask(admin, 'PUT', '/environments/pr%2F7')).body).toMatchObject({ name: 'pr/7' });
    expect((await ask(admin, 'GET', '/environments/PR%2F7')).status).toBe(200);
    expect((await ask(admin, 'GET', '/environments')).body.total_count).toBe(1);
    expect((await ask(admin, 'DELETE', '/environments/pr%2F7')).status).toBe(204);
    expect((await ask(admin, 'GET', '/environments/pr%2F7')).status).toBe(404);
  });

  it('takes secrets that are sealed for it, and shows them without their values', async () => {
    const { github, shop, ask } = setUp();
    const token = github.seedPersonalToken(shop, { secrets: 'write' });
    const { body: key } = await ask(token, 'GET', '/actions/secrets/public-key');
    const sealed = { encrypted_value: Buffer.alloc(60, 1).toString('base64'), key_id: key.key_id };
    const put = (name: string, body: unknown) => ask(token, 'PUT', `/actions/secrets/${name}`, body);
    expect((await put('uri', sealed)).status).toBe(201);
    expect((await put('URI', sealed)).status).toBe(204);
    expect((await put('URI', { ...sealed, key_id: '1' })).status).toBe(422);
    expect((await put('URI', { ...sealed, encrypted_value: 'in clear' })).status).toBe(422);
    expect((await put('GITHUB_URI', sealed)).status).toBe(422);
    expect((await ask(token, 'GET', '/actions/secrets')).body).toMatchObject({
      total_count: 1,
      secrets: [{ name: 'URI' }],
    });
    expect((await ask(token, 'DELETE', '/actions/secrets/URI')).status).toBe(204);
    expect((await ask(token, 'GET', '/actions/secrets/URI')).status).toBe(404);
  });

  it('records what arrived, without the token', async () => {
    const { github, shop, ask } = setUp();
    const token = github.seedJobToken(shop, { issues: 'write' });
    await ask(token, 'POST', '/issues/7/comments', { body: 'hello' });
    expect(github.requests).toMatchObject([
      {
        method: 'POST',
        path: '/repos/acme/shop/issues/7/comments',
        pathTemplate: '/repos/{owner}/{repo}/issues/{number}/comments',
        caller: 'github-actions[bot]',
        authorization: 'bearer',
        body: { body: 'hello' },
        status: 201,
      },
    ]);
    expect(JSON.stringify(github.requests)).not.toContain(token);
  });

  it('breaks connections over a real network as it is told to', async () => {
    const { github, shop } = setUp();
    await using listening = await github.listen();
    const headers = { Authorization: `token ${github.seedJobToken(shop, { 'pull-requests': 'read' })}` };
    const ask = () => fetch(`${listening.url}/repos/acme/shop/pulls/7`, { headers });
    for (const kind of ['refuse', 'cut-before', 'cut-after'] as const) {
      github.faults.add({ match: { path: '/pulls/7' }, kind });
      await expect(ask()).rejects.toThrow('fetch failed');
      github.faults.clear();
    }
    expect(await (await ask()).json()).toMatchObject({ number: 7, state: 'open' });
  });
});
