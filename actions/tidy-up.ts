import type { AtlasClient } from '../src/atlas/client.ts';
import { messageOf } from '../src/atlas/errors.ts';
import type { PostContext } from '../src/runner/context.ts';
import { closeAtlas, reopenClient } from './atlas-session.ts';

/** Something that a post step tidies up in Atlas. Its failures say what is left, and until when. */
export type Chore = (client: AtlasClient) => Promise<void>;

/** Milliseconds: all post steps of a cancelled job share a few minutes. */
const DONE_WITHIN = 60_000;

/** Does what there is to do, whatever becomes of the rest, and gives all access tokens back. Throws what could not be done. */
export async function tidyUp(context: PostContext, chores: readonly (Chore | undefined)[] = []): Promise<void> {
  const tokens: string[] = [];
  try {
    const due = chores.filter((chore) => chore !== undefined);
    await doAll(due, () => reopenClient(context, { within: DONE_WITHIN, onToken: (token) => tokens.push(token) }));
  } finally {
    await closeAtlas(context);
    for (const token of tokens) await closeAtlas(context, token);
  }
}

async function doAll(due: readonly Chore[], reopen: () => AtlasClient | undefined): Promise<void> {
  // Without credentials main has never asked Atlas for anything.
  const client = due.length === 0 ? undefined : reopen();
  if (!client) return;
  const failures: string[] = [];
  for (const chore of due) {
    try {
      await chore(client);
    } catch (error) {
      failures.push(messageOf(error));
    }
  }
  if (failures.length > 0) throw new Error(failures.join('\n'));
}
