import { ConnectionString } from 'mongodb-connection-string-url';
import { describe, expect, it } from 'vitest';
import { clusterNameOf } from '../../../src/environment/environment.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { derivedFingerprint, derivePassword } from '../../../src/environment/passwords.ts';
import { createGitHubSimulator } from '../../../src/simulator/github/github.ts';
import { setStage } from '../../support/stage.ts';

const orders = { 'cluster-name': 'orders' };
const password = 'a password of the test';
const seed = 'a seed of the test that is long enough';

describe('a user without a password', () => {
  it.each([
    ['CN=app,OU=payments team', { x509Type: 'CUSTOMER' }, '$external', 'MONGODB-X509'],
    ['arn:aws:iam::123456789012:role/ci', { awsIAMType: 'ROLE' }, '$external', 'MONGODB-AWS'],
    ['64d613677e1ad50839cce4db/repo:acme/shop:pull_request', { oidcAuthType: 'USER' }, '$external', 'MONGODB-OIDC'],
    ['64d613677e1ad50839cce4db/developers', { oidcAuthType: 'IDP_GROUP' }, 'admin', 'MONGODB-OIDC'],
  ])('%s logs in by its own way', async (username, kind, databaseName, mechanism) => {
    const stage = setStage();
    stage.atlas.seedDatabaseUser({ username, databaseName, ...kind });
    const door = await stage.run('connect', { ...stage.withKey, ...orders, username });
    expect(door.annotations).toEqual([]);
    const uri = new ConnectionString(door.outputs['connection-string'] ?? '');
    expect([uri.searchParams.get('authMechanism'), uri.searchParams.get('authSource')]).toEqual([
      mechanism,
      '$external',
    ]);
    expect([uri.username, uri.password, door.outputs.password, door.outputs.outcome]).toEqual([
      '',
      '',
      undefined,
      'existing',
    ]);
  });

  it('takes none', async () => {
    const stage = setStage();
    stage.atlas.seedDatabaseUser({ username: 'app', databaseName: '$external', x509Type: 'MANAGED' });
    const door = await stage.run('connect', { ...stage.withKey, ...orders, username: 'app', password });
    expect(door.annotations[0]?.message).toMatch(/"app" has no password: it logs in by x509\. Leave password/);
  });
});

describe('what provision has made', () => {
  it.each(['FLEX', 'M10'])('on %s is waited for, though provision did not', async (tier) => {
    const stage = setStage();
    const inputs = { ...stage.withAccount, environment: 'pr-7', 'password-seed': seed };
    await stage.run('provision', { ...inputs, tier, wait: 'false' });
    const door = await stage.run('connect', inputs);
    expect(door.annotations).toEqual([]);
    const last = stage
      .calls()
      .filter((call) => !call.includes('databaseUsers'))
      .at(-1);
    expect(last).toMatch(tier === 'M10' ? /\/status 200$/ : /\/flexClusters\/\S+ 200$/);
  });

  it('a user is waited for on a cluster that stood before', async () => {
    const stage = setStage();
    const inputs = { ...stage.withAccount, ...orders, username: 'app', 'password-seed': seed };
    await stage.run('provision', { ...inputs, wait: 'false' });
    const before = stage.calls().length;
    const door = await stage.run('connect', inputs);
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'existing']);
    expect(
      stage
        .calls()
        .slice(before)
        .filter((call) => call.includes('/status')).length,
    ).toBeGreaterThan(1);
  });

  it('one user reaches every cluster of the environment, with the same seed', async () => {
    const stage = setStage();
    const config = `
clusters: [{ name: first, tier: FLEX }, { name: second, tier: FLEX }]
users: [{ username: app, roles: [readWrite@shop] }]
`;
    const inputs = { ...stage.withAccount, environment: 'pr-7', 'password-seed': seed };
    const made = await stage.run('provision', { ...inputs, config });
    const strings = JSON.parse(made.outputs['connection-strings'] ?? '{}');
    for (const name of ['first', 'second']) {
      const door = await stage.run('connect', { ...inputs, 'cluster-name': name, username: 'app' });
      expect(door.annotations).toEqual([]);
      expect(door.outputs['connection-string']).toBe(strings[name].srv);
    }
    const unnamed = await stage.run('connect', { ...inputs, username: 'app' });
    expect(unnamed.annotations[0]?.message).toMatch(/has 2 clusters: "first", "second". Say which/);
  });

  it('is found by its tags where the spec gave it a name', async () => {
    const stage = setStage();
    const inputs = { ...stage.withAccount, environment: 'pr-7', 'password-seed': seed };
    const made = await stage.run('provision', {
      ...inputs,
      config: 'clusters: [{ name: preview, tier: FLEX }]\nusers: [{ username: app, roles: [readWrite@shop] }]',
    });
    const door = await stage.run('connect', { ...inputs, username: 'app' });
    expect(door.annotations).toEqual([]);
    expect(door.outputs['connection-string']).toBe(made.outputs['connection-string']);
  });
});

