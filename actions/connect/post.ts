import { deleteDatabaseUser } from '../../src/atlas/database-users.ts';
import type { PostContext } from '../../src/runner/context.ts';
import { closeAtlas, reopenClient } from '../atlas-session.ts';

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
  const username = context.state('user-name');
  if (username === '') return;
  const client = reopenClient(context, { within: REMOVE_WITHIN, onToken });
  const address = { groupId: context.state('user-project'), databaseName: 'admin', username };
  try {
    const wasThere = client !== undefined && (await deleteDatabaseUser(client, address));
    context.log.info(
      wasThere ? `Database user "${username}" has been removed.` : `Database user "${username}" is gone already.`,
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Database user "${username}" is left; Atlas deletes it at ${context.state('user-expires')}. ${reason}`,
      { cause: error },
    );
  }
}
