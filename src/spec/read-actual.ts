import type { Cluster } from '../atlas/cluster-answer.ts';
import type { DatabaseUser } from '../atlas/database-users.ts';
import { readTime } from '../atlas/iso-time.ts';
import type { ActualCluster, ActualUser } from './actual.ts';
import type { UserKind } from './desired.ts';
import { authentication, userKinds } from './user-kinds.ts';

/** A cluster of Atlas as a plan compares it. */
export function actualCluster(cluster: Cluster): ActualCluster {
  const { id, name, stateName, paused, tier, edition, clusterType, regions, hardware, tags, raw } = cluster;
  const { mongodbVersion, backupEnabled, pitEnabled, terminationProtection } = cluster;
  return {
    id,
    name,
    state: stateName,
    paused,
    tier,
    edition,
    clusterType,
    regions: regions.filter(isKnown),
    hardware: hardware.every((shard) => shard.regions.every(isKnown)) ? hardware : [],
    mongodbVersion,
    backup: backupEnabled,
    pointInTime: pitEnabled,
    terminationProtection,
    tags,
    raw,
  };
}

function isKnown({ provider, region }: { readonly provider: string; readonly region: string }): boolean {
  return provider !== 'unknown' && region !== 'unknown';
}

/** A database user of Atlas as a plan compares it; `password` is what the caller knows of it. */
export function actualUser(user: DatabaseUser, password: ActualUser['password'] = 'unknown'): ActualUser {
  return {
    username: user.username,
    database: user.databaseName,
    kind: kindOf(user),
    roles: user.roles.map(({ roleName, databaseName, collectionName }) => ({
      role: roleName,
      database: databaseName,
      collection: collectionName,
    })),
    clusters: user.scopes.filter(({ type }) => type === 'CLUSTER').map(({ name }) => name),
    description: user.description,
    expiresAt: readTime(user.deleteAfterDate),
    password,
  };
}

function kindOf(user: DatabaseUser): UserKind | undefined {
  const types = { x509Type: user.x509Type, awsIAMType: user.awsIAMType, oidcAuthType: user.oidcAuthType };
  const isPlain = Object.values(types).every((type) => type === 'NONE');
  return userKinds.find((kind) => {
    const { database, field, value } = authentication[kind];
    if (database !== user.databaseName) return false;
    return field === undefined ? isPlain : types[field] === value;
  });
}
