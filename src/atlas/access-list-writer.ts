import {
  type AccessListEntry,
  addAccessListEntries,
  deleteAccessListEntry,
  findAccessListEntry,
  listAccessList,
} from './access-list.ts';
import type { AtlasClient } from './client.ts';
import { AtlasError, factsOf, mayHaveTakenEffect, UnreadableAnswer } from './errors.ts';

/**
 * The only way in which anything here writes to an access list: one write after another, each decided by a reading that
 * is not older than it may be. The API has no compare-and-swap, so time bounds stand in for it (design, "Access leases").
 */
export interface Reading {
  readonly entries: readonly AccessListEntry[];
  /** When it was asked for, in milliseconds since 1970: what happened later may be missing from it. */
  readonly askedAt: number;
}

/** Milliseconds within which a write takes effect after the question that decided it, and at which it must have left for that. */
const BOUND = 5_000;
const LEAVES_WITHIN = 3_000;

/** Milliseconds by which Atlas's reads may lag behind a write. Not measured; other clients speak of some seconds. */
export const LAG = 5_000;

/**
 * Milliseconds after a write at which a reading tells whether it stands: by then whoever had not seen it has written, or
 * never will, and that is seen, too.
 */
export const READ_BACK_AFTER = LAG + BOUND + LAG;

/** Entries that Atlas takes in one project. */
const MOST_ENTRIES = 200;

/** Reads a project's list. */
export async function readAccessList(client: AtlasClient, groupId: string): Promise<Reading> {
  const askedAt = client.clock.now();
  return { entries: await listAccessList(client, groupId), askedAt };
}

export interface Writing {
  readonly groupId: string;
  /** What a list lacks: entries to add, or to give another comment or expiry. Pure, and asked anew after each reading. */
  readonly lacking: (entries: readonly AccessListEntry[]) => readonly AccessListEntry[];
}

export interface Written {
  /** Addresses that were written, maybe by a request whose answer never came. */
  readonly addresses: ReadonlySet<string>;
  /** When the last request ended, in milliseconds since 1970; undefined if nothing was lacking. */
  readonly at: number | undefined;
  /** The list as it was when that was decided. */
  readonly existing: readonly AccessListEntry[];
}

/** Adds all that a list lacks in one request, and sends that again until Atlas has taken it or nothing is lacking any more. */
export async function writeLacking(
  client: AtlasClient,
  { groupId, lacking }: Writing,
  reading?: Reading,
): Promise<Written> {
  const addresses = new Set<string>();
  let at: number | undefined;
  const write = async ({ entries: existing }: Reading, onSend: () => void) => {
    const entries = lacking(existing);
    if (entries.length === 0) return existing;
    assertRoom(groupId, existing, entries);
    for (const { address } of entries) addresses.add(address);
    try {
      await addAccessListEntries(client, { groupId, entries }, { onSend });
    } finally {
      at = client.clock.now();
    }
    return existing;
  };
  const read = () => readAccessList(client, groupId);
  const existing = await onFreshReading(client, { reading, read, act: write });
  return { addresses, at, existing };
}

export interface Deleting {
  readonly groupId: string;
  /** Addresses of a list that are to go. Pure, and asked anew after each reading. */
  readonly superfluous: (entries: readonly AccessListEntry[]) => readonly string[];
}

/**
 * Deletes entries one by one, looking again whenever a reading has become too old, and once more at the end: of two writes
 * that overlap Atlas may lose one without a word. Resolves to those that it deleted.
 */
export async function deleteSuperfluous(
  client: AtlasClient,
  deleting: Deleting,
  reading?: Reading,
): Promise<readonly string[]> {
  const gone = await deleteOnce(client, deleting, reading);
  if (gone.length > 0) await deleteOnce(client, deleting, undefined);
  return gone;
}

async function deleteOnce(
  client: AtlasClient,
  { groupId, superfluous }: Deleting,
  reading: Reading | undefined,
): Promise<readonly string[]> {
  const gone = new Set<string>();
  let latest = reading;
  const removeNext = async (used: Reading, onSend: () => void) => {
    latest = used;
    // Reads may show for some seconds what has been deleted.
    const next = superfluous(used.entries).find((address) => !gone.has(address));
    if (next !== undefined) await deleteAccessListEntry(client, { groupId, address: next }, { onSend });
    return next;
  };
  for (;;) {
    const read = () => readAccessList(client, groupId);
    const removed = await onFreshReading(client, { reading: latest, read, act: removeNext });
    if (removed === undefined) return [...gone];
    gone.add(removed);
  }
}

