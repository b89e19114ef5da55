import { deleteSuperfluous } from '../../src/atlas/access-list-writer.ts';
import { deleteAnyCluster, updateAnyCluster } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { isShared, waitUntilGone } from '../../src/atlas/cluster-readiness.ts';
import { changeSafely } from '../../src/atlas/create-once.ts';
import { deleteDatabaseUser } from '../../src/atlas/database-users.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import type { Log } from '../../src/runner/log.ts';
import type { Inventory } from './inventory.ts';
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
      if (hasCode(error, 'GROUP_NOT_FOUND')) return true;
      failures.push(error instanceof Error ? error.message : String(error));
      return false;
    }
  };
  const going = new Set<Cluster>();
  const beginWith = async (cluster: Cluster) => {
    if (await attempt(() => removeCluster(client, groupId, { cluster, options }))) going.add(cluster);
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

/** Deletes entries as long as they are what they were: another job may have taken one over meanwhile. */
async function removeEntries(client: AtlasClient, { groupId, entries }: Inventory): Promise<void> {
  if (entries.length === 0) return;
  const isOurs = ({ address, comment }: Inventory['entries'][number]) =>
    entries.some((entry) => entry.address === address && entry.comment === comment);
  const superfluous = (list: Inventory['entries']) => list.filter(isOurs).map(({ address }) => address);
  await deleteSuperfluous(client, { groupId, superfluous });
}

function failureText(failures: readonly string[]): string {
  if (failures.length === 1) return failures.join();
  return ['Not everything could be deleted:', ...failures.map((one) => `- ${one}`)].join('\n');
}

async function removeCluster(
  client: AtlasClient,
  groupId: string,
  { cluster, options }: { cluster: Cluster; options: RemovalOptions },
): Promise<void> {
  const { name, stateName } = cluster;
  if (stateName === 'DELETING') {
    options.log.info(`Cluster "${name}" is being deleted already.`);
    return;
  }
  try {
    await unprotect(client, groupId, { cluster, options });
    const { tier } = cluster;
    const retainBackups = options.retainBackups && !isShared(cluster);
    await deleteAnyCluster(client, { groupId, clusterName: name }, { tier, retainBackups });
    options.log.info(`Cluster "${name}" is being deleted.`);
  } catch (error) {
    // Lifting the protection can meet them, where another run is ahead.
    if (hasCode(error, 'CLUSTER_NOT_FOUND') || hasCode(error, 'CLUSTER_ALREADY_REQUESTED_DELETION')) return;
    throw explained(error, { cluster, options });
  }
}

async function unprotect(
  client: AtlasClient,
  groupId: string,
  { cluster, options }: { cluster: Cluster; options: RemovalOptions },
): Promise<void> {
  const { name, tier, terminationProtection } = cluster;
  if (!terminationProtection) return;
  options.log.info(`Lifting the termination protection of cluster "${name}".`);
  const body = { terminationProtectionEnabled: false };
  await changeSafely(client, () => updateAnyCluster(client, { groupId, clusterName: name }, { tier, body }));
}

/** What the author can do about a refusal to delete a cluster. */
function explained(error: unknown, { cluster, options }: { cluster: Cluster; options: RemovalOptions }): unknown {
  if (!(error instanceof AtlasError)) return error;
  if (error.code === 'CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED') {
    const hint = `Somebody has just turned the termination protection of "${cluster.name}" on. If it is to go all the same, run the step again.`;
    return new Error(`${error.facts} ${hint}`, { cause: error });
  }
  if (error.code?.includes('COMPLIANCE_POLICY')) {
    const hint = options.retainBackups
      ? 'Its backups were to be retained already: ask whoever owns the backup compliance policy of the project.'
      : "The project's backup compliance policy does not let the snapshots go with the cluster. Set retain-backups: true; they then stay until they expire.";
    return new Error(`${error.facts} ${hint}`, { cause: error });
  }
  return error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof AtlasError && error.code === code;
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
