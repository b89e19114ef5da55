/** What went from a step over the wire. */
export interface Wiretap {
  readonly fetch: typeof fetch;
  /** What servers are to take for a secret: tokens, credentials, passwords of database users. */
  readonly secrets: ReadonlySet<string>;
  /** Every request without the places that are made for secrets. */
  readonly open: () => readonly string[];
}

/** Listens in on a fetch, so that a test need not know which secrets a step makes itself. */
export function wiretap(inner: typeof fetch): Wiretap {
  const secrets = new Set<string>();
  const open: string[] = [];
  const tapped: typeof fetch = (input, init) => {
    const authorization = new Headers(init?.headers).get('authorization') ?? '';
    for (const secret of secretsIn(authorization)) secrets.add(secret);
    const { passwords, rest } = readBody(init?.body);
    for (const password of passwords) secrets.add(password);
    open.push(`${init?.method ?? 'GET'} ${String(input)} ${rest}`);
    return inner(input, init);
  };
  return { fetch: tapped, secrets, open: () => open };
}

/** Bearer and `token` name the secret itself, Basic a pair; Digest shows nothing of it. */
function secretsIn(authorization: string): readonly string[] {
  const [, scheme = '', value = ''] = /^(\S+) (\S+)$/.exec(authorization) ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'token':
      return [value];
    case 'basic': {
      const pair = Buffer.from(value, 'base64').toString();
      return [value, pair.slice(pair.indexOf(':') + 1)];
    }
    default:
      return [];
  }
}

function readBody(body: unknown): { readonly passwords: readonly string[]; readonly rest: string } {
  const passwords: string[] = [];
  if (typeof body !== 'string' || !body.startsWith('{')) return { passwords, rest: '' };
  const rest = JSON.stringify(JSON.parse(body), (key, value: unknown) => {
    if (key !== 'password' || typeof value !== 'string') return value;
    passwords.push(value);
    return undefined;
  });
  return { passwords, rest };
}
