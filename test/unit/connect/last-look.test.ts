import { describe, expect, it } from 'vitest';
import { clusterNameOf } from '../../../src/environment/environment.ts';
import { setStage } from '../../support/stage.ts';

type Stage = ReturnType<typeof setStage>;

const orders = { 'cluster-name': 'orders' };
const password = 'a password of the test';
const HOUR = 3_600_000;
const message = ({ annotations }: { annotations: readonly { message: string }[] }) => annotations[0]?.message ?? '';

/** Another step runs whole, once, before the nth request of a kind leaves. */
function meanwhile({ fetch: original }: Stage, at: { part: string; nth?: number }, other: () => Promise<unknown>) {
  let seen = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (String(input).includes(at.part)) seen += 1;
    if (seen === (at.nth ?? 1)) {
      seen += 1_000;
      await other();
    }
    return await original(input, init);
  };
  return fetch;
}

describe('connect says what is true at its end', () => {
  const seed = 'a seed of the test that is long enough';
  const environment = { environment: 'pr-7', 'password-seed': seed };

  it('is red where teardown has removed the environment while it waited for its address', async () => {
    const stage = setStage();
    const login = { ...stage.withAccount, ...environment };
    await stage.run('provision', { ...login, tier: 'FLEX' });
    const fetch = meanwhile(stage, { part: '/status' }, () =>
      stage.run('teardown', { ...stage.withAccount, environment: 'pr-7' }),
    );
    const door = await stage.run('connect', { ...login, 'runner-ip': 'true' }, { fetch });
    expect(message(door)).toMatch(/was deleted by somebody else|is being deleted|was removed by somebody else/);
    expect(door.outputs['connection-string']).toBeUndefined();
  });

  it('is red where its user was removed while the cluster was changing', async () => {
    const stage = setStage();
    stage.atlas.seedDatabaseUser({ username: 'app', password });
    const fetch = meanwhile(stage, { part: '/status' }, async () => {
      stage.time.advance(10_000);
      stage.atlas.state.databaseUsers.length = 0;
    });
    const door = await stage.run('connect', { ...stage.withKey, ...orders, username: 'app', password }, { fetch });
    expect(message(door)).toMatch(/Database user "app" of project \w+ was removed by somebody else, or expired/);
  });

  it('is red where another cluster has taken the name of the one that it found', async () => {
    const stage = setStage();
    const fetch = meanwhile(stage, { part: '/status' }, async () => {
      stage.time.advance(10_000);
      stage.atlas.state.clusters.splice(0);
      stage.atlas.seedCluster({ name: 'orders' });
    });
    const door = await stage.run('connect', { ...stage.withKey, ...orders }, { fetch });
    expect(message(door)).toMatch(/was deleted by somebody else .* another one was created under its name/);
  });

  it('asks nothing twice where nothing was waited for', async () => {
    const stage = setStage();
    stage.atlas.seedDatabaseUser({ username: 'app', password });
    const door = await stage.run('connect', { ...stage.withKey, ...orders, username: 'app', password });
    expect(door.annotations).toEqual([]);
    expect(stage.calls()).toEqual([
      'GET /clusters/orders 200',
      'GET /databaseUsers/admin/app 200',
      'GET /clusters/orders/status 200',
    ]);
  });
});

describe('the end of a database user', () => {
  const seedUser = (stage: Stage, left: number) =>
    stage.atlas.seedDatabaseUser({
      username: 'app',
      password,
      deleteAfter: stage.time.now() + left,
    });
  const inputs = (stage: Stage) => ({ ...stage.withKey, ...orders, username: 'app', password });

  it('before the job can be over is a warning that names the time', async () => {
    const stage = setStage();
    seedUser(stage, 2 * HOUR);
    const door = await stage.run('connect', inputs(stage));
    expect(door.failed()).toBe(false);
    expect(door.annotations).toMatchObject([{ level: 'warning' }]);
    expect(message(door)).toContain('"app" expires at 2026-11-21T14:00:00Z');
  });

  it('while the cluster is changing is an error', async () => {
    const stage = setStage();
    seedUser(stage, 60_000);
    const fetch = meanwhile(stage, { part: '/status' }, async () => stage.time.advance(61_000));
    const door = await stage.run('connect', inputs(stage), { fetch });
    expect(door.failed()).toBe(true);
    expect(door.outputs['connection-string']).toBeUndefined();
  });

  it('after the job is not spoken of', async () => {
    const stage = setStage();
    seedUser(stage, 60 * HOUR);
    expect((await stage.run('connect', inputs(stage))).annotations).toEqual([]);
  });

  it('is not stored as a secret where it comes before the next jobs', async () => {
    const stage = setStage();
    seedUser(stage, 2 * HOUR);
    const token = stage.gitHub.seedPersonalToken(stage.gitHub.seedRepository(), { secrets: 'write' });
    const secret = { 'save-as-secret': 'MONGODB_URI', 'github-token': token };
    const door = await stage.run('connect', { ...inputs(stage), ...secret });
    expect(message(door)).toContain('a secret of its login would be of no use');
  });
});

it("counts the life of a user that it creates by Atlas's clock", async () => {
  const stage = setStage();
  const behind = { ...stage.clock, now: () => stage.time.now() - 5.75 * HOUR };
  const door = await stage.run(
    'connect',
    { ...stage.withKey, ...orders, 'user-expires-in-hours': '6' },
    { clock: behind },
  );
  expect(door.annotations).toEqual([]);
  const end = stage.atlas.databaseUser(door.outputs.username ?? '')?.deleteAfter ?? 0;
  expect((end - stage.time.now()) / HOUR).toBeCloseTo(6, 1);
});

it('gives a user that it creates a name of its own, so that provision never takes it for its own', async () => {
  const stage = setStage();
  const environment = { environment: 'pr-7', tier: 'FLEX', 'password-seed': 'a seed of the test that is long enough' };
  await stage.run('provision', { ...stage.withAccount, ...environment });
  const name = clusterNameOf({ repository: 'acme/shop', name: 'pr-7' });
  const job = await stage.run('connect', { ...stage.withAccount, environment: 'pr-7', username: 'app' });
  expect(job.outputs).toMatchObject({ 'cluster-name': name, outcome: 'minted' });
  expect(job.outputs.username).toMatch(/^app-[0-9a-f]{8}$/);
});
