import { describe, expect, it } from 'vitest';
import { createAnyCluster, deleteAnyCluster } from '../../src/atlas/any-cluster.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { ClusterUnusable, readOrFail, waitUntilGone, waitUntilIdle } from '../../src/atlas/cluster-readiness.ts';
import { updateCluster } from '../../src/atlas/clusters.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import { contractAvailable } from '../support/openapi.ts';
import { loadScenario, type RecordedExchange, replay, scenarioNames } from '../support/recordings.ts';
import { testAccount, testClient } from '../support/test-client.ts';

/** One cluster of a scenario, from the request that made it to the last that was asked about it. */
interface Life {
  readonly scenario: string;
  readonly groupId: string;
  readonly clusterName: string;
  readonly tier: 'FLEX' | 'other';
  readonly exchanges: readonly RecordedExchange[];
}

const scenarios = contractAvailable ? scenarioNames().map(loadScenario) : [];
const lives = scenarios.flatMap(({ name, exchanges }) =>
  exchanges.flatMap((made) => (isCreation(made) ? [lifeOf(name, { made, exchanges })] : [])),
);

function isCreation({ operationId, status }: RecordedExchange): boolean {
  return /^createGroup(Flex)?Cluster$/.test(operationId ?? '') && status === 201;
}

function lifeOf(
  scenario: string,
  { made, exchanges }: { readonly made: RecordedExchange; readonly exchanges: readonly RecordedExchange[] },
): Life {
  const clusterName = String(fieldsOf(made).name);
  const [, groupId = ''] = /\/groups\/([^/]+)\//.exec(made.path) ?? [];
  const own = new RegExp(`/(clusters|flexClusters)/${clusterName}$`);
  return {
    scenario,
    groupId,
    clusterName,
    tier: made.operationId === 'createGroupFlexCluster' ? 'FLEX' : 'other',
    // A challenge is answered below the client that is at test here.
    exchanges: exchanges.filter(
      (exchange) => exchange === made || (own.test(exchange.path) && exchange.status !== 401),
    ),
  };
}

function fieldsOf({ body }: RecordedExchange): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
}

/** A client that hears what was recorded of one cluster, and what was not asked for yet. */
function open({ scenario, exchanges, groupId, clusterName }: Life) {
  const recording = replay({ name: scenario, exchanges });
  const fetch: typeof globalThis.fetch = async (input, init) =>
    String(input).endsWith('/oauth/token')
      ? Response.json({ access_token: 't', expires_in: 3600 })
      : await recording.fetch(input, init);
  return { client: testClient({ credentials: testAccount, fetch }), address: { groupId, clusterName }, recording };
}

/** Makes the cluster and waits for it; tells the states that were seen on the way. */
async function makeUsable(life: Life) {
  const { client, address, recording } = open(life);
  const cluster = await createAnyCluster(client, life.groupId, { tier: life.tier, body: {} });
  const states = [cluster.stateName];
  const onState = ({ stateName }: Cluster) => states.push(stateName);
  const ready = await waitUntilIdle(client, address, { cluster, onState });
  return { client, address, recording, cluster, ready, states };
}

function isDeleted({ exchanges }: Life): boolean {
  return exchanges.at(-1)?.status === 404;
}

/** Shared clusters of 2025 that were deleted before Atlas showed their connection strings. */
const neverUsable = lives.filter(({ scenario }) => /^TestSetup@2025-07-08|^TestFlexBackup@2025-08-11/.test(scenario));
const usable = lives.filter((life) => !neverUsable.includes(life));

const titled = (chosen: readonly Life[]) =>
  chosen.map((life) => [`${life.scenario} ${life.clusterName}`, life] as const);
const named = (test: RegExp) => lives.filter(({ scenario }) => test.test(scenario));

