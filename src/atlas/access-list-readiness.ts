import { getEntryStatus } from './access-list.ts';
import { READ_BACK_AFTER, readAccessList, type Writing, type Written, writeLacking } from './access-list-writer.ts';
import type { AtlasClient } from './client.ts';
import { poll } from './polling.ts';
import { scheduleFor } from './schedule.ts';
import { timings } from './timings.ts';

export interface Settling extends Writing {
  /** Addresses that must let through whom they name. */
  readonly addresses: readonly string[];
  /** What has been written so far. */
  readonly written: Written;
  /** Whether entries are shared with other jobs, whose writes may still undo these. */
  readonly isShared: boolean;
}

/** Milliseconds: an entry has been seen to be missing from reads for some seconds after its POST. */
const SHOWN_WITHIN = 20_000;

/** How often what others have undone is written again before it is given up. */
const MOST_WRITES = 6;

/** Milliseconds over which jobs that undid each other's writes spread their next ones. */
const SPREAD = 5_000;

/**
 * Waits until all addresses are active, and what was written is still there: Atlas may be slow to show it, and of two
 * writes that overlap it may lose one without a word. What is gone is written again.
 */
export async function waitUntilSettled(client: AtlasClient, settling: Settling): Promise<void> {
  const { groupId, lacking, addresses, isShared } = settling;
  const { clock, deadline, log, random, signal } = client;
  let pending = addresses;
  let writtenAt = settling.written.at;
  let writes = 0;
  if (pending.length === 0 && writtenAt === undefined) return;

  const writeAgain = async (what: string) => {
    writes += 1;
    if (writes > MOST_WRITES) throw new Error(lost(what, groupId));
    log(`Atlas does not show ${what} in the IP access list; writing it again.`);
    await clock.sleep(random() * SPREAD, signal);
    const { at } = await writeLacking(client, { groupId, lacking });
    writtenAt = at ?? writtenAt;
    pending = addresses;
  };
  const readBackAt = () => (writtenAt ?? 0) + (isShared ? READ_BACK_AFTER : 0);

  const ask = async (wanted: readonly string[]) => {
    const asked = await Promise.all(wanted.map((address) => readStatus(client, { groupId, address })));
    pending = asked.filter(({ status }) => status !== 'ACTIVE').map(({ address }) => address);
    const missing = asked.filter(({ status }) => status === 'MISSING').map(({ address }) => address);
    if (missing.length > 0 && clock.now() >= (writtenAt ?? since) + SHOWN_WITHIN) await writeAgain(missing.join(', '));
  };
  const readOnce = async (): Promise<'settled' | 'under way'> => {
    const wasPending = pending.length > 0;
    if (wasPending) await ask(pending);
    if (pending.length === 0 && writtenAt === undefined) return 'settled';
    if (pending.length > 0 || clock.now() < readBackAt()) return 'under way';
    // Since it was active another job may have deleted it and made it anew.
    if (!wasPending) await ask(addresses);
    if (pending.length > 0) return 'under way';
    const undone = lacking((await readAccessList(client, groupId)).entries);
    if (undone.length === 0) return 'settled';
    await writeAgain(undone.map(({ address }) => address).join(', '));
    return 'under way';
  };
  const since = writtenAt ?? clock.now();
  await poll({
    read: readOnce,
    done: (state) => state === 'settled',
    schedule: (elapsed) => (pending.length > 0 ? schedule(elapsed) : Math.max(0, readBackAt() - clock.now())),
    since,
    what: `The activation of ${addresses.join(', ')} in the IP access list`,
    clock,
    deadline,
    log,
    signal,
  });
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
