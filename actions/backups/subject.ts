import { getAnyCluster } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { type ClusterAddress, findClusterOfRetainedBackups } from '../../src/atlas/clusters.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import { type ListedSnapshot, listAnySnapshots } from '../listed-snapshots.ts';

/** The cluster whose backups are looked at. */
export interface Subject {
  readonly address: ClusterAddress;
  readonly cluster: Cluster;
  /** It is gone, but has left its backups. */
  readonly isDeleted: boolean;
}

/** Finds the cluster, or what it has left; no cluster of that name at all is an AtlasError. */
export async function findSubject(client: AtlasClient, address: ClusterAddress): Promise<Subject> {
  try {
    return { address, cluster: await getAnyCluster(client, address), isDeleted: false };
  } catch (error) {
    if (!(error instanceof AtlasError && error.code === 'CLUSTER_NOT_FOUND')) throw error;
    const cluster = await findClusterOfRetainedBackups(client, address);
    if (!cluster) throw error;
    client.log(`Cluster "${address.clusterName}" is deleted; these are the backups that it has left.`);
    return { address, cluster, isDeleted: true };
  }
}

/** Whether there can be any backups: a free cluster has no API for them. */
export function hasBackups({ tier }: Cluster): boolean {
  return tier !== 'M0';
}

/** What Atlas says where backups are off. */
const backupIsOff: ReadonlySet<string> = new Set([
  'BACKUP_JOB_NOT_FOUND',
  'BACKUP_CONFIG_NOT_FOUND',
  'PROVIDER_BACKUP_NOT_SUPPORTED',
]);

/** Whether Atlas refused because there are no backups of this cluster. */
export function isBackupOff(error: unknown): boolean {
  return error instanceof AtlasError && backupIsOff.has(error.code ?? '');
}

/** All snapshots; none where backups are off. */
export async function snapshotsOf(
  client: AtlasClient,
  { address, cluster }: Subject,
): Promise<readonly ListedSnapshot[]> {
  try {
    return hasBackups(cluster) ? await listAnySnapshots(client, address, cluster) : [];
  } catch (error) {
    if (!cluster.backupEnabled && isBackupOff(error)) return [];
    throw error;
  }
}

/** What can be done where a cluster takes no snapshots; undefined where it does. */
export function adviceFor({ cluster, isDeleted }: Subject): string | undefined {
  const { name, tier, stateName, paused, backupEnabled } = cluster;
  if (isDeleted) return `"${name}" is deleted; its snapshots stay until they expire.`;
  if (tier === 'M0') {
    return `"${name}" is a free cluster (M0), which has no backups. Use mongodump in the workflow, or a dedicated cluster (M10 and above).`;
  }
  if (stateName === 'DELETING') return `"${name}" is being deleted.`;
  if (!backupEnabled) {
    return `Cloud backup is off for "${name}". Turn it on: Atlas, cluster › Edit Configuration › Additional Settings › Turn on Cloud Backup; or backup: true of provision.`;
  }
  if (paused) {
    return `"${name}" is paused: Atlas takes no snapshots of it until it is resumed; those that it has stay until they expire.`;
  }
  if (tier === 'FLEX') {
    return `"${name}" is a Flex cluster: Atlas takes one snapshot a day by itself and keeps the last eight; there are none on demand.`;
  }
  return undefined;
}
