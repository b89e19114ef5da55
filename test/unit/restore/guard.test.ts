import { describe, expect, it } from 'vitest';
import { rewriting } from '../../support/rewriting-fetch.ts';
import { setStage } from '../../support/stage.ts';
import { failureOf, intoItself, intoStaging, restoreStage, spoilt } from './stage.ts';

const none = { ...intoItself, 'confirm-overwrite': '' };

describe('nothing is overwritten without a confirmation', () => {
  it.each([
    ['into the source itself', none, /would replace all data of cluster "orders" .* set confirm-overwrite: orders/],
    ['into another cluster', { ...intoStaging, 'confirm-overwrite': '' }, /set confirm-overwrite: staging/],
    [
      'with the name of the source',
      { ...intoStaging, 'confirm-overwrite': 'orders' },
      /"orders" is not the target, which is "staging"/,
    ],
    ['with another spelling', { ...intoItself, 'confirm-overwrite': 'Orders' }, /"Orders" is not the target/],
  ])('%s', async (_, inputs, message) => {
    const stage = restoreStage();
    const door = await stage.run('restore', { ...stage.withAccount, ...inputs });
    expect(failureOf(door)).toMatch(message);
    expect(stage.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
    expect(stage.atlas.dataOf(stage.cluster)).toEqual(spoilt);
  });

  it('not even in an environment of another repository, or a cluster that only looks like a preview', async () => {
    const stage = restoreStage();
    stage.atlas.seedCluster({
      name: 'theirs',
      tags: [
        { key: 'gha-repository', value: 'evil;shop' },
        { key: 'gha-environment', value: 'pr-7' },
      ],
    });
    stage.atlas.seedCluster({ name: 'ours-named', tags: [{ key: 'gha-repository', value: 'acme;shop' }] });
    for (const name of ['theirs', 'ours-named']) {
      const door = await stage.run('restore', { ...stage.withAccount, ...none, 'target-cluster-name': name });
      expect(failureOf(door)).toContain(`set confirm-overwrite: ${name}`);
    }
    const claimed = await stage.run('restore', {
      ...stage.withAccount,
      ...none,
      'target-cluster-name': 'theirs',
      environment: 'pr-7',
    });
    expect(failureOf(claimed)).toContain('does not belong to environment pr-7 of acme/shop');
  });
});

describe('what cannot work is told before anything is sent, all at once', () => {
  it('source, target and snapshot that are not there', async () => {
    const stage = restoreStage();
    const door = await stage.run('restore', {
      ...stage.withAccount,
      'cluster-name': 'order',
      snapshot: 'latest',
      'target-cluster-name': 'stagging',
      'confirm-overwrite': 'stagging',
    });
    expect(failureOf(door)).toMatch(
      /^This cannot be restored; nothing was restored\.\n- cluster-name: there is no cluster "order" .* Did you mean "orders"\? .*\n- target-cluster-name: there is no cluster "stagging" .* Did you mean "staging"\?/,
    );
  });

  it('a target of another tier, version and topology', async () => {
    const stage = restoreStage();
    const seeds = [
      { name: 'free', tier: 'M0', message: /"free" is a free cluster \(M0\): nothing can be restored into it/ },
      { name: 'flexible', tier: 'FLEX', message: /"flexible" is a Flex cluster, which takes only snapshots of Flex/ },
      {
        name: 'older',
        version: '7.0',
        message: /is of MongoDB 8\.0\.29, and "older" runs 7\.0\.40: Atlas restores only into the same major/,
      },
      { name: 'asleep', paused: true, message: /"asleep" is paused/ },
      { name: 'going', state: 'DELETING' as const, message: /"going" .* is being deleted/ },
      { name: 'wide', tier: 'M30', shards: 2, message: /is of a replica set, and "wide" is sharded/ },
    ];
    for (const { message, ...seed } of seeds) {
      stage.atlas.seedCluster(seed);
      const target = { 'target-cluster-name': seed.name, 'confirm-overwrite': seed.name };
      const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, ...target });
      expect([seed.name, failureOf(door)]).toEqual([seed.name, expect.stringMatching(message)]);
    }
    expect(stage.atlas.state.restoreJobs).toEqual([]);
  });

  it('a sharded snapshot and a target with another number of shards', async () => {
    const stage = restoreStage();
    const events = stage.atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    stage.atlas.seedSnapshot({ cluster: events });
    stage.atlas.seedCluster({ name: 'wider', tier: 'M30', shards: 3 });
    const door = await stage.run('restore', {
      ...stage.withAccount,
      'cluster-name': 'events',
      snapshot: 'latest',
      'target-cluster-name': 'wider',
      'confirm-overwrite': 'wider',
    });
    expect(failureOf(door)).toMatch(/has 2 shards, and "wider" 3/);
    const itself = await stage.run('restore', {
      ...stage.withAccount,
      'cluster-name': 'events',
      snapshot: 'latest',
      'confirm-overwrite': 'events',
    });
    expect(itself.annotations).toEqual([]);
  });

  it('other config servers; one that is embedded is a shard of its own', async () => {
    const stage = restoreStage();
    const events = stage.atlas.seedCluster({ name: 'events', tier: 'M30', shards: 3, backupEnabled: true });
    stage.atlas.seedSnapshot({ cluster: events });
    const inputs = { ...intoItself, 'cluster-name': 'events', 'confirm-overwrite': 'events', 'dry-run': 'true' };
    const members = ['config-0', 'shard-1', 'shard-2'].map((replicaSetName) => ({ replicaSetName }));
    const dryRun = (configServerType: string) =>
      stage.run(
        'restore',
        { ...stage.withAccount, ...inputs },
        {
          fetch: rewriting(stage.atlas.fetch, [
            {
              of: /^GET .*\/snapshots\/shardedClusters$/,
              to: (page) => ({ ...page, results: page.results?.map((one) => ({ ...one, configServerType, members })) }),
            },
          ]),
        },
      );
    expect((await dryRun('EMBEDDED')).annotations).toEqual([]);
    expect(failureOf(await dryRun('DEDICATED'))).toMatch(/has DEDICATED config servers, and "events" EMBEDDED ones/);
  });

  it('another encryption at rest', async () => {
    const stage = restoreStage();
    Object.assign(stage.staging.settings, { others: { encryptionAtRestProvider: 'AWS' } });
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging });
    expect(failureOf(door)).toMatch(/Encryption at rest differs: "orders" has NONE, "staging" has AWS/);
  });

  it('a free source, a snapshot that is not completed, or that expires within the hour', async () => {
    const stage = restoreStage();
    stage.atlas.seedCluster({ name: 'playground', tier: 'M0' });
    const free = await stage.run('restore', { ...stage.withAccount, ...intoStaging, 'cluster-name': 'playground' });
    expect(failureOf(free)).toMatch(/"playground" is a free cluster \(M0\), which has no cloud backup/);
    const running = stage.atlas.seedSnapshot({ cluster: stage.cluster, status: 'inProgress' });
    const early = await stage.run('restore', { ...stage.withAccount, ...intoStaging, snapshot: running.id });
    expect(failureOf(early)).toContain(`Snapshot ${running.id} is inProgress, not completed`);
    const old = stage.atlas.seedSnapshot({
      cluster: stage.cluster,
      at: stage.time.now() - 7 * 86_400_000 + 1_800_000,
    });
    const late = await stage.run('restore', { ...stage.withAccount, ...intoStaging, snapshot: old.id });
    expect(failureOf(late)).toMatch(/expires at .*, too soon to restore from it/);
  });

  it('a moment in the future, or before the restore window', async () => {
    const stage = restoreStage();
    stage.atlas.seedCluster({ name: 'ledger', backupEnabled: true, pitEnabled: true });
    const at = async (moment: string) =>
      failureOf(
        await stage.run('restore', {
          ...stage.withAccount,
          'cluster-name': 'ledger',
          'confirm-overwrite': 'ledger',
          'point-in-time': moment,
        }),
      );
    expect(await at('2026-11-22T12:00:00Z')).toContain('2026-11-22T12:00:00Z lies in the future');
    expect(await at('2026-11-01T12:00:00Z')).toMatch(
      /before the restore window of "ledger", which is 7 days and begins at 2026-11-14/,
    );
    expect(stage.atlas.state.restoreJobs).toEqual([]);
  });

  it('a target that does not fit a moment', async () => {
    const stage = restoreStage();
    const ledger = stage.atlas.seedCluster({ name: 'ledger', backupEnabled: true, pitEnabled: true });
    stage.atlas.seedSnapshot({ cluster: ledger, at: stage.time.now() - 86_400_000 });
    stage.atlas.seedCluster({ name: 'wide', tier: 'M30', shards: 2, version: '7.0' });
    const door = await stage.run(
      'restore',
      {
        ...stage.withAccount,
        'cluster-name': 'ledger',
        'point-in-time': String(stage.time.now() / 1_000 - 600),
        'target-cluster-name': 'wide',
        'confirm-overwrite': 'wide',
        'dry-run': 'true',
      },
      {
        fetch: (input, init) =>
          String(input).endsWith('/backup/schedule')
            ? Promise.resolve(Response.json({ restoreWindowDays: 7 }))
            : stage.atlas.fetch(input, init),
      },
    );
    expect(failureOf(door)).toMatch(/is of a replica set, and "wide" is sharded[\s\S]*and "wide" runs 7\.0\.40/);
  });

  it('a moment without continuous backup', async () => {
    const stage = restoreStage();
    const door = await stage.run('restore', {
      ...stage.withAccount,
      ...intoStaging,
      snapshot: '',
      'point-in-time': '2026-11-21T11:30:00Z',
    });
    expect(failureOf(door)).toMatch(/Continuous backup is off for "orders"/);
  });
});

