import type { ActionResult } from '../../src/runner/context.ts';
import { formatDuration } from '../format.ts';
import type { sweep as definition } from './action.ts';
import { type Finding, type Findings, keptIn } from './findings.ts';

type Result = ActionResult<typeof definition>;

/** The outputs as far as the step has come. */
export function outputsOf(findings: Findings): Result['outputs'] {
  const { deleted, failed } = findings;
  return { deleted, kept: keptIn(findings), failed, count: deleted.length };
}

/** Outputs, the table of the summary, and where not all went well the reason why the step is red. */
export function resultOf(
  findings: Findings,
  { scope, dryRun, took, cutShort }: { scope: string; dryRun: boolean; took: number; cutShort: string | undefined },
): Result {
  const { deleted, failed } = findings;
  const kept = keptIn(findings);
  const failure = [cutShort, failureText(failed)].filter((part) => part !== undefined).join('\n');
  const done = dryRun ? 'would be deleted' : 'deleted';
  const row = (outcome: string) => (one: Finding) => [outcome, one.kind, one.name, one.project, one.why];
  return {
    outputs: outputsOf(findings),
    summary: {
      title: `Sweep of ${scope}: ${deleted.length} ${done}, ${kept.length} kept, ${failed.length} failed`,
      facts: [
        ['Dry run', dryRun ? 'nothing was deleted; set dry-run: false to sweep' : undefined],
        ['The step took', formatDuration(took)],
      ],
      table: {
        head: ['', 'Kind', 'Name', 'Project', 'Why'],
        rows: [...failed.map(row('failed')), ...deleted.map(row(done)), ...kept.map(row('kept'))],
      },
      ...(failure !== '' && { note: failure }),
    },
    ...(failure !== '' && { failure }),
  };
}

/** Annotations are cut at four thousand characters; the table has all of them. */
const MOST_LINES = 8;

function failureText(failed: readonly Finding[]): string | undefined {
  if (failed.length === 0) return undefined;
  const lines = failed.slice(0, MOST_LINES).map(({ kind, name, project, why }) => {
    const place = project === '' ? '' : ` in project "${project}"`;
    return `- ${kind} ${name}${place}: ${why}`;
  });
  const more = failed.length > MOST_LINES ? [`- and ${failed.length - MOST_LINES} more, see the output failed`] : [];
  return [`${count(failed.length)} could not be done; all else was.`, ...lines, ...more].join('\n');
}

function count(number: number): string {
  return number === 1 ? 'One thing' : `${number} things`;
}
