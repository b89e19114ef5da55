import { sameAddress } from './addresses.ts';
import type { SpecIssue } from './context.ts';
import type { DesiredEntry } from './desired.ts';
import { latestExpiry } from './expiry.ts';
import type { Resolving } from './resolving.ts';
import type { EntryDocument } from './schema.ts';

/** Turns one access entry of a spec into what is wanted in Atlas, and reports what is not safe. */
export function resolveEntry(
  document: EntryDocument,
  { resolving, index }: { readonly resolving: Resolving; readonly index: number },
): DesiredEntry {
  const { address, comment } = document;
  const hours = document['expires-in-hours'];
  const report = (key: string, message: string) => resolving.report({ path: ['network-access', index, key], message });
  if (/\/0+$/.test(address) && document['allow-anywhere'] !== true) {
    report('address', 'lets the whole internet in; if that is meant, add allow-anywhere: true');
  }
  if (/\bsg-/.test(address) && hours !== undefined) {
    report('expires-in-hours', 'does not go with an AWS security group: Atlas never removes those by itself');
  }
  const isGroup = /\bsg-/.test(address);
  return { address, comment, expiresAt: isGroup ? undefined : latestExpiry(hours, resolving) };
}

/** Entries that are the same one in Atlas. */
export function sharedEntryIssues(entries: readonly DesiredEntry[]): readonly SpecIssue[] {
  return entries.flatMap(({ address }, index) =>
    entries.slice(0, index).some((earlier) => sameAddress(earlier.address, address))
      ? [{ path: ['network-access', index, 'address'], message: 'is the address of an earlier entry, too' }]
      : [],
  );
}
