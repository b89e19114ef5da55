import type { AtlasClient } from '../../src/atlas/client.ts';
import { deleteDatabaseUser, findDatabaseUser } from '../../src/atlas/database-users.ts';
import { readMark } from '../../src/environment/owner-mark.ts';
import type { PostContext } from '../../src/runner/context.ts';
import { closeAtlas, reopenClient } from '../atlas-session.ts';
import { type KeptUser, keptUser } from './kept-user.ts';

/** Milliseconds: all post steps of a cancelled job share a few minutes. */
const REMOVE_WITHIN = 60_000;

/** Removes the short-lived user, and gives the access tokens back. What it cannot remove expires inside Atlas. */
export async function tidyUpConnect(context: PostContext): Promise<void> {
  const tokens: string[] = [];
  try {
    await removeUser(context, (token) => tokens.push(token));
  } finally {
    await closeAtlas(context);
    for (const token of tokens) await closeAtlas(context, token);
  }
}

async function removeUser(context: PostContext, onToken: (token: string) => void): Promise<void> {
  const user = keptUser(context);
  if (!user) return;
  const { username, expires } = user;
  const client = reopenClient(context, { within: REMOVE_WITHIN, onToken });
  if (!client) return;
  try {
    context.log.info(`Database user "${username}" ${words[await remove(client, user)]}.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
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
