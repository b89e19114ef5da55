import { expect, it } from 'vitest';
import { createTransport } from '../../../src/atlas/http.ts';
import { networkFailure } from '../../../src/github/network.ts';
import { namingProxies } from '../../../src/runner/proxy.ts';
import { stoppedClock } from '../../support/memory-door.ts';

const target = 'https://cloud.mongodb.com/api';

const failing = (cause: Error) => () => Promise.reject(new TypeError('fetch failed', { cause }));
const coded = (code: string, more: object = {}, message = code) => Object.assign(new Error(message), { code, ...more });

/** What both clients say of a request that fails so. */
async function told(cause: Error, proxies: Readonly<Record<string, string>>, url = target): Promise<readonly string[]> {
  const ask = namingProxies(failing(cause), () => proxies);
  const clock = stoppedClock();
  const deadline = { at: clock.now() + 1_000, passed: () => new Error('too late') };
  const { signal } = new AbortController();
  const send = createTransport({
    fetch: ask,
    clock,
    deadline: { ...deadline, passed: () => Object.assign(new Error(), { name: 'TimedOut' as const }) },
  });
  const messages: string[] = [];
  await send({ method: 'GET', url, headers: {}, signal }).catch((error: Error) => messages.push(error.message));
  await ask(url).catch((error: unknown) => messages.push(networkFailure(error, new URL(url).host).message));
  return messages;
}

const proxies = { HTTPS_PROXY: 'http://proxy.corp.example:3128/', http_proxy: 'http://127.0.0.1:9/' };

it.each([
  ['a name that nobody knows', coded('ENOTFOUND', { hostname: 'proxy.corp.example', syscall: 'getaddrinfo' })],
  ['an address where nothing listens', coded('ECONNREFUSED', { address: '10.1.2.3', port: 3128, syscall: 'connect' })],
  [
    'several addresses where nothing listens',
    new AggregateError([
      coded('ECONNREFUSED', { address: '::1', port: 3128 }),
      coded('ECONNREFUSED', { address: '127.0.0.1', port: 3128 }),
    ]),
  ],
  [
    'silence',
    coded(
      'UND_ERR_CONNECT_TIMEOUT',
      {},
      'Connect Timeout Error (attempted address: proxy.corp.example:3128, timeout: 10000ms)',
    ),
  ],
])('a proxy of %s is named with its variable', async (_, cause) => {
  const code = cause instanceof AggregateError ? 'ECONNREFUSED' : (cause as { code?: string }).code;
  const withCode = cause instanceof AggregateError ? Object.assign(cause, { code }) : cause;
  const message = `the proxy proxy.corp.example:3128 (HTTPS_PROXY) cannot be reached (${code})`;
  expect(await told(withCode, proxies)).toEqual([message, message]);
});

it('a proxy that refuses to connect is named with its answer', async () => {
  const aborted = coded('UND_ERR_ABORTED', {}, 'Proxy response (407) !== 200 when HTTP Tunneling');
  const message =
    'the proxy proxy.corp.example:3128 (HTTPS_PROXY) answered 407 instead of connecting to cloud.mongodb.com';
  expect(await told(aborted, proxies)).toEqual([message, message]);
});

it('the proxy for http stands in for a missing one for https', async () => {
  const refused = coded('ECONNREFUSED', { address: '127.0.0.1', port: 9 });
  const message = 'the proxy 127.0.0.1:9 (http_proxy) cannot be reached (ECONNREFUSED)';
  expect(await told(refused, { http_proxy: 'http://127.0.0.1:9/' })).toEqual([message, message]);
});

it('a server that is not reached past its proxy, or without one, is named itself', async () => {
  const direct = coded('ENOTFOUND', { hostname: 'cloud.mongodb.com' });
  const message = 'cloud.mongodb.com cannot be reached (ENOTFOUND)';
  expect(await told(direct, proxies)).toEqual([message, message]);
  expect(await told(direct, {})).toEqual([message, message]);
  const broken = coded('ECONNRESET');
  expect(await told(broken, proxies)).toEqual(Array(2).fill('the connection to cloud.mongodb.com broke (ECONNRESET)'));
});