describe('a user that is there', () => {
  it('and cannot reach the cluster is refused, with what it reaches', async () => {
    const stage = setStage();
    stage.atlas.seedDatabaseUser({ username: 'app', password, scopes: ['reports'] });
    const door = await stage.run('connect', { ...stage.withKey, ...orders, username: 'app', password });
    expect(door.annotations[0]?.message).toMatch(/"app" may not reach cluster "orders", only reports/);
  });

  it('and bears the mark of another repository is checked by it, where its password is derived', async () => {
    const stage = setStage();
    const place = { projectId: stage.project.id, username: 'app' };
    const derived = derivePassword(seed, { ...place, clusterName: 'orders' });
    const fingerprint = derivedFingerprint({ seed, password: derived }, place);
    const description = writeMark({ repository: 'acme/other' }, { fingerprint, room: 100 });
    stage.atlas.seedDatabaseUser({ username: 'app', password: derived, description });
    const inputs = { ...stage.withKey, ...orders, username: 'app' };
    expect((await stage.run('connect', { ...inputs, 'password-seed': seed })).annotations).toEqual([]);
    const wrong = await stage.run('connect', { ...inputs, 'password-seed': 'another seed that is long enough' });
    expect(wrong.annotations[0]?.message).toMatch(/made for another repository.* is not the one that password-seed/);
  });

  it('and has a given password is handed that password as it is: nothing in Atlas could tell whether it is right', async () => {
    const stage = setStage();
    const inputs = { ...stage.withKey, ...orders, username: 'app' };
    await stage.run('provision', { ...inputs, roles: 'read@orders', password });
    const door = await stage.run('connect', { ...inputs, password });
    expect(door.annotations).toEqual([]);
    expect(stage.atlas.passwordIs('app', door.outputs.password ?? '')).toBe(true);
  });

  it('and is foreign lends nobody its roles', async () => {
    const stage = setStage();
    stage.atlas.seedDatabaseUser({ username: 'app', password });
    const door = await stage.run('connect', { ...stage.withKey, ...orders, username: 'app' });
    expect(door.annotations[0]?.message).toMatch(/"app" exists, and nobody here knows its password/);
  });

  it('and of this repository, with a password that nobody knows, gets a stand-in with the same roles', async () => {
    const stage = setStage();
    const inputs = { ...stage.withKey, ...orders, username: 'app' };
    await stage.run('provision', { ...inputs, roles: 'read@orders' });
    const door = await stage.run('connect', inputs);
    expect(door.annotations).toEqual([]);
    expect(door.outputs.username).toMatch(/^app-[0-9a-f]{8}$/);
    const standIn = stage.atlas.databaseUser(door.outputs.username ?? '');
    expect(standIn?.roles).toMatchObject([{ roleName: 'read', databaseName: 'orders' }]);
    await stage.post('connect', door);
    expect(stage.atlas.databaseUser('app')).toBeDefined();
    expect(stage.atlas.databaseUser(door.outputs.username ?? '')).toBeUndefined();
  });
});

describe('the post step', () => {
  it('does not remove a user of the same name that another job has made', async () => {
    const stage = setStage();
    const main = await stage.run('connect', { ...stage.withKey, ...orders, username: 'app' });
    const { username = '' } = main.outputs;
    stage.atlas.state.databaseUsers.length = 0;
    const description = writeMark({ repository: 'acme/shop' }, { fingerprint: '000000', room: 100 });
    stage.atlas.seedDatabaseUser({ username, password, description });
    const post = await stage.post('connect', main);
    expect(post.lines.join()).toContain(`"${username}" is of another job, and stays`);
    expect(stage.atlas.databaseUser(username)).toBeDefined();
  });

  it('has nothing to do without state', async () => {
    const stage = setStage();
    const main = await stage.run('connect', { ...stage.withAccount });
    const post = await stage.post('connect', main);
    expect([post.annotations, post.lines, stage.atlas.requests]).toEqual([[], [], []]);
  });

  it('signs in anew where the token of main is revoked', async () => {
    const stage = setStage();
    const main = await stage.run('connect', { ...stage.withAccount, ...orders });
    await stage.post('connect', { ...main, kept: { ...main.kept, 'user-name': '' } });
    const post = await stage.post('connect', main);
    expect(post.annotations).toEqual([]);
    expect(stage.atlas.state.databaseUsers).toEqual([]);
  });

  it('removes also a user that was to be kept, where its login was never handed over', async () => {
    const stage = setStage();
    const match = { method: 'GET', path: '/status', times: Number.POSITIVE_INFINITY };
    stage.atlas.faults.add({ match, kind: 'status-500' });
    const main = await stage.run('connect', { ...stage.withKey, ...orders, 'keep-user': 'true' });
    expect(main.failed()).toBe(true);
    await stage.post('connect', main);
    expect(stage.atlas.state.databaseUsers).toEqual([]);
  });
});

