import type { Clock } from '../runner/context.ts';
import { readErrorAnswer } from './error-answer.ts';
import { type Attempt, answeredError, networkError, unreadableError } from './errors.ts';
import type { TimeLimit } from './limits.ts';
import { NetworkFailure } from './network.ts';
import { fill, type Operation, type Parameters } from './operation.ts';
import { type RetryOptions, retried } from './retry.ts';
import { createTransport } from './transport.ts';

export interface GitHubOptions extends RetryOptions {
  readonly clock: Clock;
  readonly token: string;
  /** `https://api.github.com`, or `https://HOST/api/v3` of a GitHub Enterprise Server: what the runner says in GITHUB_API_URL. */
  readonly apiUrl: string;
  readonly fetch: typeof fetch;
}

/** GitHub's REST API, with one token and one time limit. */
export interface GitHubClient {
  /** No request is sent after it, and none is waited for. */
  readonly limit: TimeLimit;
  readonly signal: AbortSignal;
  readonly log: (line: string) => void;
  /** Calls an operation. Throws a GitHubError with a message for the author. */
  call<Answer>(operation: Operation<Answer>, parameters: Parameters): Promise<Answer>;
  /** Goes through all items of a list, page by page. */
  items<Item>(operation: Operation<readonly Item[]>, parameters: Parameters): AsyncGenerator<Item>;
  /** Keeps the answer to a question for as long as this client lives; a failure is not kept. */
  once<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer>;
}

/** Opens a client. Only now is @actions/github loaded. */
export async function openGitHub(options: GitHubOptions): Promise<GitHubClient> {
  const { log, signal, limit } = options;
  const request = await createRequest(options);
  const send = <Answer>(operation: Operation<Answer>, parameters: Parameters) =>
    retried(() => request(operation, parameters), { ...options, repeatable: operation.repeatable });
  return {
    limit,
    log,
    signal,
    call: async (operation, parameters) => (await send(operation, parameters)).answer,
    async *items(operation, parameters) {
      for (let page = 1; ; page++) {
        const { answer, hasNext } = await send(operation, { ...parameters, per_page: 100, page });
        yield* answer;
        if (!hasNext) return;
      }
    },
    once: remembering(),
  };
}

type Request = <Answer>(
  operation: Operation<Answer>,
  parameters: Parameters,
) => Promise<{ readonly answer: Answer; readonly hasNext: boolean }>;

async function createRequest(options: GitHubOptions): Promise<Request> {
  const { log, clock, signal } = options;
  const { getOctokit } = await import('@actions/github');
  const logger = { debug: () => undefined, info: () => undefined, warn: log, error: log };
  const baseUrl = options.apiUrl.replace(/\/+$/, '');
  const octokit = getOctokit(usableToken(options.token), {
    baseUrl,
    userAgent: 'atlas-actions',
    log: logger,
    request: { fetch: createTransport(options), log: logger },
  });
  return async (operation, parameters) => {
    const attempt = attemptAt(operation, parameters);
    try {
      const { status, data, headers } = await octokit.request(operation.route, {
        ...parameters,
        baseUrl: operation.route.endsWith('/graphql') ? graphqlBase(baseUrl) : baseUrl,
        headers: { 'X-GitHub-Api-Version': '2022-11-28' },
      });
      const parsed = operation.answer.safeParse(data);
      if (!parsed.success) throw unreadableError(attempt, { status, problem: problemOf(parsed.error) });
      return { answer: parsed.data, hasNext: /rel="?next"?/.test(headers.link ?? '') };
    } catch (error) {
      signal.throwIfAborted();
      throw toGitHubError(error, { attempt, now: clock.now() });
    }
  };
}

/** A line break in a token would end up in the error of `Headers`, token included. */
function usableToken(token: string): string {
  if (token === '') throw new Error('There is no GitHub token: set github-token; github.token is the one of the job.');
  if (!/^[\x21-\x7e]+$/.test(token)) throw new Error('github-token is no token: it holds spaces or line breaks.');
  return token;
}

/** A GitHub Enterprise Server has its GraphQL API beside the REST API, not below it. */
function graphqlBase(apiUrl: string): string {
  return apiUrl.replace(/\/api\/v3$/, '/api');
}

function attemptAt({ task, permission, ifMissing }: Operation<unknown>, parameters: Parameters): Attempt {
  return {
    task: fill(task, parameters),
    permission,
    ifMissing: ifMissing === undefined ? undefined : fill(ifMissing, parameters),
  };
}

function problemOf({ issues }: { readonly issues: readonly { path: PropertyKey[]; message: string }[] }): string {
  const [issue] = issues;
  return issue ? `${issue.path.join('.') || 'body'}: ${issue.message}` : 'unknown form';
}

/** octokit hides a failure of the network behind a status 500, with the failure as its cause. */
function toGitHubError(error: unknown, { attempt, now }: { attempt: Attempt; now: number }): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof NetworkFailure) return networkError(attempt, cause);
  const answer = readErrorAnswer(error, now);
  return answer === undefined ? error : answeredError(attempt, answer);
}

function remembering(): GitHubClient['once'] {
  const answers = new Map<string, Promise<unknown>>();
  return <Answer>(question: string, ask: () => Promise<Answer>) => {
    const known = answers.get(question);
    // The same question has the same type of answer: each is asked in one place.
    if (known !== undefined) return known as Promise<Answer>;
    const answer = ask();
    answers.set(question, answer);
    answer.catch(() => answers.delete(question));
    return answer;
  };
}
