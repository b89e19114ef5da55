import { writeMark } from '../../../src/environment/owner-mark.ts';
import { targetName } from '../../../src/simulator/world/access-list.ts';
import type { AccessEntry } from '../../../src/simulator/world/access-types.ts';
import { noOddities } from '../../../src/simulator/world/oddities.ts';
import type { World as AtlasState, Cluster } from '../../../src/simulator/world/types.ts';
import { foreignThings } from '../../faults/support/atlas-state.ts';
import { seedEnvironment } from '../../support/seed-environment.ts';
import { setStage } from '../../support/stage.ts';

export const REPOSITORY = 'acme/shop';
export const SEED = 'a seed of the test, long enough';

/** Short enough that hardly any request is a poll. */
const DURATIONS = {
  clusterCreate: 6,
  clusterDelete: 6,
  clusterUpdate: 4,
  userChange: 1,
  snapshot: 40,
  collectionRestore: 30,
  'accessEntry.active': 2,
  'restore.automated': 60,
  restoreApplied: 1,
  'project.closeLag': 0,
};

/** What both steps find: the things of others, pull requests 7 and 8, `orders` with snapshots, and `staging` to restore into. */
export function openWorld() {
  const stage = setStage({
    oddities: noOddities,
    digest: { nonceLifetimeSeconds: 36_000 },
    accessList: { writeSeconds: 0.001 },
  });
  const { atlas, project, time } = stage;
  Object.assign(atlas.state.durations, DURATIONS);
  const repository = stage.gitHub.seedRepository({ name: REPOSITORY });
  const pulls = [7, 8].map((number) => stage.gitHub.seedPullRequest(repository, { number, state: 'open' }));
  const token = stage.gitHub.seedJobToken(repository, { 'pull-requests': 'read' });
  const theirs = atlas.seedProject({ name: 'theirs' });
  atlas.seedCluster({ project: theirs, name: 'production' });
  seedEnvironment(atlas, 'pr-7', { project: theirs, repository: 'acme/other', cluster: 'pr-7-elsewhere' });
  const description = writeMark({ repository: 'acme/other', name: 'pr-7' }, { room: 80 });
  atlas.seedDatabaseUser({ username: 'elsewhere', password: 'the password of others', description });
  atlas.seedAccessEntry({ entry: '203.0.113.10', comment: description });
  atlas.seedDatabaseUser({ username: 'legacy', password: 'the password of others' });
  atlas.seedDatabaseUser({ project: theirs, username: 'legacy', password: 'the password of others' });
  const foreign = foreignThings(stage);
  const entriesBefore: ReadonlySet<string> = new Set(atlas.state.accessEntries.map(entryKey));
  const own = { project, stage, time, pulls, token };
  return { ...own, foreign, entriesBefore };
}

/** What tells an access entry from all others. */
export function entryKey({ groupId, target }: AccessEntry): string {
  return `${groupId} ${targetName(target)}`;
}

export type World = ReturnType<typeof openWorld>;

/** Opens or closes pull request 7 or 8. */
export function setPull({ pulls }: World, number: 7 | 8, state: 'open' | 'closed'): void {
  for (const pull of pulls) if (pull.number === number) pull.state = state;
}

/** What a run of a use leaves in Atlas, to be put into other worlds without running it again. */
export type Saved = Pick<AtlasState, 'clusters' | 'databaseUsers' | 'accessEntries' | 'snapshots'> & {
  readonly now: number;
};

export function save({ stage: { atlas, time } }: World): Saved {
  const { clusters, databaseUsers, accessEntries, snapshots } = atlas.state;
  return { ...structuredClone({ clusters, databaseUsers, accessEntries, snapshots }), now: time.now() };
}

/** Puts into a new world what was saved; every world begins alike, so that ids and credentials fit. */
export function restore({ stage: { atlas, time } }: World, { now, ...saved }: Saved): void {
  const copy = structuredClone(saved);
  const { state } = atlas;
  time.advance(now - time.now());
  state.clusters.splice(0, state.clusters.length, ...copy.clusters);
  state.databaseUsers.splice(0, state.databaseUsers.length, ...copy.databaseUsers);
  state.accessEntries.splice(0, state.accessEntries.length, ...copy.accessEntries);
  state.snapshots.splice(0, state.snapshots.length, ...copy.snapshots);
}

/** A cluster as it is now; `restore` and Atlas itself replace the objects. */
export function clusterNamed({ stage: { atlas, time } }: World, name: string): Cluster | undefined {
  const now = time.now();
  return atlas.state.clusters.find((one) => one.name === name && (one.goneAt === undefined || one.goneAt > now));
}
