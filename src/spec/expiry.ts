import type { Resolving } from './resolving.ts';

const HOUR = 3_600_000;

/** Atlas deletes users and access entries by itself at most 7 days ahead; the margin is for clocks that differ. */
const LONGEST = 7 * 24 * HOUR;
const MARGIN = 5 * 60_000;

/** The end of a life that begins now, or as far as Atlas goes. All in milliseconds. */
export function expiryAfter(life: number, now: number): number {
  return now + Math.min(life, LONGEST - MARGIN);
}

/**
 * When Atlas shall delete a user or an entry: as its spec says, else with the environment. An environment that lives
 * longer than Atlas can promise is left to `teardown` and `sweep`, which remove the user with it.
 */
export function latestExpiry(hours: number | undefined, { context, expiresAt }: Resolving): number | undefined {
  if (hours !== undefined) return expiryAfter(hours * HOUR, context.now);
  return expiresAt !== undefined && expiresAt <= context.now + LONGEST - MARGIN ? expiresAt : undefined;
}
