import {
  type AccessListEntry,
  addAccessListEntries,
  deleteAccessListEntry,
  type EntryPlace,
  findAccessListEntry,
  listAccessList,
} from './access-list.ts';
import type { AtlasClient } from './client.ts';
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
