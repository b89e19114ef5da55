import { createHash } from 'node:crypto';
import { timestamp } from './clock.ts';
import type { FaultKind, Leg } from './faults.ts';
import { isJsonObject, type Json } from './json.ts';

/** One request that arrived, as tests and the control surface see it. It holds no secret in clear. */
export interface RequestRecord {
  readonly index: number;
  /** Simulated time of arrival. */
  readonly at: string;
  readonly method: string;
  /** Path and query as received. */
  readonly path: string;
  readonly host: string;
  readonly address: string;
  readonly pathTemplate?: string;
  readonly operationId?: string;
  readonly leg?: Leg;
  /** Scheme of the Authorization header, and who it names. */
  readonly authorization: 'none' | 'basic' | 'digest' | 'bearer' | 'other';
  readonly caller?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Json;
  /** Status answered; absent while unanswered and where the connection was dropped. */
  readonly status?: number;
  readonly fault?: FaultKind;
}

/** An arriving request before anything is known about it. */
export interface RequestFacts {
  readonly now: number;
  readonly method: string;
  readonly target: string;
  readonly origin: string;
  readonly address: string;
  readonly headers: Headers;
  readonly body: string;
}

/** Adds what became known to a record. */
export type Amend = (facts: Partial<RequestRecord>) => void;

/** Puts a request into the log and returns the way to complete its record. */
export function recordRequest(log: RequestRecord[], facts: RequestFacts): Amend {
  const index = log.length;
  const body = recordedBody(facts.body, facts.headers.get('content-type') ?? '');
  log.push({
    index,
    at: timestamp(facts.now),
    method: facts.method,
    path: facts.target,
    host: new URL(facts.origin).host,
    address: facts.address,
    authorization: schemeOf(facts.headers.get('authorization')),
    headers: Object.fromEntries(Array.from(facts.headers).filter(([name]) => !secretHeaders.includes(name))),
    ...(body === undefined ? {} : { body }),
  });
  return (more) => {
    const record = log[index];
    if (record !== undefined) log[index] = { ...record, ...more };
  };
}

const secretHeaders = ['authorization', 'proxy-authorization', 'cookie'];
const secretFields = ['password', 'token', 'client_secret', 'secret'];

function schemeOf(authorization: string | null): RequestRecord['authorization'] {
  if (authorization === null) return 'none';
  const scheme = authorization.split(' ')[0]?.toLowerCase();
  return scheme === 'basic' || scheme === 'digest' || scheme === 'bearer' ? scheme : 'other';
}

function recordedBody(text: string, contentType: string): Json | undefined {
  if (text === '') return undefined;
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return withoutSecrets(Object.fromEntries(new URLSearchParams(text)));
  }
  try {
    return withoutSecrets(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Replaces secrets by a fingerprint, so that a test can still tell two of them apart. */
function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      secretFields.includes(key) && typeof field === 'string' ? fingerprint(field) : withoutSecrets(field ?? null),
    ]),
  );
}

/** Names a secret without giving it away. */
export function fingerprint(secret: string): string {
  return `[sha256 ${createHash('sha256').update(secret).digest('hex').slice(0, 12)}]`;
}
