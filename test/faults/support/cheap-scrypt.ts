import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Makes scrypt cheap. It is dear on purpose, and a matrix of faults asks for thousands of fingerprints; that they tell one
 * password from another is all that matters here.
 */
export function cheapenScrypt(): void {
  const compute = crypto.scryptSync;
  crypto.scryptSync = (password: BinaryLike, salt: BinaryLike, length: number, options?: ScryptOptions) =>
    compute(password, salt, length, { ...options, N: 2 });
  syncBuiltinESMExports();
}
