import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readActionMetadata } from './action-metadata.ts';
import type { ActionResult, RunActionOptions } from './action-run.ts';
import { type JobOutputs, jobOutputs } from './job-outputs.ts';
import type { Masker } from './masker.ts';
import { REPOSITORY, runAction } from './run-action.ts';
import { runScript } from './run-script.ts';
import { jobFolders, prepareMasker } from './run-stage.ts';
import type { JobFolders } from './step-environment.ts';

/** The outputs of earlier steps, by step id. */
export type StepOutputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

type Condition = 'always()' | 'success()' | 'failure()' | 'cancelled()' | '!cancelled()';

type Values = Readonly<Record<string, string>>;

/** What a step's expressions may read beside the outputs of earlier steps. */
export interface JobSoFar {
  readonly conclusion: JobResult['conclusion'];
  /** How each step ended, by its id, before `continue-on-error`. */
  readonly outcomes: Values;
  /** Variables that earlier steps have set. */
  readonly env: Values;
}

/** What reads other steps is a function: the post stage evaluates it again. */
type Evaluated<Value> = Value | ((steps: StepOutputs, job: JobSoFar) => Value);

interface StepSettings {
  readonly id?: string;
  readonly env?: Evaluated<Values>;
  readonly if?: Condition | ((steps: StepOutputs, job: JobSoFar) => boolean);
  readonly continueOnError?: boolean;
  readonly cancel?: RunActionOptions['cancel'];
  readonly kill?: RunActionOptions['kill'];
}

/** One `uses:` step of a job: the folder of an action below the root. */
export interface ActionStep extends StepSettings {
  readonly action: string;
  readonly inputs?: Evaluated<Values>;
}

/** One `run:` step of a job, for bash. */
export interface ShellStep extends StepSettings {
  readonly run: string;
}

/** A step that is the test's own: what happens in the world between two steps, and whether the step succeeds. */
export interface TestStep extends Pick<StepSettings, 'id' | 'if'> {
  readonly happens: (steps: StepOutputs) => boolean | Promise<boolean>;
}

export type JobStep = ActionStep | ShellStep;

type JobWideOptions = Omit<
  RunActionOptions,
  'action' | 'inputs' | 'stage' | 'state' | 'cancel' | 'kill' | 'masker' | 'path' | 'folders'
>;

export interface RunJobOptions extends JobWideOptions {
  readonly steps: readonly (JobStep | TestStep)[];
  /** The job's `outputs:`. */
  readonly outputs?: (steps: StepOutputs, job: JobSoFar) => Values;
}

export interface StageResult extends ActionResult {
  readonly id: string;
}

export interface JobResult extends JobOutputs {
  readonly conclusion: 'success' | 'failure' | 'cancelled';
  /** The mains that ran, in order; skipped steps are absent. */
  readonly mains: readonly StageResult[];
  /** The posts that ran: last registered, first run. */
  readonly posts: readonly StageResult[];
  readonly steps: StepOutputs;
  /** The masked log of the whole job. */
  readonly log: string;
  readonly masker: Masker;
}

