/** Time, injected. All times are milliseconds since 1970. */
export interface Clock {
  now(): number;
  /** Resolves after the given milliseconds; rejects with the signal's reason when that aborts first. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** A signal that aborts after the given milliseconds. */
  timeout(milliseconds: number): AbortSignal;
}
