import { describe, expect, it } from 'vitest';
import { clusterNameOf } from '../../../src/environment/environment.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { repositoryTag } from '../../../src/environment/repository.ts';
import { setStage } from '../../support/stage.ts';

const environment = { environment: 'pr-7' };
const owner = { repository: 'acme/shop', name: 'pr-7' };
const password = 'a password of the test';

function tagsOf(repository: string, name?: string) {
  return [
    { key: 'gha-repository', value: repositoryTag(repository) },
    ...(name === undefined ? [] : [{ key: 'gha-environment', value: name }]),
  ];
}

type Stage = ReturnType<typeof setStage>;
const withOwner = (stage: Stage) => {
  const account = stage.atlas.seedServiceAccount({ roles: ['Organization Owner'] });
  return { 'client-id': account.clientId, 'client-secret': account.secret };
};
const deletedBy = ({ outputs }: { outputs: Readonly<Record<string, string>> }) =>
  JSON.parse(outputs.deleted ?? '').map(({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`);

describe('whose something is', () => {
  it.each([
    ['another repository', tagsOf('acme/other', 'pr-7')],
    ['another environment', tagsOf('acme/shop', 'pr-70')],
    ['a repository whose name begins alike', tagsOf('acme/shop2', 'pr-7')],
    ['nobody', []],
  ])('%s: its cluster is left alone', async (_, tags) => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: clusterNameOf(owner), tags });
    const door = await stage.run('teardown', { ...stage.withAccount, ...environment });
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'absent']);
    expect(stage.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  it('does not depend on how the name of the repository is capitalized', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'preview', tags: tagsOf('Acme/Shop', 'pr-7') });
    const description = writeMark({ repository: 'ACME/shop', name: 'pr-7' }, { room: 100 });
    stage.atlas.seedDatabaseUser({ username: 'app', password, description });
    const door = await stage.run('teardown', { ...stage.withAccount, ...environment });
    expect(deletedBy(door)).toEqual(['cluster preview', 'user app']);
  });

  it('is known of every cluster of an environment that is on its way out', async () => {
    const stage = setStage();
    stage.atlas.state.durations['clusterDelete.M10'] = 300;
    for (const ordinal of [0, 1]) {
      stage.atlas.seedCluster({ name: clusterNameOf(owner, ordinal), tags: tagsOf(owner.repository, 'pr-7') });
    }
    await stage.run('teardown', { ...stage.withAccount, ...environment, wait: 'false' });
    const door = await stage.run('teardown', { ...stage.withAccount, ...environment });
    expect(deletedBy(door)).toEqual([`cluster ${clusterNameOf(owner)}`, `cluster ${clusterNameOf(owner, 1)}`]);
    expect(
      stage.atlas.state.clusters.every(({ goneAt = 0, name }) => name === 'orders' || goneAt <= stage.time.now()),
    ).toBe(true);
  });

  it('is not read from a foreign cluster that happens to be on its way out', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'somebodys', state: 'DELETING' });
    const door = await stage.run('teardown', { ...stage.withAccount, ...environment });
    expect(door.outputs.outcome).toBe('absent');
  });
});

describe('the project of an environment', () => {
  it('stays with the clusters of others, and is not said to be deleted', async () => {
    const stage = setStage();
    const project = stage.atlas.seedProject({ name: 'previews', tags: tagsOf(owner.repository, 'pr-7') });
    stage.atlas.seedCluster({ project, name: 'preview', tags: tagsOf(owner.repository, 'pr-7') });
    stage.atlas.seedCluster({ project, name: 'guest' });
    const login = withOwner(stage);
    const door = await stage.run('teardown', { ...login, 'project-name': 'previews', ...environment });
    expect(deletedBy(door)).toEqual(['cluster preview']);
    expect(door.annotations).toEqual([{ level: 'notice', message: 'Project "previews" stays: it still has "guest".' }]);
  });

  it.each([
    ['retain-backups', 'true', /retain-backups is true/],
    ['delete-project', 'false', /delete-project is false/],
    ['wait', 'false', /wait is false.*Run teardown again/],
  ])('stays with %s: %s', async (input, value, why) => {
    const stage = setStage();
    const project = stage.atlas.seedProject({ name: 'previews', tags: tagsOf(owner.repository, 'pr-7') });
    stage.atlas.seedCluster({ project, name: 'preview', tags: tagsOf(owner.repository, 'pr-7'), backupEnabled: true });
    const inputs = { ...withOwner(stage), 'project-name': 'previews', ...environment, [input]: value };
    const plan = await stage.run('teardown', { ...inputs, 'dry-run': 'true' });
    const door = await stage.run('teardown', inputs);
    expect(deletedBy(door)).toEqual(['cluster preview']);
    expect(deletedBy(plan)).toEqual(deletedBy(door));
    expect(door.annotations[0]?.message).toMatch(why);
    const deletion = stage.atlas.requests.find(({ method }) => method === 'DELETE');
    expect(JSON.stringify(deletion).includes('retainBackups')).toBe(input === 'retain-backups');
  });

  it('stays where somebody has added what Atlas does not delete with it', async () => {
    const stage = setStage();
    stage.atlas.seedProject({ name: 'previews', tags: tagsOf(owner.repository, 'pr-7') });
    stage.atlas.faults.add({
      kind: 'error',
      match: { method: 'DELETE' },
      status: 409,
      errorCode: 'CANNOT_CLOSE_GROUP_ACTIVE_PEERING_CONNECTIONS',
      detail: 'There are active peering connections.',
    });
    const inputs = { ...withOwner(stage), 'project-name': 'previews', ...environment };
    const door = await stage.run('teardown', inputs);
    expect([door.failed(), door.outputs.outcome]).toEqual([false, 'absent']);
    expect(door.annotations[0]?.message).toMatch(/"previews" stays: it is not empty.*PEERING_CONNECTIONS/);
  });

  it('stays while it holds the backups that an earlier teardown has retained', async () => {
    const stage = setStage();
    const tags = tagsOf(owner.repository, 'pr-7');
    const project = stage.atlas.seedProject({ name: 'previews', tags });
    stage.atlas.seedCluster({ project, name: 'preview', tags, backupEnabled: true });
    const inputs = { ...withOwner(stage), 'project-name': 'previews', ...environment };
    await stage.run('teardown', { ...inputs, 'retain-backups': 'true' });
    const plan = await stage.run('teardown', { ...inputs, 'dry-run': 'true' });
    const door = await stage.run('teardown', inputs);
    expect([deletedBy(plan), deletedBy(door), door.outputs.outcome]).toEqual([[], [], 'absent']);
    expect(door.annotations[0]?.message).toMatch(/"previews" stays: it still holds the backups of "preview"/);
    expect(stage.atlas.state.projects.map(({ name }) => name)).toContain('previews');
  });

  it('stays with what somebody has put into it while its cluster was being deleted', async () => {
    const stage = setStage();
    const tags = tagsOf(owner.repository, 'pr-7');
    const project = stage.atlas.seedProject({ name: 'previews', tags });
    stage.atlas.seedCluster({ project, name: 'preview', tags });
    const during: typeof fetch = (input, init) => {
      const isDeletion = init?.method === 'DELETE' && String(input).endsWith('/clusters/preview');
      if (isDeletion) stage.atlas.seedDatabaseUser({ project, username: 'human', password });
      return stage.fetch(input, init);
    };
    const inputs = { ...withOwner(stage), 'project-name': 'previews', ...environment };
    const door = await stage.run('teardown', inputs, { fetch: during });
    expect(deletedBy(door)).toEqual(['cluster preview']);
    expect(door.annotations[0]?.message).toMatch(/"previews" stays: it still has user "human"/);
  });

  it('that is gone already, named by its id, is success with a notice', async () => {
    const stage = setStage();
    const inputs = { ...withOwner(stage), 'project-id': '0123456789abcdef01234567', ...environment };
    const door = await stage.run('teardown', inputs);
    expect([door.failed(), door.outputs.outcome]).toEqual([false, 'absent']);
    expect(door.annotations[0]?.message).toMatch(/There is no project 0123.*check project-id/);
  });
});

describe('a project that several environments share', () => {
  const clusterOf = (stage: Stage, name: string) => {
    const project = stage.atlas.state.projects.find((one) => one.name === 'previews');
    if (!project) throw new Error('there is no project');
    return stage.atlas.seedCluster({ project, name, tags: tagsOf(owner.repository, name) });
  };

  it.each([[['pr-1', 'pr-2']], [['pr-2', 'pr-1']]])('goes with the last of them: %j', async (order) => {
    const stage = setStage();
    stage.atlas.seedProject({ name: 'previews', tags: tagsOf(owner.repository, 'pr-1') });
    for (const name of order) clusterOf(stage, name);
    const inputs = { ...withOwner(stage), 'project-name': 'previews' };
    const deleted = [];
    for (const name of order) deleted.push(deletedBy(await stage.run('teardown', { ...inputs, environment: name })));
    expect(deleted).toEqual([[`cluster ${order[0]}`], [`cluster ${order[1]}`, 'project previews']]);
  });

  it('stays while somebody has a user or an entry in it that this suite did not make', async () => {
    const stage = setStage();
    const project = stage.atlas.seedProject({ name: 'previews', tags: tagsOf(owner.repository, 'pr-1') });
    clusterOf(stage, 'pr-1');
    stage.atlas.seedDatabaseUser({ project, username: 'human', password });
    stage.atlas.seedAccessEntry({ project, entry: '203.0.113.9', comment: 'desk' });
    const inputs = { ...withOwner(stage), 'project-name': 'previews', environment: 'pr-1' };
    const door = await stage.run('teardown', inputs);
    expect(deletedBy(door)).toEqual(['cluster pr-1']);
    expect(door.annotations[0]?.message).toMatch(/stays: it still has user "human", access entry 203\.0\.113\.9/);
  });
});

describe('a named cluster', () => {
  const inputs = { 'cluster-name': 'reports', confirm: 'reports' };
  const description = writeMark({ repository: 'acme/shop' }, { room: 100 });

  it('that is protected and not ours stays, with its users, in a dry run too', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'reports', terminationProtectionEnabled: true, tags: tagsOf('acme/other') });
    stage.atlas.seedDatabaseUser({ username: 'app', password, description, scopes: ['reports'] });
    for (const dryRun of ['true', 'false']) {
      const door = await stage.run('teardown', { ...stage.withAccount, ...inputs, 'dry-run': dryRun });
      expect(door.annotations[0]?.message).toMatch(/is protected .*did not make it, so nothing was deleted/);
    }
    expect(stage.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  it('takes the users along that reach nothing else, also when it is gone itself', async () => {
    const stage = setStage();
    stage.atlas.seedDatabaseUser({ username: 'app', password, description, scopes: ['reports'] });
    stage.atlas.seedDatabaseUser({ username: 'both', password, description, scopes: ['reports', 'orders'] });
    stage.atlas.seedDatabaseUser({ username: 'everywhere', password, description });
    stage.atlas.seedDatabaseUser({ username: 'foreign', password, scopes: ['reports'] });
    const door = await stage.run('teardown', { ...stage.withAccount, ...inputs });
    expect(deletedBy(door)).toEqual(['user app']);
  });

  it('that belongs to an environment takes the users of that one along', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'reports', tags: tagsOf('acme/shop', 'pr-7') });
    const mark = writeMark(owner, { room: 100 });
    stage.atlas.seedDatabaseUser({ username: 'app', password, description: mark, scopes: ['reports'] });
    const door = await stage.run('teardown', { ...stage.withAccount, ...inputs });
    expect(deletedBy(door)).toEqual(['cluster reports', 'user app']);
  });

  it.each([
    ['false', /Set retain-backups: true; they then stay until they expire/],
    ['true', /retained already: ask whoever owns the backup compliance policy/],
  ])('under a backup compliance policy, retain-backups: %s', async (retain, message) => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'reports' });
    stage.atlas.seedDatabaseUser({ username: 'app', password, description, scopes: ['reports'] });
    stage.atlas.faults.add({
      kind: 'error',
      match: { method: 'DELETE', path: /clusters/ },
      status: 400,
      errorCode: 'CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY',
      detail: 'The policy forbids it.',
    });
    const door = await stage.run('teardown', { ...stage.withAccount, ...inputs, 'retain-backups': retain });
    expect(door.annotations).toHaveLength(1);
    expect(door.annotations[0]?.message).toMatch(message);
    expect(stage.atlas.databaseUser('app')).toBeDefined();
  });

  it('that somebody makes anew meanwhile is not waited for', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'reports', tier: 'FLEX' });
    const remake: typeof fetch = async (input, init) => {
      const answer = await stage.atlas.fetch(input, init);
      if (init?.method === 'DELETE') {
        const old = stage.atlas.state.clusters.find(({ name }) => name === 'reports');
        if (old) old.goneAt = stage.time.now();
        stage.atlas.seedCluster({ name: 'reports', tier: 'FLEX' });
      }
      return answer;
    };
    const door = await stage.run('teardown', { ...stage.withKey, ...inputs }, { fetch: remake });
    expect(door.annotations).toEqual([
      { level: 'notice', message: expect.stringMatching(/created cluster reports again/) },
    ]);
    expect(door.outputs.outcome).toBe('deleted');
    expect(stage.calls().filter((call) => call.startsWith('DELETE'))).toHaveLength(1);
  });
});

it('lists again where a cluster vanishes while clusters are listed', async () => {
  const stage = setStage();
  stage.atlas.seedCluster({ name: 'preview', tags: tagsOf('acme/shop', 'pr-7') });
  stage.atlas.faults.add({
    kind: 'error',
    match: { method: 'GET', path: '/clusters' },
    status: 404,
    errorCode: 'CLUSTER_NOT_FOUND',
    detail: 'No cluster named gone exists in group.',
  });
  const door = await stage.run('teardown', { ...stage.withAccount, ...environment });
  expect([door.annotations, door.outputs.outcome]).toEqual([[], 'deleted']);
});

it('says at the deadline what goes on', async () => {
  const stage = setStage();
  stage.atlas.state.durations['clusterDelete.M10'] = 3_600;
  stage.atlas.seedCluster({ name: 'preview', tags: tagsOf('acme/shop', 'pr-7') });
  const door = await stage.run('teardown', { ...stage.withAccount, ...environment, 'timeout-minutes': '5' });
  expect(door.annotations).toHaveLength(1);
  expect(door.annotations[0]?.message).toMatch(/deletion of cluster "preview".*\n.*run the step again to finish it/);
});
