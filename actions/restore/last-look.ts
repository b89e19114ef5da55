import { getAnyCluster } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { ClusterUnusable, waitUntilIdle } from '../../src/atlas/cluster-readiness.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import { readTime } from '../../src/atlas/iso-time.ts';
import { type Look, untilLastLook } from '../../src/atlas/last-look.ts';
import { requestedAt } from '../../src/atlas/object-id.ts';
import { RestoreFailed } from '../../src/atlas/restore-completion.ts';
import { readUnlessGone } from '../../src/atlas/vanishing.ts';
import { clusterProgress } from '../cluster-progress.ts';
import type { Jobs, Target } from './jobs.ts';
import { waitForOther } from './others.ts';
import { replaced, type Work } from './prepare.ts';
import type { RestoreWish } from './wish.ts';

/** Reads one part of what is about to be handed over. Throws where that is not so any more; resolves to whether it had to wait. */
export type Check = () => Promise<boolean>;

/** Reads all parts of what is about to be handed over, until that is the last look. */
export async function confirmAll(
  client: AtlasClient,
  { checks, first, what }: { checks: readonly Check[]; first?: Look | undefined; what: string },
): Promise<void> {
  await untilLastLook<Look & { readonly hasWaited: boolean }>(client, {
    first: first && { ...first, hasWaited: false },
    read: async () => {
      const readAt = client.clock.now();
      let hasWaited = false;
      for (const check of checks) hasWaited = (await check()) || hasWaited;
      return { readAt, hasWaited };
    },
    settle: async ({ hasWaited }) => hasWaited,
    what,
  });
}

/** Reads the target. Throws where it is gone, or another cluster. */
export async function readTarget(client: AtlasClient, to: Target, before: Cluster): Promise<Cluster> {
  const target = await readUnlessGone(client, {
    read: () => getAnyCluster(client, to, before.tier),
    vanished: (facts) =>
      new ClusterUnusable(
        `Cluster "${to.clusterName}" in project ${to.groupId} is gone: somebody has deleted it while this step ran, and what was restored with it. ${facts}`,
      ),
  });
  if (target.id === before.id) return target;
  throw new RestoreFailed(replaced(to, [before, target]));
}

/** The target is the cluster that it was, and can be used. */
export function targetCheck(
  client: AtlasClient,
  to: Target,
  {
    before,
    context,
    onRead,
  }: { before: Cluster; context: Pick<Work['context'], 'clock' | 'log'>; onRead: (target: Cluster) => void },
): Check {
  return async () => {
    const target = await readTarget(client, to, before);
    const idle = await waitUntilIdle(client, to, { cluster: target, onState: clusterProgress(context) });
    onRead(idle);
    return idle !== target;
  };
}

/** A part that is read without any waiting. */
export function plainCheck(read: () => Promise<void>): Check {
  return async () => {
    await read();
    return false;
  };
}

/** The job that a step has followed to its end, and where its target stands. */
export interface Followed<Job> {
  readonly job: Job;
  readonly to: Target;
}

/** The job is still done, and no other one has written over its data since. A job of the very same data is waited for. */
export function jobCheck<Job extends { readonly id: string }>(
  client: AtlasClient,
  { from }: Pick<RestoreWish, 'from'>,
  { jobs, job, to, onRead }: Followed<Job> & { jobs: Jobs<Job>; onRead: (job: Job) => void },
): Check {
  return async () => {
    const listed = await unlessGone(jobs.list);
    const own = listed.find(({ id }) => id === job.id) ?? job;
    if (!jobs.kind.isDone(own)) {
      throw new RestoreFailed(`Restore job ${job.id} had finished, and is under way again. Look at it in Atlas.`, {
        mayGoOn: true,
      });
    }
    onRead(own);
    const rivals = laterJobs(listed, { jobs, job });
    const same = rivals.find(jobs.isSame);
    if (same && jobs.isUnderway(same)) {
      await waitForOther(client, same, { jobs, from });
      return true;
    }
    assertNone(
      rivals.filter((rival) => !jobs.isSame(rival)),
      { job, to },
    );
    return false;
  };
}

/** No job of another list has written over the data since: a restore of the target's own backups, for one. */
export function rivalCheck<Job extends { readonly id: string }>(
  jobs: Jobs<Job>,
  followed: Followed<{ readonly id: string }>,
): Check {
  return plainCheck(async () =>
    assertNone(laterJobs(await unlessGone(jobs.list), { jobs, job: followed.job }), followed),
  );
}

function laterJobs<Job extends { readonly id: string }>(
  listed: readonly Job[],
  { jobs, job }: { jobs: Jobs<Job>; job: { readonly id: string } },
): readonly Job[] {
  const began = requestedAt(job) ?? Number.POSITIVE_INFINITY;
  return listed.filter(
    (other) =>
      other.id !== job.id && jobs.replaces(other) && (jobs.isUnderway(other) || (requestedAt(other) ?? 0) > began),
  );
}

function assertNone(rivals: readonly { readonly id: string }[], { job, to }: Followed<{ readonly id: string }>): void {
  const [rival] = rivals;
  if (!rival) return;
  throw new RestoreFailed(
    `Restore job ${job.id} has finished, but somebody has begun another one since (job ${rival.id}), which replaces its data in cluster "${to.clusterName}" in project ${to.groupId}. Wait until that has ended and run the step again; a concurrency group keeps two restores into one cluster apart.`,
  );
}

/** Jobs go with the cluster in whose path they are; what they have restored elsewhere stays. */
async function unlessGone<Job>(list: () => Promise<readonly Job[]>): Promise<readonly Job[]> {
  try {
    return await list();
  } catch (error) {
    if (error instanceof AtlasError && error.status === 404) return [];
    throw error;
  }
}

/** The links of a download, read until that is the last look: they have not ended. */
export async function confirmLinks<Job extends { readonly id: string }>(
  client: AtlasClient,
  { from }: Pick<RestoreWish, 'from'>,
  { jobs, job }: { jobs: Jobs<Job>; job: Job & Look },
): Promise<Job> {
  return await untilLastLook<Job & Look>(client, {
    first: job,
    read: async () => {
      const readAt = client.clock.now();
      return { ...(await jobs.kind.read(client, from, job.id)), readAt };
    },
    settle: async (reading) => {
      const { expiresAt } = jobs.factsOf(reading);
      const end = readTime(expiresAt) ?? Number.POSITIVE_INFINITY;
      if (reading.id !== job.id || !jobs.kind.isDone(reading) || end <= client.time.forExpiry()) {
        throw new RestoreFailed(
          `The links of download job ${job.id} of cluster "${from.clusterName}" have expired${expiresAt === undefined ? '' : ` (at ${expiresAt})`}. Run the step again.`,
        );
      }
      return false;
    },
    what: `Download job ${job.id} of cluster "${from.clusterName}"`,
  });
}
