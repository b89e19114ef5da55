import type { Distribution } from './timings.ts';

/** Milliseconds to wait before the next poll, given the milliseconds since what is polled for began. */
export type Schedule = (elapsed: number) => number;

/** Polls before the earliest known end: enough to see a failure early, and none where there is hardly time for one. */
const EARLY_POLLS = 4;
const EARLY_INTERVAL = 10;

/** Mean seconds between the end and the poll that sees it: a little less than a poll every 4 s has, at fewer requests. */
const DELAY = 1.7;

/** Seconds between polls, at the least and, once a duration is beyond everything known, at the most. */
const SHORTEST = 1;
const LONGEST = 30;

/** A stretch of a distribution in which the end is equally likely everywhere; `before` is the chance to get that far. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly before: number;
  readonly density: number;
}

/**
 * Makes a poll schedule from how long things really take: sparse before the earliest known end, dense around the median,
 * proportional after everything known.
 *
 * With S(t) the chance that it still runs at t and f(t) the density of its end, polling at intervals h costs S/h polls and
 * f·h/2 of delay a second. For any mean delay the polls are fewest at h = w·√(S/f), whose mean delay is w/2·∫√(S·f); that gives w.
 */
export function scheduleFor(distribution: Distribution): Schedule {
  const { min, max } = distribution;
  const stretches = stretchesOf(distribution);
  const width = (2 * DELAY) / sum(stretches.map(rootOfRunningTimesDensity));
  return (elapsed) => {
    const seconds = elapsed / 1_000;
    if (seconds < min) {
      return 1_000 * Math.min(Math.max(min / EARLY_POLLS, EARLY_INTERVAL), Math.max(min - seconds, SHORTEST));
    }
    const stretch = stretches.find(({ until }) => seconds < until);
    if (!stretch) return 1_000 * Math.min(LONGEST, Math.max(seconds, max) / 20);
    const running = stretch.before - stretch.density * (seconds - stretch.from);
    return 1_000 * Math.max(SHORTEST, width * Math.sqrt(running / stretch.density));
  };
}

/** The five numbers of a distribution as four stretches; those of no length are left out. */
function stretchesOf({ min, p10, median, p90, max }: Distribution): readonly Stretch[] {
  const parts = [
    { from: min, until: p10, before: 1, share: 0.1 },
    { from: p10, until: median, before: 0.9, share: 0.4 },
    { from: median, until: p90, before: 0.5, share: 0.4 },
    { from: p90, until: max, before: 0.1, share: 0.1 },
  ];
  return parts
    .filter(({ from, until }) => until > from)
    .map(({ share, ...part }) => ({ ...part, density: share / (part.until - part.from) }));
}

/** ∫√(S·f) over a stretch, in which S falls evenly. */
function rootOfRunningTimesDensity({ from, until, before, density }: Stretch): number {
  const after = before - density * (until - from);
  return ((2 / 3) * (before ** 1.5 - Math.max(after, 0) ** 1.5)) / Math.sqrt(density);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
