import type { AtlasClient } from '../src/atlas/client.ts';
import type { DatabaseUser } from '../src/atlas/database-users.ts';
import { isoTime, readTime } from '../src/atlas/iso-time.ts';

/** Milliseconds: no job on GitHub's own runners takes longer. */
const LONGEST_JOB = 6 * 3_600_000;

/**
 * Throws where Atlas's clock says that a user has expired. Returns a warning for one that expires while this job may still run;
 * undefined for any other.
 */
export function expiryWarning(
  { username, deleteAfterDate }: Pick<DatabaseUser, 'username' | 'deleteAfterDate'>,
  { time }: Pick<AtlasClient, 'time'>,
): string | undefined {
  const end = readTime(deleteAfterDate);
  if (end === undefined) return undefined;
  const now = time.forExpiry();
  if (end <= now) {
    throw new Error(
      `Database user "${username}" expired at ${isoTime(end)}, and Atlas deletes it: nobody can log in with it. Extend its expiry in Atlas (Security › Database Access), or name another user.`,
    );
  }
  if (end >= now + LONGEST_JOB) return undefined;
  return `Database user "${username}" expires at ${isoTime(end)}, when this job may still be running: it cannot log in afterwards. Extend its expiry in Atlas (Security › Database Access), or name another user.`;
}
