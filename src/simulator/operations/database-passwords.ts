import { atlasError } from '../errors.ts';

const shortest = 8;
const leastVariety = 4;
/** A few of the passwords that everybody tries; Atlas's own list is not public. */
const common = ['password', 'password1', '12345678', '123456789', '1234567890', 'qwertyuiop', 'iloveyou', 'letmein1'];

/** Refuses a password that Atlas would not take. */
export function checkPassword(password: string): void {
  if (common.includes(password.toLowerCase())) throw atlasError('COMMON_PASSWORD');
  if (password.length < shortest || new Set(password).size < leastVariety) throw atlasError('WEAK_PASSWORD');
}
