import type { RestoreEnding, RestoreTarget, UnknownStatus } from './restore-types.ts';

export type WriteStrategy = 'CREATE_NEW' | 'OVERWRITE_EXISTING';
export type IndexStrategy = 'ALL' | 'NONE' | 'ALL_EXCEPT_TTL';

/** A database or collection of the source, and what it shall be called where that was said. */
export interface NamespaceWish {
  readonly sourceNamespace: string;
  readonly targetNamespace?: string;
}

/** What is asked of a collection restore, beside its source and target. */
export interface CollectionWishes {
  readonly databases: readonly NamespaceWish[];
  readonly collections: readonly NamespaceWish[];
  readonly databaseSuffix?: string;
  readonly collectionSuffix?: string;
  readonly writeStrategy: WriteStrategy;
  readonly indexStrategy: IndexStrategy;
}

/** One collection of a collection restore. */
export interface RestoredCollection {
  readonly source: string;
  /** The namespace that was asked for. */
  readonly target: string;
  /** The namespace that it gets. */
  readonly effective: string;
  readonly documents: number;
  readonly fate: 'restored' | 'failing' | 'missing' | 'unsupported';
  readonly failingIndexes: readonly string[];
  /** When its documents begin to arrive, and when all are there. */
  readonly copiesFrom: number;
  readonly copiedAt: number;
}

/** A restore of some databases and collections. */
export interface CollectionRestoreJob {
  readonly id: string;
  /** The cluster that the backup is of, and its project. */
  readonly groupId: string;
  readonly clusterId: string;
  readonly clusterName: string;
  readonly wishes: CollectionWishes;
  readonly from: { readonly snapshotId: string } | { readonly seconds: number; readonly increment?: number };
  readonly target: RestoreTarget;
  readonly collections: readonly RestoredCollection[];
  readonly requestedAt: number;
  readonly copiesFrom: number;
  readonly copiedAt: number;
  /** When it ends; Infinity for one that is stuck. */
  endsAt: number;
  ending: RestoreEnding | UnknownStatus;
  errorMessage?: string;
}
