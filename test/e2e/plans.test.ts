import { describe, expect, it } from 'vitest';
import type { Simulator } from '../../src/simulator/simulator.ts';
import { openListeningStage } from '../support/listening-stage.ts';
import type { StageResult } from '../support/runner/run-job.ts';
import { seedEnvironment } from '../support/seed-environment.ts';

type Inputs = Readonly<Record<string, string>>;

/** A stage whose changes take seconds of its clock, and steps that run as the committed bundle. */
async function openPlanStage({ speed = 1_000 } = {}) {
  const stage = await openListeningStage({}, { speed });
  Object.assign(stage.atlas.state.durations, { clusterCreate: 5, clusterUpdate: 5 });
  const run = async (action: string, inputs: Inputs) => {
    const since = stage.atlas.requests.length;
    const { main } = await stage.run({ action, inputs: { ...stage.withKey, ...inputs } });
    const calls = stage.atlas.requests.slice(since).filter(({ leg }) => leg === 'call');
    return { main, calls, writes: calls.filter(({ method }) => method !== 'GET') };
  };
  return { ...stage, run };
}

const texts = ({ annotations }: StageResult, wanted: string) =>
  annotations.filter(({ level }) => level === wanted).map(({ message }) => message);

/** The one message of a step that failed. */
function failureOf(main: StageResult): string {
  expect([main.exitCode, texts(main, 'error').length]).toEqual([1, 1]);
  return texts(main, 'error').join();
}

const aws = (electable: object = {}, more: object = {}) => ({
  ...{ providerName: 'AWS', regionName: 'US_EAST_1', priority: 7 },
  electableSpecs: { instanceSize: 'M40', nodeCount: 3, ...electable },
  ...more,
});
const shard = (electable?: object, more?: object) => ({ regionConfigs: [aws(electable, more)] });
const bounds = { enabled: true, scaleDownEnabled: true, minInstanceSize: 'M30', maxInstanceSize: 'M60' };
const scaled = { autoScaling: { compute: bounds, diskGB: { enabled: true } } };
const diskOnly = { autoScaling: { compute: { enabled: false }, diskGB: { enabled: true } } };

describe('what a spec gets wrong', () => {
  it('is refused in one message before any request', async () => {
    await using stage = await openPlanStage();
    const config = `
clusters:
  - { name: a, tier: M40, auto-scaling: { compute: { min: R40, max: R60 } } }
  - { name: b, atlas: { paused: true } }
  - { name: c, tier: M10, regions: [{ provider: AWS, region: US_EAST_1, nodes: 2 }], atlas: { databaseEdition: INFINITE } }
  - { name: d, tier: M80, region: US_EAST_1, edition: infinite, disk-size-gb: 20 }
users:
  - { username: app, authentication: aws-iam-role, roles: [read@x] }`;
    const { main, calls } = await stage.run('provision', { config });
    const message = failureOf(main);
    expect(message).toContain('bounds of another family than M40');
    expect(message).toContain('the action power pauses a cluster');
    expect(message).toContain('clusters[2].atlas.databaseEdition has a key of its own: edition');
    expect(message).toContain('Atlas takes 3, 5 or 7 (and 2 with edition: infinite)');
    expect(message).toContain('tier "M80" does not go with edition infinite');
    expect(message).toContain('disk-size-gb "20" does not go with edition infinite');
    expect(message).toContain('is not the ARN of an IAM role such as arn:aws:iam::');
    expect(calls).toEqual([]);
  });

  it('is refused in one message before any change where only the clusters tell', async () => {
    await using stage = await openPlanStage();
    stage.atlas.seedCluster({ name: 'scaled', replicationSpecs: [shard({}, scaled)] });
    stage.atlas.seedCluster({ name: 'seven', replicationSpecs: [shard({ nodeCount: 7 })] });
    stage.atlas.seedCluster({ name: 'asleep', paused: true });
    const config = `
clusters:
  - { name: orders, region: EU_WEST_1 }
  - { name: scaled, tier: R40 }
  - { name: seven, regions: [{ region: US_EAST_1 }, { region: EU_WEST_1 }] }
  - { name: asleep, backup: true }`;
    const { main, writes } = await stage.run('provision', { config });
    const message = failureOf(main);
    expect(message).toContain('region cannot change from AWS US_EAST_1 to AWS EU_WEST_1');
    expect(message).not.toMatch(/delete|teardown/i);
    expect(message).toContain('tier cannot change from M40 to R40 while auto-scaling goes from M30 to M60');
    expect(message).toContain('AWS US_EAST_1 (7), AWS EU_WEST_1 (new). Name nodes for each of them');
    expect(message).toContain('cluster "asleep" is paused');
    expect(message).toContain('Set resume: true');
    expect(writes).toEqual([]);
  });
});