describe('a cluster', () => {
  it('that the environment does not have yet is said to need provision', async () => {
    const stage = setStage();
    const door = await stage.run('connect', { ...stage.withKey, environment: 'pr-7' });
    expect(door.annotations[0]?.message).toMatch(
      /has no cluster "pr-7-\w+" of environment pr-7 of acme\/shop\. Run provision first/,
    );
  });

  it.each([
    ['DELETING', true, /is being deleted\. Provision makes it again/],
    ['CREATING', false, /has no connection string yet\. Leave wait at true/],
  ] as const)('that is %s', async (state, wait, message) => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'reports', state });
    stage.atlas.seedDatabaseUser({ username: 'app', password });
    const inputs = { 'cluster-name': 'reports', username: 'app', password, wait: String(wait) };
    const door = await stage.run('connect', { ...stage.withKey, ...inputs });
    expect(door.annotations[0]?.message).toMatch(message);
  });

  it('that is CREATING is waited for', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'reports', state: 'CREATING' });
    const door = await stage.run('connect', { ...stage.withKey, 'cluster-name': 'reports' });
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'minted']);
  });

  it('on Flex is given the time that a new user takes', async () => {
    const stage = setStage();
    const tags = [
      { key: 'gha-repository', value: 'acme;shop' },
      { key: 'gha-environment', value: 'pr-7' },
    ];
    stage.atlas.seedCluster({
      name: clusterNameOf({ repository: 'acme/shop', name: 'pr-7' }),
      tier: 'FLEX',
      tags,
    });
    const before = stage.time.now();
    const door = await stage.run('connect', { ...stage.withKey, environment: 'pr-7' });
    expect(door.annotations).toEqual([]);
    expect(stage.time.now() - before).toBeGreaterThanOrEqual(15_000);
  });
});

describe('user-expires-in-hours', () => {
  it.each(['0', '161', 'soon'])('cannot be %s', async (hours) => {
    const stage = setStage();
    const door = await stage.run('connect', { ...stage.withKey, ...orders, 'user-expires-in-hours': hours });
    expect(door.annotations[0]?.message).toContain('user-expires-in-hours');
    expect(stage.atlas.requests).toEqual([]);
  });
});

describe('save-as-secret', () => {
  const secret = { 'save-as-secret': 'MONGODB_URI' };

  function withGitHub(permissions: Readonly<Record<string, 'read' | 'write'>>) {
    const stage = setStage();
    stage.atlas.seedDatabaseUser({ username: 'app', password });
    const github = createGitHubSimulator({ clock: stage.time });
    const shop = github.seedRepository({ name: 'acme/shop', isPrivate: true });
    const token = github.seedPersonalToken(shop, permissions);
    const both: typeof fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      return (url.startsWith('https://api.github.com') ? github : stage.atlas).fetch(input, init);
    };
    const run = (inputs: Readonly<Record<string, string>>) =>
      stage.run(
        'connect',
        { ...stage.withKey, ...orders, ...secret, 'github-token': token, ...inputs },
        { fetch: both },
      );
    return { stage, shop, run };
  }

  it('stores the login of a lasting user', async () => {
    const { run, shop } = withGitHub({ secrets: 'write' });
    const door = await run({ username: 'app', password });
    expect(door.annotations).toEqual([]);
    expect(shop.vault.secrets.has('MONGODB_URI')).toBe(true);
  });

  it('that GitHub refuses is red with its words, and the connection is not lost', async () => {
    const { run } = withGitHub({ secrets: 'read' });
    const door = await run({ username: 'app', password });
    expect(door.annotations).toHaveLength(1);
    expect(door.annotations[0]?.message).toMatch(
      /Could not save a secret in the repository acme\/shop: GitHub answered 40/,
    );
    expect(door.outputs['connection-string']).toMatch(/^mongodb\+srv:\/\/app:/);
  });

  it('does not store what the end of the job makes worthless', async () => {
    const { run, stage } = withGitHub({ secrets: 'write' });
    const door = await run({});
    expect(door.annotations[0]?.message).toMatch(/removed when this job ends.*Set keep-user: true/);
    expect(stage.atlas.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    expect((await run({ 'keep-user': 'true' })).annotations).toEqual([]);
  });
});
