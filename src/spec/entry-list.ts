import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml';
import { nearestNames } from '../atlas/nearest.ts';
import { encodingProblem } from './text-encoding.ts';
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
/** Entries that Atlas takes in one project. */
const MOST_ENTRIES = 200;
/** Keys of one entry that are looked at one by one; nobody writes more by mistake. */
const MOST_KEYS = 20;
const LONGEST_KEY = 40;

/** Reads entries as they are written: a YAML list (JSON is one, too), or one a line with a comment after #. */
export function readEntryList(text: string, source: string): WrittenEntries {
  if (Buffer.byteLength(text) > MOST_BYTES) return { problems: [`${source}: is larger than ${MOST_BYTES / 1024} kB`] };
  const encoding = encodingProblem(text);
  if (encoding !== undefined) return { problems: [`${source}: ${encoding}`] };
  const plain = text.replace(/^\ufeff/, '');
  if (isYaml(plain)) return readYaml(plain, source);
  const entries = readLines(plain, source);
  if (entries.length > MOST_ENTRIES) return { problems: [tooMany(entries.length, source)] };
  // Nothing at all is rather a file that was not written than a wish; with prune it would remove everything.
  return entries.length > 0 ? { entries } : { problems: [`${source}: holds no entries. Write [] if that is meant`] };
}

function tooMany(count: number, source: string): string {
  return `${source}: lists ${count} entries; Atlas takes ${MOST_ENTRIES} in a project`;
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
  const explain = (code: Parameters<typeof explainYaml>[0], offset: number) => {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const end = text.indexOf('\n', offset);
    return `${placeOf(offset)}: ${explainYaml(code, text.slice(start, end < 0 ? undefined : end))}`;
  };
  try {
    // Every scalar is a text, as its author wrote it: nothing here is meant as a number, and 010 is no 8. The parser compares
    // each key with all before it, so keys that are given twice are found here.
    const options = { version: '1.2', schema: 'failsafe', lineCounter: lines, prettyErrors: false } as const;
    const document = parseDocument(text, { ...options, uniqueKeys: false });
    const [wrong] = [...document.errors, ...document.warnings];
    // What follows the first one is mostly its echo.
    if (wrong) return { problems: [explain(wrong.code, wrong.pos[0])] };
    return readDocument(document, { source, placeOf, explain });
  } catch (error) {
    // The parser recurses: brackets within brackets by the thousand exhaust its stack.
    if (error instanceof RangeError) return { problems: [`${source}: is nested too deeply`] };
    throw error;
  }
}

interface Reading {
  readonly source: string;
  readonly placeOf: (offset: number) => string;
  readonly explain: (code: Parameters<typeof explainYaml>[0], offset: number) => string;
}

function readDocument(document: Document.Parsed, reading: Reading): WrittenEntries {
  const list = document.contents;
  if (!isSeq(list))
    return { problems: [`${reading.placeOf(list?.range[0] ?? 0)}: is no list; begin each entry with a dash`] };
  // Counted before an alias is followed: each could stand for any part of the text.
  if (list.items.length > MOST_ENTRIES) return { problems: [tooMany(list.items.length, reading.source)] };
  const resolve = resolver();
  const items = list.items.map((item) => readItem(item, { ...reading, resolve }));
  const problems = items.flatMap((item) => ('problems' in item ? item.problems : []));
  if (problems.length > 0) return { problems };
  return { entries: items.flatMap((item) => ('entry' in item ? item.entry : [])) };
}

type Resolve = (node: unknown) => Node | 'nowhere' | undefined;

/** What a node is, or stands for as an alias: the last one before it that bears its anchor. */
function resolver(): Resolve {
  const anchors = new Map<string, Node>();
  return (node) => {
    if (isAlias(node)) return anchors.get(node.source) ?? 'nowhere';
    if (!isNode(node)) return undefined;
    if ('anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, node);
    return node;
  };
}

type Item = { readonly entry: WrittenEntry } | { readonly problems: readonly string[] };

function readItem(written: unknown, { resolve, ...reading }: Reading & { readonly resolve: Resolve }): Item {
  const item = resolve(written);
  const offset = (isNode(written) && written.range?.[0]) || 0;
  const place = reading.placeOf(offset);
  if (item === 'nowhere') return { problems: [reading.explain('BAD_ALIAS', offset)] };
  if (isScalar(item)) return { entry: { place, address: textOf(item) } };
  if (!isMap(item)) return { problems: [`${place}: is neither an address nor address: … with comment: …`] };
  if (item.items.length > MOST_KEYS)
    return { problems: [`${place}: has ${item.items.length} keys; known are ${keys.join(', ')}`] };
  const found = new Map<string, string>();
  const problems: string[] = [];
  for (const pair of item.items) {
    const read = readPair(pair, { ...reading, resolve, found });
    if (read.problem !== undefined) problems.push(read.problem);
    else found.set(read.name, read.text);
  }
  const address = found.get('address');
  if (address === undefined && problems.length === 0) problems.push(`${place}: has no address`);
  if (problems.length > 0 || address === undefined) return { problems };
  const [comment, hours, allowAnywhere] = keys.slice(1).map((key) => found.get(key)?.trim());
  return { entry: { place, address, comment, hours, allowAnywhere } };
}

type ReadPair =
  | { readonly problem: string }
  | { readonly problem?: undefined; readonly name: string; readonly text: string };

function readPair(
  { key, value: given }: Pair,
  { resolve, found, placeOf, explain }: Reading & { resolve: Resolve; found: ReadonlyMap<string, string> },
): ReadPair {
  const written = resolve(key);
  const value = resolve(given);
  const name = isScalar(written) ? textOf(written) : '';
  const offset = (isNode(key) && key.range?.[0]) || 0;
  if (written === 'nowhere') return { problem: explain('BAD_ALIAS', offset) };
  if (!keys.some((known) => known === name)) return { problem: `${placeOf(offset)}: ${unknownKey(name)}` };
  if (found.has(name)) return { problem: explain('DUPLICATE_KEY', offset) };
  if (value === 'nowhere') return { problem: explain('BAD_ALIAS', (isNode(given) && given.range?.[0]) || offset) };
  if (!isScalar(value)) return { problem: `${placeOf(offset)}: ${name} needs a text` };
  return { name, text: textOf(value) };
}

function unknownKey(name: string): string {
  const [nearest] = name.length <= LONGEST_KEY ? nearestNames(name, keys, 1) : [];
  const hint = nearest === undefined ? `known are ${keys.join(', ')}` : `did you mean ${nearest}?`;
  const shown = name.length <= LONGEST_KEY ? JSON.stringify(name) : `a text of ${name.length} characters`;
  return `${shown} is no key of an entry; ${hint}`;
}

function textOf({ value }: { readonly value: unknown }): string {
  return typeof value === 'string' ? value : '';
}