/** Clusters of every kind that a plan has to tell apart. */
function seedFleet(atlas: Simulator): void {
  const grown = atlas.seedCluster({ name: 'grown', replicationSpecs: [shard({ instanceSize: 'M10' }, diskOnly)] });
  atlas.scaleByItself(grown, { instanceSize: 'M20', diskSizeGB: 80 });
  const disk = { diskSizeGB: 80 };
  atlas.seedCluster({ name: 'small', tier: 'M10' });
  atlas.seedCluster({ name: 'uneven', replicationSpecs: [shard({ instanceSize: 'M30', ...disk }), shard(disk)] });
  atlas.seedCluster({ name: 'five', replicationSpecs: [shard({ nodeCount: 5 })] });
  atlas.seedCluster({ name: 'clouds', tier: 'M40' });
  atlas.seedCluster({ name: 'local', tier: 'M40' });
  atlas.seedCluster({ name: 'zoned', replicationSpecs: ['E', 'E'].map((zoneName) => ({ ...shard(), zoneName })) });
  atlas.seedCluster({ name: 'scaled', replicationSpecs: [shard({}, scaled)] });
  atlas.seedCluster({ name: 'asleep', paused: true });
}

const fleet = `
clusters:
  - { name: grown, tier: M10, disk-size-gb: 10 }
  - { name: small, auto-scaling: { compute: { min: M20, max: M40 } } }
  - { name: uneven, tier: M30 }
  - { name: five, regions: [{ region: US_EAST_1 }, { region: EU_WEST_1 }] }
  - { name: clouds, regions: [{ region: US_EAST_1 }, { provider: GCP, region: CENTRAL_US }, { provider: AZURE, region: US_EAST_2 }] }
  - { name: local, tier: M40_NVME }
  - { name: zoned, shards: 3 }
  - { name: scaled, tier: R40, auto-scaling: { compute: { min: R40, max: R60 } } }
  - { name: asleep, backup: true }
  - { name: inf, tier: M10, region: US_EAST_1, edition: infinite, max-storage-gb: 500 }`;

describe('a plan of many clusters', () => {
  it('is shown, carried out in requests that each cloud and edition knows, and empty afterwards', async () => {
    await using stage = await openPlanStage();
    seedFleet(stage.atlas);
    const inputs = { config: fleet, resume: 'true' };
    const planned = await stage.run('provision', { ...inputs, 'dry-run': 'true' });
    expect([texts(planned.main, 'error'), planned.main.outputs.outcome]).toEqual([[], 'planned']);
    const { log } = planned.main;
    expect(log).toContain('tier: M10 → M20');
    expect(log).toContain('tier: M30, M40 → M30');
    expect(log).toContain('regions: AWS US_EAST_1 × 5 → AWS US_EAST_1 × 5, AWS EU_WEST_1 × 2');
    expect(log).toContain('AWS US_EAST_1 × 3, GCP CENTRAL_US × 1, AZURE US_EAST_2 × 1');
    expect(log).toContain('tier: M40 → M40_NVME');
    expect(log).toContain('tier: M40 → R40');
    expect(log).toContain('auto-scaling.compute: M30 to M60 → R40 to R60');
    const notices = texts(planned.main, 'notice').join('\n');
    expect(notices).toContain('"grown" runs at M20, not at M10: auto-scaling decides');
    expect(notices).toContain('"grown" has disks of 80 GB, not of 10: auto-scaling decides');
    expect(notices).toContain('"small" runs at M10, below the minimum of auto-scaling.compute, so it is made M20');
    expect(notices).toContain('"asleep" is paused; it is resumed');

    const done = await stage.run('provision', inputs);
    expect([texts(done.main, 'error'), done.main.outputs.outcome]).toEqual([[], 'created']);
    const sent = (name: string) =>
      done.writes.filter(({ path, body }) => path.endsWith(`/${name}`) || JSON.stringify(body).includes(`"${name}"`));
    const [first, second] = sent('asleep');
    expect([first?.body, second?.body]).toEqual([{ paused: false }, { backupEnabled: true }]);
    expect(JSON.stringify(sent('clouds'))).not.toMatch(/diskIOPS|ebsVolumeType/);
    expect(JSON.stringify(sent('local'))).not.toMatch(/disk|ebs/);
    expect(JSON.stringify(sent('inf'))).not.toMatch(/diskSizeGB|mongoDBMajorVersion/);
    expect(sent('grown')).toEqual([]);
    for (const name of ['small', 'uneven', 'five', 'scaled', 'zoned', 'inf']) expect(sent(name)).toHaveLength(1);
    const zones = stage.atlas.state.clusters.find(({ name }) => name === 'zoned')?.settings.replicationSpecs;
    expect(zones?.map(({ zoneName }) => zoneName)).toEqual(['E', 'E', 'E']);

    const again = await stage.run('provision', inputs);
    expect([texts(again.main, 'error'), again.main.outputs.outcome, again.writes]).toEqual([[], 'unchanged', []]);
  });
});

