import { describe, expect, it } from 'vitest';
import { clusterNameOf } from '../../../src/environment/environment.ts';
import { newShop, saidBy, setOwnershipStage, shop, shopWithoutId, store } from './stage.ts';

const HOUR = 3_600_000;
const withOldName = clusterNameOf({ repository: 'acme/shop', name: 'pr-8' });

describe('the id of the repository', () => {
  it.each(['M0', 'FLEX', 'M10'])('stands in the request that creates a cluster of tier %s', async (tier) => {
    const stage = setOwnershipStage();
    const { outputs } = await stage.provision(shop, { tier });
    expect(stage.tagsOf(outputs['cluster-name'] ?? '')).toMatchObject({ 'gha-repository-id': '101' });
    expect(stage.writes().filter((call) => !call.startsWith('POST'))).toEqual([]);
  });

  it('stands in the request that creates a project', async () => {
    const stage = setOwnershipStage();
    await stage.provision(shop, { 'project-id': '', 'project-name': 'previews', organization: 'Acme' });
    const project = stage.atlas.state.projects.find(({ name }) => name === 'previews');
    expect(project?.tags).toContainEqual({ key: 'gha-repository-id', value: '101' });
    expect(stage.writes().filter((call) => !call.startsWith('POST'))).toEqual([]);
  });
});

describe('a repository that was renamed', () => {
  it('goes on with its environment: the same cluster, user and password, and the new name in the tags', async () => {
    const stage = setOwnershipStage();
    const before = await stage.provision(shop);
    stage.time.advance(HOUR);
    const after = await stage.provision(store);
    expect(after.outputs).toMatchObject({
      outcome: 'updated',
      'cluster-id': before.outputs['cluster-id'],
      username: before.outputs.username,
      password: before.outputs.password,
    });
    expect(stage.standing()).toEqual([before.outputs['cluster-name']]);
    expect(stage.tagsOf(before.outputs['cluster-name'] ?? '')).toMatchObject({
      'gha-repository': 'acme;store',
      'gha-repository-id': '101',
    });
    expect(after.annotations).toEqual([
      { level: 'notice', message: expect.stringContaining('was created when this repository was called acme/shop') },
    ]);
  });

  it('has nothing left to do in the run after that', async () => {
    const stage = setOwnershipStage();
    for (const who of [shop, store]) await stage.provision(who);
    const door = await stage.provision(store);
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'unchanged']);
  });

  it.each(['FLEX', 'M0'])('goes on with an environment of tier %s', async (tier) => {
    const stage = setOwnershipStage();
    const before = await stage.provision(shop, { tier });
    const after = await stage.provision(store, { tier });
    expect(after.failed()).toBe(false);
    expect(after.outputs['cluster-id']).toBe(before.outputs['cluster-id']);
    expect(stage.standing()).toHaveLength(1);
  });

  it.each(['connect', 'teardown'] as const)('finds its environment with %s', async (action) => {
    const stage = setOwnershipStage();
    const made = await stage.provision(shop);
    const door = await stage[action](store);
    expect(door.annotations).toEqual([]);
    expect(door.outputs.outcome).toBe(action === 'connect' ? 'existing' : 'deleted');
    expect(stage.standing()).toEqual(action === 'connect' ? [made.outputs['cluster-name']] : []);
    expect(stage.users()).toEqual(action === 'connect' ? [made.outputs.username] : []);
  });

  it('sweeps it under its new name, which asks about its own pull request', async () => {
    const stage = setOwnershipStage();
    const repository = stage.gitHub.seedRepository({ name: store.name });
    stage.gitHub.seedPullRequest(repository, { number: 8, state: 'closed' });
    const made = await stage.provision(shop);
    stage.time.advance(2 * HOUR);
    const token = stage.gitHub.seedJobToken(repository, { 'pull-requests': 'read' });
    const door = await stage.sweep(store, { 'closed-pull-requests': 'true', 'github-token': token });
    expect(door.annotations).toEqual([]);
    expect(JSON.parse(door.outputs.deleted ?? '')).toEqual([
      expect.objectContaining({ kind: 'user', name: made.outputs.username }),
      expect.objectContaining({
        kind: 'cluster',
        name: made.outputs['cluster-name'],
        why: 'pull request acme/store#8 is closed (created as acme/shop, which is acme/store now)',
      }),
    ]);
  });

  it('restores into its environment without a confirmation', async () => {
    const stage = setOwnershipStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - HOUR });
    await stage.provision(shop);
    const door = await stage.restore(store, { environment: 'pr-8' });
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'restored']);
  });

  it('keeps the entries of its access list, and prunes them', async () => {
    const stage = setOwnershipStage();
    await stage.syncNetworkAccess(shop, { entries: '198.51.100.1\n198.51.100.2', owner: 'offices' });
    const door = await stage.syncNetworkAccess(store, { entries: '198.51.100.1', owner: 'offices', prune: 'true' });
    expect([door.outputs.kept, door.outputs.removed]).toEqual(['["198.51.100.1"]', '["198.51.100.2"]']);
  });

  it('takes over an environment whose cluster has its name of the old repository name', async () => {
    const stage = setOwnershipStage();
    stage.seedEnvironment({ repository: 'acme/shop', repositoryId: '101', cluster: withOldName });
    // A given password is set by every run.
    for (const outcome of ['updated', 'updated']) {
      const door = await stage.provision(store, { 'password-seed': '', password: 'a password of the test', tier: '' });
      expect(door.outputs).toMatchObject({ outcome, 'cluster-name': withOldName, username: withOldName });
      expect(stage.standing()).toEqual([withOldName]);
    }
    const connected = await stage.connect(store, { 'password-seed': '', password: 'a password of the test' });
    expect(connected.outputs).toMatchObject({ outcome: 'existing', 'cluster-name': withOldName });
    expect((await stage.teardown(store)).outputs.outcome).toBe('deleted');
  });
});

