import { NetworkError } from './errors.ts';
import type { HttpAnswer, HttpRequest, Send } from './http.ts';
import { retryAfter } from './retry-after.ts';

/** Statuses that pass by themselves. */
const PASSING = [408, 429, 500, 502, 503, 504];

/**
 * Sends a request that comes before the call that is meant: for a challenge, or a token. If it fails, nothing of the call
 * has been carried out, so the call may be tried again whatever its method is.
 */
export async function sendBeforeCall(send: Send, request: HttpRequest): Promise<HttpAnswer> {
  try {
    const answer = await send(request);
    if (!PASSING.includes(answer.status)) return answer;
    throw new NetworkError(`${new URL(request.url).host} answered ${answer.status} to the sign-in`, {
      kind: 'refused',
      cause: undefined,
      retryAfter: retryAfter(answer.headers),
    });
  } catch (error) {
    if (!(error instanceof NetworkError) || error.kind !== 'broken') throw error;
    throw new NetworkError(error.message, { kind: 'refused', cause: error });
  }
}
