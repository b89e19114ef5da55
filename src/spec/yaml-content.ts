import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { SpecIssue, SpecPath } from './context.ts';
import { substitute, type Variables } from './substitute.ts';

/** A value into which variables were put: where, which, and what came of it. */
export interface Substitution {
  readonly path: SpecPath;
  readonly variables: readonly string[];
  readonly value: string;
}

/** Where something stands in the text, as an offset, and how the author wrote it. */
export interface Position {
  readonly path: SpecPath;
  readonly key: number | undefined;
  readonly value: number | undefined;
  /** Of scalars only: the text before variables were put in. */
  readonly written: string | undefined;
}

export interface YamlContent {
  readonly content: unknown;
  readonly positions: ReadonlyMap<string, Position>;
  readonly substitutions: readonly Substitution[];
  readonly issues: readonly SpecIssue[];
}

const DEEPEST = 40;
const MOST_VALUES = 20_000;

/** Keys whose value is a text even where YAML sees a number: 8.0 is a version, 0123 a password. */
const textKeys: ReadonlySet<string> = new Set([
  'address',
  'alias',
  'comment',
  'description',
  'mongodb-version',
  'name',
  'organization',
  'password',
  'username',
]);

/** Reads the content of a YAML document, with the place of every value, and variables put in. */
export function readContent(document: Document.Parsed, variables: Variables): YamlContent {
  const reader = new ContentReader(variables);
  const content = reader.read(asNode(document.contents), { path: [], key: undefined });
  return { content, positions: reader.positions, substitutions: reader.substitutions, issues: reader.issues };
}

type ContentNode = Scalar | YAMLMap | YAMLSeq;

interface Place {
  readonly path: SpecPath;
  readonly key: number | undefined;
}

/** Name of a place in the table of positions. */
export function placeName(path: SpecPath): string {
  return JSON.stringify(path);
}

/** Walks a document once; holds what it finds on the way. */
class ContentReader {
  readonly positions = new Map<string, Position>();
  readonly substitutions: Substitution[] = [];
  readonly issues: SpecIssue[] = [];
  readonly #variables: Variables;
  readonly #anchors = new Map<string, ContentNode>();
  #values = 0;
  /** Aliases that are being followed: what is read through one names nothing anew. */
  #aliases = 0;

  constructor(variables: Variables) {
    this.#variables = variables;
  }

  read(node: ContentNode | Alias | null, { path, key }: Place): unknown {
    this.#values += 1;
    const value = isAlias(node) ? this.#anchors.get(node.source) : node;
    if (isAlias(node) && value === undefined)
      this.issues.push({ path, message: 'refers with * to what no & names before' });
    if (value?.anchor !== undefined && value === node && this.#aliases === 0) this.#anchors.set(value.anchor, value);
    const written = isScalar(value) ? writtenText(value) : undefined;
    this.positions.set(placeName(path), { path, key, value: node?.range?.[0], written });
    if (path.length > DEEPEST || this.#values > MOST_VALUES) return this.#tooMuch(path);
    const isAliased = value !== node;
    if (isAliased) this.#aliases += 1;
    const content = this.#readValue(value, path);
    if (isAliased) this.#aliases -= 1;
    return content;
  }

  #readValue(value: ContentNode | null | undefined, path: SpecPath): unknown {
    if (isMap(value)) return this.#readMap(value, path);
    if (isSeq(value)) {
      return value.items.map((item, index) => this.read(asNode(item), { path: [...path, index], key: undefined }));
    }
    return isScalar(value) ? this.#readScalar(value, path) : null;
  }

  #tooMuch(path: SpecPath): null {
    const said = this.issues.some(({ message }) => message === tooMuch);
    if (!said) this.issues.push({ path, message: tooMuch });
    return null;
  }

  #readMap(map: YAMLMap, path: SpecPath): unknown {
    const seen = new Set<string>();
    const entries: [string, unknown][] = [];
    for (const pair of map.items) {
      const keyNode = asNode(pair.key);
      const name = isScalar(keyNode) ? writtenText(keyNode) : undefined;
      const place = { path: [...path, name ?? '?'], key: keyNode?.range?.[0] };
      const problem = keyProblem(name, seen);
      if (problem !== undefined)
        this.issues.push({ path: place.path, message: problem, atKey: true, offset: place.key });
      if (name === undefined || problem !== undefined) continue;
      seen.add(name);
      entries.push([name, this.read(asNode(pair.value), place)]);
    }
    return Object.fromEntries(entries);
  }

  #readScalar(scalar: Scalar, path: SpecPath): unknown {
    const raw = asText(scalar, path);
    if (typeof raw !== 'string') return raw;
    const { text, names, problems } = substitute(raw, this.#variables);
    for (const message of problems) this.issues.push({ path, message });
    // Nothing that is sent, in a connection string least of all, could hold it.
    if (!text.isWellFormed()) this.issues.push({ path, message: 'holds half a character, such as \\ud83d alone' });
    if (names.length > 0) this.substitutions.push({ path, variables: names, value: text });
    return text;
  }
}

const tooMuch = `holds too much: specs are at most ${DEEPEST} levels deep and have at most ${MOST_VALUES} values, aliases counted each time`;

function keyProblem(name: string | undefined, seen: ReadonlySet<string>): string | undefined {
  if (name === undefined) return 'is not a name: keys are plain texts';
  if (name === '__proto__') return 'is not allowed as a key';
  return seen.has(name) ? 'is given twice' : undefined;
}

/** A scalar as the author wrote it, for texts that YAML took for numbers. */
function asText(scalar: Scalar, path: SpecPath): unknown {
  const isText = textKeys.has(String(path.at(-1))) || path.at(-2) === 'tags';
  const isOwn = path[0] !== 'clusters' || path[2] !== 'atlas';
  const { value } = scalar;
  return isOwn && isText && (typeof value === 'number' || typeof value === 'boolean') ? writtenText(scalar) : value;
}

function writtenText(scalar: Scalar): string {
  const { value, source } = scalar;
  return typeof value === 'string' ? value : (source ?? String(value));
}

/** The package types the parts of collections as unknown; a parsed document holds nodes and null. */
function asNode(part: unknown): ContentNode | Alias | null {
  return isScalar(part) || isMap(part) || isSeq(part) || isAlias(part) ? part : null;
}
