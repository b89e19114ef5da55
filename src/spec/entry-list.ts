import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { nearestNames } from '../atlas/nearest.ts';
import { explainYaml } from './yaml-errors.ts';

/** One entry as it is written, all of it text, and where it stands. */
export interface WrittenEntry {
  /** `entries:3`, to begin a problem with. */
  readonly place: string;
  readonly address: string;
  readonly comment?: string | undefined;
  readonly hours?: string | undefined;
  readonly allowAnywhere?: string | undefined;
}

export type WrittenEntries = { readonly entries: readonly WrittenEntry[] } | { readonly problems: readonly string[] };

const MOST_BYTES = 256 * 1024;

/** Reads entries as they are written: a YAML list (JSON is one, too), or one a line with a comment after #. */
export function readEntryList(text: string, source: string): WrittenEntries {
  if (Buffer.byteLength(text) > MOST_BYTES) return { problems: [`${source}: is larger than ${MOST_BYTES / 1024} kB`] };
  if (isYaml(text)) return readYaml(text, source);
  const entries = readLines(text, source);
  // Nothing at all is rather a file that was not written than a wish; with prune it would remove everything.
  return entries.length > 0 ? { entries } : { problems: [`${source}: holds no entries. Write [] if that is meant`] };
}

/** A YAML list begins with a dash or a bracket; no address does. */
function isYaml(text: string): boolean {
  const first = text.split(/\r?\n/).find((line) => /^\s*[^\s#]/.test(line));
  return first !== undefined && /^\s*(?:-(?:\s|$)|---|[[{%])/.test(first);
}

function readLines(text: string, source: string): readonly WrittenEntry[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const [, addresses = '', comment] = line.match(/^([^#]*?)(?:(?:^|\s)#(.*))?$/) ?? [undefined, line];
    const words = addresses.split(/[\s,]+/).filter((word) => word !== '');
    return words.map((address) => ({ place: `${source}:${index + 1}`, address, comment: comment?.trim() }));
  });
}

const keys = ['address', 'comment', 'expires-in-hours', 'allow-anywhere'] as const;

function readYaml(text: string, source: string): WrittenEntries {
  const lines = new LineCounter();
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${source}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  try {
    // Every scalar is a text, as its author wrote it: nothing here is meant as a number, and 010 is no 8.
    const options = { version: '1.2', schema: 'failsafe', lineCounter: lines, prettyErrors: false } as const;
    const document = parseDocument(text, options);
    const [wrong] = [...document.errors, ...document.warnings];
    if (wrong) {
      // What follows the first one is mostly its echo.
      const [offset] = wrong.pos;
      const line = text.split(/\r?\n/)[lines.linePos(offset).line - 1] ?? '';
      return { problems: [`${placeOf(offset)}: ${explainYaml(wrong.code, line)}`] };
    }
    return readDocument(document, placeOf);
  } catch (error) {
    // The parser recurses: brackets within brackets by the thousand exhaust its stack.
    if (error instanceof RangeError) return { problems: [`${source}: is nested too deeply`] };
    throw error;
  }
}

function readDocument(document: Document.Parsed, placeOf: (offset: number) => string): WrittenEntries {
  const list = document.contents;
  if (!isSeq(list)) return { problems: [`${placeOf(list?.range[0] ?? 0)}: is no list; begin each entry with a dash`] };
  const resolve = (node: unknown) => resolved(node, document);
  const items = list.items.map((item) => readItem(item, { placeOf, resolve }));
  const problems = items.flatMap((item) => ('problems' in item ? item.problems : []));
  if (problems.length > 0) return { problems };
  return { entries: items.flatMap((item) => ('entry' in item ? item.entry : [])) };
}

function readItem(
  written: unknown,
  { placeOf, resolve }: { placeOf: (offset: number) => string; resolve: (node: unknown) => Node | undefined },
): { readonly entry: WrittenEntry } | { readonly problems: readonly string[] } {
  const item = resolve(written);
  const place = placeOf((isNode(written) && written.range?.[0]) || 0);
  if (isScalar(item)) return { entry: { place, address: textOf(item) } };
  if (!isMap(item)) return { problems: [`${place}: is neither an address nor address: … with comment: …`] };
  const found = new Map<string, string>();
  const problems: string[] = [];
  for (const { key, value: given } of item.items) {
    const value = resolve(given);
    const name = isScalar(key) ? textOf(key) : '';
    const at = placeOf(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
    if (!keys.some((known) => known === name)) problems.push(`${at}: ${unknownKey(name)}`);
    else if (isScalar(value)) found.set(name, textOf(value));
    else problems.push(`${at}: ${name} needs a text`);
  }
  const address = found.get('address');
  if (address === undefined && problems.length === 0) problems.push(`${place}: has no address`);
  if (problems.length > 0 || address === undefined) return { problems };
  const [comment, hours, allowAnywhere] = keys.slice(1).map((key) => found.get(key)?.trim());
  return { entry: { place, address, comment, hours, allowAnywhere } };
}

function unknownKey(name: string): string {
  const [nearest] = nearestNames(name, keys, 1);
  const hint = nearest === undefined ? `known are ${keys.join(', ')}` : `did you mean ${nearest}?`;
  return `${JSON.stringify(name)} is no key of an entry; ${hint}`;
}

function textOf({ value }: { readonly value: unknown }): string {
  return typeof value === 'string' ? value : '';
}

/** A node, or what it stands for as an alias. */
function resolved(node: unknown, document: Document.Parsed): Node | undefined {
  if (isAlias(node)) return node.resolve(document);
  return isNode(node) ? node : undefined;
}
