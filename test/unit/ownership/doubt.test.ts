import { describe, expect, it } from 'vitest';
import { clusterNameOf } from '../../../src/environment/environment.ts';
import { saidBy, setOwnershipStage, shop, type Who } from './stage.ts';

const HOUR = 3_600_000;
const derived = clusterNameOf({ repository: 'acme/shop', repositoryId: '101', name: 'pr-8' });

describe('tags that leave a doubt make a cluster nobody’s', () => {
  const cases = [
    ['two repositories', { key: 'gha-repository', value: 'acme;other' }],
    ['two ids', { key: 'gha-repository-id', value: '202' }],
    ['two environments', { key: 'gha-environment', value: 'pr-9' }],
    ['two runs', { key: 'gha-run-id', value: '2' }],
    ['two expiries', { key: 'gha-expires-at', value: '20300101T000000Z' }],
  ] as const;

  /** Our environment, long expired, with one more tag that somebody has added by hand. */
  function withOneMoreTag(tag: { readonly key: string; readonly value: string }) {
    const stage = setOwnershipStage();
    const cluster = stage.seedEnvironment({ repositoryId: '101', cluster: derived, expiresIn: -100 });
    Object.assign(cluster.settings, { tags: [...cluster.settings.tags, tag] });
    stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - HOUR });
    return stage;
  }

  it.each(cases)('%s: provision', async (_, tag) => {
    const stage = withOneMoreTag(tag);
    const door = await stage.provision(shop);
    expect(saidBy(door)).toContain(
      `error: cluster "${derived}" has tags of this suite that do not tell one owner: a tag is given twice, or gha-repository-id is no id.`,
    );
    expect(stage.writes()).toEqual([]);
  });

  it.each(cases)('%s: sweep leaves it and names it', async (_, tag) => {
    const stage = withOneMoreTag(tag);
    const door = await stage.sweep(shop);
    expect([door.outputs.deleted, stage.writes()]).toEqual(['[]', []]);
    expect(saidBy(door)).toContain(`Left in place: cluster "${derived}" in project "shop", whose gha- tags`);
  });

  it.each(cases)('%s: connect and restore', async (_, tag) => {
    const stage = withOneMoreTag(tag);
    const doors = [await stage.connect(shop), await stage.restore(shop, { environment: 'pr-8' })];
    for (const door of doors) expect(saidBy(door)).toContain('does not belong to environment pr-8 of acme/shop');
    const named = await stage.restore(shop, { 'target-cluster-name': derived });
    expect(saidBy(named)).toContain(`set confirm-overwrite: ${derived}`);
    expect(stage.writes()).toEqual([]);
  });

  it.each(cases)('%s: teardown leaves the cluster', async (_, tag) => {
    const stage = withOneMoreTag(tag);
    await stage.teardown(shop);
    expect(stage.standing()).toEqual([derived]);
  });

  it('the same tag with the same value twice leaves none', async () => {
    const stage = withOneMoreTag({ key: 'gha-repository', value: 'acme;shop' });
    expect((await stage.teardown(shop)).outputs.outcome).toBe('deleted');
  });

  it.each(['', '0', '-101', '101 ', '1e2', 'acme', '101@', '101@HOST', '99999999999999999999'])(
    'an id that is none: "%s"',
    async (id) => {
      const stage = setOwnershipStage();
      stage.seedEnvironment({ repositoryId: id, cluster: derived, expiresIn: -100 });
      expect((await stage.provision(shop)).failed()).toBe(true);
      expect((await stage.sweep(shop)).outputs.deleted).toBe('[]');
      expect((await stage.teardown(shop)).outputs.deleted).not.toContain('"cluster"');
      expect(stage.standing()).toEqual([derived]);
    },
  );
});

describe('an environment without a repository', () => {
  const nobody: Who = { name: '' };

  it.each(['provision', 'connect', 'teardown', 'restore'] as const)('is refused by %s', async (action) => {
    const stage = setOwnershipStage();
    stage.seedEnvironment({ repository: '', cluster: derived });
    const door = await stage[action](nobody, { environment: 'pr-8' });
    expect(saidBy(door)).toContain('error: Environment pr-8 needs a repository to belong to');
    expect(stage.calls()).toEqual([]);
  });

  it('is not swept', async () => {
    const stage = setOwnershipStage();
    const door = await stage.sweep(nobody);
    expect(saidBy(door)).toContain('error: GITHUB_REPOSITORY is not set');
    expect(stage.calls()).toEqual([]);
  });

  it('a named cluster needs none', async () => {
    const stage = setOwnershipStage();
    const inputs = { environment: '', 'cluster-name': 'ours', region: 'US_EAST_1', 'password-seed': '' };
    for (const outcome of ['created', 'unchanged']) {
      const door = await stage.provision(nobody, inputs);
      expect([door.failed(), door.outputs.outcome]).toEqual([false, outcome]);
    }
  });
});

