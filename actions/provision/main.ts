import type { AtlasClient } from '../../src/atlas/client.ts';
import { isoTime } from '../../src/atlas/iso-time.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import type { MarkOwner } from '../../src/environment/owner-mark.ts';
import { expiryOf } from '../../src/environment/tags.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import { type Applied, apply } from '../../src/spec/apply.ts';
import type { DesiredState } from '../../src/spec/desired.ts';
import { type Plan, plan } from '../../src/spec/plan.ts';
import { findProject, type Reading, readState } from '../../src/spec/read.ts';
import { planJson, planLines } from '../../src/spec/render-plan.ts';
import { openClient } from '../atlas-session.ts';
import { clusterProgress } from '../cluster-progress.ts';
import { explainRefusal } from '../explain.ts';
import { runnerOf } from '../network-access/open.ts';
import type { provision as definition } from './action.ts';
import { commentOn, outcomeOf, warnOfWhatIsMissing } from './afterwards.ts';
import { connectAll } from './connect-all.ts';
import { type Wish, wishOf } from './desire.ts';
import { explanations } from './explanations.ts';
import { summarizePlan, summarizeProvision } from './summarize.ts';
import { passwordsOf, standInFor, withRandomPasswords } from './users.ts';

type Inputs = InputsOf<typeof definition>;
type Context = ActionContext<typeof definition>;
type Result = ActionResult<typeof definition>;

/** Plans, and unless it is a dry run applies the plan and waits until everything can be used. */
export async function provisionEnvironment(inputs: Inputs, context: Context): Promise<Result> {
  const wish = await wishOf(inputs, context);
  const client = openClient(inputs, context, { postCallsAtlas: inputs['runner-ip'] });
  const owner: MarkOwner = { repository: context.job.repository, name: wish.environment?.name };
  try {
    const prepared = await prepare({ wish, client, owner, inputs, context });
    context.log.info(planLines(prepared.plan).join('\n'));
    context.publish({ plan: planJson(prepared.plan) });
    if (prepared.plan.problems.length > 0) throw new Error(problemText(prepared.plan.problems));
    for (const notice of prepared.plan.notices) context.log.notice(notice);
    if (inputs['dry-run']) return planned(prepared);
    const result = await carryOut({ ...prepared, wish, client, owner, inputs, context });
    await commentOn(result, { environment: wish.environment, inputs, context });
    return result;
  } catch (error) {
    const [first] = wish.desired.clusters;
    const groupId = 'id' in wish.desired.project ? wish.desired.project.id : '';
    const address = { groupId, clusterName: first?.name ?? '' };
    throw await explainRefusal(error, client, { address, explanations });
  }
}

interface Work {
  readonly wish: Wish;
  readonly client: AtlasClient;
  readonly owner: MarkOwner;
  readonly inputs: Inputs;
  readonly context: Context;
}

interface Prepared {
  readonly desired: DesiredState;
  readonly reading: Reading;
  readonly plan: Plan;
  /** By the wanted name of a user, the name of the one that was made instead. */
  readonly standIns: ReadonlyMap<string, string>;
  /** Names of the users that are to be made with a random password. */
  readonly random: ReadonlySet<string>;
}

/** Reads what is there, decides every password, and plans. */
async function prepare({ wish, client, owner, inputs, context }: Work): Promise<Prepared> {
  const project = await findProject(client, wish.desired.project);
  const passwords = passwordsOf(wish.desired, {
    seed: inputs['password-seed'],
    groupId: project?.id,
    owner,
    mask: context.mask,
  });
  const known = { ...wish.desired, users: wish.desired.users.map((user) => passwords.known(user, project?.id)) };
  const reading = await readState(client, known, { project, comparePassword: passwords.compare });
  // A derived password needs the project's id; where the project is still to be made, it is decided then.
  const isDerivedLater = inputs['password-seed'] !== undefined && !project;
  const { users, ...made } = isDerivedLater
    ? { users: known.users, standIns: new Map<string, string>(), random: new Set<string>() }
    : withRandomPasswords(known.users, {
        exists: ({ username }) => reading.state.users.some((user) => user.username === username),
        now: context.clock.now(),
        mask: context.mask,
      });
  const desired = { ...known, users };
  const { environment } = wish;
  const options = {
    now: context.clock.now(),
    repository: context.job.repository,
    resume: inputs.resume,
    ...(environment && { environment }),
  };
  return { desired, reading, ...made, plan: plan(desired, reading.state, options) };
}

