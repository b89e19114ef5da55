import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionResult, StageOptions } from './action-run.ts';
import { type CommandFileTargets, createCommandFiles, processCommandFiles } from './command-files.ts';
import { createCommandProcessor } from './command-processor.ts';
import { createMasker, type Masker } from './masker.ts';
import { type NodeRun, type NodeRunResult, startNode } from './node-process.ts';
import { createStepContext, type StepContext } from './step-context.ts';
import { buildEnvironment, type JobFolders, RUNTIME_TOKEN } from './step-environment.ts';

/** What one stage of a step starts. */
export interface Program extends Pick<NodeRun, 'program' | 'file' | 'nodeArguments'> {
  /** Variables of this stage alone. */
  readonly variables: Readonly<Record<string, string>>;
  /** The folder of the action, for GITHUB_ACTION_PATH; empty for a script. */
  readonly actionPath: string;
}

/** Decides what to start, and writes the step's header. */
export type Prepare = (context: StepContext, folders: JobFolders) => Promise<Program>;

/** Runs one stage of a step in a process of its own, as GitHub's runner would. */
export async function runStage(options: StageOptions, prepare: Prepare): Promise<ActionResult> {
  if (options.folders) return await run(options, { prepare, folders: options.folders });
  const base = await realpath(await mkdtemp(join(tmpdir(), 'runner-')));
  try {
    return await run(options, { prepare, folders: jobFolders(base, options.workspace) });
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

/** Names the folders of a job below a base folder. */
export function jobFolders(base: string, workspace = join(base, 'work')): JobFolders {
  return { workspace, temp: join(base, 'temp'), home: join(base, 'home') };
}

/** Returns the job's masker, with everything masked that the runner knows from the start. */
export function prepareMasker(options: Pick<StageOptions, 'masker' | 'secrets' | 'token'>): Masker {
  const masker = options.masker ?? createMasker();
  for (const secret of options.secrets ?? []) masker.addSecret(secret);
  for (const token of [RUNTIME_TOKEN, options.token ?? '']) masker.addValue(token);
  return masker;
}

async function run(
  options: StageOptions,
  { prepare, folders }: { prepare: Prepare; folders: JobFolders },
): Promise<ActionResult> {
  const begun = performance.now();
  const targets: CommandFileTargets = { outputs: new Map(), state: new Map(), env: new Map(), path: [] };
  const files = await createCommandFiles(join(folders.temp, '_runner_file_commands', crypto.randomUUID()));
  const listeners = [options.onLine];
  const onLine = (line: string): void => {
    for (const listener of listeners) listener?.(line);
  };
  const context = createStepContext({ masker: prepareMasker(options), debug: options.debug ?? false, onLine });
  const { variables, actionPath, ...program } = await prepare(context, folders);
  const stepHeader = context.log.join('\n');

  const running = startNode({
    ...program,
    cwd: folders.workspace,
    env: {
      ...options.env,
      ...variables,
      ...(await buildEnvironment({ options, folders, files, actionPath })),
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

function describe(ended: NodeRunResult, context: StepContext, { cancel, terminate }: StageOptions) {
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