/** What becomes of one entry. */
export type Fate =
  | { readonly kind: 'stays' }
  | { readonly kind: 'goes' }
  | { readonly kind: 'changes'; readonly entry: AccessListEntry };

/** Reads one entry and does with it what `decide` says, which is pure and asked anew after each reading. */
export async function changeEntry<Decision extends Fate>(
  client: AtlasClient,
  { groupId, address }: { readonly groupId: string; readonly address: string },
  decide: (entry: AccessListEntry | undefined) => Decision,
): Promise<Decision> {
  const read = async (): Promise<Reading> => {
    const askedAt = client.clock.now();
    const entry = await findAccessListEntry(client, { groupId, address });
    return { entries: entry ? [entry] : [], askedAt };
  };
  const act = async ({ entries: [entry] }: Reading, onSend: () => void) => {
    const decision = decide(entry);
    if (decision.kind === 'goes') await deleteAccessListEntry(client, { groupId, address }, { onSend });
    if (decision.kind === 'changes')
      await addAccessListEntries(client, { groupId, entries: [decision.entry] }, { onSend });
    return decision;
  };
  return await onFreshReading(client, { read, act });
}

/** Refuses what Atlas has no room for, before anything is written. */
export function assertRoom(
  groupId: string,
  existing: readonly AccessListEntry[],
  added: readonly AccessListEntry[],
): void {
  const before = new Set(existing.map(({ address }) => address));
  const news = added.filter(({ address }) => !before.has(address)).length;
  if (news === 0 || before.size + news <= MOST_ENTRIES) return;
  throw new Error(
    `The IP access list of project ${groupId} has ${before.size} entries and would get ${news} more; Atlas takes ${MOST_ENTRIES}. Remove some first.`,
  );
}

/** Readings are this often found to be too old, or spoilt by the write of another job, before it is given up. */
const MOST_TRIES = 5;

/** Lets `act` work by a reading, and by a new one where that is too old or a write met that of another job. */
async function onFreshReading<Result>(
  client: AtlasClient,
  {
    reading,
    read,
    act,
  }: {
    readonly reading?: Reading | undefined;
    readonly read: () => Promise<Reading>;
    readonly act: (reading: Reading, onSend: () => void) => Promise<Result>;
  },
): Promise<Result> {
  const { clock, log, signal } = client;
  const isFresh = ({ askedAt }: Reading) => clock.now() <= askedAt + LEAVES_WITHIN;
  for (let current = reading, tries = 1; ; tries++) {
    let isRead = false;
    try {
      const used = current && isFresh(current) ? current : await read();
      isRead = true;
      return await act(used, () => {
        if (!isFresh(used)) throw new TooOld();
      });
    } catch (error) {
      const mayPass = error instanceof TooOld || error instanceof UnreadableAnswer || (isRead && isClash(error));
      if (signal.aborted || tries === MOST_TRIES || !mayPass) throw error;
      current = undefined;
      if (error instanceof TooOld) continue;
      log(`${factsOf(error)} The IP access list is looked at again before anything more is written.`);
      await clock.sleep(pause(tries, client), signal);
    }
  }
}

/** A list was read too long ago to be written by. */
class TooOld extends Error {
  override readonly name = 'TooOld';

  constructor() {
    super(
      `Atlas answers so slowly that the IP access list cannot be written safely: another job may have changed it since it was read, ${LEAVES_WITHIN / 1_000} s ago or more. Run the step again.`,
    );
  }
}

/**
 * Writes that overlap with another job's have been answered 500, and 401 to API keys whose rights were there (peers, part B,
 * item 7); an entry that somebody has made permanent meanwhile cannot be given an expiry.
 */
function isClash(error: unknown): boolean {
  if (mayHaveTakenEffect(error)) return true;
  if (!(error instanceof AtlasError)) return false;
  const { status, code } = error;
  return status === 409 || code === 'USER_UNAUTHORIZED' || code === 'PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY';
}

/** Milliseconds, drawn from a span that doubles: jobs that met once shall not meet again. */
function pause(tries: number, { random }: AtlasClient): number {
  return 500 + random() * 1_000 * 2 ** tries;
}
