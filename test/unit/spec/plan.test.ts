/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the specs under test write variables so. */
import { expect, it } from 'vitest';
import { clusterNameOf } from '../../../src/environment/environment.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { ownershipTags } from '../../../src/environment/tags.ts';
import type { ActualCluster, ActualState, ActualUser } from '../../../src/spec/actual.ts';
import { changesNothing, type PlanOptions, plan } from '../../../src/spec/plan.ts';
import { desire, environment, machines, nothing, now, realized, repository, underEnvironment } from './samples.ts';

const HOUR = 3_600_000;
const named: PlanOptions = { now, repository };

const orders = 'clusters: [{ name: orders, tier: M10, region: US_EAST_1, mongodb-version: 8.0, tags: { team: a } }]';

/** The plan of a spec against a cluster as an earlier spec left it, in part changed. */
function replan(text: string, changed: Partial<ActualCluster> = {}, before = orders, options = named) {
  const actual = realized(desire(before, options), options);
  const clusters = actual.clusters.map((cluster) => ({ ...cluster, ...changed }));
  return plan(desire(text, options), { ...actual, clusters }, options);
}

const changesOf = (given: ReturnType<typeof plan>) => given.steps.flatMap(({ changes }) => changes);

it('creates everything where nothing is, and says what', () => {
  const spec = `${orders}\nusers: [{ username: app, roles: [read@x], password: "\${APP_DB_PASSWORD}" }]\nnetwork-access: [{ address: 1.2.3.4 }]`;
  const { steps, problems } = plan(desire(spec), nothing, named);
  expect(problems).toEqual([]);
  expect(steps.map(({ kind, name, action }) => [kind, name, action])).toEqual([
    ['project', 'preview', 'create'],
    ['cluster', 'orders', 'create'],
    ['user', 'app', 'create'],
    ['access-list-entry', '1.2.3.4', 'create'],
  ]);
  expect(steps[1]?.changes).toContainEqual({ field: 'tags.gha-repository', to: 'Acme;shop' });
  expect(steps[2]?.changes).toContainEqual({ field: 'password', to: 'set' });
  expect(JSON.stringify(steps)).not.toContain('correct horse');
});

it('changes what differs, field by field', () => {
  const spec = `clusters: [{ name: orders, tier: M20, region: US_EAST_1, mongodb-version: 9.0, backup: true, disk-size-gb: 20,
    termination-protection: true, tags: { team: b, new: c }, auto-scaling: { compute: { max: M40 } } }]`;
  const given = replan(spec);
  expect(given.problems).toEqual([]);
  expect(given.steps[1]).toMatchObject({ action: 'update' });
  expect(changesOf(given)).toEqual([
    { field: 'tier', from: 'M10', to: 'M20' },
    { field: 'mongodb-version', from: '8.0', to: '9.0' },
    { field: 'backup', from: false, to: true },
    { field: 'disk-size-gb', from: 10, to: 20 },
    { field: 'termination-protection', from: false, to: true },
    { field: 'auto-scaling.compute', from: 'off', to: 'up to M40' },
    { field: 'tags.new', to: 'c' },
    { field: 'tags.team', from: 'a', to: 'b' },
  ]);
});

