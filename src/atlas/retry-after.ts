/** Milliseconds of a Retry-After in seconds; undefined where there is none. Atlas sends no dates. */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('Retry-After')?.trim();
  return value !== undefined && /^\d+$/.test(value) ? Number(value) * 1_000 : undefined;
}
