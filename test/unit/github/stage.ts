import { type GitHubClient, openGitHub } from '../../../src/github/client.ts';
import { GitHubError } from '../../../src/github/errors.ts';
import { limitOf } from '../../../src/github/limits.ts';
import type { Clock } from '../../../src/runner/context.ts';
import { virtualClock } from '../../../src/simulator/clock.ts';
import { createGitHubSimulator, type GitHubSimulatorOptions } from '../../../src/simulator/github/github.ts';

export const repository = 'acme/shop';

interface OpenOptions {
  readonly apiUrl?: string;
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
  /** Milliseconds that GitHub is waited for; an hour unless given. */
  readonly within?: number;
}

/** A simulated GitHub with the private repository acme/shop and its pull request 7, on a clock that waiting moves. */
export function setStage({
  isPrivate = true,
  ...options
}: Pick<GitHubSimulatorOptions, 'apiPath'> & { isPrivate?: boolean } = {}) {
  const time = virtualClock('2026-11-21T12:00:00Z');
  const github = createGitHubSimulator({ ...options, clock: time });
  const shop = github.seedRepository({ name: repository, isPrivate, formerNames: ['acme/old-shop'] });
  const pull = github.seedPullRequest(shop, { number: 7 });
  const lines: string[] = [];
  const start = time.now();

  const clock: Clock = {
    now: time.now,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      time.advance(milliseconds);
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
    timeout: () => new AbortController().signal,
  };

  function open(token: string, { within = 3_600_000, ...more }: OpenOptions = {}): Promise<GitHubClient> {
    return openGitHub({
      token,
      apiUrl: `https://api.github.com${options.apiPath ?? ''}`,
      fetch: github.fetch,
      random: () => 0.5,
      limit: limitOf(within, { clock, words: 'of this test' }),
      signal: new AbortController().signal,
      log: (line) => lines.push(line),
      clock,
      ...more,
    });
  }

  /** A client with the GITHUB_TOKEN of a job that may comment. */
  const openAsJob = () => open(github.seedJobToken(shop, { contents: 'read', 'pull-requests': 'write' }));

  /** Method, path below the repository and status of every request. */
  const calls = () =>
    github.requests.map(
      ({ method, path, status }) => `${method} ${path.replace(/^.*\/repos\/acme\/[\w-]+/, '')} ${status ?? 'cut'}`,
    );

  return { github, shop, pull, lines, open, openAsJob, calls, waited: () => time.now() - start };
}

/** What a promise that must fail fails with. */
export async function failureOf(work: Promise<unknown>): Promise<Error> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('This should have failed.');
}

export async function gitHubErrorOf(work: Promise<unknown>): Promise<GitHubError> {
  const error = await failureOf(work);
  if (error instanceof GitHubError) return error;
  throw error;
}