it('a project that was created for an environment goes after a rename, and not by a new repository of the old name', async () => {
  const stage = setOwnershipStage();
  const place = { 'project-id': '', 'project-name': 'previews' };
  const made = await stage.provision(shop, { ...place, organization: 'Acme' });
  expect(made.outputs.outcome).toBe('created');
  const isThere = () => stage.atlas.state.projects.some(({ name }) => name === 'previews');
  await stage.teardown(newShop, place);
  expect([isThere(), stage.standing()]).toEqual([true, [made.outputs['cluster-name']]]);
  const door = await stage.teardown(store, place);
  expect(JSON.parse(door.outputs.deleted ?? '')).toContainEqual({ kind: 'project', name: 'previews' });
});

describe('a new repository under an old name', () => {
  it('has an environment of its own beside that of the repository that had the name before', async () => {
    const stage = setOwnershipStage();
    const theirs = await stage.provision(shop);
    const own = await stage.provision(newShop);
    expect(own.outputs.outcome).toBe('created');
    expect(stage.standing()).toEqual([theirs.outputs['cluster-name'], own.outputs['cluster-name']]);
  });

  it('does not tear that down', async () => {
    const stage = setOwnershipStage();
    const theirs = await stage.provision(shop);
    const before = stage.writes().length;
    const door = await stage.teardown(newShop);
    expect([door.outputs.outcome, stage.writes().length]).toEqual(['absent', before]);
    expect([stage.standing(), stage.users()]).toEqual([[theirs.outputs['cluster-name']], [theirs.outputs.username]]);
  });

  it('does not sweep it by a pull request of its own, and says whose it leaves', async () => {
    const stage = setOwnershipStage();
    const repository = stage.gitHub.seedRepository({ name: newShop.name });
    stage.gitHub.seedPullRequest(repository, { number: 8, state: 'closed' });
    const theirs = await stage.provision(shop);
    stage.time.advance(2 * HOUR);
    const token = stage.gitHub.seedJobToken(repository, { 'pull-requests': 'read' });
    const closed = { 'closed-pull-requests': 'true', 'github-token': token };
    for (const inputs of [closed, { ...closed, repositories: 'acme/shop' }, { ...closed, repositories: 'acme/*' }]) {
      const door = await stage.sweep(newShop, inputs);
      expect([door.outputs.deleted, door.failed()]).toEqual(['[]', false]);
      expect(stage.standing()).toEqual([theirs.outputs['cluster-name']]);
    }
    const door = await stage.sweep(newShop, closed);
    expect(saidBy(door)).toContain(
      'Left in place: 1 environment in project "shop" of another repository that had the name acme/shop (repository id 101); this one is acme/shop (repository id 202).',
    );
  });

  it.each([
    ['connect', { environment: '', 'cluster-name': 'theirs' }],
    ['restore', { 'target-cluster-name': 'theirs' }],
    ['teardown', { environment: '', 'cluster-name': 'theirs', confirm: 'theirs' }],
  ] as const)('is no owner for %s', async (action, inputs) => {
    const stage = setOwnershipStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - HOUR });
    stage.seedEnvironment({ repository: 'acme/shop', repositoryId: '101', cluster: 'theirs', isProtected: true });
    const door = await stage[action](newShop, { ...inputs, 'password-seed': '', username: 'theirs' });
    expect(door.failed()).toBe(true);
    expect([stage.standing(), stage.users()]).toEqual([['theirs'], ['theirs']]);
  });

  it('does not change its users: they have another owner', async () => {
    const stage = setOwnershipStage();
    await stage.provision(shop, { username: 'app' });
    const door = await stage.provision(newShop, { username: 'app' });
    expect(saidBy(door)).toMatch(/error: user "app" exists in this project and was made for something else/);
  });

  it('is told where a cluster of its environment has the same name', async () => {
    const stage = setOwnershipStage();
    const collision = clusterNameOf({ repository: newShop.name, repositoryId: '202', name: 'pr-8' });
    stage.seedEnvironment({ repository: 'acme/shop', repositoryId: '101', cluster: collision });
    const door = await stage.provision(newShop);
    expect(saidBy(door)).toContain(
      `- cluster "${collision}" belongs to another repository (tag gha-repository-id: 101; it had the name acme/shop before this one, whose id is 202)`,
    );
    expect(stage.writes()).toEqual([]);
  });
});

