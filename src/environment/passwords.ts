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
 * A short, slow hash of a password, kept beside the user in Atlas: it tells a later run whether the password is still the
 * one that it computes or was given, so that an unchanged user is left alone. Too short to confirm a guess, and made with
 * scrypt so that guessing is dear.
 */
export function passwordFingerprint(
  password: string,
  { projectId, username }: Omit<PasswordOwner, 'clusterName'>,
): string {
  const salt = `atlas-actions ${projectId} ${username}`;
  return scryptSync(password, salt, 3, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 }).toString('hex');
}
