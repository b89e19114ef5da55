import { listAccessList } from '../../src/atlas/access-list.ts';
import { findCluster, listClustersPatiently } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { type DatabaseUser, listDatabaseUsers } from '../../src/atlas/database-users.ts';
import { isMarkOf, markedEnvironment, readMark } from '../../src/environment/owner-mark.ts';
import { isSameRepository, type Repository } from '../../src/environment/repository.ts';
import { type TaggedEnvironment, taggedEnvironment } from '../../src/environment/tags.ts';
import { entriesOf, type Inventory, isOfEnvironment, withoutCreatedAgain } from './inventory.ts';

interface NamedCluster {
  readonly groupId: string;
  readonly clusterName: string;
  readonly repository: Repository;
}

/**
 * Finds one cluster, and the users that reach nothing else and were made by this repository; of the last cluster of an
 * environment all that the environment has. The users are looked for even where the cluster is gone: an earlier run may have
 * been killed between the two.
 */
export async function lookAtCluster(client: AtlasClient, named: NamedCluster, before?: Inventory): Promise<Inventory> {
  if (before?.environment)
    return await lookAtLastCluster(client, { ...named, environment: before.environment }, before);
  const readAt = client.clock.now();
  const { groupId, clusterName } = named;
  const users = await listDatabaseUsers(client, groupId);
  const cluster = await findCluster(client, { groupId, clusterName });
  const environment = environmentOf(cluster, named);
  if (environment) return await lookAtLastCluster(client, { ...named, environment }, before);
  const found = withoutCreatedAgain(cluster ? [cluster] : [], before);
  const isGone = found.createdAgain.length === 0;
  return {
    ...nothingMore,
    readAt,
    groupId,
    ...found,
    users: isGone ? users.filter(ofNoOther(named, { cluster })) : [],
    present: new Set(cluster ? [cluster.id] : []),
    environment: undefined,
  };
}

const nothingMore = { entries: [], sharedEntries: [], project: undefined, others: [], retained: [] } as const;

/** The environment of this repository that a cluster belongs to, by its tags. */
function environmentOf(cluster: Cluster | undefined, { repository }: NamedCluster): TaggedEnvironment | undefined {
  const environment = taggedEnvironment(cluster?.tags ?? {});
  return environment && isSameRepository(environment, repository) ? environment : undefined;
}
/** Users of this repository that reach the named cluster and nothing else. */
function ofNoOther(
  { clusterName, repository }: NamedCluster,
  { cluster, environment }: { cluster: Cluster | undefined; environment?: TaggedEnvironment },
): (user: DatabaseUser) => boolean {
  const isOurs = (text: string | undefined) => {
    if (isMarkOf(readMark(text), repository) || (environment && isOfEnvironment(environment)(text))) return true;
    // Of a cluster that is gone, or going, nothing tells the environment but the marks of its users.
    const marked = cluster && cluster.stateName !== 'DELETING' ? undefined : markedEnvironment(text, repository);
    return marked !== undefined && isSameRepository(marked, repository);
  };
  return ({ description, scopes }) =>
    isOurs(description) &&
    scopes.length > 0 &&
    scopes.every(({ name, type }) => name === clusterName && type === 'CLUSTER');
}

/** The same where the cluster is of an environment: with its last cluster goes all that the environment has. */
async function lookAtLastCluster(
  client: AtlasClient,
  named: NamedCluster & { readonly environment: TaggedEnvironment },
  before: Inventory | undefined,
): Promise<Inventory> {
  const { groupId, clusterName, repository, environment } = named;
  const readAt = client.clock.now();
  const [users, entries] = await Promise.all([listDatabaseUsers(client, groupId), listAccessList(client, groupId)]);
  // After them: who makes an environment makes its clusters first.
  const clusters = await listClustersPatiently(client, groupId);
  const cluster = clusters.find(({ name }) => name === clusterName);
  const found = withoutCreatedAgain(cluster ? [cluster] : [], before);
  const others = clusters.filter((one) => !found.clusters.includes(one));
  const isLast = !others.some(({ tags }) => {
    const other = taggedEnvironment(tags);
    return other?.tag === environment.tag && isSameRepository(other, repository);
  });
  const isMarked = isOfEnvironment(environment);
  const isGone = found.createdAgain.length === 0;
  const goes = (user: DatabaseUser) =>
    ofNoOther(named, { cluster, environment })(user) || (isLast && isMarked(user.description));
  const own = isLast ? entries.filter(({ comment }) => isMarked(comment)) : [];
  return {
    ...nothingMore,
    readAt,
    groupId,
    ...found,
    users: isGone ? users.filter(goes) : [],
    ...(isGone && entriesOf(own, { others })),
    present: new Set(clusters.map(({ id }) => id)),
    environment,
  };
}
