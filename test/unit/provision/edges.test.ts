import { describe, expect, it } from 'vitest';
import { clusterNameOf } from '../../../src/environment/environment.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import { stateOf } from '../../../src/simulator/world/cluster-lifecycle.ts';
import { isApplied } from '../../../src/simulator/world/roll-out.ts';
import { runVariables, setStage } from '../../support/stage.ts';

const environment = { environment: 'pr-7', 'password-seed': 'a seed of the test, long enough' };
const name = clusterNameOf({ repository: 'acme/shop', name: 'pr-7' });
const repository = 'acme/shop';

type Stage = ReturnType<typeof setStage>;

const clusterNamed = (stage: Stage, wanted = name) => stage.atlas.state.clusters.findLast((one) => one.name === wanted);
const writes = (stage: Stage, since = 0) =>
  stage
    .calls()
    .slice(since)
    .filter((call) => !call.startsWith('GET'));
const message = ({ annotations }: { annotations: readonly { message: string }[] }) => annotations[0]?.message ?? '';

/** Another job removes everything of a project, when users and entries have been read and the cluster has not. */
function removedMeanwhile({ atlas }: Stage): typeof fetch {
  const { state } = atlas;
  const [isGone, seen] = [Promise.withResolvers<void>(), new Set<string>()];
  return async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (url.endsWith('lusters/shop')) await isGone.promise;
    const answer = await atlas.fetch(input, init);
    const kind = ['/databaseUsers/', '/accessList'].find((part) => url.includes(part));
    if (kind && !seen.has(kind) && seen.add(kind).size === 2) {
      state.clusters.splice(0);
      state.databaseUsers.splice(0);
      state.accessEntries.splice(0);
      isGone.resolve();
    }
    return answer;
  };
}

describe('what is removed while it is being read', () => {
  const spec = (user: string) =>
    [
      `users: [{ username: app, ${user}roles: [readWriteAnyDatabase@admin] }]`,
      'clusters: [{ name: shop, tier: FLEX, provider: AWS, region: us-east-1 }]',
      'network-access: [{ address: 198.51.100.7 }]',
    ].join('\n');

  it('is made anew, and not only the cluster', async () => {
    const stage = setStage();
    const inputs = { ...stage.withAccount, config: spec('password: a password of the test, ') };
    expect((await stage.run('provision', inputs)).annotations).toEqual([]);
    const door = await stage.run('provision', inputs, { fetch: removedMeanwhile(stage) });
    const { clusters, databaseUsers, accessEntries } = stage.atlas.state;
    expect([door.annotations, clusters.map((cluster) => cluster.name)]).toEqual([[], ['shop']]);
    expect(databaseUsers.map(({ username }) => username)).toEqual(['app']);
    expect(accessEntries).toHaveLength(1);
  });

  it('is made anew with its user, also where nobody knew its password', async () => {
    const stage = setStage();
    const inputs = { ...stage.withAccount, config: spec('') };
    await stage.run('provision', inputs);
    const door = await stage.run('provision', inputs, { fetch: removedMeanwhile(stage) });
    expect(door.annotations).toEqual([]);
    expect(stage.atlas.state.databaseUsers.map(({ username }) => username)).toContain('app');
    const { username = '', password = '' } = door.outputs;
    expect(stage.atlas.passwordIs(username, password)).toBe(true);
  });
});

