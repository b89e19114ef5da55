import type { Arrival, Exchange, Outcome } from './wire.ts';

/** Makes a `fetch` that asks a simulated server without a network, and fails like undici when a connection breaks. */
export function createFetch(exchange: Exchange): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    // The request's own signal follows the caller's weakly, and may be collected before it aborts.
    const signal = init?.signal ?? request.signal;
    signal.throwIfAborted();
    const body = await request.text();
    signal.throwIfAborted();
    const outcome = await exchange({ ...arrivalOf(request, body), signal });
    signal.throwIfAborted();
    return responseOf(outcome);
  };
}

function arrivalOf({ url, method, headers, signal }: Request, body: string): Arrival {
  const { origin, pathname, search } = new URL(url);
  return { method, origin, target: `${pathname}${search}`, headers, body, address: '127.0.0.1', signal };
}

function responseOf(outcome: Outcome): Response {
  if (outcome.kind === 'dropped') {
    const text = outcome.code === 'ECONNREFUSED' ? 'connect ECONNREFUSED' : 'read ECONNRESET';
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(text), { code: outcome.code }) });
  }
  const { status, headers, body } = outcome.answer;
  return new Response(body === '' ? null : body, { status, headers });
}
