import { createHash } from 'node:crypto';
import { base64Alphabet } from '../random.ts';
import type { World } from '../world/types.ts';
import type { ApiKey } from './credentials.ts';

/** How strictly the simulated Atlas treats digest answers. */
export interface DigestOptions {
  /** What a nonce's `nc` must be: anything, never seen before, or exactly the last plus one. */
  readonly nonceCount?: 'ignored' | 'unique' | 'exact';
  /** Simulated seconds that a nonce lives; never less than five real ones on a fast clock. */
  readonly nonceLifetimeSeconds?: number;
  readonly algorithm?: 'MD5' | 'SHA-256';
  /** Whether a refused nonce is called stale when the answer itself was right. */
  readonly staleFlag?: boolean;
}

export type DigestVerdict =
  | { readonly key: ApiKey; readonly commit: () => void }
  | { readonly key?: never; readonly stale: boolean };

/** Hands out challenges and checks the answers to them. */
export interface Digest {
  challenge(stale: boolean): string;
  verify(credentials: string, request: { readonly method: string; readonly target: string }): DigestVerdict;
}

interface Nonce {
  readonly issuedAt: number;
  readonly counts: Set<number>;
  last: number;
}

const realm = 'MMS Public API';
const leastRealSeconds = 5;

/** Makes the digest half of the authentication. */
export function createDigest(world: World, options: DigestOptions = {}): Digest {
  const { nonceCount = 'unique', nonceLifetimeSeconds = 60, algorithm = 'MD5', staleFlag = true } = options;
  const lifetime = Math.max(nonceLifetimeSeconds, (world.clock.speed ?? 0) * leastRealSeconds) * 1000;
  const nonces = new Map<string, Nonce>();
  const isAlive = (nonce: Nonce | undefined): nonce is Nonce =>
    nonce !== undefined && world.clock.now() - nonce.issuedAt <= lifetime;
  return {
    challenge: (stale) => {
      for (const [text, nonce] of nonces) if (!isAlive(nonce)) nonces.delete(text);
      const nonce = world.noise.characters(base64Alphabet, 32);
      nonces.set(nonce, { issuedAt: world.clock.now(), counts: new Set(), last: 0 });
      return `Digest realm="${realm}", domain="", nonce="${nonce}", algorithm=${algorithm}, qop="auth", stale=${stale && staleFlag}`;
    },
    verify: (credentials, request) => {
      const fields = parseFields(credentials);
      const key = world.apiKeys.find(({ publicKey }) => publicKey === fields.username);
      const count = /^[0-9a-f]{8}$/i.test(fields.nc ?? '') ? Number.parseInt(fields.nc ?? '', 16) : 0;
      if (key === undefined || count === 0 || !isRightResponse(fields, request, { key, algorithm })) {
        return { stale: false };
      }
      const nonce = nonces.get(fields.nonce ?? '');
      if (!isAlive(nonce) || !countAccepted[nonceCount](nonce, count)) return { stale: true };
      return {
        key,
        commit: () => {
          nonce.counts.add(count);
          nonce.last = count;
        },
      };
    },
  };
}

const countAccepted: Readonly<Record<'ignored' | 'unique' | 'exact', (nonce: Nonce, count: number) => boolean>> = {
  ignored: () => true,
  unique: (nonce, count) => !nonce.counts.has(count),
  exact: (nonce, count) => count === nonce.last + 1,
};

type Fields = Readonly<Partial<Record<string, string>>>;

function isRightResponse(
  fields: Fields,
  request: { readonly method: string; readonly target: string },
  { key, algorithm }: { readonly key: ApiKey; readonly algorithm: 'MD5' | 'SHA-256' },
): boolean {
  const { nonce, nc, cnonce, qop, uri } = fields;
  if (fields.realm !== realm || uri !== request.target || qop !== 'auth' || !cnonce) return false;
  if ((fields.algorithm ?? 'MD5').toUpperCase() !== algorithm) return false;
  const hash = (text: string) =>
    createHash(algorithm === 'MD5' ? 'md5' : 'sha256')
      .update(text)
      .digest('hex');
  const secret = hash(`${key.publicKey}:${realm}:${key.privateKey}`);
  const expected = hash([secret, nonce, nc, cnonce, qop, hash(`${request.method}:${uri}`)].join(':'));
  return fields.response?.toLowerCase() === expected;
}

function parseFields(credentials: string): Fields {
  const pairs = credentials.matchAll(/([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi);
  return Object.fromEntries(
    Array.from(pairs, ([, name = '', quoted, bare]) => [
      name.toLowerCase(),
      quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '',
    ]),
  );
}
