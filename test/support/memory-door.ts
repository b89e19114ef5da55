import type { Clock } from '../../src/runner/context.ts';
import type { Door } from '../../src/runner/door.ts';
import { missingFile } from '../../src/runner/workspace-file.ts';
import type { AnnotationLevel } from './runner/step-context.ts';
import { inputVariable } from './runner/step-inputs.ts';

export interface MemoryDoorOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly state?: Readonly<Record<string, string>>;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  readonly random?: () => number;
  /** The file of the job summary cannot be written. */
  readonly summaryFails?: boolean;
}

/** One thing that a step has told the runner, in a form that the runner's emulator can read. */
export type Told =
  | { readonly kind: 'mask' | 'line' | 'debug' | 'group'; readonly text: string }
  | { readonly kind: 'annotation'; readonly text: string; readonly level: AnnotationLevel; readonly title: string };

/** A door that leads nowhere and remembers all that passed. */
export interface MemoryDoor extends Door {
  /** Everything that was printed, masked or kept, in order: "mask x", "output name=value". */
  readonly events: readonly string[];
  /** Everything that was printed, in order, debug lines included. */
  readonly told: readonly Told[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly kept: Readonly<Record<string, string>>;
  /** Variables for the later steps of the job. */
  readonly exported: Readonly<Record<string, string>>;
  readonly masks: readonly string[];
  readonly lines: readonly string[];
  readonly annotations: readonly { readonly level: string; readonly message: string }[];
  readonly summaries: readonly string[];
  /** Temporary files, by their path. */
  readonly written: Readonly<Record<string, string>>;
  readonly failed: () => boolean;
}

/** Opens a door for an action that runs inside the test's own process. */
export function memoryDoor(options: MemoryDoorOptions = {}): MemoryDoor {
  const events: string[] = [];
  const told: Told[] = [];
  const outputs: Record<string, string> = {};
  const kept: Record<string, string> = {};
  const exported: Record<string, string> = {};
  const masks: string[] = [];
  const lines: string[] = [];
  const annotations: { level: string; message: string }[] = [];
  const summaries: string[] = [];
  const written: Record<string, string> = {};
  let failed = false;
  const note = (event: string) => events.push(event);
  // The runner hands inputs over as environment variables, in capitals.
  const given = new Map(Object.entries(options.inputs ?? {}).map(([name, value]) => [inputVariable(name), value]));
  return {
    events,
    told,
    outputs,
    kept,
    exported,
    masks,
    lines,
    annotations,
    summaries,
    written,
    failed: () => failed,
    input: (name) => given.get(inputVariable(name)) ?? '',
    variable: (name) => options.variables?.[name],
    readText: (path) => options.files?.[path],
    readFile: (path) => {
      const text = options.files?.[path];
      return text === undefined ? { problem: missingFile(path) } : { text };
    },
    useProxy: () => [],
    mask: (form) => {
      note(`mask ${form}`);
      told.push({ kind: 'mask', text: form });
      masks.push(form);
    },
    setOutput: (name, value) => {
      note(`output ${name}=${value}`);
      outputs[name] = value;
    },
    saveState: (name, value) => {
      note(`state ${name}=${value}`);
      kept[name] = value;
    },
    state: (name) => options.state?.[name] ?? '',
    exportVariable: (name, value) => {
      exported[name] = value;
    },
    writeLine: (line) => {
      note(`line ${line}`);
      told.push({ kind: 'line', text: line });
      lines.push(line);
    },
    debug: (line) => void told.push({ kind: 'debug', text: line }),
    annotate: (level, message, title = '') => {
      note(`${level} ${message}`);
      told.push({ kind: 'annotation', level, text: message, title });
      annotations.push({ level, message });
    },
    startGroup: (title) => {
      note(`group ${title}`);
      told.push({ kind: 'group', text: title });
    },
    endGroup: () => note('endgroup'),
    writeSummary: (markdown) => {
      if (options.summaryFails) throw new Error('EACCES: permission denied');
      summaries.push(markdown);
    },
    writeTemporary: (name, text) => {
      const path = `/tmp/atlas-actions/${name}`;
      written[path] = text;
      return path;
    },
    fail: () => {
      failed = true;
    },
    clock: options.clock ?? stoppedClock(),
    fetch: options.fetch ?? (() => Promise.reject(new Error('This test allows no requests.'))),
    random: options.random ?? (() => 0.5),
    signal: options.signal ?? new AbortController().signal,
  };
}

/** A clock on which sleeping passes the time at once. */
export function stoppedClock(
  start = Date.parse('2026-11-21T12:00:00Z'),
): Clock & { advance(milliseconds: number): void } {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      now += milliseconds;
      await Promise.resolve();
      signal.throwIfAborted();
    },
    timeout: () => new AbortController().signal,
  };
}
