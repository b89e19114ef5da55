import type { AtlasClient } from '../../src/atlas/client.ts';
import { type DatabaseUser, findDatabaseUser } from '../../src/atlas/database-users.ts';
import { isoTime, readTime } from '../../src/atlas/iso-time.ts';
import { readMark } from '../../src/environment/owner-mark.ts';
import type { Log } from '../../src/runner/log.ts';
import type { UserQuestion } from '../known-user.ts';

/** Milliseconds after which a job of a hosted runner is over at the latest. */
const LONGEST_JOB_MS = 6 * 3_600_000;

/** Before a 404 is believed: Atlas's reads lag now and then. */
const LOOK_AGAIN_MS = 3_000;

/** Reads a user that was there a moment ago. Throws where it is gone. */
export async function readUserAgain(
  { client, address: { groupId } }: Pick<UserQuestion, 'client' | 'address'>,
  { username, databaseName }: Pick<DatabaseUser, 'username' | 'databaseName'>,
): Promise<DatabaseUser> {
  const address = { groupId, databaseName, username };
  const there = await findDatabaseUser(client, address);
  if (there) return there;
  await client.clock.sleep(LOOK_AGAIN_MS, client.signal);
  const again = await findDatabaseUser(client, address);
  if (again) return again;
  throw new Error(
    `Database user "${username}" of project ${groupId} was removed by somebody else, or expired, while this step was waiting: nobody can log in with it. Run the step again; run provision first if the environment was torn down.`,
  );
}

/** A user that this step made must be as it was made. */
export function assertUnchanged(now: DatabaseUser, made: DatabaseUser): void {
  const isSame =
    readMark(now.description)?.fingerprint === readMark(made.description)?.fingerprint &&
    sorted(now.roles) === sorted(made.roles) &&
    sorted(now.scopes) === sorted(made.scopes);
  if (isSame) return;
  throw new Error(
    `Database user "${now.username}", created for this job, was changed by somebody else while this step was waiting. Run the step again.`,
  );
}

function sorted(items: readonly object[]): string {
  return items
    .map((item) => JSON.stringify(Object.entries(item).toSorted()))
    .toSorted()
    .join();
}

/** A login that ends before the job can be over is worth a warning; one that has ended, or is to be kept as a secret, an error. */
export function assertLasts(
  { username, deleteAfterDate }: DatabaseUser,
  { client, log, savesSecret }: { client: AtlasClient; log: Pick<Log, 'warning'> | undefined; savesSecret: boolean },
): void {
  const endsAt = readTime(deleteAfterDate);
  const left = endsAt === undefined ? LONGEST_JOB_MS : endsAt - client.time.forExpiry();
  if (endsAt === undefined || left >= LONGEST_JOB_MS) return;
  const ends = `Database user "${username}" ends at ${isoTime(endsAt)}`;
  const instead = 'Run provision first to extend it, or leave username, password and password-seed out.';
  if (left <= 0) throw new Error(`${ends}, which is now: nobody can log in with it. ${instead}`);
  if (savesSecret) {
    throw new Error(`${ends}: a secret of its login would be of no use to the jobs that come. ${instead}`);
  }
  log?.warning(`${ends}, before this job has to be over: it cannot log in afterwards. ${instead}`);
}
