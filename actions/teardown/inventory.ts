import { type AccessListEntry, listAccessList } from '../../src/atlas/access-list.ts';
import { findCluster, listAllClusters } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { type DatabaseUser, listDatabaseUsers } from '../../src/atlas/database-users.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import { getProject, type Project } from '../../src/atlas/projects.ts';
import { clusterNameOf, type Environment } from '../../src/environment/environment.ts';
import { isMarkOf, type MarkOwner, readMark } from '../../src/environment/owner-mark.ts';
import { ownerOf, tagNames } from '../../src/environment/tags.ts';

/** What is to go, as it stands in Atlas. */
export interface Inventory {
  readonly groupId: string;
  readonly clusters: readonly Cluster[];
  readonly users: readonly DatabaseUser[];
  readonly entries: readonly AccessListEntry[];
  /** Entries of the environment that other environments of the project may lean on. */
  readonly sharedEntries: readonly AccessListEntry[];
  /** Only if it was made for the environment. */
  readonly project: Project | undefined;
  /** Clusters of the project that are not to go, and keep it. */
  readonly others: readonly string[];
}

/** Finds all that belongs to an environment: clusters by their tags, users and entries by their marks. */
export async function inventoryOfEnvironment(
  client: AtlasClient,
  groupId: string,
  environment: Environment,
): Promise<Inventory> {
  const [clusters, users, entries, project] = await Promise.all([
    listClustersPatiently(client, groupId),
    listDatabaseUsers(client, groupId),
    listAccessList(client, groupId),
    getProject(client, groupId),
  ]);
  const ownsProject = ownerOf(project.tags, environment) === 'own';
  const isOwn = ownClustersOf(environment, { ownsProject });
  return {
    groupId,
    clusters: clusters.filter(isOwn),
    users: users.filter(({ description }) => isMarkOf(readMark(description), environment)),
    ...entriesOf(entries, { clusters: clusters.filter((cluster) => !isOwn(cluster)), environment }),
    project: ownsProject ? project : undefined,
    others: clusters.filter((cluster) => !isOwn(cluster)).map(({ name }) => name),
  };
}

/** An access list is the whole project's: who came first has made an entry, and the others only use it. */
function entriesOf(
  entries: readonly AccessListEntry[],
  { clusters, environment }: { clusters: readonly Cluster[]; environment: Environment },
): Pick<Inventory, 'entries' | 'sharedEntries'> {
  const own = entries.filter(({ comment }) => isMarkOf(readMark(comment), environment));
  const isShared = clusters.some(({ tags }) => tags[tagNames.environment] !== undefined);
  return isShared ? { entries: [], sharedEntries: own } : { entries: own, sharedEntries: [] };
}

/** Atlas allows so many clusters in a project. */
const MOST_CLUSTERS = 25;

/**
 * A cluster on its way out shows no tags: in the environment's own project, or by one of the names that follow from the
 * environment, it is taken as ours and already going.
 */
function ownClustersOf(
  environment: Environment,
  { ownsProject }: { ownsProject: boolean },
): (cluster: Cluster) => boolean {
  const names = new Set(Array.from({ length: MOST_CLUSTERS }, (_, ordinal) => clusterNameOf(environment, ordinal)));
  return ({ name, stateName, tags }) =>
    ownerOf(tags, environment) === 'own' || (stateName === 'DELETING' && (ownsProject || names.has(name)));
}

/**
 * Finds one cluster, and the users that reach nothing else and were made by this repository. The users are looked for even
 * where the cluster is gone: an earlier run may have been killed between the two.
 */
export async function inventoryOfCluster(
  client: AtlasClient,
  { groupId, clusterName, repository }: { groupId: string; clusterName: string; repository: string },
): Promise<Inventory> {
  const [cluster, users] = await Promise.all([
    findCluster(client, { groupId, clusterName }),
    listDatabaseUsers(client, groupId),
  ]);
  const owners: readonly MarkOwner[] = [
    { repository },
    // Where it is the cluster of an environment after all, its users carry the environment's mark.
    { repository, name: cluster?.tags[tagNames.environment] },
  ];
  return {
    groupId,
    clusters: cluster ? [cluster] : [],
    users: users.filter(
      ({ description, scopes }) =>
        owners.some((owner) => isMarkOf(readMark(description), owner)) &&
        scopes.length > 0 &&
        scopes.every(({ name, type }) => name === clusterName && type === 'CLUSTER'),
    ),
    entries: [],
    sharedEntries: [],
    project: undefined,
    others: [],
  };
}

/** Milliseconds, and how often: Atlas has been seen to fail a list because a cluster vanished while it was listed. */
const LIST_AGAIN = 3_000;
const LISTINGS = 4;

/** Lists the clusters of a project in which some are just being deleted. */
export async function listClustersPatiently(client: AtlasClient, groupId: string): Promise<readonly Cluster[]> {
  for (let listing = 1; ; listing++) {
    try {
      return await listAllClusters(client, groupId);
    } catch (error) {
      const vanished = error instanceof AtlasError && error.code === 'CLUSTER_NOT_FOUND' && listing < LISTINGS;
      if (!vanished) throw error;
      client.log(`${error.facts} A cluster has vanished while it was listed; listing again.`);
      await client.clock.sleep(LIST_AGAIN, client.signal);
    }
  }
}
