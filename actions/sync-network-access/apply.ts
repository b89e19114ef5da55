import { waitUntilSettled } from '../../src/atlas/access-list-readiness.ts';
import { deleteSuperfluous, readAccessList, type Writing, writeLacking } from '../../src/atlas/access-list-writer.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import { LAG, type Reading } from '../../src/atlas/fresh-reading.ts';
import { isLastLook, type Look, untilLastLook } from '../../src/atlas/last-look.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import type { ForJob } from '../../src/spec/apply-access-list.ts';
import { leaveAccess } from '../network-access/kept-access.ts';
import { leaseTime } from '../network-access/lease-plan.ts';
import { mayBeOpen, openForJob } from '../network-access/open.ts';
import type { syncNetworkAccess as definition } from './action.ts';
import { type ChangeRecord, changeRecord } from './change-record.ts';
import { type Desired, type Plan, planNetworkAccess } from './plan.ts';

export interface Application {
  readonly desired: Desired;
  readonly groupId: string;
  readonly reading: Reading;
  readonly plan: Plan;
  readonly inputs: InputsOf<typeof definition>;
  readonly context: ActionContext<typeof definition>;
}

/** What has really been done: another run may have been faster, or have undone a part of it meanwhile. */
export interface Done {
  readonly done: Plan;
  readonly hasChanged: boolean;
}

const LIST_GOES_ON = 'Entries of the list may have been written or removed; run the step again to go on.';

/** Makes the list hold what is desired, and ends on a reading that shows it. */
export async function apply(client: AtlasClient, application: Application): Promise<Done> {
  const { desired, groupId, reading, plan, inputs, context } = application;
  const { wish } = desired;
  const forJob = wish && plan.runner ? openForJob(groupId, { wish, client, context }) : undefined;
  if (wish && !plan.runner) context.log.info(`${wish.address} is listed, so it needs no entry of this job's own.`);
  const notes = [wish && forJob ? mayBeOpen(wish) : [], desired.entries ? LIST_GOES_ON : []].flat();
  context.underway(notes.join(' ') || undefined);
  const replan = (entries: Reading['entries']) => planNetworkAccess(desired, entries, leaseTime(client));
  const record = changeRecord(replan, plan.notices);
  const round = roundsOf(client, { application, forJob, record, replan });
  const last = inputs.wait ? await lookUntilDone(client, { groupId, reading, round }) : (await round(reading)).latest;
  context.underway(undefined);
  // An address that is to stay open stays only where the step was green.
  if (forJob && inputs.keep) leaveAccess(context);
  return { done: record.planDone(last.entries), hasChanged: record.hasChanged() };
}

interface Round {
  readonly hasChanged: boolean;
  /** The list as it was read last. */
  readonly latest: Reading;
}

/** What another run has undone meanwhile is done again. */
async function lookUntilDone(
  client: AtlasClient,
  { groupId, reading, round }: { groupId: string; reading: Reading; round: (reading: Reading) => Promise<Round> },
): Promise<Reading> {
  let latest: Reading | undefined;
  return await untilLastLook<Reading & Look>(client, {
    first: lookOf(reading),
    read: async () => {
      // The list by which a write or a deletion was seen to stand says all that there is to see.
      const known = latest && lookOf(latest);
      return known && isLastLook(known, client) ? known : lookOf(await readAccessList(client, groupId));
    },
    settle: async (current) => {
      const { hasChanged, latest: read } = await round(current);
      latest = hasChanged ? read : undefined;
      return hasChanged;
    },
    what: `The IP access list of project ${groupId}`,
  });
}

function lookOf(reading: Reading): Reading & Look {
  return { ...reading, readAt: reading.askedAt };
}

/** One round of additions, then removals, so that nothing is shut out in between; the first waits for the runner's address. */
function roundsOf(
  client: AtlasClient,
  {
    application,
    forJob,
    record,
    replan,
  }: {
    application: Application;
    forJob: ForJob | undefined;
    record: ChangeRecord;
    replan: (entries: Reading['entries']) => Plan;
  },
): (reading: Reading) => Promise<Round> {
  const { desired, groupId, inputs } = application;
  const writing: Writing = { groupId, lacking: (entries) => replan(entries).writes, onWritten: record.written };
  const runner = desired.wish?.address;
  let rounds = 0;
  let deletedAt = Number.NEGATIVE_INFINITY;
  return async (reading) => {
    const isFirst = ++rounds === 1;
    const written = await writeLacking(client, writing, reading);
    if (isFirst) forJob?.onOpened(written.existing);
    const isWritten = written.at !== undefined;
    const addresses = [...new Set([...written.addresses, ...(runner !== undefined && isFirst ? [runner] : [])])];
    const settled = inputs.wait
      ? await waitUntilSettled(client, { ...writing, addresses, written, shared: runner })
      : undefined;
    const latest = settled ?? { ...reading, entries: isWritten ? written.existing : reading.entries };
    const { removals } = replan(latest.entries);
    if (removals.length === 0) return { hasChanged: isWritten, latest };
    if (reading.askedAt < deletedAt + LAG) {
      // Reads may show for some seconds what has been deleted.
      await client.clock.sleep(Math.max(0, deletedAt + LAG - client.clock.now()), client.signal);
      return { hasChanged: true, latest };
    }
    const superfluous = (entries: Reading['entries']) => replan(entries).removals;
    const deleted = await deleteSuperfluous(client, { groupId, superfluous }, latest);
    deletedAt = client.clock.now();
    record.removed(deleted.addresses, latest.entries);
    return { hasChanged: true, latest: deleted.reading };
  };
}
