import { type Arrival, exchange, type Parts } from './exchange.ts';
import type { Outcome } from './fault-behaviour.ts';

/** Makes a `fetch` that asks the simulated Atlas without a network, and fails like undici when a connection breaks. */
export function createFetch(parts: Parts): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const body = await request.text();
    signal.throwIfAborted();
    const outcome = await exchange(parts, arrivalOf(request, body, parts.world.callerAddress));
    signal.throwIfAborted();
    return responseOf(outcome);
  };
}

function arrivalOf(request: Request, body: string, address: string): Arrival {
  const { origin, pathname, search } = new URL(request.url);
  const { method, headers, signal } = request;
  return { method, origin, target: `${pathname}${search}`, headers, body, address, signal };
}

function responseOf(outcome: Outcome): Response {
  if (outcome.kind === 'dropped') {
    const text = outcome.code === 'ECONNREFUSED' ? 'connect ECONNREFUSED' : 'read ECONNRESET';
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(text), { code: outcome.code }) });
  }
  const { status, headers, body } = outcome.answer;
  return new Response(body === '' ? null : body, { status, headers });
}
