import { drawDuration } from '../durations.ts';
import { downloadLink } from './download-links.ts';
import { described, overwrite } from './restore-effects.ts';
import { endOf, takeRestoreScript } from './restore-script.ts';
import type { Download, RestoreJob, RestoreSource } from './restore-types.ts';
import type { Catalogue, Cluster, World } from './types.ts';

const hour = 3600 * 1000;

/** A restore that somebody may have and asks for. */
export interface RestorePlan {
  readonly cluster: Cluster;
  readonly deliveryType: RestoreJob['deliveryType'];
  readonly from: RestoreSource;
  /** What is restored. */
  readonly catalogue: Catalogue;
  /** Absent for downloads. */
  readonly target?: Cluster;
  /** Names of the files of a download: its snapshot, or the members of a sharded one. */
  readonly files: ReadonlyArray<{ readonly id: string; readonly replicaSetName: string }>;
}

/** Starts a restore; all that will happen to it is settled now and shown when its time comes. */
export function startRestore(world: World, plan: RestorePlan): RestoreJob {
  const { cluster, deliveryType, from, target } = plan;
  const now = world.clock.now();
  const id = world.newId();
  const script = takeRestoreScript(world, { kind: target === undefined ? 'download' : 'cluster', cluster, target });
  const drawn = drawDuration(world, target === undefined ? 'restore.download' : 'restore.automated');
  const { ending, endsAt } = endOf(script, { now, drawn, speed: world.speed });
  const job: RestoreJob = {
    id,
    groupId: cluster.groupId,
    clusterId: cluster.id,
    clusterName: cluster.name,
    deliveryType,
    from,
    ...(target === undefined ? {} : { target: described(target) }),
    downloads: target === undefined ? downloadsOf(world, { id, ...plan }) : [],
    requestedAt: now,
    endsAt,
    ending,
  };
  world.restoreJobs.push(job);
  if (target !== undefined) {
    overwrite(world, target, { until: endsAt, ...(ending === 'finished' ? { catalogue: plan.catalogue } : {}) });
  }
  return job;
}

/** The restores of a cluster's backups that the API shows, newest first. */
export function restoreJobsOf(world: World, cluster: Cluster): readonly RestoreJob[] {
  const now = world.clock.now();
  return world.restoreJobs
    .filter(({ clusterId, ending, endsAt }) => clusterId === cluster.id && !(ending === 'vanished' && endsAt <= now))
    .toReversed();
}

/** What a restore shows at a moment. */
export interface RestoreShown {
  readonly finished: boolean;
  readonly failed: boolean;
  readonly cancelled: boolean;
  readonly expired: boolean;
  /** When the link of a download stops to work; absent while there is none. */
  readonly linkUntil?: number;
}

/** Reads a restore at a moment. A link lives for an hour; a download that has one still counts as unfinished. */
export function restoreShown({ deliveryType, ending, endsAt, cancelledAt }: RestoreJob, now: number): RestoreShown {
  const over = now >= endsAt;
  const linkUntil = deliveryType === 'download' && ending === 'finished' ? endsAt + hour : undefined;
  const cancelled = cancelledAt !== undefined || (over && ending === 'cancelled');
  return {
    // Not recorded: a failed job has its date too, so that whoever looks at nothing else is wrong.
    finished: over && deliveryType !== 'download' && (ending === 'finished' || ending === 'failed'),
    failed: over && ending === 'failed',
    cancelled,
    expired: !cancelled && ((over && ending === 'expired') || (linkUntil !== undefined && now >= linkUntil)),
    ...(over && !cancelled && linkUntil !== undefined ? { linkUntil } : {}),
  };
}

/** Tells whether a download is being prepared or can be fetched. */
export function isActiveDownload(job: RestoreJob, now: number): boolean {
  const { failed, cancelled, expired } = restoreShown(job, now);
  return job.deliveryType === 'download' && !failed && !cancelled && !expired;
}

function downloadsOf(world: World, { id, cluster, files }: RestorePlan & { readonly id: string }): readonly Download[] {
  return files.map((file) => ({
    url: downloadLink(world, { jobId: id, snapshotId: file.id, cluster }),
    replicaSetName: file.replicaSetName,
  }));
}