async function carryOut(work: Work & Prepared): Promise<Result> {
  const { wish, client, owner, inputs, context, reading, plan: planned } = work;
  const startedAt = context.clock.now();
  const names = work.desired.clusters.map(({ name }) => `"${name}"`).join(', ');
  const goesOn = `What was asked for (clusters ${names}) may go on in Atlas; run the step again to go on, or teardown to remove it.`;
  context.underway(inputs['runner-ip'] ? `${goesOn} ${ADDRESS_MAY_BE_OPEN}` : goesOn);
  const passwords = passwordsOf(wish.desired, {
    seed: inputs['password-seed'],
    groupId: reading.state.project?.id,
    owner,
    mask: context.mask,
  });
  let { desired } = work;
  const standIns = new Map(work.standIns);
  for (const [username, other] of standIns) {
    context.log.info(
      `Nobody here knows the password of "${username}", so "${other}" is made for a day. With password-seed every run has the same user.`,
    );
  }
  const [first] = desired.clusters;
  const applied = await apply(client, {
    desired,
    reading,
    plan: planned,
    environment: wish.environment,
    owner,
    wait: inputs.wait,
    onState: clusterProgress(context),
    withPasswords: (groupId) => {
      // From here on teardown has something to do, however this step ends.
      context.publish({ 'project-id': groupId, 'cluster-name': first?.name });
      desired = { ...desired, users: desired.users.map((user) => passwords.known(user, groupId)) };
      return desired.users;
    },
    forJob: inputs['runner-ip'] ? await runnerOf(client, context) : undefined,
    standIn: (user) => {
      if (!work.random.has(user.username)) return undefined;
      const other = standInFor(user, { now: context.clock.now(), mask: context.mask });
      standIns.set(user.username, other.username);
      desired = { ...desired, users: [...desired.users, other] };
      return other;
    },
  });
  await warnOfWhatIsMissing(applied.groupId, { client, inputs, context, plan: planned, users: desired.users.length });
  context.underway(undefined);
  return finished({ ...work, desired, standIns }, applied, startedAt);
}

const ADDRESS_MAY_BE_OPEN =
  "This runner's address may be open too; the post step of this action closes it, and Atlas after six hours at the latest.";

function finished(work: Work & Prepared, applied: Applied, startedAt: number): Result {
  const { wish, context, inputs, plan: planned } = work;
  const outcome = outcomeOf(planned);
  const connections = connectAll({
    applied,
    desired: work.desired,
    standIns: work.standIns,
    database: inputs.database,
    context,
  });
  const [first] = applied.clusters;
  if (inputs.wait && first)
    context.log.info(`Everything can be used: ${applied.clusters.map(({ name }) => `"${name}"`).join(', ')}.`);
  const expiresAt = wish.environment && first ? expiryOf(first.tags) : undefined;
  const expires = expiresAt === undefined ? undefined : isoTime(expiresAt);
  return {
    outputs: { ...connections.outputs, outcome, 'expires-at': expires },
    summary: summarizeProvision({
      environment: wish.environment?.name,
      outcome,
      applied,
      plan: planned,
      username: connections.username,
      expires,
      waited: inputs.wait,
      took: context.clock.now() - startedAt,
    }),
  };
}

function planned({ plan: made, desired, reading }: Prepared): Result {
  const names = { 'project-id': reading.state.project?.id, 'cluster-name': desired.clusters[0]?.name };
  return { outputs: { ...names, outcome: 'planned' }, summary: summarizePlan(made) };
}

function problemText(problems: readonly string[]): string {
  return problems.length === 1
    ? problems.join()
    : ['This cannot be done:', ...problems.map((one) => `- ${one}`)].join('\n');
}
