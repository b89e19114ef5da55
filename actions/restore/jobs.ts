import type { AtlasClient } from '../../src/atlas/client.ts';
import { type ClusterAddress, getCluster } from '../../src/atlas/clusters.ts';
import {
  createFlexRestoreJob,
  downloadFlexSnapshot,
  type FlexRestoreJob,
  listFlexRestoreJobs,
} from '../../src/atlas/flex-restore-jobs.ts';
import {
  download,
  flexDownload,
  flexRestore,
  isFlexDownloadReady,
  isFlexUnderway,
  type RestoreKind,
  wholeRestore,
} from '../../src/atlas/restore-completion.ts';
import {
  createRestoreJob,
  listRestoreJobs,
  type NewRestoreJob,
  type RestoreJob,
  restoreStateOf,
} from '../../src/atlas/restore-jobs.ts';
import type { RestoreSource } from './wish.ts';

/** What the outputs and the summary say of a job, of whatever kind. Times are ISO 8601. */
export interface JobFacts {
  readonly finishedAt: string | undefined;
  readonly urls: readonly string[];
  readonly expiresAt: string | undefined;
  /** Documents, where Atlas counts them. */
  readonly restored: number | undefined;
  readonly total: number | undefined;
  readonly state: string | undefined;
}

/** One kind of restore job, bound to what is to be restored. */
export interface Jobs<Job extends { readonly id: string }> {
  readonly kind: RestoreKind<Job>;
  readonly list: () => Promise<readonly Job[]>;
  readonly create: (onSend: () => void) => Promise<Job>;
  /** Whether a job is of the same data, into the same place. Jobs carry no marker: this is how a lost one is known. */
  readonly isSame: (job: Job) => boolean;
  /** Whether a job says of itself that it is of other data, or into another place; what it leaves out says nothing. */
  readonly isOther: (job: Job) => boolean;
  /** Whether it still goes on, or its links are still good. */
  readonly isUnderway: (job: Job) => boolean;
  /** Whether it must end before another one can begin. */
  readonly isInTheWay: (job: Job) => boolean;
  /** Whether a job writes over what such a restore has brought, once that has finished. */
  readonly replaces: (job: Job) => boolean;
  readonly factsOf: (job: Job) => JobFacts;
  /** Whether the target is in the middle of a change just now. */
  readonly isTargetBusy?: () => Promise<boolean>;
}

/** What was found to be restored. */
export interface Subject {
  readonly source: RestoreSource;
  readonly snapshotId: string | undefined;
  readonly from: ClusterAddress;
}

export type Target = ClusterAddress;

/** Restores of a whole dedicated cluster. */
export function wholeJobs(client: AtlasClient, { source, snapshotId, from }: Subject, to: Target): Jobs<RestoreJob> {
  const target = { targetGroupId: to.groupId, targetClusterName: to.clusterName };
  const body: NewRestoreJob =
    source.kind === 'snapshot'
      ? { deliveryType: 'automated', snapshotId: snapshotId ?? '', ...target }
      : source.kind === 'oplog'
        ? { deliveryType: 'pointInTime', ...target, oplogTs: source.seconds, oplogInc: source.increment }
        : { deliveryType: 'pointInTime', ...target, pointInTimeUTCSeconds: source.seconds };
  const isUnderway = (job: RestoreJob) => restoreStateOf(job) === 'underway' && job.deliveryType !== 'download';
  const isInto = (job: RestoreJob) => job.targetGroupId === to.groupId && job.targetClusterName === to.clusterName;
  return {
    kind: wholeRestore,
    list: () => listRestoreJobs(client, from),
    create: (onSend) => createRestoreJob(client, from, { body, onSend }),
    isSame: (job) => job.deliveryType === body.deliveryType && isInto(job) && isOf(job, { source, snapshotId }),
    isOther: (job) =>
      job.deliveryType !== body.deliveryType ||
      (source.kind === 'snapshot' && differs(job.snapshotId, snapshotId)) ||
      differs(job.targetGroupId, to.groupId) ||
      differs(job.targetClusterName, to.clusterName),
    isUnderway,
    isInTheWay: (job) => isUnderway(job) && isInto(job),
    replaces: (job) => job.deliveryType !== 'download' && isInto(job),
    factsOf: (job) => ({ ...nothing, finishedAt: job.finishedAt }),
    isTargetBusy: () => isBusy(client, to),
  };
}

/** Whether a dedicated cluster is in the middle of a change. */
export async function isBusy(client: AtlasClient, address: ClusterAddress): Promise<boolean> {
  return (await getCluster(client, address)).stateName !== 'IDLE';
}

