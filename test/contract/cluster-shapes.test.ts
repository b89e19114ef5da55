import { describe, expect, it } from 'vitest';
import { contractAvailable } from '../support/openapi.ts';
import { loadScenario, type RecordedExchange } from '../support/recordings.ts';
import { freeCluster, replicaSet } from '../unit/simulator/ask.ts';
import { stage } from '../unit/simulator/clusters-stage.ts';
import { shapeOf } from './shapes.ts';

const region = {
  ...{ providerName: 'AWS', regionName: 'US_EAST_1', priority: 7 },
  electableSpecs: { instanceSize: 'M10', nodeCount: 3 },
};
const shard = { zoneName: 'Zone 1', regionConfigs: [region] };
const sharded = replicaSet('orders', { clusterType: 'SHARDED', replicationSpecs: [shard, shard] });
const tags = [{ key: 'e2e_test', value: 'yes' }];

/** Atlas showed the one in July 2026 only, and the other since August: neither is what a cluster is about. */
const passing = ['effectiveIntelligentWorkloadManagementPolicies', 'effectiveDatabaseEdition'];

function lasting(body: unknown): unknown {
  const fields = Object.entries(typeof body === 'object' && body !== null ? body : {});
  return shapeOf(Object.fromEntries(fields.filter(([name]) => !passing.includes(name))));
}

function versionOf({ headers }: RecordedExchange): string {
  return /\d{4}-\d\d-\d\d/.exec(headers['Content-Type'] ?? '')?.[0] ?? '';
}

function firstOf(scenario: string, operation: RegExp, state: string): RecordedExchange {
  const found = loadScenario(scenario).exchanges.find(
    ({ operationId, body }) =>
      operation.test(operationId ?? '') && JSON.stringify(body).includes(`"stateName":"${state}"`),
  );
  if (found === undefined) throw new Error(`${scenario} has no ${operation} with ${state}`);
  return found;
}

describe.skipIf(!contractAvailable)('clusters of the simulated Atlas have the form of the recorded ones', () => {
  it.each([
    ['TestSnapshots@2026-08-10', replicaSet('orders')],
    ['TestExportJobs@2026-07-20', replicaSet('orders')],
    ['TestSearchNodes@2026-08-10', replicaSet('orders')],
    ['TestClustersM0Flags@2026-08-10', freeCluster('orders')],
    ['TestIndependendShardScalingCluster@2026-08-10', sharded],
    ['TestISSClustersFile@2026-07-20', { ...sharded, tags }],
  ])('new and IDLE: %s', async (scenario, body) => {
    const { ask, clock, clusters } = stage();
    const made = firstOf(scenario, /^createGroupCluster$/, 'CREATING');
    const created = await ask('POST', clusters, { date: versionOf(made), body });
    expect(lasting(created.body)).toEqual(lasting(made.body));
    clock.advance(3 * 3_600_000);
    const idle = firstOf(scenario, /^getGroupCluster$/, 'IDLE');
    const read = await ask('GET', `${clusters}/orders`, { date: versionOf(idle) });
    expect(lasting(read.body)).toEqual(lasting(idle.body));
  });

  it.each(['TestISSClustersFile@2026-07-20', 'TestIndependendShardScalingCluster@2026-08-10'])(
    'being paused, then resumed: %s',
    async (scenario) => {
      const { ask, clock, clusters } = stage();
      const withTags = scenario.startsWith('TestISS') ? { ...sharded, tags } : sharded;
      await ask('POST', clusters, { body: withTags });
      clock.advance(3 * 3_600_000);
      const pauses = loadScenario(scenario).exchanges.filter(({ operationId }) => operationId === 'updateGroupCluster');
      const asked = [true, false].map((paused, index) => ({ paused, recorded: pauses[index] }));
      for (const { paused, recorded } of asked) {
        if (recorded === undefined) throw new Error(`${scenario} has no PATCH to paused: ${paused}`);
        const answer = await ask('PATCH', `${clusters}/orders`, { date: versionOf(recorded), body: { paused } });
        expect([answer.body, recorded.body]).toMatchObject(Array(2).fill({ paused, stateName: 'UPDATING' }));
        expect(lasting(answer.body)).toEqual(lasting(recorded.body));
      }
    },
  );

  it.each(['TestFlexCluster@2026-08-10', 'TestFlexBackup@2026-08-10'])(
    'of Flex, new and IDLE: %s',
    async (scenario) => {
      const { ask, clock, project } = stage();
      const path = `/groups/${project.id}/flexClusters`;
      const body = { name: 'orders', providerSettings: { backingProviderName: 'AWS', regionName: 'US_EAST_1' } };
      const created = await ask('POST', path, { body });
      expect(lasting(created.body)).toEqual(lasting(firstOf(scenario, /^createGroupFlex/, 'CREATING').body));
      clock.advance(3_600_000);
      const read = await ask('GET', `${path}/orders`);
      expect(lasting(read.body)).toEqual(lasting(firstOf(scenario, /^getGroupFlex/, 'IDLE').body));
    },
  );
});
