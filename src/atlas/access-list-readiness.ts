import { getEntryStatus } from './access-list.ts';
import { readAccessList, type Writing, type Written, writeLacking } from './access-list-writer.ts';
import type { AtlasClient } from './client.ts';
import { LAG, READ_BACK_AFTER, type Reading } from './fresh-reading.ts';
import { poll } from './polling.ts';
import { scheduleFor } from './schedule.ts';
import { timings } from './timings.ts';

export interface Settling extends Writing {
  /** Addresses that must let through whom they name. */
  readonly addresses: readonly string[];
  /** What has been written so far. */
  readonly written: Written;
  /** The address that other jobs may share, whose writes can still undo this one's. */
  readonly shared: string | undefined;
}

/** Milliseconds: an entry has been seen to be missing from reads for some seconds after its POST. */
const SHOWN_WITHIN = 20_000;

/** How often what others have undone is written again before it is given up. */
const MOST_WRITES = 6;

/** Statuses that are asked for side by side: those of a long list become active together, and one that is not stands for the rest. */
const AT_ONCE = 10;

/** Milliseconds after which a line is due even if nothing has changed. */
const QUIET = 30_000;

/** Milliseconds over which jobs that undid each other's writes spread their next ones. */
const SPREAD = 5_000;

/** How far a wait has come. */
interface Wait {
  /** Addresses that are not known to be active. */
  pending: readonly string[];
  /** When Atlas last took a write; undefined where everything was there already. */
  writtenAt: number | undefined;
  writes: number;
  readonly since: number;
  toldAt: number;
  /** The list by which everything was found to be there. */
  reading?: Reading;
}

/**
 * Waits until all addresses are active, and what was written is still there: Atlas may be slow to show it, and of two
 * writes that overlap it may lose one without a word. What is gone is written again. Resolves to the list as it was read in the
 * end; undefined where there was no need to read it.
 */
export async function waitUntilSettled(client: AtlasClient, settling: Settling): Promise<Reading | undefined> {
  const { addresses, written } = settling;
  if (addresses.length === 0 && written.at === undefined) return undefined;
  const { clock } = client;
  const now = clock.now();
  const wait: Wait = {
    pending: addresses,
    writtenAt: written.at,
    writes: 0,
    since: written.at ?? now,
    toldAt: now,
  };
  // What was there before needs no wait, as a rule.
  if (written.at === undefined && (await readOnce(client, settling, wait))) return;
  await poll(client, {
    read: () => readOnce(client, settling, wait),
    done: (isSettled) => isSettled,
    schedule: (elapsed) =>
      wait.pending.length > 0 ? schedule(elapsed) : Math.max(0, readBackAt(settling, wait) - clock.now()),
    since: wait.since,
    what: `The activation of ${addresses.join(', ')} in the IP access list`,
  });
  return wait.reading;
}

/** Whether everything is as it shall be, as far as one look tells. */
async function readOnce(client: AtlasClient, settling: Settling, wait: Wait): Promise<boolean> {
  const { groupId, lacking, shared } = settling;
  const wasPending = wait.pending.length > 0;
  if (wasPending) await ask(client, settling, wait);
  if (wait.pending.length === 0 && wait.writtenAt === undefined) return true;
  tellOf(client, wait);
  if (wait.pending.length > 0 || client.clock.now() < readBackAt(settling, wait)) return false;
  if (!wasPending && shared !== undefined) {
    // Since it was active another job may have deleted it and made it anew.
    wait.pending = [shared];
    await ask(client, settling, wait);
  }
  if (wait.pending.length > 0) return false;
  const reading = await readAccessList(client, groupId);
  const undone = lacking(reading.entries);
  if (undone.length === 0) {
    wait.reading = reading;
    return true;
  }
  await writeAgain(client, settling, { wait, what: undone.map(({ address }) => address).join(', ') });
  return false;
}

/** Asks for the status of what is pending, as long as all that is asked for is active. */
async function ask(client: AtlasClient, settling: Settling, wait: Wait): Promise<void> {
  const { groupId } = settling;
  while (wait.pending.length > 0) {
    const batch = wait.pending.slice(0, AT_ONCE);
    const asked = await Promise.all(batch.map((address) => readStatus(client, { groupId, address })));
    const still = asked.filter(({ status }) => status !== 'ACTIVE').map(({ address }) => address);
    wait.pending = [...still, ...wait.pending.slice(AT_ONCE)];
    const missing = asked.filter(({ status }) => status === 'MISSING').map(({ address }) => address);
    const isLate = client.clock.now() >= (wait.writtenAt ?? wait.since) + SHOWN_WITHIN;
    if (missing.length > 0 && isLate) await writeAgain(client, settling, { wait, what: missing.join(', ') });
    if (still.length > 0) return;
  }
}

async function writeAgain(
  client: AtlasClient,
  { addresses, ...writing }: Settling,
  { wait, what }: { wait: Wait; what: string },
): Promise<void> {
  wait.writes += 1;
  if (wait.writes > MOST_WRITES) throw new Error(lost(what, writing.groupId));
  client.log(`Atlas does not show ${what} in the IP access list; writing it again.`);
  await client.clock.sleep(client.random() * SPREAD, client.signal);
  const { at } = await writeLacking(client, writing);
  wait.writtenAt = at ?? wait.writtenAt;
  wait.pending = addresses;
}

function readBackAt({ shared }: Settling, { writtenAt = 0 }: Wait): number {
  return writtenAt + (shared === undefined ? LAG : READ_BACK_AFTER);
}

function tellOf({ clock, log }: AtlasClient, wait: Wait): void {
  if (clock.now() < wait.toldAt + QUIET) return;
  wait.toldAt = clock.now();
  const seconds = Math.round((clock.now() - wait.since) / 1_000);
  log(`Waiting for ${wait.pending.join(', ') || 'the access list to settle'} after ${seconds} s.`);
}

const schedule = scheduleFor(timings.activateEntry);

async function readStatus(client: AtlasClient, place: { groupId: string; address: string }) {
  const status = await getEntryStatus(client, place);
  if (status !== 'FAILED') return { address: place.address, status };
  throw new Error(
    `Atlas could not activate ${place.address} in the IP access list of project ${place.groupId} (status FAILED). Remove the entry in Atlas, Security › Network Access, and run the step again.`,
  );
}

function lost(what: string, groupId: string): string {
  return `Atlas took ${what} for the IP access list of project ${groupId} ${MOST_WRITES + 1} times, and does not show it. Something else removes it, or writes to the list at the same time: run the step again when that is over.`;
}
