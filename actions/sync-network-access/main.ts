import { assertRoom, readAccessList } from '../../src/atlas/access-list-writer.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import { repositoryOf } from '../../src/environment/repository.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import type { DesiredEntry } from '../../src/spec/desired.ts';
import { type AtlasSession, openAtlas } from '../atlas-session.ts';
import { explainRefusal, unknownNames } from '../explain.ts';
import { leaseTime } from '../network-access/lease-plan.ts';
import { wishFor } from '../network-access/open.ts';
import { runnerAddress } from '../network-access/runner-address.ts';
import type { syncNetworkAccess as definition } from './action.ts';
import { apply } from './apply.ts';
import { readEntries } from './desired-entries.ts';
import { type Desired, type Plan, planNetworkAccess } from './plan.ts';
import { planJson, planLines } from './render.ts';
import { summarize } from './summarize.ts';

type Inputs = InputsOf<typeof definition>;
type Context = ActionContext<typeof definition>;
type Result = ActionResult<typeof definition>;

/** Makes the access list hold what is listed, and the runner's address for the job. */
export async function syncAccess(inputs: Inputs, context: Context): Promise<Result> {
  const { entries, notices } = readEntries(inputs, context);
  for (const notice of notices) context.log.info(notice);
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
  const address = inputs['runner-ip'] ? await runnerAddress(client, inputs.ip) : undefined;
  const reading = await readAccessList(client, groupId);
  // Atlas has told its time by now: by that entries end.
  const life = inputs['expires-in-hours'];
  const wish = address === undefined ? undefined : wishFor(address, { client, context, life });
  const owner = { ...repositoryOf(job), list: inputs.owner ?? job.workflow };
  const desired: Desired = { entries: entries && endingByAtlas(entries, client), prune: inputs.prune, owner, wish };
  const plan = planNetworkAccess(desired, reading.entries, leaseTime(client));
  log.info(planLines(plan).join('\n'));
  context.publish({ plan: planJson(plan), 'runner-ip': address });
  for (const notice of plan.notices) log.notice(notice);
  assertRoom(groupId, reading.entries, plan.writes);
  if (inputs['dry-run']) return resultOf(plan, { outcome: 'planned', groupId, wait: true });
  const { done, hasChanged } = await apply(client, { desired, groupId, reading, plan, inputs, context });
  return resultOf(done, { outcome: hasChanged ? 'updated' : 'unchanged', groupId, wait: inputs.wait });
}

/** Entries whose expiry was counted by this machine's clock, counted by Atlas's. */
function endingByAtlas(entries: readonly DesiredEntry[], { time, clock }: AtlasClient): readonly DesiredEntry[] {
  const ahead = time.forExpiry() - clock.now();
  return entries.map((entry) =>
    entry.expiresAt === undefined ? entry : { ...entry, expiresAt: entry.expiresAt + ahead },
  );
}

function resultOf(plan: Plan, about: { outcome: string; groupId: string; wait: boolean }): Result {
  const addresses = (...actions: readonly string[]) =>
    plan.steps.filter(({ action }) => actions.includes(action)).map(({ address }) => address);
  return {
    outputs: {
      added: addresses('add'),
      updated: addresses('update'),
      kept: addresses('keep', 'foreign'),
      removed: addresses('remove'),
      plan: planJson(plan),
      outcome: about.outcome,
    },
    summary: summarize(plan, about),
  };
}
