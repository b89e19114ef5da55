/** A clock that runs faster than real time: simulated time = start + (real − epoch) × speed, all in milliseconds. */
export interface ScaledTime {
  readonly speed: number;
  /** Real milliseconds since 1970, when the two met; the same value keeps another process in step. */
  readonly epoch: number;
  readonly start: number;
}

/** Makes the clock of a simulator that is in step with the steps of a job whose time is scaled so. */
export function scaledClock({ speed, epoch, start }: ScaledTime) {
  return { speed, now: () => Math.floor(start + (Date.now() - epoch) * speed) };
}

/** Time that runs so many times faster from now on. */
export function scaledFromNow(speed: number): ScaledTime {
  return { speed, epoch: Date.now(), start: Date.now() };
}
