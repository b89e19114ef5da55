import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseDigestChallenge } from '../../../src/atlas/challenge.ts';
import { getCluster } from '../../../src/atlas/clusters.ts';
import { deadlineIn } from '../../../src/atlas/deadline.ts';
import { setStage } from '../../support/stage.ts';
import { testClient } from '../../support/test-client.ts';

type DigestOptions = NonNullable<Parameters<typeof setStage>[0]>['digest'];

function digestStage(digest: DigestOptions = {}) {
  const stage = setStage({ digest });
  const { publicKey, privateKey } = stage.key;
  const make = (secret = privateKey) =>
    testClient({
      credentials: { kind: 'api-key', publicKey, privateKey: secret },
      fetch: stage.atlas.fetch,
      clock: stage.clock,
    });
  const address = { groupId: stage.project.id, clusterName: 'orders' };
  return { ...stage, make, address, count: () => stage.atlas.requests.length };
}

async function times(count: number, work: () => Promise<unknown>) {
  for (let done = 0; done < count; done++) await work();
}

describe('signing with an API key', () => {
  it.each(['ignored', 'unique', 'exact'] as const)(
    'costs N + 1 requests for N calls in a row, nonce counts %s',
    async (nonceCount) => {
      const { make, address, count } = digestStage({ nonceCount });
      const client = make();
      await times(20, () => getCluster(client, address));
      expect(count()).toBe(21);
    },
  );

  it.each(['ignored', 'unique', 'exact'] as const)(
    'costs N + 1 requests for N calls at once, cold and warm, nonce counts %s',
    async (nonceCount) => {
      const { make, address, count } = digestStage({ nonceCount });
      const client = make();
      await Promise.all(Array.from({ length: 10 }, () => getCluster(client, address)));
      expect(count()).toBe(11);
      await Promise.all(Array.from({ length: 10 }, () => getCluster(client, address)));
      expect(count()).toBe(21);
    },
  );

  it('takes a new nonce when the old one has aged, at the cost of one request', async () => {
    const { make, address, count, time } = digestStage({ nonceLifetimeSeconds: 60 });
    const client = make();
    await getCluster(client, address);
    time.advance(61_000);
    await getCluster(client, address);
    expect(count()).toBe(4);
  });

  it('takes a new nonce also from a server that does not say stale', async () => {
    const { make, address, time } = digestStage({ nonceLifetimeSeconds: 60, staleFlag: false });
    const client = make();
    await getCluster(client, address);
    time.advance(61_000);
    await expect(getCluster(client, address)).resolves.toMatchObject({ name: 'orders' });
  });

  it('shares one new nonce when several calls meet an aged one', async () => {
    const { make, address, count, time } = digestStage({ nonceLifetimeSeconds: 60 });
    const client = make();
    await getCluster(client, address);
    time.advance(61_000);
    await Promise.all(Array.from({ length: 5 }, () => getCluster(client, address)));
    expect(count()).toBe(2 + 10);
  });

  it('ends where the server calls every nonce stale', async () => {
    const { address, key } = digestStage();
    let requests = 0;
    const alwaysStale: typeof fetch = async () => {
      const challenge = `Digest realm="r", nonce="n${++requests}", qop="auth", stale=true`;
      return new Response('', { status: 401, headers: { 'WWW-Authenticate': challenge } });
    };
    const { publicKey, privateKey } = key;
    const client = testClient({ credentials: { kind: 'api-key', publicKey, privateKey }, fetch: alwaysStale });
    await expect(getCluster(client, address)).rejects.toMatchObject({ status: 401 });
    expect(requests).toBe(4);
  });

  it('speaks SHA-256 where the challenge asks for it', async () => {
    const { make, address, count } = digestStage({ algorithm: 'SHA-256' });
    await expect(getCluster(make(), address)).resolves.toMatchObject({ name: 'orders' });
    expect(count()).toBe(2);
  });

  it('calls credentials bad after one refusal of a fresh nonce', async () => {
    const { make, address, count } = digestStage();
    const client = make('wrong');
    const before = count();
    await expect(getCluster(client, address)).rejects.toThrow(/Atlas does not accept the credentials/);
    expect(count() - before).toBe(2);
    for (let more = 0; more < 5; more++)
      await expect(getCluster(client, address)).rejects.toMatchObject({ status: 401 });
    await expect(Promise.all(Array.from({ length: 5 }, () => getCluster(client, address)))).rejects.toMatchObject({
      status: 401,
    });
  });

  const said = { error: 401, reason: 'Unauthorized', detail: 'You are not authorized for this resource.' };

  it.each([
    ['JSON with a code', JSON.stringify({ ...said, errorCode: 'UNEXPECTED_ERROR' })],
    ['JSON without a code', JSON.stringify(said)],
    ['empty', ''],
  ])('meets a 401 whose body is %s, both as a challenge and as a refusal', async (_, body) => {
    const stage = setStage();
    const { publicKey, privateKey } = stage.key;
    const rewriting: typeof fetch = async (input, init) => {
      const { status, headers, ...rest } = await stage.atlas.fetch(input, init).then(async (response) => ({
        status: response.status,
        headers: response.headers,
        text: await response.text(),
      }));
      return new Response(status === 401 ? body : rest.text, { status, headers });
    };
    const address = { groupId: stage.project.id, clusterName: 'orders' };
    const open = (key: string) =>
      testClient({
        credentials: { kind: 'api-key', publicKey, privateKey: key },
        fetch: rewriting,
        clock: stage.clock,
        deadline: deadlineIn(3_600_000, stage.clock),
      });
    await expect(getCluster(open(privateKey), address)).resolves.toMatchObject({ name: 'orders' });
    expect(stage.atlas.requests).toHaveLength(2);
    await expect(getCluster(open('wrong'), address)).rejects.toThrow(/Atlas does not accept the credentials/);
    expect(stage.atlas.requests).toHaveLength(4);
  });

  it('does not repeat a call that lacks rights: its 401 is about the role', async () => {
    const stage = setStage({ roles: ['Project Read Only'] });
    const { publicKey, privateKey } = stage.key;
    const door = await stage.run('snapshot', { ...stage.withKey, 'cluster-name': 'orders' });
    expect([publicKey.length > 0, privateKey.length > 0, door.failed()]).toEqual([true, true, true]);
    expect(stage.atlas.requests.map(({ leg }) => leg)).toEqual(['challenge', 'call']);
  });

  it('signs names that need escapes exactly as they are sent', async () => {
    const { make, address } = digestStage();
    await expect(getCluster(make(), { ...address, clusterName: "a b/é'(x)?#&" })).rejects.toMatchObject({
      code: 'CLUSTER_NOT_FOUND',
    });
  });

  it('shows no secret to inspection', () => {
    const { make } = digestStage();
    const client = make('visible-secret');
    expect(inspect(client, { depth: 10, showHidden: true }) + JSON.stringify(client)).not.toContain('visible-secret');
  });
});