describe('inputs that make no sense together are refused before any request', () => {
  it.each([
    ['nothing to restore', { snapshot: '' }, /snapshot, point-in-time or oplog is required/],
    ['two sources', { 'point-in-time': '2026-11-21T11:30:00Z' }, /snapshot and point-in-time are both given/],
    ['a time without its zone', { snapshot: '', 'point-in-time': '2026-11-21T11:30:00' }, /is not a moment such as/],
    [
      'a day that does not exist',
      { snapshot: '', 'point-in-time': '2026-13-21T11:30:00Z' },
      /is no moment of the calendar/,
    ],
    [
      'a day that its month does not have',
      { snapshot: '', 'point-in-time': '2026-02-30T11:30:00Z' },
      /is no moment of the calendar/,
    ],
    ['a snapshot before such a day', { snapshot: 'before:2026-11-31T00:00Z' }, /is no moment of the calendar/],
    ['milliseconds', { snapshot: '', 'point-in-time': '1763726400000' }, /is not a moment such as/],
    ['a time before there was Atlas', { snapshot: '', 'point-in-time': '1100000000' }, /not before 2008/],
    ['an unknown selector', { snapshot: 'newest' }, /is not a snapshot: its id, latest, run:/],
    [
      'a download into a cluster',
      { delivery: 'download' },
      /so target-cluster-name, confirm-overwrite cannot go with it/,
    ],
    ['a suffix for everything', { 'database-suffix': '_x' }, /database-suffix: only for databases or collections/],
    [
      'a collection of a database that is there',
      { databases: 'a', collections: 'a.b' },
      /a\.b would come with its database/,
    ],
    ['a password of nobody', { password: 'x' }, /password needs username/],
    [
      'too many databases',
      { databases: Array.from({ length: 101 }, (_, n) => `d${n}`).join() },
      /at most 100 in one job, not 101/,
    ],
    [
      'a name that gets too long',
      { databases: 'd'.repeat(60), 'database-suffix': '_long' },
      /longer than the 63 bytes/,
    ],
  ])('%s', async (_, inputs, message) => {
    const stage = setStage();
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, ...inputs });
    expect(failureOf(door)).toMatch(message);
    expect(stage.atlas.requests).toEqual([]);
  });
});
