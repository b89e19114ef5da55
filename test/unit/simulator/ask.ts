import { createHash } from 'node:crypto';
import type { ApiKey, ServiceAccount } from '../../../src/simulator/authentication/credentials.ts';
import type { VirtualClock } from '../../../src/simulator/clock.ts';
import { virtualClock } from '../../../src/simulator/clock.ts';
import { createSimulator, type Simulator, type SimulatorOptions } from '../../../src/simulator/simulator.ts';
import { noOddities } from '../../../src/simulator/world/oddities.ts';

export const base = 'https://cloud.mongodb.com';

// What an answer holds is what the test is about, so its body is left untyped here.
// biome-ignore lint/suspicious/noExplicitAny: assertions say what they expect
type Body = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

export interface Asking {
  readonly body?: unknown;
  readonly date?: string;
  readonly headers?: Record<string, string>;
}

export type Ask = (method: string, path: string, asking?: Asking) => Promise<Answer>;

/** A simulator on a clock that stands still, without the oddities that need luck. */
export function quietAtlas(options: Omit<SimulatorOptions, 'clock'> = {}): {
  atlas: Simulator<VirtualClock>;
  clock: VirtualClock;
} {
  const clock = virtualClock('2026-09-01T08:00:00Z');
  return { clock, atlas: createSimulator({ oddities: noOddities, ...options, clock }) };
}

/** Sends one request and reads the whole answer. */
export async function send(fetcher: typeof fetch, url: string, init: RequestInit): Promise<Answer> {
  const response = await fetcher(url, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text || 'null') : undefined,
  };
}

export function requestInit(method: string, { body, date = '2025-03-12', headers = {} }: Asking = {}): RequestInit {
  return {
    method,
    headers: {
      Accept: `application/vnd.atlas.${date}+json`,
      ...(body === undefined ? {} : { 'Content-Type': `application/vnd.atlas.${date}+json` }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}

/** Asks as a service account, with a fresh token each time. */
export function askAs(atlas: Simulator, account: ServiceAccount): Ask {
  return async (method, path, asking = {}) => {
    const { body } = await tokenRequest(atlas, account);
    const headers = { Authorization: `Bearer ${body.access_token}`, ...asking.headers };
    const answer = await send(atlas.fetch, `${base}/api/atlas/v2${path}`, requestInit(method, { ...asking, headers }));
    await formRequest(atlas, account, { path: '/api/oauth/revoke', form: `token=${body.access_token}` });
    return answer;
  };
}

/** The Authorization header of a fresh token. */
export async function bearerHeader(atlas: Pick<Simulator, 'fetch'>, account: ServiceAccount): Promise<string> {
  const { body } = await tokenRequest(atlas, account);
  return `Bearer ${body.access_token}`;
}

export function tokenRequest(
  atlas: Pick<Simulator, 'fetch'>,
  account: { clientId: string; secret: string },
): Promise<Answer> {
  return formRequest(atlas, account, { path: '/api/oauth/token', form: 'grant_type=client_credentials' });
}

export function formRequest(
  atlas: Pick<Simulator, 'fetch'>,
  { clientId, secret }: { clientId: string; secret: string },
  { path, form }: { path: string; form: string },
): Promise<Answer> {
  return send(atlas.fetch, `${base}${path}`, formInit({ clientId, secret }, form));
}

export function formInit({ clientId, secret }: { clientId: string; secret: string }, form: string): RequestInit {
  return {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: form,
  };
}

/** Asks with an API key, with a fresh challenge each time. */
export function askWithKey(atlas: Pick<Simulator, 'fetch'>, key: ApiKey): Ask {
  return async (method, path, asking = {}) => {
    const uri = `/api/atlas/v2${path}`;
    const nonce = nonceOf(await send(atlas.fetch, `${base}${uri}`, requestInit(method, asking)));
    const headers = { Authorization: digestHeader(key, { method, uri, nonce }), ...asking.headers };
    return send(atlas.fetch, `${base}${uri}`, requestInit(method, { ...asking, headers }));
  };
}

/** The nonce of a challenge. */
export function nonceOf(answer: Answer): string {
  return /nonce="([^"]+)"/.exec(answer.headers.get('www-authenticate') ?? '')?.[1] ?? '';
}

/** Computes a digest answer from scratch. */
export function digestHeader(
  key: Pick<ApiKey, 'publicKey' | 'privateKey'>,
  {
    method = 'GET',
    uri,
    nonce,
    nc = '00000001',
    algorithm = 'MD5',
  }: {
    method?: string;
    uri: string;
    nonce: string;
    nc?: string;
    algorithm?: 'MD5' | 'SHA-256';
  },
): string {
  const hash = (text: string) =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const secret = hash(`${key.publicKey}:MMS Public API:${key.privateKey}`);
  const response = hash([secret, nonce, nc, 'c0ffee', 'auth', hash(`${method}:${uri}`)].join(':'));
  return `Digest username="${key.publicKey}", realm="MMS Public API", nonce="${nonce}", uri="${uri}", algorithm=${algorithm}, qop=auth, nc=${nc}, cnonce="c0ffee", response="${response}"`;
}

/** A body for a replica set. */
export function replicaSet(name: string, more: object = {}): object {
  return {
    name,
    clusterType: 'REPLICASET',
    replicationSpecs: [
      {
        regionConfigs: [
          {
            providerName: 'AWS',
            regionName: 'US_EAST_1',
            priority: 7,
            electableSpecs: { instanceSize: 'M10', nodeCount: 3 },
          },
        ],
      },
    ],
    ...more,
  };
}

/** A body for a free cluster. */
export function freeCluster(name: string, more: object = {}): object {
  const region = {
    providerName: 'TENANT',
    backingProviderName: 'AWS',
    regionName: 'US_EAST_1',
    priority: 7,
    electableSpecs: { instanceSize: 'M0' },
  };
  return { name, clusterType: 'REPLICASET', replicationSpecs: [{ regionConfigs: [region] }], ...more };
}
