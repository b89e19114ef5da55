import type { Clock } from './clock.ts';
import { TimedOut } from './errors.ts';

/** When the time that a step was given is over. */
export interface Deadline {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The error for what has not been done by then; `what` completes "… was not done within". */
  readonly passed: (what?: string) => TimedOut;
}

/** The time limit of a step, in milliseconds, from its beginning. */
export function deadlineIn(
  limit: number,
  clock: Pick<Clock, 'now'>,
  { startedAt = clock.now() }: { readonly startedAt?: number } = {},
): Deadline {
  const within = `within the ${inWords(limit)} that the step was given (timeout-minutes)`;
  return { at: startedAt + limit, passed: (what = 'The step') => notDone(what, within) };
}

/** The limit of a post step or a part of it, from now, in milliseconds: nobody sets that one. */
export function postDeadlineIn(limit: number, clock: Pick<Clock, 'now'>): Deadline {
  const within = `within ${inWords(limit)}, the fixed limit of a post step`;
  return { at: clock.now() + limit, passed: (what = 'The post step') => notDone(what, within) };
}

function notDone(what: string, within: string): TimedOut {
  return new TimedOut(`${what} did not finish ${within}.`);
}

function inWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return `${Math.round(milliseconds / 1_000)} s`;
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
