import { listAccessList } from '../atlas/access-list.ts';
import { findCluster, listClustersPatiently } from '../atlas/any-cluster.ts';
import type { AtlasClient } from '../atlas/client.ts';
import type { Cluster } from '../atlas/cluster-answer.ts';
import { type DatabaseUser, findDatabaseUser } from '../atlas/database-users.ts';
import { AtlasError } from '../atlas/errors.ts';
import type { Look } from '../atlas/last-look.ts';
import { getProjectByName } from '../atlas/projects.ts';
import type { ActualProject, ActualState } from './actual.ts';
import type { DesiredProject, DesiredState, DesiredUser } from './desired.ts';
import { actualCluster, actualUser } from './read-actual.ts';
import { authentication } from './user-kinds.ts';

/** What stands in Atlas, as the plan compares it and as the apply step needs it. */
export interface Reading extends Look {
  /** The passwords of its users are not compared yet. */
  readonly state: ActualState;
  /** Clusters by name. */
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly users: readonly DatabaseUser[];
}

/** Finds a project; one by id costs no request, because the next one tells if it is not there. */
export async function findProject(client: AtlasClient, project: DesiredProject): Promise<ActualProject | undefined> {
  if ('id' in project) return { id: project.id, name: project.id, tags: {} };
  try {
    return await getProjectByName(client, project.name);
  } catch (error) {
    const codes = ['GROUP_NAME_NOT_FOUND', 'GROUP_NOT_FOUND'];
    if (error instanceof AtlasError && error.code !== undefined && codes.includes(error.code)) return undefined;
    throw error;
  }
}

/** Reads all that a spec names, and nothing else: one request each, side by side (and the project's clusters where a user names others). */
export async function readState(
  client: AtlasClient,
  desired: DesiredState,
  project: ActualProject | undefined,
): Promise<Reading> {
  const readAt = client.clock.now();
  if (!project) {
    const state = { project, clusters: [], users: [], accessList: [], clusterNames: [] };
    return { state, clusters: new Map(), users: [], readAt };
  }
  const groupId = project.id;
  const [clusters, users, accessList, clusterNames] = await Promise.all([
    Promise.all(desired.clusters.map(({ name, tier }) => findCluster(client, { groupId, clusterName: name }, tier))),
    Promise.all(desired.users.map((user) => readUser(client, groupId, user))),
    desired.accessList.length > 0 ? listAccessList(client, groupId) : [],
    namesFurtherClusters(desired) ? namesInProject(client, groupId) : undefined,
  ]);
  const found = clusters.filter((cluster) => cluster !== undefined);
  const existing = users.filter((user) => user !== undefined);
  return {
    state: {
      project,
      clusters: found.map(actualCluster),
      users: existing.map((user) => actualUser(user)),
      accessList,
      clusterNames,
    },
    clusters: new Map(found.map((cluster) => [cluster.name, cluster])),
    users: existing,
    readAt,
  };
}

/** Users may be for clusters that the spec does not have; then these must be in the project. */
function namesFurtherClusters({ clusters, users }: DesiredState): boolean {
  const names = new Set(clusters.map(({ name }) => name));
  return users.some((user) => user.clusters?.some((name) => !names.has(name)));
}

async function namesInProject(client: AtlasClient, groupId: string): Promise<readonly string[]> {
  return (await listClustersPatiently(client, groupId)).map(({ name }) => name);
}

function readUser(
  client: AtlasClient,
  groupId: string,
  { kind, username }: DesiredUser,
): Promise<DatabaseUser | undefined> {
  return findDatabaseUser(client, { groupId, databaseName: authentication[kind].database, username });
}
