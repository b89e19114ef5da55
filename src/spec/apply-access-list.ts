import { addAccessListEntries, getEntryStatus, type NewAccessListEntry } from '../atlas/access-list.ts';
import type { AtlasClient } from '../atlas/client.ts';
import { changeSafely } from '../atlas/create-once.ts';
import { poll } from '../atlas/polling.ts';
import { scheduleFor } from '../atlas/schedule.ts';
import { timings } from '../atlas/timings.ts';
import { type MarkOwner, writeMark } from '../environment/owner-mark.ts';
import { wholeSeconds } from './apply-user.ts';
import type { DesiredEntry } from './desired.ts';
import type { PlanStep } from './plan.ts';

/** Atlas takes eighty characters for an entry's comment. */
const COMMENT_ROOM = 80;

const SHORTEST_MARK = 20;

/** Adds and changes entries, all in one request: Atlas forbids two at once in a project. Resolves to those it wrote. */
export async function applyAccessList(
  client: AtlasClient,
  {
    groupId,
    entries,
    steps,
    owner,
  }: { groupId: string; entries: readonly DesiredEntry[]; steps: readonly PlanStep[]; owner: MarkOwner },
): Promise<readonly DesiredEntry[]> {
  const changed = entries.filter(({ address }) =>
    steps.some(({ kind, name, action }) => kind === 'access-list-entry' && name === address && action !== 'unchanged'),
  );
  if (changed.length > 0) {
    const body = changed.map((entry) => toRequest(entry, owner));
    await changeSafely(client, () => addAccessListEntries(client, groupId, body));
  }
  return changed;
}

/** Waits until an entry lets through whom it names. */
export async function waitUntilActive(client: AtlasClient, groupId: string, { address }: DesiredEntry): Promise<void> {
  const { clock, deadline, log, signal } = client;
  await poll({
    read: () => getEntryStatus(client, { groupId, entryValue: address }),
    done: (status) => {
      if (status === 'FAILED') {
        throw new Error(
          `Atlas could not activate ${address} in the IP access list of project ${groupId} (status FAILED).`,
        );
      }
      return status === 'ACTIVE';
    },
    schedule,
    since: clock.now(),
    what: `The activation of ${address} in the IP access list`,
    clock,
    deadline,
    log,
    signal,
  });
}

const schedule = scheduleFor(timings.activateEntry);

function toRequest({ address, comment, expiresAt }: DesiredEntry, owner: MarkOwner): NewAccessListEntry {
  const own = comment ? `${comment} `.slice(0, COMMENT_ROOM - SHORTEST_MARK) : '';
  return {
    ...addressField(address),
    comment: `${own}${writeMark(owner, { room: COMMENT_ROOM - own.length })}`,
    ...(expiresAt !== undefined && { deleteAfterDate: wholeSeconds(expiresAt) }),
  };
}

function addressField(address: string): NewAccessListEntry {
  if (address.startsWith('sg-')) return { awsSecurityGroup: address };
  return address.includes('/') ? { cidrBlock: address } : { ipAddress: address };
}
