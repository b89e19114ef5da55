import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';
import { parseJson } from './error-answer.ts';
import { NetworkError } from './errors.ts';
import type { HttpAnswer, HttpRequest, Method, Send } from './http.ts';
import { retryAfter } from './retry-after.ts';

/** What may be sent again, and when: data, so that it can be read in one glance. */
interface RetryRule {
  readonly statuses: readonly number[];
  /** Also a success whose body breaks off, or is no JSON at all. */
  readonly unreadable: boolean;
  readonly network: readonly NetworkError['kind'][];
}

/** A repetition does no harm. */
const harmless: RetryRule = {
  statuses: [408, 429, 500, 502, 503, 504],
  unreadable: true,
  network: ['refused', 'broken'],
};

/** Only where nothing was executed; anything else must be looked up by whoever knows what the request makes. */
const onlyIfNotExecuted: RetryRule = { statuses: [429], unreadable: false, network: ['refused'] };

const retryRules: Readonly<Record<Method, RetryRule>> = {
  GET: harmless,
  PUT: harmless,
  DELETE: harmless,
  POST: onlyIfNotExecuted,
  PATCH: onlyIfNotExecuted,
};

const ATTEMPTS = 6;

/** Milliseconds. Atlas advises 10, 20, 40 s for rate limits without a Retry-After. */
const backoff = { base: 1_000, rateLimited: 10_000, cap: 30_000 };

export interface RetryOptions {
  readonly clock: Clock;
  readonly random: () => number;
  /** Told of every repetition, in a line for the log. */
  readonly log: (line: string) => void;
  /** No repetition starts after it. */
  readonly deadline: Deadline;
}

/** Sends again what may be sent again. An answer that is given up on is returned as it is. */
export function retrying(send: Send, options: RetryOptions): Send {
  return async (request) => {
    const rule = request.repeat === 'if-not-executed' ? onlyIfNotExecuted : retryRules[request.method];
    for (let attempt = 1; ; attempt++) {
      const outcome = await attemptOnce(send, request);
      const wait = attempt < ATTEMPTS ? waitBefore(attempt, { outcome, rule, random: options.random }) : undefined;
      if (wait === undefined || options.clock.now() + wait > options.deadline.at) return settle(outcome);
      const line = `${request.method} ${new URL(request.url).pathname}: ${describe(outcome)}`;
      options.log(`${line}; trying again in ${(wait / 1_000).toFixed(1)} s (${attempt + 1} of ${ATTEMPTS}).`);
      await options.clock.sleep(wait, request.signal);
    }
  };
}

type Outcome = { readonly answer: HttpAnswer } | { readonly error: NetworkError };

async function attemptOnce(send: Send, request: HttpRequest): Promise<Outcome> {
  try {
    return { answer: await send(request) };
  } catch (error) {
    if (error instanceof NetworkError) return { error };
    throw error;
  }
}

function settle(outcome: Outcome): HttpAnswer {
  if ('error' in outcome) throw outcome.error;
  return outcome.answer;
}

/** Milliseconds until the next attempt, or undefined if there must be none. Atlas's Retry-After (0 included) decides. */
function waitBefore(
  attempt: number,
  { outcome, rule, random }: { outcome: Outcome; rule: RetryRule; random: () => number },
): number | undefined {
  if ('error' in outcome) {
    const { kind, retryAfter: asked } = outcome.error;
    if (!rule.network.includes(kind)) return undefined;
    return asked === undefined ? jittered(backoff.base, attempt, random) : obeying(asked, attempt, random);
  }
  const { status, headers } = outcome.answer;
  if (!rule.statuses.includes(status) && !(rule.unreadable && isUnreadable(outcome.answer))) return undefined;
  const asked = retryAfter(headers);
  if (asked !== undefined) return obeying(asked, attempt, random);
  return jittered(status === 429 ? backoff.rateLimited : backoff.base, attempt, random);
}

/** What Atlas asks for, a tenth more to keep parallel jobs apart. Who has been told «0» before waits a little all the same. */
function obeying(asked: number, attempt: number, random: () => number): number {
  const floor = attempt === 1 ? 0 : backoff.base * 2 ** (attempt - 2);
  return Math.max(asked, floor) * (1 + random() / 10);
}

/** Full jitter (AWS Architecture Blog, "Exponential Backoff and Jitter"). */
function jittered(base: number, attempt: number, random: () => number): number {
  return Math.min(backoff.cap, base * 2 ** (attempt - 1)) * random();
}

function isUnreadable({ status, text }: HttpAnswer): boolean {
  return status >= 200 && status < 300 && text !== '' && parseJson(text) === undefined;
}

function describe(outcome: Outcome): string {
  if ('error' in outcome) return outcome.error.message;
  const body = isUnreadable(outcome.answer) ? ' with a body that cannot be read' : '';
  return `Atlas answered ${outcome.answer.status}${body}`;
}
