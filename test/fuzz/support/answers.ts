import type { Stage } from '../../faults/support/scenario.ts';

/** A text in an answer: of which request, and where in its body. */
export type TextField = string;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Listens in on answers, and notes every text that is in them. */
export function noting({ fetch: ask }: Stage, fields: Set<TextField>): typeof fetch {
  return async (input, init) => {
    const response = await ask(input, init);
    const body = parsed(await response.clone().text());
    if (body !== undefined) {
      const place = placeOf(input, init);
      walk(body, '', (text, path) => {
        fields.add(`${place} ${path}`);
        return text;
      });
    }
    return response;
  };
}

/** Puts another text into one field of every answer that has it. */
export function rewriting({ fetch: ask }: Stage, field: TextField, rewrite: (text: string) => Json): typeof fetch {
  return async (input, init) => {
    const response = await ask(input, init);
    const place = placeOf(input, init);
    if (!field.startsWith(`${place} `)) return response;
    const body = parsed(await response.clone().text());
    if (body === undefined) return response;
    const { status, headers } = response;
    const other = walk(body, '', (text, path) => (`${place} ${path}` === field ? rewrite(text) : text));
    return new Response(JSON.stringify(other), { status, headers });
  };
}

/** Gives one request, by its number, another answer. */
export function answering(
  { fetch: ask }: Stage,
  at: number,
  { status, headers, body }: { status: number; headers: Readonly<Record<string, string>>; body: string },
): typeof fetch {
  let sent = 0;
  return async (input, init) => {
    sent += 1;
    return sent === at ? new Response(body, { status, headers }) : await ask(input, init);
  };
}

/** Method and path, with ids and names left open: they differ between the uses of one action. */
function placeOf(input: unknown, init?: RequestInit): string {
  const { pathname } = new URL(String(input));
  const open = pathname
    .replace(/\b[0-9a-f]{24}\b/g, '{id}')
    .replace(/\/(clusters|flexClusters|admin|byName|accessList)\/[^/]+/gi, '/$1/{name}');
  return `${init?.method ?? 'GET'} ${open}`;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Replaces every text of a body by what a function makes of it and of its path; items of a list share theirs. */
function walk(value: Json, path: string, visit: (text: string, path: string) => Json): Json {
  if (typeof value === 'string') return visit(value, path);
  if (Array.isArray(value)) return value.map((item: Json) => walk(item, `${path}[]`, visit));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, `${path}.${key}`, visit)]));
}
