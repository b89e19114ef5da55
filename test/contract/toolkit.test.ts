import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getIDToken } from '@actions/core';
import { getOctokit } from '@actions/github';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openForwardProxy } from '../support/forward-proxy.ts';

/** The stand-ins must take nothing from the toolkit that a suite like this one could call. */
const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, 'node_modules', path), 'utf8');

const runFile = promisify(execFile);

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

it('core.getIDToken works in a bundle, whose entry does not hold what it loads', async () => {
  await using runner = await openServer({ value: 'the-id-token' });
  mkdirSync(join(root, 'build'), { recursive: true });
  const folder = mkdtempSync(join(root, 'build/toolkit-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const source = join(folder, 'source.js');
  writeFileSync(source, `import { getIDToken } from '@actions/core';\nconsole.log(await getIDToken('atlas'));\n`);
  const ncc = join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js');
  await runFile(process.execPath, [ncc, 'build', source, '--out', join(folder, 'dist'), '--quiet', '--no-cache']);
  const entry = join(folder, 'dist/index.js');
  expect(readFileSync(entry, 'utf8')).not.toContain('httpOverHttp');
  const env = {
    ...process.env,
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${runner.port}/token?version=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
  };
  const { stdout } = await runFile(process.execPath, [entry], { env });
  expect(stdout).toMatch(/^::add-mask::the-id-token\r?\nthe-id-token\r?\n$/m);
});

describe('the stand-ins', () => {
  it('have all of undici that is wanted', () => {
    const wanted = [
      '@actions/github/lib/internal/utils.js',
      'http-client-itself/lib/index.js',
      '@actions/github/node_modules/@actions/http-client/lib/index.js',
    ].map((path) => {
      const text = read(path);
      const imported = text.match(/import \{ (.*) \} from 'undici'/)?.[1];
      return imported ?? [...text.matchAll(/undici_1\.(\w+)/g)].map(([, name]) => name).join();
    });
    expect(wanted).toEqual(['fetch', 'ProxyAgent', 'ProxyAgent']);
  });

  it('have all of @actions/http-client that core wants, and load the version that it wants', () => {
    const text = readdirSync(join(root, 'node_modules/@actions/core/lib'))
      .filter((name) => name.endsWith('.js'))
      .map((name) => read(`@actions/core/lib/${name}`))
      .join('\n');
    const imports = [...text.matchAll(/import \{ (.*) \} from '(@actions\/http-client.*)'/g)];
    expect(imports.map(([, names, from]) => [names, from])).toEqual([
      ['HttpClient', '@actions/http-client'],
      ['BearerCredentialHandler', '@actions/http-client/lib/auth'],
    ]);
    expect([...text.matchAll(/httpclient\s*\.(\w+)/g)].map(([, method]) => method)).toEqual(['getJson']);
    const wanted = JSON.parse(read('@actions/core/package.json')).dependencies['@actions/http-client'];
    const loaded = JSON.parse(read('http-client-itself/package.json')).version;
    expect(loaded.split('.')[0]).toBe(wanted.replace(/^\^/, '').split('.')[0]);
  });
});
