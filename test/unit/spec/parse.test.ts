/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the specs under test write variables so. */
import { expect, it } from 'vitest';
import { clusterNameOf } from '../../../src/environment/environment.ts';
import { desire, environment, now, parse } from './samples.ts';

const HOUR = 3_600_000;

it('reads the spec of the design', () => {
  const desired = desire(`
organization: Acme
project: { name: preview, tags: { team: payments } }
clusters:
  - name: orders
    tier: m10
    provider: aws
    region: us-east-1
    mongodb-version: 8.0
    backup: true
    point-in-time: true
    tags: { service: orders, port: 8080, build: 1.10 }
    atlas: { biConnector: { enabled: false }, labels: [1, null] }
users:
  - username: app
    roles: [readWrite@orders, read@orders.lines, clusterMonitor]
    password: \${APP_DB_PASSWORD}
    clusters: [orders]
network-access:
  - { address: 198.51.100.0/24, comment: office, expires-in-hours: 2 }
`);
  expect(desired).toEqual({
    project: { name: 'preview', organization: 'Acme', tags: { team: 'payments' } },
    clusters: [
      {
        name: 'orders',
        alias: 'orders',
        tier: 'M10',
        regions: [{ provider: 'AWS', region: 'US_EAST_1', nodes: undefined }],
        mongodbVersion: '8.0',
        backup: true,
        pointInTime: true,
        diskSizeGb: undefined,
        maxStorageGb: undefined,
        edition: undefined,
        regionNaming: 'preferred',
        terminationProtection: undefined,
        shards: undefined,
        autoScaling: undefined,
        tags: { service: 'orders', port: '8080', build: '1.10' },
        atlas: { biConnector: { enabled: false }, labels: [1, null] },
      },
    ],
    users: [
      {
        username: 'app',
        kind: 'password',
        roles: [
          { role: 'readWrite', database: 'orders', collection: undefined },
          { role: 'read', database: 'orders', collection: 'lines' },
          { role: 'clusterMonitor', database: 'admin', collection: undefined },
        ],
        clusters: ['orders'],
        description: undefined,
        password: 'correct horse: battery',
        expiresAt: undefined,
        endsWithEnvironment: false,
      },
    ],
    accessList: [
      { address: '198.51.100.0/24', comment: 'office', expiresAt: now + 2 * HOUR, endsWithEnvironment: false },
    ],
    ownership: { 'gha-repository': 'Acme;shop', 'gha-run-id': '42' },
  });
});

it('derives names, owner, expiry and scopes under an environment', () => {
  const text = `
clusters:
  - { alias: orders, tier: M10, region: EU_WEST_1 }
  - { tier: M10, regions: [{ region: EU_WEST_1 }, { provider: gcp, region: CENTRAL_US }] }
users:
  - { username: app, roles: [readWrite@orders] }
  - { username: audit, roles: [read@orders], clusters: [orders], expires-in-hours: 1 }
`;
  const { clusters, users, ownership } = desire(text, { environment });
  const [first, second] = [clusterNameOf(environment, 0), clusterNameOf(environment, 1)];
  expect(clusters.map(({ name, alias }) => [name, alias])).toEqual([
    [first, 'orders'],
    [second, second],
  ]);
  expect(clusters[1]?.regions.map(({ provider }) => provider)).toEqual(['AWS', 'GCP']);
  expect(users.map((user) => [user.clusters, user.expiresAt])).toEqual([
    [[first, second], now + 72 * HOUR],
    [[first], now + HOUR],
  ]);
  expect(ownership['gha-expires-at']).toBe('20261125T120000Z');
});

it('leaves users of an environment that lives longer than a week to teardown', () => {
  const text = 'expires-in-hours: 720\nclusters: [{}]\nusers: [{ username: app, roles: [read@x] }]';
  const { users, ownership } = desire(text, { environment });
  expect(users[0]?.expiresAt).toBeUndefined();
  expect(ownership['gha-expires-at']).toBe('20261222T120000Z');
});

