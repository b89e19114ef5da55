import { type AtlasTime, createAtlasTime } from './atlas-time.ts';
import type { Clock } from './clock.ts';
import type { Credentials } from './credentials.ts';
import type { Deadline } from './deadline.ts';
import { parseJson, readErrorAnswer } from './error-answer.ts';
import { AtlasError, type Attempt, NetworkError, UnreadableAnswer } from './errors.ts';
import { createTransport, type HttpAnswer, type HttpRequest, type Send } from './http.ts';
import { fill, type Operation, type PathParameters } from './operation.ts';
import { retrying } from './retry.ts';
import { isMissingRights } from './rights.ts';
import { signingWithToken } from './service-account.ts';

export interface AtlasOptions {
  /** `https://cloud.mongodb.com`, without a slash at the end. */
  readonly baseUrl: string;
  readonly credentials: Credentials;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** No request, repetition or poll starts after it. */
  readonly deadline: Deadline;
  /** Lines for the log: repetitions, oddities. */
  readonly log: (line: string) => void;
  /** Told of each access token before it is used, so that it can be masked and kept for revocation. */
  readonly onToken: (token: string) => void;
}

/** The Atlas Administration API. */
export interface AtlasClient
  extends Pick<AtlasOptions, 'baseUrl' | 'clock' | 'deadline' | 'log' | 'random' | 'signal'> {
  /** Calls an operation. Throws AtlasError, NetworkError or UnreadableAnswer, each with a message for the author. */
  call<Path extends string, Answer>(operation: Operation<Path, Answer>, input: CallInput<Path>): Promise<Answer>;
  readonly time: Pick<AtlasTime, 'now' | 'atFirstAnswer' | 'forExpiry'>;
  /** When the step last waited for something, in milliseconds since 1970; repetitions of a request do not count. */
  readonly lastWaitAt: () => number | undefined;
}

export interface CallInput<Path extends string> {
  readonly path: PathParameters<Path>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Told each time that this very call is about to leave, its sign-in done; what it throws keeps the call from leaving. */
  readonly onSend?: (() => void) | undefined;
  /**
   * For a DELETE by a name that can belong to something else by then: sent again only where nothing was executed. Whoever
   * calls looks before sending it once more.
   */
  readonly repeat?: 'if-not-executed' | undefined;
}

/** Milliseconds after which a GET whose rights were denied is asked once more. */
const ONE_MORE_TRY = 2_000;

/** Creates a client: transport, then authentication, then retries. */
export function createAtlasClient(options: AtlasOptions): AtlasClient {
  const { baseUrl, clock, deadline, log, random, signal } = options;
  const time = createAtlasTime(clock);
  const bare = createTransport(options);
  const transport: Send = async (request) => {
    const answer = await bare(request);
    time.observe(answer.headers);
    return answer;
  };
  const send = retrying(authenticated(transport, options), options);
  let hasSucceeded = false;
  let lastWaitAt: number | undefined;
  const countingClock: Clock = {
    ...clock,
    async sleep(milliseconds, until) {
      await clock.sleep(milliseconds, until);
      lastWaitAt = clock.now();
    },
  };

  return {
    baseUrl,
    clock: countingClock,
    lastWaitAt: () => lastWaitAt,
    deadline,
    log,
    random,
    signal,
    time,
    async call(operation, { path, query = {}, body, onSend, repeat }) {
      const { root = '/api/atlas/v2', version } = operation;
      const url = new URL(`${baseUrl}${root}${fill(operation.path, path, inPath)}`);
      for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
      const mediaType = version === undefined ? 'application/json' : `application/vnd.atlas.${version}+json`;
      const attempt: Attempt = { task: fill(operation.task, path, String), role: operation.role };
      const request: HttpRequest = {
        method: operation.method,
        url: url.href,
        headers: { Accept: mediaType, ...(body !== undefined && { 'Content-Type': mediaType }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(onSend && { onSend }),
        ...(repeat && { repeat }),
        signal,
      };
      let answer = await told(attempt, () => send(request));
      if (operation.method === 'GET' && hasSucceeded && isMissingRights(answer)) {
        // Atlas has been seen to refuse a single GET in the middle of a run.
        await clock.sleep(ONE_MORE_TRY, signal);
        answer = await told(attempt, () => send(request));
      }
      const result = read(answer, { operation, attempt });
      hasSucceeded = true;
      return result;
    },
  };
}

/**
 * A name from an answer may hold half a character, which cannot be encoded. A name that means another place in a path, such as
 * `..`, would ask for something else, however it is encoded.
 */
function inPath(value: string): string {
  if (/^\.{0,2}$/.test(value))
    throw new Error(`${JSON.stringify(value)} is not a name that Atlas could be asked about.`);
  return encodeURIComponent(value.toWellFormed());
}

function authenticated(transport: Send, options: AtlasOptions): Send {
  const { baseUrl, credentials, clock, onToken } = options;
  switch (credentials.kind) {
    case 'service-account':
      return signingWithToken(transport, { account: credentials, baseUrl, clock, onToken });
    case 'api-key':
      return onFirstRequest(async () => {
        const { signingWithDigest } = await import('./digest.ts');
        return signingWithDigest(transport, { key: credentials, challengeUrl: `${baseUrl}/api/atlas/v2` });
      });
    default:
      throw new Error(`No such credentials: ${String(credentials satisfies never)}`);
  }
}

/** A sender whose code is loaded with its first request: four hash functions, which a service account does without. */
function onFirstRequest(load: () => Promise<Send>): Send {
  let loaded: Promise<Send> | undefined;
  return async (request) => {
    loaded ??= load();
    const send = await loaded;
    return await send(request);
  };
}

async function told<Result>(attempt: Attempt, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof NetworkError ? error.during(attempt) : error;
  }
}

function read<Answer>(
  answer: HttpAnswer,
  { operation, attempt }: { operation: Operation<string, Answer>; attempt: Attempt },
): Answer {
  const { status, text } = answer;
  if (status < 200 || status >= 300) throw new AtlasError(attempt, readErrorAnswer(answer));
  const parsed = operation.answer.safeParse(text === '' ? undefined : parseJson(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const problem = issue ? `${issue.path.join('.') || 'body'}: ${issue.message}` : 'unknown form';
  throw new UnreadableAnswer(attempt, { status, problem });
}
