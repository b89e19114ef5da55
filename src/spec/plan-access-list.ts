import { isMarkedBy } from '../environment/owner-mark.ts';
import type { ActualEntry } from './actual.ts';
import { sameAddress } from './addresses.ts';
import { authorsText, holderOf } from './authors-text.ts';
import { changeOf, existingStep, isWorthwhile, newStep, showTime } from './changes.ts';
import type { DesiredEntry } from './desired.ts';
import type { Change, Comparison, PartialPlan, PlanOptions } from './plan.ts';

/** Entries that Atlas takes in one project. */
const MOST = 200;

/** Plans the access entries; those of others are left alone. */
export function planAccessList({ desired, actual, options }: Comparison): readonly PartialPlan[] {
  const existing = actual.accessList;
  const parts = desired.accessList.map((entry) => planEntry(entry, existing, options));
  const added = parts.filter(({ step }) => step.action === 'create').length;
  if (added === 0 || existing.length + added <= MOST) return parts;
  const full = `the access list has ${existing.length} entries and would get ${added} more; Atlas takes ${MOST}. Remove some first (sync-network-access)`;
  return parts.map((part, index) => (index === 0 ? { ...part, problems: [full] } : part));
}

function planEntry(entry: DesiredEntry, all: readonly ActualEntry[], options: PlanOptions): PartialPlan {
  const of = { kind: 'access-list-entry', name: entry.address } as const;
  const existing = all.find(({ address }) => sameAddress(address, entry.address));
  if (!existing) {
    const expiry = entry.expiresAt === undefined ? undefined : showTime(entry.expiresAt);
    const changes = [...changeOf('comment', undefined, entry.comment), ...changeOf('expires-at', undefined, expiry)];
    return { step: newStep(of, changes) };
  }
  if (holderOf(existing.comment, options) === 'own') {
    const comment = changeOf('comment', authorsText(existing.comment), entry.comment);
    return { step: existingStep(of, [...comment, ...expiryChange(entry, existing)]) };
  }
  if (!endsTooSoon(entry, existing)) return { step: existingStep(of, [], 'is there already') };
  // One entry serves all environments of a project: the last of them to end decides how long it lives.
  const { repository = options.environment?.repository } = options;
  if (entry.expiresAt !== undefined && repository !== undefined && isMarkedBy(existing.comment, { repository })) {
    return { step: existingStep(of, expiryChange(entry, existing)) };
  }
  return {
    step: existingStep(of, [], 'is there already'),
    notices: [
      `access entry ${entry.address} was made by somebody else, who lets it end at ${showTime(existing.expiresAt ?? 0)}: nothing gets in from there afterwards`,
    ],
  };
}

function endsTooSoon({ expiresAt: to }: DesiredEntry, { expiresAt: from }: ActualEntry): boolean {
  return from !== undefined && (to === undefined || (to > from && isWorthwhile(from, to)));
}

/**
 * Other jobs may rely on an entry, so its life only grows: a permanent one stays (Atlas would refuse anything else), and one
 * that is listed without an expiry becomes permanent.
 */
function expiryChange({ expiresAt: to }: DesiredEntry, { expiresAt: from }: ActualEntry): readonly Change[] {
  if (from === undefined) return [];
  if (to === undefined) return changeOf('expires-at', showTime(from), 'never');
  return to > from && isWorthwhile(from, to) ? changeOf('expires-at', showTime(from), showTime(to)) : [];
}
