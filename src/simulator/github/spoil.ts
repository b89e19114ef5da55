import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, FaultKind } from '../faults.ts';
import { Refusal, responseOf, secondaryRateLimit } from './answers.ts';

/** What a fault works on. */
export interface Subject {
  readonly perform: () => Response;
  readonly now: number;
  readonly signal: AbortSignal;
}

/** Answers a request, or spoils it the way its fault says. A connection that breaks is thrown, as fetch throws it. */
export async function withFault(fault: Fault | undefined, subject: Subject): Promise<Response> {
  if (fault === undefined) return subject.perform();
  return await behaviours[fault.kind](subject, fault);
}

type Behaviour = (subject: Subject, fault: Fault) => Response | Promise<Response>;

const behaviours: Readonly<Record<FaultKind, Behaviour>> = {
  refuse: () => broken('ECONNREFUSED'),
  'cut-before': () => broken('ECONNRESET'),
  'cut-after': ({ perform }) => {
    perform();
    return broken('ECONNRESET');
  },
  'status-401': ({ now }) => responseOf(new Refusal(401, 'Bad credentials').answer, now),
  'status-429': ({ now }, { retryAfterSeconds }) => responseOf(secondaryRateLimit(429, retryAfterSeconds).answer, now),
  'status-500': serverError,
  'status-500-after': (subject) => {
    subject.perform();
    return serverError(subject);
  },
  'status-503-empty': () => new Response(null, { status: 503 }),
  garbage: ({ perform }) => {
    const { status, headers } = perform();
    return new Response('{"id": 20', { status: status === 204 ? 200 : status, headers });
  },
  slow: async ({ perform, signal }, { milliseconds = 1_000, effect = true }) => {
    const done = effect ? perform() : undefined;
    await pause(milliseconds, undefined, { signal }).catch(() => broken('ECONNRESET'));
    return done ?? perform();
  },
  stall: async ({ perform, signal }, { effect = true }) => {
    if (effect) perform();
    await new Promise((resolve) => {
      if (signal.aborted) resolve(undefined);
      else signal.addEventListener('abort', resolve, { once: true });
    });
    return broken('ECONNRESET');
  },
  error: ({ now }, { status = 422, detail = 'Validation Failed', retryAfterSeconds }) => {
    const headers = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
    return responseOf(new Refusal(status, detail, { headers }).answer, now);
  },
};

function serverError({ now }: Subject): Response {
  return responseOf(new Refusal(502, 'Server Error').answer, now);
}

/** Breaks the connection: undici tells of it in the cause of a TypeError. */
function broken(code: 'ECONNREFUSED' | 'ECONNRESET'): never {
  const text = code === 'ECONNREFUSED' ? 'connect ECONNREFUSED' : 'read ECONNRESET';
  throw new BrokenConnection(code, text);
}

/** A connection that a fault has broken. */
export class BrokenConnection extends TypeError {
  readonly code: 'ECONNREFUSED' | 'ECONNRESET';

  constructor(code: BrokenConnection['code'], text: string) {
    super('fetch failed', { cause: Object.assign(new Error(text), { code }) });
    this.code = code;
  }
}
