import type { Snapshot, SnapshotEnding } from './snapshot-types.ts';
import { startSnapshot } from './snapshots.ts';
import type { Catalogue, Cluster, World } from './types.ts';

/** A snapshot to put into the world. */
export interface SnapshotSeed {
  readonly cluster: Cluster;
  /** `queued` and `inProgress` go on to completion as time passes. */
  readonly status?: 'queued' | 'inProgress' | 'completed' | 'failed';
  /** When it was asked for; recently enough for the status unless told. */
  readonly at?: Date | number | string;
  readonly description?: string;
  readonly retentionDays?: number;
  /** On demand unless told. */
  readonly scheduled?: 'hourly' | 'daily' | 'weekly' | 'monthly' | 'yearly';
  /** What it holds, if not what the cluster held then. */
  readonly databases?: Catalogue;
  /** Full version that the cluster had then, such as 7.0.40; the one of now unless told. */
  readonly mongodVersion?: string;
  /** How an unfinished one ends. */
  readonly ending?: SnapshotEnding;
  /** Seconds from `at` to the end; drawn unless told. */
  readonly endsAfterSeconds?: number;
}

const secondsAgo = { queued: 0, inProgress: 30, completed: 3600, failed: 3600 } as const;

/** Puts a snapshot of a cluster into the world. */
export function seedSnapshot(world: World, seed: SnapshotSeed): Snapshot {
  const { cluster, status = 'completed', databases, mongodVersion } = seed;
  const now = world.clock.now();
  const isOver = status === 'completed' || status === 'failed';
  const requestedAt = seed.at === undefined ? now - secondsAgo[status] * 1000 : new Date(seed.at).getTime();
  const endsAfterSeconds = seed.endsAfterSeconds ?? (isOver ? Math.min(180, (now - requestedAt) / 1000) : undefined);
  const ending = seed.ending ?? (status === 'failed' ? 'failed' : undefined);
  // What is over took as long as it takes Atlas.
  return startSnapshot(isOver ? { ...world, speed: 1 } : world, cluster, {
    requestedAt,
    description: seed.description ?? '',
    retentionDays: seed.retentionDays ?? 7,
    snapshotType: seed.scheduled === undefined ? 'onDemand' : 'scheduled',
    frequencyType: seed.scheduled ?? 'ondemand',
    ...(ending === undefined ? {} : { ending }),
    ...(endsAfterSeconds === undefined ? {} : { endsAfterSeconds }),
    ...(databases === undefined ? {} : { databases }),
    ...(mongodVersion === undefined ? {} : { mongodVersion }),
  });
}
