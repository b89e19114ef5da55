import { describe, expect, it } from 'vitest';
import { clusterNameOf } from '../../src/environment/environment.ts';
import { openListeningStage } from '../support/listening-stage.ts';
import { seedEnvironment } from '../support/seed-environment.ts';

const shop = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_REPOSITORY_ID: '101' };
const store = { ...shop, GITHUB_REPOSITORY: 'acme/store' };
const newShop = { ...shop, GITHUB_REPOSITORY_ID: '202' };
const environment = { environment: 'pr-8' };

const runAs =
  (stage: Awaited<ReturnType<typeof openListeningStage>>) =>
  async (
    runnerEnv: Readonly<Record<string, string>>,
    action: string,
    inputs: Readonly<Record<string, string>> = {},
  ) => {
    const { main } = await stage.run({ action, inputs: { ...stage.withAccount, ...inputs } }, { runnerEnv });
    return { ...main, said: main.annotations.map(({ level, message }) => `${level}: ${message}`) };
  };

describe('whose an environment is, through the committed bundle', () => {
  it('a rename keeps it, and tells so; a new repository of the old name does not get it, and is told that', async () => {
    await using stage = await openListeningStage();
    const run = runAs(stage);
    const seed = { 'password-seed': 'a seed of the test, long enough' };
    const made = await run(shop, 'provision', { ...environment, ...seed });
    const renamed = await run(store, 'provision', { ...environment, ...seed });
    expect(renamed.outputs['cluster-id']).toBe(made.outputs['cluster-id']);
    expect(renamed.outputs['connection-string']?.split('appName')[0]).toBe(
      made.outputs['connection-string']?.split('appName')[0],
    );
    expect(renamed.said).toEqual([
      `notice: cluster "${made.outputs['cluster-name']}" was created when this repository was called acme/shop; it is the environment's, and its tag says acme/store from now on`,
    ]);
    const refused = await run(newShop, 'connect', environment);
    expect(refused.said).toEqual([
      expect.stringMatching(/^error: Project .* of environment pr-8 of acme\/shop\. Run provision/),
    ]);
    expect((await run(newShop, 'teardown', environment)).outputs.outcome).toBe('absent');
    expect((await run(store, 'teardown', environment)).outputs.outcome).toBe('deleted');
  });

  it('sweep names what it leaves; provision refuses doubtful tags, and warns of a named cluster that expires', async () => {
    await using stage = await openListeningStage({}, { speed: 1 });
    const run = runAs(stage);
    seedEnvironment(stage.atlas, 'pr-8', { repository: 'acme/shop', repositoryId: '101', cluster: 'theirs' });
    const doubtful = clusterNameOf({ repository: 'acme/shop', repositoryId: '202', name: 'pr-8' });
    const cluster = seedEnvironment(stage.atlas, 'pr-8', {
      repositoryId: '202',
      cluster: doubtful,
      address: '198.51.100.8',
    });
    Object.assign(cluster.settings, { tags: [...cluster.settings.tags, { key: 'gha-repository-id', value: '303' }] });
    const swept = await run(newShop, 'sweep', { 'dry-run': 'false' });
    expect(swept.log).toMatch(
      /Left in place: 1 environment in project "shop" of another repository that had the name acme\/shop \(repository id 101\); this one is acme\/shop \(repository id 202\)\./,
    );
    expect(swept.log).toContain(`Left in place: cluster "${doubtful}" in project "shop", whose gha- tags`);
    const refused = await run(newShop, 'provision', { ...environment, password: 'a password of the test' });
    expect(refused.said.join('\n')).toContain('has tags of this suite that do not tell one owner');
    const live = {
      environment: 'production',
      'cluster-name': 'orders-live',
      tier: 'M10',
      wait: 'false',
      'dry-run': 'true',
    };
    const planned = await run(newShop, 'provision', live);
    expect(planned.said).toContainEqual(
      expect.stringMatching(/^warning: Cluster "orders-live" belongs to environment production, which expires at /),
    );
  });

  it('an environment without a repository is an error', async () => {
    await using stage = await openListeningStage();
    const nobody = await runAs(stage)({ GITHUB_REPOSITORY: '' }, 'teardown', environment);
    expect(nobody.said).toEqual([expect.stringMatching(/^error: Environment pr-8 needs a repository to belong to/)]);
  });
});
