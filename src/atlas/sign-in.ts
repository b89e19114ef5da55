import { NetworkError } from './errors.ts';
import type { HttpAnswer, HttpRequest, Send } from './http.ts';
import { retryAfter } from './retry-after.ts';

/**
 * Sends a request that comes before the call that is meant: for a challenge, or a token. If it fails, nothing of the call
 * has been carried out, so the call may be tried again whatever its method is.
 */
export async function sendBeforeCall(send: Send, request: HttpRequest): Promise<HttpAnswer> {
  try {
    const answer = await send(request);
    const passes = answer.status >= 500 || answer.status === 408 || answer.status === 429;
    if (passes) throw signInFailed(request, answer);
    return answer;
  } catch (error) {
    if (!(error instanceof NetworkError) || error.kind !== 'broken') throw error;
    throw new NetworkError(error.message, { kind: 'refused', cause: error });
  }
}

/** A sign-in that came to nothing for now, so that the call was never sent. */
export function signInFailed(
  { url }: Pick<HttpRequest, 'url'>,
  { status, headers }: HttpAnswer,
  problem = '',
): NetworkError {
  return new NetworkError(`${new URL(url).host} answered ${status} to the sign-in${problem}`, {
    kind: 'refused',
    cause: undefined,
    retryAfter: retryAfter(headers),
  });
}
