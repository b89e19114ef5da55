/** Tells the simulated time, in milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Simulated seconds per real second, of a clock that the emulator of the runner scales; absent elsewhere. */
  readonly speed?: number;
}

/** This machine's time. */
export const realClock: Clock = { now: () => Date.now() };

/** A clock that moves only when told to. */
export interface VirtualClock extends Clock {
  advance(milliseconds: number): void;
}

/** Makes a clock that stands still until a test advances it. */
export function virtualClock(start: Date | number | string = '2026-09-01T08:00:00Z'): VirtualClock {
  let now = new Date(start).getTime();
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** Writes an instant the way Atlas does: UTC, whole seconds. */
export function timestamp(milliseconds: number): string {
  return new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
