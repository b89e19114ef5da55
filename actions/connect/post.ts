import type { AtlasClient } from '../../src/atlas/client.ts';
import { deleteDatabaseUser, findDatabaseUser } from '../../src/atlas/database-users.ts';
import { messageOf } from '../../src/atlas/errors.ts';
import { readMark } from '../../src/environment/owner-mark.ts';
import type { PostContext } from '../../src/runner/context.ts';
import { closingChore } from '../network-access/close.ts';
import { tidyUp } from '../tidy-up.ts';
import { type KeptUser, keptUser } from './kept-user.ts';

/** Removes the short-lived user, closes the runner's address, and gives the access tokens back. What stays expires inside Atlas. */
export function tidyUpConnect(context: PostContext): Promise<void> {
  const user = keptUser(context);
  return tidyUp(context, [user && ((client) => removeUser(client, user, context)), closingChore(context)]);
}

async function removeUser(client: AtlasClient, user: KeptUser, { log }: PostContext): Promise<void> {
  const { username, expires } = user;
  try {
    log.info(`Database user "${username}" ${words[await remove(client, user)]}.`);
  } catch (error) {
    const reason = messageOf(error);
    throw new Error(`Database user "${username}" may be left; Atlas deletes it at ${expires}. ${reason}`, {
      cause: error,
    });
  }
}

const words = {
  removed: 'has been removed',
  absent: 'is gone already',
  foreign: 'is of another job, and stays',
} as const;

async function remove(
  client: AtlasClient,
  { groupId, username, fingerprint }: KeptUser,
): Promise<'removed' | 'absent' | 'foreign'> {
  const address = { groupId, databaseName: 'admin', username };
  const there = await findDatabaseUser(client, address);
  if (!there) return 'absent';
  if (readMark(there.description)?.fingerprint !== fingerprint) return 'foreign';
  return (await deleteDatabaseUser(client, address)) ? 'removed' : 'absent';
}
