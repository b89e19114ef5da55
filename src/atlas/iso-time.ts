/** Reads a time in ISO 8601, in milliseconds since 1970; undefined where there is none, or none that can be read. */
export function readTime(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}

/** Writes a time as Atlas does, and as people read it: in ISO 8601, without fractions of a second. */
export function isoTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+/, '');
}
