import type { Change, Plan, PlanStep } from './plan.ts';

/** A row of the plan's table. */
export interface PlanRow {
  readonly action: string;
  readonly what: string;
  readonly details: string;
}

const kindNames: Readonly<Record<PlanStep['kind'], string>> = {
  project: 'project',
  cluster: 'cluster',
  user: 'user',
  'access-list-entry': 'access entry',
};

/** The plan as rows of a table, for the summary. */
export function planRows({ steps }: Plan): readonly PlanRow[] {
  return steps.map((step) => ({
    action: step.action,
    what: `${kindNames[step.kind]} ${step.name}`,
    details: step.changes.length > 0 ? step.changes.map(showChange).join('; ') : step.reason,
  }));
}

const signs: Readonly<Record<PlanStep['action'], string>> = { create: '+', update: '~', unchanged: '=' };

/** The plan as lines of a log. */
export function planLines(plan: Plan): readonly string[] {
  const lines = plan.steps.flatMap((step) => [
    `${signs[step.action]} ${kindNames[step.kind]} ${oneLine(step.name)}: ${step.action}, ${step.reason}`,
    ...step.changes.map((change) => `    ${oneLine(showChange(change))}`),
  ]);
  return [...lines, ...plan.notices.map((notice) => `! ${oneLine(notice)}`), countLine(plan)];
}

/** The plan as JSON, for the output. */
export function planJson({ steps, notices }: Plan): string {
  return JSON.stringify({ steps, notices });
}

function showChange({ field, from, to }: Change): string {
  return from === undefined ? `${field}: ${to}` : `${field}: ${from} → ${to}`;
}

function countLine({ steps }: Plan): string {
  const count = (action: PlanStep['action']) => steps.filter((step) => step.action === action).length;
  return `Plan: ${count('create')} to create, ${count('update')} to update, ${count('unchanged')} unchanged.`;
}

/** Names and values come from the author, and may hold anything. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
