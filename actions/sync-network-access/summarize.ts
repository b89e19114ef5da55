import type { Summary } from '../../src/runner/summary.ts';
import type { Plan } from './plan.ts';
import { planRows } from './render.ts';

/** The job summary: the plan, and what came of it. */
export function summarize(
  plan: Plan,
  { outcome, groupId, wait }: { outcome: string; groupId: string; wait: boolean },
): Summary {
  const isPlanned = outcome === 'planned';
  return {
    title: isPlanned ? 'Network access (dry run: nothing was changed)' : `Network access: ${outcome}`,
    facts: [
      ['Project', groupId],
      ...planRows(plan).map(({ action, address, details }) => [`${action}: ${address}`, details] as const),
    ],
    ...(!wait && { note: 'wait is false: nobody has checked that connections get through.' }),
  };
}
