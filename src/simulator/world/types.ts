import type { ApiKey, ServiceAccount } from '../authentication/credentials.ts';
import type { Clock } from '../clock.ts';
import type { PinnedDurations } from '../durations.ts';
import type { JsonObject } from '../json.ts';
import type { Random } from '../random.ts';
import type { AccessEntry, AccessScript, AccessWrite, DatabaseUser } from './access-types.ts';
import type { BackupSchedule } from './backup-schedule.ts';
import type { CollectionRestoreJob } from './collection-restore-types.ts';
import type { CompliancePolicy } from './compliance-policy.ts';
import type { Oddities } from './oddities.ts';
import type { PrivateAccess } from './private-access.ts';
import type { FlexRestoreJob, RestoreJob, RestoreScript } from './restore-types.ts';
import type { SampleLoad } from './sample-loads.ts';
import type { FlexSnapshot, Snapshot, SnapshotScript } from './snapshot-types.ts';
import type { Upgrade } from './tenant-upgrade.ts';

/** Everything the simulated Atlas knows. Tests may read and change it. */
export interface World {
  readonly clock: Clock;
  /** Decides how long things take, what goes oddly, and which ids and secrets there are. */
  readonly random: Random;
  /** Fills nonces, tokens and headers: apart, so that asking more often changes nothing that the other decides. */
  readonly noise: Random;
  readonly newId: (at?: number) => string;
  /** How many times faster than Atlas everything is done; dates, ages and expiries keep to the clock. */
  readonly speed: number;
  /** Durations fixed by a scenario, in seconds of Atlas. */
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
  readonly restoreJobs: RestoreJob[];
  readonly flexRestoreJobs: FlexRestoreJob[];
  readonly collectionRestoreJobs: CollectionRestoreJob[];
  /** How the next restores asked for will end, first in first out. */
  readonly restoreScripts: RestoreScript[];
  readonly databaseUsers: DatabaseUser[];
  readonly accessEntries: AccessEntry[];
  /** How the next entries asked for will fare, first in first out. */
  readonly accessScripts: AccessScript[];
  readonly accessWrites: AccessWrite[];
  /** For how many seconds a write to an access list is in the way of others, even if it is answered before. */
  accessWriteSeconds: number;
  readonly sampleLoads: SampleLoad[];
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
  /** Whether a network peering exists, which security groups on the access list need. */
  readonly peered: boolean;
  /** Names of custom database roles. */
  readonly customRoles: readonly string[];
  compliance?: CompliancePolicy;
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
  tier: 'dedicated' | 'M0' | 'FLEX';
  readonly createdAt: number;
  readonly hosts: ClusterHosts;
  settings: ClusterSettings;
  phases: readonly Phase[];
  /** Since when each connection string is shown. */
  stringsFrom: { readonly standardSrv: number; readonly standard: number };
  /** Until then a change of users or settings is still being rolled out, whatever the state says. */
  changesAppliedAt?: number;
  upgrade?: Upgrade;
  privateAccess?: PrivateAccess;
  processArgs?: JsonObject;
  goneAt?: number;
  pausedAt?: number;
  /** A limit of storage was refused once, because nobody had measured what the cluster holds. */
  sizeWasUnknown?: true;
  resumedAt?: number;
  retainsBackups?: boolean;
  /** What it holds, as the changes that led there; those still to come belong to restores and loads that run. */
  dataChanges: readonly DataChange[];
  /** Set once somebody has changed Atlas's default. */
  schedule?: BackupSchedule;
  /** Since when its oplog is kept for restores to a point in time; absent where it always was. */
  pitSince?: number;
}

/** One change of what a cluster holds: everything is replaced, or some collections are added or replaced. */
export interface DataChange {
  readonly at: number;
  readonly how: 'all' | 'some';
  readonly databases: Catalogue;
}

export interface ClusterHosts {
  readonly suffix: string;
  /** First label of the hosts: the name's first 23 characters, or `ac-xxxxxxx` for tenants. */
  readonly nodePrefix: string;
  readonly replicaSet: string;
}

export interface ClusterSettings {
  readonly clusterType: 'REPLICASET' | 'SHARDED' | 'GEOSHARDED';
  /** What the cluster really is. */
  readonly edition: 'CORE' | 'INFINITE';
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