it.each<[string, string, Partial<ActualCluster>]>([
  [
    'what nobody named',
    'clusters: [{ name: orders }]',
    { hardware: machines({ tier: 'M80', diskSizeGb: 500 }), backup: true },
  ],
  ['a patch release', orders, { mongodbVersion: '8.0.31' }],
  ['a version that Atlas does not show yet', orders, { mongodbVersion: undefined }],
  [
    'the case of words',
    orders,
    { hardware: machines({ regions: [{ provider: 'aws', region: 'us_east_1', nodes: 3, priority: 7 }] }) },
  ],
  ['a float', 'clusters: [{ name: orders, disk-size-gb: 40 }]', { hardware: machines({ diskSizeGb: 40.0 }) }],
  [
    'a disk that Atlas enlarged',
    'clusters: [{ name: orders, disk-size-gb: 20, auto-scaling: { disk: true } }]',
    { hardware: machines({ diskSizeGb: 80, scaling: { disk: true } }) },
  ],
  [
    'a size that auto-scaling chose',
    'clusters: [{ name: orders, tier: M10, auto-scaling: { compute: { min: M10, max: M40 } } }]',
    {
      hardware: machines({
        tier: 'M30',
        scaling: { compute: { min: 'M10', max: 'M40', scaleDown: true }, disk: true },
      }),
    },
  ],
  [
    'a size that somebody else lets Atlas choose',
    'clusters: [{ name: orders, tier: M10 }]',
    {
      hardware: machines({
        tier: 'M30',
        scaling: { compute: { min: undefined, max: 'M40', scaleDown: false }, disk: true },
      }),
    },
  ],
  ['tags of others', orders, { tags: { zebra: '1', team: 'a' } }],
  [
    'what Atlas adds to fields that are passed through',
    'clusters: [{ name: orders, atlas: { biConnector: { readPreference: SECONDARY }, labels: [{ key: b }, { key: a }], size: 1 } }]',
    {
      raw: {
        biConnector: { enabled: false, readPreference: 'secondary' },
        labels: [{ key: 'a', v: 1 }, { key: 'b' }],
        size: 1.0,
      },
    },
  ],
])('takes no drift from %s', (_, spec, changed) => {
  const given = replan(spec, changed);
  expect(given.problems).toEqual([]);
  expect(changesOf(given)).toEqual([]);
  expect(changesNothing(given)).toBe(true);
});

it('reads regions by their priority, whatever the order in which Atlas tells them', () => {
  const spec = (first: string, second: string) =>
    `clusters: [{ name: orders, tier: M10, regions: [{ region: ${first} }, { region: ${second} }] }]`;
  expect(changesNothing(replan(spec('EU_WEST_1', 'US_EAST_1'), {}, spec('EU_WEST_1', 'US_EAST_1')))).toBe(true);
  expect(changesOf(replan(spec('US_EAST_1', 'EU_WEST_1'), {}, spec('EU_WEST_1', 'US_EAST_1')))).toEqual([
    { field: 'regions', from: 'AWS EU_WEST_1 × 2, AWS US_EAST_1 × 1', to: 'AWS US_EAST_1 × 1, AWS EU_WEST_1 × 2' },
  ]);
});

it('finds fields that are passed through and differ, at their depth', () => {
  const spec = 'clusters: [{ name: orders, atlas: { a: { b: 1, c: 2 }, list: [1, 2], d: null, toString: x } }]';
  const given = replan(spec, { raw: { a: { b: 1, c: 3 }, list: [1], d: null } });
  expect(changesOf(given)).toEqual([
    { field: 'atlas.a.c', from: 3, to: 2 },
    { field: 'atlas.list', from: '[1]', to: '[1,2]' },
    { field: 'atlas.toString', to: 'x' },
  ]);
});

it('resumes the paused cluster of an environment, and a named one only where the author says so', () => {
  const resumption = [{ field: 'paused', from: true, to: false }];
  const ofEnvironment = replan(
    'clusters: [{ tier: M10 }]',
    { paused: true },
    'clusters: [{ tier: M10 }]',
    underEnvironment,
  );
  expect(ofEnvironment.problems).toEqual([]);
  expect(changesOf(ofEnvironment)).toEqual(resumption);
  expect(ofEnvironment.notices.join()).toContain('is paused; it is resumed');
  const asked = replan(orders, { paused: true }, orders, { ...named, resume: true });
  expect(changesOf(asked)).toEqual(resumption);
  const unasked = replan(orders, { paused: true });
  expect(changesOf(unasked)).toEqual([]);
  expect(unasked.problems.join()).toContain('Set resume: true to have it resumed');
});

