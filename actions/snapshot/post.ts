import type { PostContext } from '../../src/runner/context.ts';
import { closeAtlas } from '../atlas-session.ts';

/** Gives the access token back. The snapshot stays: it expires as the author said. */
export function tidyUpSnapshot(context: PostContext): Promise<void> {
  return closeAtlas(context);
}
