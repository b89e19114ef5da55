import type { AtlasClient } from '../../src/atlas/client.ts';
import { ClusterUnusable } from '../../src/atlas/cluster-readiness.ts';
import { isoTime } from '../../src/atlas/iso-time.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import type { MarkOwner } from '../../src/environment/owner-mark.ts';
import { repositoryOf } from '../../src/environment/repository.ts';
import { expiryOf } from '../../src/environment/tags.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import type { ForJob } from '../../src/spec/apply-access-list.ts';
import { planJson, planLines } from '../../src/spec/render-plan.ts';
import { authentication } from '../../src/spec/user-kinds.ts';
import { openClient } from '../atlas-session.ts';
import { clusterProgress } from '../cluster-progress.ts';
import { closedPullRequest } from '../environment.ts';
import { explainRefusal } from '../explain.ts';
import { runnerOf } from '../network-access/open.ts';
import type { provision as definition } from './action.ts';
import { connectAll } from './connect-all.ts';
import { type DesiredSpec, readDesiredSpec } from './desired-spec.ts';
import { ephemeralWarnings } from './ephemeral.ts';
import { explanations } from './explanations.ts';
import { commentOn, warnOfWhatIsMissing } from './finish.ts';
import { giveBack } from './give-back.ts';
import { createHistory, type History } from './history.ts';
import { judged } from './judgement.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import {
  type ApplyOptions,
  type Confirmed,
  look,
  type Planned,
  problemText,
  type Reconciling,
  reconcile,
  stillHolds,
} from './reconcile.ts';
import { summarizePlan, summarizeProvision } from './summarize.ts';

type Inputs = InputsOf<typeof definition>;
type Context = ActionContext<typeof definition>;
type Result = ActionResult<typeof definition>;

interface Work extends Reconciling {
  readonly inputs: Inputs;
  readonly context: Context;
  readonly history: History;
  readonly startedAt: number;
}

/** Plans, and unless it is a dry run applies the plan until nothing is left to do and everything is ready to use. */
export async function provisionEnvironment(inputs: Inputs, context: Context): Promise<Result> {
  const spec = await readDesiredSpec(inputs, context);
  const closed = closedPullRequest(context.job, { named: inputs.environment, environment: spec.environment });
  if (closed !== undefined) return skipped(closed, context);
  const client = openClient(inputs, context, { postCallsAtlas: inputs['runner-ip'] });
  const work = createWork({ spec, client, inputs, context });
  try {
    const seen = await look(work);
    const planned = inputs['dry-run'] ? await judged(seen, work) : seen;
    context.log.info(planLines(planned.plan).join('\n'));
    context.publish({ plan: planJson(planned.plan) });
    if (planned.plan.problems.length > 0) throw new Error(problemText(planned.plan.problems));
    for (const warning of ephemeralWarnings(planned, spec)) context.log.warning(warning);
    for (const notice of planned.plan.notices) context.log.notice(notice);
    return inputs['dry-run'] ? dryRun(planned) : await carryOut(work, planned);
  } catch (error) {
    const { clusters, project } = spec.desired();
    const [first] = clusters;
    const groupId = 'id' in project ? project.id : '';
    const address = { groupId, clusterName: first?.name ?? '' };
    throw await explainRefusal(error, client, { address, explanations });
  }
}

function skipped(why: string, { log }: Context): Result {
  log.notice(why);
  return { outputs: { skipped: true }, summary: { title: 'Environment skipped', facts: [], note: why } };
}

function createWork({
  spec,
  client,
  inputs,
  context,
}: {
  spec: DesiredSpec;
  client: AtlasClient;
  inputs: Inputs;
  context: Context;
}): Work {
  const repository = repositoryOf(context.job);
  const owner: MarkOwner = { ...repository, name: spec.environment?.name };
  const passwords: Passwords = createPasswords({
    seed: inputs['password-seed'],
    owner,
    mask: context.mask,
    log: context.log.info,
  });
  const history = createHistory(context.log.info);
  const { resume } = inputs;
  const startedAt = context.clock.now();
  return { client, spec, owner, repository, passwords, resume, inputs, context, history, startedAt };
}

