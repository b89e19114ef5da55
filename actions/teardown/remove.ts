import { deleteAccessListEntry } from '../../src/atlas/access-list.ts';
import { deleteAnyCluster, listAllClusters, updateAnyCluster } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { waitUntilGone } from '../../src/atlas/cluster-readiness.ts';
import { changeSafely } from '../../src/atlas/create-once.ts';
import { deleteDatabaseUser } from '../../src/atlas/database-users.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import { deleteProject } from '../../src/atlas/projects.ts';
import type { Log } from '../../src/runner/log.ts';
import type { Inventory } from './inventory.ts';

/** Something that was, or would be, deleted. */
export interface Removed {
  readonly kind: 'cluster' | 'user' | 'access-list-entry' | 'project';
  readonly name: string;
}

export interface RemovalOptions {
  readonly retainBackups: boolean;
  readonly deleteProject: boolean;
  readonly wait: boolean;
  /** Whether termination protection may be lifted: only of what is ours. */
  readonly liftsProtection: (cluster: Cluster) => boolean;
  readonly log: Log;
}

/** What would be deleted, in the order in which it is. */
export function removalsOf(
  inventory: Inventory,
  { deleteProject: withProject }: Pick<RemovalOptions, 'deleteProject'>,
): readonly Removed[] {
  const { clusters, users, entries, project } = inventory;
  return [
    ...clusters.map(({ name }) => ({ kind: 'cluster', name }) as const),
    ...users.map(({ username }) => ({ kind: 'user', name: username }) as const),
    ...entries.map((entry) => ({ kind: 'access-list-entry', name: entryValueOf(entry) }) as const),
    ...(project && withProject ? [{ kind: 'project', name: project.name } as const] : []),
  ];
}

/**
 * Deletes all of it: clusters first, because they cost; then users and entries; the project last, when it is empty. A
 * failure does not keep the rest from going; all failures are told at the end.
 */
export async function removeAll(client: AtlasClient, inventory: Inventory, options: RemovalOptions): Promise<void> {
  const { groupId, clusters, users, entries, project } = inventory;
  const failures: string[] = [];
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (client.signal.aborted) throw error;
      failures.push(error instanceof Error ? error.message : String(error));
    }
  };
  await Promise.all(clusters.map((cluster) => attempt(() => removeCluster(client, groupId, cluster, options))));
  for (const { username, databaseName } of users) {
    await attempt(async () => void (await deleteDatabaseUser(client, { groupId, databaseName, username })));
  }
  // Atlas forbids two writes to a project's access list at once.
  for (const entry of entries) {
    await attempt(async () => void (await deleteAccessListEntry(client, { groupId, entryValue: entryValueOf(entry) })));
  }
  if (options.wait) {
    await Promise.all(
      clusters.map((cluster) => attempt(() => waitUntilGone(client, { groupId, clusterName: cluster.name }, cluster))),
    );
  }
  if (project && options.deleteProject && failures.length === 0)
    await attempt(() => removeProject(client, project, options));
  if (failures.length > 0)
    throw new Error(failures.length === 1 ? failures.join() : failures.map((one) => `- ${one}`).join('\n'));
}

async function removeCluster(
  client: AtlasClient,
  groupId: string,
  cluster: Cluster,
  options: RemovalOptions,
): Promise<void> {
  const { name, tier, stateName, terminationProtection } = cluster;
  const address = { groupId, clusterName: name };
  if (stateName === 'DELETING') {
    options.log.info(`Cluster "${name}" is being deleted already.`);
    return;
  }
  if (terminationProtection && options.liftsProtection(cluster)) {
    options.log.info(`Lifting the termination protection of cluster "${name}".`);
    const body = { terminationProtectionEnabled: false };
    await changeSafely(client, () => updateAnyCluster(client, address, { tier, body }));
  }
  await deleteAnyCluster(client, address, { tier, retainBackups: options.retainBackups });
  options.log.info(`Cluster "${name}" is being deleted.`);
}

/** Milliseconds between two tries to delete a project: Atlas lags behind the end of its last cluster. */
const TRY_AGAIN = 15_000;

async function removeProject(
  client: AtlasClient,
  { id, name }: { id: string; name: string },
  { wait, log }: RemovalOptions,
): Promise<void> {
  if (!wait) {
    log.notice(`Project "${name}" stays until its clusters are gone: wait is false. Run teardown again, or sweep.`);
    return;
  }
  const others = await listAllClusters(client, id);
  if (others.length > 0) {
    log.info(`Project "${name}" stays: it still has ${others.map((cluster) => `"${cluster.name}"`).join(', ')}.`);
    return;
  }
  for (;;) {
    try {
      await deleteProject(client, id);
      log.info(`Project "${name}" has been deleted.`);
      return;
    } catch (error) {
      if (error instanceof AtlasError && error.code === 'GROUP_NOT_FOUND') return;
      const lags = error instanceof AtlasError && error.code === 'CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS';
      if (!lags || client.clock.now() + TRY_AGAIN > client.deadline.at) throw error;
      await client.clock.sleep(TRY_AGAIN, client.signal);
    }
  }
}

function entryValueOf({ awsSecurityGroup, ipAddress, cidrBlock }: Inventory['entries'][number]): string {
  return awsSecurityGroup ?? ipAddress ?? cidrBlock ?? '';
}
