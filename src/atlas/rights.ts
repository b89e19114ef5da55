import { readErrorAnswer } from './error-answer.ts';
import type { HttpAnswer } from './http.ts';

/**
 * Atlas uses 401 for missing rights too; such an answer has an errorCode of its own (notes, section 3), while refused
 * credentials have none or UNEXPECTED_ERROR. Authenticating again would not help.
 */
export function isMissingRights(answer: HttpAnswer): boolean {
  const { code } = readErrorAnswer(answer);
  return answer.status === 401 && code !== undefined && code !== 'UNEXPECTED_ERROR';
}
