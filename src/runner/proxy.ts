/** The variables that Node reads, and what in them must not be seen. */
export interface ProxySettings {
  /** As Node wants them; empty where no proxy is set. */
  readonly environment: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

const variables = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'] as const;

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
