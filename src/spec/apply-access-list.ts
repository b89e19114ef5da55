import type { AccessListEntry } from '../atlas/access-list.ts';
import { waitUntilSettled } from '../atlas/access-list-readiness.ts';
import { type Writing, type Written, writeLacking } from '../atlas/access-list-writer.ts';
import type { AtlasClient } from '../atlas/client.ts';
import type { Reading } from '../atlas/fresh-reading.ts';
import { isMarkOf, type MarkOwner, readMark } from '../environment/owner-mark.ts';
import type { DesiredEntry } from './desired.ts';
import type { PlanStep } from './plan.ts';
import { entriesToWrite, planEntries } from './plan-entries.ts';

export interface AccessListWork {
  readonly groupId: string;
  readonly entries: readonly DesiredEntry[];
  /** What stood in the list when it was planned; undefined where it was not read. */
  readonly reading: Reading | undefined;
  readonly steps: readonly PlanStep[];
  readonly owner: MarkOwner;
  /** What an action wants to have in the list besides, for the job only. */
  readonly forJob: ForJob | undefined;
}

/** An address that is to be open for one job, beside what a spec lists. */
export interface ForJob extends Pick<Writing, 'lacking'> {
  readonly address: string;
  /** Told once of the list by which it was decided. */
  readonly onOpened: (existing: readonly AccessListEntry[]) => void;
}

/** Adds and changes entries, all in one request: Atlas forbids two at once in a project. */
export async function applyAccessList(client: AtlasClient, work: AccessListWork): Promise<Written> {
  const { groupId, entries, steps, reading } = work;
  const planned = entries.filter(({ address }) =>
    steps.some(({ kind, name, action }) => kind === 'access-list-entry' && name === address && action !== 'unchanged'),
  );
  if (planned.length === 0 && !work.forJob) return { addresses: new Set(), at: undefined, existing: [] };
  const written = await writeLacking(client, { groupId, lacking: lackingFor(client, work) }, reading);
  work.forJob?.onOpened(written.existing);
  const others = planned.filter(({ address }) => !written.addresses.has(address)).map(({ address }) => address);
  if (others.length > 0)
    client.log(`Somebody else has added ${others.join(', ')} to the IP access list meanwhile; it stays as it is.`);
  return written;
}

/** Waits until all entries that are ours let through whom they name, also those that an earlier run did not live to see active. */
export async function waitUntilOpen(client: AtlasClient, work: AccessListWork, written: Written): Promise<void> {
  const { groupId, entries, reading, owner, forJob } = work;
  const isOwn = ({ address, comment }: AccessListEntry) =>
    entries.some((entry) => entry.address === address) && isMarkOf(readMark(comment), owner);
  const own = (reading?.entries ?? []).filter(isOwn).map(({ address }) => address);
  const addresses = [...new Set([...written.addresses, ...own, ...(forJob ? [forJob.address] : [])])];
  await waitUntilSettled(client, {
    groupId,
    lacking: lackingFor(client, work),
    addresses,
    written,
    shared: forJob?.address,
  });
}

function lackingFor(client: AtlasClient, { entries, owner, forJob }: AccessListWork): Writing['lacking'] {
  return (existing) => {
    const listed = entriesToWrite(planEntries(entries, existing, { owner, now: client.time.forExpiry() }));
    const more = forJob?.lacking(existing) ?? [];
    // An address that is listed needs no lease.
    return [...listed, ...more.filter(({ address }) => !entries.some((entry) => entry.address === address))];
  };
}
