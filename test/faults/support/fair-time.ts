import type { Clock } from '../../../src/runner/context.ts';
import type { Stage } from './scenario.ts';

/** Turns of the event loop in which nothing happens before all that is left to do is to wait. */
const QUIET = 3;

/** Real milliseconds in which nothing happens before a run is taken for stuck; on a busy machine too. */
const PATIENCE = 60_000;

interface Sleeper {
  readonly run: number;
  readonly at: number;
  readonly wake: () => void;
}

/**
 * One time for several runs, which passes only while all of them wait: else one that polls would make hours of the moment
 * in which another sends a request, and what is read and written within seconds would be stale.
 */
export function fairTime({ time, clock, fetch: ask }: Stage, runs: number) {
  const alive = new Set(Array.from({ length: runs }, (_, run) => run));
  const sleepers: Sleeper[] = [];
  let underway = 0;
  let happened = 0;

  const clockOf = (run: number): Clock => ({
    ...clock,
    async sleep(milliseconds, signal) {
      signal.throwIfAborted();
      happened += 1;
      await new Promise<void>((wake) => sleepers.push({ run, at: time.now() + milliseconds, wake }));
      signal.throwIfAborted();
    },
  });

  const fetch: typeof globalThis.fetch = async (input, init) => {
    underway += 1;
    happened += 1;
    try {
      return await ask(input, init);
    } finally {
      underway -= 1;
      happened += 1;
    }
  };

  /** Lets time pass until every run has ended. */
  async function pass(): Promise<void> {
    while (alive.size > 0) {
      await quiet();
      const [next] = sleepers.toSorted((one, other) => one.at - other.at);
      if (next === undefined) continue;
      time.advance(Math.max(0, next.at - time.now()));
      sleepers.splice(sleepers.indexOf(next), 1);
      next.wake();
    }
  }

  async function quiet(): Promise<void> {
    const isWaiting = () => underway === 0 && [...alive].every((run) => sleepers.some((one) => one.run === run));
    let patience = performance.now() + PATIENCE;
    for (let turns = 0, seen = happened; turns < QUIET && alive.size > 0; turns++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (seen !== happened) patience = performance.now() + PATIENCE;
      if (performance.now() > patience) throw new Error('A run waits for something that takes no time here.');
      if (seen !== happened || !isWaiting()) turns = -1;
      seen = happened;
    }
  }

  return { clockOf, fetch, pass, end: (run: number) => void alive.delete(run) };
}