describe('a cluster is usable', () => {
  it('of the Flex tier only some time after a user was added to it', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...environment });
    stage.time.advance(600_000);
    const at = stage.time.now();
    const door = await stage.run('provision', { ...stage.withAccount, ...environment, username: 'second' });
    expect(door.annotations).toEqual([]);
    expect(stage.time.now() - at).toBeGreaterThanOrEqual(20_000);
    expect(door.lines.join('\n')).toContain('does not say when a Flex cluster knows its users');
  });

  it('of the free tier only when it has calmed down after its new user', async () => {
    const stage = setStage();
    stage.atlas.state.durations['clusterUpdate.tenantUser'] = 50;
    await stage.run('provision', { ...stage.withAccount, ...environment, tier: 'M0' });
    const door = await stage.run('provision', { ...stage.withAccount, ...environment, username: 'second' });
    const cluster = clusterNamed(stage);
    expect([door.annotations, cluster && stateOf(cluster, stage.time.now())]).toEqual([[], 'IDLE']);
    expect(cluster && isApplied(cluster, stage.time.now())).toBe(true);
  });

  it('after the one of its name that is being deleted is gone', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...environment });
    const before = clusterNamed(stage)?.id;
    const cluster = clusterNamed(stage);
    if (cluster) {
      stage.atlas.playStates(cluster, [['DELETING']]);
      cluster.goneAt = stage.time.now() + 30_000;
    }
    const door = await stage.run('provision', { ...stage.withAccount, ...environment });
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'created']);
    expect(clusterNamed(stage)?.id).not.toBe(before);
  });

  it('after it was resumed, where the author asks for that', async () => {
    const stage = setStage();
    const inputs = { ...stage.withAccount, 'cluster-name': 'orders', resume: 'true' };
    const cluster = clusterNamed(stage, 'orders');
    if (cluster) cluster.settings = { ...cluster.settings, paused: true };
    const unasked = await stage.run('provision', { ...inputs, resume: '' });
    expect(message(unasked)).toContain('cluster "orders" is paused');
    expect(message(unasked)).toContain('Set resume: true');
    expect(writes(stage)).toEqual([]);
    const door = await stage.run('provision', inputs);
    expect(door.annotations.map(({ level }) => level)).toEqual(['notice']);
    expect(clusterNamed(stage, 'orders')?.settings.paused).toBe(false);
    expect(writes(stage)).toEqual(['PATCH /clusters/orders 200']);
  });

  it('is not claimed where nobody wants to wait', async () => {
    const stage = setStage();
    const door = await stage.run('provision', { ...stage.withAccount, ...environment, tier: 'M10', wait: 'false' });
    expect([door.annotations, door.outputs['connection-string'] ?? '']).toEqual([[], '']);
    expect(door.outputs).toMatchObject({ outcome: 'created', 'cluster-name': name, username: name });
    expect(door.summaries.join()).toContain('nobody has checked');
  });
});

