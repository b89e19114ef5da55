import type { Distribution } from './timings.ts';

/** Milliseconds to wait before the next poll, given the milliseconds since what is polled for began. */
export type Schedule = (elapsed: number) => number;

/** Polls before the earliest known end: enough to see a failure early. */
const EARLY_POLLS = 4;

/** One poll is worth this part of the median in delay: the knob between fewer requests and less waiting. */
const DELAY_PER_POLL = 1 / 3_000;

/** Seconds between polls, at the least and, once a duration is beyond everything known, at the most. */
const SHORTEST = 2;
const LONGEST = 30;

/**
 * Makes a poll schedule from how long things really take: sparse before the earliest known end, dense around the median,
 * proportional after everything known.
 *
 * With S(t) the chance that it still runs at t and f(t) the density of its end, polling at intervals h costs S/h polls and
 * f·h/2 of delay a second; the sum is least at h = √(2·c·S/f), c being the delay that one poll is worth.
 */
export function scheduleFor(distribution: Distribution): Schedule {
  const cost = distribution.median * DELAY_PER_POLL;
  return (elapsed) => {
    const seconds = elapsed / 1_000;
    return 1_000 * interval(seconds, { distribution, cost });
  };
}

function interval(seconds: number, { distribution, cost }: { distribution: Distribution; cost: number }): number {
  const { min, max } = distribution;
  if (seconds < min) return Math.min(min / EARLY_POLLS, Math.max(min - seconds, SHORTEST));
  if (seconds >= max) return Math.min(LONGEST, seconds / 20);
  const { running, density } = chances(seconds, distribution);
  return Math.max(SHORTEST, Math.sqrt((2 * cost * running) / density));
}

/** Chance that it still runs, and density of its end, taking the distribution as even between its five numbers. */
function chances(seconds: number, { min, p10, median, p90, max }: Distribution): { running: number; density: number } {
  const known = [
    { until: p10, from: min, before: 1, share: 0.1 },
    { until: median, from: p10, before: 0.9, share: 0.4 },
    { until: p90, from: median, before: 0.5, share: 0.4 },
    { until: max, from: p90, before: 0.1, share: 0.1 },
  ];
  const { until, from, before, share } = known.find((part) => seconds < part.until) ?? {
    until: max,
    from: p90,
    before: 0.1,
    share: 0.1,
  };
  const density = share / (until - from);
  return { running: before - density * (seconds - from), density };
}