/** Downloads of a dedicated cluster's snapshot; Atlas gives out one at a time of each. */
export function downloadJobs(client: AtlasClient, { snapshotId = '', from }: Subject): Jobs<RestoreJob> {
  const isUnderway = (job: RestoreJob) => {
    const state = restoreStateOf(job);
    if (job.deliveryType !== 'download') return false;
    return (
      state === 'underway' ||
      (state === 'downloadable' && (job.expiresAt === undefined || isAhead(job.expiresAt, client)))
    );
  };
  return {
    kind: download,
    list: () => listRestoreJobs(client, from),
    create: (onSend) => createRestoreJob(client, from, { body: { deliveryType: 'download', snapshotId }, onSend }),
    isSame: (job) => job.deliveryType === 'download' && job.snapshotId === snapshotId,
    isOther: (job) => job.deliveryType !== 'download' || differs(job.snapshotId, snapshotId),
    isUnderway,
    isInTheWay: () => false,
    replaces: () => false,
    factsOf: (job) => ({ ...nothing, urls: job.deliveryUrls, expiresAt: job.expiresAt }),
  };
}

/** Restores of a Flex cluster. */
export function flexJobs(client: AtlasClient, { snapshotId = '', from }: Subject, to: Target): Jobs<FlexRestoreJob> {
  const body = { snapshotId, targetDeploymentItemName: to.clusterName, targetProjectId: to.groupId };
  const isInto = (job: FlexRestoreJob) =>
    job.targetClusterName === to.clusterName && (job.targetProjectId ?? from.groupId) === to.groupId;
  return {
    kind: flexRestore,
    list: () => listFlexRestoreJobs(client, from),
    create: (onSend) => createFlexRestoreJob(client, from, { body, onSend }),
    isSame: (job) => job.deliveryType === 'RESTORE' && job.snapshotId === snapshotId && isInto(job),
    // How Atlas calls a dedicated target of such a job was never recorded.
    isOther: (job) => differs(job.snapshotId, snapshotId) || differs(job.targetProjectId, to.groupId),
    isUnderway: isFlexUnderway,
    isInTheWay: (job) => isFlexUnderway(job) && isInto(job),
    replaces: (job) => job.deliveryType === 'RESTORE' && isInto(job),
    factsOf: (job) => ({ ...nothing, finishedAt: job.finishedAt, state: job.status }),
  };
}

/** Downloads of a Flex cluster's snapshot. */
export function flexDownloadJobs(client: AtlasClient, { snapshotId = '', from }: Subject): Jobs<FlexRestoreJob> {
  return {
    kind: flexDownload,
    list: () => listFlexRestoreJobs(client, from),
    create: (onSend) => downloadFlexSnapshot(client, from, { snapshotId, onSend }),
    isSame: (job) => job.deliveryType === 'DOWNLOAD' && job.snapshotId === snapshotId,
    isOther: (job) => differs(job.snapshotId, snapshotId),
    isUnderway: (job) => isFlexUnderway(job) || (isFlexDownloadReady(job) && isAhead(job.expiresAt, client)),
    isInTheWay: () => false,
    replaces: () => false,
    factsOf: (job) => ({
      ...nothing,
      urls: job.snapshotUrl === undefined ? [] : [job.snapshotUrl],
      expiresAt: job.expiresAt,
      state: job.status,
    }),
  };
}

/** Whether links are still good: Atlas may be slow to call them expired, and Flex has no word for it. */
function isAhead(end: string | undefined, { time }: AtlasClient): boolean {
  return Date.parse(end ?? '') > time.forExpiry();
}

/** Facts of a job that says none of them. */
export const nothing: JobFacts = {
  finishedAt: undefined,
  urls: [],
  expiresAt: undefined,
  restored: undefined,
  total: undefined,
  state: undefined,
};

/** Whether a job says something else than what was asked for. */
export function differs(said: string | undefined, asked: string | undefined): boolean {
  return said !== undefined && said !== asked;
}

/** Whether a job brings back this very data. Atlas may fill in a snapshot where a moment was asked for. */
export function isOf(
  job: Pick<RestoreJob, 'snapshotId' | 'pointInTime' | 'oplogTs' | 'oplogInc'>,
  { source, snapshotId }: Omit<Subject, 'from'>,
): boolean {
  switch (source.kind) {
    case 'snapshot':
      return job.snapshotId === snapshotId;
    case 'point-in-time':
      return job.pointInTime === source.seconds;
    case 'oplog':
      return job.oplogTs === source.seconds && job.oplogInc === source.increment;
    default:
      throw new Error(`No such source: ${JSON.stringify(source satisfies never)}`);
  }
}

/** The very same restore, if it is under way: begun by an earlier attempt of this step, or by somebody who wants the same. */
export function sameUnderway<Job extends { readonly id: string }>(
  listed: readonly Job[],
  jobs: Jobs<Job>,
): Job | undefined {
  return listed.find((job) => jobs.isSame(job) && jobs.isUnderway(job));
}
