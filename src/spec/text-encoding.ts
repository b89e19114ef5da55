/**
 * What is wrong with the encoding of a text that was read as UTF-8; undefined if nothing is. UTF-16, as PowerShell's `>` writes
 * it, has a zero byte in every other place and begins with two bytes that UTF-8 does not know.
 */
export function encodingProblem(text: string): string | undefined {
  if (text.includes('\0')) return 'is UTF-16, or no text at all; save it as UTF-8';
  return text.includes('\ufffd') ? 'holds bytes that are no UTF-8 text; save it as UTF-8' : undefined;
}
