import { describe, expect, it } from 'vitest';
import { openExampleWorld, pullRequest, toldBy } from '../support/example-world.ts';
import type { CommandCall } from '../support/runner/stubbed-commands.ts';
import { seedEnvironment } from '../support/seed-environment.ts';
import { databases } from '../support/stage.ts';

/** The recipes of examples/, whole and as they stand there, through the committed bundle; with the roles that their heads name. */

/** So slow that what must happen within seconds of having been read does, on a busy machine too: access entries, deletions of sweep. */
const ATTENTIVE = 10;
/** What takes long runs too fast for that, and is proved without. */
const withoutRunnerIp = (text: string) => text.replace(/^ +runner-ip: true\n/gm, '');

const spoilt = { orders: { invoices: 3 } };
const copyRoles = ['Project Backup Manager', 'Project Database Access Admin', 'Project Network Access Manager'];
const opened = { github: { event_name: 'pull_request' }, event: pullRequest(7) };
const closed = { github: { event_name: 'pull_request_target' }, event: pullRequest(7) };

describe.skipIf(process.platform === 'win32').concurrent('the recipe', { timeout: 120_000 }, () => {
  it('pre-migration-gate: the migration runs after the snapshot is there', async () => {
    await using world = await openExampleWorld(['Project Backup Creator']);
    const { jobs, calls } = await world.run('pre-migration-gate.yml', {
      happens: ({ line }) =>
        line === 'npm ci' ||
        world.atlas.state.snapshots.some(({ milestones }) => milestones.completed <= world.atlas.clock.now()),
    });
    expect(toldBy(jobs)).toEqual([['migrate', 'success']]);
    expect(calls.map(({ line }) => line)).toEqual(['npm ci', 'npm run migrate']);
  });

  it('pre-migration-gate: without a snapshot nothing migrates', async () => {
    await using world = await openExampleWorld(['Project Backup Creator']);
    const { jobs, calls } = await world.run('pre-migration-gate.yml', {
      edit: (text) => text.replace('cluster-name: orders', 'cluster-name: order'),
    });
    expect([jobs[0]?.conclusion, calls.map(({ line }) => line)]).toEqual(['failure', ['npm ci']]);
  });

  it.each([
    ['fails: the data are back, and the run is red', false, databases],
    ['succeeds: nothing is restored', true, spoilt],
  ])('guarded-migration %s', async (_, succeeds, expected) => {
    await using world = await openExampleWorld(['Project Backup Manager']);
    const { jobs } = await world.run('guarded-migration.yml', {
      happens: ({ line }) => {
        if (line !== 'npm run migrate') return true;
        world.atlas.changeData(world.cluster, spoilt);
        return succeeds;
      },
    });
    expect(jobs.map(({ conclusion }) => conclusion)).toEqual([succeeds ? 'success' : 'failure']);
    expect(world.atlas.dataOf(world.cluster)).toEqual(expected);
    expect(world.atlas.state.restoreJobs).toHaveLength(succeeds ? 0 : 1);
  });

  it('guarded-migration: what fails before the migration brings nothing back', async () => {
    await using world = await openExampleWorld(['Project Backup Manager']);
    const { jobs, calls } = await world.run('guarded-migration.yml', { happens: () => false });
    expect([jobs[0]?.conclusion, calls.map(({ line }) => line)]).toEqual(['failure', ['npm ci']]);
    expect(world.calls()).toEqual([]);
  });

  it('preview-environment: a stranger copies it, changes two names, and it works; closing removes it', async () => {
    await using world = await openExampleWorld(['Project Owner'], { speed: ATTENTIVE });
    const edit = (text: string) =>
      text.replaceAll('org/atlas-actions', 'stranger/atlas-actions').replaceAll('database: app', 'database: shop');
    const uris: string[] = [];
    const happens = ({ env: { MONGODB_URI = '' } }: CommandCall) => {
      uris.push(MONGODB_URI);
      return world.connects(MONGODB_URI) && world.isLetIn();
    };

    const first = await world.run('preview-environment.yml', { ...opened, edit, happens });
    expect(toldBy(first.jobs)).toEqual([
      ['database', 'success'],
      ['test', 'success'],
    ]);
    expect(first.calls.map(({ line }) => line)).toEqual(['npm ci', 'npm test']);
    expect(uris[0]).toMatch(/^mongodb\+srv:\/\/.+@.+\/shop\?/);
    expect(world.names()).toHaveLength(2);

    const push = await world.run('preview-environment.yml', { ...opened, edit, happens });
    expect(toldBy(push.jobs)).toEqual([
      ['database', 'success'],
      ['test', 'success'],
    ]);
    expect(new Set(uris).size).toBe(1);
    expect(world.names()).toHaveLength(2);

    const end = await world.run('preview-teardown.yml', { ...closed, edit });
    expect(toldBy(end.jobs)).toEqual([['teardown', 'success']]);
    expect(world.names()).toEqual(['orders']);
    expect(world.connects(uris[0] ?? '')).toBe(false);
  });

  it('preview-environment: a fork has no database, and is not red for it', async () => {
    await using world = await openExampleWorld(['Project Owner']);
    const fork = { ...opened, event: pullRequest(7, 'stranger/shop'), withSecrets: false };
    const { jobs, calls } = await world.run('preview-environment.yml', fork);
    expect(toldBy(jobs)).toEqual([['database', 'success']]);
    expect([calls, world.names(), world.calls()]).toEqual([[], ['orders'], []]);
  });

  it('nightly-sweep: by hand it says what would go, by schedule that goes', async () => {
    await using world = await openExampleWorld(['Project Owner'], { speed: ATTENTIVE });
    for (const [number, state] of [
      [7, 'closed'],
      [8, 'open'],
    ] as const)
      world.github.seedPullRequest(world.repository, { number, state });
    const seed = (name: string, expiresIn: number) =>
      seedEnvironment(world.atlas, name, { repository: 'octo/shop', expiresIn });
    seed('branch', -9);
    seed('pr-7', 9);
    seed('pr-8', 9);

    const byHand = { github: { event_name: 'workflow_dispatch' }, inputs: { 'dry-run': true } };
    expect(toldBy((await world.run('nightly-sweep.yml', byHand)).jobs)).toEqual([['sweep', 'success']]);
    expect(world.names()).toEqual(['orders', 'branch', 'pr-7', 'pr-8']);

    const bySchedule = { github: { event_name: 'schedule' } };
    expect(toldBy((await world.run('nightly-sweep.yml', bySchedule)).jobs)).toEqual([['sweep', 'success']]);
    expect(world.names()).toEqual(['orders', 'pr-8']);
  });

  it.each([
    ['good: green', true, 'success'],
    ['bad: red', false, 'failure'],
  ])('restore-drill: the data are %s, and nothing is left', async (_, good, conclusion) => {
    await using world = await openExampleWorld(['Project Backup Manager']);
    world.atlas.seedSnapshot({ cluster: world.cluster, at: world.atlas.clock.now() - 3_600_000 });
    world.atlas.changeData(world.cluster, spoilt);
    const seen: unknown[] = [];
    const { jobs, calls } = await world.run('restore-drill.yml', {
      edit: withoutRunnerIp,
      happens: ({ line }) => {
        if (line !== 'npm run check-data') return true;
        const [drilled] = world.atlas.state.clusters.filter(({ groupId }) => groupId === world.drill.id);
        seen.push(drilled && world.atlas.dataOf(drilled));
        return good;
      },
    });
    expect(jobs.map((job) => job.conclusion)).toEqual([conclusion]);
    expect(calls.map(({ line }) => line)).toEqual(['npm ci', 'npm run check-data']);
    expect(seen).toEqual([databases]);
    expect(world.names()).toEqual(['orders']);
    expect(world.atlas.dataOf(world.cluster)).toEqual(spoilt);
  });

  it('fleet-snapshots: one of each cluster; one that fails stops no other, but the whole', async () => {
    await using world = await openExampleWorld(['Project Backup Creator'], { speed: 600 });
    const run = async () => (await world.run('fleet-snapshots.yml')).jobs.map((job) => [job.job, job.conclusion]);
    world.atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    expect(await run()).toEqual([
      ['snapshot', 'success'],
      ['snapshot', 'failure'],
      ['snapshot', 'success'],
    ]);
    world.atlas.seedCluster({ name: 'customers', backupEnabled: true });
    expect(await run()).toEqual([
      ['snapshot', 'success'],
      ['snapshot', 'success'],
      ['snapshot', 'success'],
      ['all-safe', 'success'],
    ]);
  });

  it('database-copy: a copy for the pull request, and a fresh one after a push', async () => {
    await using world = await openExampleWorld(copyRoles);
    const { atlas } = world;
    const previews = atlas.seedCluster({ name: 'previews', databases: { other: { kept: 5 } } });
    atlas.changeData(world.cluster, { app: { carts: 40 } });
    atlas.seedSnapshot({ cluster: world.cluster, at: atlas.clock.now() });
    for (const _ of ['opened', 'pushed']) {
      const happens = ({ env: { MONGODB_URI = '' } }: CommandCall) => world.connects(MONGODB_URI);
      const { jobs, calls } = await world.run('database-copy.yml', { ...opened, edit: withoutRunnerIp, happens });
      expect(toldBy(jobs)).toEqual([['test', 'success']]);
      expect(calls.map(({ line }) => line)).toEqual(['npm ci', 'npm test']);
      expect(calls[1]?.env.MONGODB_URI).toMatch(/^mongodb\+srv:\/\/gha-.+@previews\..+\/app_pr_7_1296269\?/);
      expect(atlas.dataOf(previews)).toEqual({ other: { kept: 5 }, app_pr_7_1296269: { carts: 40 } });
    }
  });

  it('database-copy: two repositories with a pull request 7 each have their own copies on one cluster', async () => {
    await using world = await openExampleWorld(copyRoles);
    const previews = world.atlas.seedCluster({ name: 'previews', databases: { other: { kept: 5 } } });
    for (const [repository, repository_id, carts] of [
      ['acme/shop', '101', 40],
      ['acme/blog', '202', 50],
    ] as const) {
      world.atlas.changeData(world.cluster, { app: { carts } });
      world.atlas.seedSnapshot({ cluster: world.cluster, at: world.atlas.clock.now() });
      const github = { ...opened.github, repository, repository_id };
      const { jobs } = await world.run('database-copy.yml', {
        github,
        event: pullRequest(7, repository),
        edit: withoutRunnerIp,
      });
      expect(toldBy(jobs)).toEqual([['test', 'success']]);
    }
    const copies = { app_pr_7_101: { carts: 40 }, app_pr_7_202: { carts: 50 } };
    expect(world.atlas.dataOf(previews)).toEqual({ other: { kept: 5 }, ...copies });
  });

  it('database-copy-removal: a user who may drop the copy, for as long as that takes', async () => {
    await using world = await openExampleWorld(copyRoles, { speed: ATTENTIVE });
    world.atlas.seedCluster({ name: 'previews' });
    const roles: unknown[] = [];
    const { jobs, calls } = await world.run('database-copy-removal.yml', {
      ...closed,
      happens: ({ env: { MONGODB_URI = '' } }) => {
        roles.push(world.atlas.databaseUser(new URL(MONGODB_URI).username)?.roles);
        return world.connects(MONGODB_URI) && world.isLetIn();
      },
    });
    expect(toldBy(jobs)).toEqual([['drop', 'success']]);
    expect(calls.map(({ line }) => line)).toEqual([
      expect.stringMatching(
        /^npx --yes mongosh@[\d.]+ mongodb\+srv:\S+\/app_pr_7_1296269\?\S* --quiet --eval db\.dropDatabase\(\)$/,
      ),
    ]);
    expect(roles).toEqual([[{ roleName: 'dbAdmin', databaseName: 'app_pr_7_1296269' }]]);
    expect([world.isLetIn(), world.connects(calls[0]?.env.MONGODB_URI ?? '')]).toEqual([false, false]);
  });

  it.each(['network-access.yml', 'move-from-textbook-atlas-ip.yml'])(
    '%s: open while it is needed, and closed when the job fails',
    async (name) => {
      await using world = await openExampleWorld(['Project Network Access Manager'], { speed: ATTENTIVE });
      const wasOpen: boolean[] = [];
      const { jobs } = await world.run(name, {
        happens: ({ line }) => {
          wasOpen.push(world.isLetIn());
          return line === 'npm ci';
        },
      });
      expect(jobs.map(({ conclusion }) => conclusion)).toEqual(['failure']);
      expect(wasOpen).toEqual([true, true]);
      expect(world.isLetIn()).toBe(false);
    },
  );

  it('move-from-atlas-cli-action: a free cluster for the tests, gone also when they fail', async () => {
    await using world = await openExampleWorld(['Project Owner'], { speed: ATTENTIVE });
    const { jobs, calls } = await world.run('move-from-atlas-cli-action.yml', {
      happens: ({ line, env: { MONGODB_URI = '' } }) =>
        line !== 'npm test' || !(world.connects(MONGODB_URI) && world.isLetIn()),
    });
    expect(calls.map(({ line }) => line)).toEqual(['npm ci', 'npm test']);
    expect(jobs.map(({ conclusion }) => conclusion)).toEqual(['failure']);
    expect(world.names()).toEqual(['orders']);
  });
});
