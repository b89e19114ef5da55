import type { SnapshotMilestone } from '../durations.ts';
import type { Catalogue } from './types.ts';

/** How a snapshot ends: as usual, failed, gone from the API, or in a state that no documentation knows. */
export type SnapshotEnding = 'completed' | 'failed' | 'vanished' | { readonly status: string };

export interface SnapshotScript {
  readonly cluster?: string;
  readonly ending: SnapshotEnding;
  /** Seconds after the request at which it ends; drawn if absent. */
  readonly afterSeconds?: number;
}

export interface Snapshot {
  readonly id: string;
  readonly groupId: string;
  readonly clusterName: string;
  readonly clusterId: string;
  readonly requestedAt: number;
  readonly description: string;
  readonly snapshotType: 'onDemand' | 'scheduled' | 'fallback';
  readonly frequencyType: string;
  readonly policyItems: readonly string[];
  readonly milestones: Readonly<Record<SnapshotMilestone, number>>;
  readonly ending: SnapshotEnding;
  readonly mongodVersion: string;
  readonly cloudProvider: string;
  readonly storageSizeBytes: number;
  /** What it holds where that was told; else what the cluster held at its `createdAt`. */
  readonly databases?: Catalogue;
  /** Replica sets of a sharded cluster; empty for a replica set. */
  members: readonly SnapshotMember[];
  retentionMilliseconds: number;
  /** Set when the retention was changed after completion. */
  expiresAt?: number;
  deleted?: boolean;
}

export interface SnapshotMember {
  readonly id: string;
  readonly replicaSetName: string;
}

export interface FlexSnapshot {
  readonly id: string;
  readonly clusterId: string;
  readonly mongoDBVersion: string;
  readonly scheduledAt: number;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly failed: boolean;
  /** What it holds where that was told; else what the cluster held when it was started. */
  readonly databases?: Catalogue;
}
