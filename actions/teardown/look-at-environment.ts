import { listAccessList } from '../../src/atlas/access-list.ts';
import { listClustersPatiently } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { listWithRetainedBackups } from '../../src/atlas/clusters.ts';
import { listDatabaseUsers } from '../../src/atlas/database-users.ts';
import { getProject, type Project } from '../../src/atlas/projects.ts';
import { clusterNameOf, type Environment, environmentTag } from '../../src/environment/environment.ts';
import { isMarkedBy, isMarkOf, readMark } from '../../src/environment/owner-mark.ts';
import { repositoryOf } from '../../src/environment/repository.ts';
import { ownerOf, tagNames } from '../../src/environment/tags.ts';
import { guestsOf } from '../project-guests.ts';
import { entriesOf, type Inventory, isOfEnvironment, withoutCreatedAgain } from './inventory.ts';

/** Finds all that belongs to an environment: clusters by their tags, users and entries by their marks. */
export async function lookAtEnvironment(
  client: AtlasClient,
  { groupId, environment }: { groupId: string; environment: Environment },
  before?: Inventory,
): Promise<Inventory> {
  const readAt = client.clock.now();
  const isProjectOfInterest = before === undefined || before.project !== undefined;
  const [users, entries, project] = await Promise.all([
    listDatabaseUsers(client, groupId),
    listAccessList(client, groupId),
    isProjectOfInterest ? getProject(client, groupId) : undefined,
  ]);
  // After them: who makes an environment makes its clusters first, so that users without one have lost it.
  const clusters = await listClustersPatiently(client, groupId);
  const ownsProject = project !== undefined && ownerOf(project.tags, environment) === 'own';
  const { isOwn, isKnown } = ownershipOf(environment, { ownsProject, before });
  const found = withoutCreatedAgain(clusters.filter(isOwn), before);
  const clustersOfOthers = clusters.filter((cluster) => !isOwn(cluster));
  const closing = closingProject(project, { environment, isFirst: !before, hasClusters: found.clusters.length > 0 });
  const tagged = { ...repositoryOf(environment), tag: environmentTag(environment) };
  const isMarked = isOfEnvironment(tagged);
  const isGone = found.createdAgain.length === 0;
  const own = isGone ? entries.filter(({ comment }) => isMarked(comment)) : [];
  return {
    readAt,
    groupId,
    ...found,
    users: isGone ? users.filter(({ description }) => isMarked(description)) : [],
    ...entriesOf(own, { others: clusters.filter((cluster) => !isKnown(cluster)) }),
    project: closing,
    others: [
      // One on its way out shows no tags, and only has to be waited for.
      ...[...clustersOfOthers, ...found.createdAgain]
        .filter(({ stateName }) => stateName !== 'DELETING')
        .map(({ name }) => `"${name}"`),
      ...guestsOf({ users, entries }, { isOurs: goesAlong(environment, { ownsProject }), now: client.clock.now() }),
    ],
    retained: closing ? await retainedIn(client, groupId, clusters) : [],
    present: new Set(clusters.map(({ id }) => id)),
    environment: tagged,
  };
}

/** A project that may go: the environment's own, or that of another one of this repository, which has left it behind. */
function closingProject(
  project: Project | undefined,
  { environment, isFirst, hasClusters }: { environment: Environment; isFirst: boolean; hasClusters: boolean },
): Project | undefined {
  if (!project) return undefined;
  const owner = ownerOf(project.tags, environment);
  const isSiblings = owner === 'sibling' && project.tags[tagNames.environment] !== undefined;
  // Only who has left something behind clears up after a sibling, which may be about to be made.
  return owner === 'own' || (isSiblings && (!isFirst || hasClusters)) ? project : undefined;
}

/** Clusters of a project that are gone, but whose snapshots were kept. */
async function retainedIn(
  client: AtlasClient,
  groupId: string,
  present: readonly Cluster[],
): Promise<readonly string[]> {
  const ids = new Set(present.map(({ id }) => id));
  const clusters = await listWithRetainedBackups(client, groupId);
  return clusters.filter(({ id }) => !ids.has(id)).map(({ name }) => `"${name}"`);
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
    isMarkOf(readMark(text), repositoryOf(environment)) ||
    (ownsProject && isMarkedBy(text, environment));
}

/** Atlas allows so many clusters in a project. */
const MOST_CLUSTERS = 25;

/**
 * A cluster on its way out shows no tags: in the environment's own project, or by one of the names that follow from the
 * environment, it is taken as ours and already going. Whose it was is known only by such a name, or from an earlier look.
 */
function ownershipOf(
  environment: Environment,
  { ownsProject, before }: { ownsProject: boolean; before: Inventory | undefined },
) {
  const { repository, name: environmentName } = environment;
  // The id was not known everywhere, or not always.
  const namings = [environment, { repository, name: environmentName }];
  const names = new Set(
    Array.from({ length: MOST_CLUSTERS }, (_, ordinal) => namings.map((one) => clusterNameOf(one, ordinal))).flat(),
  );
  const isKnown = ({ id, name, stateName, tags }: Cluster) =>
    ownerOf(tags, environment) === 'own' ||
    (stateName === 'DELETING' && (names.has(name) || before?.tagged.has(id) === true));
  const isOwn = (cluster: Cluster) => isKnown(cluster) || (cluster.stateName === 'DELETING' && ownsProject);
  return { isOwn, isKnown };
}
