import { drawDuration, paced } from '../durations.ts';
import type { AccessEntry, AccessScript, AccessTarget, AccessWrite } from './access-types.ts';
import { isExpired } from './expiry.ts';
import type { World } from './types.ts';

/** The entries that a project really has. */
export function accessEntriesOf(world: World, groupId: string): readonly AccessEntry[] {
  const now = world.clock.now();
  return world.accessEntries.filter(
    (entry) => entry.groupId === groupId && entry.deletedAt === undefined && !isExpired(entry, now),
  );
}

/** The entries that a read shows: new ones may still be missing, deleted ones still there. */
export function shownAccessEntries(world: World, groupId: string): readonly AccessEntry[] {
  const now = world.clock.now();
  const present = accessEntriesOf(world, groupId).filter(({ shownFrom }) => shownFrom <= now);
  const lingering = world.accessEntries.filter(
    (entry) => entry.groupId === groupId && !isExpired(entry, now) && now < (entry.shownUntil ?? 0),
  );
  const names = present.map(({ target }) => targetName(target));
  return [...present, ...lingering.filter(({ target }) => !names.includes(targetName(target)))];
}

/** What an entry is known by. */
export function targetName(target: AccessTarget): string {
  return 'cidrBlock' in target ? target.cidrBlock : target.awsSecurityGroup;
}

/** Adds an entry; when it is read and rolled out is settled now. */
export function addAccessEntry(
  world: World,
  entry: Pick<AccessEntry, 'groupId' | 'target' | 'comment' | 'deleteAfter'>,
): AccessEntry {
  const now = world.clock.now();
  const { status = 'ACTIVE', afterSeconds } = takeScript(world, entry.target) ?? {};
  const drawn = drawDuration(world, 'accessEntry.active');
  const late = world.random.chance(world.oddities.accessEntryLate);
  const added: AccessEntry = {
    ...entry,
    shownFrom: late ? now + drawDuration(world, 'accessEntry.lag') : now,
    activeAt: now + (afterSeconds === undefined ? drawn : paced(world, afterSeconds)),
    failed: status === 'FAILED',
  };
  world.accessEntries.push(added);
  return added;
}

/** What can be changed of an entry. */
export type AccessEntryFields = Pick<AccessEntry, 'comment' | 'deleteAfter'>;

/** Changes an entry, which may be read for some seconds as it was. */
export function changeAccessEntry(world: World, entry: AccessEntry, fields: AccessEntryFields): void {
  const { comment, deleteAfter } = entry;
  if (world.random.chance(world.oddities.accessEntryStale)) {
    entry.before = { comment, deleteAfter, until: world.clock.now() + drawDuration(world, 'accessEntry.lag') };
  }
  Object.assign(entry, fields);
}

/** An entry's comment and expiry as a read shows them. */
export function shownFields({ before, ...entry }: AccessEntry, now: number): AccessEntryFields {
  return before !== undefined && now < before.until ? before : entry;
}

/** Deletes an entry, which may be read for some seconds more. */
export function deleteAccessEntry(world: World, entry: AccessEntry): void {
  const now = world.clock.now();
  entry.deletedAt = now;
  if (world.random.chance(world.oddities.accessEntryLingers)) {
    entry.shownUntil = now + drawDuration(world, 'accessEntry.lag');
  }
}

/** Where the roll-out of an entry is. */
export function accessStatus({ activeAt, failed }: AccessEntry, now: number): 'PENDING' | 'ACTIVE' | 'FAILED' {
  if (now < activeAt) return 'PENDING';
  return failed ? 'FAILED' : 'ACTIVE';
}

/** Notes that a write begins, and whether it is not alone. */
export function beginWrite(world: World, groupId: string): AccessWrite {
  const beganAt = world.clock.now();
  const overlaps = world.accessWrites
    .filter((other) => other.groupId === groupId)
    .some((other) => !other.answered || beganAt - other.beganAt < paced(world, world.accessWriteSeconds));
  const write = { groupId, beganAt, overlaps, answered: false };
  world.accessWrites.push(write);
  return write;
}

function takeScript(world: World, target: AccessTarget): AccessScript | undefined {
  const name = targetName(target);
  const index = world.accessScripts.findIndex(
    ({ entry }) => entry === undefined || entry === name || `${entry}/32` === name,
  );
  return index < 0 ? undefined : world.accessScripts.splice(index, 1)[0];
}