/** Runs a job's steps in order, then their posts in reverse; masks, GITHUB_ENV and GITHUB_PATH persist through it. */
export async function runJob(options: RunJobOptions): Promise<JobResult> {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'job-')));
  try {
    const job = new Job(options, jobFolders(base, options.workspace));
    await job.runMains();
    await job.runPosts();
    return job.result();
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

interface RegisteredPost {
  readonly id: string;
  readonly step: ActionStep;
  readonly condition: string;
  readonly state: Readonly<Record<string, string>>;
}

class Job {
  readonly #options: RunJobOptions;
  readonly #folders: JobFolders;
  readonly #masker: Masker;
  readonly #mains: StageResult[] = [];
  readonly #posts: StageResult[] = [];
  readonly #registered: RegisteredPost[] = [];
  readonly #outputs: Record<string, Readonly<Record<string, string>>> = {};
  readonly #path: string[] = [];
  readonly #outcomes: Record<string, string> = {};
  #env: Values = {};
  #conclusion: JobResult['conclusion'] = 'success';

  constructor(options: RunJobOptions, folders: JobFolders) {
    this.#options = options;
    this.#folders = folders;
    this.#masker = prepareMasker(options);
  }

  async runMains(): Promise<void> {
    for (const [index, step] of this.#options.steps.entries()) {
      const id = step.id ?? `step-${index + 1}`;
      this.#outcomes[id] = 'skipped';
      if (!this.#isDue(step.if ?? 'success()')) continue;
      if ('happens' in step) {
        this.#outcomes[id] = (await step.happens(this.#outputs)) ? 'success' : 'failure';
        if (this.#outcomes[id] === 'failure') this.#conclusion = 'failure';
        continue;
      }
      const registered = 'action' in step && (await readActionMetadata(this.#options.root ?? REPOSITORY, step.action));
      const main = await this.#run(step, { stage: 'main', cancel: step.cancel, kill: step.kill });
      this.#mains.push({ id, ...main });
      this.#outputs[id] = main.outputs;
      this.#outcomes[id] = main.conclusion;
      this.#conclude(main, step);
      // Registered when main begins: it runs however main ends.
      if (registered && registered.post !== undefined) {
        this.#registered.push({ id, step, condition: registered.postIf, state: main.state });
      }
    }
  }

  async runPosts(): Promise<void> {
    for (const { id, step, condition, state } of this.#registered.toReversed()) {
      if (!holds(condition, this.#conclusion)) continue;
      const post = await this.#run(step, { stage: 'post', state });
      this.#posts.push({ id, ...post });
      this.#conclude(post, step);
    }
  }

  result(): JobResult {
    return {
      conclusion: this.#conclusion,
      mains: this.#mains,
      posts: this.#posts,
      steps: this.#outputs,
      log: [...this.#mains, ...this.#posts].map((stage) => stage.log).join('\n'),
      masker: this.#masker,
      ...jobOutputs(this.#options.outputs?.(this.#outputs, this.#soFar()) ?? {}, this.#masker),
    };
  }

  async #run(
    step: JobStep,
    stage: Pick<RunActionOptions, 'stage' | 'state' | 'cancel' | 'kill'>,
  ): Promise<ActionResult> {
    const { steps: _, outputs: __, ...jobWide } = this.#options;
    const common = {
      ...jobWide,
      ...stage,
      env: { ...jobWide.env, ...this.#env, ...this.#evaluated(step.env) },
      path: this.#path,
      masker: this.#masker,
      folders: this.#folders,
    };
    const result = await ('run' in step
      ? runScript({ ...common, script: step.run })
      : runAction({ ...common, action: step.action, inputs: this.#evaluated(step.inputs) }));
    this.#env = { ...this.#env, ...result.env };
    this.#path.push(...result.path);
    return result;
  }

  #evaluated<Value>(value: Evaluated<Value> | undefined): Value | undefined {
    // No value of a step is itself a function.
    return typeof value === 'function' ? (value as (...job: unknown[]) => Value)(this.#outputs, this.#soFar()) : value;
  }

  #isDue(condition: NonNullable<JobStep['if']>): boolean {
    return typeof condition === 'function'
      ? condition(this.#outputs, this.#soFar())
      : holds(condition, this.#conclusion);
  }

  #soFar(): JobSoFar {
    return { conclusion: this.#conclusion, outcomes: this.#outcomes, env: this.#env };
  }

  #conclude({ conclusion }: ActionResult, step: JobStep): void {
    if (conclusion === 'cancelled') this.#conclusion = 'cancelled';
    else if (conclusion === 'failure' && !step.continueOnError && this.#conclusion === 'success') {
      this.#conclusion = 'failure';
    }
  }
}

function holds(condition: string, conclusion: JobResult['conclusion']): boolean {
  const outcomes: Readonly<Record<string, readonly string[]>> = {
    'always()': ['success', 'failure', 'cancelled'],
    'success()': ['success'],
    'failure()': ['failure'],
    'cancelled()': ['cancelled'],
    '!cancelled()': ['success', 'failure'],
  };
  const met = outcomes[condition.replace(/^\$\{\{\s*|\s*\}\}$/g, '')];
  if (met === undefined) throw new Error(`The emulator does not evaluate the condition ${condition}`);
  return met.includes(conclusion);
}