it('tells every problem at once, with line, column and what to write instead', () => {
  const { problems } = parse(`clusters:
  - name: orders
    teir: M10
    tier: M1O
    backup: yes
    disk-size-gb: \${TIER}
    auto-scaling: { compute: { min: M10 } }
    tier: M20
    point-in-time:
  - tier: M0
    shards: 3
users:
  - username: app
    password: short
    roles: [read write, readAnyDatabase@orders]
  - roles: []
network-access:
  - address: 0.0.0.0/0
  - address: 10.0.0.1, 10.0.0.2
`);
  expect(problems).toEqual([
    'config:3:5: clusters[0].teir is not a known key; did you mean "tier"?',
    'config:4:11: clusters[0].tier "M1O" is not a tier: M0, FLEX, or M10 and above (M2 and M5 have become FLEX)',
    'config:5:13: clusters[0].backup "yes" needs true or false',
    'config:6:19: clusters[0].disk-size-gb "${TIER}" needs a whole number, 10 to 14336; what a variable holds is always a text',
    'config:7:21: clusters[0].auto-scaling.compute.max is missing',
    'config:8:5: clusters[0].tier is given twice',
    'config:9:19: clusters[0].point-in-time has no value',
    'config:10:5: clusters[1] needs a name: there is no environment to derive one from',
    'config:11:13: clusters[1].shards "3" does not go with M0: a free cluster (M0) cannot be sharded',
    'config:14:15: users[0].password is not a text of 8 to 256 characters',
    'config:15:13: users[0].roles[0] "read write" is not a role such as readWrite@orders (role@database), or the name of one in admin',
    'config:15:25: users[0].roles[1] "readAnyDatabase@orders" names a role that only the admin database has; leave the database out',
    'config:16:12: users[1].roles needs at least 1',
    'config:18:14: network-access[0].address "0.0.0.0/0" lets the whole internet in; if that is meant, add allow-anywhere: true',
    'config:19:14: network-access[1].address "10.0.0.1, 10.0.0.2" is not exactly one address, CIDR block or AWS security group',
  ]);
});

it.each([
  ['clusters: [{ name: -a }]', 'config:1:20: clusters[0].name "-a" is not a cluster name'],
  ['clusters: [{ name: abcdefghijklmnopqrstuv-wx }]', 'has a hyphen as its 23rd character'],
  ['clusters: [{ name: atlas-abc123 }]', 'is reserved by Atlas'],
  ['clusters: [{ name: a }, { name: a }]', 'config:1:33: clusters[1].name "a" is the name of an earlier cluster, too'],
  [
    'clusters: [{ name: abcdefghijklmnopqrstuvwx }, { name: ABCDEFGHIJKLMNOPQRSTUVWY }]',
    'begins with the same 23 characters',
  ],
  ['clusters: [{ name: a, tags: { gha-repository: x } }]', 'names that begin with gha- belong to the suite'],
  [
    'project: { name: finance, tags: { gha-repository: acme;shop, GHA-Environment: pr-7 } }',
    'config:1:33: project.tags has gha-repository, GHA-Environment: names that begin with gha- belong to the suite',
  ],
  ['project: { id: 0123456789abcdef01234567, tags: { gha-x: y } }', 'project.tags has gha-x: names that begin'],
  [`clusters: [{ name: a, tags: { ${tags(50)} } }]`, 'has 50 tags; Atlas takes 50, of which the suite needs 2'],
  ['clusters: [{ name: a, tags: { "a/b": x } }]', 'config:1:31: clusters[0].tags["a/b"] is not 1 to 255 letters'],
  ['clusters: [{ name: a, backup: false, point-in-time: true }]', 'is false, but point-in-time needs backups'],
  ['clusters: [{ name: a, region: X1, regions: [{ region: X1 }] }]', 'stands next to regions'],
  ['clusters: [{ name: a, regions: [{ region: X1, nodes: 4 }] }]', 'has 4 nodes together; Atlas takes 3, 5 or 7'],
  ['clusters: [{ name: a, tier: M50, auto-scaling: { compute: { min: M10, max: M40 } } }]', 'outside of auto-scaling'],
  ['clusters: [{ name: a, auto-scaling: { compute: { min: M60, max: M40 } } }]', 'has a min above its max'],
  [
    'clusters: [{ name: a, atlas: { backupEnabled: true } }]',
    'clusters[0].atlas.backupEnabled has a key of its own: backup',
  ],
  ['expires-in-hours: 5', 'expires-in-hours "5" needs an environment'],
  ['users: [{ username: a, roles: [r], authentication: aws-iam-role, password: abcdefgh }]', 'does not go with'],
  ['users: [{ username: a, roles: [r] }, { username: a, roles: [r] }]', 'is the name of an earlier user'],
  ['network-access: [{ address: 1.2.3.4 }, { address: 1.2.3.4/32 }]', 'is the address of an earlier entry'],
  ['network-access: [{ address: sg-1, expires-in-hours: 1 }]', 'Atlas never removes those by itself'],
  ['project: { id: 0123456789abcdef01234567 }', 'is given both by id and by name'],
  ['project: { name: other }', 'config:1:10: project differs between the spec and the input'],
])('refuses %s', (text, problem) => {
  expect(parse(text).problems?.join('\n')).toContain(problem);
});

