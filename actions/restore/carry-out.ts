import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { readOrFail, waitUntilApplied, waitUntilIdle } from '../../src/atlas/cluster-readiness.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import { listRestoredCollections } from '../../src/atlas/collection-restore-jobs.ts';
import { backupPage } from '../../src/atlas/console-links.ts';
import { RestoreFailed, readRestoredCollections, waitUntilRestored } from '../../src/atlas/restore-completion.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import { clusterProgress } from '../cluster-progress.ts';
import { formatUsual } from '../format.ts';
import type { restore as definition } from './action.ts';
import { beginOnce, sameUnderway } from './begin.ts';
import {
  collectionJobs,
  downloadJobs,
  flexDownloadJobs,
  flexJobs,
  type JobFacts,
  type Jobs,
  wholeJobs,
} from './jobs.ts';
import {
  assertRestored,
  culpritsOf,
  firstDatabase,
  type NamespaceResult,
  resultsOf,
  warningsOf,
} from './namespaces.ts';
import { restoreProgress } from './progress.ts';
import { findSafetySnapshot, takeSafetySnapshot } from './safety.ts';
import type { Survey } from './survey.ts';
import type { Inputs, RestoreWish } from './wish.ts';

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

interface Work {
  readonly found: Survey;
  readonly inputs: Inputs;
  readonly context: ActionContext<typeof definition>;
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
  { jobs, ...work }: Work & { jobs: Jobs<Job> },
): Promise<Carried> {
  const { context, inputs } = work;
  const { from, to } = wish;
  // Looked at first: a target that is being restored into need not be IDLE.
  const listed = await jobs.list();
  const early = sameUnderway(listed, jobs);
  const prepared = await prepareTarget(client, wish, { ...work, early });
  const { safetySnapshotId } = prepared;
  context.publish({ 'safety-snapshot-id': safetySnapshotId });

  const place = to ? `into cluster "${to.clusterName}" in project ${to.groupId}` : `of cluster "${from.clusterName}"`;
  const { job, outcome } = early
    ? { job: early, outcome: 'adopted' as const }
    : await beginOnce(client, {
        jobs,
        from,
        listed: prepared.hasWaited ? undefined : listed,
        note: `Atlas may have begun a restore ${place}; look there before anything else: ${backupPage(client.baseUrl, from)}`,
        underway: context.underway,
      });
  context.publish({ 'restore-job-id': job.id });
  context.log.info(
    outcome === 'begun'
      ? `Atlas has begun restore job ${job.id}.`
      : `The same restore is under way already (job ${job.id}).`,
  );
  context.underway(underwayNote(job.id, { place, isDownload: !to }));
  const ended = { jobId: job.id, safetySnapshotId };
  if (!inputs.wait) {
    context.underway(undefined);
    return { ...ended, outcome: 'started', facts: jobs.factsOf(job), target: work.found.target };
  }
  const done = await finish(client, wish, { jobs, job, context });
  const facts = jobs.factsOf(done);
  if (!to) {
    for (const url of facts.urls) context.mask(url);
    context.underway(undefined);
    return { ...ended, outcome: 'ready', facts };
  }
  const target = await waitForTarget(client, to, { context, tier: work.found.target?.tier ?? 'unknown' });
  const restored = await readBack(client, wish, { jobId: job.id, context });
  context.underway(undefined);
  context.log.info(`The restore is finished, and "${to.clusterName}" can be used.`);
  return { ...ended, ...restored, outcome: outcome === 'begun' ? 'restored' : 'adopted', facts, target };
}

/**
 * Waits until the target is idle, and saves it if that is wanted: the safety snapshot stands before the first request that
 * destroys anything, whichever attempt of the step sent that.
 */
