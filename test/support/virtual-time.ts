import type { Clock } from '../../src/runner/context.ts';

/** Something that runs in virtual time, and what it can be stopped with. */
export interface Flow {
  readonly clock: Clock;
  /** Nothing of it goes on: whatever it waits for never comes. */
  readonly kill: () => void;
  readonly isAlive: () => boolean;
}

interface Sleeper {
  readonly flow: object;
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

/**
 * Time that passes only while every flow sleeps: then it leaps to whoever wakes first. What many flows do at once therefore
 * depends on nothing but how long each of them sleeps. A flow may do one thing at a time.
 */
export function virtualTime({ now: start, moveTo }: { now: number; moveTo: (now: number) => void }) {
  let now = start;
  let orders = 0;
  let alive = 0;
  const sleepers: Sleeper[] = [];
  const areAllAsleep = () => new Set(sleepers.map(({ flow }) => flow)).size >= alive;
  const watchers: (() => void)[] = [];

  /** Starts a flow; it goes on when `run` lets time pass. */
  function start_(work: (flow: Flow) => Promise<void>): Flow {
    const identity = {};
    let living = true;
    alive += 1;
    const end = () => {
      if (!living) return;
      living = false;
      alive -= 1;
      for (let index = sleepers.length - 1; index >= 0; index--)
        if (sleepers[index]?.flow === identity) sleepers.splice(index, 1);
    };
    const sleep = async (milliseconds: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      if (!living) await never();
      await new Promise<void>((resolve) => {
        const wake = () => {
          signal.removeEventListener('abort', abort);
          resolve();
        };
        const sleeper = { flow: identity, at: now + Math.max(0, Math.round(milliseconds)), order: orders++, wake };
        const abort = () => {
          const index = sleepers.indexOf(sleeper);
          if (index >= 0) sleepers.splice(index, 1);
          wake();
        };
        signal.addEventListener('abort', abort, { once: true });
        sleepers.push(sleeper);
      });
      if (!living) await never();
      signal.throwIfAborted();
    };
    const clock: Clock = { now: () => now, sleep, timeout: () => new AbortController().signal };
    const flow = { clock, kill: end, isAlive: () => living };
    void sleep(0, new AbortController().signal)
      .then(() => work(flow))
      .finally(end);
    return flow;
  }

  /** Lets time pass until no flow is left. */
  async function run(): Promise<void> {
    while (alive > 0) {
      await untilAllSleep();
      for (const watch of watchers) watch();
      const next = Math.min(...sleepers.map(({ at }) => at));
      if (!Number.isFinite(next)) return;
      now = next;
      moveTo(now);
      for (const watch of watchers) watch();
      const due = sleepers.filter(({ at }) => at <= now).toSorted((one, other) => one.order - other.order);
      for (const sleeper of due) {
        // One after another, so that what they do at the same moment has an order, too.
        const index = sleepers.indexOf(sleeper);
        if (index < 0) continue;
        sleepers.splice(index, 1);
        sleeper.wake();
        await untilAllSleep();
      }
    }
  }

  async function untilAllSleep(): Promise<void> {
    for (let turns = 0; !areAllAsleep(); turns++) {
      if (turns > 20_000) throw new Error('A flow waits for something that takes no virtual time.');
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  return {
    start: start_,
    run,
    now: () => now,
    /** Told before and after every leap. */
    watch: (watch: () => void) => void watchers.push(watch),
  };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
