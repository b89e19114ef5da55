import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedDefaultGitHub } from '../../../src/simulator/github/default-world.ts';
import { createGitHubSimulator } from '../../../src/simulator/github/github.ts';
import { createSimulator, type Simulator } from '../../../src/simulator/simulator.ts';
import { type DefaultWorld, seedDefaultWorld } from '../../../src/simulator/world/default-world.ts';
import { overview } from '../../../src/simulator/world/overview.ts';
import { type EventName, runOf } from './events.ts';
import { readWorkflow } from './readable-workflow.ts';
import { runWorkflow, type WorkflowJobResult } from './run-workflow.ts';
import { scaledClock, scaledFromNow } from './scaled-clock.ts';
import { standIns } from './stand-ins.ts';
import { supplyFor } from './supplies.ts';
import type { Values } from './workflow.ts';

export interface Trial {
  /** What the workflow is called in messages. */
  readonly name: string;
  readonly event?: string | undefined;
  readonly speed: number;
  readonly secrets: Values;
  readonly vars: Values;
  readonly inputs: Values;
  /** Whether the commands of `run:` steps are carried out. */
  readonly real: boolean;
  /** What is checked out; an empty folder unless given. */
  readonly workspace?: string | undefined;
  readonly print: (line: string) => void;
  /** A job summary, made readable. */
  readonly readable: (summary: string) => string;
}

/** Pull request 1 is what the simulated GitHub knows. */
const pullRequest = 1;

