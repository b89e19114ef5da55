import { ownerOfPlan } from './authors-text.ts';
import type { Comparison, PartialPlan, PlanStep } from './plan.ts';
import { type EntryPlan, planEntries } from './plan-entries.ts';

/** Entries that Atlas takes in one project. */
const MOST = 200;

const actions: Readonly<Record<EntryPlan['action'], PlanStep['action']>> = {
  add: 'create',
  update: 'update',
  keep: 'unchanged',
  foreign: 'unchanged',
};

/** Plans the access entries; those of others are left alone. */
export function planAccessList({ desired, actual, options }: Comparison): readonly PartialPlan[] {
  const existing = actual.accessList;
  const plans = planEntries(desired.accessList, existing, { owner: ownerOfPlan(options), now: options.now });
  const parts = plans.map(toPart);
  const added = plans.filter(({ action }) => action === 'add').length;
  if (added === 0 || existing.length + added <= MOST) return parts;
  const full = `the access list has ${existing.length} entries and would get ${added} more; Atlas takes ${MOST}. Remove some first (sync-network-access)`;
  return parts.map((part, index) => (index === 0 ? { ...part, problems: [full] } : part));
}

function toPart({ address, action, changes, reason, notice }: EntryPlan): PartialPlan {
  return {
    step: { kind: 'access-list-entry', name: address, action: actions[action], changes, reason },
    ...(notice !== undefined && { notices: [notice] }),
  };
}
