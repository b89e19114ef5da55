import type { JsonObject } from '../json.ts';
import { playPhases, startCreation } from './cluster-lifecycle.ts';
import { makeCluster } from './make-cluster.ts';
import { fullVersion, infiniteRelease, recommendedMajorVersion } from './mongodb-versions.ts';
import type { PrivateAccess } from './private-access.ts';
import { readReplicationSpecs } from './replication.ts';
import type { Catalogue, Cluster, ClusterSettings, Project, StateName, Tag, World } from './types.ts';

/** A cluster to put into the world. */
export interface ClusterSeed {
  readonly name?: string;
  readonly project?: Project;
  /** M0, FLEX, or a dedicated size; M10 unless told. */
  readonly tier?: string;
  /** More than none makes a sharded cluster. */
  readonly shards?: number;
  /** By the number of shards unless told. */
  readonly clusterType?: ClusterSettings['clusterType'];
  /** IDLE unless told; CREATING starts the usual lifecycle, any other state stays until played on. */
  readonly state?: StateName;
  readonly provider?: 'AWS' | 'AZURE' | 'GCP';
  readonly region?: string;
  /** Major version. */
  readonly version?: string;
  readonly backupEnabled?: boolean;
  readonly pitEnabled?: boolean;
  readonly paused?: boolean;
  readonly terminationProtectionEnabled?: boolean;
  /** Whose keys encrypt it at rest; NONE unless told. */
  readonly encryptionAtRestProvider?: 'NONE' | 'AWS' | 'AZURE' | 'GCP';
  readonly tags?: readonly Tag[];
  /** CORE unless told. */
  readonly edition?: ClusterSettings['edition'];
  /** Shards as a request would have them, where they are not alike: instead of tier, provider, region and shards. */
  readonly replicationSpecs?: readonly JsonObject[];
  /** Database → collection → number of documents. */
  readonly databases?: Catalogue;
  readonly createdAt?: Date | number | string;
  /** Ways to it besides the public internet, which show as further connection strings. */
  readonly privateAccess?: PrivateAccess;
}

const defaultRegions = { AWS: 'US_EAST_1', AZURE: 'US_EAST_2', GCP: 'CENTRAL_US' } as const;

/** Puts a cluster into a project. */
export function seedCluster(world: World, project: Project, seed: ClusterSeed): Cluster {
  const { tier = 'M10', state = 'IDLE', databases = {} } = seed;
  const now = world.clock.now();
  const createdAt = seed.createdAt === undefined ? now - (state === 'CREATING' ? 0 : 3_600_000) : seed.createdAt;
  const cluster = makeCluster(world, {
    project,
    name: seed.name ?? 'orders',
    tier: tier === 'M0' || tier === 'FLEX' ? tier : 'dedicated',
    settings: settingsOf(world, seed, tier),
    createdAt: new Date(createdAt).getTime(),
    catalogue: databases,
  });
  if (seed.paused === true) cluster.pausedAt = now;
  if (seed.privateAccess !== undefined) cluster.privateAccess = seed.privateAccess;
  if (state === 'CREATING') startCreation(world, cluster);
  else if (state !== 'IDLE') playPhases(world, cluster, [[state]]);
  return cluster;
}

function settingsOf(world: World, seed: ClusterSeed, tier: string): ClusterSettings {
  const { edition = 'CORE' } = seed;
  const major = seed.version ?? (edition === 'INFINITE' ? infiniteRelease.major : recommendedMajorVersion);
  const isSharded = seed.shards !== undefined || (seed.replicationSpecs ?? []).length > 1;
  return {
    edition,
    clusterType: seed.clusterType ?? (isSharded ? 'SHARDED' : 'REPLICASET'),
    backupEnabled: seed.backupEnabled ?? false,
    pitEnabled: seed.pitEnabled ?? false,
    paused: seed.paused ?? false,
    terminationProtectionEnabled: seed.terminationProtectionEnabled ?? false,
    tags: seed.tags ?? [],
    mongoDBMajorVersion: major,
    mongoDBVersion: fullVersion(major) ?? `${major}.0`,
    versionReleaseSystem: edition === 'INFINITE' ? 'CONTINUOUS' : 'LTS',
    replicationSpecs: specsOf(world, seed, tier),
    others: { encryptionAtRestProvider: seed.encryptionAtRestProvider ?? 'NONE' },
  };
}

function specsOf(
  world: World,
  {
    provider = 'AWS',
    region = defaultRegions[provider],
    shards = 1,
    edition = 'CORE',
    replicationSpecs: given,
  }: ClusterSeed,
  tier: string,
) {
  const context = { world, previous: [], older: false, edition };
  if (given !== undefined) return readReplicationSpecs({ replicationSpecs: given }, context);
  const isTenant = tier === 'M0' || tier === 'FLEX';
  const regionConfig = {
    priority: 7,
    regionName: region,
    ...(isTenant
      ? { providerName: 'TENANT', backingProviderName: provider, electableSpecs: { instanceSize: 'M0' } }
      : { providerName: provider, electableSpecs: { instanceSize: tier, nodeCount: edition === 'INFINITE' ? 2 : 3 } }),
  };
  const replicationSpecs = Array.from({ length: shards }, () => ({ regionConfigs: [regionConfig] }));
  return readReplicationSpecs({ replicationSpecs }, context);
}