/** Runs a workflow against a fresh simulated Atlas and GitHub, and prints what happens. Returns whether every job succeeded. */
export async function tryWorkflow(text: string, trial: Trial): Promise<boolean> {
  const time = scaledFromNow(trial.speed);
  const clock = scaledClock(time);
  const atlas = createSimulator({ clock });
  const github = createGitHubSimulator({ clock });
  const world = { ...seedMore(atlas, seedDefaultWorld(atlas)), github: seedDefaultGitHub(github) };
  await using doors = new AsyncDisposableStack();
  const url = doors.use(await atlas.listen()).url;
  const apiUrl = doors.use(await github.listen()).url;
  const workflow = readWorkflow(text, { name: trial.name, url });
  const run = runOf(eventOf(workflow.events, trial), { repository: world.github.repository.name, number: pullRequest });
  const inputs = inputsOf(workflow.inputs, trial);
  const { supplied, missing, ...values } = supplyFor(text, supplyOf(world, url), trial);
  introduce(trial, { event: run.github.event_name ?? '', supplied, missing, notes: workflow.notes });
  const before = leftIn(atlas);
  const base = await realpath(await mkdtemp(join(tmpdir(), 'workflow-')));
  try {
    const stub = trial.real ? {} : await standIns(join(base, 'commands'));
    const jobs = await runWorkflow(workflow.text, {
      ...values,
      ...run,
      inputs,
      workspace: trial.workspace,
      token: world.github.jobToken,
      runnerEnv: { ...run.runnerEnv, ...stub, MONGODB_ATLAS_BASE_URL: url, GITHUB_API_URL: apiUrl },
      clockOf: () => time,
      onLine: (line) => trial.print(`  ${shown(line)}`),
      onJob: (job, { matrix, skipped }) => trial.print(`\n━━ Job ${titleOf(job, matrix)}${skipped ? ': skipped' : ''}`),
      onPassedOver: (uses) => trial.print(`  Passed over: ${uses} (not an action of this suite)`),
    });
    conclude(jobs, trial);
    tellLeft({ before, after: leftIn(atlas) }, trial);
    return jobs.every(({ conclusion }) => conclusion === 'success');
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}

/** The clusters that the recipes name beside those of the default world, and an empty project for what needs one. */
function seedMore(atlas: Simulator, world: DefaultWorld) {
  const { project } = world;
  atlas.seedCluster({ project, name: 'customers', backupEnabled: true });
  atlas.seedCluster({ project, name: 'previews' });
  return { ...world, drill: atlas.seedProject({ name: 'drills' }) };
}

type TrialWorld = ReturnType<typeof seedMore> & { readonly github: ReturnType<typeof seedDefaultGitHub> };

function supplyOf({ organization, project, drill, serviceAccount, apiKey, github }: TrialWorld, url: string): Values {
  return {
    'client-id': serviceAccount.clientId,
    'client-secret': serviceAccount.secret,
    'public-key': apiKey.publicKey,
    'private-key': apiKey.privateKey,
    'project-id': project.id,
    'target-project-id': drill.id,
    organization: organization.id,
    'base-url': url,
    'password-seed': 'a seed that only this trial knows',
    password: 'a-password-that-only-this-trial-knows',
    'github-token': github.adminToken,
  };
}

const events: readonly EventName[] = [
  'push',
  'pull_request',
  'pull_request_target',
  'workflow_dispatch',
  'schedule',
  'pull_request_review',
  'pull_request_review_comment',
  'issue_comment',
  'workflow_run',
  'merge_group',
];

function eventOf(
  own: readonly string[],
  { name, event = own.find((one) => events.some((known) => known === one)) }: Trial,
): EventName {
  const found = events.find((known) => known === event);
  if (event !== undefined && !own.includes(event)) {
    throw new Error(`${name} does not start on ${event}: it starts on ${own.join(', ')}.`);
  }
  if (found === undefined)
    throw new Error(`${name} starts on ${own.join(', ')}; here only ${events.join(', ')} can be simulated.`);
  return found;
}

/** Typed as the workflow declares them, with its defaults. */
function inputsOf(declared: Readonly<Record<string, unknown>>, { name, inputs }: Trial) {
  const unknown = Object.keys(inputs).find((key) => !(key in declared));
  if (unknown !== undefined)
    throw new Error(`${name} has no input ${unknown}; it has ${Object.keys(declared).join(', ') || 'none'}.`);
  return Object.fromEntries(
    Object.entries(declared).map(([key, declaration]) => {
      const { type, default: fallback } = Object(declaration) as { type?: unknown; default?: unknown };
      const value = inputs[key] ?? String(fallback ?? '');
      return [key, type === 'boolean' ? value === 'true' : type === 'number' ? Number(value) : value];
    }),
  );
}

interface Setting {
  readonly event: string;
  readonly supplied: readonly string[];
  readonly missing: readonly string[];
  readonly notes: readonly string[];
}

function introduce({ name, speed, real, workspace, print }: Trial, { event, supplied, missing, notes }: Setting): void {
  print(`${name} on ${event}, against a simulated Atlas and GitHub. Time runs ${speed} times as fast.`);
  print(
    real
      ? 'The commands of run: steps are carried out.'
      : 'Commands of run: steps are stand-ins that only say they were called; --real carries them out.',
  );
  if (workspace === undefined) print('The workspace is empty.');
  if (supplied.length > 0) print(`Supplied by the simulator: ${supplied.join(', ')}.`);
  for (const missing_ of missing) {
    const [kind, key] = missing_.split('.');
    print(`${missing_} is empty: give it with --${kind === 'vars' ? 'var' : 'secret'} ${key}=value.`);
  }
  for (const note of notes) print(note);
}

function titleOf(job: string, matrix: Values): string {
  const values = Object.values(matrix);
  return values.length === 0 ? job : `${job} (${values.join(', ')})`;
}

/** A line of the log as the page of a run shows it. */
function shown(line: string): string {
  const marks: ReadonlyArray<readonly [string, string]> = [
    ['##[group]', '▾ '],
    ['##[error]', 'Error: '],
    ['##[warning]', 'Warning: '],
    ['##[notice]', 'Notice: '],
    ['##[debug]', 'Debug: '],
  ];
  if (line.startsWith('##[endgroup]')) return '';
  const mark = marks.find(([prefix]) => line.startsWith(prefix));
  return mark === undefined ? line : mark[1] + line.slice(mark[0].length);
}

function conclude(jobs: readonly WorkflowJobResult[], { print, readable }: Trial): void {
  for (const { job, matrix, conclusion, mains, posts, outputs, warnings, masker } of jobs) {
    print(`\n━━ Job ${titleOf(job, matrix)}: ${conclusion}`);
    for (const { id, outputs, summary } of [...mains, ...posts]) {
      if (summary !== '') print(`\n${readable(summary)}\n`);
      for (const [name, value] of Object.entries(outputs)) {
        if (value !== '') print(`  steps.${id}.outputs.${name} = ${masker.mask(value)}`);
      }
    }
    for (const [name, value] of Object.entries(outputs)) print(`  output ${name} = ${value}`);
    for (const warning of warnings) print(`  Warning: ${warning}`);
  }
}

/** What a workflow can leave in Atlas, by kind. */
function leftIn({ state }: Simulator): Readonly<Record<string, readonly string[]>> {
  const { clusters, databaseUsers, accessEntries, snapshots, now } = overview(state);
  return {
    clusters: clusters.map(({ name, tier, state: shownState }) => `${name} (${tier}, ${shownState})`),
    'database users': databaseUsers
      .filter(({ deleteAfter }) => deleteAfter === undefined || deleteAfter > Date.parse(now))
      .map(({ username }) => username),
    'access entries': accessEntries
      .filter(({ deleteAfter }) => deleteAfter === undefined || deleteAfter > Date.parse(now))
      .map(({ target }) => ('cidrBlock' in target ? target.cidrBlock : target.awsSecurityGroup)),
    snapshots: snapshots.filter(({ deleted }) => !deleted).map(({ id, clusterName }) => `${id} of ${clusterName}`),
  };
}

type Left = ReturnType<typeof leftIn>;

function tellLeft({ before, after }: { before: Left; after: Left }, { print }: Trial): void {
  print('\n━━ Left in Atlas');
  for (const [kind, names] of Object.entries(after)) {
    const old = before[kind] ?? [];
    const all = names.map((name) => (old.includes(name) ? name : `${name}, new`));
    print(`  ${kind}: ${all.length === 0 ? 'none' : all.join('; ')}`);
    const gone = old.filter((name) => !names.includes(name));
    if (gone.length > 0) print(`    no longer so: ${gone.join('; ')}`);
  }
}
