import type { AccessListEntry } from '../atlas/access-list.ts';
import { sameAddress } from '../atlas/addresses.ts';
import { isoTime } from '../atlas/iso-time.ts';
import { readLeases } from '../environment/lease.ts';
import { isMarkedBy, isMarkOf, type MarkOwner, readMark, writeMark } from '../environment/owner-mark.ts';
import { authorsText, idChange } from './authors-text.ts';
import { changeOf, movesEnd, reasonOf } from './changes.ts';
import type { DesiredEntry } from './desired.ts';
import type { Change } from './plan.ts';

/** What becomes of one entry that an author lists. */
export interface EntryPlan {
  readonly address: string;
  /** `foreign`: somebody else has made it, so it is used and left alone. */
  readonly action: 'add' | 'update' | 'keep' | 'foreign';
  readonly changes: readonly Change[];
  readonly reason: string;
  readonly notice?: string;
  /** As it is to be written; undefined where it stays as it is. */
  readonly entry?: AccessListEntry;
}

export interface EntryPlanOptions {
  readonly owner: MarkOwner | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Compares listed entries with those of Atlas. Pure, so that it can be asked anew after each reading. */
export function planEntries(
  desired: readonly DesiredEntry[],
  existing: readonly AccessListEntry[],
  options: EntryPlanOptions,
): readonly EntryPlan[] {
  return desired.map((entry) => {
    const standing = existing.find(({ address }) => sameAddress(address, entry.address));
    return standing ? planStanding(entry, standing, options) : planNew(entry, options);
  });
}

/** The entries that a plan would write. */
export function entriesToWrite(plans: readonly EntryPlan[]): readonly AccessListEntry[] {
  return plans.flatMap(({ entry }) => entry ?? []);
}

function planNew(desired: DesiredEntry, { owner }: EntryPlanOptions): EntryPlan {
  const { address, comment, expiresAt } = desired;
  const expiry = expiresAt === undefined ? undefined : isoTime(expiresAt);
  const changes = [...changeOf('comment', undefined, comment), ...changeOf('expires-at', undefined, expiry)];
  const entry = { address, comment: commentOf(comment, owner), expiresAt };
  return { address, action: 'add', changes, reason: 'does not exist yet', entry };
}

function planStanding(desired: DesiredEntry, standing: AccessListEntry, options: EntryPlanOptions): EntryPlan {
  const { owner, now } = options;
  const { address } = desired;
  if (owner && isMarkOf(readMark(standing.comment), owner)) return planOwn(desired, standing, owner);
  if (isLeased(standing, now)) return takeOver(desired, standing, owner);
  if (!endsTooSoon(desired, standing)) return { address, action: 'foreign', changes: [], reason: 'is there already' };
  // One entry serves all environments of a project: the last of them to end decides how long it lives, and it stays its maker's.
  if (desired.expiresAt !== undefined && owner && isMarkedBy(standing.comment, owner)) {
    const changes = expiryChange(desired, standing);
    return { ...differing(address, changes), entry: { ...standing, address, expiresAt: laterOf(desired, standing) } };
  }
  return {
    address,
    action: 'foreign',
    changes: [],
    reason: 'is there already',
    notice: `access entry ${address} was made by somebody else, who lets it end at ${isoTime(standing.expiresAt ?? 0)}: nothing gets in from there afterwards`,
  };
}

function planOwn(desired: DesiredEntry, standing: AccessListEntry, owner: MarkOwner): EntryPlan {
  const { address } = desired;
  const before = authorsText(standing.comment);
  const changes = [
    ...changeOf('comment', before, desired.comment),
    ...expiryChange(desired, standing),
    ...idChange(standing.comment, owner),
  ];
  if (changes.length === 0) {
    const isPermanent = desired.expiresAt !== undefined && standing.expiresAt === undefined;
    const reason = isPermanent ? 'is permanent, and Atlas lets no such entry expire' : 'is as it should be';
    return { address, action: 'keep', changes, reason };
  }
  const comment = commentOf(desired.comment ?? before, owner);
  return { ...differing(address, changes), entry: { address, comment, expiresAt: laterOf(desired, standing) } };
}

/** An address that jobs have opened for themselves and that is now listed: it belongs to the list, and no job closes it. */
function takeOver(desired: DesiredEntry, standing: AccessListEntry, owner: MarkOwner | undefined): EntryPlan {
  const { address } = desired;
  const entry = { address, comment: commentOf(desired.comment, owner), expiresAt: laterOf(desired, standing) };
  const changes = [...changeOf('comment', standing.comment, desired.comment), ...expiryChange(desired, standing)];
  return { address, action: 'update', changes, reason: 'was opened for jobs, and is listed now', entry };
}

/** Whether an entry is one that jobs have opened for themselves: those have an expiry, whatever a comment says. */
export function isLeased({ comment, expiresAt }: AccessListEntry, now: number): boolean {
  return expiresAt !== undefined && readLeases(comment, now) !== undefined;
}

function differing(address: string, changes: readonly Change[]) {
  return { address, action: 'update', changes, reason: reasonOf(changes) } as const;
}

function endsTooSoon(desired: DesiredEntry, { expiresAt: from }: AccessListEntry): boolean {
  const { expiresAt: to } = desired;
  return from !== undefined && (to === undefined || (to > from && movesEnd(from, desired)));
}

/**
 * Other jobs may rely on an entry, so its life only grows: a permanent one stays (Atlas would refuse anything else), and one
 * that is listed without an expiry becomes permanent.
 */
function expiryChange(desired: DesiredEntry, { expiresAt: from }: AccessListEntry): readonly Change[] {
  const { expiresAt: to } = desired;
  if (from === undefined) return [];
  if (to === undefined) return changeOf('expires-at', isoTime(from), 'never');
  return to > from && movesEnd(from, desired) ? changeOf('expires-at', isoTime(from), isoTime(to)) : [];
}

function laterOf({ expiresAt: to }: DesiredEntry, { expiresAt: from }: AccessListEntry): number | undefined {
  return to === undefined || from === undefined ? undefined : Math.max(to, from);
}

/** Atlas takes eighty characters for an entry's comment. */
const COMMENT_ROOM = 80;
const SHORTEST_MARK = 20;

function commentOf(text: string | undefined, owner: MarkOwner | undefined): string | undefined {
  if (!owner) return text;
  const own = text ? `${text} `.slice(0, COMMENT_ROOM - SHORTEST_MARK) : '';
  return `${own}${writeMark(owner, { room: COMMENT_ROOM - own.length })}`;
}
