import type { AccessListEntry } from '../../src/atlas/access-list.ts';
import type { Fate } from '../../src/atlas/access-list-writer.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import {
  joinLeases,
  type Leases,
  leaseUntil,
  leaveLeases,
  readLeases,
  writeLeases,
} from '../../src/environment/lease.ts';
import { isLeased } from '../../src/spec/plan-entries.ts';

/** What a job wants: one address, for itself, for so long. */
export interface Wish {
  readonly address: string;
  /** Of the job. */
  readonly leaseId: string;
  /** Repository, for the comment. */
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

const DAY = 24 * 3_600_000;

/**
 * The time by which leases end. Where this machine's clock and Atlas's differ too much to believe either, none is taken for
 * ended that may not be.
 */
export function leaseTime({ clock, time }: Pick<AtlasClient, 'clock' | 'time'>): number {
  return time.now() ?? clock.now() - DAY;
}

/** How a job comes to its address, or how it has it already. */
export interface Opening {
  readonly kind: 'open' | 'join' | 'renew' | 'held' | 'full' | 'foreign';
  /** When the address is closed at the latest; undefined where it is open for good. */
  readonly expiresAt: number | undefined;
  /** What has to be written; undefined where nothing has. */
  readonly entry?: AccessListEntry;
}

/** Milliseconds that a second step of a job does not ask for another write for. */
const WORTHWHILE = 5 * 60_000;

/** Milliseconds before its end at which an entry is not written any more. */
const ENDS_ANYWAY = 60_000;

/** Decides how a job gets its address, by the list as it stands. Pure. */
export function planOpening(entries: readonly AccessListEntry[], wish: Wish, now: number): Opening {
  const standing = entries.find(({ address }) => address === wish.address);
  if (!standing) return write('open', wish, { leases: joinWish(nobody(wish), wish), expiresAt: wish.expiresAt });
  const leases = leasesOf(standing, now);
  if (!leases) return { kind: 'foreign', expiresAt: standing.expiresAt };
  const isMine = leases.held.some(({ id }) => id === wish.leaseId);
  const livesLongEnough = (standing.expiresAt ?? 0) >= wish.expiresAt - WORTHWHILE;
  if (livesLongEnough && (leases.isFull || isMine)) {
    return { kind: leases.isFull ? 'full' : 'held', expiresAt: standing.expiresAt };
  }
  // What others rely on only grows.
  const expiresAt = Math.max(standing.expiresAt ?? 0, wish.expiresAt);
  const joined = joinWish(leases, wish);
  return write(joined.isFull ? 'full' : isMine ? 'renew' : 'join', wish, { leases: joined, expiresAt });
}

/** What becomes of an entry when a job leaves it. */
export type Closing = Fate & {
  readonly reason: 'gone' | 'foreign' | 'full' | 'others' | 'last' | 'not mine';
  readonly others: number;
  readonly expiresAt: number | undefined;
};

/** Decides what a job that ends does with the entry of its address. Pure. */
export function planClosing(
  standing: AccessListEntry | undefined,
  { leaseId }: Pick<Wish, 'leaseId'>,
  now: number,
): Closing {
  const stays = { kind: 'stays', others: 0, expiresAt: standing?.expiresAt } as const;
  if (!standing) return { ...stays, reason: 'gone' };
  const leases = leasesOf(standing, now);
  if (!leases) return { ...stays, reason: 'foreign' };
  if (leases.isFull) return { ...stays, reason: 'full' };
  const rest = leaveLeases(leases, leaseId);
  const others = rest.held.length;
  if (others === 0) return { ...stays, kind: 'goes', reason: 'last' };
  if (others === leases.held.length) return { ...stays, others, reason: 'not mine' };
  // Atlas takes no date that has passed when it arrives.
  if ((standing.expiresAt ?? 0) < now + ENDS_ANYWAY) return { ...stays, others, reason: 'others' };
  const entry = { ...standing, comment: writeLeases(rest) };
  return { ...stays, kind: 'changes', entry, others, reason: 'others' };
}

function leasesOf(entry: AccessListEntry, now: number): Leases | undefined {
  return isLeased(entry, now) ? readLeases(entry.comment, now) : undefined;
}

function nobody({ owner }: Wish): Leases {
  return { owner, held: [], isFull: false };
}

function joinWish(leases: Leases, wish: Wish): Leases {
  // The name has given way to leases where there were many of them.
  const owner = wish.owner.startsWith(leases.owner) ? wish.owner : leases.owner;
  return joinLeases({ ...leases, owner }, leaseUntil(wish.leaseId, wish.expiresAt));
}

function write(
  kind: Opening['kind'],
  { address }: Wish,
  { leases, expiresAt }: { leases: Leases; expiresAt: number },
): Opening {
  return { kind, expiresAt, entry: { address, comment: writeLeases(leases), expiresAt } };
}
