import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { backupPage } from '../../src/atlas/console-links.ts';
import type { Look } from '../../src/atlas/last-look.ts';
import { RestoreFailed } from '../../src/atlas/restore-completion.ts';
import type { Snapshot } from '../../src/atlas/snapshots.ts';
import { beginOnce } from './begin.ts';
import { collectionJobs } from './collection-jobs.ts';
import { readBack, waitForJob, waitForTarget } from './finish.ts';
import { confirmRestored, targetToHandOver } from './hand-over.ts';
import { downloadJobs, flexDownloadJobs, flexJobs, type JobFacts, type Jobs, wholeJobs } from './jobs.ts';
import { confirmLinks } from './last-look.ts';
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
  /** What the author should know of the user of the connection string. */
  readonly warnings?: readonly string[];
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
  const beganAt = client.clock.now();
  const { early, listed, safety } = await prepare(client, wish, { ...work, jobs });
  const safetySnapshotId = safety?.id;
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
        recheck: () => recheckTarget(client, wish, { ...work, safety }),
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
    const isAdopted = outcome === 'adopted';
    const seen = { ...job, readAt: beganAt };
    const carried = await follow(client, wish, { ...work, jobs, job: seen, where, isAdopted, safety });
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
    safety,
    ...work
  }: Work & { jobs: Jobs<Job>; job: Job & Look; where: Whereabouts; isAdopted: boolean; safety: Snapshot | undefined },
): Promise<Omit<Carried, 'jobId' | 'safetySnapshotId'>> {
  const { context, inputs, found } = work;
  const { to } = wish;
  if (!inputs.wait) {
    // Throws for one that has failed already.
    if (jobs.kind.isDone(job) && !to) return await ready(client, wish, { jobs, job });
    return { outcome: 'started', facts: jobs.factsOf(job), ...(await targetToHandOver(client, wish, work)) };
  }
  const done = await waitForJob(client, wish, { jobs, job, context });
  if (!to) return await ready(client, wish, { jobs, job: done });
  context.underway(hasFinished(where, job.id));
  const target = await waitForTarget(client, to, { context, before: found.target });
  if (found.target && target.id !== found.target.id) throw new RestoreFailed(replaced(to, [found.target, target]));
  const restored = await readBack(client, wish, { jobId: job.id, context });
  const last = await confirmRestored(client, wish, { ...work, jobs, job: done, target, safety });
  context.log.info(`The restore is finished, and "${to.clusterName}" can be used.`);
  return { ...restored, outcome: isAdopted ? 'adopted' : 'restored', ...last };
}

async function ready<Job extends { readonly id: string }>(
  client: AtlasClient,
  wish: RestoreWish,
  { jobs, job }: { jobs: Jobs<Job>; job: Job & Look },
) {
  return { outcome: 'ready' as const, facts: jobs.factsOf(await confirmLinks(client, wish, { jobs, job })) };
}
