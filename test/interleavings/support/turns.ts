import type { Clock } from '../../../src/runner/context.ts';
import type { VirtualClock } from '../../../src/simulator/clock.ts';
import { numberOf, type Schedule, type StepName } from './schedule.ts';

/** Virtual milliseconds that half a request takes: before its effect, and after. */
const HALF_REQUEST_MS = 20;

/** Virtual milliseconds between the halt of one step and the next move of the other: longer than any reading is trusted. */
const PAUSE_MS = 6_000;

/** Requests for and of tokens: nothing in the project depends on when they come. */
const SIGN_IN = /\/api\/oauth\//;

interface Turns {
  readonly time: VirtualClock;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly schedule: Schedule;
}

/**
 * Lets one of two steps move at a time. Each asks at every boundary, before a request leaves and after its effect, and before
 * it sleeps, whether it may go on; the schedule decides.
 */
export function takeTurns({ time, clock, fetch: ask, schedule }: Turns) {
  const passed: Record<StepName, number> = { A: 0, B: 0 };
  const waiting: Record<StepName, (() => void)[]> = { A: [], B: [] };
  const ended = { A: false, B: false };
  let holder: StepName = 'A';
  let index = 0;

  const stopOf = (): number => {
    const stop = schedule[index] ?? 'end';
    return stop === 'end' ? Number.POSITIVE_INFINITY : numberOf(stop);
  };

  function handOver(): void {
    const next = other(holder);
    index += 1;
    if (ended[next]) return;
    holder = next;
    time.advance(PAUSE_MS);
    for (const goOn of waiting[holder].splice(0)) goOn();
  }

  async function mayMove(step: StepName): Promise<void> {
    while (holder !== step) await new Promise<void>((resolve) => waiting[step].push(resolve));
  }

  /** Resolves to whether the other step has moved meanwhile. */
  async function passBoundary(step: StepName): Promise<boolean> {
    await mayMove(step);
    passed[step] += 1;
    if (passed[step] >= stopOf()) handOver();
    const isHeld = holder !== step;
    await mayMove(step);
    time.advance(HALF_REQUEST_MS);
    return isHeld;
  }

  const fetchOf =
    (step: StepName): typeof fetch =>
    async (input, init) => {
      if (SIGN_IN.test(String(input))) {
        await mayMove(step);
        return await ask(input, init);
      }
      const isHeld = await passBoundary(step);
      if (isHeld && (init?.method ?? 'GET') !== 'GET') throw neverSent();
      const answer = await ask(input, init);
      await passBoundary(step);
      init?.signal?.throwIfAborted();
      return answer;
    };

  const clockOf = (step: StepName): Clock => ({
    ...clock,
    async sleep(milliseconds, signal) {
      await mayMove(step);
      await clock.sleep(milliseconds, signal);
    },
  });

  return {
    fetchOf,
    clockOf,
    /** Resolves when it is the step's turn: before its start. */
    mayMove,
    end(step: StepName): void {
      ended[step] = true;
      if (holder === step) handOver();
    },
    /** How many boundaries a step has come to. */
    boundaries: (): Readonly<Record<StepName, number>> => passed,
  };
}

/**
 * A write that is held before it leaves is not sent, and the client sends it again where it still may: it rests on a reading
 * that was fresh when it was about to leave, and without compare-and-swap nobody can see to more than that.
 */
function neverSent(): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('held'), { code: 'ECONNREFUSED' }) });
}

function other(step: StepName): StepName {
  return step === 'A' ? 'B' : 'A';
}
