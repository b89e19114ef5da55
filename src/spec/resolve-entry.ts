import { isSecurityGroup, isTooWide, parseAddress } from '../atlas/addresses.ts';
import type { SpecIssue } from './context.ts';
import type { DesiredEntry } from './desired.ts';
import { endsWithEnvironment, latestExpiry } from './expiry.ts';
import type { Resolving } from './resolving.ts';
import type { EntryDocument } from './schema.ts';

/** Turns one access entry of a spec into what is wanted in Atlas, and reports what is not safe. */
export function resolveEntry(
  document: EntryDocument,
  { resolving, index }: { readonly resolving: Resolving; readonly index: number },
): DesiredEntry {
  const { comment } = document;
  const hours = document['expires-in-hours'];
  const report = (key: string, message: string) => resolving.report({ path: ['network-access', index, key], message });
  const parsed = parseAddress(document.address);
  const address = 'address' in parsed ? parsed.address : document.address;
  if ('problem' in parsed) report('address', parsed.problem);
  if (isTooWide(address) && document['allow-anywhere'] !== true) {
    report('address', `${whomItLetsIn(address)}; if that is meant, add allow-anywhere: true`);
  }
  const isGroup = isSecurityGroup(address);
  if (isGroup && hours !== undefined) report('expires-in-hours', GROUPS_STAY);
  return {
    address,
    comment,
    expiresAt: isGroup ? undefined : latestExpiry(hours, resolving),
    endsWithEnvironment: endsWithEnvironment(hours, resolving),
  };
}

/** Why a security group has no expiry. */
export const GROUPS_STAY = 'does not go with an AWS security group: Atlas never removes those by itself';

/** What is wrong with a block that is hardly meant. */
export function whomItLetsIn(address: string): string {
  return address.endsWith('/0') ? 'lets the whole internet in' : 'lets a good part of the internet in';
}

/** Entries that are the same one in Atlas. */
export function sharedEntryIssues(entries: readonly DesiredEntry[]): readonly SpecIssue[] {
  return entries.flatMap(({ address }, index) =>
    entries.slice(0, index).some((earlier) => earlier.address === address)
      ? [{ path: ['network-access', index, 'address'], message: 'is the address of an earlier entry, too' }]
      : [],
  );
}
