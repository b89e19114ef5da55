import type { PostContext } from '../../src/runner/context.ts';
import { closeAtlas } from '../atlas-session.ts';

/** Gives the access token back. A restore that is under way goes on in Atlas. */
export function tidyUpRestore(context: PostContext): Promise<void> {
  return closeAtlas(context);
}
