import { z } from 'zod';
import type { Clock } from './clock.ts';
import { parseJson, readErrorAnswer } from './error-answer.ts';
import { AtlasError } from './errors.ts';
import type { HttpAnswer, HttpRequest, Send } from './http.ts';
import { isMissingRights } from './rights.ts';
import { sendBeforeCall, signInFailed } from './sign-in.ts';
import { singleFlight } from './single-flight.ts';

export interface ServiceAccount {
  readonly clientId: string;
  readonly clientSecret: string;
}

interface Token {
  readonly value: string;
  /** From then on a new one is fetched before the next call. */
  readonly refreshAt: number;
  /** Atlas has answered a call with it, so it was good once. */
  accepted: boolean;
}

/** A token is replaced this long before it ends, or after four fifths of a shorter life. */
const REFRESH_AHEAD_MS = 300_000;

/**
 * Signs requests with a service account's token (OAuth 2 client credentials). One token serves all calls of the process:
 * minting is limited to some 50 a minute and 100 live ones per account. It is fetched again ahead of its end, and once
 * when Atlas refuses a token that it had accepted before.
 */
export function signingWithToken(
  send: Send,
  options: {
    account: ServiceAccount;
    baseUrl: string;
    clock: Clock;
    onToken: (token: string) => void;
  },
): Send {
  let token: Token | undefined;
  const mint = singleFlight(async (signal: AbortSignal) => {
    const minted = await requestToken(send, { ...options, signal });
    options.onToken(minted.value);
    token = minted;
    return minted;
  });

  return async (request) => {
    for (let attempt = 1; ; attempt++) {
      const current = token && options.clock.now() < token.refreshAt ? token : await mint(request.signal);
      const wasAccepted = current.accepted;
      const answer = await send(withBearer(request, current));
      if (answer.status !== 401) current.accepted = true;
      if (answer.status !== 401 || isMissingRights(answer) || !wasAccepted || attempt === 2) return answer;
      if (token === current) token = undefined;
    }
  };
}

function withBearer(request: HttpRequest, { value }: Token): HttpRequest {
  return { ...request, headers: { ...request.headers, Authorization: `Bearer ${value}` } };
}

const tokenBody = z.object({ access_token: z.string().regex(/^[\x21-\x7e]+$/), expires_in: z.number().positive() });

async function requestToken(
  send: Send,
  { account, baseUrl, clock, signal }: { account: ServiceAccount; baseUrl: string; clock: Clock; signal: AbortSignal },
): Promise<Token> {
  const body = { grant_type: 'client_credentials' };
  const request = oauthRequest({ account, url: `${baseUrl}/api/oauth/token`, body, signal });
  const answer = await sendBeforeCall(send, request);
  if (answer.status !== 200) throw tokenRefusal(answer);
  const granted = tokenBody.safeParse(parseJson(answer.text));
  if (!granted.success) throw signInFailed(request, answer, ' with a body that has no access_token in it');
  const lifetime = granted.data.expires_in * 1_000;
  return {
    value: granted.data.access_token,
    refreshAt: clock.now() + Math.max(lifetime - REFRESH_AHEAD_MS, lifetime * 0.8),
    accepted: false,
  };
}

/** Gives a token back. Resolves to whether Atlas confirmed it; a token that stays lives an hour at most. */
export async function revokeToken(
  send: Send,
  { account, baseUrl, token, signal }: { account: ServiceAccount; baseUrl: string; token: string; signal: AbortSignal },
): Promise<boolean> {
  const body = { token, token_type_hint: 'access_token' };
  const answer = await send(oauthRequest({ account, url: `${baseUrl}/api/oauth/revoke`, body, signal }));
  return answer.status === 200;
}

/** Base64 of `id:secret`, as it stands in the Basic header: a secret of its own. MongoDB's server wants it unescaped. */
export function basicPair({ clientId, clientSecret }: ServiceAccount): string {
  return Buffer.from(`${clientId}:${clientSecret}`, 'utf8').toString('base64');
}

function oauthRequest({
  account,
  url,
  body,
  signal,
}: {
  account: ServiceAccount;
  url: string;
  body: Record<string, string>;
  signal: AbortSignal;
}): HttpRequest {
  return {
    method: 'POST',
    url,
    headers: {
      Authorization: `Basic ${basicPair(account)}`,
      Accept: 'application/json',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(body).toString(),
    signal,
  };
}

const mintingAttempt = { task: 'get an access token for the service account' };

const oauthError = z.object({ error: z.string(), error_description: z.string().optional() });

function tokenRefusal(answer: HttpAnswer): AtlasError {
  const oauth = oauthError.safeParse(parseJson(answer.text)).data;
  const { code, detail, parameters } = readErrorAnswer(answer);
  return new AtlasError(mintingAttempt, {
    status: answer.status,
    code: oauth?.error ?? (answer.status === 401 ? 'invalid_client' : code),
    detail: detail ?? oauth?.error_description,
    parameters,
  });
}