it.each<[string, Partial<ActualCluster>, string]>([
  ['tier: FLEX', {}, 'tier cannot change from M10 to FLEX: a dedicated cluster stays one. Choose another name'],
  ['tier: M10', { tier: 'M0', hardware: [] }, 'tier cannot change from M0 to M10: a free cluster (M0) stays one'],
  [
    'tags: { team: z }',
    { tier: 'M0', hardware: [] },
    'tags.team cannot change: Atlas never changes a free cluster (M0)',
  ],
  ['backup: true', { tier: 'M0', hardware: [] }, 'backup does not go with M0: a free cluster (M0) has no backups'],
  [
    'disk-size-gb: 20',
    { tier: 'FLEX', hardware: [] },
    'disk-size-gb does not go with FLEX: a Flex cluster has a disk of fixed size',
  ],
  ['region: EU_WEST_1', {}, 'region cannot change from AWS US_EAST_1 to AWS EU_WEST_1'],
  ['provider: gcp', {}, 'region cannot change from AWS US_EAST_1 to GCP CENTRAL_US'],
  ['mongodb-version: 7.0', {}, 'mongodb-version cannot go back from 8.0.29 to 7.0'],
  [
    'mongodb-version: 8.0',
    { mongodbVersion: '6.0.1' },
    'cannot jump from 6.0.1 to 8.0: Atlas goes one step at a time. Go to 7.0 first',
  ],
  ['disk-size-gb: 10', { hardware: machines({ diskSizeGb: 40 }) }, 'disk-size-gb cannot shrink from 40 to 10'],
  ['shards: 1', { hardware: machines({ shards: 2 }), clusterType: 'SHARDED' }, 'shards cannot change from 2 to 1'],
  [
    'tier: M10',
    { tags: { 'gha-repository': 'Acme;other' } },
    'belongs to another repository (tag gha-repository: Acme;other)',
  ],
])('says what to do instead of %s on %j', (field, changed, problem) => {
  const { problems, steps } = replan(`clusters: [{ name: orders, ${field} }]`, changed);
  expect(problems.join('\n')).toContain(problem);
  expect(problems.join('\n')).toContain('cluster "orders"');
  expect(steps[1]?.action).toBe('unchanged');
});

it('tells all that is impossible at once', () => {
  const spec =
    'clusters: [{ name: orders, region: X1, mongodb-version: 5.0, disk-size-gb: 10 }, { name: other, tier: M10 }]';
  expect(replan(spec, { hardware: machines({ diskSizeGb: 99 }) }).problems).toHaveLength(4);
});

it('wants a tier and a region for a cluster that does not exist, except under an environment', () => {
  const { problems } = plan(desire('clusters: [{ name: ordres }]'), nothing, named);
  expect(problems).toEqual([
    'cluster "ordres" does not exist, and to create it tier and region must be given. If it should exist, check its name',
  ]);
  const small = plan(desire('clusters: [{}]', { environment }), nothing, underEnvironment);
  expect(small.problems).toEqual([]);
  expect(changesOf(small)).toContainEqual({ field: 'tier', to: 'FLEX' });
  expect(changesOf(small)).toContainEqual({ field: 'regions', to: 'AWS US_EAST_1' });
  const picky = plan(desire('clusters: [{ shards: 2 }]', { environment }), nothing, underEnvironment);
  expect(picky.problems.join()).toContain('shards does not go with FLEX');
});

it('creates anew what is being deleted, and waits for it', () => {
  const given = replan(orders, { state: 'DELETING', tags: {} });
  expect(given.problems).toEqual([]);
  expect(given.steps[1]).toMatchObject({ action: 'create', reason: expect.stringContaining('is being deleted') });
});

it('takes over a cluster that an earlier run left being created', () => {
  expect(replan(orders, { state: 'CREATING' }).steps[1]).toMatchObject({
    action: 'unchanged',
    reason: 'is still being created',
  });
});

