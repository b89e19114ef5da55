import { timestamp } from '../clock.ts';
import { type JsonObject, sortedByKey } from '../json.ts';
import type { PointInTime, RestoreJob } from '../world/restore-types.ts';
import { restoreShown } from '../world/restores.ts';
import { type Call, link } from './operation.ts';

/** Shows a restore of a dedicated cluster. There is no status and no date of creation in it. */
export function restoreJobView(call: Call, job: RestoreJob): JsonObject {
  const { from, target, deliveryType } = job;
  const { finished, failed, cancelled, expired, linkUntil } = restoreShown(job, call.now);
  return sortedByKey({
    cancelled,
    ...componentsView(job, linkUntil !== undefined && !expired),
    deliveryType,
    deliveryUrl: linkUntil === undefined || expired ? [] : job.downloads.map(({ url }) => url),
    desiredTimestamp: pointView('point' in from ? from.point : undefined),
    expired,
    ...(linkUntil === undefined ? {} : { expiresAt: timestamp(linkUntil) }),
    failed,
    ...(finished ? { finishedAt: timestamp(job.endsAt) } : {}),
    id: job.id,
    links: linksOf(call, job),
    ...('point' in from
      ? requestedPoint(from.point)
      : { snapshotId: from.snapshotId, timestamp: timestamp(from.takenAt) }),
    ...(target === undefined
      ? {}
      : {
          targetClusterName: target.clusterName,
          targetDeploymentItemName: target.replicaSet,
          targetGroupId: target.groupId,
        }),
  });
}

/** The point in time in the order of the recordings, in which it is always null: nothing but snapshots was restored there. */
function pointView(point: PointInTime | undefined): JsonObject {
  if (point === undefined) return { increment: null, time: null, date: null };
  const { seconds, increment = null } = point;
  return { increment, time: seconds, date: timestamp(seconds * 1000) };
}

function requestedPoint({ seconds, increment }: PointInTime): JsonObject {
  return increment === undefined ? { pointInTimeUTCSeconds: seconds } : { oplogTs: seconds, oplogInc: increment };
}

/** The parts of a sharded cluster's download. */
function componentsView({ from, downloads }: RestoreJob, hasLink: boolean): JsonObject {
  if (!('sharded' in from) || !from.sharded || downloads.length === 0) return {};
  const components = downloads.map(({ url, replicaSetName }) => ({
    ...(hasLink ? { downloadUrl: url } : {}),
    replicaSetName,
  }));
  return { components };
}

function linksOf(call: Call, { id, groupId, clusterName, from }: RestoreJob) {
  const group = `/groups/${groupId}`;
  const cluster = `${group}/clusters/${clusterName}`;
  return [
    link(call, `${cluster}/backup/restoreJobs/${id}`),
    ...('snapshotId' in from
      ? [
          link(
            call,
            `${cluster}/backup/snapshots/${from.sharded ? 'shardedCluster/' : ''}${from.snapshotId}`,
            'https://cloud.mongodb.com/snapshot',
          ),
        ]
      : []),
    link(call, cluster, 'https://cloud.mongodb.com/cluster'),
    link(call, group, 'https://cloud.mongodb.com/group'),
  ];
}
