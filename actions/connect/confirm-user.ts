import { type DatabaseUser, findDatabaseUser } from '../../src/atlas/database-users.ts';
import { readMark } from '../../src/environment/owner-mark.ts';
import type { UserQuestion } from '../known-user.ts';

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
