import { expect, it } from 'vitest';
import { clusterNameOf } from '../../../src/environment/environment.ts';
import { desiredFromInputs } from '../../../src/spec/flat.ts';
import { desire, environment, now, repository } from './samples.ts';

const defaults = { repository, runId: '42', project: { name: 'preview' } };
const named = { now, defaults };
const preview = { now, defaults, environment };

it('wants the same as a spec that says the same', () => {
  const inputs = {
    clusterName: 'orders',
    tier: 'm10',
    provider: 'aws',
    region: 'us-east-1',
    mongodbVersion: '8',
    backup: true,
    diskSizeGb: 20,
    tags: ['team=payments', 'note=a b'],
    terminationProtection: true,
    username: 'app',
    password: 'correct horse',
    database: 'orders',
  };
  const spec = `
clusters:
  - name: orders
    tier: M10
    provider: AWS
    region: US_EAST_1
    mongodb-version: "8.0"
    backup: true
    disk-size-gb: 20
    tags: { team: payments, note: a b }
    termination-protection: true
users:
  - { username: app, password: correct horse, roles: [readWrite@orders], clusters: [orders] }
`;
  expect(desiredFromInputs(inputs, named)).toEqual({ desired: desire(spec) });
});

it('needs nothing but an environment, and gives it a user of its own', () => {
  const name = clusterNameOf(environment);
  expect(desiredFromInputs({}, preview)).toMatchObject({
    desired: { clusters: [{ name, tier: undefined }], users: [{ username: name, clusters: [name] }] },
  });
});

it('makes no user unless one is named, outside of an environment', () => {
  expect(desiredFromInputs({ clusterName: 'orders' }, named)).toMatchObject({ desired: { users: [] } });
});

it('tells every problem at once, by the names of the inputs', () => {
  const inputs = {
    tier: 'M5',
    backup: true,
    tags: ['a', 'b=1', 'b=2', '__proto__=x'],
    password: 'short',
    roles: ['x y'],
  };
  expect(
    desiredFromInputs(
      { ...inputs, mongodbVersion: '8.0.1' },
      { ...named, defaults: { ...defaults, expiresInHours: 3 } },
    ),
  ).toEqual({
    problems: [
      'tags: "a" is not key=value',
      'tags: "__proto__" is not allowed as a key',
      'environment or cluster-name is required',
      'password needs username: whose is it?',
      'roles needs username: whose are they?',
      'tags has a key twice',
      'tier is not a tier: M0, FLEX, or M10 and above (M2 and M5 have become FLEX)',
      'mongodb-version is not a major version such as 8.0',
      'expires-in-hours needs an environment: a named cluster never expires',
    ],
  });
  expect(
    desiredFromInputs({ clusterName: 'a', tier: 'FLEX', pointInTime: true, regions: [] } as object, {
      now,
      defaults: { repository, runId: '1' },
    }),
  ).toEqual({
    problems: [
      'the project names no project: give project-id or project-name, or project: { name: … } in the spec',
      'point-in-time does not go with FLEX: a Flex cluster has no continuous backup',
    ],
  });
});
