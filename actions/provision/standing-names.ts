import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { clusterNameOf, type Environment, looksDerived } from '../../src/environment/environment.ts';
import { ownerOf, taggedRepository } from '../../src/environment/tags.ts';
import type { DesiredState } from '../../src/spec/desired.ts';
import type { Reading } from '../../src/spec/read.ts';

/** Atlas allows so many clusters in a project. */
const MOST_CLUSTERS = 25;

/** Ordinals of the clusters whose names follow from the environment, and that are not there. */
export function missingOrdinals(
  environment: Environment,
  { desired, reading }: { desired: DesiredState; reading: Reading },
): readonly number[] {
  const wanted = new Set(desired.clusters.map(({ name }) => name));
  return Array.from({ length: MOST_CLUSTERS }, (_, ordinal) => ordinal).filter((ordinal) => {
    const name = clusterNameOf(environment, ordinal);
    return wanted.has(name) && !reading.clusters.has(name);
  });
}

/**
 * Names under which an environment has those clusters all the same: they were created when the repository's id was not known, so
 * that its name of that time decided. Without this a second cluster would be created, and paid for.
 */
export function standingNames(
  environment: Environment,
  { clusters, missing }: { clusters: readonly Cluster[]; missing: readonly number[] },
): ReadonlyMap<number, string> {
  const own = clusters.filter(
    ({ name, stateName, tags }) =>
      stateName !== 'DELETING' && looksDerived(name, environment) && ownerOf(tags, environment) === 'own',
  );
  const found = new Map<number, string>();
  for (const ordinal of missing) {
    const cluster = own.find(({ name, tags }) => namesOf(environment, { ordinal, tags }).includes(name));
    if (cluster) found.set(ordinal, cluster.name);
  }
  const [left, ...others] = own.filter(({ name }) => ![...found.values()].includes(name));
  const [ordinal, ...more] = missing.filter((one) => !found.has(one));
  // Its tags have the new name by now: where there is only one it can be no other.
  if (left && ordinal !== undefined && others.length + more.length === 0) found.set(ordinal, left.name);
  return found;
}

/** The names that a cluster of an environment may have got without the id. */
function namesOf(
  environment: Environment,
  { ordinal, tags }: { ordinal: number; tags: Cluster['tags'] },
): readonly string[] {
  const { repository, name } = environment;
  const tagged = taggedRepository(tags);
  const repositories = [environment, { repository }, ...(tagged ? [tagged, { repository: tagged.repository }] : [])];
  return repositories.map((one) => clusterNameOf({ ...one, name }, ordinal));
}
