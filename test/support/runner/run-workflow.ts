import { type Contexts, evaluateCondition, evaluateText } from './expressions.ts';
import {
  type JobResult,
  type JobSoFar,
  type JobStep,
  type RunJobOptions,
  runJob,
  type StepOutputs,
  type TestStep,
} from './run-job.ts';
import { matrixOf, parseWorkflow, type Values, type WorkflowJob, type WorkflowStep } from './workflow.ts';

export interface RunWorkflowOptions
  extends Pick<RunJobOptions, 'root' | 'token' | 'event' | 'onLine' | 'workspace' | 'runnerEnv'> {
  /** Of the `github` context, and of the runner's variables. */
  readonly github?: Values;
  readonly secrets?: Values;
  readonly vars?: Values;
  /** What somebody chose who started the workflow by hand; typed, as GitHub types it. */
  readonly inputs?: Readonly<Record<string, string | number | boolean>>;
  /** The clock of a job's steps, for waiting that costs nothing. */
  readonly clockOf?: (job: string) => RunJobOptions['clock'];
  /** Told of each job that begins, and of each that is skipped. */
  readonly onJob?: (job: string, moment: { readonly matrix: Values; readonly skipped: boolean }) => void;
  /** Told, in its turn, of each step that is left out because its action is not here; it counts as skipped. */
  readonly onPassedOver?: (uses: string) => void;
}

/** One run of one job; a matrix has several. */
export interface WorkflowJobResult extends JobResult {
  readonly job: string;
  readonly matrix: Values;
}

type Needs = Record<string, { readonly result: string; readonly outputs: Values }>;

/**
 * Runs a workflow's jobs one after the other, in the order of the file: `run:` with bash, and `uses:` of this repository, by a path or
 * as `<owner>/atlas-actions/<name>@<version>`, whoever the owner. Steps of other actions are left out.
 */
export async function runWorkflow(
  text: string,
  options: RunWorkflowOptions = {},
): Promise<readonly WorkflowJobResult[]> {
  const { env, jobs } = parseWorkflow(text);
  const results: WorkflowJobResult[] = [];
  const done: Needs = {};
  for (const [name, job] of Object.entries(jobs)) {
    const known = { ...contextsOf(options), needs: neededBy(job, done) };
    const runs = isDue(job, known) ? await runMatrix(name, job, { workflowEnv: env, known, options }) : [];
    if (runs.length === 0) options.onJob?.(name, { matrix: {}, skipped: true });
    const failed = runs.find(({ conclusion }) => conclusion !== 'success');
    const result = runs.length === 0 ? 'skipped' : (failed?.conclusion ?? 'success');
    // Of a matrix, the last one to set an output wins.
    done[name] = { result, outputs: Object.assign({}, ...runs.map(({ outputs }) => outputs)) };
    results.push(...runs);
  }
  return results;
}

function contextsOf({ github, event, token = '', secrets, vars = {}, inputs = {} }: RunWorkflowOptions) {
  const usual = {
    run_id: '1658821493',
    repository: 'octo/shop',
    repository_id: '1296269',
    ref: 'refs/heads/main',
    event_name: 'push',
  };
  return {
    github: { ...usual, ...github, event: event ?? {}, token },
    secrets: { ...secrets, GITHUB_TOKEN: token },
    vars,
    inputs,
    runner: { os: 'Linux', arch: 'X64', environment: 'github-hosted' },
  };
}

function neededBy({ needs }: WorkflowJob, done: Needs): Needs {
  return Object.fromEntries(
    needs.map((name) => {
      const job = done[name];
      if (!job) throw new Error(`The job ${name} is needed before it is run: put it first in the file.`);
      return [name, job];
    }),
  );
}

function isDue(job: WorkflowJob, contexts: Contexts & { readonly needs: Needs }): boolean {
  const isHeld = Object.values(contexts.needs).some(({ result }) => result !== 'success');
  return evaluateCondition(job.if ?? 'success()', { contexts, standing: isHeld ? 'failure' : 'success' });
}

