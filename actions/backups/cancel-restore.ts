import { AtlasError, mayHaveTakenEffect } from '../../src/atlas/errors.ts';
import { poll } from '../../src/atlas/polling.ts';
import { cancelRestoreJob } from '../../src/atlas/restore-jobs.ts';
import { findJob } from './find-job.ts';
import { hasEnded, type JobView, type ShownJob } from './restore-job.ts';
import { jobFacts } from './restore-status.ts';
import type { Report, Work } from './work.ts';

/** Cancels a download. One that has ended, or is gone, is success: there is nothing to cancel any more. */
export async function cancelRestore(work: Work): Promise<Report> {
  const { context, inputs } = work;
  const job = await findJob(work, inputs['restore-job-id'] ?? '');
  if (!job) return absent(work);
  maskLinks(work, job);
  const { view } = job;
  if (hasEnded(view)) {
    context.log.notice(`Restore job ${view.id} is ${view.status} already: there is nothing to cancel.`);
    return reportOf(view, view.status);
  }
  assertCancellable(work, view);
  if (inputs['dry-run']) {
    context.log.info(`Download ${view.id} (${view.status}) would be cancelled.`);
    return reportOf(view, 'planned');
  }
  const ended = await cancelAndReadBack(work, view);
  context.log.info(`Download ${view.id} is ${ended.status}.`);
  return reportOf(ended, ended.status);
}

function assertCancellable({ subject }: Work, { id, type, status }: JobView): void {
  const isDownload = type === 'download' && subject.cluster.tier !== 'FLEX';
  if (isDownload) return;
  const why =
    subject.cluster.tier === 'FLEX'
      ? 'of a Flex cluster no restore and no download can be cancelled'
      : type === 'collections'
        ? 'Atlas has no way to cancel a restore of databases and collections'
        : 'Atlas cancels downloads only, and this restore writes into its target until it ends';
  throw new Error(`Restore job ${id} of cluster "${subject.address.clusterName}" is ${status}, and goes on: ${why}.`);
}

/** Milliseconds between two looks whether it has ended. */
const LOOK_AGAIN = 3_000;

async function cancelAndReadBack(work: Work, view: JobView): Promise<JobView> {
  const { client, context, subject } = work;
  const { id } = view;
  const readBack = async (): Promise<JobView> => {
    const job = await findJob(work, id);
    if (job) maskLinks(work, job);
    // Gone is as good as cancelled: its links are of no use any more.
    return job?.view ?? { ...view, status: 'cancelled', links: 0 };
  };
  context.underway(`Atlas may have cancelled download ${id}; run the step again to see.`);
  try {
    await cancelRestoreJob(client, subject.address, id);
  } catch (error) {
    if (client.signal.aborted || !(error instanceof AtlasError)) throw error;
    // It may have ended meanwhile, or an answer was lost on the way to this one.
    const now = await readBack();
    if (hasEnded(now)) return now;
    if (!mayHaveTakenEffect(error)) context.underway(undefined);
    throw error;
  }
  const ended = await poll(client, {
    read: readBack,
    done: hasEnded,
    schedule: (elapsed) => (elapsed === 0 ? 0 : LOOK_AGAIN),
    since: client.clock.now(),
    what: `The cancellation of download ${id}`,
  });
  context.underway(undefined);
  return ended;
}

function maskLinks({ context }: Work, { secrets }: ShownJob): void {
  for (const secret of secrets) context.mask(secret);
}

function absent({ context, subject, inputs }: Work): Report {
  const { clusterName, groupId } = subject.address;
  const what = `There is no restore job ${inputs['restore-job-id']} of cluster "${clusterName}" in project ${groupId} (any more): nothing was cancelled.`;
  context.log.notice(`${what} If it should be there, check restore-job-id and cluster-name.`);
  return { result: {}, count: 0, status: 'absent', title: 'Restore job: absent', facts: [], note: what };
}

function reportOf(view: JobView, status: string): Report {
  return {
    result: { ...view },
    count: 1,
    status,
    title: `Restore job ${view.id}: ${status}`,
    facts: jobFacts(view),
    ...(status === 'planned' && { note: 'dry-run: nothing was cancelled.' }),
  };
}
