import { describe, expect, it } from 'vitest';
import type { DigestOptions } from '../../../src/simulator/authentication/digest.ts';
import { type Answer, base, digestHeader, nonceOf, quietAtlas, requestInit, send } from './ask.ts';

const uri = '/api/atlas/v2/groups?pageNum=1';

function atlasWithKey(digest: DigestOptions = {}) {
  const { atlas, clock } = quietAtlas({ digest });
  atlas.seedProject();
  const key = atlas.seedApiKey();
  const ask = (authorization?: string, target = uri) =>
    send(atlas.fetch, `${base}${target}`, requestInit('GET', authorization ? { headers: { authorization } } : {}));
  const answerWith = (nonce: string, nc = '00000001') => ask(digestHeader(key, { uri, nonce, nc }));
  return { atlas, clock, key, ask, answerWith };
}

const isStale = (answer: Answer) => answer.headers.get('www-authenticate')?.includes('stale=true');

describe('digest authentication', () => {
  it('challenges in the words of Atlas, with a new nonce each time', async () => {
    const { ask } = atlasWithKey();
    const [first, second] = [await ask(), await ask()];
    expect(first.status).toBe(401);
    expect(first.headers.get('www-authenticate')).toMatch(
      /^Digest realm="MMS Public API", domain="", nonce="[A-Za-z0-9+/]{32}", algorithm=MD5, qop="auth", stale=false$/,
    );
    expect(nonceOf(first)).not.toBe(nonceOf(second));
    expect(first.headers.get('ratelimit-limit')).toBeNull();
  });

  it('varies the body of the 401 among the three that were recorded', async () => {
    const { atlas } = atlasWithKey();
    const bodies = new Set<string>();
    for (let count = 0; count < 60; count += 1) {
      const answer = await send(atlas.fetch, `${base}/api/atlas/v2/groups`, requestInit('DELETE'));
      bodies.add(answer.text);
      expect(answer.headers.get('content-type')).toBe(answer.text === '' ? null : 'application/json');
    }
    expect(Array.from(bodies, (text) => (text === '' ? undefined : JSON.parse(text)))).toEqual(
      expect.arrayContaining([
        undefined,
        { error: 401, reason: 'Unauthorized', detail: 'You are not authorized for this resource.' },
        {
          error: 401,
          reason: 'Unauthorized',
          detail: 'You are not authorized for this resource.',
          errorCode: 'UNEXPECTED_ERROR',
        },
      ]),
    );
  });

  it('lets in who answers right, and again with the next count', async () => {
    const { ask, answerWith } = atlasWithKey();
    const nonce = nonceOf(await ask());
    expect((await answerWith(nonce)).status).toBe(200);
    expect((await answerWith(nonce, '00000002')).status).toBe(200);
    expect((await answerWith(nonce, '0000000a')).status).toBe(200);
  });

  it('refuses a wrong private key with a fresh challenge that is not stale', async () => {
    const { ask, key } = atlasWithKey();
    const nonce = nonceOf(await ask());
    const answer = await ask(digestHeader({ ...key, privateKey: 'wrong' }, { uri, nonce }));
    expect(answer.status).toBe(401);
    expect(isStale(answer)).toBe(false);
    expect(nonceOf(answer)).not.toBe(nonce);
  });

  it('refuses an answer that was computed over another path or without the query', async () => {
    const { ask, key } = atlasWithKey();
    const nonce = nonceOf(await ask());
    expect((await ask(digestHeader(key, { uri: '/api/atlas/v2/groups', nonce }))).status).toBe(401);
  });

  it('refuses a count of zero and one that is not eight hexadecimal digits', async () => {
    const { ask, answerWith } = atlasWithKey();
    const nonce = nonceOf(await ask());
    expect((await answerWith(nonce, '00000000')).status).toBe(401);
    expect((await answerWith(nonce, '1')).status).toBe(401);
  });

  it('refuses a repeated count unless counts are ignored', async () => {
    const outcomes = { unique: 401, exact: 401, ignored: 200 } as const;
    for (const nonceCount of ['unique', 'exact', 'ignored'] as const) {
      const { ask, answerWith } = atlasWithKey({ nonceCount });
      const nonce = nonceOf(await ask());
      await answerWith(nonce);
      expect((await answerWith(nonce)).status, nonceCount).toBe(outcomes[nonceCount]);
    }
  });

  it('takes only the next count when it counts exactly', async () => {
    const { ask, answerWith } = atlasWithKey({ nonceCount: 'exact' });
    const nonce = nonceOf(await ask());
    expect((await answerWith(nonce, '00000002')).status).toBe(401);
    expect((await answerWith(nonce, '00000001')).status).toBe(200);
    expect((await answerWith(nonce, '00000002')).status).toBe(200);
  });

  it('calls a nonce stale after its life, or keeps silent about it', async () => {
    for (const staleFlag of [true, false]) {
      const { ask, answerWith, clock } = atlasWithKey({ staleFlag });
      const nonce = nonceOf(await ask());
      clock.advance(61_000);
      const answer = await answerWith(nonce);
      expect(answer.status).toBe(401);
      expect(isStale(answer)).toBe(staleFlag);
      expect((await answerWith(nonceOf(answer))).status).toBe(200);
    }
  });

  it('can ask for SHA-256', async () => {
    const { ask, key } = atlasWithKey({ algorithm: 'SHA-256' });
    const nonce = nonceOf(await ask());
    expect((await ask(digestHeader(key, { uri, nonce }))).status).toBe(401);
    expect((await ask(digestHeader(key, { uri, nonce, algorithm: 'SHA-256' }))).status).toBe(200);
  });

  it('does nothing of what a challenged request asks for', async () => {
    const { atlas } = atlasWithKey();
    const project = atlas.state.projects[0];
    await send(atlas.fetch, `${base}/api/atlas/v2/groups/${project?.id}`, requestInit('DELETE'));
    expect(atlas.state.projects).toEqual([project]);
  });
});
