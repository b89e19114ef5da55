import type { Json } from '../json.ts';
import type { Answer } from '../wire.ts';

/** What is to be answered; the frame adds headers and form. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
}

const documentation = 'https://docs.github.com/rest';

/** Says no the way GitHub does: the status stands in the body too, as a text. */
export class Refusal extends Error {
  readonly reply: Reply;

  constructor(
    status: number,
    message: string,
    more: { errors?: readonly Json[]; headers?: Record<string, string> } = {},
  ) {
    super(message);
    const { errors, headers } = more;
    this.reply = {
      status,
      ...(headers === undefined ? {} : { headers }),
      body: {
        message,
        ...(errors === undefined ? {} : { errors }),
        documentation_url: documentation,
        status: String(status),
      },
    };
  }
}

/** What is not there, and what one may not know of. */
export function notFound(): Refusal {
  return new Refusal(404, 'Not Found');
}

/** A field that GitHub does not take. */
export function invalid(resource: string, field: string, message: string): Refusal {
  return new Refusal(422, 'Validation Failed', { errors: [{ resource, code: 'unprocessable', field, message }] });
}

/** A limit on bursts; GitHub answers 403 or 429 to it. */
export function secondaryRateLimit(status: number, retryAfterSeconds: number | undefined): Refusal {
  const message =
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. ' +
    'If you reach out to GitHub Support for help, please include the request ID.';
  return new Refusal(
    status,
    message,
    retryAfterSeconds === undefined ? {} : { headers: { 'Retry-After': String(retryAfterSeconds) } },
  );
}

/** Puts a reply into the form that goes over the wire. */
export function answerOf({ status, headers, body }: Reply, now: number): Answer {
  return {
    status,
    headers: {
      Date: new Date(now).toUTCString(),
      Server: 'github.com',
      'X-GitHub-Media-Type': 'github.v3; format=json',
      'X-GitHub-Api-Version-Selected': '2022-11-28',
      'X-GitHub-Request-Id': 'F00D:BEEF:1:2:3',
      'X-RateLimit-Limit': '5000',
      'X-RateLimit-Remaining': '4999',
      'X-RateLimit-Reset': String(Math.floor(now / 1_000) + 3_600),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
      ...headers,
    },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}
