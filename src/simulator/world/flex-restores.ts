import { drawDuration } from '../durations.ts';
import { downloadLink } from './download-links.ts';
import { flexCatalogue } from './flex-snapshots.ts';
import { described, overwrite } from './restore-effects.ts';
import { endOf, takeRestoreScript } from './restore-script.ts';
import type { FlexRestoreJob } from './restore-types.ts';
import type { FlexSnapshot } from './snapshot-types.ts';
import type { Cluster, World } from './types.ts';

/** A restore of a flex snapshot that somebody may have and asks for. */
export interface FlexRestorePlan {
  readonly cluster: Cluster;
  readonly snapshot: FlexSnapshot;
  /** Absent for downloads. */
  readonly target?: Cluster;
}

/** Starts a restore of a flex snapshot; all that will happen to it is settled now and shown when its time comes. */
export function startFlexRestore(world: World, { cluster, snapshot, target }: FlexRestorePlan): FlexRestoreJob {
  const now = world.clock.now();
  const id = world.newId();
  const script = takeRestoreScript(world, { kind: target === undefined ? 'download' : 'cluster', cluster, target });
  const start = drawDuration(world, 'flexRestore.start');
  const drawn = drawDuration(world, 'flexRestore.run');
  const { ending, endsAt } = endOf(script, { now, drawn, speed: world.speed });
  const job: FlexRestoreJob = {
    id,
    groupId: cluster.groupId,
    clusterId: cluster.id,
    clusterName: cluster.name,
    deliveryType: target === undefined ? 'DOWNLOAD' : 'RESTORE',
    snapshotId: snapshot.id,
    snapshotFinishedAt: snapshot.finishedAt,
    // Not recorded: the form of a download's address is that of dedicated clusters.
    ...(target === undefined
      ? { url: downloadLink(world, { jobId: id, snapshotId: snapshot.id, cluster }) }
      : { target: described(target) }),
    scheduledAt: now,
    runsFrom: now + start,
    endsAt,
    ending,
  };
  world.flexRestoreJobs.push(job);
  if (target !== undefined) {
    const catalogue = flexCatalogue(cluster, snapshot);
    overwrite(world, target, { until: endsAt, ...(ending === 'finished' ? { catalogue } : {}) });
  }
  return job;
}

/** The restores of a flex cluster's backups that the API shows, newest first. */
export function flexRestoreJobsOf(world: World, cluster: Cluster): readonly FlexRestoreJob[] {
  const now = world.clock.now();
  return world.flexRestoreJobs
    .filter(({ clusterId, ending, endsAt }) => clusterId === cluster.id && !(ending === 'vanished' && endsAt <= now))
    .toReversed();
}

/** The status of a restore at a moment; Flex gives no reason for what has failed. */
export function flexRestoreStatus({ runsFrom, endsAt, ending }: FlexRestoreJob, now: number): string {
  if (now < endsAt) return now < runsFrom ? 'PENDING' : 'RUNNING';
  if (typeof ending === 'object') return ending.status;
  return ending === 'finished' ? 'COMPLETED' : 'FAILED';
}
