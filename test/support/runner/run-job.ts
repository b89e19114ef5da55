import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readActionMetadata } from './action-metadata.ts';
import type { ActionResult, RunActionOptions } from './action-run.ts';
import { type JobOutputs, jobOutputs } from './job-outputs.ts';
import type { Masker } from './masker.ts';
import { jobFolders, prepareMasker, REPOSITORY, runAction } from './run-action.ts';
import type { JobFolders } from './step-environment.ts';

/** The outputs of earlier steps, by step id. */
export type StepOutputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

type Condition = 'always()' | 'success()' | 'failure()' | 'cancelled()' | '!cancelled()';

/** One `uses:` step of a job. Inputs that read other steps' outputs are functions: the post stage evaluates them again. */
export interface JobStep {
  readonly id?: string;
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>> | ((steps: StepOutputs) => Readonly<Record<string, string>>);
  readonly env?: Readonly<Record<string, string>>;
  readonly if?: Condition;
  readonly continueOnError?: boolean;
  readonly cancel?: RunActionOptions['cancel'];
  readonly kill?: RunActionOptions['kill'];
}

/** Stands for a `run:` step: what the script does, and whether it succeeds. */
export interface ScriptStep {
  readonly script: (steps: StepOutputs) => boolean | Promise<boolean>;
  readonly if?: Condition;
}

type JobWideOptions = Omit<
  RunActionOptions,
  'action' | 'inputs' | 'stage' | 'state' | 'cancel' | 'kill' | 'masker' | 'path' | 'folders'
>;

export interface RunJobOptions extends JobWideOptions {
  readonly steps: readonly (JobStep | ScriptStep)[];
  /** The job's `outputs:`. */
  readonly outputs?: (steps: StepOutputs) => Readonly<Record<string, string>>;
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
  const base = await mkdtemp(join(tmpdir(), 'job-'));
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
  readonly step: JobStep;
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
  #env: Readonly<Record<string, string>> = {};
  #conclusion: JobResult['conclusion'] = 'success';

  constructor(options: RunJobOptions, folders: JobFolders) {
    this.#options = options;
    this.#folders = folders;
    this.#masker = prepareMasker(options);
  }

  async runMains(): Promise<void> {
    for (const [index, step] of this.#options.steps.entries()) {
      if (!holds(step.if ?? 'success()', this.#conclusion)) continue;
      if ('script' in step) {
        if (!(await step.script(this.#outputs))) this.#conclusion = 'failure';
        continue;
      }
      const id = step.id ?? `step-${index + 1}`;
      const { post, postIf } = await readActionMetadata(this.#options.root ?? REPOSITORY, step.action);
      const main = await this.#run(step, { stage: 'main', cancel: step.cancel, kill: step.kill });
      this.#mains.push({ id, ...main });
      this.#outputs[id] = main.outputs;
      this.#conclude(main, step);
      // Registered when main begins: it runs however main ends.
      if (post !== undefined) this.#registered.push({ id, step, condition: postIf, state: main.state });
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
      ...jobOutputs(this.#options.outputs?.(this.#outputs) ?? {}, this.#masker),
    };
  }

  async #run(
    step: JobStep,
    stage: Pick<RunActionOptions, 'stage' | 'state' | 'cancel' | 'kill'>,
  ): Promise<ActionResult> {
    const { steps: _, outputs: __, ...jobWide } = this.#options;
    const result = await runAction({
      ...jobWide,
      ...stage,
      action: step.action,
      inputs: typeof step.inputs === 'function' ? step.inputs(this.#outputs) : step.inputs,
      env: { ...jobWide.env, ...this.#env, ...step.env },
      path: this.#path,
      masker: this.#masker,
      folders: this.#folders,
    });
    this.#env = { ...this.#env, ...result.env };
    this.#path.push(...result.path);
    return result;
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
