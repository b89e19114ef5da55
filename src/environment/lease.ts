import { createHash } from 'node:crypto';

/**
 * An access list entry that jobs have opened for themselves says in its comment who holds it:
 * `gha acme/shop: 19512345678kX3fq4 19512345679aP0zq4`. Each word is a lease: the run's id for people, four characters that
 * tell its jobs apart, and two for the hour in which the lease ends. More leases than fit make the entry `full`.
 */
export interface Leases {
  /** Repository that opened the entry; gives way where the leases need the room. */
  readonly owner: string;
  readonly held: readonly Lease[];
  /** There were too many: nobody can tell who holds the entry, so nobody ends it before its expiry. */
  readonly isFull: boolean;
}

export interface Lease {
  /** Of one job; other jobs, also of the same run, have others. */
  readonly id: string;
  /** Milliseconds since 1970, to the hour, rounded up. */
  readonly endsAt: number;
}

/** Atlas takes eighty characters for an entry's comment. */
const COMMENT_ROOM = 80;
const MOST_LEASES = 4;

const HOUR = 3_600_000;
/** Hours that two digits in base 36 tell apart: 54 days, and no lease ends further than seven from now. */
const HOURS = 36 ** 2;
/** By so much the clocks of two runners may differ before one ends the other's lease. */
const MARGIN = 10 * 60_000;

const LEASE = String.raw`\d{1,15}[A-Za-z][A-Za-z0-9]{3}[0-9a-z]{2}`;
const COMMENT = new RegExp(String.raw`^gha (?:([\w./-]{1,70}): )?(full|${LEASE}(?: ${LEASE}){0,3})$`);

/** The id of a job's lease: the same in each of its steps. `job` must tell apart any two jobs that run at once. */
export function leaseId({ runId, job }: { readonly runId: string; readonly job: string }): string {
  const run = /^\d{1,15}$/.test(runId) ? runId : '0';
  const digest = createHash('sha256')
    .update(JSON.stringify([runId, job]))
    .digest();
  const characters = [...digest.subarray(0, 4)].map((byte, index) => alphabet[byte % (index === 0 ? 52 : 62)]);
  return `${run}${characters.join('')}`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Reads the leases in a comment that have not ended; undefined where it is no such comment. `now` is in milliseconds since 1970. */
export function readLeases(comment: string | undefined, now: number): Leases | undefined {
  const [, owner = '', words] = comment?.match(COMMENT) ?? [];
  if (words === undefined) return undefined;
  if (words === 'full') return { owner, held: [], isFull: true };
  const held = words.split(' ').map((word) => readLease(word, now));
  return { owner, held: held.filter(({ endsAt }) => endsAt + MARGIN > now), isFull: false };
}

/** Writes leases as a comment. */
export function writeLeases({ owner, held, isFull }: Leases): string {
  if (isFull) return withOwner(owner, 'full');
  return withOwner(owner, held.map(writeLease).join(' '));
}

/** Adds a lease, or renews it; too many make the entry full. */
export function joinLeases(leases: Leases, lease: Lease): Leases {
  if (leases.isFull) return leases;
  const held = [...leases.held.filter(({ id }) => id !== lease.id), lease];
  const fits = held.length <= MOST_LEASES && writeLeases({ owner: '', held, isFull: false }).length <= COMMENT_ROOM;
  return fits ? { ...leases, held } : { ...leases, held: [], isFull: true };
}

/** Takes a lease away. */
export function leaveLeases(leases: Leases, id: string): Leases {
  return { ...leases, held: leases.held.filter((lease) => lease.id !== id) };
}

/** Rounds the end of a lease as its comment does. */
export function leaseUntil(id: string, expiresAt: number): Lease {
  return { id, endsAt: Math.ceil(expiresAt / HOUR) * HOUR };
}

function withOwner(owner: string, words: string): string {
  const room = COMMENT_ROOM - `gha : ${words}`.length;
  const shown = owner.replace(/[^\w./-]/g, '_').slice(0, Math.max(0, room));
  return shown === '' ? `gha ${words}` : `gha ${shown}: ${words}`;
}

function writeLease({ id, endsAt }: Lease): string {
  return `${id}${(Math.ceil(endsAt / HOUR) % HOURS).toString(36).padStart(2, '0')}`;
}

/** Two digits stand for many hours; the one meant is the nearest to now. */
function readLease(word: string, now: number): Lease {
  const today = Math.floor(now / HOUR);
  const ahead = (Number.parseInt(word.slice(-2), 36) - (today % HOURS) + HOURS) % HOURS;
  return { id: word.slice(0, -2), endsAt: (today + (ahead > HOURS / 2 ? ahead - HOURS : ahead)) * HOUR };
}
