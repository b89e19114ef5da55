import { createGitHubSimulator } from '../../src/simulator/github/github.ts';
import { readExample } from './examples.ts';
import { openListeningStage } from './listening-stage.ts';
import { type RunWorkflowOptions, runWorkflow, type WorkflowJobResult } from './runner/run-workflow.ts';
import { type CommandCall, stubCommands } from './runner/stubbed-commands.ts';
import type { Values } from './runner/workflow.ts';

/** The repository that the emulated runner works for. */
const REPOSITORY = 'octo/shop';

/** What the user of a recipe has set up, and what is new to this run. */
export interface ExampleRun extends Pick<RunWorkflowOptions, 'inputs' | 'event'> {
  readonly github?: Values;
  /** What the user has changed in the file. */
  readonly edit?: (text: string) => string;
  /** Whether GitHub hands the run any secrets; it does unless told. */
  readonly withSecrets?: boolean;
  /** What happens when a `run:` step calls a command, and whether that succeeds; nothing happens unless told. */
  readonly happens?: (call: CommandCall) => boolean;
}

/**
 * A simulated Atlas and GitHub in which the recipes of `examples/` run from end to end: with a service account that has no more than
 * these roles, and with `npm` and `npx` that only say that they were called.
 */
export async function openExampleWorld(roles: readonly string[], { speed = 300 } = {}) {
  const stage = await openListeningStage({}, { speed });
  const { atlas, project, clock } = stage;
  // What takes minutes everywhere else takes hours once in a thousand times.
  Object.assign(atlas.state.durations, { 'clusterCreate.M10': 200, collectionRestore: 60, 'accessEntry.active': 5 });
  const drill = atlas.seedProject({ name: 'drills' });
  const grants = roles.map((role) => ({ role, orgId: project.orgId, projectId: project.id }));
  const owner = { role: 'Project Owner', orgId: project.orgId, projectId: drill.id };
  const account = atlas.seedServiceAccount({ roles: [...grants, owner] });
  const key = atlas.seedApiKey({ project, roles });
  const github = createGitHubSimulator();
  const repository = github.seedRepository({ name: REPOSITORY });
  const door = await github.listen();

  const vars = {
    ATLAS_CLIENT_ID: account.clientId,
    ATLAS_PROJECT_ID: project.id,
    ATLAS_GROUP_ID: project.id,
    ATLAS_DRILL_PROJECT_ID: drill.id,
  };
  const secrets = {
    ATLAS_CLIENT_SECRET: account.secret,
    ATLAS_PASSWORD_SEED: 'a seed that only this test knows',
    PUBLIC_API_KEY: key.publicKey,
    PRIVATE_API_KEY: key.privateKey,
    ATLAS_PUBLIC_KEY: key.publicKey,
    ATLAS_PRIVATE_KEY: key.privateKey,
    MONGODB_URI: 'mongodb+srv://app:a-password-of-production@orders.example.net/orders',
  };

  /** Runs a recipe; `PATH` leads to stubs, so that no command of it does anything. */
  async function run(
    name: string,
    { edit = String, withSecrets = true, happens = () => true, ...run }: ExampleRun = {},
  ) {
    await using commands = await stubCommands(['npm', 'npx'], happens);
    const jobs = await runWorkflow(edit(readExample(name)), {
      ...run,
      vars,
      secrets: withSecrets ? secrets : {},
      token: github.seedJobToken(repository, { 'pull-requests': 'read' }),
      runnerEnv: { PATH: commands.PATH, MONGODB_ATLAS_BASE_URL: stage.url, GITHUB_API_URL: door.url },
      clockOf: () => clock,
    });
    return { jobs, calls: commands.calls };
  }

  /** Whether a connection string leads to a cluster that is there, as a user who is there, with the right password. */
  function connects(uri: string): boolean {
    const { hostname, username, password } = new URL(uri);
    const cluster = clusters().find(({ name }) => hostname.startsWith(`${name.toLowerCase()}.`));
    return cluster !== undefined && atlas.passwordIs(decodeURIComponent(username), decodeURIComponent(password));
  }

  const clusters = () => atlas.state.clusters.filter(({ goneAt }) => goneAt === undefined);

  /** Whether connections of the runner get through to the clusters of the project. */
  const isLetIn = () =>
    atlas.state.accessEntries.some(
      ({ target, deletedAt, activeAt }) =>
        'cidrBlock' in target &&
        target.cidrBlock === `${atlas.state.callerAddress}/32` &&
        deletedAt === undefined &&
        activeAt <= atlas.clock.now(),
    );

  return {
    ...stage,
    drill,
    github,
    repository,
    run,
    connects,
    isLetIn,
    names: () => clusters().map(({ name }) => name),
    [Symbol.asyncDispose]: async () => void (await Promise.all([stage[Symbol.asyncDispose](), door.close()])),
  };
}

/** The webhook payload of a pull request, as far as anybody reads it. */
export function pullRequest(number: number, from = REPOSITORY) {
  return { number, pull_request: { number, head: { repo: { full_name: from } } } };
}

/** Job and conclusion of each; the log instead of anything but success. */
export function toldBy(jobs: readonly WorkflowJobResult[]) {
  return jobs.map(({ job, conclusion, log }) => [job, conclusion === 'success' ? conclusion : log]);
}
