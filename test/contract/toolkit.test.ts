import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getIDToken } from '@actions/core';
import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openForwardProxy } from '../support/forward-proxy.ts';

/** What stands in for undici (stand-ins/undici) must take nothing from the toolkit that a suite like this one could call. */
const packages = join(import.meta.dirname, '../../node_modules/@actions');
const read = (path: string) => readFileSync(join(packages, path), 'utf8');

/** A server on this machine that gives every request the same answer, and remembers the requests. */
async function openServer(answer: unknown) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  vi.stubEnv('ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'request-token');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('core.getIDToken', () => {
  it('asks the runner for a token, and masks it', async () => {
    await using runner = await openServer({ value: 'the-id-token' });
    vi.stubEnv('ACTIONS_ID_TOKEN_REQUEST_URL', `http://127.0.0.1:${runner.port}/token?version=2`);
    expect(await getIDToken('mongodb atlas')).toBe('the-id-token');
    const [request] = runner.requests;
    expect(request?.url).toBe('/token?version=2&audience=mongodb%20atlas');
    expect(request?.headers.authorization).toBe('Bearer request-token');
    expect(process.stdout.write).toHaveBeenCalledWith(expect.stringContaining('::add-mask::the-id-token'));
  });

  it('goes through a proxy that asks for a password', async () => {
    await using runner = await openServer({ value: 'the-id-token' });
    await using proxy = await openForwardProxy();
    vi.stubEnv('http_proxy', `http://user:p%40ss@127.0.0.1:${proxy.port}`);
    vi.stubEnv('no_proxy', '');
    vi.stubEnv('ACTIONS_ID_TOKEN_REQUEST_URL', `http://pipelines.example:${runner.port}/token?version=2`);
    expect(await getIDToken()).toBe('the-id-token');
    const authorization = `Basic ${Buffer.from('user:p@ss').toString('base64')}`;
    expect(proxy.tunnels).toEqual([{ target: `pipelines.example:${runner.port}`, authorization }]);
  });

  it('says what went wrong', async () => {
    vi.stubEnv('ACTIONS_ID_TOKEN_REQUEST_URL', '');
    await expect(getIDToken()).rejects.toThrow(/Unable to get ACTIONS_ID_TOKEN_REQUEST_URL/);
  });
});

describe('@actions/github', () => {
  it('sends its requests with the fetch of Node', async () => {
    await using server = await openServer({ login: 'octocat' });
    const octokit = getOctokit('a-token', { baseUrl: `http://127.0.0.1:${server.port}` });
    const { data } = await octokit.rest.users.getAuthenticated();
    expect(data.login).toBe('octocat');
    expect(server.requests[0]?.headers.authorization).toBe('token a-token');
  });
});

it('nothing else of undici is wanted by those that import it', () => {
  const wanted = [
    'github/lib/internal/utils.js',
    'http-client/lib/index.js',
    'github/node_modules/@actions/http-client/lib/index.js',
  ].map((path) => {
    const text = read(path);
    const imported = text.match(/import \{ (.*) \} from 'undici'/)?.[1];
    return imported ?? [...text.matchAll(/undici_1\.(\w+)/g)].map(([, name]) => name).join();
  });
  expect(wanted).toEqual(['fetch', 'ProxyAgent', 'ProxyAgent']);
});
