import { readErrorAnswer } from './error-answer.ts';
import { AtlasError } from './errors.ts';
import type { HttpAnswer } from './http.ts';

/**
 * Atlas uses 401 for missing rights too; such an answer has an errorCode of its own, while refused
 * credentials have none or UNEXPECTED_ERROR. Authenticating again would not help.
 */
export function isMissingRights(answer: HttpAnswer): boolean {
  const { code } = readErrorAnswer(answer);
  return answer.status === 401 && code !== undefined && code !== 'UNEXPECTED_ERROR';
}

/** Codes of a 403 that are about the credential or its organization as a whole, not about rights to one thing. */
const aboutTheCredential: ReadonlySet<string> = new Set([
  'IP_ADDRESS_NOT_ON_ACCESS_LIST',
  'ORG_REQUIRES_ACCESS_LIST',
  'ORG_REQUIRES_WHITELIST',
]);

/** Whether Atlas knows the caller, and refused because of a role that it does not have. */
export function lacksRights(error: unknown): error is AtlasError {
  if (!(error instanceof AtlasError)) return false;
  const { status, code } = error;
  if (status === 401) return code === 'USER_UNAUTHORIZED';
  return status === 403 && !aboutTheCredential.has(code ?? '');
}
