import type { Random } from '../../../src/simulator/random.ts';
import type { Oddities } from '../../../src/simulator/world/oddities.ts';

/** What a whole schedule has in common. */
export interface Weather {
  readonly kind: Kind;
  readonly oddities: Partial<Oddities>;
  /** Seconds by which reads lag behind. */
  readonly lag: number;
  /** Chance of each request to fail. */
  readonly faults: number;
  /** Chance of each job to be killed, cancelled or lost. */
  readonly mishaps: number;
  /** Milliseconds over which the jobs start; in a relay the next one comes just when the last one goes. */
  readonly spread: number | 'relay';
  /** Milliseconds for which a job uses its address, at the least and at the most. */
  readonly uses: readonly [least: number, most: number];
  /** Seconds until an entry is active. */
  readonly activation: number | 'drawn';
  /** Chance of each request to be slow, by seconds and not by tenths. */
  readonly slowness: number;
}

/** Fair: Atlas answers soon, and every request; jobs may still die. Foul: requests fail, are slow, and meet each other. */
export type Kind = 'fair' | 'foul';

/** Draws the weather of a schedule. */
export function drawWeather(random: Random, kind: Kind): Weather {
  const lagging = pick(random, [0, 0.1, 0.5]);
  const clashing = kind === 'foul' ? pick(random, [0, 1]) : 0;
  return {
    kind,
    oddities: {
      accessEntryLate: lagging,
      accessEntryLingers: lagging,
      accessEntryStale: lagging,
      overlapLosesEntry: 0.4 * clashing,
      overlapAnswers500: 0.3 * clashing,
      overlapAnswers401: 0.2 * clashing,
    },
    lag: random.integer(1, 5),
    faults: kind === 'foul' ? pick(random, [0, 0.02, 0.1]) : 0,
    slowness: kind === 'foul' ? pick(random, [0, 0.05, 0.2]) : 0,
    mishaps: pick(random, [0, 0.3, 0.6]),
    spread: pick(random, [0, 2_000, 30_000, 120_000, 600_000, 'relay', 'relay'] as const),
    uses: pick(random, [
      [1_000, 20_000],
      [1_000, 5_000],
      [10_000, 1_000_000],
      [100_000, 9_000_000],
    ] as const),
    activation: pick(random, [1, 1, 'drawn'] as const),
  };
}

/** One of several. */
export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[random.integer(0, values.length - 1)];
  if (value === undefined) throw new Error('There is nothing to pick from.');
  return value;
}
