import { randomInt } from 'node:crypto';
import { addAccessListEntries, getEntryStatus, listAccessList, type NewAccessListEntry } from '../atlas/access-list.ts';
import type { AtlasClient } from '../atlas/client.ts';
import { changeSafely } from '../atlas/create-once.ts';
import { AtlasError } from '../atlas/errors.ts';
import { poll } from '../atlas/polling.ts';
import { scheduleFor } from '../atlas/schedule.ts';
import { timings } from '../atlas/timings.ts';
import { isMarkedBy, isMarkOf, type MarkOwner, readMark, writeMark } from '../environment/owner-mark.ts';
import type { ActualEntry } from './actual.ts';
import { sameAddress } from './addresses.ts';
import { wholeSeconds } from './apply-user.ts';
import { authorsText } from './authors-text.ts';
import type { DesiredEntry } from './desired.ts';
import type { PlanStep } from './plan.ts';
import { actualEntry } from './read-actual.ts';

/** Atlas takes eighty characters for an entry's comment. */
const COMMENT_ROOM = 80;

const SHORTEST_MARK = 20;

export interface AccessListWork {
  readonly groupId: string;
  readonly entries: readonly DesiredEntry[];
  /** What stood in the list when it was planned. */
  readonly existing: readonly ActualEntry[];
  /** When it was read, in milliseconds since 1970. */
  readonly readAt: number;
  readonly steps: readonly PlanStep[];
  readonly owner: MarkOwner;
}

/**
 * Adds and changes entries, all in one request: Atlas forbids two at once in a project. Resolves to those that are ours,
 * whether this run wrote them or an earlier one that did not live to see them active.
 */
export async function applyAccessList(client: AtlasClient, work: AccessListWork): Promise<readonly DesiredEntry[]> {
  const { entries, steps } = work;
  const changed = entries.filter(({ address }) =>
    steps.some(({ kind, name, action }) => kind === 'access-list-entry' && name === address && action !== 'unchanged'),
  );
  const written = changed.length > 0 ? await write(client, changed, work) : [];
  return entries.filter(
    (entry) => written.includes(entry) || isMarkOf(readMark(existingOf(entry, work.existing)?.comment), work.owner),
  );
}

/**
 * Waits until all entries let through whom they name. Atlas may be slow to show a new one, and of two writes that overlap
 * it may lose one without a word: an entry that does not turn up is written again.
 */
export async function waitUntilActive(
  client: AtlasClient,
  entries: readonly DesiredEntry[],
  work: AccessListWork,
): Promise<void> {
  if (entries.length === 0) return;
  const { clock, deadline, log, signal } = client;
  let open = entries;
  let writtenAt = clock.now();
  let writes = 0;
  await poll({
    read: async () => {
      const asked = await Promise.all(
        open.map(async (entry) => ({ entry, status: await statusOf(client, entry, work) })),
      );
      open = asked.filter(({ status }) => status !== 'ACTIVE').map(({ entry }) => entry);
      const missing = asked.filter(({ status }) => status === 'MISSING').map(({ entry }) => entry);
      if (missing.length === 0 || clock.now() < writtenAt + SHOWN_WITHIN) return;
      writes += 1;
      if (writes > MOST_WRITES) throw lost(missing, work);
      log(`Atlas does not show ${namesOf(missing)} in the IP access list; writing it again.`);
      await write(client, missing, work);
      writtenAt = clock.now();
    },
    done: () => open.length === 0,
    schedule,
    since: writtenAt,
    what: `The activation of ${namesOf(entries)} in the IP access list`,
    clock,
    deadline,
    log,
    signal,
  });
}

const schedule = scheduleFor(timings.activateEntry);

/** Milliseconds: an entry has been seen to be missing from reads for some seconds after its POST. */
const SHOWN_WITHIN = 20_000;
const MOST_WRITES = 3;

async function statusOf(client: AtlasClient, { address }: DesiredEntry, { groupId }: AccessListWork): Promise<string> {
  try {
    const status = await getEntryStatus(client, { groupId, entryValue: address });
    if (status !== 'FAILED') return status;
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND') return 'MISSING';
    throw error;
  }
  throw new Error(
    `Atlas could not activate ${address} in the IP access list of project ${groupId} (status FAILED). Remove the entry in Atlas, Security › Network Access, and run the step again.`,
  );
}

