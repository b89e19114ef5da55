import type { AtlasClient } from '../src/atlas/client.ts';
import type { DatabaseUser } from '../src/atlas/database-users.ts';
import { isoTime, readTime } from '../src/atlas/iso-time.ts';

/** Milliseconds: no job on GitHub's own runners takes longer. */
const LONGEST_JOB = 6 * 3_600_000;

export interface Login {
  /** Names what the author can do instead; by default to extend the expiry in Atlas. */
  readonly instead?: string;
  /** What the login is handed to, where that outlives the job: a login that ends before is an error then. */
  readonly keptAs?: string | undefined;
}

/**
 * Throws where Atlas's clock says that a user has expired, or expires too early for what its login is kept as. Returns a warning
 * for one that expires while this job may still run; undefined for any other.
 */
export function expiryWarning(
  { username, deleteAfterDate }: Pick<DatabaseUser, 'username' | 'deleteAfterDate'>,
  { time }: Pick<AtlasClient, 'time'>,
  { instead = EXTEND, keptAs }: Login = {},
): string | undefined {
  const end = readTime(deleteAfterDate);
  if (end === undefined) return undefined;
  const now = time.forExpiry();
  const who = `Database user "${username}"`;
  if (end <= now) {
    throw new Error(`${who} expired at ${isoTime(end)}, and Atlas deletes it: nobody can log in with it. ${instead}`);
  }
  if (end >= now + LONGEST_JOB) return undefined;
  const expires = `${who} expires at ${isoTime(end)}`;
  if (keptAs) throw new Error(`${expires}: ${keptAs} would be of no use to later jobs. ${instead}`);
  return `${expires}, when this job may still be running: it cannot log in afterwards. ${instead}`;
}

const EXTEND = 'Extend its expiry in Atlas (Security › Database Access), or name another user.';
