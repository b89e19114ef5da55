import { formatCount } from '../format.ts';
import type { JobView } from './restore-job.ts';

/** The heads of a table of jobs. */
export const jobColumns = [
  'Restore job',
  'Status',
  'Type',
  'Begun',
  'Finished',
  'Data of',
  'Target',
  'Progress',
] as const;

/** A row of a table of jobs. */
export function jobRow(view: JobView): readonly (string | undefined)[] {
  const { id, status, type, createdAt, finishedAt, snapshotId, pointInTime, targetClusterName } = view;
  return [
    id,
    status,
    type,
    createdAt,
    finishedAt,
    snapshotId === undefined ? pointInTime : `snapshot ${snapshotId}`,
    targetClusterName,
    progressOf(view),
  ];
}

/** How far a job is, in words; undefined where Atlas does not tell. */
export function progressOf(view: JobView): string | undefined {
  const { restoredDocuments, totalDocuments, percent, links, expiresAt, status, error } = view;
  if (error !== undefined) return error;
  if (percent !== undefined) {
    return `${restoredDocuments?.toLocaleString('en')} of ${totalDocuments?.toLocaleString('en')} documents (${percent} %)`;
  }
  return status === 'ready-to-download'
    ? `${formatCount(links ?? 0, 'link')}, until ${expiresAt ?? 'they expire'}`
    : undefined;
}
