import type { VirtualClock } from '../../src/simulator/clock.ts';
import type { Faults } from '../../src/simulator/faults.ts';
import type { RequestRecord } from '../../src/simulator/request-log.ts';

/** A simulated server in this process. */
export interface Server {
  readonly fetch: typeof fetch;
  readonly faults: Faults;
  readonly requests: readonly RequestRecord[];
}

interface Timeout {
  readonly at: number;
  readonly controller: AbortController;
}

/**
 * Time-outs on a clock that only waiting moves. A request takes no time there, so a time-out passes only while a request
 * gets no answer at all: then nothing else is left to happen, and the clock moves on to the next one.
 */
export function timeoutsOn(time: VirtualClock) {
  const pending: Timeout[] = [];

  function timeout(milliseconds: number): AbortSignal {
    const controller = new AbortController();
    pending.push({ at: time.now() + milliseconds, controller });
    return controller.signal;
  }

  /** Moves the clock to the next time-out; false where there is none. */
  function passNext(): boolean {
    const [next] = pending.toSorted((one, other) => one.at - other.at);
    if (next === undefined) return false;
    pending.splice(pending.indexOf(next), 1);
    time.advance(Math.max(0, next.at - time.now()));
    next.controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    return true;
  }

  /** The server's fetch, in which a request that stalls lasts until its time-out. */
  function lasting({ fetch: ask, faults, requests }: Server): typeof fetch {
    return async (input, init) => {
      if (!faults.armed.some(({ kind }) => kind === 'stall')) return await ask(input, init);
      const before = requests.length;
      const answer = ask(input, init);
      let isOpen = true;
      const close = () => {
        isOpen = false;
      };
      answer.then(close, close);
      const isStalled = () =>
        requests.slice(before).some(({ fault, path }) => fault === 'stall' && String(input).endsWith(path));
      while (isOpen) {
        await new Promise((resolve) => setImmediate(resolve));
        if (isOpen && isStalled() && !passNext()) break;
      }
      return await answer;
    };
  }

  return { timeout, lasting };
}
