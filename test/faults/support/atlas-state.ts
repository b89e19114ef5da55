import { readLeases } from '../../../src/environment/lease.ts';
import { readMark } from '../../../src/environment/owner-mark.ts';
import { targetName } from '../../../src/simulator/world/access-list.ts';
import { isGone, stateOf } from '../../../src/simulator/world/cluster-lifecycle.ts';
import { isApplied } from '../../../src/simulator/world/roll-out.ts';
import type { World } from '../../../src/simulator/world/types.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import type { Stage } from './scenario.ts';

/** What stands in Atlas now: whatever has gone or expired is left out. */
export function standing({ atlas: { state }, time }: Stage) {
  const now = time.now();
  const lives = ({ deleteAfter }: { deleteAfter?: number | undefined }) =>
    deleteAfter === undefined || deleteAfter > now;
  return {
    projects: state.projects,
    clusters: state.clusters.filter((cluster) => !isGone(cluster, now)),
    users: state.databaseUsers.filter(lives),
    entries: state.accessEntries.filter((entry) => entry.deletedAt === undefined && lives(entry)),
  };
}

/** The access entries that a job has opened for itself and not closed, in words. */
export function leasedTo(main: MemoryDoor | undefined, stage: Stage): readonly string[] {
  const lease = main?.kept['access-lease'];
  return standing(stage)
    .entries.filter(({ comment }) => lease !== undefined && comment?.includes(lease))
    .map(({ target }) => `${targetName(target)} is left open`);
}

/** What a stage holds before the suite has done anything; `changed` tells what of it is not as it was. */
export function foreignThings(stage: Stage) {
  const known = inventory(stage);
  return {
    changed: (): readonly string[] => {
      const now = inventory(stage);
      return [...known]
        .filter(([what, how]) => now.get(what) !== how)
        .map(([what, how]) => `${what} was touched: ${how} is now ${now.get(what)}`);
    },
    /** What the suite made carries tags (clusters, projects), or a mark or an expiry (users, entries). */
    unmarked: (): readonly string[] => {
      const { projects, clusters, users, entries } = standing(stage);
      const tagged = ({ tags }: { tags: readonly { key: string }[] }) =>
        tags.some(({ key }) => key === 'gha-repository');
      return [
        ...projects
          .filter((project) => !known.has(`project ${project.name}`) && !tagged(project))
          .map(({ name }) => name),
        ...clusters
          .filter((cluster) => !known.has(`cluster ${cluster.name}`) && !tagged(cluster.settings))
          .map(({ name }) => name),
        ...users
          .filter((user) => !known.has(`user ${user.username}`))
          .filter(({ description, deleteAfter }) => !readMark(description) && deleteAfter === undefined)
          .map(({ username }) => username),
        ...entries
          .filter((entry) => !known.has(`entry ${JSON.stringify(entry.target)}`))
          .filter(({ comment, deleteAfter }) => !readMark(comment) && deleteAfter === undefined)
          .map(({ target }) => JSON.stringify(target)),
      ].map((what) => `${what} carries neither tags, nor a mark, nor an expiry`);
    },
    /** What was made to live for a while has an expiry: inside Atlas where Atlas has one, else in a tag. */
    forever: (): readonly string[] => {
      const { projects, clusters, users, entries } = standing(stage);
      const expires = (tags: readonly { key: string }[]) => tags.some(({ key }) => key === 'gha-expires-at');
      return [
        ...projects.filter(({ name, tags }) => !known.has(`project ${name}`) && !expires(tags)).map(({ name }) => name),
        ...clusters
          .filter(({ name, settings }) => !known.has(`cluster ${name}`) && !expires(settings.tags))
          .map(({ name }) => name),
        ...users
          .filter(({ username, deleteAfter }) => !known.has(`user ${username}`) && deleteAfter === undefined)
          .map(({ username }) => username),
        ...entries
          .filter(
            ({ target, deleteAfter }) => !known.has(`entry ${JSON.stringify(target)}`) && deleteAfter === undefined,
          )
          .map(({ target }) => JSON.stringify(target)),
      ].map((what) => `${what} would live forever`);
    },
    /** How many of each there are beyond these. */
    made: () => {
      const { projects, clusters, users, entries } = standing(stage);
      return {
        projects: projects.filter(({ name }) => !known.has(`project ${name}`)).length,
        clusters: clusters.filter(({ name }) => !known.has(`cluster ${name}`)).map(({ name }) => name),
        users: users.filter(({ username }) => !known.has(`user ${username}`)).map(({ username }) => username),
        entries: entries.filter(({ target }) => !known.has(`entry ${JSON.stringify(target)}`)).length,
      };
    },
  };
}

function inventory(stage: Stage): ReadonlyMap<string, string> {
  const { projects, clusters, users, entries } = standing(stage);
  return new Map([
    ...projects.map(({ name, tags }) => [`project ${name}`, JSON.stringify(tags)] as const),
    ...clusters.map(({ name, id, settings }) => [`cluster ${name}`, JSON.stringify({ id, settings })] as const),
    ...users.map((user) => [`user ${user.username}`, JSON.stringify(user)] as const),
    ...entries.map(({ target, comment, deleteAfter }) => {
      return [`entry ${JSON.stringify(target)}`, JSON.stringify({ comment, deleteAfter })] as const;
    }),
  ]);
}

/** Why a cluster cannot be used, as Atlas itself knows it. */
export function unusable(stage: Stage, name: string): readonly string[] {
  const world: World = stage.atlas.state;
  const now = stage.time.now();
  const cluster = standing(stage).clusters.find((one) => one.name === name);
  if (!cluster) return [`cluster ${name} is not there`];
  return [
    ...(stateOf(cluster, now) === 'IDLE' ? [] : [`cluster ${name} is ${stateOf(cluster, now)}`]),
    ...(cluster.stringsFrom.standardSrv <= now ? [] : [`cluster ${name} has no address yet`]),
    // Flex clusters have no word for it.
    ...(cluster.tier === 'FLEX' || isApplied(cluster, now) ? [] : [`cluster ${name} does not know its users yet`]),
    ...standing({ ...stage, atlas: { ...stage.atlas, state: world } })
      .entries.filter(({ activeAt, comment }) => activeAt > now && (readMark(comment) || readLeases(comment, now)))
      .map(({ target }) => `entry ${JSON.stringify(target)} is not active yet`),
  ];
}
