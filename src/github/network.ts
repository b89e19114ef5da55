/**
 * No answer came. `refused`: nothing was carried out. `final`: nor would it be at another try. `broken`: it may have taken
 * effect.
 */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';
  readonly kind: 'refused' | 'final' | 'broken';

  constructor(message: string, { kind, cause }: { kind: NetworkFailure['kind']; cause?: unknown }) {
    super(message, cause === undefined ? {} : { cause });
    this.kind = kind;
  }
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

/** Says why a request to a host got no answer. */
export function networkFailure(error: unknown, host: string): NetworkFailure {
  const { proxy, answered } = proxyIn(error);
  if (proxy !== undefined && answered !== undefined) {
    const kind = answered === 407 ? 'final' : 'refused';
    return new NetworkFailure(`${proxy} answered ${answered} instead of connecting to ${host}`, { kind, cause: error });
  }
  const code = causeCode(error);
  if (code && CERTIFICATE.test(code)) {
    const hint = 'Behind a TLS-inspecting proxy, set NODE_EXTRA_CA_CERTS on the runner';
    return new NetworkFailure(`the certificate of ${host} is not trusted (${code}). ${hint}`, {
      kind: 'final',
      cause: error,
    });
  }
  const reason = code ?? (error instanceof Error ? error.message : String(error));
  return code && NOTHING_SENT.has(code)
    ? new NetworkFailure(`${proxy ?? host} cannot be reached (${code})`, { kind: 'refused', cause: error })
    : new NetworkFailure(`the connection to ${host} broke (${reason})`, { kind: 'broken', cause: error });
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
