import { z } from 'zod';
import { isMarkOf, readMark } from '../../../src/environment/owner-mark.ts';
import { expiryOf } from '../../../src/environment/tags.ts';
import { accessEntriesOf, targetName } from '../../../src/simulator/world/access-list.ts';
import { databaseUsersOf } from '../../../src/simulator/world/database-users.ts';
import type { Cluster } from '../../../src/simulator/world/types.ts';
import type { Claim, Ended } from '../support/use.ts';
import { REPOSITORY, type World } from '../support/world.ts';

const removedThings = z.array(z.object({ kind: z.string(), name: z.string() }));

/** Every environment that a use makes. */
export const ENVIRONMENTS = ['pr-7', 'pr-8', 'branch'] as const;

/** The clusters of an environment that nobody has begun to delete. */
export function clustersOf({ stage: { atlas } }: World, environment: string): readonly Cluster[] {
  const carries = ({ settings: { tags } }: Cluster, key: string, value: string) =>
    tags.some((tag) => tag.key === key && tag.value === value);
  return atlas.state.clusters.filter(
    (one) =>
      one.goneAt === undefined &&
      carries(one, 'gha-environment', environment) &&
      carries(one, 'gha-repository', REPOSITORY.replace('/', ';')),
  );
}

/** Users and entries that carry the mark of an environment, in words. */
export function markedOf({ stage: { atlas }, project }: World, environment: string) {
  const owner = { repository: REPOSITORY, name: environment };
  const isMarked = (text: string | undefined) => isMarkOf(readMark(text), owner);
  return {
    users: databaseUsersOf(atlas.state, project.id).filter(({ description }) => isMarked(description)),
    entries: accessEntriesOf(atlas.state, project.id).filter(({ comment }) => isMarked(comment)),
  };
}

/** This environment is gone: no cluster, no users of its mark, unless another step has made it anew since. */
export function tornDown(environment: string): Claim {
  return (ended) => {
    const { world, startedAt } = ended;
    const clusters = clustersOf(world, environment);
    const isAnew = clusters.some(({ createdAt }) => createdAt >= startedAt);
    const old = clusters.filter(({ createdAt }) => createdAt < startedAt);
    const users = isAnew ? [] : markedOf(world, environment).users;
    return [
      ...old.map(({ name }) => `cluster ${name} is still there`),
      ...users.map(({ username }) => `user ${username} is still there`),
      ...stillThere(ended),
    ];
  };
}

/** What is over by its expiry or by its pull request is gone, or said to have been kept. */
export function swept({ closedPulls = false }: { readonly closedPulls?: boolean } = {}): Claim {
  return (ended) => {
    const { world, door, startedAt } = ended;
    const told = [...thingsIn(door.outputs.kept), ...thingsIn(door.outputs.failed)].map(({ name }) => name);
    const isOver = ({ settings: { tags } }: Cluster, environment: string) => {
      const ends = expiryOf(Object.fromEntries(tags.map(({ key, value }) => [key, value])));
      const pull = world.pulls.find(({ number }) => environment === `pr-${number}`);
      return (ends !== undefined && ends < startedAt) || (closedPulls && pull?.state === 'closed');
    };
    const left = ENVIRONMENTS.flatMap((environment) =>
      clustersOf(world, environment).filter(
        (one) => one.createdAt < startedAt && isOver(one, environment) && !told.includes(one.name),
      ),
    );
    return [...left.map(({ name }) => `cluster ${name} is over, and still there`), ...stillThere(ended)];
  };
}

/** Of what the outputs call deleted, what is there and was there before. */
function stillThere({ world, door, startedAt }: Ended): readonly string[] {
  const { stage, project } = world;
  const { clusters } = stage.atlas.state;
  const users = databaseUsersOf(stage.atlas.state, project.id);
  const entries = accessEntriesOf(stage.atlas.state, project.id);
  const isThere: Readonly<Record<string, (name: string) => boolean>> = {
    cluster: (name) =>
      clusters.some((one) => one.name === name && one.goneAt === undefined && one.createdAt < startedAt),
    user: (name) => users.some((one) => one.username === name && one.createdAt < startedAt),
    'access-list-entry': (name) =>
      entries.some((one) => targetName(one.target).replace('/32', '') === name && one.shownFrom < startedAt),
  };
  return thingsIn(door.outputs.deleted)
    .filter(({ kind, name }) => isThere[kind]?.(name) ?? false)
    .map(({ kind, name }) => `${kind} ${name} is said to be deleted, and is there`);
}

function thingsIn(output: string | undefined) {
  return removedThings.parse(JSON.parse(output || '[]'));
}