describe('the access list', () => {
  const config = (more = '') => `
clusters: [{ name: orders }]
network-access:
  - { address: 198.51.100.7, comment: office${more} }
`;
  const spec = (more?: string) => ({ config: config(more) });

  it('is waited for, though an earlier run wrote the entry', async () => {
    const stage = setStage();
    stage.atlas.scriptNextAccessEntry({ afterSeconds: 100 });
    await stage.run('provision', { ...stage.withAccount, ...spec(), wait: 'false' });
    const at = stage.time.now();
    const door = await stage.run('provision', { ...stage.withAccount, ...spec() });
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'unchanged']);
    expect(stage.time.now() - at).toBeGreaterThan(90_000);
  });

  it('gets an entry again that a write of somebody else has swallowed', async () => {
    const stage = setStage();
    let swallowed = false;
    const swallowing: typeof fetch = async (input, init) => {
      const response = await stage.atlas.fetch(input, init);
      const isAdding = init?.method === 'POST' && String(input).endsWith('/accessList');
      if (isAdding && !swallowed) {
        swallowed = true;
        stage.atlas.state.accessEntries.length = 0;
      }
      return response;
    };
    const door = await stage.run('provision', { ...stage.withAccount, ...spec() }, { fetch: swallowing });
    expect(door.annotations).toEqual([]);
    expect(stage.atlas.state.accessEntries).toHaveLength(1);
    expect(door.lines.join('\n')).toContain('writing it again');
  });

  it('is written again after a 401 that only stands for a clash, and rights that are missing are told', async () => {
    const stage = setStage();
    const adding = { method: 'POST', path: '/accessList' };
    stage.atlas.faults.add({ match: adding, kind: 'status-401' });
    expect((await stage.run('provision', { ...stage.withAccount, ...spec() })).annotations).toEqual([]);
    stage.atlas.faults.add({ match: { ...adding, times: Number.POSITIVE_INFINITY }, kind: 'status-401' });
    const door = await stage.run('provision', { ...stage.withAccount, ...spec(', expires-in-hours: 2') });
    expect(door.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    const other = await stage.run('provision', {
      ...stage.withAccount,
      config: config().replace('198.51.100.7', '198.51.100.8'),
    });
    expect(message(other)).toMatch(/401 USER_UNAUTHORIZED[\s\S]*Project Network Access Manager/);
  });

  it('keeps a permanent entry permanent when its comment changes', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...spec() });
    const door = await stage.run('provision', {
      ...stage.withAccount,
      config: config(', expires-in-hours: 5').replace('office', 'home'),
    });
    expect(door.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(stage.atlas.state.accessEntries.at(-1)).toMatchObject({ comment: expect.stringContaining('home') });
    expect(stage.atlas.state.accessEntries.at(-1)?.deleteAfter).toBeUndefined();
  });

  it('never cuts a life short, nor forgets a comment', async () => {
    const stage = setStage();
    const own = writeMark({ repository }, { room: 60 });
    const deleteAfter = stage.time.now() + 24 * 3_600_000;
    stage.atlas.seedAccessEntry({ entry: '198.51.100.7', comment: `old words ${own}`, deleteAfter });
    await stage.run('provision', { ...stage.withAccount, ...spec(', expires-in-hours: 2') });
    expect(stage.atlas.state.accessEntries.at(-1)).toMatchObject({
      deleteAfter,
      comment: expect.stringMatching(/^office /),
    });
    await stage.run('provision', { ...stage.withAccount, config: config().replace(', comment: office', '') });
    const entry = stage.atlas.state.accessEntries.at(-1);
    expect([entry?.comment?.startsWith('office '), entry?.deleteAfter]).toEqual([true, undefined]);
  });

  it('leaves the entries of others as they are', async () => {
    const stage = setStage();
    stage.atlas.seedAccessEntry({ entry: '198.51.100.7', comment: 'of somebody else' });
    const door = await stage.run('provision', { ...stage.withAccount, ...spec() });
    expect([door.annotations, writes(stage)]).toEqual([[], []]);
  });

  it('does not overwrite what somebody else has added while a cluster was waited for', async () => {
    const stage = setStage();
    stage.atlas.state.durations['clusterDelete.M10'] = 300;
    const address = '198.51.100.7';
    const inputs = {
      ...stage.withAccount,
      ...environment,
      config: `clusters: [{ tier: M10 }]\nnetwork-access: [{ address: ${address}, comment: office }]`,
    };
    await stage.run('provision', { ...stage.withAccount, ...environment, tier: 'M10' });
    await stage.run('teardown', { ...stage.withAccount, ...environment, wait: 'false' });
    let seeded = false;
    const meanwhile: typeof fetch = async (input, init) => {
      const isCreation = init?.method === 'POST' && String(input).endsWith('/clusters');
      if (isCreation && !seeded) stage.atlas.seedAccessEntry({ entry: address, comment: 'foreign' });
      seeded ||= isCreation;
      return await stage.atlas.fetch(input, init);
    };
    const door = await stage.run('provision', inputs, { fetch: meanwhile });
    expect([door.failed(), seeded]).toEqual([false, true]);
    expect(door.lines.join('\n')).toContain(`Somebody else has added ${address} to the IP access list meanwhile`);
    expect(stage.atlas.state.accessEntries.map(({ comment }) => comment)).toEqual(['office', 'foreign']);
  });

  it('of another environment lives as long as the last that uses it, and stays its own', async () => {
    const stage = setStage();
    const entry = 'clusters: [{ tier: FLEX }]\nnetwork-access: [{ address: 198.51.100.7, comment: office }]';
    const inputs = { ...stage.withAccount, config: entry };
    await stage.run('provision', { ...inputs, environment: 'pr-1' });
    const before = stage.atlas.state.accessEntries.at(-1)?.comment;
    stage.time.advance(71 * 3_600_000);
    const door = await stage.run('provision', { ...inputs, environment: 'pr-2' });
    expect(door.annotations).toEqual([]);
    const after = stage.atlas.state.accessEntries.at(-1);
    expect(after?.comment).toBe(before);
    expect(after?.deleteAfter).toBeGreaterThan(stage.time.now() + 71 * 3_600_000);
  });

  it('that is foreign and ends before the environment is told of', async () => {
    const stage = setStage();
    stage.atlas.seedAccessEntry({
      entry: '198.51.100.7',
      comment: 'foreign',
      deleteAfter: stage.time.now() + 3 * 3_600_000,
    });
    const door = await stage.run('provision', { ...stage.withAccount, ...spec() });
    expect(door.annotations).toEqual([
      { level: 'notice', message: expect.stringMatching(/198\.51\.100\.7 was made by somebody else, who lets it end/) },
    ]);
    expect(writes(stage)).toEqual([]);
  });

  it('whose entry failed is told with what to do', async () => {
    const stage = setStage();
    stage.atlas.scriptNextAccessEntry({ status: 'FAILED', afterSeconds: 1 });
    const door = await stage.run('provision', { ...stage.withAccount, ...spec() });
    expect(message(door)).toMatch(/could not activate 198\.51\.100\.7[\s\S]*Remove the entry/);
  });
});

