import { drawDuration } from '../durations.ts';
import { base64Alphabet } from '../random.ts';
import { changeData } from './cluster-data.ts';
import { occupy } from './cluster-lifecycle.ts';
import type { Download, RestoreJob, RestoreKind, RestoreScript, RestoreSource } from './restore-types.ts';
import type { Catalogue, Cluster, World } from './types.ts';

const hour = 3600 * 1000;
const lettersAndDigits = base64Alphabet.slice(0, 62);

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
  const requestedAt = world.clock.now();
  const id = world.newId();
  const script = takeRestoreScript(world, {
    kind: target === undefined ? 'download' : 'cluster',
    clusters: target === undefined ? [cluster] : [cluster, target],
  });
  const drawn = drawDuration(world, target === undefined ? 'restore.download' : 'restore.automated');
  const ending = script?.ending ?? 'finished';
  const after = script?.afterSeconds === undefined ? drawn : script.afterSeconds * 1000;
  const job: RestoreJob = {
    id,
    groupId: cluster.groupId,
    clusterId: cluster.id,
    clusterName: cluster.name,
    deliveryType,
    from,
    ...(target === undefined ? {} : { target: described(target) }),
    downloads: target === undefined ? downloadsOf(world, { id, ...plan }) : [],
    requestedAt,
    endsAt: ending === 'stuck' ? Number.POSITIVE_INFINITY : requestedAt + after,
    ending,
  };
  world.restoreJobs.push(job);
  if (target !== undefined) overwrite(world, target, { job, catalogue: plan.catalogue });
  return job;
}

/** The restores of a cluster's backups that the API shows, newest first. */
export function restoreJobsOf(world: World, cluster: Cluster): readonly RestoreJob[] {
  const now = world.clock.now();
  return world.restoreJobs
    .filter(({ clusterId, ending, endsAt }) => clusterId === cluster.id && !(ending === 'vanished' && endsAt <= now))
    .toReversed();
}

/** Tells whether a cluster's data are being replaced. */
export function isBeingRestored(world: World, cluster: Cluster): boolean {
  return runningInto(world, cluster).length > 0;
}

/** Ends the restores into a cluster that is on its way out. */
export function abandonRestores(world: World, cluster: Cluster): void {
  for (const job of runningInto(world, cluster)) {
    job.ending = 'failed';
    job.endsAt = world.clock.now();
  }
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

/** Takes the script that a scenario has set for a restore of this kind between these clusters. */
export function takeRestoreScript(
  world: World,
  { kind, clusters }: { readonly kind: RestoreKind; readonly clusters: readonly Cluster[] },
): RestoreScript | undefined {
  const names = clusters.flatMap(({ id, name }) => [id, name]);
  const index = world.restoreScripts.findIndex(
    (script) =>
      (script.kind === undefined || script.kind === kind) &&
      (script.cluster === undefined || names.includes(script.cluster)),
  );
  return index < 0 ? undefined : world.restoreScripts.splice(index, 1)[0];
}

/**
 * Deletes what the target holds and fills it when the restore has finished: where it does not finish, nothing is left. The
 * cluster shows UPDATING until some time after that.
 */
function overwrite(
  world: World,
  target: Cluster,
  { job, catalogue }: { readonly job: RestoreJob; readonly catalogue: Catalogue },
): void {
  changeData(target, { at: job.requestedAt, how: 'all', databases: {} });
  if (job.ending === 'finished') changeData(target, { at: job.endsAt, how: 'all', databases: catalogue });
  occupy(world, target, job.endsAt);
}

function runningInto(world: World, cluster: Cluster): readonly RestoreJob[] {
  const now = world.clock.now();
  return world.restoreJobs.filter(({ target, endsAt }) => target?.clusterId === cluster.id && now < endsAt);
}

function described({ id, groupId, name, hosts }: Cluster): NonNullable<RestoreJob['target']> {
  return { groupId, clusterId: id, clusterName: name, replicaSet: hosts.replicaSet };
}

function downloadsOf(world: World, { id, cluster, files }: RestorePlan & { readonly id: string }): readonly Download[] {
  return files.map((file) => {
    const token = world.random.characters(lettersAndDigits, 24);
    const url = `https://restore-${id}.${cluster.hosts.suffix}:27017/${token}/restore-${file.id}.tar.gz`;
    return { url, replicaSetName: file.replicaSetName };
  });
}
