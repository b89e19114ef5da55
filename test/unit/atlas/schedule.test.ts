import { describe, expect, it } from 'vitest';
import { compareWithFixedPoll } from '../../../scripts/bench/fixed-poll.ts';
import { scheduleFor } from '../../../src/atlas/schedule.ts';
import { timings } from '../../../src/atlas/timings.ts';

describe('the schedule of polls', () => {
  const schedule = scheduleFor(timings.onDemandSnapshot);
  const pollsUntil = (seconds: number) => {
    const polls: number[] = [];
    for (let at = schedule(0); at <= seconds * 1_000; at += schedule(at)) polls.push(at / 1_000);
    return polls;
  };

  it('is sparse before anything is known to end, and looks once just then', () => {
    expect(pollsUntil(99)).toEqual([24.75, 49.5, 74.25, 99]);
  });

  it('is densest where most end, and never denser than a second', () => {
    const gaps = (from: number, to: number) => pollsUntil(to).filter((at) => at > from).length / (to - from);
    expect(gaps(146, 214)).toBeGreaterThan(2 * gaps(99, 146));
    expect(gaps(146, 214)).toBeGreaterThan(2 * gaps(214, 400));
    for (let at = 0; at < 4_000_000; at += 500) expect(schedule(at)).toBeGreaterThanOrEqual(1_000);
  });

  it('grows with the time past everything known, up to half a minute', () => {
    expect(schedule(527_000)).toBeCloseTo(26_350);
    expect(schedule(7_000_000)).toBe(30_000);
  });

  it.each(Object.entries(timings).filter(([, { median }]) => median >= 30))(
    'beats a fixed poll every 4 s in both delay and requests for %s',
    (_, distribution) => {
      const { delay, polls, fixedDelay, fixedPolls } = compareWithFixedPoll(distribution);
      expect(delay).toBeLessThan(fixedDelay);
      expect(polls).toBeLessThanOrEqual(1.01 * fixedPolls);
    },
  );

  it.each(Object.entries(timings).filter(([, { median }]) => median < 30))(
    'is as good as a fixed poll every 4 s, give or take a poll and a second, for the short wait of %s',
    (_, distribution) => {
      const { delay, polls, fixedDelay, fixedPolls } = compareWithFixedPoll(distribution);
      expect(delay).toBeLessThan(fixedDelay + 1);
      expect(polls).toBeLessThan(fixedPolls + 1.1);
      expect(delay < fixedDelay || polls < fixedPolls).toBe(true);
    },
  );
});
