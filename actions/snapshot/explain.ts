import type { AtlasClient } from '../../src/atlas/client.ts';
import { type ClusterAddress, getCluster, listClusterNames } from '../../src/atlas/clusters.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import { listFlexSnapshots } from '../../src/atlas/flex-snapshots.ts';
import { nearestNames } from '../../src/atlas/nearest.ts';
import { listProjects } from '../../src/atlas/projects.ts';

/**
 * Finds out why Atlas refused, so that the message can name what to write instead. Asks Atlas a little more; whatever that
 * fails with, the first error stays.
 */
export async function explainRefusal(error: unknown, client: AtlasClient, address: ClusterAddress): Promise<unknown> {
  if (!(error instanceof AtlasError) || client.signal.aborted) return error;
  const { code = '', status } = error;
  const known = Object.hasOwn(explanations, code) ? explanations[code] : undefined;
  const explain = known ?? ([400, 409].includes(status) ? explainCluster : undefined);
  if (!explain) return error;
  try {
    const explanation = await explain(client, address);
    return explanation ? new Error(`${error.facts} ${explanation}`, { cause: error }) : error;
  } catch (failure) {
    client.log(`No more could be found out: ${failure instanceof Error ? failure.message : String(failure)}`);
    return error;
  }
}

type Explain = (client: AtlasClient, address: ClusterAddress) => Promise<string | undefined>;

const explanations: Readonly<Record<string, Explain>> = {
  CLUSTER_NOT_FOUND: explainUnknownCluster,
  GROUP_NOT_FOUND: explainUnknownProject,
  NOT_IN_GROUP: explainUnknownProject,
  USER_CANNOT_ACCESS_GROUP: explainUnknownProject,
  CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API: explainFlex,
  BACKUP_CONFIG_NOT_FOUND: explainCluster,
};

async function explainUnknownCluster(client: AtlasClient, { groupId, clusterName }: ClusterAddress): Promise<string> {
  const names = await listClusterNames(client, groupId);
  if (names.length === 0) return `Project ${groupId} has no clusters; check project-id.`;
  const near = nearestNames(clusterName, names);
  return near.length > 0
    ? `Did you mean ${alternatives(near)}? The project has ${count(names.length, 'cluster')}.`
    : `The project has ${alternatives(names.slice(0, 5))}${names.length > 5 ? ' and others' : ''}; check cluster-name and project-id.`;
}

async function explainUnknownProject(client: AtlasClient): Promise<string> {
  const projects = await listProjects(client);
  if (projects.length === 0) return 'These credentials see no project at all: invite them to the project in Atlas.';
  const shown = projects.slice(0, 5).map(({ id, name }) => `"${name}" (${id})`);
  return `These credentials see ${count(projects.length, 'project')}: ${shown.join(', ')}${projects.length > 5 ? ' …' : ''}. Check project-id, or invite them to the project.`;
}

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

function alternatives(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' or ');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
