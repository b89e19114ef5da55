import { describe, expect, it } from 'vitest';
import { clusterNameOf } from '../../../src/environment/environment.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { accessEntriesOf, targetName } from '../../../src/simulator/world/access-list.ts';
import { runVariables, setStage } from '../../support/stage.ts';

type Stage = ReturnType<typeof setStage>;

const HOUR = 3_600_000;
const seed = 'a seed of the test that is long enough';
const environment = { environment: 'pr-7', 'password-seed': seed, tier: 'M10' };
const name = clusterNameOf({ repository: 'acme/shop', name: 'pr-7' });

const errorsOf = ({ annotations }: { annotations: readonly { level: string; message: string }[] }) =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
const clusterOf = ({ atlas }: Stage) => atlas.state.clusters.find((one) => one.name === name);
const tagsOf = (stage: Stage) =>
  Object.fromEntries((clusterOf(stage)?.settings.tags ?? []).map(({ key, value }) => [key, value]));
const entriesOf = ({ atlas, project }: Stage) =>
  accessEntriesOf(atlas.state, project.id).map(({ target }) => targetName(target));

/** Something else happens once, before the nth request to which a part of the URL and a method belong. */
function meanwhile(
  { fetch: original }: Stage,
  at: { part: string; method?: string; nth?: number },
  other: () => Promise<unknown>,
): typeof globalThis.fetch {
  let seen = 0;
  return async (input, init) => {
    if (String(input).includes(at.part) && (init?.method ?? 'GET') === (at.method ?? 'GET')) seen += 1;
    if (seen === (at.nth ?? 1)) {
      seen += 1_000;
      await other();
    }
    return await original(input, init);
  };
}

describe('two runs of one environment', () => {
  it('end on what the later one asks for, whoever created the cluster', async () => {
    const stage = setStage();
    const first = { ...stage.withAccount, ...environment, roles: 'read@orders' };
    const later = {
      ...first,
      tier: 'M20',
      backup: 'true',
      'termination-protection': 'true',
      tags: 'team=payments',
      roles: 'readWrite@orders',
      'expires-in-hours': '400',
    };
    const fetch = meanwhile(stage, { part: '/clusters', method: 'POST' }, () => stage.run('provision', first));
    const door = await stage.run('provision', later, {
      fetch,
      variables: { ...runVariables(), GITHUB_RUN_ID: '4712' },
    });
    expect(errorsOf(door)).toEqual([]);
    expect(door.outputs.outcome).toBe('updated');
    const { settings } = clusterOf(stage) ?? {};
    expect(settings).toMatchObject({ backupEnabled: true, terminationProtectionEnabled: true });
    expect(JSON.stringify(settings)).toContain('"M20"');
    expect(tagsOf(stage)).toMatchObject({ team: 'payments' });
    expect(stage.atlas.databaseUser(name)?.roles).toMatchObject([{ roleName: 'readWrite', databaseName: 'orders' }]);
    const expires = Date.parse(door.outputs['expires-at'] ?? '');
    expect((expires - stage.time.now()) / HOUR).toBeGreaterThan(399);
  });

  it('with the same inputs leave nothing to change, and the second says so', async () => {
    const stage = setStage();
    const inputs = { ...stage.withAccount, ...environment };
    const fetch = meanwhile(stage, { part: '/clusters', method: 'POST' }, () => stage.run('provision', inputs));
    const door = await stage.run('provision', inputs, { fetch });
    expect([errorsOf(door), door.outputs.outcome]).toEqual([[], 'unchanged']);
  });
});

it('renews the expiry also where the first look did not show the cluster', async () => {
  const stage = setStage();
  const inputs = { ...stage.withAccount, ...environment };
  await stage.run('provision', inputs);
  stage.time.advance(10 * HOUR);
  stage.atlas.faults.add({
    match: { method: 'GET', path: `/clusters/${name}` },
    kind: 'error',
    status: 404,
    errorCode: 'CLUSTER_NOT_FOUND',
  });
  const door = await stage.run('provision', inputs);
  expect([errorsOf(door), door.outputs.outcome]).toEqual([[], 'updated']);
  const expires = Date.parse(door.outputs['expires-at'] ?? '');
  expect((expires - stage.time.now()) / HOUR).toBeGreaterThan(71);
});

