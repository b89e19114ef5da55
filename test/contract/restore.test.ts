import { describe, expect, it } from 'vitest';
import { findCluster } from '../../src/atlas/any-cluster.ts';
import { readOrFail, waitUntilIdle } from '../../src/atlas/cluster-readiness.ts';
import { createFlexRestoreJob, listFlexRestoreJobs } from '../../src/atlas/flex-restore-jobs.ts';
import { download, flexRestore, waitUntilRestored, wholeRestore } from '../../src/atlas/restore-completion.ts';
import { createRestoreJob, listRestoreJobs, restoreStateOf } from '../../src/atlas/restore-jobs.ts';
import { deleteSnapshot } from '../../src/atlas/snapshots.ts';
import { checkedFetch } from '../support/checked-fetch.ts';
import { contractAvailable } from '../support/openapi.ts';
import { loadScenario, replay, scenarioNames } from '../support/recordings.ts';
import { testAccount, testClient } from '../support/test-client.ts';
import { restoreStage } from '../unit/restore/stage.ts';

describe.skipIf(!contractAvailable)('what restore says to Atlas, and what the simulator answers', () => {
  it('keeps to the specification on every path', async () => {
    const stage = restoreStage();
    const { atlas, time } = stage;
    const events = atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    atlas.seedSnapshot({ cluster: events });
    const databases = { any: { thing: 1 } };
    const ledger = atlas.seedCluster({ name: 'ledger', backupEnabled: true, pitEnabled: true, databases });
    atlas.seedSnapshot({ cluster: ledger, at: time.now() - 86_400_000 });
    const flexible = atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    atlas.seedFlexSnapshot({ cluster: flexible });
    atlas.seedCluster({ name: 'copy', tier: 'FLEX' });
    const checked = checkedFetch(atlas.fetch);
    const run = async (inputs: Readonly<Record<string, string>>) => {
      const all = { ...stage.withKey, snapshot: 'latest', ...inputs };
      const door = await stage.run('restore', all, { fetch: checked.fetch });
      expect([inputs, door.annotations]).toEqual([inputs, []]);
    };
    const moment = String(Math.floor(time.now() / 1_000) - 600);
    const whole = (name: string) => ({ 'cluster-name': name, 'confirm-overwrite': name });
    await run({ ...whole('orders') });
    await run({
      ...whole('staging'),
      'cluster-name': 'orders',
      'target-cluster-name': 'staging',
      'safety-snapshot': 'true',
    });
    await run(whole('events'));
    await run({ ...whole('ledger'), snapshot: '', 'point-in-time': moment });
    await run({ ...whole('ledger'), snapshot: '', oplog: `${moment}:1` });
    await run({ 'cluster-name': 'flexible', 'target-cluster-name': 'copy', 'confirm-overwrite': 'copy' });
    for (const name of ['orders', 'events', 'flexible']) await run({ 'cluster-name': name, delivery: 'download' });
    const named = { 'cluster-name': 'orders', 'target-cluster-name': 'staging', 'confirm-overwrite': 'staging' };
    await run({
      ...named,
      databases: 'orders',
      collections: 'customers.people',
      environment: 'pr-1',
      'collection-suffix': '_x',
    });
    await run({
      ...named,
      collections: 'orders.lines',
      'write-strategy': 'overwrite-existing',
      'index-strategy': 'none',
    });
    await run({
      ...whole('ledger'),
      snapshot: '',
      'point-in-time': moment,
      databases: 'any',
      'write-strategy': 'overwrite-existing',
      'index-strategy': 'all-except-ttl',
    });
    expect(checked.problems).toEqual([]);
    expect([...checked.operations]).toEqual(
      expect.arrayContaining([
        'createGroupClusterBackupRestoreJob',
        'createGroupClusterCollectionRestoreJob',
        'createGroupFlexClusterBackupRestoreJob',
        'downloadGroupFlexClusterBackup',
        'getGroupClusterBackupSchedule',
        'listGroupClusterCollectionRestoreJobCollections',
      ]),
    );
  });
});

