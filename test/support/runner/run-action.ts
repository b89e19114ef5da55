import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActionMetadata, readActionMetadata } from './action-metadata.ts';
import type { ActionResult, RunActionOptions } from './action-run.ts';
import { type CommandFileTargets, createCommandFiles, processCommandFiles } from './command-files.ts';
import { createCommandProcessor } from './command-processor.ts';
import { createMasker, type Masker } from './masker.ts';
import { type NodeRunResult, startNode } from './node-process.ts';
import { assertNoLeaks } from './own-actions.ts';
import { createStepContext, type StepContext } from './step-context.ts';
import { buildEnvironment, type JobFolders, RUNTIME_TOKEN } from './step-environment.ts';
import { announce } from './step-header.ts';
import { inputVariable, resolveInputs } from './step-inputs.ts';

/** The root of this repository, where the public actions stand. */
export const REPOSITORY = join(import.meta.dirname, '../../..');
const SCALED_CLOCK = join(import.meta.dirname, '../scaled-clock.mjs');

/**
 * Runs one stage of an action's committed bundle in a process of its own, as GitHub's runner would. Throws if one of this
 * repository's own actions lets a secret be seen.
 */
export async function runAction(options: RunActionOptions): Promise<ActionResult> {
  requireNode24();
  const result = await runInFolders(options);
  if (options.root === undefined) assertNoLeaks(options, result);
  return result;
}

async function runInFolders(options: RunActionOptions): Promise<ActionResult> {
  const masker = prepareMasker(options);
  if (options.folders) return await runStage(options, { masker, folders: options.folders });
  const base = await mkdtemp(join(tmpdir(), 'runner-'));
  try {
    return await runStage(options, { masker, folders: jobFolders(base, options.workspace) });
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

/** Runs the post stage after a main: the same options, with the state, environment and masks that main left. */
export async function runPost(options: RunActionOptions, main: ActionResult): Promise<ActionResult> {
  return runAction({
    ...options,
    stage: 'post',
    env: { ...options.env, ...main.env },
    state: { ...options.state, ...main.state },
    path: [...(options.path ?? []), ...main.path],
    masker: main.masker,
    cancel: undefined,
    terminate: undefined,
    kill: undefined,
  });
}

/** Names the folders of a job below a base folder. */
export function jobFolders(base: string, workspace = join(base, 'work')): JobFolders {
  return { workspace, temp: join(base, 'temp'), home: join(base, 'home') };
}

/** Returns the job's masker, with everything masked that the runner knows from the start. */
export function prepareMasker(options: Pick<RunActionOptions, 'masker' | 'secrets' | 'token'>): Masker {
  const masker = options.masker ?? createMasker();
  for (const secret of options.secrets ?? []) masker.addSecret(secret);
  for (const token of [RUNTIME_TOKEN, options.token ?? '']) masker.addValue(token);
  return masker;
}

interface StageSurroundings {
  readonly masker: Masker;
  readonly folders: JobFolders;
}

async function runStage(options: RunActionOptions, { masker, folders }: StageSurroundings): Promise<ActionResult> {
  const begun = performance.now();
  const metadata = await readActionMetadata(options.root ?? REPOSITORY, options.action);
  const targets: CommandFileTargets = { outputs: new Map(), state: new Map(), env: new Map(), path: [] };
  const files = await createCommandFiles(join(folders.temp, '_runner_file_commands', crypto.randomUUID()));
  const listeners = [options.onLine];
  const onLine = (line: string): void => {
    for (const listener of listeners) listener?.(line);
  };
  const context = createStepContext({ masker, debug: options.debug ?? false, onLine });
  const inputs = resolveInputs(context, metadata, { given: options.inputs ?? {}, token: options.token ?? '' });
  announce(context, { stage: options.stage ?? 'main', action: options.action, inputs, env: options.env ?? {} });
  const stepHeader = context.log.join('\n');

  const running = startNode({
    file: scriptOf(metadata, options),
    nodeArguments: preloads(options).flatMap((module) => ['--import', module]),
    cwd: folders.workspace,
    env: {
      ...options.env,
      ...variablesOf(options, inputs),
      ...(await buildEnvironment({ options, folders, files, metadata })),
      ...options.runnerEnv,
    },
    cancel: options.cancel,
    terminate: options.terminate,
    kill: options.kill,
    timeoutMs: options.timeoutMs ?? 60_000,
    onLine: createCommandProcessor(context, targets),
  });
  listeners.push(running.sawLogLine);
  const ended = await running.finished;
  const summary = await processCommandFiles(context, files, targets);
  return {
    ...describe(ended, context, options),
    ...resultsOf(targets),
    stepHeader,
    summary,
    durationMs: performance.now() - begun,
  };
}

function scriptOf(metadata: ActionMetadata, { stage, action }: RunActionOptions): string {
  const script = stage === 'post' ? metadata.post : metadata.main;
  if (script === undefined) throw new Error(`${action} has no post stage`);
  return script;
}

function preloads({ clock, preload = [] }: RunActionOptions): readonly string[] {
  return clock === undefined ? preload : [SCALED_CLOCK, ...preload];
}

function variablesOf(options: RunActionOptions, inputs: ReadonlyMap<string, string>): Record<string, string> {
  const { clock } = options;
  const clockSettings = clock && {
    SCALED_CLOCK_SPEED: String(clock.speed),
    SCALED_CLOCK_EPOCH: String(clock.epoch),
    SCALED_CLOCK_START: String(clock.start),
    ...(clock.scalesTimeouts && { SCALED_CLOCK_TIMEOUTS: '1' }),
  };
  const state = Object.entries(options.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]);
  const given = [...inputs].map(([name, value]) => [inputVariable(name), value]);
  return { ...Object.fromEntries([...state, ...given]), ...clockSettings };
}

function describe(ended: NodeRunResult, context: StepContext, { cancel, terminate }: RunActionOptions) {
  const cancelled = (cancel ?? terminate) !== undefined && ended.interruption !== undefined;
  const failed = ended.exitCode !== 0 || context.failed();
  const conclusion: ActionResult['conclusion'] = cancelled ? 'cancelled' : failed ? 'failure' : 'success';
  return {
    exitCode: ended.exitCode,
    signal: ended.signal,
    conclusion,
    log: context.log.join('\n'),
    rawStdout: ended.stdout,
    rawStderr: ended.stderr,
    annotations: context.annotations,
    masks: context.masker.values(),
    masker: context.masker,
    interruption: ended.interruption,
  };
}

function resultsOf(targets: CommandFileTargets) {
  return {
    outputs: Object.fromEntries(targets.outputs),
    state: Object.fromEntries(targets.state),
    env: Object.fromEntries(targets.env),
    path: targets.path,
  };
}

function requireNode24(): void {
  if (!process.version.startsWith('v24.')) {
    throw new Error(`Actions run on Node 24, this is ${process.version}: start the tests through npm run or npx -c`);
  }
}
