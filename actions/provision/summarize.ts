import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { Summary } from '../../src/runner/summary.ts';
import type { Plan } from '../../src/spec/plan.ts';
import { planRows } from '../../src/spec/render-plan.ts';
import { formatDuration } from '../format.ts';

/** The job summary of a dry run: the plan. */
export function summarizePlan(plan: Plan): Summary {
  return { title: 'Plan (dry run: nothing was changed)', facts: planFacts(plan) };
}

/** The job summary of what was provisioned. */
export function summarizeProvision({
  environment,
  outcome,
  groupId,
  clusters,
  plan,
  username,
  expires,
  waited,
  took,
}: {
  environment: string | undefined;
  outcome: string;
  groupId: string;
  clusters: readonly Cluster[];
  plan: Plan;
  username: string | undefined;
  expires: string | undefined;
  waited: boolean;
  took: number;
}): Summary {
  return {
    title: environment === undefined ? `Provisioned: ${outcome}` : `Environment ${environment}: ${outcome}`,
    facts: [
      ['Project', groupId],
      ...clusters.map(
        ({ name, tier, mongodbVersion }) =>
          ['Cluster', [name, tier, mongodbVersion].filter(Boolean).join(', ')] as const,
      ),
      ['Database user', username],
      ['Expires', expires],
      ['The step took', formatDuration(took)],
      ...planFacts(plan),
    ],
    ...(!waited && { note: 'wait is false: nobody has checked that everything can be used.' }),
  };
}

function planFacts(plan: Plan): Summary['facts'] {
  return planRows(plan).map(({ action, what, details }) => [`${action}: ${what}`, details] as const);
}
