const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 1_000;

/** Derives the other spellings of a secret that GitHub's runner masks along with it (HostContext.cs, ValueEncoders.cs). */
export function derivedForms(value: string): readonly string[] {
  const before = known.get(value);
  if (before !== undefined) return before;
  // Thousands of runs in one process share their secrets.
  if (known.size >= MOST_KNOWN) known.clear();
  const forms = derive(value);
  known.set(value, forms);
  return forms;
}

function derive(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  return [
    bytes.toString('base64'),
    base64Shifted(bytes, 1),
    base64Shifted(bytes, 2),
    value.replaceAll('"', '\\"'),
    value.replaceAll("'", "''"),
    jsonEscape(value),
    uriDataEscape(value),
    xmlEscape(value),
    withoutQuotes(value),
    ...powerShellParts(value),
  ].filter((form) => form !== '');
}

/** Escapes like .NET's Uri.EscapeDataString (RFC 3986), which unlike encodeURIComponent also escapes `!'()*`. */
export function uriDataEscape(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replace(/[!'()*]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function base64Shifted(bytes: Buffer, shift: number): string {
  return (bytes.length > shift ? bytes.subarray(shift) : bytes).toString('base64');
}

// Newtonsoft escapes these three on top of what JSON.stringify does.
function jsonEscape(value: string): string {
  return JSON.stringify(value)
    .slice(1, -1)
    .replace(/[\u0085\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function xmlEscape(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}

function withoutQuotes(value: string): string {
  return value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : '';
}

// PowerShell prints a failing command in pieces, cut at `&`; pieces under six characters are left alone.
function powerShellParts(value: string): readonly string[] {
  const colored = value.indexOf('&+');
  const cut = colored >= 0 ? colored + 2 : value.lastIndexOf('&') + 1;
  if (cut === 0) return [];
  const after = value.slice(colored >= 0 ? cut + 1 : cut);
  return [value.slice(0, cut), after].filter((part) => part.length >= 6);
}