it('believes that its cluster is gone only when Atlas says so twice', async () => {
  const stage = setStage();
  stage.atlas.faults.add({
    match: { method: 'GET', path: `/clusters/${name}`, nth: 2 },
    kind: 'error',
    status: 404,
    errorCode: 'CLUSTER_NOT_FOUND',
  });
  const door = await stage.run('provision', { ...stage.withAccount, ...environment });
  expect([errorsOf(door), door.outputs.outcome]).toEqual([[], 'created']);
});

it('writes a listed address again that its owner has removed while the cluster was being created', async () => {
  const stage = setStage();
  stage.atlas.seedAccessEntry({ entry: '198.51.100.0/24', comment: 'office' });
  const config = `
clusters: [{ tier: M10, region: US_EAST_1 }]
network-access: [{ address: 198.51.100.0/24 }]`;
  const fetch = meanwhile(stage, { part: `/clusters/${name}`, nth: 2 }, async () => {
    stage.atlas.state.accessEntries.splice(0);
  });
  const door = await stage.run('provision', { ...stage.withAccount, environment: 'pr-7', config }, { fetch });
  expect(errorsOf(door)).toEqual([]);
  expect(entriesOf(stage).join()).toContain('198.51.100.0');
});

describe('a teardown of the environment', () => {
  const removes = (stage: Stage) => () => stage.run('teardown', { ...stage.withAccount, environment: 'pr-7' });

  it('while the runner is being let in ends red, without a connection', async () => {
    const stage = setStage();
    const inputs = { ...stage.withAccount, ...environment, tier: 'FLEX' };
    await stage.run('provision', inputs);
    const fetch = meanwhile(stage, { part: '/accessList/203' }, removes(stage));
    const door = await stage.run('provision', { ...inputs, 'runner-ip': 'true' }, { fetch });
    expect(errorsOf(door).join()).toMatch(/was deleted by somebody else|is being deleted/);
    expect(door.outputs['connection-string']).toBeUndefined();
  });

  it('between the cluster and its user leaves neither user nor access entry', async () => {
    const stage = setStage();
    const config = `
expires-in-hours: 200
clusters: [{ tier: M10, region: US_EAST_1 }]
users: [{ roles: [readWriteAnyDatabase] }]
network-access: [{ address: 198.51.100.0/24 }]`;
    const fetch = meanwhile(stage, { part: '/databaseUsers', method: 'POST' }, removes(stage));
    const inputs = { ...stage.withAccount, environment: 'pr-7', 'password-seed': seed, config };
    const door = await stage.run('provision', inputs, { fetch });
    expect(errorsOf(door)).toHaveLength(1);
    expect(stage.atlas.state.databaseUsers).toEqual([]);
    expect(entriesOf(stage).join()).not.toContain('198.51.100.0');
  });
});

it('creates its user again that sweep has deleted with the expired environment', async () => {
  const stage = setStage();
  const inputs = { ...stage.withAccount, ...environment };
  await stage.run('provision', inputs);
  stage.time.advance(71.8 * HOUR);
  const fetch = meanwhile(stage, { part: `/clusters/${name}`, method: 'PATCH' }, async () => {
    stage.atlas.state.databaseUsers.splice(0);
  });
  const door = await stage.run('provision', inputs, { fetch });
  expect(errorsOf(door)).toEqual([]);
  expect(stage.atlas.databaseUser(name)).toBeDefined();
});

