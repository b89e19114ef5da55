import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
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

describe('npm run simulator', () => {
  it('prints what to connect with, answers, and ends cleanly on Ctrl-C', async () => {
    const child = start('--port', '0', '--speed', '60', '--fault', 'GET /ipinfo status-503-empty');
    const shown = await introductionOf(child);
    const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(shown)?.[1] ?? '';
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

  it('explains itself', async () => {
    const child = start('--help');
    expect(await text(child.stdout)).toContain('--fault "METHOD PATH KIND [NUMBER]"');
  });

  it.each([
    [['--speed', 'fast'], '--speed must be a number, not "fast"'],
    [['--fault', 'POST somewhere boom'], 'Cannot read the fault "POST somewhere boom"'],
    [['--colour'], "Unknown option '--colour'"],
  ])('refuses %j in one line', async (options, message) => {
    const child = start(...options);
    const [error, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    expect(error).toContain(message);
    expect(error).not.toContain('    at ');
    expect(code).toBe(1);
  });
});
