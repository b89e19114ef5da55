import { type AccessListEntry, listAccessList } from '../../src/atlas/access-list.ts';
import { findCluster, listAllClusters } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { type DatabaseUser, listDatabaseUsers } from '../../src/atlas/database-users.ts';
import { getProject, type Project } from '../../src/atlas/projects.ts';
import { clusterNameOf, type Environment } from '../../src/environment/environment.ts';
import { isMarkOf, readMark } from '../../src/environment/owner-mark.ts';
import { ownerOf } from '../../src/environment/tags.ts';

/** What is to go, as it stands in Atlas. */
export interface Inventory {
  readonly groupId: string;
  readonly clusters: readonly Cluster[];
  readonly users: readonly DatabaseUser[];
  readonly entries: readonly AccessListEntry[];
  /** Only if it was made for the environment. */
  readonly project: Project | undefined;
}

/** Finds all that belongs to an environment: clusters by their tags, users and entries by their marks. */
export async function inventoryOfEnvironment(
  client: AtlasClient,
  groupId: string,
  environment: Environment,
): Promise<Inventory> {
  const [clusters, users, entries, project] = await Promise.all([
    listAllClusters(client, groupId),
    listDatabaseUsers(client, groupId),
    listAccessList(client, groupId),
    getProject(client, groupId),
  ]);
  return {
    groupId,
    clusters: clusters.filter((cluster) => isOwn(cluster, environment)),
    users: users.filter(({ description }) => isMarkOf(readMark(description), environment)),
    entries: entries.filter(({ comment }) => isMarkOf(readMark(comment), environment)),
    project: ownerOf(project.tags, environment) === 'own' ? project : undefined,
  };
}

/** A cluster on its way out shows no tags: by its derived name it is ours, and already going. */
function isOwn({ name, stateName, tags }: Cluster, environment: Environment): boolean {
  return ownerOf(tags, environment) === 'own' || (stateName === 'DELETING' && name === clusterNameOf(environment));
}

/** Finds one cluster, and the users that reach nothing else and were made by this repository. */
export async function inventoryOfCluster(
  client: AtlasClient,
  { groupId, clusterName, repository }: { groupId: string; clusterName: string; repository: string },
): Promise<Inventory> {
  const cluster = await findCluster(client, { groupId, clusterName });
  if (!cluster) return { groupId, clusters: [], users: [], entries: [], project: undefined };
  const users = await listDatabaseUsers(client, groupId);
  return {
    groupId,
    clusters: [cluster],
    users: users.filter(
      ({ description, scopes }) =>
        isMarkOf(readMark(description), { repository }) &&
        scopes.length > 0 &&
        scopes.every(({ name }) => name === clusterName),
    ),
    entries: [],
    project: undefined,
  };
}