function lost(entries: readonly DesiredEntry[], { groupId }: AccessListWork): Error {
  return new Error(
    `Atlas took ${namesOf(entries)} for the IP access list of project ${groupId} ${MOST_WRITES + 1} times, and does not show it. Something else removes it, or writes to the list at the same time: run the step again when that is over.`,
  );
}

function namesOf(entries: readonly DesiredEntry[]): string {
  return entries.map(({ address }) => address).join(', ');
}

/** Resolves to the entries that were written. Writes that overlap with another job's have been answered 401 to API keys, though the rights were there (peers, B7). */
async function write(
  client: AtlasClient,
  entries: readonly DesiredEntry[],
  work: AccessListWork,
): Promise<readonly DesiredEntry[]> {
  for (let clashes = 1; ; clashes++) {
    const existing = await listAsOfNow(client, work);
    const ours = entries.filter((entry) => mayWrite(existingOf(entry, existing), work.owner));
    const foreign = entries.filter((entry) => !ours.includes(entry));
    if (foreign.length > 0)
      client.log(`Somebody else has added ${namesOf(foreign)} to the IP access list meanwhile; it stays as it is.`);
    if (ours.length === 0) return [];
    const body = ours.map((entry) => toRequest(entry, { existing: existingOf(entry, existing), owner: work.owner }));
    try {
      await changeSafely(client, () => addAccessListEntries(client, work.groupId, body));
      return ours;
    } catch (error) {
      const isClash = error instanceof AtlasError && error.status === 401 && error.code === 'USER_UNAUTHORIZED';
      if (!isClash || clashes === MOST_WRITES) throw error;
      client.log(`${error.facts} Another job may be writing at the same time; trying again.`);
      await client.clock.sleep(randomInt(2_000, 6_000), client.signal);
    }
  }
}

/** Milliseconds: what was read longer ago may have been changed by somebody since (design, "within 5 s"). */
const FRESH = 5_000;

async function listAsOfNow(
  client: AtlasClient,
  { groupId, existing, readAt }: AccessListWork,
): Promise<readonly ActualEntry[]> {
  if (client.clock.now() <= readAt + FRESH) return existing;
  return (await listAccessList(client, groupId)).map(actualEntry);
}

/** Writing an entry that is there would overwrite it: only this repository's may be. */
function mayWrite(existing: ActualEntry | undefined, owner: MarkOwner): boolean {
  return !existing || isMarkOf(readMark(existing.comment), owner) || isMarkedBy(existing.comment, owner);
}

/** What others rely on only grows: a permanent entry stays permanent, and no life is cut short. */
function toRequest(
  entry: DesiredEntry,
  { existing, owner }: { existing: ActualEntry | undefined; owner: MarkOwner },
): NewAccessListEntry {
  const text = entry.comment ?? authorsText(existing?.comment);
  const own = text ? `${text} `.slice(0, COMMENT_ROOM - SHORTEST_MARK) : '';
  const isPermanent = entry.expiresAt === undefined || (existing && existing.expiresAt === undefined);
  // Another environment's entry stays its own, and only lives longer.
  const isSiblings = existing !== undefined && !isMarkOf(readMark(existing.comment), owner);
  return {
    ...addressField(entry.address),
    comment: isSiblings ? (existing.comment ?? '') : `${own}${writeMark(owner, { room: COMMENT_ROOM - own.length })}`,
    ...(!isPermanent && { deleteAfterDate: wholeSeconds(Math.max(entry.expiresAt ?? 0, existing?.expiresAt ?? 0)) }),
  };
}

function existingOf({ address }: DesiredEntry, existing: readonly ActualEntry[]): ActualEntry | undefined {
  return existing.find((one) => sameAddress(one.address, address));
}

function addressField(address: string): NewAccessListEntry {
  if (address.startsWith('sg-')) return { awsSecurityGroup: address };
  return address.includes('/') ? { cidrBlock: address } : { ipAddress: address };
}
