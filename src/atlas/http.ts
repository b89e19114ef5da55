import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';
import { messageOf, NetworkError } from './errors.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One HTTP request, complete but for its authentication. */
export interface HttpRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Told when this very request is about to leave, its sign-in done. */
  readonly onSend?: () => void;
  /** Sent again only where nothing was executed, though its method would do no harm. */
  readonly repeat?: 'if-not-executed';
  readonly signal: AbortSignal;
}

/** An answer whose body has arrived whole. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a request. The layers of the client (transport, authentication, retry) all have this form. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;

/** Longest wait for one answer. Atlas's slowest recorded one, POST /groups, took under 10 s. */
const ANSWER_TIMEOUT_MS = 30_000;

export interface TransportOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** No request starts after it, and none is waited for. */
  readonly deadline: Deadline;
}

/** The lowest layer: one request, one answer or a NetworkError. Redirects are not followed: no other host is ever asked. */
export function createTransport({ fetch, clock, deadline }: TransportOptions): Send {
  return async ({ method, url, headers, body, onSend, signal }) => {
    const left = deadline.at - clock.now();
    if (left <= 0) throw deadline.passed();
    const timeout = clock.timeout(Math.min(ANSWER_TIMEOUT_MS, left));
    onSend?.();
    try {
      const response = await fetch(url, {
        method,
        headers: { 'User-Agent': 'atlas-actions', ...headers },
        redirect: 'manual',
        signal: AbortSignal.any([signal, timeout]),
        ...(body !== undefined && { body }),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    } catch (error) {
      signal.throwIfAborted();
      if (timeout.aborted && left <= ANSWER_TIMEOUT_MS) throw deadline.passed();
      throw toNetworkError(error, { host: new URL(url).host, timedOut: timeout.aborted });
    }
  };
}

/** Codes of failures that happen before a request has left this machine; any other may have taken effect. */
const NOTHING_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const CERTIFICATE = /CERT|SELF_SIGNED|LEAF_SIGNATURE|ERR_TLS/;

function toNetworkError(error: unknown, { host, timedOut }: { host: string; timedOut: boolean }): NetworkError {
  if (timedOut) {
    const seconds = ANSWER_TIMEOUT_MS / 1_000;
    return new NetworkError(`${host} did not answer within ${seconds} s`, { kind: 'broken', cause: error });
  }
  const { proxy, answered } = proxyIn(error);
  if (proxy !== undefined && answered !== undefined) {
    const kind = answered === 407 ? 'final' : 'refused';
    return new NetworkError(`${proxy} answered ${answered} instead of connecting to ${host}`, { kind, cause: error });
  }
  const code = causeCode(error);
  const reason = code ?? messageOf(error);
  if (code && CERTIFICATE.test(code)) {
    const hint = 'Behind a TLS-inspecting proxy, set NODE_EXTRA_CA_CERTS on the runner';
    return new NetworkError(`the certificate of ${host} is not trusted (${code}). ${hint}`, {
      kind: 'final',
      cause: error,
    });
  }
  return code && NOTHING_SENT.has(code)
    ? new NetworkError(`${proxy ?? host} cannot be reached (${code})`, { kind: 'refused', cause: error })
    : new NetworkError(`the connection to ${host} broke (${reason})`, { kind: 'broken', cause: error });
}

/** fetch wraps what went wrong: `TypeError('fetch failed', { cause })`, at times more than once. */
function causeCode(error: unknown): string | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return undefined;
}

/** The proxy that failed, where the runner's fetch has found that out (ProxyFailure). */
function proxyIn(error: unknown): { readonly proxy?: string; readonly answered?: number | undefined } {
  if (!(error instanceof Error && 'proxy' in error && typeof error.proxy === 'string')) return {};
  const answered = 'answered' in error && typeof error.answered === 'number' ? error.answered : undefined;
  return { proxy: error.proxy, answered };
}
