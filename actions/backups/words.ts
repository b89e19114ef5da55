/** Snapshots are in one of these states; Atlas spells them otherwise for Flex clusters. */
export const snapshotStatuses = ['queued', 'inProgress', 'completed', 'failed'] as const;

/** The same words for every kind of restore job: Atlas has others for each, or none. */
export const jobStatuses = [
  'queued',
  'running',
  'completed',
  'failed',
  'cancelled',
  'expired',
  'ready-to-download',
] as const;

/** How a snapshot came about. */
export const snapshotTypes = ['on-demand', 'scheduled', 'fallback'] as const;

/** What a restore job does. */
export const jobTypes = ['automated', 'point-in-time', 'download', 'collections'] as const;

/** What backups can do. */
export const operations = [
  'info',
  'list',
  'describe',
  'delete',
  'list-restore-jobs',
  'restore-status',
  'cancel-restore',
] as const;

export type OperationName = (typeof operations)[number];
