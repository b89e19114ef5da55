import { waitUntilSettled } from '../../src/atlas/access-list-readiness.ts';
import {
  assertRoom,
  deleteSuperfluous,
  readAccessList,
  type Writing,
  type Written,
  writeLacking,
} from '../../src/atlas/access-list-writer.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Reading } from '../../src/atlas/fresh-reading.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import type { DesiredEntry } from '../../src/spec/desired.ts';
import { parseEntries } from '../../src/spec/parse-entries.ts';
import { type AtlasSession, openAtlas } from '../atlas-session.ts';
import { explainRefusal, unknownNames } from '../explain.ts';
import { leaveAccess } from '../network-access/kept-access.ts';
import { leaseTime } from '../network-access/lease-plan.ts';
import { mayBeOpen, openForJob, wishFor } from '../network-access/open.ts';
import { assertUsable, runnerAddress } from '../network-access/runner-address.ts';
import type { syncNetworkAccess as definition } from './action.ts';
import { type Desired, type Plan, planNetworkAccess } from './plan.ts';
import { planJson, planLines } from './render.ts';
import { summarize } from './summarize.ts';

type Inputs = InputsOf<typeof definition>;
type Context = ActionContext<typeof definition>;
type Result = ActionResult<typeof definition>;

/** Makes the access list hold what is listed, and the runner's address for the job. */
export async function syncAccess(inputs: Inputs, context: Context): Promise<Result> {
  const entries = desiredEntries(inputs, context);
  if (inputs.ip !== undefined) assertUsable(inputs.ip, 'ip');
  const session = await openAtlas(inputs, context, { postCallsAtlas: inputs['runner-ip'] });
  try {
    return await sync(session, { entries, inputs, context });
  } catch (error) {
    const address = { groupId: session.groupId, clusterName: '' };
    throw await explainRefusal(error, session.client, { address, explanations: unknownNames });
  }
}

interface Work {
  readonly entries: readonly DesiredEntry[] | undefined;
  readonly inputs: Inputs;
  readonly context: Context;
}

async function sync({ client, groupId }: AtlasSession, { entries, inputs, context }: Work): Promise<Result> {
  const { log, job } = context;
  const life = inputs['expires-in-hours'];
  const address = inputs['runner-ip'] ? await runnerAddress(client, inputs.ip) : undefined;
  const wish = address === undefined ? undefined : wishFor(address, { client, context, life });
  const owner = { repository: job.repository, list: inputs.owner ?? job.workflow };
  const desired: Desired = { entries, prune: inputs.prune, owner, wish };
  const reading = await readAccessList(client, groupId);
  const plan = planNetworkAccess(desired, reading.entries, leaseTime(client));
  log.info(planLines(plan).join('\n'));
  context.publish({ plan: planJson(plan), 'runner-ip': address });
  for (const notice of plan.notices) log.notice(notice);
  assertRoom(groupId, reading.entries, plan.writes);
  if (inputs['dry-run']) return resultOf(plan, { outcome: 'planned', groupId, wait: true });
  const done = await apply(client, { desired, groupId, reading, plan, inputs, context });
  const outcome = done.written.size + done.removed.length > 0 ? 'updated' : 'unchanged';
  return resultOf(plan, { outcome, groupId, wait: inputs.wait, done });
}

/** What has really been done: another job may have been faster. */
interface Done {
  readonly written: ReadonlySet<string>;
  readonly removed: readonly string[];
}

interface Application {
  readonly desired: Desired;
  readonly groupId: string;
  readonly reading: Reading;
  readonly plan: Plan;
  readonly inputs: Inputs;
  readonly context: Context;
}

/** Additions before removals, so that nothing is shut out in between. */
async function apply(client: AtlasClient, application: Application): Promise<Done> {
  const { desired, groupId, reading, plan, inputs, context } = application;
  const { wish } = desired;
  const replan = (entries: Reading['entries']) => planNetworkAccess(desired, entries, leaseTime(client));
  const writing: Writing = { groupId, lacking: (entries) => replan(entries).writes };
  const forJob = wish && plan.runner ? openForJob(groupId, { wish, client, context }) : undefined;
  if (wish && !plan.runner) context.log.info(`${wish.address} is listed, so it needs no entry of this job's own.`);
  const notes = [wish && forJob ? mayBeOpen(wish) : [], desired.entries ? LIST_GOES_ON : []].flat();
  context.underway(notes.join(' ') || undefined);
  const written = await writeLacking(client, writing, reading);
  forJob?.onOpened(written.existing);
  if (inputs.wait) await settle(client, { writing, written, address: wish?.address });
  const superfluous = (entries: Reading['entries']) => replan(entries).removals;
  const removed = plan.removals.length > 0 ? await deleteSuperfluous(client, { groupId, superfluous }, reading) : [];
  context.underway(undefined);
  // An address that is to stay open stays only where the step was green.
  if (forJob && inputs.keep) leaveAccess(context);
  return { written: written.addresses, removed };
}

const LIST_GOES_ON = 'Entries of the list may have been written or removed; run the step again to go on.';

async function settle(
  client: AtlasClient,
  { writing, written, address }: { writing: Writing; written: Written; address: string | undefined },
): Promise<void> {
  const addresses = [...new Set([...written.addresses, ...(address === undefined ? [] : [address])])];
  await waitUntilSettled(client, { ...writing, addresses, written, shared: address });
}

/** What is listed, from the input or the file; undefined where neither is given. Throws with every problem at once. */
function desiredEntries(inputs: Inputs, { clock, log, readText }: Context): readonly DesiredEntry[] | undefined {
  const file = inputs['entries-file'];
  const text = file === undefined ? inputs.entries : readText(file);
  if (file !== undefined && text === undefined) {
    throw new Error(
      `entries-file: there is no file "${file}" in the workspace. Check the path, and that actions/checkout runs before this step.`,
    );
  }
  if (text === undefined) return undefined;
  const options = { source: file ?? 'entries', now: clock.now(), allowAnywhere: inputs['allow-anywhere'] };
  const parsed = parseEntries(text, options);
  if ('problems' in parsed) {
    const [first = '', ...others] = parsed.problems;
    throw new Error(
      others.length === 0
        ? first
        : ['The entries need a look:', ...parsed.problems.map((one) => `- ${one}`)].join('\n'),
    );
  }
  for (const notice of parsed.notices) log.info(notice);
  return parsed.entries;
}

function resultOf(
  plan: Plan,
  { outcome, groupId, wait, done }: { outcome: string; groupId: string; wait: boolean; done?: Done },
): Result {
  const addresses = (...actions: readonly string[]) =>
    plan.steps.filter(({ action }) => actions.includes(action)).map(({ address }) => address);
  const written = (address: string) => done?.written.has(address) ?? true;
  return {
    outputs: {
      added: addresses('add').filter(written),
      updated: addresses('update').filter(written),
      kept: addresses('keep', 'foreign'),
      removed: done?.removed ?? addresses('remove'),
      outcome,
    },
    summary: summarize(plan, { outcome, groupId, wait }),
  };
}
