/** What a restore is asked to do: all of a cluster's data, a link to download them, or some databases and collections. */
export type RestoreKind = 'cluster' | 'download' | 'collections';

/** How a restore ends: as usual, failed, cancelled by Atlas, expired, gone from the API, or never, with nothing to see of it. */
export type RestoreEnding = 'finished' | 'failed' | 'cancelled' | 'expired' | 'vanished' | 'stuck';

/** A status that no documentation knows; for Flex, as restores of dedicated clusters have none to show. */
export interface UnknownStatus {
  readonly status: string;
}

/** How the next restore ends that somebody asks for. */
export interface RestoreScript {
  /** Name or id of its source or target; any unless told. */
  readonly cluster?: string;
  /** Any unless told. */
  readonly kind?: RestoreKind;
  /**
   * `finished` unless told; for a download that means that its link appears. What a restore has no word for shows as failed
   * (Flex knows nothing cancelled or expired) or not at all (dedicated clusters' have no status).
   */
  readonly ending?: RestoreEnding | UnknownStatus;
  /** Seconds after the request at which it ends; drawn unless told. */
  readonly afterSeconds?: number;
  /** For collections: what goes wrong with single ones, by their namespace in the source. */
  readonly collections?: CollectionsScript;
}

/** What becomes of single collections, by their namespace in the source. */
export interface CollectionsScript {
  /** They cannot be restored, which fails the whole job. */
  readonly failing?: readonly string[];
  /** Views, time series and the like, which are left out. */
  readonly unsupported?: readonly string[];
  /** Indexes that cannot be built; the job succeeds all the same. */
  readonly failingIndexes?: Readonly<Record<string, readonly string[]>>;
  /** Namespaces that Atlas gives them, taken or not. */
  readonly renames?: Readonly<Record<string, string>>;
  /** What the job says of its failure. */
  readonly errorMessage?: string;
}

/** A restore of a dedicated cluster's backup. Atlas keeps no state for it: what it shows follows from these times. */
export interface RestoreJob {
  readonly id: string;
  /** The cluster that the backup is of, and its project. */
  readonly groupId: string;
  readonly clusterId: string;
  readonly clusterName: string;
  readonly deliveryType: 'automated' | 'download' | 'pointInTime';
  readonly from: RestoreSource;
  /** Absent for downloads. */
  readonly target?: RestoreTarget;
  /** Where a download will be found; secret. */
  readonly downloads: readonly Download[];
  readonly requestedAt: number;
  /** When it ends, or its link appears; Infinity for one that is stuck. */
  endsAt: number;
  ending: RestoreEnding | UnknownStatus;
  /** When somebody cancelled it, which only downloads allow. */
  cancelledAt?: number;
}

/** What is restored: a snapshot, or a point in time. */
export type RestoreSource =
  | { readonly snapshotId: string; readonly takenAt: number; readonly sharded: boolean }
  | { readonly point: PointInTime };

/** A second, or one operation of it. */
export interface PointInTime {
  readonly seconds: number;
  readonly increment?: number;
}

/** The cluster whose data a restore replaces. */
export interface RestoreTarget {
  readonly groupId: string;
  readonly clusterId: string;
  readonly clusterName: string;
  /** Shown as `targetDeploymentItemName`, which no documentation explains. */
  readonly replicaSet: string;
}

export interface Download {
  readonly url: string;
  readonly replicaSetName: string;
}

/** A restore of a Flex cluster's backup, which does have a status. */
export interface FlexRestoreJob {
  readonly id: string;
  readonly groupId: string;
  readonly clusterId: string;
  readonly clusterName: string;
  readonly deliveryType: 'RESTORE' | 'DOWNLOAD';
  readonly snapshotId: string;
  readonly snapshotFinishedAt: number;
  /** Absent for downloads. */
  readonly target?: RestoreTarget;
  /** Where a download will be found; secret. */
  readonly url?: string;
  readonly scheduledAt: number;
  /** When it turns from PENDING to RUNNING. */
  readonly runsFrom: number;
  endsAt: number;
  ending: RestoreEnding | UnknownStatus;
}