describe('where one side knows no id the name decides', () => {
  it('for an environment made without one: it gets the id with the next run', async () => {
    const stage = setOwnershipStage();
    const before = await stage.provision(shopWithoutId);
    expect(stage.tagsOf(before.outputs['cluster-name'] ?? '')).not.toHaveProperty('gha-repository-id');
    const after = await stage.provision(shop);
    expect(after.outputs).toMatchObject({ outcome: 'updated', password: before.outputs.password });
    expect(stage.standing()).toEqual([before.outputs['cluster-name']]);
    expect(stage.tagsOf(before.outputs['cluster-name'] ?? '')).toMatchObject({ 'gha-repository-id': '101' });
    // From here on a repository with the name alone, and another id, owns nothing of it.
    expect((await stage.teardown(newShop)).outputs.outcome).toBe('absent');
  });

  it('for a job that is not told one', async () => {
    const stage = setOwnershipStage();
    const before = await stage.provision(shop);
    const after = await stage.provision(shopWithoutId);
    expect(after.outputs).toMatchObject({ outcome: 'unchanged', 'cluster-id': before.outputs['cluster-id'] });
    expect((await stage.connect(shopWithoutId)).outputs.outcome).toBe('existing');
    expect((await stage.teardown(shopWithoutId)).outputs.outcome).toBe('deleted');
    expect([stage.standing(), stage.users()]).toEqual([[], []]);
  });

  it('and another name owns nothing', async () => {
    const stage = setOwnershipStage();
    const made = await stage.provision(shop);
    expect((await stage.teardown({ name: 'acme/store' })).outputs.outcome).toBe('absent');
    expect(stage.standing()).toEqual([made.outputs['cluster-name']]);
  });
});
