/** Releases that the simulated Atlas runs, oldest first; patch levels as recorded in August 2026, that of 9.0 a guess. */
const releases = [
  { major: '6.0', full: '6.0.27' },
  { major: '7.0', full: '7.0.40' },
  { major: '8.0', full: '8.0.29' },
  { major: '9.0', full: '9.0.1' },
] as const;

/** Releases that Atlas once had: no new cluster gets one. */
const retired = ['3.4', '3.6', '4.0', '4.2', '4.4', '5.0'];

/** Tells whether Atlas had a major version and has it no more. */
export function isRetired(major: string): boolean {
  return retired.includes(major);
}

/** What a cluster gets that names no version. */
export const recommendedMajorVersion = '8.0';

/** What a cluster gets that takes every release. */
export const continuousRelease = { major: '8.2', full: '8.2.4' } as const;

/** What every cluster of edition Infinite runs. */
export const infiniteRelease = { major: '9.0', full: '9.0.1' } as const;

/** The full version of a major one; undefined if there is none. */
export function fullVersion(major: string): string | undefined {
  return [...releases, continuousRelease].find((release) => release.major === major)?.full;
}

/** The major version that a full one belongs to: 8.0.29 → 8.0. */
export function majorOf(full: string): string {
  return full.split('.').slice(0, 2).join('.');
}

/** How many major versions lie between two releases; negative is a downgrade. Rapid releases come before the next one. */
export function stepsBetween(from: string, to: string): number {
  const [start, end] = [placeOf(from), placeOf(to)];
  return end < start ? Math.min(-1, Math.ceil(end - start)) : Math.ceil(end - start);
}

function placeOf(major: string): number {
  const index = releases.findIndex((release) => release.major === major);
  if (index >= 0) return index;
  return major === continuousRelease.major ? releases.findIndex((release) => release.major === '8.0') + 0.5 : -1;
}
