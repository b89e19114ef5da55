/** Tells the simulated time, in milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Simulated seconds per real second; absent where time does not pass by itself. */
  readonly speed?: number;
}

/** A clock that moves only when told to. */
export interface VirtualClock extends Clock {
  advance(milliseconds: number): void;
}

/** When simulated time starts, how fast it runs and at which real instant the two met. */
export interface ScaledClockOptions {
  readonly start?: Date | number | string;
  readonly speed?: number;
  /** Real milliseconds since 1970; give the same value to a child process to keep it in step. */
  readonly epoch?: number;
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

/** Makes a clock that runs `speed` times as fast as real time. */
export function scaledClock({ start, speed = 1, epoch = Date.now() }: ScaledClockOptions = {}): Clock {
  const origin = new Date(start ?? epoch).getTime();
  return { speed, now: () => Math.floor(origin + (Date.now() - epoch) * speed) };
}

/** Writes an instant the way Atlas does: UTC, whole seconds. */
export function timestamp(milliseconds: number): string {
  return new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}
