import { isWorthwhile } from './changes.ts';
import type { Resolving } from './resolving.ts';

const HOUR = 3_600_000;

/** Atlas deletes users and access entries by itself at most 7 days ahead; the margin is for clocks that differ. */
const LONGEST = 7 * 24 * HOUR;
const MARGIN = 5 * 60_000;

/** The end of a life that begins now, or as far as Atlas goes. All in milliseconds. */
export function expiryAfter(life: number, now: number): number {
  return now + Math.min(life, LONGEST - MARGIN);
}

/** Life of an environment that names none. */
const USUAL_HOURS = 72;

/**
 * When an environment expires after this run, in milliseconds since 1970: so many hours from now. Only hours that somebody
 * named bring it forward, and a difference that is not worth a request leaves it as it stands.
 */
export function environmentExpiry({
  hours,
  now,
  standing,
}: {
  readonly hours: number | undefined;
  readonly now: number;
  readonly standing: number | undefined;
}): number {
  const asked = now + (hours ?? USUAL_HOURS) * HOUR;
  if (standing === undefined) return asked;
  const wanted = hours === undefined ? Math.max(asked, standing) : asked;
  return isWorthwhile(standing, wanted) ? wanted : standing;
}

/**
 * When a temporary user ends whose environment lives longer than Atlas lets any user be temporary: as late as Atlas goes,
 * because it makes no temporary user permanent. Undefined where there is nothing to extend.
 */
export function longestLife(standing: number | undefined, now: number): number | undefined {
  if (standing === undefined) return undefined;
  const latest = expiryAfter(LONGEST, now);
  return isWorthwhile(standing, latest) ? latest : standing;
}

/**
 * When Atlas shall delete a user or an entry: as its spec says, else with the environment. An environment that lives
 * longer than Atlas can promise is left to `teardown` and `sweep`, which remove the user with it.
 */
export function latestExpiry(hours: number | undefined, { context, expiresAt }: Resolving): number | undefined {
  if (hours !== undefined) return expiryAfter(hours * HOUR, context.now);
  return expiresAt !== undefined && expiresAt <= context.now + LONGEST - MARGIN ? expiresAt : undefined;
}

/** Whether the end of a user or an entry follows from its environment. */
export function endsWithEnvironment(hours: number | undefined, { context }: Resolving): boolean {
  return hours === undefined && context.environment !== undefined;
}
