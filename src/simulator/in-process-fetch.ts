import type { Arrival, Exchange, Outcome } from './wire.ts';

/** Makes a `fetch` that asks a simulated server without a network, and fails like undici when a connection breaks. */
export function createFetch(exchange: Exchange): typeof fetch {
  return async (input, init) => {
    // The request's own signal follows the caller's weakly, and may be collected before it aborts.
    const signal = init?.signal ?? undefined;
    signal?.throwIfAborted();
    const arrival = plainArrival(input, init) ?? (await arrivalOf(new Request(input, init)));
    signal?.throwIfAborted();
    const outcome = await exchange(signal === undefined ? arrival : { ...arrival, signal });
    arrival.signal.throwIfAborted();
    signal?.throwIfAborted();
    return responseOf(outcome);
  };
}

const NEVER = new AbortController().signal;

/** An address and a text, as a client sends them; a `Request` of them would say the same, and take most of the time. */
function plainArrival(input: Parameters<typeof fetch>[0], init: RequestInit = {}): Arrival | undefined {
  const { method = 'GET', headers: given, body, signal } = init;
  const isPlain = typeof input === 'string' && (typeof body === 'string' || body === undefined || body === null);
  if (!isPlain || (method === 'GET' && typeof body === 'string')) return undefined;
  const { origin, pathname, search } = new URL(input);
  const headers = new Headers(given);
  if (typeof body === 'string' && !headers.has('Content-Type')) headers.set('Content-Type', 'text/plain;charset=UTF-8');
  const target = `${pathname}${search}`;
  return { method, origin, target, headers, body: body ?? '', address: '127.0.0.1', signal: signal ?? NEVER };
}

async function arrivalOf(request: Request): Promise<Arrival> {
  const { url, method, headers, signal } = request;
  const { origin, pathname, search } = new URL(url);
  return {
    method,
    origin,
    target: `${pathname}${search}`,
    headers,
    body: await request.text(),
    address: '127.0.0.1',
    signal,
  };
}

function responseOf(outcome: Outcome): Response {
  if (outcome.kind === 'dropped') {
    const text = outcome.code === 'ECONNREFUSED' ? 'connect ECONNREFUSED' : 'read ECONNRESET';
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(text), { code: outcome.code }) });
  }
  const { status, headers, body } = outcome.answer;
  return new Response(body === '' ? null : body, { status, headers });
}