describe('users', () => {
  it('two runs at once that both make one with a random password end green, each with a user of its own', async () => {
    const stage = setStage();
    const inputs = { ...stage.withAccount, environment: 'pr-7' };
    const doors = await Promise.all([stage.run('provision', inputs), stage.run('provision', inputs)]);
    expect(doors.flatMap(({ annotations }) => annotations)).toEqual([]);
    for (const { outputs } of doors) {
      expect(stage.atlas.passwordIs(outputs.username ?? '', outputs.password ?? '')).toBe(true);
    }
    expect(new Set(doors.map(({ outputs }) => outputs.username)).size).toBe(2);
  });

  it('are not made for a cluster that is neither in the spec nor in the project', async () => {
    const stage = setStage();
    const config = (cluster: string) =>
      `clusters: [{ name: reports, tier: FLEX, region: US_EAST_1 }]\nusers: [{ username: app, roles: [read@a], password: long enough 1, clusters: [${cluster}] }]`;
    const door = await stage.run('provision', { ...stage.withAccount, config: config('order') });
    expect(message(door)).toMatch(/names the cluster "order".*did you mean "orders"/);
    expect(writes(stage)).toEqual([]);
    const other = await stage.run('provision', { ...stage.withAccount, config: config('orders') });
    expect(other.annotations.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('each cluster is handed over with the first user that may reach it', async () => {
    const stage = setStage();
    const config = `
clusters:
  - { name: one, tier: FLEX, region: US_EAST_1 }
  - { name: two, tier: FLEX, region: US_EAST_1 }
users:
  - { username: first, roles: [readWrite@a], password: "long enough 1", clusters: [one] }
  - { username: second, roles: [readWrite@a], password: "long enough 2", clusters: [two] }
`;
    const door = await stage.run('provision', { ...stage.withAccount, config });
    const strings = JSON.parse(door.outputs['connection-strings'] ?? '{}');
    expect([strings.one.srv, strings.two.srv].map((uri: string) => new URL(uri).username)).toEqual(['first', 'second']);
    expect(door.outputs.username).toBe('first');
  });

  it('with X.509 never expire, since Atlas does not let them', async () => {
    const stage = setStage();
    const config = `
clusters: [{ tier: FLEX }]
users: [{ username: CN=app, roles: [readWrite@a], authentication: x509-customer }]
`;
    const door = await stage.run('provision', { ...stage.withAccount, environment: 'pr-7', config });
    expect(door.annotations).toEqual([]);
    const user = stage.atlas.state.databaseUsers.find(({ username }) => username === 'CN=app');
    expect([user?.deleteAfter, user?.description]).toEqual([undefined, expect.stringContaining('[gha ')]);
  });

  it.each([{}, { 'password-seed': environment['password-seed'] }])(
    'of others are never changed on the way: %j',
    async (more) => {
      const stage = setStage();
      stage.atlas.seedDatabaseUser({ username: 'legacy', password: 'of somebody else', roles: ['read@orders'] });
      await stage.run('provision', { ...stage.withAccount, 'cluster-name': 'orders', username: 'legacy', ...more });
      expect(stage.atlas.databaseUser('legacy')?.roles).toMatchObject([{ roleName: 'read', databaseName: 'orders' }]);
      expect([stage.atlas.passwordIs('legacy', 'of somebody else'), writes(stage)]).toEqual([true, []]);
    },
  );

  it('of others are not taken over, whoever made them first', async () => {
    const stage = setStage();
    stage.atlas.seedDatabaseUser({ username: name, password: 'of somebody else' });
    const door = await stage.run('provision', { ...stage.withAccount, ...environment });
    expect(message(door)).toContain('was not made by this suite');
    expect([writes(stage), stage.atlas.passwordIs(name, 'of somebody else')]).toEqual([[], true]);
  });
});

describe('a step that ends half-way', () => {
  it('has handed over where things are, so that teardown finds them', async () => {
    const stage = setStage();
    const door = await stage.run('provision', {
      ...stage.withAccount,
      ...environment,
      tier: 'M10',
      'timeout-minutes': '2',
    });
    expect(message(door)).toMatch(/did not finish within the 2 minutes[\s\S]*run the step again/);
    expect(door.outputs).toMatchObject({ 'project-id': stage.project.id, 'cluster-name': name });
    expect([door.outputs['connection-string'], door.outputs.outcome]).toEqual([undefined, undefined]);
    expect(JSON.parse(door.outputs.plan ?? '').steps).toHaveLength(3);
  });

  it('makes no user for a cluster that Atlas refuses', async () => {
    const stage = setStage();
    stage.atlas.faults.add({
      match: { method: 'POST', path: '/flexClusters' },
      kind: 'error',
      errorCode: 'OUT_OF_CAPACITY',
      status: 409,
    });
    const door = await stage.run('provision', { ...stage.withAccount, ...environment });
    expect(message(door)).toMatch(/OUT_OF_CAPACITY[\s\S]*Choose another region/);
    expect(stage.atlas.databaseUser(name)).toBeUndefined();
  });
});

describe('what Atlas refuses is told with what to do', () => {
  it('a second free cluster', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...environment, tier: 'M0' });
    const door = await stage.run('provision', {
      ...stage.withAccount,
      ...environment,
      environment: 'pr-8',
      tier: 'M0',
    });
    expect(message(door)).toMatch(/one free cluster \(M0\)[\s\S]*FLEX/);
  });

  it('a weak password', async () => {
    const stage = setStage();
    const door = await stage.run('provision', { ...stage.withAccount, environment: 'pr-7', password: 'short' });
    expect(message(door)).toMatch(/password/i);
    expect(message(door)).not.toContain('short"');
  });

  it('a cluster that somebody else has made in the meantime is not taken over', async () => {
    const stage = setStage();
    const racing: typeof fetch = async (input, init) => {
      if (init?.method === 'POST' && String(input).endsWith('/clusters') && !clusterNamed(stage, 'reports')) {
        stage.atlas.seedCluster({ name: 'reports' });
      }
      return await stage.atlas.fetch(input, init);
    };
    const inputs = { ...stage.withAccount, 'cluster-name': 'reports', tier: 'M10', region: 'US_EAST_1' };
    const door = await stage.run('provision', inputs, { fetch: racing });
    expect(message(door)).toContain('has just been made by somebody else');
  });
});

describe('a dry run', () => {
  it.each([
    ['a new project', { 'project-name': 'previews', ...environment }],
    ['a random password', { 'project-name': 'shop', environment: 'pr-7' }],
  ])('writes nothing and says what it would be about: %s', async (_, inputs) => {
    const stage = setStage();
    const owner = stage.atlas.seedServiceAccount({ roles: ['Organization Owner'] });
    const login = { 'client-id': owner.clientId, 'client-secret': owner.secret };
    const door = await stage.run(
      'provision',
      { ...login, ...inputs, 'dry-run': 'true' },
      { variables: runVariables() },
    );
    expect(door.annotations).toEqual([]);
    expect(door.outputs).toMatchObject({ outcome: 'planned', 'cluster-name': name });
    expect([door.outputs.password, door.outputs['connection-string']]).toEqual([undefined, undefined]);
    expect(writes(stage)).toEqual([]);
  });
});
