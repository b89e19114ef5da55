import { uriDataEscape } from './encoders.ts';

/** A secret found in a text, and in which spelling. */
export interface Leak {
  readonly text: string;
  readonly secret: string;
  readonly form: string;
  /** What stands around it. */
  readonly excerpt: string;
}

type Form = readonly [name: string, spelling: string];

// A fragment shorter than this stands in too many innocent texts.
const SHORTEST_FRAGMENT = 6;

/** Searches texts for every secret in every spelling that someone could turn back: raw, URL, base64, JSON, hex. */
export function findLeaks(
  texts: Readonly<Record<string, string>>,
  secrets: readonly string[] | Readonly<Record<string, string>>,
): readonly Leak[] {
  const named = Array.isArray(secrets)
    ? secrets.map((value: string) => [value, value] as const)
    : Object.entries(secrets);
  return Object.entries(texts).flatMap(([text, content]) => {
    // What a browser shows of HTML entities counts as shown.
    const decoded = decodeEntities(content);
    const contents = decoded === content ? [content] : [content, decoded];
    return named.flatMap(([secret, value]) =>
      knownSpellings(value).flatMap((form) => leakOf(contents, form).map((leak) => ({ text, secret, ...leak }))),
    );
  });
}

function leakOf(
  contents: readonly string[],
  [form, spelling]: Form,
): readonly { readonly form: string; readonly excerpt: string }[] {
  const content = contents.find((one) => one.includes(spelling));
  if (content === undefined) return [];
  const at = content.indexOf(spelling);
  return [{ form, excerpt: content.slice(Math.max(0, at - 40), at + spelling.length + 40) }];
}

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal) % 0x11_0000);
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16) % 0x11_0000);
    return namedEntities[name ?? ''] ?? whole;
  });
}

const spellingsOf = new Map<string, readonly Form[]>();
const MOST_REMEMBERED = 500;

/** Thousands of runs share their secrets. */
function knownSpellings(secret: string): readonly Form[] {
  const known = spellingsOf.get(secret);
  if (known !== undefined) return known;
  if (spellingsOf.size >= MOST_REMEMBERED) spellingsOf.clear();
  const forms = spellings(secret);
  spellingsOf.set(secret, forms);
  return forms;
}

function spellings(secret: string): readonly Form[] {
  if (secret === '') return [];
  const forms: readonly Form[] = [
    ['raw', secret],
    ...linesOf(secret),
    ...percentForms(secret),
    ...base64Forms(secret),
    ['json', inJson(secret)],
    ['json in json', inJson(inJson(secret))],
    ['hex', Buffer.from(secret).toString('hex')],
    ['hex, upper case', Buffer.from(secret).toString('hex').toUpperCase()],
  ];
  return forms
    .filter(([form, spelling]) => form === 'raw' || spelling.length >= SHORTEST_FRAGMENT)
    .filter(([, spelling], index, all) => all.findIndex(([, other]) => other === spelling) === index);
}

function linesOf(secret: string): readonly Form[] {
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  return lines.length < 2
    ? []
    : lines.filter((line) => line.length >= SHORTEST_FRAGMENT).map((line, index) => [`line ${index + 1}`, line]);
}

function percentForms(secret: string): readonly Form[] {
  const component = encodeURIComponent(secret.toWellFormed());
  const strict = uriDataEscape(secret);
  return [
    ['percent-encoded', component],
    ['percent-encoded, RFC 3986', strict],
    ['percent-encoded, lower case', lowerCaseEscapes(component)],
    ['percent-encoded, RFC 3986, lower case', lowerCaseEscapes(strict)],
    ['form-encoded', new URLSearchParams({ x: secret }).toString().slice(2)],
    ['percent-encoded twice', encodeURIComponent(component)],
  ];
}

function lowerCaseEscapes(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

// What base64 makes of the secret with 0, 1 or 2 bytes (modulo 3) before it, without the characters that share bits with
// neighbours: this finds it inside `user:secret` or a longer text, too.
function base64Forms(secret: string): readonly Form[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((offset): readonly Form[] => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const shared = (offset + bytes.length) % 3 === 0 ? 0 : 1;
    const core = encoded.slice([0, 2, 3][offset], encoded.length - shared);
    if (core.length < SHORTEST_FRAGMENT) return [];
    const url = core.replaceAll('+', '-').replaceAll('/', '_');
    return [
      [`base64, offset ${offset}`, core],
      [`base64url, offset ${offset}`, url],
    ];
  });
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
