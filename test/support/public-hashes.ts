import { createHash, createHmac, getHashes, pbkdf2Sync, scryptSync } from 'node:crypto';

/** Digests of the usual kinds; others are spellings of these. */
const algorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3-256', 'blake2b512', 'ripemd160'];

/** What anybody could compute from a password and from what is public: hashes of the usual kinds, plain and salted. */
export function publicHashes(password: string, salts: readonly string[]): readonly Buffer[] {
  const known = new Set(getHashes().map((name) => name.toLowerCase()));
  return algorithms
    .filter((algorithm) => known.has(algorithm))
    .flatMap((algorithm) => quickHashes(algorithm, { password, salts }))
    .concat(salts.flatMap((salt) => slowHashes(password, salt)));
}

function quickHashes(algorithm: string, { password, salts }: { password: string; salts: readonly string[] }): Buffer[] {
  const hash = (text: string) => createHash(algorithm).update(text).digest();
  const joined = ['', ' ', ':', '/', '\0'].flatMap((between) =>
    salts.flatMap((salt) => [`${salt}${between}${password}`, `${password}${between}${salt}`]),
  );
  const keyed = salts.flatMap((salt) => [
    createHmac(algorithm, password).update(salt).digest(),
    createHmac(algorithm, salt).update(password).digest(),
  ]);
  return [password, ...joined].map(hash).concat(keyed);
}

function slowHashes(password: string, salt: string): readonly Buffer[] {
  // A shorter key is the beginning of a longer one.
  const scrypt = [2 ** 14, 2 ** 15].map((N) => scryptSync(password, salt, 32, { N, r: 8, p: 1, maxmem: 64 * 2 ** 20 }));
  return [...scrypt, pbkdf2Sync(password, salt, 1_000, 32, 'sha256'), pbkdf2Sync(password, salt, 1_000, 20, 'sha1')];
}

/** Shorter parts stand in innocent texts. */
const SHORTEST = 6;

/** Which hashes stand in a text, whole or with their beginning. */
export function hashesIn(text: string, hashes: readonly Buffer[]): readonly string[] {
  return hashes.flatMap((hash) => {
    const forms = [hash.toString('hex'), hash.toString('base64'), hash.toString('base64url')];
    const parts = forms.map((form) => form.slice(0, SHORTEST));
    return [...parts, parts[0]?.toUpperCase() ?? ''].filter((part) => part.length === SHORTEST && text.includes(part));
  });
}
