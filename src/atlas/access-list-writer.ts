import {
  type AccessListEntry,
  addAccessListEntries,
  deleteAccessListEntry,
  type EntryPlace,
  findAccessListEntry,
  listAccessList,
} from './access-list.ts';
import type { AtlasClient } from './client.ts';
import { mayHaveTakenEffect } from './errors.ts';
import { onFreshReading, type Reading } from './fresh-reading.ts';

// The only way in which anything here writes to an access list: one write after another, each decided by a fresh reading.

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
  /** Told of each request that Atlas took, or may have taken, with the list that had decided it. */
  readonly onWritten?: (entries: readonly AccessListEntry[], existing: readonly AccessListEntry[]) => void;
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
  { groupId, lacking, onWritten }: Writing,
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
      onWritten?.(entries, existing);
    } catch (error) {
      if (mayHaveTakenEffect(error)) onWritten?.(entries, existing);
      throw error;
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

export interface Deleted {
  /** Addresses that this step deleted; one that somebody else was quicker to delete is none. */
  readonly addresses: readonly string[];
  /** The list in which nothing superfluous was left, as it was read last. */
  readonly reading: Reading;
}

/**
 * Deletes entries one by one, looking again whenever a reading has become too old, and once more at the end: of two writes
 * that overlap Atlas may lose one without a word.
 */
export async function deleteSuperfluous(client: AtlasClient, deleting: Deleting, reading?: Reading): Promise<Deleted> {
  const first = await deleteOnce(client, deleting, reading);
  if (!first.hasSent) return first;
  const second = await deleteOnce(client, deleting, undefined);
  return { addresses: [...new Set([...first.addresses, ...second.addresses])], reading: second.reading };
}

async function deleteOnce(
  client: AtlasClient,
  { groupId, superfluous }: Deleting,
  reading: Reading | undefined,
): Promise<Deleted & { readonly hasSent: boolean }> {
  const gone = new Set<string>();
  const deleted = new Set<string>();
  const removeNext = async (used: Reading, onSend: () => void) => {
    // Reads may show for some seconds what has been deleted.
    const next = superfluous(used.entries).find((address) => !gone.has(address));
    if (next === undefined) return { used, next };
    let sent = 0;
    const counted = () => {
      onSend();
      sent += 1;
    };
    const wasThere = await deleteAccessListEntry(client, { groupId, address: next }, { onSend: counted });
    // Gone at a repetition: the first request took effect.
    if (wasThere || sent > 1) deleted.add(next);
    return { used, next };
  };
  const read = () => readAccessList(client, groupId);
  for (let latest = reading; ; ) {
    const { used, next } = await onFreshReading(client, { reading: latest, read, act: removeNext });
    if (next === undefined) return { addresses: [...deleted], reading: used, hasSent: gone.size > 0 };
    gone.add(next);
    latest = used;
  }
}

/** What becomes of one entry. */
export type Fate =
  | { readonly kind: 'stays' }
  | { readonly kind: 'goes' }
  | { readonly kind: 'changes'; readonly entry: AccessListEntry };

/**
 * Does with one entry what `decide` says, which is pure and asked anew after each reading: of a list that was read just now,
 * else of the entry alone.
 */
export async function changeEntry<Decision extends Fate>(
  client: AtlasClient,
  { groupId, address, reading }: EntryPlace & { readonly reading?: Reading },
  decide: (entry: AccessListEntry | undefined) => Decision,
): Promise<Decision> {
  const read = async (): Promise<Reading> => {
    const askedAt = client.clock.now();
    const entry = await findAccessListEntry(client, { groupId, address });
    return { entries: entry ? [entry] : [], askedAt };
  };
  const act = async ({ entries }: Reading, onSend: () => void) => {
    const decision = decide(entries.find((entry) => entry.address === address));
    if (decision.kind === 'goes') await deleteAccessListEntry(client, { groupId, address }, { onSend });
    if (decision.kind === 'changes')
      await addAccessListEntries(client, { groupId, entries: [decision.entry] }, { onSend });
    return decision;
  };
  return await onFreshReading(client, { reading, read, act });
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
