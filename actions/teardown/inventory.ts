import { type AccessListEntry, listAccessList } from '../../src/atlas/access-list.ts';
import { findCluster, listClustersPatiently } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { type DatabaseUser, listDatabaseUsers } from '../../src/atlas/database-users.ts';
import { getProject, type Project } from '../../src/atlas/projects.ts';
import { clusterNameOf, type Environment } from '../../src/environment/environment.ts';
import { isMarkedBy, isMarkOf, type MarkOwner, readMark } from '../../src/environment/owner-mark.ts';
import { ownerOf, tagNames } from '../../src/environment/tags.ts';
import { guestsOf } from '../project-guests.ts';

/** What is to go, as it stands in Atlas. */
export interface Inventory {
  readonly groupId: string;
  readonly clusters: readonly Cluster[];
  readonly users: readonly DatabaseUser[];
  readonly entries: readonly AccessListEntry[];
  /** Entries of the environment that other environments of the project may lean on. */
  readonly sharedEntries: readonly AccessListEntry[];
  /** Only if this suite made it: for the environment, or for another one that has left it behind. */
  readonly project: Project | undefined;
  /** What keeps the project, because it is not to go, in words. */
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
  const clustersOfOthers = clusters.filter((cluster) => !isOwn(cluster));
  const ownClusters = clusters.filter(isOwn);
  const isSiblings =
    ownerOf(project.tags, environment) === 'sibling' && project.tags[tagNames.environment] !== undefined;
  // Only who has left something behind clears up after a sibling, which may be about to be made.
  const mayGo = ownsProject || (isSiblings && ownClusters.length > 0);
  return {
    groupId,
    clusters: ownClusters,
    users: users.filter(({ description }) => isMarkOf(readMark(description), environment)),
    ...entriesOf(entries, { clusters: clustersOfOthers, environment }),
    project: mayGo ? project : undefined,
    others: [
      // One on its way out shows no tags, and only has to be waited for.
      ...clustersOfOthers.filter(({ stateName }) => stateName !== 'DELETING').map(({ name }) => `"${name}"`),
      ...guestsOf({ users, entries }, { isOurs: goesAlong(environment, { ownsProject }), now: client.clock.now() }),
    ],
  };
}

/**
 * Whether a user or an entry goes with the project, by its mark: what this suite did not make keeps it. In another
 * environment's project, that environment's things keep it, too.
 */
function goesAlong(
  environment: Environment,
  { ownsProject }: { ownsProject: boolean },
): (text: string | undefined) => boolean {
  return (text) =>
    isMarkOf(readMark(text), environment) ||
    isMarkOf(readMark(text), { repository: environment.repository }) ||
    (ownsProject && isMarkedBy(text, environment));
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