describe.skipIf(!contractAvailable)('recorded restores, read by the client', () => {
  const names = (prefix: string) =>
    contractAvailable ? scenarioNames().filter((name) => name.startsWith(prefix)) : [];
  const clientOf = (name: string) => {
    const recording = replay(loadScenario(name));
    const fetchWithToken: typeof fetch = async (input, init) =>
      String(input).endsWith('/oauth/token')
        ? Response.json({ access_token: 't', expires_in: 3600 })
        : recording.fetch(input instanceof Request ? input : new URL(String(input)), init);
    return testClient({ credentials: testAccount, fetch: fetchWithToken });
  };
  const addressIn = (name: string, operation: string) => {
    const found = loadScenario(name).exchanges.find(({ operationId }) => operationId === operation);
    const [, groupId = '', clusterName = ''] =
      found?.path.match(/groups\/([^/]+)\/(?:clusters|flexClusters)\/([^/?]+)/) ?? [];
    return { groupId, clusterName };
  };
  const body = { deliveryType: 'automated', snapshotId: 's', targetGroupId: 'g', targetClusterName: 'c' } as const;
  const onSend = () => undefined;

  it.each(names('TestRestores@'))('a restore, a list and a download: %s', async (name) => {
    const client = clientOf(name);
    const address = addressIn(name, 'createGroupClusterBackupRestoreJob');
    const begun = await createRestoreJob(client, address, { body, onSend });
    expect(restoreStateOf(begun)).toBe('underway');
    const { readAt, ...done } = await waitUntilRestored(client, address, { kind: wholeRestore, job: begun });
    expect(readAt).toBe(client.lastWaitAt());
    expect(done).toMatchObject({
      id: begun.id,
      finishedAt: expect.stringMatching(/Z$/),
      targetClusterName: begun.targetClusterName,
    });
    expect(await listRestoreJobs(client, address)).toEqual([done]);
    const asked = await createRestoreJob(client, address, {
      body: { deliveryType: 'download', snapshotId: 's' },
      onSend,
    });
    const ready = await waitUntilRestored(client, address, { kind: download, job: asked });
    expect([restoreStateOf(ready), ready.deliveryUrls, ready.expiresAt]).toEqual([
      'downloadable',
      [expect.stringMatching(/^https:\/\/restore-.*\.tar\.gz$/)],
      expect.stringMatching(/Z$/),
    ]);
    expect(await deleteSnapshot(client, address, { id: done.snapshotId ?? '', type: 'replicaSet' })).toBe(true);
  });

  it.each(names('TestFlexBackup@'))('a restore of a Flex cluster: %s', async (name) => {
    const client = clientOf(name);
    const address = addressIn(name, 'createGroupFlexClusterBackupRestoreJob');
    const flexBody = { snapshotId: 's', targetDeploymentItemName: 'c', targetProjectId: 'g' };
    const begun = await createFlexRestoreJob(client, address, { body: flexBody, onSend });
    expect(begun.status).toBe('PENDING');
    const states: string[] = [];
    const done = await waitUntilRestored(client, address, {
      kind: flexRestore,
      job: begun,
      onState: ({ status }) => states.push(status),
    });
    expect([done.id, states.at(-1)]).toEqual([begun.id, 'COMPLETED']);
  });

  it('the list of a Flex cluster with thousands of them', async () => {
    const name = 'TestFlexBackup@2026-08-10';
    const list = loadScenario(name).exchanges.find(
      ({ operationId }) => operationId === 'listGroupFlexClusterBackupRestoreJobs',
    );
    let asked = 0;
    const once: typeof fetch = async (input) => {
      if (String(input).endsWith('/oauth/token')) return Response.json({ access_token: 't', expires_in: 3600 });
      asked += 1;
      return asked === 1 ? Response.json(list?.body) : Response.json({ results: [] });
    };
    const jobs = await listFlexRestoreJobs(testClient({ credentials: testAccount, fetch: once }), {
      groupId: 'g',
      clusterName: 'c',
    });
    expect(jobs.length).toBeGreaterThan(50);
    expect(new Set(jobs.map(({ status }) => status))).toContain('COMPLETED');
  });

  it('the cluster that was restored into is found idle again', async () => {
    const name = 'TestRestores@2026-08-10';
    const client = clientOf(name);
    const address = addressIn(name, 'getGroupCluster');
    const cluster = await readOrFail(client, address, 'M10');
    expect(await findCluster(client, address)).toMatchObject({ id: cluster.id });
    expect((await waitUntilIdle(client, address, { cluster })).stateName).toBe('IDLE');
  });
});
