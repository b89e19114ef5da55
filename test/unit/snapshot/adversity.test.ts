import { describe, expect, it } from 'vitest';
import { readProxySettings } from '../../../src/runner/proxy.ts';
import { findLeaks } from '../../support/runner/leaks.ts';
import { runVariables, setStage } from '../../support/stage.ts';

const cluster = { 'cluster-name': 'orders' };
const post = { method: 'POST', path: '/backup/snapshots' };
const isPost = (input: unknown, init?: RequestInit) => init?.method === 'POST' && String(input).endsWith('/snapshots');
const isList = (input: unknown, init?: RequestInit) =>
  (init?.method ?? 'GET') === 'GET' && /\/snapshots\?/.test(String(input));

describe('one intent, one snapshot', () => {
  it('even where the lost one shows late and is completed by then', async () => {
    const stage = setStage();
    stage.atlas.state.durations.snapshot = 12;
    stage.atlas.faults.add({ match: post, kind: 'cut-after' });
    let blindLooks = 3;
    const blind: typeof fetch = async (input, init) => {
      const response = await stage.atlas.fetch(input, init);
      if (!isList(input, init) || blindLooks-- <= 0) return response;
      return Response.json({ results: [] }, { headers: { Date: response.headers.get('Date') ?? '' } });
    };
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster }, { fetch: blind });
    expect(door.annotations).toEqual([]);
    expect(stage.atlas.state.snapshots).toHaveLength(1);
    expect(door.outputs).toMatchObject({ outcome: 'created', status: 'completed' });
  });
});

describe('a snapshot that began before the step is never taken for one after it', () => {
  /** Runs the step against an Atlas that tells the time its own way, while a snapshot begun 60 s ago is under way. */
  async function outcomeWith(date: (now: number) => string | undefined) {
    const stage = setStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster, status: 'inProgress', at: stage.time.now() - 60_000 });
    const dated: typeof fetch = async (input, init) => {
      const response = await stage.atlas.fetch(input, init);
      const headers = new Headers(response.headers);
      headers.delete('Date');
      const value = date(stage.time.now());
      if (value !== undefined) headers.set('Date', value);
      return new Response(response.body, { status: response.status, headers });
    };
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster }, { fetch: dated });
    return door.outputs.outcome;
  }

  it.each([
    ['an hour behind', (now: number) => new Date(now - 3_600_000).toUTCString()],
    ['two minutes behind', (now: number) => new Date(now - 120_000 + 61_000).toUTCString()],
    ['absent', () => undefined],
    ['nonsense', () => '0'],
  ])('Date is %s', async (_, date) => {
    expect(await outcomeWith(date)).toBe('created');
  });

  it('nor reused where its age cannot be told', async () => {
    const stage = setStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - 7_200_000 });
    const behind = { ...stage.clock, now: () => stage.time.now() - 6_600_000 };
    const door = await stage.run(
      'snapshot',
      { ...stage.withAccount, ...cluster, 'max-age-minutes': '15' },
      { clock: behind },
    );
    expect(door.outputs.outcome).toBe('created');
  });

  it('nor is one of another run that has no run id either', async () => {
    const stage = setStage();
    const variables = (attempt: string) => ({ ...runVariables(), GITHUB_RUN_ID: '', GITHUB_RUN_ATTEMPT: attempt });
    await stage.run('snapshot', { ...stage.withAccount, ...cluster, wait: 'false' }, { variables: variables('1') });
    stage.time.advance(10_000);
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster }, { variables: variables('2') });
    expect(door.outputs.outcome).toBe('created');
  });
});

describe('green only after a read-back', () => {
  it('is not what a POST says that calls its snapshot completed', async () => {
    const stage = setStage();
    stage.atlas.scriptNextSnapshot({ ending: 'failed' });
    const hasty: typeof fetch = async (input, init) => {
      const response = await stage.atlas.fetch(input, init);
      if (!isPost(input, init)) return response;
      return Response.json(
        { ...Object(await response.json()), status: 'completed', createdAt: '2026-11-21T12:00:00Z' },
        { headers: response.headers },
      );
    };
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster }, { fetch: hasty });
    expect(door.failed()).toBe(true);
  });

  it('is not an answer about another snapshot', async () => {
    const stage = setStage();
    const older = stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - 7_200_000 });
    const confused: typeof fetch = (input, init) =>
      stage.atlas.fetch(String(input).replace(/snapshots\/[0-9a-f]{24}$/, `snapshots/${older.id}`), init);
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster }, { fetch: confused });
    expect(door.annotations[0]?.message).toMatch(/Asked about snapshot .*, Atlas answered about/);
  });

  it('is not a failed snapshot that was found without waiting', async () => {
    const stage = setStage();
    stage.atlas.scriptNextSnapshot({ ending: 'failed', afterSeconds: 0 });
    stage.atlas.faults.add({ match: post, kind: 'cut-after' });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster, wait: 'false' });
    expect(door.failed()).toBe(true);
  });
});

