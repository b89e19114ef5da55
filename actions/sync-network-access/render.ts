import { isoTime } from '../../src/atlas/iso-time.ts';
import type { Change } from '../../src/spec/plan.ts';
import type { Action, Plan, Step } from './plan.ts';

/** A row of the plan: what is done, where, and why. */
export interface Row {
  readonly action: string;
  readonly address: string;
  readonly details: string;
}

/** The plan as rows, for the log and the summary. */
export function planRows({ steps, runner }: Plan): readonly Row[] {
  const rows = steps.map((step) => ({ action: step.action, address: step.address, details: detailsOf(step) }));
  if (!runner) return rows;
  const end = runner.expiresAt === undefined ? 'for good' : `until ${isoTime(runner.expiresAt)}`;
  return [...rows, { action: runner.kind, address: runner.address, details: `this runner, ${end}` }];
}

/** The plan as lines of a log: a table. */
export function planLines(plan: Plan): readonly string[] {
  const rows = planRows(plan);
  const width = (column: 'action' | 'address') => Math.max(...rows.map((row) => row[column].length));
  return [
    ...rows.map(({ action, address, details }) =>
      oneLine(`${action.padEnd(width('action'))}  ${address.padEnd(width('address'))}  ${details}`),
    ),
    ...plan.notices.map((notice) => `! ${oneLine(notice)}`),
    countLine(plan),
  ];
}

/** The plan as JSON, for the output. */
export function planJson({ steps, runner, notices }: Plan): string {
  const { address, kind: action, expiresAt } = runner ?? {};
  const shown = runner && { address, action, 'expires-at': expiresAt === undefined ? null : isoTime(expiresAt) };
  return JSON.stringify({ entries: steps, runner: shown ?? null, notices });
}

function detailsOf({ changes, reason }: Step): string {
  return changes.length > 0 ? changes.map(showChange).join('; ') : reason;
}

function showChange({ field, from, to }: Change): string {
  return from === undefined ? `${field}: ${to}` : `${field}: ${from} → ${to}`;
}

/** A plan of the runner's address alone has its one row, and nothing to count. */
function countLine({ steps, runner }: Plan): string {
  if (steps.length === 0 && runner) return `Plan: ${runner.address} for this runner; no listed entries.`;
  const count = (action: Action) => steps.filter((step) => step.action === action).length;
  return `Plan: ${count('add')} to add, ${count('update')} to update, ${count('remove')} to remove, ${count('keep')} to keep, ${count('foreign')} of others.`;
}

/** Comments come from people, and may hold anything. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trimEnd();
}
