import type { PostContext } from '../../src/runner/context.ts';
import { closeAtlas } from '../atlas-session.ts';

/** Gives the access token back. What was provisioned stays, until it expires or is torn down. */
export function tidyUpProvision(context: PostContext): Promise<void> {
  return closeAtlas(context);
}
