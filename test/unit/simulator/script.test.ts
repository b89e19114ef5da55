import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { faultLine, parseFault } from '../../../src/simulator/fault-lines.ts';
import { faultKinds } from '../../../src/simulator/faults.ts';
import { itWithSignals } from '../../support/signals.ts';
import { formInit } from './ask.ts';

const script = resolve(import.meta.dirname, '../../../scripts/simulator.ts');

function start(...options: string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [script, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function introductionOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  let shown = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    shown += chunk;
    if (shown.includes('Stop with Ctrl-C')) return shown;
  }
  throw new Error(`The simulator ended early: ${shown}`);
}

function valueIn(shown: string, name: string): string {
  return new RegExp(`^${name}=(.*)$`, 'm').exec(shown)?.[1] ?? '';
}

describe('npm run simulator', () => {
  itWithSignals('prints what to connect with, answers, and ends cleanly on Ctrl-C', async () => {
    const child = start('--port', '0', '--speed', '60', '--fault', 'GET /ipinfo status-503-empty');
    const shown = await introductionOf(child);
    const value = (name: string) => valueIn(shown, name);
    const url = value('MONGODB_ATLAS_BASE_URL');
    expect(value('MONGODB_ATLAS_PROJECT_ID')).toMatch(/^[0-9a-f]{24}$/);
    expect(value('MONGODB_ATLAS_CLIENT_ID')).toMatch(/^mdb_sa_id_/);
    const account = { clientId: value('MONGODB_ATLAS_CLIENT_ID'), secret: value('MONGODB_ATLAS_CLIENT_SECRET') };
    const token = await fetch(`${url}/api/oauth/token`, formInit(account, 'grant_type=client_credentials'));
    const { access_token } = (await token.json()) as { access_token: string };
    const headers = { Authorization: `Bearer ${access_token}` };
    expect((await fetch(`${url}/api/private/ipinfo`, { headers })).status).toBe(503);
    expect((await fetch(`${url}/api/private/ipinfo`, { headers })).status).toBe(200);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('explains itself, with every kind of fault and the way to arm more', async () => {
    const child = start('--help');
    const help = await text(child.stdout);
    expect(help).toContain('--fault "METHOD PATH KIND [NUMBER]"');
    for (const [kind, explanation] of Object.entries(faultKinds)) {
      expect(help).toContain(`\n  ${kind.padEnd(18)}${explanation}\n`);
    }
    const [, example = ''] = /curl -d '(.+)' http:\/\/127\.0\.0\.1:8080\/__simulator\/faults/.exec(help) ?? [];
    expect(faultLine(parseFault(example))).toBe(example);
  });

  itWithSignals('starts a GitHub beside it, whose tokens may comment and write secrets', async () => {
    const child = start('--port', '0', '--github-port', '0');
    const shown = await introductionOf(child);
    const url = valueIn(shown, 'GITHUB_API_URL');
    const repository = `${url}/repos/${valueIn(shown, 'GITHUB_REPOSITORY')}`;
    const ask = async (variable: string, path: string, init: RequestInit = {}) => {
      const headers = { Authorization: `Bearer ${valueIn(shown, variable)}` };
      return (await fetch(`${repository}${path}`, { ...init, headers })).status;
    };
    const comment = { method: 'POST', body: JSON.stringify({ body: 'hello' }) };
    expect(await ask('GITHUB_TOKEN', '/issues/1/comments', comment)).toBe(201);
    expect(await ask('GITHUB_TOKEN', '/environments/preview/secrets/public-key')).toBe(403);
    expect(await ask('GITHUB_ADMIN_TOKEN', '/environments/preview/secrets/public-key')).toBe(200);
    await fetch(`${url}/__simulator/faults`, { method: 'POST', body: 'GET /pulls/1 status-503-empty' });
    expect(await ask('GITHUB_TOKEN', '/pulls/1')).toBe(503);
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  itWithSignals('says on Ctrl-C which faults hit nothing', async () => {
    const child = start('--port', '0', '--fault', 'post /backup/snapshots#2 slow 250', '--fault', '* * status-500');
    const shown = await introductionOf(child);
    await fetch(`${valueIn(shown, 'MONGODB_ATLAS_BASE_URL')}/api/oauth/token`, { method: 'POST' });
    child.kill('SIGINT');
    expect(await text(child.stdout)).toBe('\nThese faults hit nothing:\n  POST /backup/snapshots#2 slow 250\n');
  });

  it.each([
    [['--speed', 'fast'], '--speed must be a number above 0, at most 100000, not "fast"'],
    [['--speed', '0'], '--speed must be a number above 0, at most 100000, not "0"'],
    [['--speed', '-5'], '--speed must be a number above 0, at most 100000, not "-5"'],
    [['--port', '99999'], '--port must be a whole number from 0 to 65535, not "99999"'],
    [['--seed', '1.5'], '--seed must be a whole number from 0 to 4294967295, not "1.5"'],
    [['--github-port', ''], '--github-port must be a whole number from 0 to 65535, not ""'],
    [['--fault', 'FETCH /x slow'], 'METHOD "FETCH" is not one of GET, POST, PUT, PATCH, DELETE, *'],
    [['--fault', 'POST somewhere boom'], 'Cannot read the fault "POST somewhere boom"'],
    [['--colour'], "Unknown option '--colour'"],
  ])('refuses %j in one line', async (options, message) => {
    const child = start(...options);
    const [error, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(error).toContain(message);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});
