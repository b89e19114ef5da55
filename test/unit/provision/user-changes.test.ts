import { expect, it } from 'vitest';
import { setStage } from '../../support/stage.ts';

const errors = ({ annotations }: { annotations: readonly { level: string; message: string }[] }) =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
const spec = (users: string) => ({ config: `users: [${users}]` });

it('changes the roles of a user whose certificate Atlas manages', async () => {
  const stage = setStage();
  const user = (roles: string) => spec(`{ username: app, authentication: x509-managed, roles: [${roles}] }`);
  expect(errors(await stage.run('provision', { ...stage.withAccount, ...user('read@orders') }))).toEqual([]);
  const door = await stage.run('provision', { ...stage.withAccount, ...user('readWrite@orders') });
  expect(errors(door)).toEqual([]);
  expect(door.outputs.outcome).toBe('updated');
  expect(stage.atlas.state.databaseUsers[0]?.roles).toMatchObject([{ roleName: 'readWrite' }]);
});

it.each([
  ['aws-iam-role', 'app'],
  ['aws-iam-role', 'arn:aws:iam::123456789012:user/app'],
  ['aws-iam-user', 'arn:aws:iam::12345:user/app'],
])('refuses a name of %s that is no ARN of that kind before any request: %s', async (authentication, username) => {
  const stage = setStage();
  const user = spec(`{ username: "${username}", authentication: ${authentication}, roles: [read@x] }`);
  const door = await stage.run('provision', { ...stage.withAccount, ...user });
  expect(errors(door).join()).toMatch(/username ".*" is not the ARN of an IAM (role|user) such as arn:aws:iam::/);
  expect(stage.calls()).toEqual([]);
});

it('names the limit of roles on collections, and no role that would be missing', async () => {
  const stage = setStage();
  const roles = Array.from({ length: 100 }, (_, index) => `read@orders.c${index}`).join(', ');
  const users = `{ username: a, roles: [${roles}] }, { username: b, roles: [read@orders.one] }`;
  const door = await stage.run('provision', { ...stage.withAccount, ...spec(users) });
  const message = errors(door).join();
  expect(message).toContain('403 COLLECTION_ROLES_LIMIT_EXCEEDED');
  expect(message).toContain('A project holds 100 roles on single collections');
  expect(message).not.toContain('needs the role');
  expect(message).not.toContain('clusters )');
});

it('waits for a cluster that is being created to count as one that a user can be scoped to', async () => {
  const stage = setStage({ oddities: { scopesAreChecked: 1 } });
  const inputs = { ...stage.withAccount, 'cluster-name': 'shop', tier: 'FLEX', region: 'US_EAST_1', username: 'app' };
  const door = await stage.run('provision', inputs);
  expect(errors(door)).toEqual([]);
  expect(door.lines.join('\n')).toContain('ATLAS_SCOPE_CLUSTER_NOT_FOUND');
  expect(stage.atlas.state.databaseUsers.map(({ username }) => username)).toEqual(['app']);
});

it('gives every cluster its host and its id, and a login only where there is one', async () => {
  const stage = setStage();
  stage.atlas.seedCluster({ name: 'events' });
  const config = `
clusters: [{ name: orders }, { name: events }]
users: [{ username: app, password: "a password of the test", roles: [read@x], clusters: [orders] }]`;
  const door = await stage.run('provision', { ...stage.withAccount, config });
  expect(errors(door)).toEqual([]);
  const connections = JSON.parse(door.outputs['connection-strings'] ?? '{}');
  expect(connections.orders.srv).toContain('app:');
  expect(connections.events).toMatchObject({ id: expect.any(String), host: expect.stringContaining('events') });
  expect(connections.events.srv).toMatch(/^mongodb\+srv:\/\/events\./);
});
