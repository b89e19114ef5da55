import type { AtlasClient } from './client.ts';

/** Whatever Atlas gives an id. */
interface Identified {
  readonly id: string;
}

/** When something was asked for, by Atlas's clock: an ObjectId begins with that time, to the second. Undefined for any other id. */
export function requestedAt({ id }: Identified): number | undefined {
  return /^[0-9a-f]{24}$/.test(id) ? Number.parseInt(id.slice(0, 8), 16) * 1_000 : undefined;
}

/** When something was asked for, by the local clock, and never later than now: an earlier, killed run may have begun it. */
export function begunAt(thing: Identified, { clock, time }: Pick<AtlasClient, 'clock' | 'time'>): number {
  const now = clock.now();
  const offset = (time.now() ?? now) - now;
  return Math.min((requestedAt(thing) ?? now + offset) - offset, now);
}
