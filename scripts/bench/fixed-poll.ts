import { scheduleFor } from '../../src/atlas/schedule.ts';
import type { Distribution } from '../../src/atlas/timings.ts';
import { quantile } from '../../src/simulator/durations.ts';

export interface Comparison {
  /** Mean seconds between the end and the poll that sees it. */
  readonly delay: number;
  readonly polls: number;
  readonly fixedDelay: number;
  readonly fixedPolls: number;
}

/** Compares our schedule with a fixed poll over evenly drawn durations; the time of the requests themselves is left out. */
export function compareWithFixedPoll(distribution: Distribution, { every = 4, draws = 10_000 } = {}): Comparison {
  const { min, p10, median, p90, max } = distribution;
  const quantiles = [min, p10, median, p90, max] as const;
  const schedule = scheduleFor(distribution);
  const sum = { delay: 0, polls: 0, fixedDelay: 0, fixedPolls: 0 };
  for (let draw = 0; draw < draws; draw++) {
    const end = quantile(quantiles, (draw + 0.5) / draws);
    let seen = 0;
    while (seen < end) {
      seen += schedule(seen * 1_000) / 1_000;
      sum.polls += 1;
    }
    sum.delay += seen - end;
    const fixed = Math.ceil(end / every);
    sum.fixedPolls += fixed;
    sum.fixedDelay += fixed * every - end;
  }
  return {
    delay: sum.delay / draws,
    polls: sum.polls / draws,
    fixedDelay: sum.fixedDelay / draws,
    fixedPolls: sum.fixedPolls / draws,
  };
}