async function carryOut(work: Work, planned: Planned): Promise<Result> {
  const { client, spec, inputs, context, history } = work;
  const names = spec
    .desired()
    .clusters.map(({ name }) => `"${name}"`)
    .join(', ');
  const which = names === '' ? 'users and access entries' : `clusters ${names}`;
  const goesOn = `What was asked for (${which}) may still be running in Atlas; run the step again to go on, or teardown to remove it.`;
  context.underway(inputs['runner-ip'] ? `${goesOn} ${ADDRESS_MAY_BE_OPEN}` : goesOn);
  const forJob = inputs['runner-ip'] ? onceForEach(await runnerOf(client, context)) : undefined;
  const options: ApplyOptions = {
    wait: inputs.wait,
    onState: clusterProgress(context),
    history,
    // From here on teardown has something to do, however this step ends.
    onProject: (groupId) =>
      context.publish({ 'project-id': groupId, 'cluster-name': spec.desired().clusters[0]?.name }),
    forJob,
  };
  try {
    const told = new Set(planned.plan.notices);
    const confirmed = await reconcile(work, planned, options);
    tellMore(work, told);
    const { groupId } = confirmed;
    const users = confirmed.planned.desired.users.length;
    await warnOfWhatIsMissing(groupId, { client, inputs, context, outcome: history.outcome(), users });
    const result = finished(work, confirmed);
    await commentOn(result, { environment: spec.environment, inputs, context });
    const last = stillHolds(confirmed, client) ? undefined : await reconcile(work, await look(work), options);
    context.underway(undefined);
    if (!last) return result;
    tellMore(work, told);
    return finished(work, last);
  } catch (error) {
    if (error instanceof ClusterUnusable) await giveBackAfter(work);
    throw error;
  }
}

/** What only a later look has shown, such as what another run has changed meanwhile. */
function tellMore({ context, history }: Work, told: Set<string>): void {
  for (const notice of history.plan().notices) if (!told.has(notice)) context.log.notice(notice);
  for (const notice of history.plan().notices) told.add(notice);
}

/** Without its cluster nothing would lead to what was made for it. */
async function giveBackAfter({ client, spec, owner, context, history }: Work): Promise<void> {
  const groupId = history.groupId();
  if (groupId === undefined) return;
  const kinds = new Map(spec.desired().users.map(({ username, kind }) => [username, kind]));
  const users = history.created('user').map((username) => ({
    username,
    databaseName: authentication[kinds.get(username) ?? 'password'].database,
  }));
  const addresses = history.created('access-list-entry');
  const clusterNames = spec.desired().clusters.map(({ name }) => name);
  const left = await giveBack(client, { groupId, owner, clusterNames, users, addresses });
  for (const what of left) context.log.warning(what);
}

/** The address is found once, and told of once, however often the plan is applied. */
function onceForEach(forJobIn: (groupId: string) => ForJob): (groupId: string) => ForJob {
  const known = new Map<string, ForJob>();
  return (groupId) => {
    const forJob = known.get(groupId) ?? forJobIn(groupId);
    known.set(groupId, { ...forJob, onOpened: () => undefined });
    return forJob;
  };
}

const ADDRESS_MAY_BE_OPEN =
  "This runner's address may be open too; the post step of this action closes it, and Atlas after six hours at the latest.";

function finished({ spec, context, inputs, history, passwords, startedAt }: Work, confirmed: Confirmed): Result {
  const { clusters, groupId, planned } = confirmed;
  const outcome = history.outcome();
  const made = history.plan();
  const connections = connectAll({
    groupId,
    clusters,
    desired: planned.desired,
    standIns: passwords.standIns,
    database: inputs.database,
    context,
  });
  const [first] = clusters;
  if (inputs.wait && first)
    context.log.info(`Everything is ready to use: ${clusters.map(({ name }) => `"${name}"`).join(', ')}.`);
  const expiresAt = spec.environment && first ? expiryOf(first.tags) : undefined;
  const expires = expiresAt === undefined ? undefined : isoTime(expiresAt);
  return {
    outputs: { ...connections.outputs, outcome, plan: planJson(made), 'expires-at': expires },
    summary: summarizeProvision({
      environment: spec.environment?.name,
      outcome,
      groupId,
      clusters,
      plan: made,
      username: connections.username,
      expires,
      waited: inputs.wait,
      took: context.clock.now() - startedAt,
    }),
  };
}

function dryRun({ plan: made, desired, reading }: Planned): Result {
  const names = { 'project-id': reading.state.project?.id, 'cluster-name': desired.clusters[0]?.name };
  return { outputs: { ...names, outcome: 'planned' }, summary: summarizePlan(made) };
}
