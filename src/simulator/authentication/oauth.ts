import { type AnswerContext, failure, plainJson } from '../answers.ts';
import type { BucketSize, Buckets, Draft } from '../buckets.ts';
import { AtlasError } from '../errors.ts';
import { base64UrlAlphabet } from '../random.ts';
import type { Answer } from '../wire.ts';
import type { World } from '../world/types.ts';
import type { ServiceAccount } from './credentials.ts';

interface Token {
  readonly account: ServiceAccount;
  readonly expiresAt: number;
}

/** One request to the token or the revoke endpoint. */
export interface OAuthRequest {
  readonly path: string;
  readonly authorization: string;
  readonly contentType: string;
  readonly body: string;
  readonly address: string;
}

/** Mints, revokes and recognises bearer tokens. */
export interface OAuth {
  answer(request: OAuthRequest, context: AnswerContext): Answer;
  accountOf(token: string): ServiceAccount | undefined;
}

/** Where tokens are minted, outside the versioned API. */
export const tokenPath = '/api/oauth/token';
/** Where tokens are given back. */
export const revokePath = '/api/oauth/revoke';
const lifetimeSeconds = 3600;
const mostLiveTokens = 100;
const mintBucket: BucketSize = { capacity: 50, refill: 50, periodSeconds: 60 };

/** Makes the OAuth half of the authentication. */
export function createOAuth(world: World, buckets: Buckets): OAuth {
  const tokens: Tokens = new Map();
  return {
    accountOf: (text) => {
      const token = tokens.get(text);
      return token !== undefined && isLive(token, world.clock.now()) ? token.account : undefined;
    },
    answer: (request, context) => {
      const [clientId, secret] = basicCredentials(request.authorization);
      const isMint = request.path === tokenPath;
      const draft = isMint ? buckets.take('oauthToken', `${request.address} ${clientId}`, mintBucket) : undefined;
      if (draft?.granted === false) return failure(context, tooManyTokens(draft));
      const account = world.serviceAccounts.find((known) => known.clientId === clientId && known.secret === secret);
      if (account === undefined) return refusal(context, 401, ['invalid_client', 'Invalid client credentials']);
      if (!request.contentType.startsWith('application/x-www-form-urlencoded')) {
        return refusal(context, 400, ['invalid_request', 'the body must be a form']);
      }
      const form = new URLSearchParams(request.body);
      const order = { world, tokens, account, form, context };
      return isMint ? mint(order) : revoke(order);
    },
  };
}

type Tokens = Map<string, Token>;

/** What an account asks for, once it is known to be the account. */
interface Order {
  readonly world: World;
  readonly tokens: Tokens;
  readonly account: ServiceAccount;
  readonly form: URLSearchParams;
  readonly context: AnswerContext;
}

function mint({ world, tokens, account, form, context }: Order): Answer {
  const now = world.clock.now();
  if (form.get('grant_type') !== 'client_credentials') {
    return refusal(context, 400, ['unsupported_grant_type', 'grant_type must be client_credentials']);
  }
  const live = Array.from(tokens.values()).filter((token) => token.account === account && isLive(token, now));
  if (live.length >= mostLiveTokens) {
    return refusal(context, 403, ['access_denied', 'The limit of active access tokens has been reached']);
  }
  const token = jsonWebToken(world, account);
  tokens.set(token, { account, expiresAt: now + lifetimeSeconds * 1000 });
  return plainJson(context, 200, { access_token: token, expires_in: lifetimeSeconds, token_type: 'Bearer' });
}

function revoke({ tokens, account, form, context }: Order): Answer {
  const text = form.get('token');
  if (text === null) return refusal(context, 400, ['invalid_request', 'token is missing']);
  if (tokens.get(text)?.account === account) tokens.delete(text);
  return plainJson(context, 200, {});
}

function isLive({ expiresAt }: Token, now: number): boolean {
  return now < expiresAt;
}

/** Errors of OAuth have their own form (RFC 6749), not Atlas's. */
function refusal(context: AnswerContext, status: number, [error, text]: readonly [string, string]): Answer {
  return plainJson(context, status, { error, error_description: text });
}

function tooManyTokens({ size, retryAfterSeconds }: Draft): AtlasError {
  return new AtlasError({
    status: 429,
    errorCode: 'RATE_LIMITED',
    detail: `Resource ${tokenPath} is limited to ${size.capacity} requests every 1 minutes.`,
    parameters: [tokenPath, size.capacity, 1],
    headers: { 'Retry-After': String(retryAfterSeconds) },
  });
}

function basicCredentials(authorization: string): readonly [id: string, secret: string] {
  const [, encoded = ''] = /^Basic\s+(\S+)$/i.exec(authorization) ?? [];
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? ['', ''] : [text.slice(0, colon), text.slice(colon + 1)];
}

function jsonWebToken(world: World, account: ServiceAccount): string {
  const issued = Math.floor(world.clock.now() / 1000);
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = {
    iss: 'https://cloud.mongodb.com',
    sub: account.clientId,
    iat: issued,
    exp: issued + lifetimeSeconds,
    jti: world.newId(),
  };
  const signature = world.noise.characters(base64UrlAlphabet, 86);
  return `${encode({ alg: 'ES512', typ: 'JWT' })}.${encode(claims)}.${signature}`;
}
