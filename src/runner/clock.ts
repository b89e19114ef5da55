import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from './context.ts';

/** The real time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    signal.throwIfAborted();
    try {
      await delay(milliseconds, undefined, { signal });
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    }
  },
  timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
};
