import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { left } from './left.ts';

/**
 * Starts the simulator, which needs nothing but the runner's own Node, and hands on what it prints: as outputs, and as variables. It gets
 * the options of this process, so that a test that scales the time of the steps scales its time too.
 */
const { GITHUB_ENV = '', GITHUB_OUTPUT = '', GITHUB_STATE = '', RUNNER_TEMP = '', GITHUB_WORKSPACE = '' } = process.env;
const input = (name: string) => process.env[`INPUT_${name}`] ?? '';

/** By output, the line that the simulator prints; those of the other kind of credentials stay empty. */
const outputs = {
  common: { 'base-url': 'BASE_URL', 'project-id': 'PROJECT_ID' },
  'service-account': { 'client-id': 'CLIENT_ID', 'client-secret': 'CLIENT_SECRET' },
  'api-key': { 'public-key': 'PUBLIC_API_KEY', 'private-key': 'PRIVATE_API_KEY' },
};

const logPath = join(RUNNER_TEMP, `simulator-${process.pid}.log`);
const log = openSync(logPath, 'a');
const simulator = spawn(
  process.execPath,
  [...process.execArgv, join(GITHUB_WORKSPACE, 'scripts/simulator.ts'), '--port', '0', '--speed', input('SPEED')],
  { detached: true, stdio: ['ignore', log, log], windowsHide: true },
);
simulator.unref();

const printed = await introduction(simulator);
const value = (name: string) => new RegExp(`^MONGODB_ATLAS_${name}=(.*)$`, 'm').exec(printed)?.[1]?.trim() ?? '';
for (const name of ['CLIENT_SECRET', 'PRIVATE_API_KEY']) console.log(`::add-mask::${value(name)}`);
const kind = input('CREDENTIALS') === 'api-key' ? 'api-key' : 'service-account';
for (const [name, line] of Object.entries({ ...outputs.common, ...outputs[kind] })) {
  appendFileSync(GITHUB_OUTPUT, `${name}=${value(line)}\n`);
  appendFileSync(GITHUB_ENV, `MONGODB_ATLAS_${line}=${value(line)}\n`);
}
const before = JSON.stringify(await left(value('BASE_URL')));
appendFileSync(GITHUB_STATE, `pid=${simulator.pid}\nurl=${value('BASE_URL')}\nbefore=${before}\n`);
console.log(`The simulated Atlas is at ${value('BASE_URL')}.`);

/** What the simulator prints once it listens. Measured by the clock that a test does not speed up. */
async function introduction(child: ChildProcess): Promise<string> {
  const patience = performance.now() + 60_000;
  while (child.exitCode === null && performance.now() < patience) {
    const text = readFileSync(logPath, 'utf8');
    if (text.includes('Stop with Ctrl-C.')) return text;
    await sleep(100);
  }
  child.kill();
  throw new Error(`The simulator did not start:\n${readFileSync(logPath, 'utf8')}`);
}
