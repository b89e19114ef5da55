import { readTime } from '../../src/atlas/iso-time.ts';
import { listJobs } from './find-job.ts';
import { jobColumns, jobRow } from './job-table.ts';
import { isAmong, listed } from './listing.ts';
import type { Report, Work } from './work.ts';

/** The restore jobs of a cluster that match, of every kind. */
export async function listRestoreJobs(work: Work): Promise<Report> {
  const { context, subject, inputs } = work;
  return listed(work, {
    what: 'restore job',
    title: `Restores from backups of ${subject.address.clusterName}`,
    items: await listJobs(work),
    timeOf: ({ view }) => readTime(view.createdAt),
    matches: ({ view }) => isAmong(inputs.status, view.status) && isAmong(inputs.type, view.type),
    viewOf: ({ view, secrets }) => {
      for (const secret of secrets) context.mask(secret);
      return view;
    },
    columns: jobColumns,
    rowOf: jobRow,
  });
}