describe('repositories of several servers in one project', () => {
  const elsewhere: Who = { name: 'acme/shop', id: '101', server: 'https://git.example.com:3000' };

  it('are different ones, though they have the same id and the same name', async () => {
    const stage = setOwnershipStage();
    const doors = [await stage.provision(shop), await stage.provision(elsewhere)];
    const [theirs = '', own = ''] = doors.map(({ outputs }) => outputs['cluster-name']);
    expect(stage.standing()).toEqual([theirs, own]);
    expect(stage.tagsOf(own)).toMatchObject({ 'gha-repository-id': '101@git.example.com_3000' });
    stage.time.advance(100 * HOUR);
    await stage.sweep(elsewhere, { repositories: 'acme/*' });
    expect(stage.standing()).toEqual([theirs]);
    await stage.teardown(elsewhere);
    expect(stage.standing()).toEqual([theirs]);
  });

  it('are one server where only the spelling of its address differs', async () => {
    const stage = setOwnershipStage();
    await stage.provision(elsewhere);
    const door = await stage.provision({ ...elsewhere, server: 'https://GIT.example.com:3000/' });
    expect(door.outputs.outcome).toBe('unchanged');
  });
});

describe('other repositories', () => {
  it.each([
    ['a fork with an environment of the same name', { name: 'someone/shop', id: '303' }],
    ['a repository that never told its id', { name: 'someone/shop' }],
    [
      'a repository with the longest name that there is',
      { name: `${'o'.repeat(39)}/${'r'.repeat(100)}`, id: '9'.repeat(19) },
    ],
  ])('%s: each has its own, and removes its own', async (_, other) => {
    const stage = setOwnershipStage();
    const ours = await stage.provision(shop);
    const theirs = await stage.provision(other);
    expect(theirs.outputs.outcome).toBe('created');
    expect((await stage.teardown(other)).outputs.outcome).toBe('deleted');
    expect(stage.standing()).toEqual([ours.outputs['cluster-name']]);
    expect(stage.users()).toEqual([ours.outputs.username]);
  });

  it('a repository with the longest name that there is goes on after a transfer', async () => {
    const stage = setOwnershipStage();
    const id = '9'.repeat(19);
    const before = await stage.provision({ name: `${'o'.repeat(39)}/${'r'.repeat(100)}`, id });
    const after = await stage.provision({ name: `${'p'.repeat(39)}/${'r'.repeat(100)}`, id });
    expect(after.outputs).toMatchObject({ outcome: 'updated', password: before.outputs.password });
    expect(stage.standing()).toHaveLength(1);
  });

  it('are named by sweep in one line each, and never looked at further', async () => {
    const stage = setOwnershipStage();
    const web = { repository: 'acme/web', repositoryId: '7', expiresIn: -100 };
    for (const [index, name] of ['pr-1', 'pr-2'].entries())
      stage.seedEnvironment({ ...web, name, cluster: name, address: `198.51.100.${index}` });
    stage.seedEnvironment({ repository: 'acme/blog', name: 'main', cluster: 'main', address: '198.51.100.9' });
    const door = await stage.sweep(shop);
    const said = saidBy(door)
      .split('\n')
      .filter((line) => line.includes('Left in place'));
    const hint = 'The input repositories decides whose environments are swept.';
    expect(said).toEqual([
      `Left in place: 2 environments in project "shop" of acme/web (repository id 7). ${hint}`,
      `Left in place: 1 environment in project "shop" of acme/blog. ${hint}`,
    ]);
    expect([door.outputs.deleted, door.outputs.kept]).toEqual(['[]', '[]']);
  });

  it('are swept by name only where the pull request is one of that very repository', async () => {
    const stage = setOwnershipStage();
    const web = stage.gitHub.seedRepository({ name: 'acme/web' });
    stage.gitHub.seedPullRequest(web, { number: 8, state: 'closed' });
    // Of the repository that is called acme/web now, and of one that was.
    const ids = [String(web.id), '7'];
    for (const [index, repositoryId] of ids.entries())
      stage.seedEnvironment({
        repository: 'acme/web',
        repositoryId,
        cluster: `web-${index}`,
        address: `198.51.100.${index}`,
      });
    const token = stage.gitHub.seedJobToken(web, { 'pull-requests': 'read' });
    const inputs = { repositories: 'acme/web', 'closed-pull-requests': 'true', 'github-token': token };
    const door = await stage.sweep(shop, inputs);
    expect(stage.standing()).toEqual(['web-1']);
    expect(door.outputs.kept).toContain('GitHub does not know pull request acme/web#8');
  });
});