it('touches under an environment only what is its own', () => {
  const tagsOf = (name?: string, of = repository) =>
    ownershipTags({
      repository: of,
      runId: '1',
      environment: name === undefined ? undefined : { repository: of, name },
    });
  const problems = (tags: ActualCluster['tags']) =>
    replan('clusters: [{}]', { tags }, 'clusters: [{}]', underEnvironment).problems.join();
  expect(problems({ team: 'x' })).toContain('was not made by this suite (it has no tag gha-repository)');
  expect(problems(tagsOf('pr-8'))).toContain('belongs to environment pr-8, not to pr-7');
  expect(problems(tagsOf())).toContain('belongs to no environment, not to pr-7');
  expect(problems(tagsOf('pr-7', 'Acme/other'))).toContain('belongs to another repository');
  expect(problems(tagsOf('pr-7'))).toBe('');
});

it('renews an expiry only where that moves it by half an hour', () => {
  const later = (minutes: number, tier = 'M10') => {
    const spec = `clusters: [{ tier: ${tier} }]`;
    const actual = realized(desire(spec, { environment }), underEnvironment);
    const at = now + minutes * 60_000;
    const standingExpiry = now + 72 * HOUR;
    return plan(desire(spec, { environment, now: at, standingExpiry }), actual, { ...underEnvironment, now: at });
  };
  expect(changesNothing(later(29))).toBe(true);
  expect(changesOf(later(30))).toEqual([
    { field: 'tags.gha-expires-at', from: '20261125T120000Z', to: '20261125T123000Z' },
  ]);
  expect(changesOf(later(30, 'FLEX'))).toHaveLength(1);
  const free = later(30, 'M0');
  expect(changesNothing(free)).toBe(true);
  expect(free.problems).toEqual([]);
  expect(free.notices.join()).toContain('Atlas cannot renew its expiry');
});

it('changes of a Flex cluster only tags and protection', () => {
  const spec = 'clusters: [{ tier: FLEX, backup: true, tags: { a: b }, termination-protection: true }]';
  const given = replan(spec, { backup: undefined }, 'clusters: [{ tier: FLEX }]', underEnvironment);
  expect(changesOf(given).map(({ field }) => field)).toEqual(['termination-protection', 'tags.a']);
});

it('adopts a project by name, wants one by id to exist, and writes only the tags that are named', () => {
  const byName = desire('project: { name: preview, tags: { team: a } }');
  const project = { id: '1'.repeat(24), name: 'preview', tags: { team: 'b', other: 'c' } };
  expect(plan(byName, { ...nothing, project }, named).steps[0]).toMatchObject({
    action: 'update',
    changes: [{ field: 'tags.team', from: 'b', to: 'a' }],
  });
  const byId = desire('users: []', { defaults: { project: { id: '2'.repeat(24) } } });
  expect(plan(byId, nothing, named).problems.join()).toContain('does not exist, or the credentials do not see it');
});

const app =
  'users: [{ username: app, roles: [readWrite@orders, read@x], password: "${APP_DB_PASSWORD}", clusters: [orders] }]';

function replanUser(changed: Partial<ActualUser>, spec = app, options = named, more: Partial<ActualState> = {}) {
  const actual = realized(desire(spec, options), options);
  return plan(
    desire(spec, options),
    { ...actual, ...more, users: actual.users.map((user) => ({ ...user, ...changed })) },
    options,
  );
}

it('compares roles and scopes as sets, and sets a password unless it is known to be the same', () => {
  expect(changesNothing(replanUser({}))).toBe(true);
  expect(changesOf(replanUser({ password: 'unknown' }))).toEqual([{ field: 'password', to: 'set' }]);
  expect(changesOf(replanUser({ roles: [], clusters: [] }))).toEqual([
    { field: 'roles', from: '', to: 'read@x, readWrite@orders' },
    { field: 'clusters', from: 'all', to: 'orders' },
  ]);
});

it('leaves a user alone that somebody made by hand, unless nothing of it would change', () => {
  const handMade = replanUser({ roles: [], description: 'hand-made' });
  expect(handMade.problems.join()).toMatch(/was not made by this suite, and would change in roles/);
  expect(changesOf(handMade)).toEqual([]);
  expect(replanUser({ description: 'hand-made', password: 'same' }).problems).toEqual([]);
});

