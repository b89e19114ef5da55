import type { Resolving } from './resolving.ts';

const HOUR = 3_600_000;

/** Atlas deletes users and access entries by itself at most 7 days ahead; the margin is for clocks that differ. */
const LONGEST = 7 * 24 * HOUR;
const MARGIN = 5 * 60_000;

/**
 * When Atlas shall delete a user or an entry: as its spec says, else with the environment. An environment that lives
 * longer than Atlas can promise is left to `teardown` and `sweep`, which remove the user with it.
 */
export function latestExpiry(hours: number | undefined, { context, expiresAt }: Resolving): number | undefined {
  const latest = context.now + LONGEST - MARGIN;
  if (hours !== undefined) return Math.min(context.now + hours * HOUR, latest);
  return expiresAt !== undefined && expiresAt <= latest ? expiresAt : undefined;
}
