import { ConnectionString } from 'mongodb-connection-string-url';
import { describe, expect, it } from 'vitest';
import { findLeaks } from '../../support/runner/leaks.ts';
import { setStage } from '../../support/stage.ts';

const seed = { 'password-seed': 'a seed of the test, long enough' };
const environment = { environment: 'pr-7' };

describe('connecting to a preview environment', () => {
  it('computes what provision computed, with nothing handed over', async () => {
    const stage = setStage();
    const provision = await stage.run('provision', { ...stage.withAccount, ...environment, ...seed, database: 'app' });
    const connect = await stage.run('connect', { ...stage.withKey, ...environment, ...seed, database: 'app' });
    expect(connect.annotations).toEqual([]);
    for (const output of [
      'connection-string',
      'connection-string-standard',
      'host',
      'username',
      'password',
      'cluster-id',
    ]) {
      expect([output, connect.outputs[output]]).toEqual([output, provision.outputs[output]]);
    }
    expect(connect.outputs.outcome).toBe('existing');
    expect(stage.atlas.requests.filter(({ method, leg }) => leg === 'call' && method !== 'GET').length).toBe(2);
  });

  it('finds out another seed before anything fails to log in', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...environment, ...seed });
    const door = await stage.run('connect', {
      ...stage.withAccount,
      ...environment,
      'password-seed': 'another seed, long enough too',
    });
    expect(door.annotations[0]?.message).toMatch(
      /password of database user .* is not the one that password-seed gives/,
    );
  });

  it('says that provision makes the user', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...environment });
    const door = await stage.run('connect', { ...stage.withAccount, ...environment, username: 'app', ...seed });
    expect(door.annotations[0]?.message).toMatch(/There is no database user "app".*provision makes it/);
  });

  it('does not take a foreign cluster for an environment', async () => {
    const stage = setStage();
    const { outputs } = await stage.run('provision', {
      ...stage.withAccount,
      ...environment,
      ...seed,
      'dry-run': 'true',
    });
    const name = JSON.parse(outputs.plan ?? '').steps[1].name;
    stage.atlas.seedCluster({ name });
    const door = await stage.run('connect', { ...stage.withAccount, ...environment, ...seed });
    expect(door.annotations[0]?.message).toContain('does not belong to environment pr-7 of acme/shop');
  });
});

describe('a short-lived user', () => {
  it('is made for the job, scoped and with an expiry, and removed when it ends', async () => {
    const stage = setStage();
    const main = await stage.run('connect', { ...stage.withKey, 'cluster-name': 'orders', database: 'orders' });
    expect(main.annotations).toEqual([]);
    const { username = '', password = '' } = main.outputs;
    expect(username).toMatch(/^gha-4711-[0-9a-f]{8}$/);
    expect(stage.atlas.passwordIs(username, password)).toBe(true);
    const user = stage.atlas.databaseUser(username);
    expect(user?.scopes).toEqual([{ name: 'orders', type: 'CLUSTER' }]);
    expect(user?.roles).toMatchObject([{ roleName: 'readWrite', databaseName: 'orders' }]);
    expect(stage.calls().some((call) => call.includes('/status'))).toBe(true);
    const uri = new ConnectionString(main.outputs['connection-string'] ?? '');
    expect([uri.username, uri.password, uri.pathname]).toEqual([username, password, '/orders']);

    const post = await stage.post('connect', main);
    expect([post.failed(), post.annotations]).toEqual([false, []]);
    expect(stage.atlas.databaseUser(username)).toBeUndefined();
  });

  it('is removed also where main was killed after asking for it, and by a service account', async () => {
    const stage = setStage();
    stage.atlas.faults.add({
      match: { method: 'GET', path: '/status', times: Number.POSITIVE_INFINITY },
      kind: 'status-500',
    });
    const main = await stage.run('connect', { ...stage.withAccount, 'cluster-name': 'orders' });
    expect(main.failed()).toBe(true);
    const post = await stage.post('connect', main);
    expect(post.lines.join('\n')).toMatch(/Database user "gha-4711-[0-9a-f]{8}" has been removed\.$/);
    expect(stage.atlas.requests.filter(({ leg }) => leg === 'revoke')).toHaveLength(2);
  });

  it('that cannot be removed is left to its expiry, and the job stays green', async () => {
    const stage = setStage();
    const main = await stage.run('connect', { ...stage.withKey, 'cluster-name': 'orders' });
    stage.atlas.faults.add({ match: { method: 'DELETE', times: Number.POSITIVE_INFINITY }, kind: 'status-500' });
    const post = await stage.post('connect', main);
    expect(post.failed()).toBe(false);
    expect(post.annotations[0]?.message).toMatch(/may be left; Atlas deletes it at 2026-11-21T18:0/);
  });

  it('stays where the author wants it', async () => {
    const stage = setStage();
    const main = await stage.run('connect', { ...stage.withKey, 'cluster-name': 'orders', 'keep-user': 'true' });
    await stage.post('connect', main);
    expect(stage.atlas.databaseUser(main.outputs.username ?? '')).toBeDefined();
  });

  it('is made once, whatever happens to the answer', async () => {
    for (const kind of ['cut-after', 'status-500-after', 'cut-before', 'status-500', 'garbage'] as const) {
      const stage = setStage();
      stage.atlas.faults.add({ match: { method: 'POST', path: '/databaseUsers' }, kind });
      const door = await stage.run('connect', { ...stage.withAccount, 'cluster-name': 'orders' });
      expect([kind, door.annotations]).toEqual([kind, []]);
      expect(stage.atlas.passwordIs(door.outputs.username ?? '', door.outputs.password ?? '')).toBe(true);
      expect(stage.atlas.state.databaseUsers).toHaveLength(1);
    }
  });

  it('and everything else stays secret', async () => {
    const stage = setStage();
    const main = await stage.run('connect', { ...stage.withKey, 'cluster-name': 'orders' });
    const post = await stage.post('connect', main);
    const shown = {
      log: [...main.lines, ...post.lines].join('\n'),
      summary: main.summaries.join(),
      annotations: JSON.stringify([main.annotations, post.annotations]),
    };
    expect(findLeaks(shown, { password: main.outputs.password ?? '', key: stage.key.privateKey })).toEqual([]);
    expect(post.masks).toContain(stage.key.privateKey);
  });
});

describe('what cannot work', () => {
  it.each([
    ['an unknown cluster', { 'cluster-name': 'order' }, /CLUSTER_NOT_FOUND.*Did you mean "orders"/],
    ['nothing named', {}, /environment or cluster-name is required/],
    ['a short seed', { 'cluster-name': 'orders', 'password-seed': 'tiny-seed' }, /password-seed is too short/],
    [
      'a secret without a token',
      { 'cluster-name': 'orders', 'save-as-secret': 'URI' },
      /save-as-secret needs github-token/,
    ],
  ])('%s is told', async (_, inputs, message) => {
    const stage = setStage();
    const door = await stage.run('connect', { ...stage.withAccount, ...inputs });
    expect(door.annotations[0]?.message).toMatch(message);
  });

  it('a paused cluster is red', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'asleep', paused: true });
    const door = await stage.run('connect', { ...stage.withAccount, 'cluster-name': 'asleep' });
    expect(door.annotations[0]?.message).toContain('is paused: nothing can connect');
  });
});