describe('reading a challenge', () => {
  const nonce = 'abc+/def';

  it('takes quoted commas, escapes and upper case as they are', () => {
    expect(
      parseDigestChallenge(`DIGEST realm="a, \\"b\\" nonce=x", NONCE="${nonce}", qop="auth-int, auth", stale=TRUE`),
    ).toEqual({
      realm: 'a, "b" nonce=x',
      nonce,
      opaque: undefined,
      qop: 'auth',
      algorithm: 'MD5',
      stale: true,
    });
  });

  it('finds the Digest challenge among others, and the strongest one', () => {
    const header = `Basic realm="x", Digest realm="r", nonce="${nonce}", algorithm=MD5, qop="auth", Digest realm="r", nonce="n2", algorithm=sha-256, qop="auth", Bearer`;
    expect(parseDigestChallenge(header)).toMatchObject({ algorithm: 'SHA-256', nonce: 'n2' });
  });

  it.each([
    ['nothing', null],
    ['Basic only', 'Basic realm="x"'],
    ['Bearer only', 'Bearer realm="x", error="invalid_token"'],
    ['an unknown algorithm', `Digest realm="r", nonce="${nonce}", algorithm=ROT13, qop="auth"`],
    ['integrity only', `Digest realm="r", nonce="${nonce}", qop="auth-int"`],
    ['no nonce', 'Digest realm="r", qop="auth"'],
  ])('cannot be answered: %s', (_, header) => {
    expect(parseDigestChallenge(header)).toBeUndefined();
  });
});
