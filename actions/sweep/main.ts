import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { waitUntilAllGone } from '../../src/atlas/cluster-readiness.ts';
import { AtlasError, messageOf, TimedOut } from '../../src/atlas/errors.ts';
import type { Project } from '../../src/atlas/projects.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import { repositoryOf } from '../../src/environment/repository.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import { openClient } from '../atlas-session.ts';
import type { sweep as definition } from './action.ts';
import { type Findings, noFindings } from './findings.ts';
import { passedOverLines } from './passed-over.ts';
import { askingOnce } from './pull-requests.ts';
import { outputsOf, resultOf } from './report.ts';
import { repositoriesOf, type Scope, scopeOf } from './scope.ts';
import { severalAtOnce } from './several-at-once.ts';
import { sweepProject } from './sweep-project.ts';
import { agreedTime } from './verdict.ts';
import type { Sweep } from './work.ts';

type Inputs = InputsOf<typeof definition>;
type Context = ActionContext<typeof definition>;

/** Removes what is over, project by project; goes on after a failure, and is red at the end if there was one. */
export async function sweepAway(inputs: Inputs, context: Context): Promise<ActionResult<typeof definition>> {
  const startedAt = context.clock.now();
  if (inputs.repositories === undefined && context.job.repository === '') {
    throw new Error(
      'GITHUB_REPOSITORY is not set, so nothing says whose environments are to be swept. Run the step in a workflow, or name them in repositories.',
    );
  }
  const client = openClient(inputs, context);
  const scope = (await scopeOf(client, inputs)) ?? nowhere(inputs, context);
  // Before anything is judged: where no time can be agreed on, nothing is.
  agreedTime(client);
  const findings = noFindings();
  const sweep = sweepOf(inputs, { client, context, findings, isOneProject: scope.isOneProject });
  const dryRun = inputs['dry-run'];
  context.log.info(`Sweeping ${scope.words}${dryRun ? ': a dry run, nothing is deleted' : ''}.`);
  if (!dryRun) context.underway('What Atlas has begun to delete goes on; the next run of the step does the rest.');
  let cutShort: string | undefined;
  try {
    await sweepAll(client, scope.projects, { sweep, findings });
  } catch (error) {
    context.publish(outputsOf(findings));
    if (context.signal.aborted || !(error instanceof TimedOut)) throw error;
    cutShort = `${error.message} What it has not come to waits for the next run.`;
  }
  context.underway(undefined);
  for (const line of passedOverLines(findings.passedOver, repositoryOf(context.job))) context.log.info(line);
  if (dryRun && findings.deleted.length > 0)
    context.log.notice(`${findings.deleted.length} would be deleted. Set dry-run: false to sweep.`);
  return resultOf(findings, { scope: scope.words, dryRun, took: context.clock.now() - startedAt, cutShort });
}

function nowhere({ 'project-name': name }: Inputs, { log }: Context): Scope {
  const words = `project "${name}"`;
  log.notice(`There is no ${words} (any more): nothing was swept. If it should be there, check project-name.`);
  return { projects: [], isOneProject: true, words };
}

function sweepOf(
  inputs: Inputs,
  {
    client,
    context,
    findings,
    isOneProject,
  }: { client: AtlasClient; context: Context; findings: Findings; isOneProject: boolean },
): Sweep {
  const token = inputs['github-token'] ?? '';
  const onFailure = (failure: Findings['failed'][number]) => void findings.failed.push(failure);
  return {
    rules: {
      own: repositoryOf(context.job),
      selects: repositoriesOf(inputs.repositories, context.job),
      now: () => agreedTime(client),
      olderThan: inputs['older-than-hours'],
      pullRequestState: inputs['closed-pull-requests'] ? askingOnce(context, { token, onFailure }) : undefined,
    },
    isOneProject,
    dryRun: inputs['dry-run'],
    wait: inputs.wait,
    retainBackups: inputs['retain-backups'],
    log: context.log,
  };
}

/** Projects that are swept at the same time. Within one there is one request after the other. */
const AT_ONCE = 4;

async function sweepAll(
  client: AtlasClient,
  projects: readonly Project[],
  tools: { sweep: Sweep; findings: Findings },
): Promise<void> {
  const emptying: { readonly project: Project; readonly clusters: readonly Cluster[] }[] = [];
  await severalAtOnce(projects, AT_ONCE, (project) =>
    goingOn(client, project, tools.findings, async () => {
      const clusters = await sweepProject(client, project, tools);
      if (clusters.length > 0) emptying.push({ project, clusters });
    }),
  );
  if (!tools.sweep.wait || tools.sweep.dryRun) return;
  await severalAtOnce(emptying, emptying.length, ({ project, clusters }) =>
    goingOn(client, project, tools.findings, async () => {
      await waitUntilAllGone(client, project.id, clusters);
      // Now the project may go, too.
      await sweepProject(client, project, tools);
    }),
  );
}

/** A project that fails keeps no other from being swept. */
async function goingOn(
  client: AtlasClient,
  { name }: Project,
  { failed }: Findings,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (client.signal.aborted || error instanceof TimedOut) throw error;
    // Another run has taken it away meanwhile.
    if (error instanceof AtlasError && error.code === 'GROUP_NOT_FOUND') return;
    const why = messageOf(error);
    failed.push({ kind: 'project', name, project: name, why });
  }
}
