import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { Snapshot } from '../../src/atlas/snapshots.ts';
import { flexJobs, type JobFacts, type Jobs, wholeJobs } from './jobs.ts';
import { type Check, confirmAll, jobCheck, plainCheck, readTarget, rivalCheck, targetCheck } from './last-look.ts';
import type { Work } from './prepare.ts';
import { recheckSafetySnapshot } from './safety.ts';
import { isSame } from './survey.ts';
import type { RestoreWish } from './wish.ts';

/** What is handed over, as it was read last. */
export interface HandedOver {
  readonly facts: JobFacts;
  readonly target: Cluster;
  readonly warnings: readonly string[];
}

/** Looks once more at all that a finished restore hands over, after everything that had to be waited for. */
export async function confirmRestored<Job extends { readonly id: string }>(
  client: AtlasClient,
  wish: RestoreWish,
  work: Work & { jobs: Jobs<Job>; job: Job; target: Cluster; safety: Snapshot | undefined },
): Promise<HandedOver> {
  const { to } = wish;
  const { jobs, job, context, login, safety } = work;
  let { target } = work;
  let facts = jobs.factsOf(job);
  let warnings: readonly string[] = [];
  if (!to) return { facts, target, warnings };
  const checks: readonly Check[] = [
    jobCheck(client, wish, {
      jobs,
      job,
      to,
      onRead: (read) => {
        facts = jobs.factsOf(read);
      },
    }),
    ...rollbackChecks(client, wish, { target, job }),
    plainCheck(async () => {
      if (safety) await recheckSafetySnapshot(client, to, { safety, context });
    }),
    plainCheck(async () => {
      if (login) warnings = await login.recheck();
    }),
    targetCheck(client, to, {
      before: target,
      context,
      onRead: (read) => {
        target = read;
      },
    }),
  ];
  await confirmAll(client, { checks, what: `Restore job ${job.id} into cluster "${to.clusterName}"` });
  return { facts, target, warnings };
}

/** A cluster's own backups are restored in a list of their own, where others put back what this restore has replaced. */
function rollbackChecks(
  client: AtlasClient,
  { from, to, scope, source }: RestoreWish,
  { target, job }: { target: Cluster; job: { readonly id: string } },
): readonly Check[] {
  // Whoever may restore into another project need not be allowed to list what goes on there.
  if (!to || to.groupId !== from.groupId || (isSame(from, to) && !scope)) return [];
  const subject = { source, snapshotId: undefined, from: to };
  return [
    target.tier === 'FLEX'
      ? rivalCheck(flexJobs(client, subject, to), { job, to })
      : rivalCheck(wholeJobs(client, subject, to), { job, to }),
  ];
}

/** The target of a restore that nobody waits for: its connection string is handed over only as long as it leads somewhere. */
export async function targetToHandOver(
  client: AtlasClient,
  { to, scope }: RestoreWish,
  { found, login }: Pick<Work, 'found' | 'login'>,
): Promise<Partial<Pick<HandedOver, 'target' | 'warnings'>>> {
  const before = found.target;
  if (!to || !before) return {};
  if (!login || scope) return { target: before };
  let target = before;
  let { warnings } = login;
  const checks = [
    plainCheck(async () => {
      warnings = await login.recheck();
    }),
    // It is being restored into, so it need not be IDLE.
    plainCheck(async () => {
      target = await readTarget(client, to, before);
    }),
  ];
  const first = { readAt: Math.min(found.readAt, login.readAt) };
  await confirmAll(client, { checks, first, what: `The connection to cluster "${to.clusterName}"` });
  return { target, warnings };
}
