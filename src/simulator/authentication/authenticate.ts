import { BlockList, isIP } from 'node:net';
import { type AnswerContext, commonHeaders } from '../answers.ts';
import { atlasError } from '../errors.ts';
import type { Random } from '../random.ts';
import type { Answer } from '../wire.ts';
import type { Caller } from './credentials.ts';
import type { Digest } from './digest.ts';
import type { OAuth } from './oauth.ts';

/** Who calls, or the 401 that asks for it. Nothing is used up before `commit`. */
export type Verdict =
  | { readonly caller: Caller; readonly commit: () => void }
  | { readonly caller?: never; readonly commit?: never; readonly challenge: (context: AnswerContext) => Answer };

export interface Credentials {
  readonly authorization: string;
  readonly method: string;
  readonly target: string;
}

/** Finds out who calls from the Authorization header, digest or bearer. */
export function authenticate(digest: Digest, oauth: OAuth, credentials: Credentials): Verdict {
  const [, scheme = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(credentials.authorization) ?? [];
  if (scheme.toLowerCase() === 'bearer') {
    const caller = oauth.accountOf(rest.trim());
    if (caller !== undefined) return { caller, commit: () => {} };
    return { challenge: (context) => unauthorized(context, 'Bearer error="invalid_token"') };
  }
  const verdict = scheme.toLowerCase() === 'digest' ? digest.verify(rest, credentials) : { stale: false };
  if ('key' in verdict && verdict.key !== undefined) return { caller: verdict.key, commit: verdict.commit };
  const stale = 'stale' in verdict && verdict.stale;
  return { challenge: (context) => unauthorized(context, digest.challenge(stale)) };
}

/** Refuses a caller whose address is not on its credential's own access list. */
export function checkCallerAddress(caller: Caller, address: string): void {
  if (caller.ipAccessList.length > 0 && !isListed(caller.ipAccessList, address)) {
    throw atlasError('IP_ADDRESS_NOT_ON_ACCESS_LIST', address);
  }
}

/** Answers 401 the way Atlas does without a right credential: the body has had three forms. */
export function unauthorized(context: AnswerContext, challenge: string): Answer {
  const body = challengeBody(context.random, context.method);
  return {
    status: 401,
    headers: {
      ...commonHeaders(context),
      ...(body === '' ? {} : { 'Content-Type': 'application/json' }),
      'WWW-Authenticate': challenge,
    },
    body,
  };
}

function challengeBody(random: Random, method: string): string {
  const fields = { error: 401, reason: 'Unauthorized', detail: 'You are not authorized for this resource.' };
  const forms = [fields, { ...fields, errorCode: 'UNEXPECTED_ERROR' }].map((form) => JSON.stringify(form, null, 2));
  if (method === 'DELETE') forms.push('');
  return forms[random.integer(0, forms.length - 1)] ?? '';
}

function isListed(entries: readonly string[], address: string): boolean {
  const list = new BlockList();
  for (const entry of entries) {
    const [network = '', prefix] = entry.split('/');
    const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
    if (prefix === undefined) list.addAddress(network, family);
    else list.addSubnet(network, Number(prefix), family);
  }
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
