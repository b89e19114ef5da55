import { GitHubError, type GitHubErrorKind } from './errors.ts';
import type { TimeLimit } from './limits.ts';

export interface RetryOptions {
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** Told of every repetition, in a line for the log. */
  readonly log: (line: string) => void;
  /** No repetition starts after it. */
  readonly limit: TimeLimit;
}

/** When a request may be sent again: always, only if twice does no harm, or not at all. */
const repetition: Readonly<Record<GitHubErrorKind, 'always' | 'if-repeatable' | 'never'>> = {
  'rate-limited': 'always',
  refused: 'always',
  'server-error': 'if-repeatable',
  unreadable: 'if-repeatable',
  lost: 'if-repeatable',
  unauthorized: 'never',
  forbidden: 'never',
  'not-found': 'never',
  rejected: 'never',
  untrusted: 'never',
};

const ATTEMPTS = 5;

/** Milliseconds. GitHub asks for at least a minute after a secondary rate limit that names no time. */
const waits = { base: 1_000, cap: 10_000, rateLimited: 60_000, longest: 120_000 };

/** Repeats what may be repeated. Nothing waits longer than two minutes for one repetition: the job is paid by the minute. */
export async function retried<Answer>(
  ask: () => Promise<Answer>,
  { repeatable, ...options }: RetryOptions & { readonly repeatable: boolean },
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      const again = error instanceof GitHubError && mayRepeat(error, repeatable) && attempt < ATTEMPTS;
      const wait = again ? waitBefore(attempt, error, options.random) : waits.longest + 1;
      if (!again || wait > waits.longest || !options.limit.fits(wait)) throw error;
      const seconds = (wait / 1_000).toFixed(1);
      options.log(`${error.message} Trying again in ${seconds} s (${attempt + 1} of ${ATTEMPTS}).`);
      if (!(await options.limit.sleep(wait, options.signal))) throw error;
    }
  }
}

function mayRepeat({ kind }: GitHubError, repeatable: boolean): boolean {
  return repetition[kind] === 'always' || (repetition[kind] === 'if-repeatable' && repeatable);
}

/** GitHub's own time decides, with a tenth more to keep parallel jobs apart; else full jitter. */
function waitBefore(attempt: number, { kind, retryAfter }: GitHubError, random: () => number): number {
  if (kind === 'rate-limited' || retryAfter !== undefined) {
    return (retryAfter ?? waits.rateLimited) * (1 + random() / 10);
  }
  return Math.min(waits.cap, waits.base * 2 ** (attempt - 1)) * random();
}
