import { randomBytes } from 'node:crypto';
import { DigestClient } from 'digest-fetch';
import { type DigestChallenge, parseDigestChallenge } from './challenge.ts';
import { NetworkError } from './errors.ts';
import type { HttpRequest, Send } from './http.ts';
import { isMissingRights } from './rights.ts';
import { sendBeforeCall } from './sign-in.ts';
import { singleFlight } from './single-flight.ts';

export interface ApiKey {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A nonce of the server, and how often it has been used. */
interface Session {
  readonly challenge: DigestChallenge;
  readonly clientNonce: string;
  count: number;
}

const ATTEMPTS = 3;

/**
 * Signs requests with an API key (HTTP Digest). digest-fetch computes the header; the exchange is ours, because its own
 * counts nonces in decimal and after the answer, asks for a challenge per parallel call and ignores `stale`.
 *
 * One unsigned GET fetches the challenge, whatever the first call is: N calls cost N + 1 requests, in parallel too, and
 * a body is never sent unsigned. Atlas lets nonces age (Ops Manager: 60 s), so only a refusal of a nonce that nobody has
 * used before means bad credentials.
 */
export function signingWithDigest(send: Send, { key, challengeUrl }: { key: ApiKey; challengeUrl: string }): Send {
  let session: Session | undefined;
  const open = singleFlight(async (request: HttpRequest) => {
    session = await askForChallenge(send, { url: challengeUrl, request });
    return session;
  });

  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      const used = session ?? (await open(request));
      used.count += 1;
      const wasNew = used.count === 1;
      const answer = await send({
        ...request,
        headers: { ...request.headers, Authorization: sign(request, key, used) },
      });
      if (answer.status !== 401 || isMissingRights(answer) || attempt === ATTEMPTS) return answer;

      const challenge = parseDigestChallenge(answer.headers.get('WWW-Authenticate'));
      const usedByThisCallOnly = wasNew && used.count === 1;
      if (!challenge || (usedByThisCallOnly && !challenge.stale)) return answer;
      if (session === used) session = newSession(challenge);
    }
  };
}

async function askForChallenge(send: Send, { url, request }: { url: string; request: HttpRequest }): Promise<Session> {
  const headers = { Accept: request.headers.Accept ?? '*/*' };
  const answer = await sendBeforeCall(send, { method: 'GET', url, headers, signal: request.signal });
  const challenge = parseDigestChallenge(answer.headers.get('WWW-Authenticate'));
  if (answer.status === 401 && challenge) return newSession(challenge);
  throw new NetworkError(
    `${new URL(url).host} answered ${answer.status} and no Digest challenge, as Atlas would; check base-url, or the proxy in between`,
    { kind: 'final', cause: undefined },
  );
}

function newSession(challenge: DigestChallenge): Session {
  return { challenge, clientNonce: randomBytes(16).toString('hex'), count: 0 };
}

/** The Authorization header for one request. Nothing that holds the private key outlives this call. */
function sign(
  { method, url }: HttpRequest,
  { publicKey, privateKey }: ApiKey,
  { challenge, clientNonce, count }: Session,
): string {
  const signer = new DigestClient(publicKey, privateKey, { algorithm: challenge.algorithm });
  signer.hasAuth = true;
  Object.assign(signer.digest, {
    scheme: 'Digest',
    ...challenge,
    opaque: challenge.opaque ?? null,
    qop: challenge.qop ?? null,
    cnonce: clientNonce,
    // digest-fetch pads this to eight digits; RFC 7616 wants it in hexadecimal.
    nc: count.toString(16),
  });
  const options: { method: string; headers: Record<string, string> } = { method, headers: {} };
  signer.addAuth(url, options);
  return options.headers.Authorization ?? '';
}