it('takes a project that spec and inputs name alike, and wants one to be named', () => {
  expect(desire('project: { name: preview }').project).toMatchObject({ name: 'preview' });
  const id = 'ABCDEFABCDEFABCDEFABCDEF';
  const named = desire(`project: { id: ${id} }`, { defaults: { project: { id: id.toLowerCase() } } });
  expect(named.project).toEqual({ id: id.toLowerCase() });
  expect(parse('users: []', { defaults: { project: undefined } }).problems).toEqual([
    'config:1:1: the spec names no project: give project-id or project-name, or project: { name: … } in the spec',
  ]);
});

it.each([
  ['', 'config:1:1: is empty'],
  ['a: [1', 'or a bracket before it is not closed'],
  ['a: 1\n---\nb: 2', 'config:2:1: is not valid YAML: the line begins a second document'],
  ['a:\n\t- b', 'is indented with a tab'],
  ['users: [{ password: ${X} }]', 'within { } and [ ] a variable needs quotes: "${NAME}"'],
  ['a: !!js/function x', 'has a tag (!…) that means nothing here'],
  ['%YAML 1.1\n---\nusers: []', 'is read as YAML 1.2'],
  ['users: [{ username: "\\ud83d" }]', 'holds half a character, such as'],
  ['users: *nobody', 'refers with * to what no & names before'],
  ['? [a]\n: b', 'is not a name: keys are plain texts'],
  ['__proto__: { polluted: true }', 'config:1:1: __proto__ is not allowed as a key'],
  ['- a', 'config:1:1: the spec needs a mapping'],
  ['['.repeat(50_000), 'is nested too deeply'],
  [`a: ${'{ a: '.repeat(60)}1${' }'.repeat(60)}`, 'holds too much'],
  ['a: &a [*a, *a]', 'holds too much'],
  [bomb(), 'holds too much'],
  [`# ${'x'.repeat(300_000)}`, 'config: is larger than 256 kB'],
])('refuses what is not one plain document: %.40s', (text, problem) => {
  expect(parse(text).problems?.join('\n')).toContain(problem);
});

it('follows aliases, at the place that they stand for', () => {
  const { clusters } = desire('clusters: [&one { tier: M10, region: X1 }, *one]', { environment });
  expect(clusters.map(({ tier }) => tier)).toEqual(['M10', 'M10']);
});

function tags(count: number): string {
  return Array.from({ length: count }, (_, index) => `k${index}: v`).join(', ');
}

/** A billion values in a kilobyte. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const of = level === 0 ? '"lol"' : `*l${level - 1}`;
    return `l${level}: &l${level} [${Array.from({ length: 10 }, () => of).join(', ')}]`;
  });
  return levels.join('\n');
}
