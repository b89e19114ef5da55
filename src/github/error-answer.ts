import { z } from 'zod';
import type { ErrorAnswer, GitHubErrorKind } from './errors.ts';

/** What octokit throws for an answer that is not a success; only these fields are read. */
const thrownAnswer = z.object({
  response: z.object({ status: z.number(), headers: z.record(z.string(), z.unknown()), data: z.unknown() }),
});

const errorBody = z.object({ message: z.string(), errors: z.array(z.unknown()).optional() });
const detail = z.union([z.string(), z.object({ message: z.string() }).transform(({ message }) => message)]);

/** Reads GitHub's answer out of what octokit throws; undefined where there was none. */
export function readErrorAnswer(thrown: unknown, now: number): ErrorAnswer | undefined {
  const parsed = thrownAnswer.safeParse(thrown);
  if (!parsed.success) return undefined;
  const { status, data } = parsed.data.response;
  const header = (name: string) => {
    const value = parsed.data.response.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const said = messageOf(data);
  const kind = kindOf({ status, said, header });
  return { status, said, kind, retryAfter: retryAfter(header, now) };
}

type Header = (name: string) => string | undefined;

function messageOf(data: unknown): string | undefined {
  const body = errorBody.safeParse(data);
  if (!body.success) return undefined;
  const details = (body.data.errors ?? []).flatMap((error) => detail.safeParse(error).data ?? []);
  return [body.data.message, ...details].join(': ');
}

const KINDS: Readonly<Record<number, GitHubErrorKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'server-error',
  410: 'not-found',
  429: 'rate-limited',
};

/** Both limits of GitHub answer 403 or 429 (REST API, "Rate limits"). */
function kindOf({ status, said = '', header }: { status: number; said: string | undefined; header: Header }) {
  const limited = /rate limit/i.test(said) || header('retry-after') || header('x-ratelimit-remaining') === '0';
  if (status === 403 && limited) return 'rate-limited';
  return KINDS[status] ?? (status >= 500 ? 'server-error' : 'rejected');
}

function retryAfter(header: Header, now: number): number | undefined {
  const seconds = header('retry-after')?.trim();
  if (seconds !== undefined && /^\d+$/.test(seconds)) return Number(seconds) * 1_000;
  const reset = Number(header('x-ratelimit-reset'));
  if (header('x-ratelimit-remaining') !== '0' || !Number.isFinite(reset)) return undefined;
  const sentAt = Date.parse(header('date') ?? '');
  return Math.max(0, reset * 1_000 - (Number.isFinite(sentAt) ? sentAt : now));
}
