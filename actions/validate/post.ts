import type { PostContext } from '../../src/runner/context.ts';
import { closeAtlas } from '../atlas-session.ts';

/** Gives the access token back. */
export function tidyUpValidate(context: PostContext): Promise<void> {
  return closeAtlas(context);
}
