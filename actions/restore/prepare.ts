import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { readOrFail, waitUntilIdle } from '../../src/atlas/cluster-readiness.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import type { Look } from '../../src/atlas/last-look.ts';
import { readCompleted } from '../../src/atlas/snapshot-completion.ts';
import type { Snapshot } from '../../src/atlas/snapshots.ts';
import { repositoryOf } from '../../src/environment/repository.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import { clusterProgress } from '../cluster-progress.ts';
import type { restore as definition } from './action.ts';

import { neededConsent, problemsOf } from './checks.ts';
import { type Jobs, sameUnderway } from './jobs.ts';
import type { Login } from './login.ts';
import { listWhenFree } from './others.ts';
import { refusal } from './refusal.ts';
import { confirmSafetySnapshot, findSafetySnapshot, takeSafetySnapshot } from './safety.ts';
import { isSame, type Survey } from './survey.ts';
import type { Inputs, RestoreWish } from './wish.ts';

/** What carrying out a restore goes by. */
export interface Work {
  readonly found: Survey;
  readonly inputs: Inputs;
  readonly context: ActionContext<typeof definition>;
  /** Who is to connect to what was restored; undefined where nobody is. */
  readonly login: Login | undefined;
}

export interface Prepared<Job> {
  /** The very same restore, if it is under way already. */
  readonly early: Job | undefined;
  /** The jobs of the source; undefined where anything was waited for since they were listed. */
  readonly listed: readonly Job[] | undefined;
  readonly safety: (Snapshot & Look) | undefined;
}

/**
 * Waits until nothing else goes on in the target, and saves it if that is wanted: the safety snapshot is of what is there then,
 * and stands before the first request that destroys anything, whichever attempt of the step sent that.
 */
export async function prepare<Job extends { readonly id: string }>(
  client: AtlasClient,
  wish: RestoreWish,
  { jobs, ...work }: Work & { jobs: Jobs<Job> },
): Promise<Prepared<Job>> {
  const { from, to, safetySnapshot } = wish;
  const { context, inputs } = work;
  // Looked at first: a target that is being restored into need not be IDLE.
  const { listed, hasWaited } = await listWhenFree(client, { jobs, from });
  const early = sameUnderway(listed, jobs);
  const { target } = work.found;
  if (!to || !target) return { early, listed, safety: undefined };
  if (early) {
    const safety = safetySnapshot
      ? await earlierSafetySnapshot(client, to, { context, cluster: target, job: early })
      : undefined;
    return { early, listed, safety };
  }
  const cluster = hasWaited ? await readOrFail(client, to, target.tier) : target;
  await waitUntilIdle(client, to, { cluster, onState: clusterProgress(context) });
  if (!safetySnapshot) {
    const isFresh = !hasWaited && target.stateName === 'IDLE';
    return { early, listed: isFresh ? listed : undefined, safety: undefined };
  }
  const retentionInDays = inputs['safety-retention-days'];
  const safety = await takeSafetySnapshot(client, to, { context, retentionInDays });
  return { early, listed: undefined, safety };
}

async function earlierSafetySnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  { context, cluster, job }: { context: Work['context']; cluster: Cluster; job: { readonly id: string } },
): Promise<Snapshot & Look> {
  const earlier = await findSafetySnapshot(client, address, { context, cluster, job });
  if (earlier) return await readCompleted(client, address, earlier);
  throw new Error(
    `The same restore into "${address.clusterName}" is under way already (job ${job.id}), begun without a safety snapshot of this step, and it is too late to take one. Wait for it to end; set safety-snapshot: false to adopt it.`,
  );
}

/**
 * Checks target, user and safety snapshot once more: while the step waited the target may have been replaced, paused, or given
 * to somebody else, and the others deleted.
 */
export async function recheckTarget(
  client: AtlasClient,
  wish: RestoreWish,
  {
    found,
    context,
    login,
    safety,
  }: Pick<Work, 'found' | 'context' | 'login'> & { readonly safety: (Snapshot & Look) | undefined },
): Promise<void> {
  const { from, to } = wish;
  if (!to || !found.target) return;
  if (safety) await confirmSafetySnapshot(client, to, { safety, context });
  await login?.recheck();
  const target = await readOrFail(client, to, found.target.tier);
  if (target.id !== found.target.id) throw refusal([replaced(to, [found.target, target])]);
  const source = isSame(from, to) ? target : found.source;
  const now = { ...found, source, target };
  const problems = [...problemsOf(wish, now), ...neededConsent(wish, now, repositoryOf(context.job))];
  if (problems.length > 0) throw refusal(problems);
}

/** The words for a cluster that is no longer the one that was looked at. */
export function replaced({ clusterName, groupId }: ClusterAddress, [before, now]: readonly [Cluster, Cluster]): string {
  return `Cluster "${clusterName}" in project ${groupId} is another one (${now.id}) than this step began with (${before.id}): somebody has deleted that, and made a new one of the same name.`;
}
