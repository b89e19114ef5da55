import type { FlexSnapshot } from './snapshot-types.ts';
import type { Catalogue, Cluster, World } from './types.ts';

/** A snapshot of a flex cluster to put into the world, besides those that Atlas takes daily. */
export interface FlexSnapshotSeed {
  readonly cluster: Cluster;
  /** `QUEUED` and `RUNNING` go on to completion as time passes. */
  readonly status?: 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'FAILED';
  /** When it was scheduled; recently enough for the status unless told. */
  readonly at?: Date | number | string;
  /** What it holds, if not what the cluster held then. */
  readonly databases?: Catalogue;
  /** Full version that the cluster had then; the one of now unless told. */
  readonly mongoDBVersion?: string;
}

const secondsAgo = { QUEUED: 0, RUNNING: 60, COMPLETED: 3600, FAILED: 3600 } as const;
const secondsToStart = 30;
const secondsToFinish = 105;

/** Puts a snapshot of a flex cluster into the world. */
export function seedFlexSnapshot(world: World, seed: FlexSnapshotSeed): FlexSnapshot {
  const { cluster, status = 'COMPLETED', at, databases, mongoDBVersion } = seed;
  const now = world.clock.now();
  const scheduledAt = at === undefined ? now - secondsAgo[status] * 1000 : new Date(at).getTime();
  const isOver = status === 'COMPLETED' || status === 'FAILED';
  const finish = scheduledAt + secondsToFinish * 1000;
  const snapshot: FlexSnapshot = {
    id: world.newId(scheduledAt),
    clusterId: cluster.id,
    mongoDBVersion: mongoDBVersion ?? cluster.settings.mongoDBVersion,
    scheduledAt,
    startedAt: Math.min(scheduledAt + secondsToStart * 1000, isOver ? now : finish),
    finishedAt: isOver ? Math.min(finish, now) : finish,
    failed: status === 'FAILED',
    ...(databases === undefined ? {} : { databases }),
  };
  world.flexSnapshots.push(snapshot);
  return snapshot;
}
