import { createHmac, randomBytes, scryptSync } from 'node:crypto';

/** Whose password it is. */
export interface PasswordOwner {
  readonly projectId: string;
  readonly clusterName: string;
  readonly username: string;
}

/**
 * The password that every job with the same seed computes for the same user, so that nothing has to cross from job to job.
 * 43 characters of `[A-Za-z0-9_-]`, so that all encodings are the same.
 */
export function derivePassword(seed: string, { projectId, clusterName, username }: PasswordOwner): string {
  return createHmac('sha256', seed).update(`${projectId}/${clusterName}/${username}`).digest('base64url');
}

/** A password that nobody can guess or compute: 32 characters of `[A-Za-z0-9_-]`, 192 bits. */
export function randomPassword(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * A short mark of a derived password, kept beside the user in Atlas: it tells a later run whether the password is still the
 * one that the seed gives, so that an unchanged user is left alone. Keyed with the seed, so it confirms no guess of a password
 * to whoever does not hold that; made with scrypt, so that guessing the seed itself is dear.
 */
export function derivedFingerprint(
  { seed, password }: { readonly seed: string; readonly password: string },
  { projectId, username }: Omit<PasswordOwner, 'clusterName'>,
): string {
  const salt = `atlas-actions ${projectId} ${username} ${password}`;
  return scryptSync(seed, salt, 3, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 }).toString('hex');
}

/**
 * The same for a given or random password. It is made of nothing, so that it says nothing of the password: whoever has set that
 * recognizes the user by it within the same job, and nobody can later.
 */
export function randomFingerprint(): string {
  return randomBytes(3).toString('hex');
}
