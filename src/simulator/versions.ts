import { atlasError } from './errors.ts';

/** One dated form of a resource. */
export interface Version {
  readonly date: string;
  /** Since when a newer one supersedes it. */
  readonly deprecatedOn?: string;
  readonly sunsetOn?: string;
}

/** Picks the newest version not later than the one asked for. */
export function negotiateVersion(versions: readonly Version[], accept: string | null, now: number): Version {
  const asked = askedDate(accept);
  const version = asked === undefined ? undefined : versions.findLast(({ date }) => date <= asked);
  if (version === undefined) throw atlasError('INVALID_VERSION_DATE');
  if (version.sunsetOn !== undefined && now >= Date.parse(version.sunsetOn)) throw atlasError('VERSION_GONE');
  return version;
}

/** Announces that a version is superseded, and when it ends. */
export function deprecationHeaders({ deprecatedOn, sunsetOn }: Version): Record<string, string> {
  return {
    ...(deprecatedOn === undefined ? {} : { Deprecation: headerDate(deprecatedOn) }),
    ...(sunsetOn === undefined ? {} : { Sunset: headerDate(sunsetOn) }),
  };
}

function askedDate(accept: string | null): string | undefined {
  const [, date] = /application\/vnd\.atlas\.(\d{4}-\d{2}-\d{2})\+(?:json|csv|gzip)\b/.exec(accept ?? '') ?? [];
  if (date === undefined) return undefined;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || !parsed.toISOString().startsWith(date) ? undefined : date;
}

/** Atlas writes the day without a leading zero: `Mon, 5 Aug 2024 00:00:00 GMT`. */
function headerDate(date: string): string {
  return new Date(`${date}T00:00:00Z`).toUTCString().replace(', 0', ', ');
}