it('does not try to make a permanent user temporary', () => {
  const spec = 'users: [{ username: app, roles: [read@x], expires-in-hours: 5 }]';
  const given = replanUser({ expiresAt: undefined }, spec);
  expect(changesNothing(given)).toBe(true);
  expect(given.notices.join()).toContain('Atlas makes no permanent user temporary');
  expect(changesOf(replanUser({ expiresAt: now + HOUR }, spec))).toEqual([
    { field: 'expires-at', from: '2026-11-22T13:00:00Z', to: '2026-11-22T17:00:00Z' },
  ]);
});

it('leaves users of others alone', () => {
  const theirs = writeMark({ repository, name: 'pr-8' }, { room: 80 });
  const spec = `clusters: [{}]\nusers: [{ username: app, roles: [read@x] }]`;
  expect(replanUser({ description: 'hand-made' }, spec, underEnvironment).problems.join()).toContain(
    'was not made by this suite',
  );
  expect(replanUser({ description: theirs }, spec, underEnvironment).problems.join()).toContain(
    'was made for environment pr-8 of Acme/shop. Users are shared',
  );
  const cut = replanUser({ description: writeMark({ repository, name: 'pr-8' }, { room: 25 }) }).problems.join();
  expect(cut).toContain('was made for something else. Users are shared');
  expect(cut).not.toContain('[gha');
  expect(replanUser({ kind: 'oidc-group' }).problems.join()).toContain('exists with authentication oidc-group');
});

it('finds scopes that reach nothing, where it knows all clusters', () => {
  expect(replanUser({}, app, named, { clusterNames: ['Orders2'] }).problems).toEqual([
    'user "app" names the cluster "orders", which is neither in the spec nor in the project; did you mean "Orders2"?',
  ]);
  expect(replanUser({}, app, named, { clusterNames: ['orders'] }).problems).toEqual([]);
});

it('takes /32 for the address itself, leaves entries of others alone, and only lengthens the life of its own', () => {
  const spec = 'network-access: [{ address: 1.2.3.4, comment: new, expires-in-hours: 2 }]';
  const own = `old ${writeMark({ repository }, { room: 40 })}`;
  const changes = (text: string, entry: { comment: string; expiresAt: number | undefined }) =>
    changesOf(
      plan(
        desire(text),
        { ...realized(desire('users: []'), named), accessList: [{ address: '1.2.3.4/32', ...entry }] },
        named,
      ),
    );
  expect(changes(spec, { comment: 'old', expiresAt: now + HOUR })).toEqual([]);
  expect(changes(spec, { comment: own, expiresAt: undefined })).toEqual([{ field: 'comment', from: 'old', to: 'new' }]);
  expect(changes(spec, { comment: own, expiresAt: now + 9 * HOUR })).toEqual([
    { field: 'comment', from: 'old', to: 'new' },
  ]);
  expect(changes(spec.replace('new', 'old'), { comment: own, expiresAt: now + HOUR })).toEqual([
    { field: 'expires-at', from: '2026-11-22T13:00:00Z', to: '2026-11-22T14:00:00Z' },
  ]);
  expect(changes('network-access: [{ address: 1.2.3.4 }]', { comment: own, expiresAt: now + HOUR })).toEqual([
    { field: 'expires-at', from: '2026-11-22T13:00:00Z', to: 'never' },
  ]);
});

it('refuses to overfill the access list before anything is written', () => {
  const accessList = Array.from({ length: 200 }, (_, index) => ({
    address: `10.0.0.${index}`,
    comment: undefined,
    expiresAt: undefined,
  }));
  expect(
    plan(desire('network-access: [{ address: 1.2.3.4 }]'), { ...nothing, accessList }, named).problems.join(),
  ).toContain('has 200 entries and would get 1 more; Atlas takes 200');
  expect(plan(desire('network-access: [{ address: 10.0.0.7 }]'), { ...nothing, accessList }, named).problems).toEqual(
    [],
  );
});

it('names the clusters of an environment for those who look for them', () => {
  const { steps } = plan(desire('clusters: [{}]', { environment }), nothing, underEnvironment);
  expect(steps[1]?.name).toBe(clusterNameOf(environment));
});