async function prepareTarget(
  client: AtlasClient,
  { to, safetySnapshot }: RestoreWish,
  { early, found: { target }, inputs, context }: Work & { early: { readonly id: string } | undefined },
): Promise<{ readonly safetySnapshotId: string | undefined; readonly hasWaited: boolean }> {
  if (!to || !target) return { safetySnapshotId: undefined, hasWaited: false };
  if (early) {
    const safetySnapshotId = safetySnapshot
      ? await earlierSafetySnapshot(client, to, { context, cluster: target, jobId: early.id })
      : undefined;
    return { safetySnapshotId, hasWaited: false };
  }
  await waitUntilIdle(client, to, { cluster: target, onState: clusterProgress(context) });
  const hasWaited = target.stateName !== 'IDLE';
  if (!safetySnapshot) return { safetySnapshotId: undefined, hasWaited };
  const retentionInDays = inputs['safety-retention-days'];
  const { id } = await takeSafetySnapshot(client, to, { context, retentionInDays });
  context.underway(`Safety snapshot ${id} of "${to.clusterName}" stays; nothing has been restored yet.`);
  return { safetySnapshotId: id, hasWaited: true };
}

async function earlierSafetySnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  { context, cluster, jobId }: { context: Work['context']; cluster: Cluster; jobId: string },
): Promise<string> {
  const earlier = await findSafetySnapshot(client, address, { context, cluster });
  if (earlier) return earlier.id;
  throw new Error(
    `The same restore into "${address.clusterName}" is under way already (job ${jobId}), begun without a safety snapshot of this step, and it is too late to take one. Wait for it to end; set safety-snapshot: false to adopt it.`,
  );
}

function underwayNote(jobId: string, { place, isDownload }: { place: string; isDownload: boolean }): string {
  return isDownload
    ? `Download job ${jobId} ${place} may still go on in Atlas; its links end by themselves.`
    : `Restore job ${jobId} ${place} goes on in Atlas, which cannot cancel it. Until it ends nothing may be written there; run the step again to wait for it.`;
}

async function finish<Job extends { readonly id: string }>(
  client: AtlasClient,
  wish: RestoreWish,
  { jobs, job, context }: { jobs: Jobs<Job>; job: Job; context: Work['context'] },
): Promise<Job> {
  const narrate = restoreProgress(context, job.id);
  const { usual } = jobs.kind;
  context.log.info(
    `Waiting until it is done; ${usual ? `usually ${formatUsual(usual)}, and more with much data` : 'how long depends on the data'}.`,
  );
  try {
    return await waitUntilRestored(client, wish.from, {
      kind: jobs.kind,
      job,
      onState: (state) => narrate(jobs.factsOf(state)),
    });
  } catch (error) {
    throw wish.scope ? await withCulprits(error, client, { from: wish.from, jobId: job.id }) : error;
  }
}

/** Names the collections because of which a job has failed. Whatever that meets, the first error stays. */
async function withCulprits(
  error: unknown,
  client: AtlasClient,
  { from, jobId }: { from: ClusterAddress; jobId: string },
): Promise<unknown> {
  if (!(error instanceof RestoreFailed) || client.signal.aborted) return error;
  try {
    const culprits = culpritsOf(resultsOf(await listRestoredCollections(client, from, jobId)));
    return culprits === undefined ? error : new RestoreFailed(`${error.message} ${culprits}`, { cause: error });
  } catch (failure) {
    client.log(`No more could be found out: ${failure instanceof Error ? failure.message : String(failure)}`);
    return error;
  }
}

/** After the job the target is busy for a while: it can be used when it is IDLE, and all changes have reached it. */
async function waitForTarget(
  client: AtlasClient,
  address: ClusterAddress,
  { context, tier }: { context: Work['context']; tier: string },
): Promise<Cluster> {
  const cluster = await readOrFail(client, address, tier);
  const idle = await waitUntilIdle(client, address, { cluster, onState: clusterProgress(context) });
  if (idle.tier !== 'FLEX') await waitUntilApplied(client, address);
  return idle;
}

async function readBack(
  client: AtlasClient,
  { from, scope }: RestoreWish,
  { jobId, context }: { jobId: string; context: Work['context'] },
): Promise<Pick<Carried, 'results' | 'database'>> {
  if (!scope) return {};
  const results = resultsOf(await readRestoredCollections(client, from, jobId));
  context.publish({ namespaces: results });
  assertRestored(results, { scope, jobId });
  for (const warning of warningsOf(results, scope)) context.log.warning(warning);
  return { results, database: firstDatabase(results, scope) };
}
