import { describe, expect, it } from 'vitest';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { noOddities } from '../../../src/simulator/world/oddities.ts';
import { runVariables } from '../../support/stage.ts';
import { deletedBy, setTeardownStage, type TeardownStage, whenAsked } from './stage.ts';

const password = 'a password of the test';
const clusterDeletion = { method: 'DELETE', path: /lusters\// };

/** The old cluster is gone, and another run has made the environment again. */
function createAgain(stage: TeardownStage): void {
  for (const cluster of stage.atlas.state.clusters) if (cluster.name === stage.cluster) cluster.goneAt = 0;
  stage.atlas.state.databaseUsers.length = 0;
  stage.seedEnvironment({ age: 0 });
}

/** Comments of the access entries: that of the stage itself is `office`. */
const comments = ({ atlas }: TeardownStage) =>
  atlas.state.accessEntries.filter(({ deletedAt }) => deletedAt === undefined).map(({ comment }) => comment);

describe('an access list that another environment may share', () => {
  it('is left alone while a cluster of an unknown owner is being deleted: its next run waits for the name', async () => {
    const stage = setTeardownStage();
    stage.atlas.seedCluster({ name: 'pr-8-of-somebody', state: 'DELETING' });
    stage.seedEnvironment();
    const door = await stage.teardown();
    expect(deletedBy(door)).toEqual([`cluster ${stage.cluster}`, `user ${stage.cluster}`]);
    expect(comments(stage)).toEqual(['office', stage.mark(80)]);
    expect(door.annotations[0]?.message).toMatch(/198\.51\.100\.7 stays: other environments .* it is permanent/);
  });

  it('is read again before an entry goes: an environment that was created meanwhile keeps it', async () => {
    const stage = setTeardownStage();
    stage.seedEnvironment();
    const slow = whenAsked(stage, { method: 'DELETE', path: /databaseUsers/ }, () => {
      stage.time.advance(6_000);
      stage.atlas.seedCluster({ name: 'another', tier: 'FLEX', tags: stage.tagsOf('pr-8') });
    });
    const door = await stage.teardown({}, { fetch: slow });
    expect(door.outputs.outcome).toBe('deleted');
    expect(comments(stage)).toEqual(['office', stage.mark(80)]);
  });

  it('loses the entry where only clusters without an environment are there', async () => {
    const stage = setTeardownStage();
    stage.seedEnvironment();
    const door = await stage.teardown();
    expect(deletedBy(door).at(-1)).toBe('access-list-entry 198.51.100.7');
    expect(comments(stage)).toEqual(['office']);
  });
});

describe('what a provision under way makes after the first look', () => {
  it('goes, too: users and entries are looked for once more after the end of the cluster', async () => {
    const stage = setTeardownStage();
    stage.atlas.seedCluster({ name: stage.cluster, tier: 'FLEX', tags: stage.tagsOf('pr-7') });
    const during = whenAsked(stage, clusterDeletion, () => {
      stage.atlas.seedDatabaseUser({ username: 'app', password, description: stage.mark(100) });
      stage.atlas.seedAccessEntry({ entry: '198.51.100.7', comment: stage.mark(80) });
    });
    const door = await stage.teardown({}, { fetch: during });
    expect(door.annotations).toEqual([]);
    expect(deletedBy(door)).toEqual([`cluster ${stage.cluster}`, 'user app', 'access-list-entry 198.51.100.7']);
    expect([stage.atlas.state.databaseUsers.length, comments(stage)]).toEqual([0, ['office']]);
  });

  it('stays where it has created the whole environment again, and the step says so', async () => {
    const stage = setTeardownStage();
    stage.atlas.seedCluster({ name: stage.cluster, tier: 'FLEX', tags: stage.tagsOf('pr-7') });
    const during = whenAsked(stage, { ...clusterDeletion, after: true }, () => createAgain(stage));
    const door = await stage.teardown({}, { fetch: during });
    expect(deletedBy(door)).toEqual([`cluster ${stage.cluster}`]);
    expect(stage.standing()).toEqual(['orders', stage.cluster]);
    expect([stage.atlas.databaseUser(stage.cluster) !== undefined, comments(stage).length]).toEqual([true, 2]);
    expect(door.annotations).toEqual([
      { level: 'notice', message: expect.stringMatching(/created environment pr-7 again while this step deleted it/) },
    ]);
  });

  it('is no reason to say that the environment is gone on the pull request', async () => {
    const stage = setTeardownStage();
    stage.atlas.seedCluster({ name: stage.cluster, tier: 'FLEX', tags: stage.tagsOf('pr-7') });
    const repository = stage.gitHub.seedRepository({ name: 'acme/shop' });
    const pull = stage.gitHub.seedPullRequest(repository, { number: 7 });
    const token = stage.gitHub.seedJobToken(repository, { 'pull-requests': 'write' });
    const during = whenAsked(stage, { ...clusterDeletion, after: true }, () => createAgain(stage));
    const comment = { comment: 'true', 'github-token': token };
    const event = JSON.stringify({ pull_request: { number: 7 } });
    const variables = {
      ...runVariables(),
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: '/event.json',
    };
    const world = { variables, files: { '/event.json': event } };
    await stage.teardown(comment, { ...world, fetch: during });
    expect(pull.comments).toEqual([]);
    // The run that finds it for good says so.
    await stage.teardown(comment, world);
    expect(pull.comments).toHaveLength(1);
  });

  it('is not deleted by a step that began on an old reading: it is red, and names the cluster', async () => {
    const stage = setTeardownStage();
    const slow = whenAsked(stage, { method: 'GET', path: /flexClusters/, after: true }, () => {
      stage.time.advance(6_000);
      stage.seedEnvironment({ age: 0 });
    });
    const door = await stage.teardown({}, { fetch: slow });
    expect(door.annotations[0]?.message).toMatch(/^Another run created cluster "pr-7-.* so nothing was deleted/);
    expect(stage.writes()).toEqual([]);
  });
});

describe('a deletion whose answer was lost', () => {
  const lost = () => new Response('', { status: 503 });

  it('is not repeated against a new cluster of the same name', async () => {
    const stage = setTeardownStage();
    stage.seedEnvironment();
    const during = whenAsked(stage, { ...clusterDeletion, after: true }, () => {
      createAgain(stage);
      return lost();
    });
    const door = await stage.teardown({}, { fetch: during });
    expect(stage.writes()).toEqual([`DELETE /flexClusters/${stage.cluster} 204`]);
    expect([stage.standing(), deletedBy(door)]).toEqual([['orders', stage.cluster], [`cluster ${stage.cluster}`]]);
    expect(stage.atlas.databaseUser(stage.cluster)).toBeDefined();
  });

  it.each(['status-500', 'status-503-empty', 'cut-before', 'cut-after', 'status-500-after', 'refuse'] as const)(
    'is repeated where the same cluster is still there: %s',
    async (kind) => {
      const stage = setTeardownStage();
      stage.seedEnvironment();
      stage.atlas.faults.add({ kind, match: clusterDeletion });
      const door = await stage.teardown();
      expect([door.annotations, door.outputs.outcome, stage.standing()]).toEqual([[], 'deleted', ['orders']]);
    },
  );

  it('is not sent on what was read before a long wait: a new cluster of the name stays', async () => {
    const stage = setTeardownStage();
    stage.seedEnvironment();
    const busy = whenAsked(stage, clusterDeletion, () => {
      createAgain(stage);
      return new Response('', { status: 429, headers: { 'Retry-After': '40' } });
    });
    const door = await stage.teardown({}, { fetch: busy });
    expect([stage.writes(), stage.standing()]).toEqual([[], ['orders', stage.cluster]]);
    expect(door.annotations[0]?.message).toMatch(/^Another run has created environment pr-7 again/);
  });

  it('is not repeated against a user of the same name that carries another mark', async () => {
    const stage = setTeardownStage();
    stage.seedEnvironment();
    const during = whenAsked(stage, { method: 'DELETE', path: /databaseUsers/, after: true }, () => {
      const description = writeMark({ repository: 'acme/other', name: 'pr-7' }, { room: 100 });
      stage.atlas.seedDatabaseUser({ username: stage.cluster, password, description });
      return lost();
    });
    await stage.teardown({}, { fetch: during });
    expect(stage.writes().filter((call) => call.includes('databaseUsers'))).toHaveLength(1);
    expect(stage.atlas.databaseUser(stage.cluster)?.description).toContain('acme;other');
  });
});

it('gives a deleted entry that Atlas still shows its time, and does not take it for one that came back', async () => {
  const stage = setTeardownStage({ oddities: { ...noOddities, accessEntryLingers: 1 } });
  stage.seedEnvironment();
  const door = await stage.teardown({ wait: 'false' });
  expect([door.annotations, deletedBy(door).length]).toEqual([[], 3]);
  expect(stage.writes().filter((call) => call.includes('accessList'))).toHaveLength(1);
});

it('costs the lists twice: before, and after the end of the cluster', async () => {
  const stage = setTeardownStage();
  stage.seedEnvironment();
  await stage.teardown();
  const lists = stage.calls().filter((call) => !/^DELETE|lusters\/pr-7/.test(call));
  expect(lists.map((call) => call.replace(/\?.*(?= )/, ''))).toEqual([
    'GET /databaseUsers 200',
    'GET /accessList 200',
    'GET  200',
    'GET /clusters 200',
    'GET /flexClusters 200',
    'GET /databaseUsers 200',
    'GET /accessList 200',
    'GET /clusters 200',
    'GET /flexClusters 200',
  ]);
  expect(stage.writes()).toHaveLength(3);
});

it('says last what was deleted', async () => {
  const stage = setTeardownStage();
  stage.seedEnvironment();
  const door = await stage.teardown();
  expect(door.lines.filter((line) => /is being deleted|has been deleted/.test(line))).toEqual([
    `Cluster "${stage.cluster}" is being deleted.`,
    `User "${stage.cluster}" has been deleted.`,
    'Access entry 198.51.100.7 has been deleted.',
    `Cluster "${stage.cluster}" has been deleted.`,
  ]);
});