describe('the time that the step was given', () => {
  it('ends pages that never end', async () => {
    const stage = setStage();
    const endless: typeof fetch = async (input, init) => {
      if (!/\/databases\?/.test(String(input))) return stage.atlas.fetch(input, init);
      stage.time.advance(20_000);
      return Response.json({ results: [{ name: 'a' }], links: [{ rel: 'next' }] });
    };
    const door = await stage.run(
      'snapshot',
      { ...stage.withAccount, ...cluster, 'expect-databases': 'a', 'timeout-minutes': '10' },
      { fetch: endless },
    );
    expect(door.annotations[0]?.message).toContain('did not finish within the 10 minutes that the step was given');
  });

  it('is over before anything else is asked for', async () => {
    const stage = setStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster, status: 'inProgress', endsAfterSeconds: 200 });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster, 'timeout-minutes': '2' });
    expect(door.failed()).toBe(true);
    expect(stage.atlas.state.snapshots).toHaveLength(1);
  });
});

describe('secrets and hostile words', () => {
  it('do not reach log, annotation or summary although Atlas echoes them, in pieces or whole', async () => {
    const stage = setStage();
    const { secret } = stage.account;
    const detail = `${'x'.repeat(3_700)}${secret} ##[group]${secret.slice(0, 5)}##[x]${secret.slice(5)}`;
    stage.atlas.faults.add({ match: post, kind: 'error', status: 400, errorCode: 'BAD', detail });
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
    const shown = {
      log: door.lines.join('\n'),
      annotation: door.annotations[0]?.message ?? '',
      summary: door.summaries.join(),
    };
    expect(findLeaks(shown, { secret, half: secret.slice(0, 30) })).toEqual([]);
  });

  it('in the wrong input are shown whole, to be masked, or not at all', async () => {
    const long = `secret-${'x'.repeat(90)}`;
    const stage = setStage();
    const door = await stage.run('snapshot', { ...stage.withAccount, 'cluster-name': long, wait: long });
    expect(door.annotations[0]?.message).not.toContain('secret-x');
    expect(door.annotations[0]?.message).toContain('the value (97 characters)');
  });

  it.each(['__proto__', 'constructor', 'valueOf', 'hasOwnProperty', 'toString'])(
    'such as %s are no code and no flag',
    async (word) => {
      const stage = setStage();
      stage.atlas.faults.add({ match: post, kind: 'error', status: 418, errorCode: word });
      const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster });
      expect(door.annotations[0]?.message).toContain(`Atlas answered 418 ${word}`);
      expect(door.annotations[0]?.message).not.toMatch(/Unexpected fault|\[object/);
      const flag = await stage.run('snapshot', { ...stage.withAccount, ...cluster, wait: word });
      expect(flag.annotations[0]?.message).toContain(`wait: "${word}" is neither true nor false`);
    },
  );

  it('of a list that makes no sense otherwise do not hide the snapshot that matters', async () => {
    const stage = setStage();
    stage.atlas.faults.add({ match: post, kind: 'cut-after' });
    const odd: typeof fetch = async (input, init) => {
      const response = await stage.atlas.fetch(input, init);
      if (!isList(input, init)) return response;
      const body = (await response.json()) as { results: unknown[] };
      body.results.push({ id: 'x', status: 'completed', type: null, description: 7, storageSizeBytes: 'much' });
      return Response.json(body, { headers: response.headers });
    };
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster }, { fetch: odd });
    expect(door.annotations).toEqual([]);
  });
});

describe('what cannot be written', () => {
  it('of the summary leaves a completed snapshot green, with a warning', async () => {
    const stage = setStage();
    const door = await stage.run('snapshot', { ...stage.withAccount, ...cluster }, { summaryFails: true });
    expect([door.failed(), door.outputs.status]).toEqual([false, 'completed']);
    expect(door.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('summary could not be written') },
    ]);
  });
});

describe('a cancelled sign-in', () => {
  it('does not speak of a request that was never sent', async () => {
    const stage = setStage();
    const controller = new AbortController();
    const cancelling: typeof fetch = (input, init) => {
      if (String(input).endsWith('/oauth/token')) controller.abort(new Error('cancelled'));
      return stage.atlas.fetch(input, init);
    };
    const door = await stage.run(
      'snapshot',
      { ...stage.withAccount, ...cluster },
      { fetch: cancelling, signal: controller.signal },
    );
    expect(door.annotations.map(({ message }) => message)).toEqual(['The job was cancelled.']);
  });
});

describe('proxy variables', () => {
  const read = (variables: Record<string, string>) => readProxySettings((name) => variables[name]);

  it('are taken as people write them', () => {
    expect(read({ HTTPS_PROXY: 'proxy.corp:3128', NO_PROXY: 'localhost', http_proxy: ' ' })).toEqual({
      environment: { HTTPS_PROXY: 'http://proxy.corp:3128/', NO_PROXY: 'localhost' },
      secrets: [],
    });
  });

  it('give their password to the masker', () => {
    expect(read({ https_proxy: 'http://user:p%40ss@proxy:3128' }).secrets).toEqual([
      'p%40ss',
      'p@ss',
      Buffer.from('user:p@ss').toString('base64'),
    ]);
  });

  it.each(['http://user:pw@[bad:3128', 'socks5://user:pw@proxy:1080', 'http://us%er:pw@proxy:3128'])(
    'that cannot work are named, not shown: %s',
    (value) => {
      expect(() => read({ HTTPS_PROXY: value })).toThrow(/^The variable HTTPS_PROXY is not the address of a proxy/);
      expect(() => read({ HTTPS_PROXY: value })).not.toThrow(/pw/);
    },
  );

  it('are left alone where there are none', () => {
    expect(read({ NO_PROXY: '*' }).environment).toEqual({});
  });
});
