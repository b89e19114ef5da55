/** A Digest challenge of a 401 (RFC 7616, section 3.3). */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  /** `auth`, or undefined where the server speaks the older RFC 2069. */
  readonly qop: 'auth' | undefined;
  readonly algorithm: string;
  /** The credentials were right, the nonce was too old. */
  readonly stale: boolean;
}

/** The algorithms that digest-fetch computes, best first. */
const algorithms = ['SHA-512-256', 'SHA-512-256-sess', 'SHA-256', 'SHA-256-sess', 'MD5', 'MD5-sess'];

/** The strongest Digest challenge that can be answered; a header may carry several schemes and algorithms. */
export function parseDigestChallenge(header: string | null): DigestChallenge | undefined {
  return splitChallenges(header ?? '')
    .filter(({ scheme, parameters }) => scheme.toLowerCase() === 'digest' && parameters.has('nonce'))
    .flatMap(({ parameters }) => toChallenge(parameters) ?? [])
    .sort((one, other) => algorithms.indexOf(one.algorithm) - algorithms.indexOf(other.algorithm))
    .at(0);
}

function toChallenge(parameters: ReadonlyMap<string, string>): DigestChallenge | undefined {
  const offered = parameters
    .get('qop')
    ?.split(',')
    .map((qop) => qop.trim());
  const named = parameters.get('algorithm') ?? 'MD5';
  const algorithm = algorithms.find((known) => known.toLowerCase() === named.toLowerCase());
  if (algorithm === undefined || (offered && !offered.includes('auth'))) return undefined;
  return {
    realm: parameters.get('realm') ?? '',
    nonce: parameters.get('nonce') ?? '',
    opaque: parameters.get('opaque'),
    qop: offered ? 'auth' : undefined,
    algorithm,
    stale: parameters.get('stale')?.toLowerCase() === 'true',
  };
}

interface Challenge {
  readonly scheme: string;
  readonly parameters: Map<string, string>;
}

/** A parameter `name=value` or `name="quoted, value"`, else a word: the scheme that opens a challenge. */
const TOKEN = /([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]*))|([\w!#$%&'*+.^`|~-]+)/g;

function splitChallenges(header: string): readonly Challenge[] {
  const challenges: Challenge[] = [];
  for (const [, name, quoted, bare, scheme] of header.matchAll(TOKEN)) {
    if (scheme !== undefined) challenges.push({ scheme, parameters: new Map() });
    else if (name !== undefined) {
      const value = quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1');
      challenges.at(-1)?.parameters.set(name.toLowerCase(), value);
    }
  }
  return challenges;
}
