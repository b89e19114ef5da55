import { drawDuration } from '../durations.ts';
import { catalogueAt } from './cluster-data.ts';
import type { FlexSnapshot } from './snapshot-types.ts';
import type { Catalogue, Cluster, World } from './types.ts';

const day = 24 * 3600 * 1000;
const kept = 8;

/** The daily snapshots that a flex cluster has by now, oldest first; the last eight are kept. */
export function flexSnapshotsOf(world: World, cluster: Cluster): readonly FlexSnapshot[] {
  const now = world.clock.now();
  const known = () => world.flexSnapshots.filter(({ clusterId }) => clusterId === cluster.id);
  const latest = Math.floor((now - cluster.createdAt) / day);
  for (let number = Math.max(1, latest - kept); number <= latest; number += 1) {
    const scheduledAt = cluster.createdAt + number * day;
    const isThere = known().some((snapshot) => snapshot.scheduledAt === scheduledAt);
    if (!isThere) world.flexSnapshots.push(dailySnapshot(world, cluster, scheduledAt));
  }
  return known()
    .filter(({ scheduledAt }) => scheduledAt <= now && now < scheduledAt + kept * day)
    .sort((left, right) => left.scheduledAt - right.scheduledAt);
}

/** What a snapshot of a flex cluster shows at a moment. */
export function flexSnapshotStatus(
  { startedAt, finishedAt, failed }: FlexSnapshot,
  now: number,
): 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED' {
  if (now >= finishedAt) return failed ? 'FAILED' : 'COMPLETED';
  return now >= startedAt ? 'RUNNING' : 'QUEUED';
}

/** What a snapshot holds: its cluster's data when it was started. */
export function flexCatalogue(cluster: Cluster, { databases, startedAt }: FlexSnapshot): Catalogue {
  return databases ?? catalogueAt(cluster, Math.max(startedAt, cluster.createdAt));
}

function dailySnapshot(world: World, cluster: Cluster, scheduledAt: number): FlexSnapshot {
  const startedAt = scheduledAt + drawDuration(world, 'flexSnapshot.start');
  return {
    id: world.newId(scheduledAt),
    clusterId: cluster.id,
    mongoDBVersion: cluster.settings.mongoDBVersion,
    scheduledAt,
    startedAt,
    finishedAt: startedAt + drawDuration(world, 'flexSnapshot.run'),
    failed: false,
  };
}
