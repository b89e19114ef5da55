import type { AtlasClient } from '../../src/atlas/client.ts';
import { type ClusterAddress, getCluster } from '../../src/atlas/clusters.ts';
import { listFlexSnapshots } from '../../src/atlas/flex-snapshots.ts';
import { type Explain, explainRefusal, unknownNames } from '../explain.ts';

/** Finds out why Atlas took no snapshot, and what the cluster can do instead. */
export function explainSnapshotRefusal(error: unknown, client: AtlasClient, address: ClusterAddress): Promise<unknown> {
  return explainRefusal(error, client, { address, explanations, otherwise: explainCluster });
}

const explanations: Readonly<Record<string, Explain>> = {
  ...unknownNames,
  CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API: explainFlex,
  BACKUP_CONFIG_NOT_FOUND: explainCluster,
};

async function explainFlex(client: AtlasClient, address: ClusterAddress): Promise<string> {
  const snapshots = await listFlexSnapshots(client, address);
  const newest = snapshots
    .filter(({ status }) => status === 'COMPLETED')
    .map(({ finishTime }) => finishTime ?? '')
    .sort()
    .at(-1);
  const daily = newest
    ? `Atlas takes one a day by itself; the newest is of ${newest}.`
    : 'Atlas takes one a day by itself; there is none yet.';
  return `"${address.clusterName}" is a Flex cluster, which takes no snapshots on demand. ${daily} For a gate before a migration use a dedicated cluster (M10 and above), or mongodump.`;
}

async function explainCluster(client: AtlasClient, address: ClusterAddress): Promise<string | undefined> {
  const { name, tier, paused, backupEnabled } = await getCluster(client, address);
  if (tier === 'M0') {
    return `"${name}" is a free cluster (M0), which has no cloud backup. Use mongodump in the workflow, or a dedicated cluster (M10 and above).`;
  }
  if (paused)
    return `"${name}" is paused, and Atlas takes no snapshots of paused clusters. Resume it, and wait until it is idle.`;
  if (!backupEnabled) {
    return `Cloud backup is off for "${name}". Turn it on (Atlas, cluster › Edit Configuration › Additional Settings › Turn on Cloud Backup) and run the step again.`;
  }
  return undefined;
}
