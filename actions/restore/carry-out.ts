import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { backupPage } from '../../src/atlas/console-links.ts';
import { RestoreFailed } from '../../src/atlas/restore-completion.ts';
import { beginOnce } from './begin.ts';
import { collectionJobs } from './collection-jobs.ts';
import { readBack, waitForJob, waitForTarget } from './finish.ts';
import { downloadJobs, flexDownloadJobs, flexJobs, type JobFacts, type Jobs, wholeJobs } from './jobs.ts';
import { maskingLinks } from './links.ts';
import type { NamespaceResult } from './namespaces.ts';
import { goesOn, hasFinished, isOver, mayHaveBegun, nothingYet, type Whereabouts } from './notes.ts';
import { prepare, recheckTarget, replaced, type Work } from './prepare.ts';
import type { RestoreWish } from './wish.ts';

/** What became of a restore. */
export interface Carried {
  readonly outcome: 'restored' | 'adopted' | 'started' | 'ready';
  readonly jobId: string;
  readonly facts: JobFacts;
  readonly safetySnapshotId: string | undefined;
  readonly results?: readonly NamespaceResult[];
  /** Name of the first restored database on the target. */
  readonly database?: string | undefined;
  /** As it is now. */
  readonly target?: Cluster | undefined;
}

/** Restores: waits for the target, saves it if that is wanted, begins once, waits for the end, and reads back what is there. */
export async function carryOut(client: AtlasClient, wish: RestoreWish, work: Work): Promise<Carried> {
  const { from, to, scope } = wish;
  const { found } = work;
  const subject = { source: wish.source, snapshotId: found.snapshot?.id, from };
  const isFlex = found.source?.tier === 'FLEX';
  // One call for each kind: a list of them would lose the type of their jobs.
  if (!to) {
    return isFlex
      ? await run(client, wish, { ...work, jobs: flexDownloadJobs(client, subject) })
      : await run(client, wish, { ...work, jobs: downloadJobs(client, subject) });
  }
  if (scope) return await run(client, wish, { ...work, jobs: collectionJobs(client, subject, { to, scope }) });
  return isFlex
    ? await run(client, wish, { ...work, jobs: flexJobs(client, subject, to) })
    : await run(client, wish, { ...work, jobs: wholeJobs(client, subject, to) });
}

async function run<Job extends { readonly id: string }>(
  client: AtlasClient,
  wish: RestoreWish,
  { jobs: bare, ...work }: Work & { jobs: Jobs<Job> },
): Promise<Carried> {
  const { context } = work;
  const { from, to } = wish;
  const jobs = maskingLinks(bare, context);
  const { early, listed, safetySnapshotId } = await prepare(client, wish, { ...work, jobs });
  context.publish({ 'safety-snapshot-id': safetySnapshotId });

  const place = to ? `into cluster "${to.clusterName}" in project ${to.groupId}` : `of cluster "${from.clusterName}"`;
  const where = { place, isDownload: !to, safetySnapshotId };
  context.underway(nothingYet(where));
  const { job, outcome } = early
    ? { job: early, outcome: 'adopted' as const }
    : await beginOnce(client, {
        jobs,
        from,
        listed,
        recheck: () => recheckTarget(client, wish, work),
        underway: (isSent) =>
          context.underway(isSent ? mayHaveBegun(where, backupPage(client.baseUrl, from)) : nothingYet(where)),
      });
  context.publish({ 'restore-job-id': job.id });
  context.log.info(
    outcome === 'begun'
      ? `Atlas has begun restore job ${job.id}.`
      : `The same restore is under way already (job ${job.id}).`,
  );
  context.underway(goesOn(where, job.id));
  try {
    const carried = await follow(client, wish, { ...work, jobs, job, where, isAdopted: outcome === 'adopted' });
    context.underway(undefined);
    return { ...carried, jobId: job.id, safetySnapshotId };
  } catch (error) {
    if (error instanceof RestoreFailed && !error.mayGoOn) context.underway(isOver(where));
    throw error;
  }
}

/** Follows a job as far as the author wants: to its acceptance, or to where its data can be used. */
async function follow<Job extends { readonly id: string }>(
  client: AtlasClient,
  wish: RestoreWish,
  {
    jobs,
    job,
    where,
    isAdopted,
    ...work
  }: Work & { jobs: Jobs<Job>; job: Job; where: Whereabouts; isAdopted: boolean },
): Promise<Omit<Carried, 'jobId' | 'safetySnapshotId'>> {
  const { context, inputs, found } = work;
  const { to } = wish;
  if (!inputs.wait) {
    // Throws for one that has failed already.
    const isReady = jobs.kind.isDone(job) && !to;
    return { outcome: isReady ? 'ready' : 'started', facts: jobs.factsOf(job), target: found.target };
  }
  const facts = jobs.factsOf(await waitForJob(client, wish, { jobs, job, context }));
  if (!to) return { outcome: 'ready', facts };
  context.underway(hasFinished(where, job.id));
  const target = await waitForTarget(client, to, { context, before: found.target });
  if (found.target && target.id !== found.target.id) throw new RestoreFailed(replaced(to, [found.target, target]));
  const restored = await readBack(client, wish, { jobId: job.id, context });
  context.log.info(`The restore is finished, and "${to.clusterName}" can be used.`);
  return { ...restored, outcome: isAdopted ? 'adopted' : 'restored', facts, target };
}