describe.skipIf(!contractAvailable)('the recorded lives of clusters, replayed through the client', () => {
  it('are 28, of which 17 end on record', () => {
    expect(lives).toHaveLength(28);
    expect(lives.filter(isDeleted)).toHaveLength(17);
    expect(usable).toHaveLength(26);
  });

  it.each(titled(usable))('%s is made and waited for', async (_, life) => {
    const { cluster, ready, states } = await makeUsable(life);
    expect(ready).toMatchObject({ id: cluster.id, name: life.clusterName, stateName: 'IDLE', paused: false });
    expect(ready.connectionStrings.standardSrv).toMatch(/^mongodb\+srv:\/\//);
    expect([states[0], states.at(-1)]).toEqual(['CREATING', 'IDLE']);
  });

  it.each(titled(neverUsable))(
    '%s is IDLE but has no address, and is waited for until it is deleted',
    async (_, life) => {
      await expect(makeUsable(life)).rejects.toBeInstanceOf(ClusterUnusable);
      const idle = life.exchanges.map(fieldsOf).filter(({ stateName }) => stateName === 'IDLE');
      expect(idle.length).toBeGreaterThan(0);
      expect(idle.map(({ connectionStrings }) => connectionStrings)).toEqual(idle.map(() => ({})));
    },
  );

  it.each(titled(usable.filter(isDeleted)))('%s is deleted, and found gone at the end', async (_, life) => {
    const { client, address, recording, ready } = await makeUsable(life);
    await deleteAnyCluster(client, address, { tier: ready.tier, retainBackups: false }).catch((error: unknown) => {
      // The command line of MongoDB tried it under termination protection first, and then lifted that.
      expect(error).toBeInstanceOf(AtlasError);
      expect(error).toMatchObject({ code: 'CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED' });
      return deleteAnyCluster(client, address, { tier: ready.tier, retainBackups: false });
    });
    await waitUntilGone(client, address, ready);
    expect(recording.remaining()).toEqual([]);
  });

  it.each(titled(named(/^Test(ISS|Independend)/)))('%s is paused and resumed', async (_, life) => {
    const { client, address, ready } = await makeUsable(life);
    const pausing = await updateCluster(client, address, { paused: true });
    expect(pausing).toMatchObject({ id: ready.id, stateName: 'UPDATING', paused: true });
    await expect(waitUntilIdle(client, address, { cluster: pausing })).rejects.toBeInstanceOf(ClusterUnusable);
    const resuming = await updateCluster(client, address, { paused: false });
    expect(resuming).toMatchObject({ stateName: 'UPDATING', paused: false });
    expect(resuming.connectionStrings).toEqual(ready.connectionStrings);
  });

  it.each([
    ['TestIndependendShardScalingCluster@2026-07-08', ['UPDATING', 'UPDATING', 'REPAIRING', 'IDLE']],
    ['TestIndependendShardScalingCluster@2026-08-10', ['UPDATING', 'UPDATING', 'IDLE']],
  ])('%s is usable again after a resume, whatever it goes through', async (name, expected) => {
    const [life] = lives.filter(({ scenario }) => scenario === name);
    if (life === undefined) throw new Error(`${name} has no cluster`);
    const { client, address, ready } = await makeUsable(life);
    const cluster = await updateAndResume(client, address);
    const states: string[] = [];
    const onState = ({ stateName }: Cluster) => states.push(stateName);
    const resumed = await waitUntilIdle(client, address, { cluster, onState });
    expect(resumed).toMatchObject({ id: ready.id, stateName: 'IDLE', paused: false });
    expect(states).toEqual(expected);
  });

  it('a free cluster turns into an M10 under the same name', async () => {
    const [life] = named(/^TestSharedClusterUpgrade/);
    if (life === undefined) throw new Error('TestSharedClusterUpgrade has no cluster');
    const { client, address, ready } = await makeUsable(life);
    const before = await readOrFail(client, address, 'M0');
    const cluster = await readOrFail(client, address, 'M0');
    expect([before, cluster].map(({ tier, stateName }) => `${tier} ${stateName}`)).toEqual(['M0 IDLE', 'M0 UPDATING']);
    const upgraded = await waitUntilIdle(client, address, { cluster });
    expect(upgraded).toMatchObject({ name: ready.name, tier: 'M10', stateName: 'IDLE' });
  });
});

async function updateAndResume(
  client: ReturnType<typeof open>['client'],
  address: ReturnType<typeof open>['address'],
): Promise<Cluster> {
  await updateCluster(client, address, { paused: true });
  return await updateCluster(client, address, { paused: false });
}
