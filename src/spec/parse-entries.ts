import { containsAddress, isSecurityGroup, isTooWide, parseAddress } from '../atlas/addresses.ts';
import type { DesiredEntry } from './desired.ts';
import { readEntryList, type WrittenEntry } from './entry-list.ts';
import { expiryAfter } from './expiry.ts';
import { GROUPS_STAY, whomItLetsIn } from './resolve-entry.ts';

export interface EntriesOptions {
  /** Name of the input or the file: begins every problem. */
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Blocks that hold a good part of the internet are meant. */
  readonly allowAnywhere: boolean;
}

export type ParsedEntries =
  | { readonly entries: readonly DesiredEntry[]; readonly notices: readonly string[] }
  | { readonly problems: readonly string[] };

const LONGEST_COMMENT = 60;
/** IPv6, written out, with its prefix. */
const LONGEST_ADDRESS = 43;
const MOST_PROBLEMS = 50;
const MOST_HOURS = 168;
const HOUR = 3_600_000;

/** Reads a list of access entries, YAML or one a line; every problem is found, with its place. */
export function parseEntries(text: string, options: EntriesOptions): ParsedEntries {
  const written = readEntryList(text, options.source);
  if ('problems' in written) return written;
  const parsed = written.entries.map((entry) => parseEntry(entry, options));
  const problems = parsed.flatMap((one) => one.problems);
  if (problems.length > MOST_PROBLEMS)
    return { problems: [...problems.slice(0, MOST_PROBLEMS), `and ${problems.length - MOST_PROBLEMS} more`] };
  if (problems.length > 0) return { problems };
  const { unique, repeated } = withoutRepetitions(parsed.map(({ entry }) => entry));
  return {
    entries: unique,
    notices: [...parsed.flatMap(({ notice }) => notice ?? []), ...repeated, ...overlaps(unique)],
  };
}

function parseEntry(written: WrittenEntry, { now, allowAnywhere }: EntriesOptions) {
  const { place, comment, hours } = written;
  const problems: string[] = [];
  const report = (message: string) => void problems.push(`${place}: ${message}`);
  const parsed = parseAddress(written.address);
  const address = 'address' in parsed ? parsed.address : written.address;
  if ('problem' in parsed) report(`${quote(written.address)} ${parsed.problem}${commentHint(written)}`);
  const isMeant = allowAnywhere || written.allowAnywhere === 'true';
  if (isTooWide(address) && !isMeant)
    report(`${address} ${whomItLetsIn(address)}; if that is meant, set allow-anywhere: true`);
  if (written.allowAnywhere !== undefined && !['true', 'false'].includes(written.allowAnywhere))
    report('allow-anywhere is neither true nor false');
  if (comment !== undefined && comment.length > LONGEST_COMMENT)
    report(`the comment is longer than ${LONGEST_COMMENT} characters`);
  if (hours !== undefined && !(/^[1-9]\d{0,2}$/.test(hours) && Number(hours) <= MOST_HOURS))
    report(`expires-in-hours is not a whole number from 1 to ${MOST_HOURS}`);
  const isGroup = isSecurityGroup(address);
  if (isGroup && hours !== undefined) report(`expires-in-hours ${GROUPS_STAY}`);
  const entry: DesiredEntry = {
    address,
    comment: comment || undefined,
    expiresAt: hours === undefined || isGroup ? undefined : expiryAfter(Number(hours) * HOUR, now),
  };
  const before = written.address.trim().toLowerCase();
  const isRounded = address.includes('/') && before.includes('/') && !before.includes(':') && before !== address;
  return { entry, problems, notice: isRounded && !isGroup ? `${place}: ${before} is taken as ${address}` : undefined };
}

/** Quotes what looks like an address; any other word may be a secret that does not belong here. */
function quote(address: string): string {
  const isShown = address === '' || (address.length <= LONGEST_ADDRESS && ALMOST_AN_ADDRESS.test(address));
  return isShown ? JSON.stringify(address) : `a word of ${address.length} characters`;
}

/** Groups of four digits at most between dots or colons, and what mostly follows them. */
const ALMOST_AN_ADDRESS = /^\[?[0-9a-f]{0,4}(?:[.:]{1,2}[0-9a-f]{0,4}){1,8}\]?(?:\/\d{0,3})?(?:[#,;].{0,8})?$/i;

function commentHint({ address }: WrittenEntry): string {
  return /^[\p{L}-]+$/u.test(address) ? '; a comment stands behind a #' : '';
}

function withoutRepetitions(entries: readonly DesiredEntry[]) {
  const unique = entries.filter(({ address }, index) => entries.findIndex((one) => one.address === address) === index);
  const repeated = unique
    .filter(({ address }) => entries.filter((one) => one.address === address).length > 1)
    .map(({ address }) => `${address} is listed more than once; what stands first counts`);
  return { unique, repeated };
}

function overlaps(entries: readonly DesiredEntry[]): readonly string[] {
  return entries.flatMap(({ address }) => {
    const wider = entries.find((other) => containsAddress(other.address, address));
    return wider ? [`${address} lies within ${wider.address}, which is listed, too`] : [];
  });
}
