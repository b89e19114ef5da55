/** Linux ends a step whose variable is over 131,072 bytes ("Argument list too long"), and `env:` makes variables of outputs. */
const MOST_BYTES = 100_000;

/** Whether a text is too long for an output that may become a variable. */
export function isTooLong(text: string): boolean {
  return Buffer.byteLength(text) > MOST_BYTES;
}

/** JSON that fits: the longest list in it keeps its beginning. Empty where there is no list that could be cut. */
export function boundedJson(text: string): string {
  let value: unknown = JSON.parse(text);
  for (let shorter = text; ; shorter = JSON.stringify(value)) {
    if (!isTooLong(shorter)) return shorter;
    const next = withoutEnd(value);
    if (next === undefined) return '';
    value = next;
  }
}

function withoutEnd(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.slice(0, Math.floor(value.length * 0.9));
  if (typeof value !== 'object' || value === null) return undefined;
  const lists = Object.entries(value).filter(([, part]) => Array.isArray(part) && part.length > 0);
  const [longest] = lists.toSorted(([, one], [, other]) => sizeOf(other) - sizeOf(one));
  return longest && { ...value, [longest[0]]: withoutEnd(longest[1]) };
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}
