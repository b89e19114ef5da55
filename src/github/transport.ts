import type { Clock } from '../runner/context.ts';
import type { TimeLimit } from './limits.ts';
import { NetworkFailure, networkFailure } from './network.ts';

/** The part of `fetch` that octokit uses. */
export type SendRequest = (url: string, init: RequestInit) => Promise<Response>;

export interface TransportOptions {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly limit: TimeLimit;
}

const ANSWER_TIMEOUT_MS = 30_000;
const MOST_REDIRECTS = 3;

/**
 * Makes the lowest layer: a whole answer or a NetworkFailure. octokit would take a body that breaks off for an empty one, and
 * let fetch follow a redirect to any host with any method.
 */
export function createTransport(options: TransportOptions): SendRequest {
  return async (url, init) => {
    let target = new URL(url);
    for (let redirects = 0; ; redirects++) {
      const answer = await exchange(options, target, init);
      const location = REDIRECTS.has(answer.status) ? answer.headers.get('Location') : null;
      if (location === null) return answer;
      target = followed(URL.parse(location, target.href), { from: target, redirects });
    }
  };
}

/** A renamed repository answers with these; GitHub wants the same method again, which fetch would make a GET. */
const REDIRECTS = new Set([301, 302, 307, 308]);

function followed(to: URL | null, { from, redirects }: { from: URL; redirects: number }): URL {
  if (to === null || to.origin !== from.origin || redirects === MOST_REDIRECTS) {
    const where = to === null ? 'something that is no address' : to.host;
    throw new NetworkFailure(`${from.host} redirects to ${where}, which is not followed`, { kind: 'final' });
  }
  return to;
}

async function exchange(
  { fetch, clock, signal, limit }: TransportOptions,
  url: URL,
  init: RequestInit,
): Promise<Response> {
  if (limit.isOver()) throw new NetworkFailure(`nothing is left of ${limit.words}`, { kind: 'refused' });
  const timeout = clock.timeout(ANSWER_TIMEOUT_MS);
  try {
    const response = await fetch(url.href, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout, limit.signal]),
    });
    const { status, headers } = response;
    const text = await response.text();
    return new Response(text === '' ? null : text, { status, headers });
  } catch (error) {
    if (timeout.aborted || limit.signal.aborted) {
      const words = limit.signal.aborted ? limit.words : `${ANSWER_TIMEOUT_MS / 1_000} s`;
      throw new NetworkFailure(`${url.host} did not answer within ${words}`, { kind: 'broken', cause: error });
    }
    throw networkFailure(error, url.host);
  }
}
