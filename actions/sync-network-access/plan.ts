import type { AccessListEntry } from '../../src/atlas/access-list.ts';
import { containsAddress } from '../../src/atlas/addresses.ts';
import { isMarkOf, type MarkOwner, readMark } from '../../src/environment/owner-mark.ts';
import { authorsText } from '../../src/spec/authors-text.ts';
import type { DesiredEntry } from '../../src/spec/desired.ts';
import type { Change } from '../../src/spec/plan.ts';
import { entriesToWrite, planEntries } from '../../src/spec/plan-entries.ts';
import { type Opening, planOpening, type Wish } from '../network-access/lease-plan.ts';

/** What the author wants of a list. */
export interface Desired {
  /** Undefined where nothing is listed: then only the runner's address counts. */
  readonly entries: readonly DesiredEntry[] | undefined;
  readonly prune: boolean;
  readonly owner: MarkOwner;
  /** The runner's address; undefined where it is not to be opened. */
  readonly wish: Wish | undefined;
}

export type Action = 'add' | 'update' | 'keep' | 'remove' | 'foreign';

export interface Step {
  readonly address: string;
  readonly action: Action;
  readonly changes: readonly Change[];
  readonly reason: string;
}

export interface Plan {
  /** Those that are listed in their order, then those that are listed no longer. */
  readonly steps: readonly Step[];
  /** How the runner comes to its address; `listed` where an entry of the list lets it in. */
  readonly runner: (Pick<Opening, 'kind' | 'expiresAt'> & { readonly address: string }) | undefined;
  /** What is to be added or changed, in one request. */
  readonly writes: readonly AccessListEntry[];
  /** Addresses to be deleted, one by one. */
  readonly removals: readonly string[];
  readonly notices: readonly string[];
}

/** Decides what has to be done for a list to be right. Pure, so that it can be asked anew after each reading. */
export function planNetworkAccess(desired: Desired, existing: readonly AccessListEntry[], now: number): Plan {
  const { entries = [], owner, wish } = desired;
  const listed = planEntries(entries, existing, { owner, now });
  const unlisted = desired.entries === undefined ? [] : existing.filter((entry) => isUnlisted(entry, desired));
  // What is listed needs no lease, and one request cannot hold an address twice.
  const isListed = entries.some(({ address }) => address === wish?.address);
  const opening = wish && !isListed ? planOpening(existing, wish, now) : undefined;
  return {
    steps: [
      ...listed.map(({ address, action, changes, reason }) => ({ address, action, changes, reason })),
      ...unlisted.map((entry) => unlistedStep(entry, desired)),
    ],
    runner: wish && opening && { address: wish.address, kind: opening.kind, expiresAt: opening.expiresAt },
    writes: [...entriesToWrite(listed), ...(opening?.entry ? [opening.entry] : [])],
    removals: desired.prune ? unlisted.map(({ address }) => address) : [],
    notices: [...listed.flatMap(({ notice }) => notice ?? []), ...coveredNotices(wish, existing)],
  };
}

function isUnlisted({ address, comment }: AccessListEntry, { entries = [], owner }: Desired): boolean {
  return isMarkOf(readMark(comment), owner) && !entries.some((entry) => entry.address === address);
}

function unlistedStep({ address, comment }: AccessListEntry, { prune }: Desired): Step {
  const text = authorsText(comment);
  const whose = text === undefined ? '' : ` ("${text}")`;
  return prune
    ? { address, action: 'remove', changes: [], reason: `is listed no longer${whose}` }
    : { address, action: 'keep', changes: [], reason: `is listed no longer${whose}; prune: true would remove it` };
}

/** The job's own entry is made all the same: a wider one may be taken away under it. */
function coveredNotices(wish: Wish | undefined, existing: readonly AccessListEntry[]): readonly string[] {
  const wider = existing.find(({ address }) => wish && containsAddress(address, wish.address));
  return wish && wider ? [`${wish.address} is let in by ${wider.address}, too, whatever becomes of its own entry`] : [];
}
