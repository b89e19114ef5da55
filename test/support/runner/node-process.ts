import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { createLineReader, type LineReader } from './line-reader.ts';

/** When to interrupt a step: at a log line, some time after its start, or once a promise settles. */
export type Moment =
  | { readonly afterLine: RegExp }
  | { readonly afterMs: number }
  | { readonly after: Promise<unknown> };

/** How a step was interrupted, and how long it lived on. */
export interface Interruption {
  readonly signals: readonly NodeJS.Signals[];
  readonly msToExit: number;
}

export interface NodeRun {
  /** What runs the file; node itself unless given. */
  readonly program?: string;
  readonly file: string;
  readonly nodeArguments: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Cancelled as the runner cancels: SIGINT, SIGTERM after 7.5 s, SIGKILL 2.5 s later, to the node process only. */
  readonly cancel?: Moment | undefined;
  /** Told to go as by a machine that shuts down: SIGTERM, SIGKILL 2.5 s later. */
  readonly terminate?: Moment | undefined;
  /** Killed at once, as by the machine. */
  readonly kill?: Moment | undefined;
  /** The emulator's own patience. */
  readonly timeoutMs: number;
  readonly onLine: (line: string) => void;
}

export interface NodeRunResult {
  readonly exitCode: number;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly interruption: Interruption | undefined;
}

/** Runs a script as the runner's ProcessInvoker.cs does, and can interrupt it. */
export interface RunningNode {
  readonly finished: Promise<NodeRunResult>;
  /** To be told of every line that appeared in the log, for `afterLine`. */
  readonly sawLogLine: (line: string) => void;
}

// Lines of one batch are delivered stderr first. The real runner takes what its two readers have queued by then; this
// window makes the reordering certain for lines written together.
const BATCH_MS = 5;

/** Starts node on a script with exactly the given environment. */
export function startNode(run: NodeRun): RunningNode {
  const child = spawn(run.program ?? process.execPath, [...run.nodeArguments, run.file], {
    cwd: run.cwd,
    env: run.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collectOutput(child, run.onLine);
  const interrupter = createInterrupter(child);
  const watchers = [
    watch(run.cancel, () => void interrupter.cancel()),
    watch(run.terminate, () => void interrupter.terminate()),
    watch(run.kill, () => interrupter.send('SIGKILL')),
  ];
  return {
    finished: finish({ child, run, output, interrupter }),
    sawLogLine: (line) => {
      for (const sawLine of watchers) sawLine(line);
    },
  };
}

function collectOutput(child: ChildProcess, onLine: (line: string) => void) {
  const text = { stdout: '', stderr: '' };
  const queue = { stdout: [] as string[], stderr: [] as string[] };
  const readers: Record<'stdout' | 'stderr', LineReader> = { stdout: createLineReader(), stderr: createLineReader() };
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    timer = undefined;
    for (const line of [...queue.stderr.splice(0), ...queue.stdout.splice(0)]) onLine(line);
  };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk;
      queue[name].push(...readers[name].push(chunk));
      timer ??= setTimeout(flush, BATCH_MS);
    });
  }
  const end = (): void => {
    clearTimeout(timer);
    for (const name of ['stdout', 'stderr'] as const) queue[name].push(...readers[name].end());
    flush();
  };
  return { text, end };
}

interface Interrupter {
  readonly cancel: () => Promise<void>;
  readonly terminate: () => Promise<void>;
  readonly send: (signal: NodeJS.Signals) => void;
  readonly result: () => Interruption | undefined;
}

function createInterrupter(child: ChildProcess): Interrupter {
  const signals: NodeJS.Signals[] = [];
  let begun: number | undefined;
  let ended: number | undefined;
  const exited = once(child, 'exit').then(() => {
    ended = performance.now();
  });

  const send = (signal: NodeJS.Signals): void => {
    if (ended !== undefined) return;
    begun ??= performance.now();
    signals.push(signal);
    child.kill(signal);
  };
  const cancel = async (): Promise<void> => {
    send('SIGINT');
    await withinMs(exited, 7500);
    await terminate();
  };
  const terminate = async (): Promise<void> => {
    send('SIGTERM');
    await withinMs(exited, 2500);
    send('SIGKILL');
  };
  const result = (): Interruption | undefined =>
    begun === undefined ? undefined : { signals, msToExit: (ended ?? performance.now()) - begun };
  return { cancel, terminate, send, result };
}

async function withinMs(promise: Promise<unknown>, ms: number): Promise<void> {
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  await Promise.race([promise, over]);
  clearTimeout(timer);
}

function watch(moment: Moment | undefined, interrupt: () => void): (line: string) => void {
  let done = false;
  const act = (): void => {
    if (!done) interrupt();
    done = true;
  };
  if (moment === undefined) return () => undefined;
  if ('afterLine' in moment) return (line) => moment.afterLine.test(line) && act();
  if ('afterMs' in moment) setTimeout(act, moment.afterMs).unref();
  else void moment.after.then(act, act);
  return () => undefined;
}

interface Finishing {
  readonly child: ChildProcess;
  readonly run: NodeRun;
  readonly output: ReturnType<typeof collectOutput>;
  readonly interrupter: Interrupter;
}

async function finish({ child, run, output, interrupter }: Finishing): Promise<NodeRunResult> {
  let impatient = false;
  const patience = setTimeout(() => {
    impatient = true;
    child.kill('SIGKILL');
  }, run.timeoutMs);
  // Node passes (code, signal) to 'close'; exactly one of them is null.
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  clearTimeout(patience);
  output.end();
  if (impatient) throw new Error(`${run.file} still ran after ${run.timeoutMs} ms:\n${output.text.stdout}`);
  const exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  return { exitCode, signal, ...output.text, interruption: interrupter.result() };
}