describe('users', () => {
  it('get roles, scopes and logins as Atlas allows them', async () => {
    await using stage = await openPlanStage();
    stage.atlas.seedCluster({ name: 'events' });
    const config = (more: string) => `
clusters: [{ name: orders }, { name: events }${more}]
users:
  - { username: app, password: a password of the test, roles: [read@x], clusters: [orders] }
  - { username: cert, authentication: x509-managed, roles: [${more ? 'readWrite' : 'read'}@x] }
${more && '  - { username: late, password: a password of the test, roles: [read@x], clusters: [fresh] }'}`;
    const first = await stage.run('provision', { config: config('') });
    expect(texts(first.main, 'error')).toEqual([]);
    // Atlas may not count a cluster as one of the project while it is being created.
    const match = { method: 'POST', path: '/databaseUsers' };
    stage.atlas.faults.add({ match, kind: 'error', errorCode: 'ATLAS_SCOPE_CLUSTER_NOT_FOUND', status: 400 });
    const second = await stage.run('provision', { config: config(', { name: fresh, tier: FLEX, region: US_EAST_1 }') });
    expect(texts(second.main, 'error')).toEqual([]);
    expect(second.main.log).toContain('ATLAS_SCOPE_CLUSTER_NOT_FOUND');
    const users = stage.atlas.state.databaseUsers.map(({ username, roles }) => [username, roles[0]?.roleName]);
    expect(users).toEqual(
      expect.arrayContaining([
        ['cert', 'readWrite'],
        ['late', 'read'],
      ]),
    );
    const connections = JSON.parse(first.main.outputs['connection-strings'] ?? '{}');
    expect(connections.orders.srv).toMatch(/^mongodb\+srv:\/\/app:/);
    expect(connections.events).toMatchObject({ id: expect.any(String), host: expect.stringContaining('events') });
    expect(connections.events.srv).toMatch(/^mongodb\+srv:\/\/events\./);

    const roles = Array.from({ length: 100 }, (_, index) => `read@x.c${index}`).join(', ');
    const limited = await stage.run('provision', {
      config: `users: [{ username: many, roles: [${roles}] }, { username: more, roles: [read@x.more] }]`,
    });
    const message = failureOf(limited.main);
    expect(message).toContain('403 COLLECTION_ROLES_LIMIT_EXCEEDED');
    expect(message).toContain('A project holds 100 roles on single collections');
    expect(message).not.toMatch(/needs the role|clusters \)/);
  });
});

describe('teardown, sweep and restore', () => {
  it('lift what stands in the way of their own, and refuse what cannot be', async () => {
    // Nothing is waited for, and what a sweep has read is good for five seconds of Atlas's.
    await using stage = await openPlanStage({ speed: 1 });
    const seed = { repository: 'octo/shop', tier: 'M10', isProtected: true, cluster: 'pr-7-of-shop' };
    const own = seedEnvironment(stage.atlas, 'pr-7', seed);
    own.settings = { ...own.settings, paused: true };
    const swept = await stage.run('sweep', { 'dry-run': 'false' });
    expect([texts(swept.main, 'error'), swept.writes]).toEqual([[], []]);
    expect(swept.main.outputs.kept).toContain('is protected against termination: run teardown');

    const down = await stage.run('teardown', { environment: 'pr-7', wait: 'false' });
    expect([down.main.annotations, down.main.exitCode]).toEqual([[], 0]);
    const ofCluster = down.writes.filter(({ path }) => path.endsWith('/pr-7-of-shop') && path.includes('/clusters/'));
    expect(ofCluster.map(({ method, body }) => [method, body])).toEqual([
      ['PATCH', { paused: false }],
      ['PATCH', { terminationProtectionEnabled: false }],
      ['DELETE', undefined],
    ]);

    const named = { 'cluster-name': 'orders', confirm: 'orders', 'delete-project': 'true' };
    const project = await stage.run('teardown', named);
    expect(failureOf(project.main)).toContain('delete-project: true does not go with cluster-name');
    expect(project.calls).toEqual([]);

    const inf = stage.atlas.seedCluster({ name: 'inf', region: 'EU_WEST_1', edition: 'INFINITE', backupEnabled: true });
    stage.atlas.seedSnapshot({ cluster: inf });
    const into = { 'target-cluster-name': 'orders', 'confirm-overwrite': 'orders' };
    const restored = await stage.run('restore', { 'cluster-name': 'inf', snapshot: 'latest', ...into });
    expect(failureOf(restored.main)).toContain('"inf" is of edition infinite, and "orders" is of edition core');
    expect(restored.writes).toEqual([]);
  });
});
