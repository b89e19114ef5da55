import { describe, expect, it } from 'vitest';
import { base, formRequest, quietAtlas, requestInit, send, tokenRequest } from './ask.ts';

function atlasWithAccount() {
  const { atlas, clock } = quietAtlas();
  atlas.seedProject();
  const account = atlas.seedServiceAccount();
  const listProjects = (token: string) =>
    send(
      atlas.fetch,
      `${base}/api/atlas/v2/groups`,
      requestInit('GET', { headers: { authorization: `Bearer ${token}` } }),
    );
  return { atlas, clock, account, listProjects };
}

describe('service accounts', () => {
  it('look like those of Atlas', () => {
    const { account } = atlasWithAccount();
    expect(account.clientId).toMatch(/^mdb_sa_id_[0-9a-f]{24}$/);
    expect(account.secret).toMatch(/^mdb_sa_sk_/);
  });

  it('get a token for an hour, which opens the API until then', async () => {
    const { atlas, account, listProjects, clock } = atlasWithAccount();
    const { status, body, headers } = await tokenRequest(atlas, account);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/),
      expires_in: 3600,
      token_type: 'Bearer',
    });
    expect((await listProjects(body.access_token)).status).toBe(200);
    clock.advance(3600_000);
    expect((await listProjects(body.access_token)).status).toBe(401);
  });

  it('with a wrong secret get an OAuth error', async () => {
    const { atlas, account } = atlasWithAccount();
    const { status, body } = await tokenRequest(atlas, { ...account, secret: 'mdb_sa_sk_wrong' });
    expect([status, body.error]).toEqual([401, 'invalid_client']);
  });

  it('can revoke a token, which then opens nothing', async () => {
    const { atlas, account, listProjects } = atlasWithAccount();
    const { body } = await tokenRequest(atlas, account);
    const form = `token=${body.access_token}&token_type_hint=access_token`;
    expect((await formRequest(atlas, account, { path: '/api/oauth/revoke', form })).status).toBe(200);
    expect((await listProjects(body.access_token)).status).toBe(401);
  });

  it('have at most a hundred live tokens', async () => {
    const { atlas, account, clock } = atlasWithAccount();
    for (let count = 0; count < 100; count += 1) {
      expect((await tokenRequest(atlas, account)).status).toBe(200);
      clock.advance(1500);
    }
    const { status, body } = await tokenRequest(atlas, account);
    expect([status, body.error]).toEqual([403, 'access_denied']);
    clock.advance(3600_000);
    expect((await tokenRequest(atlas, account)).status).toBe(200);
  });

  it('can ask for fifty tokens a minute and are then told to wait', async () => {
    const { atlas, account, clock } = atlasWithAccount();
    const answers = [];
    for (let count = 0; count < 51; count += 1) answers.push(await tokenRequest(atlas, account));
    const last = answers.at(-1);
    expect([last?.status, last?.body.errorCode]).toEqual([429, 'RATE_LIMITED']);
    clock.advance(Number(last?.headers.get('retry-after')) * 1000);
    expect((await tokenRequest(atlas, account)).status).toBe(200);
  });

  it('must say which grant they want, in a form', async () => {
    const { atlas, account } = atlasWithAccount();
    const { status, body } = await formRequest(atlas, account, {
      path: '/api/oauth/token',
      form: 'grant_type=password',
    });
    expect([status, body.error]).toEqual([400, 'unsupported_grant_type']);
  });
});
