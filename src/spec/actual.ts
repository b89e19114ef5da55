import type { AccessListEntry } from '../atlas/access-list.ts';
import type { ClusterRegion, ClusterShard } from '../atlas/cluster-hardware.ts';
import type { DesiredRole, UserKind } from './desired.ts';

/** What stands in Atlas, as far as a plan needs it. */
export interface ActualState {
  /** Undefined if there is none of the wanted name. */
  readonly project: ActualProject | undefined;
  /** Those that were asked for and exist; further ones do no harm. */
  readonly clusters: readonly ActualCluster[];
  readonly users: readonly ActualUser[];
  /** The whole list. */
  readonly accessList: readonly AccessListEntry[];
  /** Names of all clusters of the project, where they were read: then scopes of users are checked against them. */
  readonly clusterNames?: readonly string[] | undefined;
}

export interface ActualProject {
  readonly id: string;
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** A cluster as Atlas shows it; what it does not show (yet) is undefined, and is not compared. */
export interface ActualCluster {
  readonly id: string;
  readonly name: string;
  /** IDLE, CREATING, UPDATING, REPAIRING, DELETING, or a state that is new. */
  readonly state: string;
  readonly paused: boolean;
  /** M0, FLEX, M10 …: the size that runs now, which auto-scaling may have moved. */
  readonly tier: string;
  /** CORE or INFINITE. */
  readonly edition: string;
  /** REPLICASET, SHARDED or GEOSHARDED. */
  readonly clusterType: string;
  /** Of the first shard, or of a shared cluster. */
  readonly regions: readonly ClusterRegion[];
  /** The machines of every shard; empty where Atlas does not show them. */
  readonly hardware: readonly ClusterShard[];
  /** Full version, such as 8.0.29. */
  readonly mongodbVersion: string | undefined;
  readonly backup: boolean | undefined;
  readonly pointInTime: boolean | undefined;
  readonly terminationProtection: boolean | undefined;
  readonly tags: Readonly<Record<string, string>>;
  /** The whole answer, to compare the fields that an author passes through under `atlas`. */
  readonly raw: Readonly<Record<string, unknown>>;
}

export interface ActualUser {
  readonly username: string;
  /** admin or $external. */
  readonly database: string;
  /** Undefined for kinds that a spec does not know, such as LDAP. */
  readonly kind: UserKind | undefined;
  readonly roles: readonly DesiredRole[];
  /** Clusters that it may reach; empty for all. */
  readonly clusters: readonly string[];
  readonly description: string | undefined;
  readonly expiresAt: number | undefined;
  /** Whether the given password is the one in Atlas, if the caller can tell; it is set anew unless it is the same. */
  readonly password?: 'same' | 'different' | 'unknown' | undefined;
}
