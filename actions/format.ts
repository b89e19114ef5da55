/** A number of bytes as a person says it: "1.58 GB". */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  return `${(bytes / 1_000 ** step).toFixed(step === 0 ? 0 : 2)} ${units[step]}`;
}

/** How old something is, roughly: "25 min", "7 h", "12 days". */
export function formatAge(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 72 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

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

/** A number of things: "1 project", "3 projects". */
export function formatCount(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