interface Scope {
  readonly workflowEnv: Values;
  /** The contexts that do not change while a job runs. */
  readonly known: Contexts;
  readonly options: RunWorkflowOptions;
}

async function runMatrix(name: string, job: WorkflowJob, scope: Scope): Promise<readonly WorkflowJobResult[]> {
  const results: WorkflowJobResult[] = [];
  for (const matrix of matrixOf(job)) {
    const known = { ...scope.known, matrix };
    scope.options.onJob?.(name, { matrix, skipped: false });
    results.push({ ...(await runOne(name, job, { ...scope, known })), job: name, matrix });
  }
  return results;
}

async function runOne(name: string, job: WorkflowJob, { workflowEnv, known, options }: Scope): Promise<JobResult> {
  const { github = {}, secrets = {}, runnerEnv, clockOf, root, event, token, onLine, workspace } = options;
  const env = evaluated({ ...workflowEnv, ...job.env }, known);
  /** All that the expressions of a step may read at some moment. */
  const contexts = (outputs: StepOutputs, { outcomes, env: set }: JobSoFar): Contexts => ({
    ...known,
    env: { ...env, ...set },
    steps: Object.fromEntries(
      Object.entries(outcomes).map(([id, outcome]) => [id, { outcome, outputs: outputs[id] ?? {} }]),
    ),
  });
  return await runJob({
    steps: job.steps.flatMap((step) => jobStep(step, contexts) ?? passedOver(step, options) ?? []),
    env,
    runnerEnv: { ...variablesOf(github), ...runnerEnv },
    secrets: Object.values(secrets),
    clock: clockOf?.(name),
    root,
    event,
    token,
    onLine,
    workspace,
    outputs: (...moment) => evaluated(job.outputs, contexts(...moment)),
  });
}

function variablesOf(github: Values): Values {
  return Object.fromEntries(Object.entries(github).map(([key, value]) => [`GITHUB_${key.toUpperCase()}`, value]));
}

/** A step of a workflow as one of a job; undefined for an action that is not here, such as actions/checkout. */
function jobStep(step: WorkflowStep, contexts: (...moment: Moment) => Contexts): JobStep | undefined {
  const settings = {
    ...(step.id === undefined ? {} : { id: step.id }),
    env: (...moment: Moment) => evaluated(step.env, contexts(...moment)),
    if: (...moment: Moment) =>
      evaluateCondition(step.if ?? 'success()', { contexts: contexts(...moment), standing: moment[1].conclusion }),
    continueOnError: step['continue-on-error'],
  };
  if (step.run !== undefined) return { ...settings, run: step.run };
  const action = folderOf(step.uses ?? '');
  if (action === undefined) return undefined;
  return { ...settings, action, inputs: (...moment: Moment) => evaluated(step.with, contexts(...moment)) };
}

/** A step that does nothing but say so, where somebody wants to hear it. */
function passedOver({ id, uses = '' }: WorkflowStep, { onPassedOver }: RunWorkflowOptions): TestStep | undefined {
  if (onPassedOver === undefined) return undefined;
  const announce = () => {
    onPassedOver(uses);
    return false;
  };
  return { ...(id === undefined ? {} : { id }), if: announce, happens: () => true };
}

/** The folder of an action of this repository. */
function folderOf(uses: string): string | undefined {
  if (uses.startsWith('./')) return uses.slice(2) || '.';
  const [isOurs, folder = '.'] = uses.match(/^[\w.-]+\/atlas-actions(?:\/([\w.-]+))?@/) ?? [];
  return isOurs === undefined ? undefined : folder;
}

type Moment = readonly [outputs: StepOutputs, soFar: JobSoFar];

function evaluated(values: Values, contexts: Contexts): Values {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, evaluateText(value, contexts)]));
}
