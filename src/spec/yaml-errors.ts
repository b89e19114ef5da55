import type { ErrorCode } from 'yaml';

/** What is wrong with a text that is not YAML; in our own words, because the parser's quote the text, which may hold secrets. */
const explanations: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: 'refers with * to something that no & names before it',
  BAD_DQ_ESCAPE: 'has an escape that YAML does not know; use single quotes for a backslash',
  BAD_INDENT: 'is indented unlike its neighbours, or a bracket before it is not closed',
  BAD_SCALAR_START: 'begins with a character that needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'has a colon too many: quote the value, or put it on a line of its own',
  BLOCK_IN_FLOW: 'has an indented block within { } or [ ]',
  DUPLICATE_KEY: 'names a key twice',
  MISSING_CHAR: 'lacks a closing quote or bracket, a colon, a comma or a space',
  MULTILINE_IMPLICIT_KEY: 'has a key over several lines; is a colon missing?',
  MULTIPLE_DOCS: 'begins a second document (---); there must be one only',
  RESOURCE_EXHAUSTION: 'is nested too deeply',
  TAB_AS_INDENT: 'is indented with a tab; YAML wants spaces',
  TAG_RESOLVE_FAILED: 'has a tag (!…) that means nothing here',
  UNEXPECTED_TOKEN: 'has something that does not belong here',
};

/** Says what a parser's error means; `line` is the text of the line that it points at. */
export function explainYaml(code: ErrorCode, line: string): string {
  const isTabbed = /^ *\t/.test(line) && code !== 'BAD_ALIAS';
  const hint = line.includes(`\${`) ? `; within { } and [ ] a variable needs quotes: "\${NAME}"` : '';
  return `is not valid YAML: the line ${(isTabbed ? explanations.TAB_AS_INDENT : explanations[code]) ?? `is wrong (${code})`}${hint}`;
}
