import { type AtlasErrorOptions, errorBody } from './errors.ts';
import type { Json, JsonObject } from './json.ts';
import type { Random } from './random.ts';
import type { Answer } from './wire.ts';

/** What an operation wants to answer; the frame adds headers and form. */
export interface Reply {
  readonly status: number;
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AnswerContext {
  readonly now: number;
  readonly random: Random;
  readonly query: URLSearchParams;
  readonly method: string;
  /** Headers that the request has earned so far: rate limits, deprecation, Java method. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Turns a reply into the answer of one resource version. */
export function success(context: AnswerContext, reply: Reply & { readonly version: string }): Answer {
  return {
    status: reply.status,
    headers: {
      ...commonHeaders(context),
      'Content-Type': `application/vnd.atlas.${reply.version}+json;charset=utf-8`,
      ...context.headers,
      ...reply.headers,
    },
    body: reply.body === undefined ? '' : written(context.query, enveloped(context.query, reply.status, reply.body)),
  };
}

/** Turns an error into an answer: always plain JSON, with its code in a header. */
export function failure(context: AnswerContext, error: AtlasErrorOptions): Answer {
  return {
    status: error.status,
    headers: {
      ...commonHeaders(context),
      'Content-Type': 'application/json',
      ...(context.method === 'GET' ? { Vary: 'Accept-Encoding' } : {}),
      'X-Error-Code': error.errorCode,
      ...context.headers,
      ...error.headers,
    },
    body: written(context.query, enveloped(context.query, error.status, errorBody(error))),
  };
}

/** Answers JSON outside the versioned API. */
export function plainJson(context: AnswerContext, status: number, body: JsonObject): Answer {
  return {
    status,
    headers: { ...commonHeaders(context), 'Content-Type': 'application/json', ...context.headers },
    body: JSON.stringify(body),
  };
}

/** Headers that every answer of Atlas carries. */
export function commonHeaders({ now, random }: Pick<AnswerContext, 'now' | 'random'>): Record<string, string> {
  return {
    Date: new Date(now).toUTCString(),
    Server: 'mdbws',
    'Strict-Transport-Security': 'max-age=31536000; includeSubdomains;',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Permitted-Cross-Domain-Policies': 'none',
    'X-Java-Version': '17.0.19+10-LTS',
    'X-MongoDB-Service-Version': 'gitHash=0000000000000000000000000000000000000000; versionString=simulator',
    'X-Envoy-Upstream-Service-Time': String(random.integer(40, 300)),
  };
}

function enveloped(query: URLSearchParams, status: number, body: Json): Json {
  if (query.get('envelope') !== 'true') return body;
  const isList = typeof body === 'object' && body !== null && 'results' in body;
  return isList ? { status, ...body } : { status, content: body };
}

function written(query: URLSearchParams, body: Json): string {
  return query.get('pretty') === 'true' ? JSON.stringify(body, null, 2) : JSON.stringify(body);
}
