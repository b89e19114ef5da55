import { describe, expect, it } from 'vitest';
import { getCluster } from '../../src/atlas/clusters.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import { listFlexSnapshots } from '../../src/atlas/flex-snapshots.ts';
import { requestedAt } from '../../src/atlas/object-id.ts';
import { waitUntilCompleted } from '../../src/atlas/snapshot-completion.ts';
import { deleteSnapshot, listSnapshots, takeSnapshot } from '../../src/atlas/snapshots.ts';
import { checkedFetch } from '../support/checked-fetch.ts';
import { contractAvailable } from '../support/openapi.ts';
import { loadErrors, loadScenario, replay, scenarioNames } from '../support/recordings.ts';
import { setStage } from '../support/stage.ts';
import { testAccount, testClient } from '../support/test-client.ts';

describe.skipIf(!contractAvailable)('what the snapshot action says to Atlas, and what the simulator answers', () => {
  it('keeps to the specification on every path', async () => {
    const stage = setStage();
    const events = stage.atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    for (const seed of [
      { name: 'playground', tier: 'M0' },
      { name: 'flexible', tier: 'FLEX' },
      { name: 'plain' },
      { name: 'asleep', paused: true },
    ]) {
      stage.atlas.seedCluster(seed);
    }
    stage.atlas.seedSnapshot({ cluster: stage.cluster, status: 'inProgress' });
    stage.atlas.seedSnapshot({ cluster: events });
    const checked = checkedFetch(stage.atlas.fetch);
    const run = (inputs: Record<string, string>) =>
      stage.run('snapshot', { ...stage.withKey, ...inputs }, { fetch: checked.fetch });
    await run({ 'cluster-name': 'orders', 'expect-databases': 'orders', 'max-age-minutes': '5' });
    await run({ 'cluster-name': 'events', 'expect-databases': 'events' });
    await run({ 'cluster-name': 'events', 'max-age-minutes': '600' });
    for (const name of ['playground', 'flexible', 'plain', 'asleep', 'unknown']) await run({ 'cluster-name': name });
    await run({ 'cluster-name': 'orders', 'project-id': '5f'.repeat(12) });
    expect(checked.problems).toEqual([]);
    expect([...checked.operations].sort()).toEqual([
      'getGroupCluster',
      'getGroupClusterBackupSnapshot',
      'getGroupClusterBackupSnapshotShardedCluster',
      'getSystemStatus',
      'listGroupClusterBackupSnapshotDatabases',
      'listGroupClusterBackupSnapshotShardedClusters',
      'listGroupClusterBackupSnapshots',
      'listGroupClusters',
      'listGroupFlexClusterBackupSnapshots',
      'listGroupFlexClusters',
      'listGroups',
      'takeGroupClusterBackupSnapshots',
    ]);
  });
});

