import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, expect } from 'vitest';

/** How often something was tried, for the report at the end of `npm test`. */
export interface Count {
  /** What is shown: "Faults". */
  readonly proof: string;
  readonly action: string;
  /** The row of the report: "cut after its effect". */
  readonly kind: string;
  readonly cases: number;
  readonly violations: number;
}

/** Where test files leave their counts, below the root of the repository. */
export const COUNTS = 'build/proof';

const counts = new Map<string, Count>();

type Row = Pick<Count, 'proof' | 'action' | 'kind'>;

/** Does what one case is made of, a case of one row or of several. Whatever it throws fails the test, and is a violation. */
export async function tried(rows: Row | readonly Row[], work: () => Promise<void>): Promise<void> {
  let violations = 1;
  try {
    await work();
    violations = 0;
  } finally {
    for (const row of [rows].flat()) tally(row, { violations });
  }
}

/** Adds one case, or several, to the report. */
export function tally(row: Row, { cases = 1, violations = 0 } = {}): void {
  const key = JSON.stringify([row.proof, row.action, row.kind]);
  const before = counts.get(key);
  counts.set(key, {
    ...row,
    cases: (before?.cases ?? 0) + cases,
    violations: (before?.violations ?? 0) + violations,
  });
}

afterAll(() => {
  const name = relative('test', expect.getState().testPath ?? '').replaceAll(/[\\/]/g, '-');
  mkdirSync(COUNTS, { recursive: true });
  writeFileSync(join(COUNTS, `${name}.json`), JSON.stringify([...counts.values()], undefined, 2));
});
