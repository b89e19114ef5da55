import type { Clock } from './clock.ts';
import { TimedOut } from './errors.ts';

/** When the time that a step was given is over. */
export interface Deadline {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The error for what has not been done by then; `what` completes "… was not done within". */
  readonly passed: (what?: string) => TimedOut;
}

/** A deadline so many milliseconds from now. */
export function deadlineIn(milliseconds: number, clock: Clock): Deadline {
  const minutes = Math.round(milliseconds / 60_000);
  const given =
    minutes < 1 ? `${Math.round(milliseconds / 1_000)} s` : minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return {
    at: clock.now() + milliseconds,
    passed: (what = 'The step') =>
      new TimedOut(`${what} did not finish within the ${given} that the step was given (timeout-minutes).`),
  };
}
