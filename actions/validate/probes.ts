import { listAccessList } from '../../src/atlas/access-list.ts';
import { getBackupSchedule } from '../../src/atlas/backup-schedule.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { type ClusterAddress, getChangeStatus, isSharded, listClusters } from '../../src/atlas/clusters.ts';
import { sampleCollectionRestoreJobs } from '../../src/atlas/collection-restore-jobs.ts';
import { getCompliancePolicy } from '../../src/atlas/compliance-policy.ts';
import { listDatabaseUsers } from '../../src/atlas/database-users.ts';
import { listFlexClusters } from '../../src/atlas/flex-clusters.ts';
import { sampleFlexRestoreJobs } from '../../src/atlas/flex-restore-jobs.ts';
import { listFlexSnapshots } from '../../src/atlas/flex-snapshots.ts';
import { sampleRestoreJobs } from '../../src/atlas/restore-jobs.ts';
import { sampleSnapshotDatabases } from '../../src/atlas/snapshot-catalogue.ts';
import { type Snapshot, sampleSnapshots } from '../../src/atlas/snapshots.ts';
import { isBackupOff } from '../backups/subject.ts';
import type { ProbeName } from '../rights.ts';

/** One read of Atlas, and what it needs to be asked. What it resolves to is of no interest: Atlas has answered. */
export type Probe = { readonly reads: string } & (
  | { readonly where: 'project'; readonly ask: (client: AtlasClient, groupId: string) => Promise<unknown> }
  | { readonly where: 'cluster'; readonly ask: (about: AboutCluster) => Promise<unknown> }
);

/** What a question about one cluster gets. */
export interface AboutCluster {
  readonly client: AtlasClient;
  readonly address: ClusterAddress;
  readonly cluster: Cluster;
}

/** A question that cannot be asked here, which says nothing of rights. */
export class NotAskable extends Error {
  override readonly name = 'NotAskable';
}

/** Every read that `validate` tries, each at most once. All of them are GETs. */
export const probes: Readonly<Record<ProbeName, Probe>> = {
  clusters: { reads: 'the clusters', where: 'project', ask: listClusters },
  'flex-clusters': { reads: 'the Flex clusters', where: 'project', ask: listFlexClusters },
  'database-users': { reads: 'the database users', where: 'project', ask: listDatabaseUsers },
  'access-list': { reads: 'the network access list', where: 'project', ask: listAccessList },
  'compliance-policy': { reads: 'the backup compliance policy', where: 'project', ask: getCompliancePolicy },
  'cluster-status': {
    reads: 'whether changes are rolled out',
    where: 'cluster',
    ask: except(['FLEX'], ({ client, address }) => getChangeStatus(client, address)),
  },
  snapshots: { reads: 'the snapshots', where: 'cluster', ask: except(['M0'], someSnapshots) },
  'backup-schedule': {
    reads: 'the backup schedule',
    where: 'cluster',
    ask: except(['M0', 'FLEX'], ({ client, address }) => getBackupSchedule(client, address)),
  },
  'restore-jobs': {
    reads: 'the restore jobs',
    where: 'cluster',
    ask: except(['M0'], ({ client, address, cluster }) =>
      cluster.tier === 'FLEX' ? sampleFlexRestoreJobs(client, address) : sampleRestoreJobs(client, address),
    ),
  },
  'collection-restore-jobs': {
    reads: 'the restores of databases and collections',
    where: 'cluster',
    ask: except(['M0', 'FLEX'], ({ client, address }) => sampleCollectionRestoreJobs(client, address)),
  },
  'snapshot-databases': { reads: 'what a snapshot holds', where: 'cluster', ask: except(['M0', 'FLEX'], lookInside) },
};

/** Asks about clusters of all tiers but these, which have no such thing. Where backups are off there is nothing to ask either. */
function except(
  tiers: readonly string[],
  ask: (about: AboutCluster) => Promise<unknown>,
): (about: AboutCluster) => Promise<unknown> {
  return async (about) => {
    const { name, tier } = about.cluster;
    if (tiers.includes(tier)) throw new NotAskable(`"${name}" is ${tier}, which has nothing of the kind.`);
    try {
      return await ask(about);
    } catch (error) {
      throw isBackupOff(error) ? new NotAskable(`Backups are off for "${name}".`) : error;
    }
  };
}

async function someSnapshots({ client, address, cluster }: AboutCluster): Promise<readonly Snapshot[]> {
  if (cluster.tier !== 'FLEX')
    return await sampleSnapshots(client, address, isSharded(cluster) ? 'shardedCluster' : 'replicaSet');
  await listFlexSnapshots(client, address);
  return [];
}

async function lookInside(about: AboutCluster): Promise<unknown> {
  const { client, address, cluster } = about;
  const completed = (await someSnapshots(about)).find(({ status }) => status === 'completed');
  if (!completed) throw new NotAskable(`"${cluster.name}" has no completed snapshot to look into.`);
  return await sampleSnapshotDatabases(client, address, { snapshotId: completed.id, atMost: 1 });
}
