import type { ApiKey, ServiceAccount } from '../authentication/credentials.ts';
import type { Clock } from '../clock.ts';
import type { PinnedDurations, SnapshotMilestone } from '../durations.ts';
import type { JsonObject } from '../json.ts';
import type { Random } from '../random.ts';

/** Everything the simulated Atlas knows. Tests may read and change it. */
export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: (at?: number) => string;
  /** Durations fixed by a scenario, in seconds. */
  readonly durations: PinnedDurations;
  readonly oddities: Oddities;
  /** The address that calls seem to come from, unless the real socket address is asked for. */
  callerAddress: string;
  readonly organizations: Organization[];
  readonly projects: Project[];
  readonly clusters: Cluster[];
  readonly snapshots: Snapshot[];
  readonly flexSnapshots: FlexSnapshot[];
  readonly apiKeys: ApiKey[];
  readonly serviceAccounts: ServiceAccount[];
  /** How the next snapshots asked for will end, first in first out. */
  readonly snapshotScripts: SnapshotScript[];
}

/** How often, from 0 to 1, Atlas shows the odd behaviour that recordings show now and then. */
export interface Oddities {
  /** CREATING is followed by UPDATING before the first IDLE. */
  updatingBeforeIdle: number;
  /** UPDATING is followed by REPAIRING before IDLE. */
  repairingAfterUpdate: number;
  /** M0 and flex are IDLE before all their connection strings are there. */
  idleBeforeStrings: number;
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
}

export interface Project {
  readonly id: string;
  readonly orgId: string;
  name: string;
  readonly createdAt: number;
  tags: readonly Tag[];
  readonly withDefaultAlertsSettings: boolean;
  /** Host suffix of the project's dedicated clusters. */
  readonly hostSuffix: string;
  /** Until then the project cannot be closed: its last clusters are still being cleared away. */
  closableAt: number;
}

export type StateName = 'IDLE' | 'CREATING' | 'UPDATING' | 'DELETING' | 'REPAIRING';

/** From `from` on, a cluster shows `state`. */
export interface Phase {
  readonly from: number;
  readonly state: StateName;
}

/** Database → collection → number of documents. */
export type Catalogue = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Cluster {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  readonly tier: 'dedicated' | 'M0' | 'FLEX';
  readonly createdAt: number;
  readonly hosts: ClusterHosts;
  settings: ClusterSettings;
  phases: readonly Phase[];
  /** Since when each connection string is shown. */
  stringsFrom: { readonly standardSrv: number; readonly standard: number };
  goneAt?: number;
  pausedAt?: number;
  resumedAt?: number;
  retainsBackups?: boolean;
  catalogue: Catalogue;
}

export interface ClusterHosts {
  readonly suffix: string;
  /** First label of the hosts: the name's first 23 characters, or `ac-xxxxxxx` for tenants. */
  readonly nodePrefix: string;
  readonly replicaSet: string;
}

export interface ClusterSettings {
  readonly clusterType: 'REPLICASET' | 'SHARDED' | 'GEOSHARDED';
  readonly backupEnabled: boolean;
  readonly pitEnabled: boolean;
  readonly paused: boolean;
  readonly terminationProtectionEnabled: boolean;
  readonly tags: readonly Tag[];
  readonly mongoDBMajorVersion: string;
  readonly mongoDBVersion: string;
  readonly versionReleaseSystem: string;
  readonly replicationSpecs: readonly ReplicationSpec[];
  /** Fields that the simulator keeps and shows as they were sent. */
  readonly others: JsonObject;
}

export interface ReplicationSpec {
  readonly id: string;
  /** Id of the whole zone in versions before 2024-08-05. */
  readonly legacyId: string;
  readonly zoneId: string;
  readonly zoneName: string;
  readonly regionConfigs: readonly RegionConfig[];
}

export interface RegionConfig {
  readonly providerName: string;
  readonly backingProviderName?: string;
  readonly regionName: string;
  readonly priority: number;
  readonly electableSpecs: Hardware;
  readonly readOnlySpecs: Hardware;
  readonly analyticsSpecs: Hardware;
  readonly autoScaling: JsonObject;
  readonly analyticsAutoScaling?: JsonObject;
}

export interface Hardware {
  readonly instanceSize: string;
  readonly nodeCount: number;
  readonly diskSizeGB: number;
  readonly diskIOPS?: number;
  readonly ebsVolumeType?: string;
}

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
  /** What it holds, as the cluster was when it was taken. */
  readonly catalogue: Catalogue;
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
}
