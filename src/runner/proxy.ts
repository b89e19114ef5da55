/** The variables that Node reads, and what in them must not be seen. */
export interface ProxySettings {
  /** As Node wants them; empty where no proxy is set. */
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

const variables = ['http_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'https_proxy'] as const;

/**
 * Reads the proxy variables as people write them: Node throws on the common form without a scheme, and names the whole
 * address, password included. Throws an error that names the variable, never its value.
 */
export function readProxySettings(variable: (name: string) => string | undefined): ProxySettings {
  const environment: Record<string, string> = {};
  const secrets: string[] = [];
  for (const name of variables) {
    const value = variable(name)?.trim();
    if (!value) continue;
    const url = URL.parse(value.includes('://') ? value : `http://${value}`);
    if (!url || !['http:', 'https:'].includes(url.protocol) || !isDecodable(url.username + url.password)) {
      throw new Error(`The variable ${name} is not the address of a proxy, such as http://proxy.example:3128.`);
    }
    environment[name] = url.href;
    if (url.password !== '') {
      const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
      secrets.push(url.password, decodeURIComponent(url.password), Buffer.from(pair).toString('base64'));
    }
  }
  if (Object.keys(environment).length === 0) return { environment, secrets };
  for (const name of ['no_proxy', 'NO_PROXY']) {
    const value = variable(name);
    if (value !== undefined) environment[name] = value;
  }
  return { environment, secrets };
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** A failure of the proxy rather than of the server behind it. */
export class ProxyFailure extends Error {
  override readonly name = 'ProxyFailure';
  /** "the proxy proxy.example:3128 (HTTPS_PROXY)". */
  readonly proxy: string;
  /** The status with which it refused to pass a request on. */
  readonly answered: number | undefined;

  constructor(cause: unknown, { proxy, answered }: { proxy: string; answered: number | undefined }) {
    super(`${proxy} failed`, { cause });
    this.proxy = proxy;
    this.answered = answered;
  }
}

/** A fetch whose failures name the proxy where that is what cannot be reached: the server's name alone would mislead. */
export function namingProxies(ask: typeof fetch, settings: () => ProxySettings['environment']): typeof fetch {
  return async (input, init) => {
    try {
      return await ask(input, init);
    } catch (error) {
      const target = URL.parse(input instanceof Request ? input.url : String(input));
      throw (target && proxyFailure(error, { target, environment: settings() })) ?? error;
    }
  };
}

function proxyFailure(
  error: unknown,
  { target, environment }: { target: URL; environment: ProxySettings['environment'] },
): ProxyFailure | undefined {
  // Node takes the proxy for http where there is none for https.
  const inOrder = target.protocol === 'https:' ? variables.toReversed() : variables;
  const causes = causesOf(error);
  const [, status] = causes.map(({ message }) => message.match(/^Proxy response \((\d{3})\)/)).find(Boolean) ?? [];
  const answered = status === undefined ? undefined : Number(status);
  for (const name of inOrder) {
    const proxy = URL.parse(environment[name] ?? '');
    if (!proxy || proxy.host === target.host) continue;
    if (answered !== undefined || causes.some((cause) => isAbout(cause, proxy)))
      return new ProxyFailure(error, { proxy: `the proxy ${proxy.host} (${name})`, answered });
  }
  return undefined;
}

/** Whether a failure of the network says that it happened on the way to this address. */
function isAbout(cause: Error, { hostname, port, protocol }: URL): boolean {
  const at = Number(port) || (protocol === 'https:' ? 443 : 80);
  if ('hostname' in cause) return cause.hostname === hostname;
  if ('port' in cause) return cause.port === at && ('address' in cause ? isSame(cause.address, hostname) : true);
  return cause.message.includes(`${hostname}:${at}`);
}

/** An address that stands for a name cannot be compared with it. */
function isSame(address: unknown, hostname: string): boolean {
  return address === hostname.replace(/^\[|\]$/g, '') || /[g-z]/i.test(hostname);
}

/** An error with all that have led to it; a name with several addresses fails with one for each. */
function causesOf(error: unknown, depth = 0): readonly Error[] {
  if (!(error instanceof Error) || depth > 4) return [];
  const parts: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error, ...[error.cause, ...parts].flatMap((part) => causesOf(part, depth + 1))];
}
