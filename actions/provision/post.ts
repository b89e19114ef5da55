import type { PostContext } from '../../src/runner/context.ts';
import { closingChore } from '../network-access/close.ts';
import { tidyUp } from '../tidy-up.ts';

/** Closes the runner's address, and gives the access tokens back. What was provisioned stays, until it expires or is torn down. */
export function tidyUpProvision(context: PostContext): Promise<void> {
  return tidyUp(context, [closingChore(context)]);
}
