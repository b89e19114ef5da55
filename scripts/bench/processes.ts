import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { actions } from '../../actions/index.ts';
import { openListeningStage } from '../../test/support/listening-stage.ts';
import { peakMegabytesIn, tellsItsPeak } from '../../test/support/peak-memory.ts';
import { markdownTable, rounded } from '../markdown.ts';
import { scenarios } from './scenarios.ts';

/**
 * The bundle as the runner starts it. "Refused": a step without inputs, from the start of the process to its end. "First request":
 * a step with inputs, until its first request arrives; all that it needs to work is loaded by then, Node's own fetch included.
 */
export async function processesTable({ runs = 21 } = {}): Promise<string> {
  await using atlas = await openDeafServer();
  const refused: Record<string, Start> = { [BARE]: { args: ['-e', '0'], env: {}, until: 'exit' } };
  const working: Record<string, Start> = {
    [BARE]: { args: ['-e', `fetch('${atlas.url}')`], env: {}, until: 'request' },
  };
  for (const { definition } of actions) {
    const { name, inputs } = definition;
    const args = [`dist/${name}/main.js`];
    refused[name] = { args, env: {}, until: 'exit' };
    const scenario = scenarios.find(({ action }) => action === name);
    const defaults = Object.entries(inputs).map(([input, field]) => [input, field.default ?? '']);
    if (scenario) {
      const env = inputVariables({ ...Object.fromEntries(defaults), ...credentials(atlas.url), ...scenario.inputs });
      working[name] = { args, env, until: 'request' };
    }
  }
  const ends = await medians(refused, { runs, atlas });
  const requests = await medians(working, { runs, atlas });
  const memory = await peakMemory();
  const bare = ends[BARE] ?? Number.NaN;
  const rows = Object.entries(ends).map(([name, end]) => {
    const first = requests[name];
    return [name, rounded(end), rounded(end / bare), first && rounded(first), memory[name]];
  });
  return markdownTable(['', 'refused (ms)', 'times bare Node', 'first request (ms)', 'peak memory (MB)'], rows);
}

/** Node without us: `node -e 0`, and for the first request one line of fetch. */
const BARE = 'bare Node';

interface Start {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly until: 'exit' | 'request';
}

type DeafServer = Awaited<ReturnType<typeof openDeafServer>>;

/** Median milliseconds of each, all of them in turn, so that a busy moment of the machine falls on all. */
async function medians(
  starts: Readonly<Record<string, Start>>,
  { runs, atlas }: { runs: number; atlas: DeafServer },
): Promise<Readonly<Record<string, number>>> {
  const times: Record<string, number[]> = {};
  for (let run = 0; run < runs; run++) {
    for (const [name, start] of Object.entries(starts)) {
      times[name] ??= [];
      times[name].push(await timed(start, atlas));
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
}

async function timed({ args, env, until }: Start, atlas: DeafServer): Promise<number> {
  const begin = performance.now();
  const requested = atlas.nextRequest();
  const child = spawn(process.execPath, args, { env: { ...runner, ...env }, stdio: 'ignore' });
  const exited = once(child, 'exit');
  const isRequest = await Promise.race([requested.then(() => true), exited.then(() => false)]);
  const time = performance.now() - begin;
  child.kill('SIGKILL');
  await exited;
  if (isRequest !== (until === 'request')) throw new Error(`${args.join(' ')} ended otherwise than by its ${until}.`);
  return time;
}

/** A server that answers nothing, and tells when a request arrives. */
async function openDeafServer() {
  let waiting = Promise.withResolvers<void>();
  const server = createServer(() => waiting.resolve());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    nextRequest() {
      waiting = Promise.withResolvers();
      return waiting.promise;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Peak resident memory in MB of each action's main step, a whole run of its first scenario through the bundle. */
async function peakMemory(): Promise<Readonly<Record<string, number>>> {
  const peaks: Record<string, number> = {};
  for (const { action, title, inputs, before } of scenarios) {
    if (peaks[action] !== undefined) continue;
    await using stage = await openListeningStage();
    await before?.({ ...stage, run: async (name, given) => await stage.run({ action: name, inputs: given }) });
    const { main } = await stage.run(
      { action, inputs: { ...stage.withAccount, ...inputs } },
      { preload: [tellsItsPeak] },
    );
    if (main.conclusion !== 'success') throw new Error(`${action}, ${title}:\n${main.log}`);
    peaks[action] = Math.round(peakMegabytesIn(main.rawStderr));
  }
  return peaks;
}

const runner = { PATH: process.env.PATH ?? '', GITHUB_REPOSITORY: 'acme/shop', GITHUB_RUN_ID: '1' };

function credentials(baseUrl: string): Readonly<Record<string, string>> {
  return {
    'base-url': baseUrl,
    'client-id': `mdb_sa_id_${'0'.repeat(24)}`,
    'client-secret': 'mdb_sa_sk_of_nobody',
    'project-id': '0'.repeat(24),
  };
}

function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
