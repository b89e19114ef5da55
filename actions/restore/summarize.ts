import type { Summary } from '../../src/runner/summary.ts';
import { formatDuration } from '../format.ts';
import { replacesData } from './checks.ts';
import type { NamespaceResult } from './namespaces.ts';
import { isSame } from './survey.ts';
import type { RestoreWish } from './wish.ts';

/** Collections that a person still reads; the runner refuses summaries of over 1 MiB. */
const SHOWN = 50;

/** The job summary of a restore: what came from where, of when, into what, and what became of it. */
export function summarize({
  wish,
  outcome,
  jobId,
  snapshotId,
  restorePoint,
  finishedAt,
  safetySnapshotId,
  results,
  links,
  expiresAt,
  took,
  backupPage,
}: {
  wish: RestoreWish;
  outcome: string;
  jobId: string | undefined;
  snapshotId: string | undefined;
  restorePoint: string | undefined;
  finishedAt: string | undefined;
  safetySnapshotId: string | undefined;
  results: readonly NamespaceResult[];
  /** How many download links there are; never the links. */
  links: number;
  expiresAt: string | undefined;
  took: number;
  backupPage: string;
}): Summary {
  const { from, to } = wish;
  const isDone = outcome === 'restored' || outcome === 'adopted';
  return {
    title: titleOf(wish, outcome),
    facts: [
      ['Source', `${from.clusterName} (project ${from.groupId})`],
      ['Snapshot', snapshotId],
      ['Data of', restorePoint],
      ['Target', to && `${to.clusterName} (project ${to.groupId})`],
      [outcome === 'planned' ? 'Would be replaced' : 'Replaced', to && replacedWords(wish)],
      ['Lost', isDone && !wish.scope ? lostWords(wish, restorePoint) : undefined],
      ['Safety snapshot', safetySnapshotId],
      ['Restore job', jobId],
      ['Outcome', outcome],
      ['Finished', finishedAt],
      [
        'Links',
        links > 0
          ? `${links}, masked, in the output download-urls; good until ${expiresAt ?? 'they expire'}`
          : undefined,
      ],
      ...results.slice(0, SHOWN).map((one) => [one.source, resultWords(one)] as const),
      ['And', results.length > SHOWN ? `${results.length - SHOWN} more, in the output namespaces` : undefined],
      ['The step took', formatDuration(took)],
    ],
    links: [{ text: 'Backups of the source in Atlas', url: backupPage }],
    ...(outcome === 'started' && { note: 'wait is false: nobody has checked that this restore comes to its end.' }),
    ...(outcome === 'planned' && { note: 'Dry run: nothing was changed.' }),
  };
}

function titleOf({ from, to, scope }: RestoreWish, outcome: string): string {
  if (!to) return `Download of a snapshot of ${from.clusterName}: ${outcome}`;
  return `Restore of ${scope ? 'databases into ' : ''}${to.clusterName}: ${outcome}`;
}

function replacedWords(wish: RestoreWish): string {
  if (!wish.scope) return 'all data of the target';
  return replacesData(wish) ? 'the named databases and collections' : 'nothing; new databases or collections only';
}

function lostWords({ from, to }: RestoreWish, restorePoint: string | undefined): string | undefined {
  if (!to) return undefined;
  return isSame(from, to) && restorePoint !== undefined
    ? `what was written to ${to.clusterName} after ${restorePoint}`
    : `what ${to.clusterName} held before`;
}

function resultWords({ target, state, documents, failedIndexes, indexError }: NamespaceResult): string {
  return [
    target === undefined ? undefined : `as ${target}`,
    state,
    documents === undefined ? undefined : `${documents.toLocaleString('en')} documents`,
    failedIndexes > 0 ? `${failedIndexes} indexes failed` : undefined,
    indexError,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}
