import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actions } from '../actions/index.ts';
import type { Count } from '../test/support/tally.ts';

/** Of the tables, in this order; others come last. */
const titles = ['Faults', 'Faults through the bundle', 'Interleavings', 'Secrets', 'Hostile answers', 'Bad inputs'];

/** Prints what the tests have counted: a table per proof, kinds down, actions across, and the violations of each action. */
export function printProof(folder: string): void {
  const counts = readCounts(folder);
  const proofs = new Set(counts.map(({ proof }) => proof));
  for (const proof of new Set([...titles.filter((title) => proofs.has(title)), ...proofs])) {
    const own = counts.filter((count) => count.proof === proof);
    if (proof === 'Interleavings') console.log(`\n${interleavingsTitle}\n${interleavings(own).join('\n')}`);
    else console.log(`\n${proof}: how often each kind was tried\n${table(own).join('\n')}`);
  }
}

function readCounts(folder: string): readonly Count[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      // Written by test/support/tally.ts.
      return JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly Count[];
    });
}

const interleavingsTitle =
  'Interleavings: two steps at once, the second run whole at each boundary of the first, and both cut at random';

/** Its kinds are no parts of a whole, and its columns are groups of pairs, not actions. */
function interleavings(counts: readonly Count[]): readonly string[] {
  const groups = [...new Set(counts.map(({ action }) => action))];
  const kinds = ['pairs', 'boundaries', 'interleavings'];
  const sum = (what: 'cases' | 'violations', isCounted: (count: Count) => boolean) =>
    counts.filter(isCounted).reduce((total, count) => total + count[what], 0);
  const row = (name: string, countOf: (isOf: (count: Count) => boolean) => number) => [
    name,
    ...groups.map((group) => countOf(({ action }) => action === group).toLocaleString('en')),
    countOf(() => true).toLocaleString('en'),
  ];
  return aligned([
    ['', ...groups, 'all'],
    ...kinds.map((kind) => row(kind, (isOf) => sum('cases', (count) => count.kind === kind && isOf(count)))),
    row('violations', (isOf) => sum('violations', isOf)),
  ]);
}

function table(counts: readonly Count[]): readonly string[] {
  const names = actions.map(({ definition }) => definition.name);
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  const sum = (what: 'cases' | 'violations', filter: (count: Count) => boolean) =>
    counts.filter(filter).reduce((total, count) => total + count[what], 0);
  const row = (name: string, countOf: (action: string | undefined) => number) => [
    name,
    ...[...names, undefined].map((action) => countOf(action).toLocaleString('en')),
  ];
  const isOf = (action: string | undefined) => (count: Count) => action === undefined || count.action === action;
  const rows = [
    ['', ...names, 'all'],
    ...kinds.map((kind) => row(kind, (action) => sum('cases', (count) => count.kind === kind && isOf(action)(count)))),
    row('cases', (action) => sum('cases', isOf(action))),
    row('violations', (action) => sum('violations', isOf(action))),
  ];
  return aligned(rows);
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = ([name = '', ...cells]: readonly string[]) =>
    [name.padEnd(widths[0] ?? 0), ...cells.map((cell, index) => cell.padStart(widths[index + 1] ?? 0))].join('  ');
  const rule = '-'.repeat(line(rows[0] ?? []).length);
  // Below the names of the actions, and above the sums.
  return rows.flatMap((row, index) => ([1, rows.length - 2].includes(index) ? [rule, line(row)] : [line(row)]));
}
