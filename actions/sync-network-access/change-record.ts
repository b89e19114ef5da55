import type { AccessListEntry } from '../../src/atlas/access-list.ts';
import type { Plan, Step } from './plan.ts';

/** What a step has really done to a list so far. */
export interface ChangeRecord {
  readonly written: (entries: readonly AccessListEntry[], existing: readonly AccessListEntry[]) => void;
  readonly removed: (addresses: readonly string[], existing: readonly AccessListEntry[]) => void;
  readonly hasChanged: () => boolean;
  /** The plan for the list as it was read last, with what was done in the place of what needed nothing more. */
  readonly planDone: (existing: readonly AccessListEntry[]) => Plan;
}

/** Keeps what was done, by the plan that decided each request. */
export function changeRecord(
  replan: (existing: readonly AccessListEntry[]) => Plan,
  notices: readonly string[],
): ChangeRecord {
  const steps = new Map<string, Step>();
  let runner: Plan['runner'];
  return {
    written(entries, existing) {
      const plan = replan(existing);
      const isWritten = (address: string | undefined) => entries.some((entry) => entry.address === address);
      for (const step of plan.steps.filter(({ address }) => isWritten(address))) {
        // What was added stays added, however often it had to be written.
        if (steps.get(step.address)?.action !== 'add') steps.set(step.address, step);
      }
      if (isWritten(plan.runner?.address)) runner ??= plan.runner;
    },
    removed(addresses, existing) {
      const planned = replan(existing).steps;
      for (const address of addresses) {
        const step = planned.find((one) => one.address === address && one.action === 'remove');
        steps.set(address, step ?? { address, action: 'remove', changes: [], reason: 'is listed no longer' });
      }
    },
    hasChanged: () => steps.size > 0 || runner !== undefined,
    planDone(existing) {
      const plan = replan(existing);
      const isGone = ({ address }: Step) => !plan.steps.some((step) => step.address === address);
      return {
        ...plan,
        steps: [
          ...plan.steps.map((step) => doneInstead(steps.get(step.address), step)),
          ...[...steps.values()].filter(isGone),
        ],
        runner: runner ?? plan.runner,
        notices,
      };
    },
  };
}

/** An entry that was added here and is somebody else's now was made by them. */
function doneInstead(done: Step | undefined, planned: Step): Step {
  const isTheirs = planned.action === 'foreign' && done?.action === 'add';
  return done && !isTheirs ? done : planned;
}
