import { LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { SpecContext, SpecIssue, SpecPath } from './context.ts';
import type { DesiredState } from './desired.ts';
import { interpret } from './interpret.ts';
import type { Variables } from './substitute.ts';
import { encodingProblem } from './text-encoding.ts';
import { type Position, placeName, readContent, type Substitution, type YamlContent } from './yaml-content.ts';
import { explainYaml } from './yaml-errors.ts';

export interface ParseOptions extends SpecContext {
  /** Name of the file, or `config`: begins every problem. */
  readonly source: string;
  /** Environment variables for `${NAME}`. */
  readonly variables: Variables;
}

export type ParsedSpec = (
  | { readonly desired: DesiredState; readonly problems?: undefined }
  | { readonly desired?: undefined; readonly problems: readonly string[] }
) & {
  /** Values that came from variables: to be masked by the caller where they are secrets. */
  readonly substitutions: readonly Substitution[];
};

const MOST_BYTES = 256 * 1024;
const MOST_SYNTAX_ERRORS = 10;
const MOST_PROBLEMS = 50;
const DEEPEST_SHOWN = 10;

/** Parses the YAML of `config`. Every problem has its line and column; none quotes the value of a variable or a password. */
export function parseSpec(text: string, options: ParseOptions): ParsedSpec {
  const { source, variables } = options;
  if (Buffer.byteLength(text) > MOST_BYTES) {
    return { problems: [`${source}: is larger than ${MOST_BYTES / 1024} kB`], substitutions: [] };
  }
  const encoding = encodingProblem(text);
  if (encoding !== undefined) return { problems: [`${source}: ${encoding}`], substitutions: [] };
  const lines = new LineCounter();
  const read = readYaml(text, lines, variables);
  if ('syntax' in read) {
    const problems = read.syntax.map(({ offset, message }) => `${source}:${lineAndColumn(lines, offset)}: ${message}`);
    return { problems, substitutions: [] };
  }
  const { content, issues, positions, substitutions } = read;
  const resolution = interpret(
    content,
    options,
    issues.filter(({ atKey }) => !atKey).map(({ path }) => path),
  );
  const all = [...issues, ...('issues' in resolution ? resolution.issues : [])];
  if ('desired' in resolution && all.length === 0) return { desired: resolution.desired, substitutions };
  const located = all
    .map((issue) => ({ issue, offset: offsetOf(issue, positions) }))
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ issue, offset }) => `${source}:${lineAndColumn(lines, offset)}: ${say(issue, positions)}`);
  const problems = [...new Set(located)];
  const more = problems.length - MOST_PROBLEMS;
  return {
    problems: more > 0 ? [...problems.slice(0, MOST_PROBLEMS), `${source}: and ${more} more`] : problems,
    substitutions,
  };
}

type SyntaxErrors = readonly { readonly offset: number; readonly message: string }[];

function readYaml(
  text: string,
  lineCounter: LineCounter,
  variables: ParseOptions['variables'],
): YamlContent | { readonly syntax: SyntaxErrors } {
  try {
    // Duplicate keys are found on the walk, where their path is known; the parser's own messages quote the text.
    const document = parseDocument(text, { version: '1.2', lineCounter, uniqueKeys: false, prettyErrors: false });
    const errors = [...document.errors, ...document.warnings];
    if (errors.length > 0) return { syntax: syntaxErrors(errors, text) };
    if (document.directives.yaml.version !== '1.2') {
      return { syntax: [{ offset: 0, message: 'is read as YAML 1.2; leave the %YAML directive out' }] };
    }
    if (document.contents === null) return { syntax: [{ offset: 0, message: 'is empty' }] };
    return readContent(document, variables);
  } catch (error) {
    // The parser recurses: brackets within brackets by the thousand exhaust its stack.
    if (error instanceof RangeError) return { syntax: [{ offset: 0, message: 'is nested too deeply' }] };
    throw error;
  }
}

/** One error a line: what follows on the same line is mostly its echo. */
function syntaxErrors(errors: readonly YAMLError[], text: string): SyntaxErrors {
  const found = new Map<number, { readonly offset: number; readonly message: string }>();
  for (const { pos, code } of errors.slice(0, MOST_PROBLEMS)) {
    const [offset] = pos;
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset);
    const line = text.slice(start, end < 0 ? undefined : end);
    if (!found.has(start)) found.set(start, { offset, message: explainYaml(code, line) });
  }
  return [...found.values()].slice(0, MOST_SYNTAX_ERRORS);
}

function lineAndColumn(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${Math.max(line, 1)}:${Math.max(col, 1)}`;
}

/** Where an issue stands: its key or value, or the nearest place around it that the text has. */
function offsetOf({ path, atKey, offset: own }: SpecIssue, positions: ReadonlyMap<string, Position>): number {
  if (own !== undefined) return own;
  for (let length = path.length; length >= 0; length -= 1) {
    const position = positions.get(placeName(path.slice(0, length)));
    const offset = length === path.length && !atKey ? position?.value : position?.key;
    const found = offset ?? position?.value ?? position?.key;
    if (found !== undefined) return found;
  }
  return 0;
}

function say({ path, message, atKey }: SpecIssue, positions: ReadonlyMap<string, Position>): string {
  const written = atKey ? undefined : positions.get(placeName(path))?.written;
  const quoted = written !== undefined && isQuotable(written, path) ? ` ${JSON.stringify(written)}` : '';
  const hint =
    written?.includes(`\${`) && message.startsWith('needs ') ? '; what a variable holds is always a text' : '';
  return `${showPath(path)}${quoted} ${message}${message.includes('variable') ? '' : hint}`;
}

/** Passwords are never shown, nor is the beginning of anything: a masker knows secrets only as a whole. */
function isQuotable(written: string, path: SpecPath): boolean {
  return (
    path.length > 0 && !path.includes('password') && !path.includes('atlas') && written !== '' && written.length <= 60
  );
}

/** Writes a path as an author would: `clusters[0].tags["a b"]`. */
function showPath(path: SpecPath): string {
  if (path.length === 0) return 'the spec';
  const shown = path.length > DEEPEST_SHOWN ? path.slice(0, DEEPEST_SHOWN) : path;
  const text = shown
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      if (!/^[\w-]{1,60}$/.test(part)) return `[${JSON.stringify(part.slice(0, 60))}]`;
      return index === 0 ? part : `.${part}`;
    })
    .join('');
  return shown === path ? text : `${text}…`;
}
