import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { waitUntilGone } from '../../src/atlas/cluster-readiness.ts';
import { deleteDatabaseUser } from '../../src/atlas/database-users.ts';
import { AtlasError, messageOf } from '../../src/atlas/errors.ts';
import type { Log } from '../../src/runner/log.ts';
import { removeCluster } from '../remove-cluster.ts';
import type { Inventory } from './inventory.ts';
import { removeEntries } from './remove-entries.ts';
import { removeProject, whyProjectStays } from './remove-project.ts';

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
export function removalsOf(inventory: Inventory, options: RemovalOptions): readonly Removed[] {
  const { clusters, users, entries, project } = inventory;
  return [
    ...clusters.map(clusterRemoved),
    ...users.map(userRemoved),
    ...entries.map(entryRemoved),
    ...(project && whyProjectStays(inventory, options) === undefined ? [projectRemoved(project)] : []),
  ];
}

/** Refuses, before anything is touched, what teardown must not do. */
export function assertRemovable({ clusters, groupId }: Inventory, { liftsProtection }: RemovalOptions): void {
  for (const cluster of clusters) {
    const { name, stateName, terminationProtection } = cluster;
    if (stateName === 'DELETING' || !terminationProtection || liftsProtection(cluster)) continue;
    throw new Error(
      `Cluster "${name}" in project ${groupId} is protected against termination, and this repository did not make it, so nothing was deleted. If it really is to go, turn its termination protection off in Atlas (cluster › Edit Configuration), and run the step again.`,
    );
  }
}

/**
 * Deletes all of it: clusters first, because they cost; then users and entries; the project last, when it is empty. A
 * failure does not keep the rest from going; all failures are told at the end. Resolves to what is gone, or going.
 */
export async function removeAll(
  client: AtlasClient,
  inventory: Inventory,
  options: RemovalOptions,
): Promise<readonly Removed[]> {
  const { groupId, clusters, users, entries, project } = inventory;
  const failures: string[] = [];
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      if (client.signal.aborted) throw error;
      // Another run of teardown has taken the whole project away meanwhile.
      if (error instanceof AtlasError && error.code === 'GROUP_NOT_FOUND') return true;
      failures.push(messageOf(error));
      return false;
    }
  };
  const going = new Set<Cluster>();
  const beginWith = async (cluster: Cluster) => {
    if (await attempt(() => removeCluster(client, groupId, { ...options, cluster }))) going.add(cluster);
  };
  await Promise.all(clusters.map(beginWith));
  const staying = new Set(clusters.filter((cluster) => !going.has(cluster)).map(({ name }) => name));
  for (const { username, databaseName, scopes } of users) {
    // A cluster that could not be deleted keeps its users.
    if (scopes.some(({ name }) => staying.has(name))) continue;
    await attempt(() => deleteDatabaseUser(client, { groupId, databaseName, username }));
  }
  await attempt(() => removeEntries(client, inventory));
  if (options.wait) {
    const waitFor = (cluster: Cluster) =>
      attempt(() => waitUntilGone(client, { groupId, clusterName: cluster.name }, cluster));
    await Promise.all([...going].map(waitFor));
  }
  let projectIsGone = false;
  if (project && failures.length === 0) {
    await attempt(async () => {
      projectIsGone = await removeProject(client, { project, inventory, options });
    });
  }
  if (failures.length > 0) throw new Error(failureText(failures));
  return [
    ...clusters.map(clusterRemoved),
    ...users.map(userRemoved),
    ...entries.map(entryRemoved),
    ...(project && projectIsGone ? [projectRemoved(project)] : []),
  ];
}

function failureText(failures: readonly string[]): string {
  if (failures.length === 1) return failures.join();
  return ['Not everything could be deleted:', ...failures.map((one) => `- ${one}`)].join('\n');
}

function clusterRemoved({ name }: Cluster): Removed {
  return { kind: 'cluster', name };
}

function userRemoved({ username }: Inventory['users'][number]): Removed {
  return { kind: 'user', name: username };
}

function entryRemoved({ address }: Inventory['entries'][number]): Removed {
  return { kind: 'access-list-entry', name: address };
}

function projectRemoved({ name }: { name: string }): Removed {
  return { kind: 'project', name };
}
