/** Milliseconds as a person says them: "2 min 58 s". */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}

/** How long something usually takes: "2 min 26 s to 3 min 34 s", in eight of ten cases. */
export function formatUsual({ p10, p90 }: { readonly p10: number; readonly p90: number }): string {
  return `${formatDuration(p10 * 1_000)} to ${formatDuration(p90 * 1_000)}`;
}