describe('what ends by itself', () => {
  it('ends after the step, however long Atlas takes for the cluster', async () => {
    const stage = setStage();
    stage.atlas.state.durations['clusterCreate.M10'] = 90 * 60;
    const inputs = { ...stage.withAccount, ...environment, 'expires-in-hours': '1', 'timeout-minutes': '150' };
    const door = await stage.run('provision', inputs);
    expect(errorsOf(door)).toEqual([]);
    const user = stage.atlas.databaseUser(name);
    const expires = Date.parse(door.outputs['expires-at'] ?? '');
    expect((expires - stage.time.now()) / 60_000).toBeGreaterThan(29);
    expect(user?.deleteAfter ?? 0).toBeGreaterThanOrEqual(expires - 1_000);
  });

  it('is not brought forward by a run that names no hours', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...environment, 'expires-in-hours': '160' });
    const user = stage.atlas.databaseUser(name)?.deleteAfter;
    const tags = tagsOf(stage);
    const door = await stage.run('provision', { ...stage.withAccount, ...environment });
    expect([errorsOf(door), door.outputs.outcome]).toEqual([[], 'unchanged']);
    expect([tagsOf(stage), stage.atlas.databaseUser(name)?.deleteAfter]).toEqual([tags, user]);
  });

  it('is brought forward by hours that are named, with a notice', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...environment, 'expires-in-hours': '160' });
    const door = await stage.run('provision', { ...stage.withAccount, ...environment, 'expires-in-hours': '2' });
    expect(door.annotations.map(({ message }) => message).join()).toContain('expires earlier than before');
    const expires = Date.parse(door.outputs['expires-at'] ?? '');
    expect((expires - stage.time.now()) / HOUR).toBeLessThan(2.1);
    expect(stage.atlas.databaseUser(name)?.deleteAfter).toBe(expires);
  });

  it('is extended as far as Atlas goes where the environment outlives it, with a notice', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...environment });
    const door = await stage.run('provision', { ...stage.withAccount, ...environment, 'expires-in-hours': '300' });
    expect(door.annotations.map(({ message }) => message).join()).toContain('before its environment');
    const left = (stage.atlas.databaseUser(name)?.deleteAfter ?? 0) - stage.time.now();
    expect(left / HOUR).toBeGreaterThan(166);
  });

  it("is counted by Atlas's clock, however far the runner's is behind", async () => {
    const stage = setStage();
    const clock = { ...stage.clock, now: () => stage.time.now() - 5.75 * HOUR };
    const inputs = { ...stage.withAccount, ...environment, tier: 'FLEX', 'expires-in-hours': '6' };
    const door = await stage.run('provision', inputs, { clock });
    expect(errorsOf(door)).toEqual([]);
    expect(((stage.atlas.databaseUser(name)?.deleteAfter ?? 0) - stage.time.now()) / HOUR).toBeCloseTo(6, 0);
    expect((Date.parse(door.outputs['expires-at'] ?? '') - stage.time.now()) / HOUR).toBeCloseTo(6, 0);
  });
});

it('keeps the password that is in force when another cluster comes first in the spec', async () => {
  const stage = setStage();
  const spec = (clusters: string) => `
clusters: [${clusters}]
users: [{ username: app, roles: [readWriteAnyDatabase] }]`;
  const inputs = { ...stage.withAccount, environment: 'pr-7', 'password-seed': seed };
  const before = await stage.run('provision', { ...inputs, config: spec('{ name: second, tier: FLEX }') });
  const door = await stage.run('provision', {
    ...inputs,
    config: spec('{ name: first, tier: FLEX }, { name: second, tier: FLEX }'),
  });
  expect(errorsOf(door)).toEqual([]);
  expect(door.outputs.password).toBe(before.outputs.password);
  expect(stage.atlas.passwordIs('app', before.outputs.password ?? '')).toBe(true);
});

it('says that a password changes, which shuts out whoever logs in with the former one', async () => {
  const stage = setStage();
  await stage.run('provision', { ...stage.withAccount, ...environment, tier: 'FLEX' });
  const other = { ...environment, tier: 'FLEX', 'password-seed': 'another seed that is long enough' };
  const door = await stage.run('provision', { ...stage.withAccount, ...other });
  expect(door.annotations.map(({ message }) => message).join()).toContain('the password of user');
});

it('leaves what it created to another run that has created the cluster again', async () => {
  const stage = setStage();
  const inputs = { ...stage.withAccount, ...environment };
  const fetch = meanwhile(stage, { part: `/clusters/${name}`, nth: 2 }, async () => {
    await stage.run('teardown', { ...stage.withAccount, environment: 'pr-7' });
    await stage.run('provision', inputs);
  });
  const door = await stage.run('provision', inputs, { fetch });
  // It adopts the new cluster, or is red; either way the environment of the other run is whole.
  expect(errorsOf(door).length).toBeLessThanOrEqual(1);
  expect(clusterOf(stage)).toBeDefined();
  expect(stage.atlas.databaseUser(name)?.description).toContain(
    writeMark({ repository: 'acme/shop', name: 'pr-7' }, { room: 100 }).slice(1, 10),
  );
});