describe.skipIf(!contractAvailable)('recorded exchanges, read by the client', () => {
  const open = (name: string) => {
    const recording = replay(loadScenario(name));
    const first = loadScenario(name).exchanges.find(({ path }) => /\/clusters\/[^/?]+\/backup\/snapshots/.test(path));
    const [, groupId = '', clusterName = ''] = first?.path.match(/groups\/([^/]+)\/clusters\/([^/?]+)/) ?? [];
    const fetchWithToken: typeof fetch = async (input, init) =>
      String(input).endsWith('/oauth/token')
        ? Response.json({ access_token: 't', expires_in: 3600 })
        : recording.fetch(input instanceof Request ? input : new URL(String(input)), init);
    return {
      client: testClient({ credentials: testAccount, fetch: fetchWithToken }),
      address: { groupId, clusterName },
    };
  };

  it('the snapshot: asked for, polled until completed, listed', async () => {
    const { client, address } = open('TestSnapshots@2026-08-10');
    const queued = await takeSnapshot(client, address, {
      description: 'test-snapshot',
      retentionInDays: 1,
      onSend: () => undefined,
    });
    expect(queued).toMatchObject({ status: 'queued', type: 'replicaSet', snapshotType: 'onDemand' });
    expect(new Date(requestedAt(queued) ?? 0).toISOString()).toBe('2026-08-10T03:26:42.000Z');
    const states: string[] = [];
    const { readAt, ...completed } = await waitUntilCompleted(client, address, {
      snapshot: queued,
      onState: ({ status }) => states.push(status),
    });
    expect(readAt).toBe(client.lastWaitAt());
    expect(states).toEqual(['inProgress', 'inProgress', 'inProgress', 'completed']);
    expect(completed).toMatchObject({ createdAt: '2026-08-10T03:28:08Z', storageSizeBytes: 1_582_854_144 });
    expect(await listSnapshots(client, address, 'replicaSet')).toEqual([completed]);
    // findReusable rests on this: Atlas names the snapshots of a whole replica set after the cluster.
    expect(completed.replicaSetName).toBe(address.clusterName);
  });

  it.each(scenariosWith('takeGroupClusterBackupSnapshots'))(
    'a snapshot from its request to its end: %s',
    async (name) => {
      const { client, address } = open(name);
      const asked = { description: 'test-snapshot', retentionInDays: 1, onSend: () => undefined };
      const queued = await takeSnapshot(client, address, asked);
      expect(queued).toMatchObject({ status: 'queued', snapshotType: 'onDemand', replicaSetName: address.clusterName });
      const states: string[] = [];
      const onState = ({ status }: { readonly status: string }) => states.push(status);
      const completed = await waitUntilCompleted(client, address, { snapshot: queued, onState });
      expect([...new Set(states)].filter((state) => state !== 'queued')).toEqual(['inProgress', 'completed']);
      expect(completed).toMatchObject({ id: queued.id, createdAt: expect.stringMatching(/Z$/) });
      expect(completed.storageSizeBytes).toBeGreaterThan(0);
      // Kept for a day from its end on, not from its request.
      expect(Date.parse(completed.expiresAt ?? '')).toBeGreaterThan(Date.parse(queued.expiresAt ?? ''));
      expect(await deleteSnapshot(client, address, { id: completed.id, type: 'replicaSet' })).toBe(true);
    },
  );

  it.each(scenariosWith('getGroupCluster'))('the clusters of %s', async (name) => {
    const reads = loadScenario(name).exchanges.filter(({ operationId }) => operationId === 'getGroupCluster');
    for (const read of reads) {
      const fetchOne: typeof fetch = async (input) =>
        String(input).endsWith('/oauth/token')
          ? Response.json({ access_token: 't', expires_in: 3600 })
          : new Response(JSON.stringify(read.body), { status: read.status, headers: read.headers });
      const client = testClient({ credentials: testAccount, fetch: fetchOne });
      const result = getCluster(client, { groupId: 'g', clusterName: 'c' });
      if (read.status === 200)
        await expect(result).resolves.toMatchObject({ stateName: expect.any(String), tier: expect.any(String) });
      else await expect(result).rejects.toBeInstanceOf(AtlasError);
    }
  });

  it('the snapshots of a Flex cluster', async () => {
    const lists = ['TestFlexBackup@2025-08-11', 'TestFlexBackup@2026-08-10']
      .flatMap((name) => loadScenario(name).exchanges)
      .filter(({ operationId }) => operationId === 'listGroupFlexClusterBackupSnapshots');
    expect(lists.length).toBeGreaterThan(0);
    for (const { body, status, headers } of lists) {
      const fetchOne: typeof fetch = async (input) =>
        String(input).endsWith('/oauth/token')
          ? Response.json({ access_token: 't', expires_in: 3600 })
          : new Response(JSON.stringify(body), { status, headers });
      // One page of the recording stands for the list: a recorded `next` would be asked for for ever.
      const signal = AbortSignal.timeout(2_000);
      const client = testClient({ credentials: testAccount, fetch: once(fetchOne), signal });
      await expect(listFlexSnapshots(client, { groupId: 'g', clusterName: 'c' })).resolves.toBeInstanceOf(Array);
    }
  });

  it('every error ever recorded becomes one readable sentence', async () => {
    for (const { status, body, headers } of loadErrors()) {
      const fetchOne: typeof fetch = async (input) =>
        String(input).endsWith('/oauth/token')
          ? Response.json({ access_token: 't', expires_in: 3600 })
          : new Response(body === null || body === undefined ? null : JSON.stringify(body), { status, headers });
      const client = testClient({ credentials: testAccount, fetch: fetchOne });
      await expect(getCluster(client, { groupId: 'g', clusterName: 'c' })).rejects.toThrow(
        new RegExp(`^Could not read the cluster "c" in project g: Atlas answered ${status}`),
      );
    }
  });
});

/** The recorded scenarios in which an operation succeeded. */
function scenariosWith(operation: string): readonly string[] {
  const names = contractAvailable ? scenarioNames() : [];
  return names.filter((name) =>
    loadScenario(name).exchanges.some(({ operationId, status }) => operationId === operation && status === 200),
  );
}

/** After its first answer about anything but a token, says that there is nothing more. */
function once(inner: typeof fetch): typeof fetch {
  let answered = false;
  return async (input, init) => {
    if (String(input).endsWith('/oauth/token')) return inner(input, init);
    if (answered) return Response.json({ results: [] });
    answered = true;
    return inner(input, init);
  };
}
