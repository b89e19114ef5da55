import { describe, expect, it } from 'vitest';
import { clusterAnswer } from '../../src/atlas/cluster-answer.ts';
import { plan } from '../../src/spec/plan.ts';
import { actualCluster } from '../../src/spec/read-actual.ts';
import { contractAvailable } from '../support/openapi.ts';
import { loadScenario } from '../support/recordings.ts';
import { desire, now, repository } from '../unit/spec/samples.ts';

/** The spec that says what each of these tests of MongoDB's CLI asked Atlas for. */
const specs = [
  [
    'TestClustersFlags@2026-08-10',
    'tier: M10, region: US_EAST_1, mongodb-version: 7.0, disk-size-gb: 30, tags: { env: test }',
  ],
  [
    'TestClustersFile@2026-08-10',
    'tier: M30, regions: [{ region: EU_WEST_1 }, { region: US_EAST_1 }, { region: US_WEST_1 }]',
  ],
  ['TestClustersM0Flags@2026-08-10', 'tier: M0, provider: AWS, region: US_EAST_1'],
  ['TestIndependendShardScalingCluster@2026-08-10', 'tier: M10, region: US_EAST_1, shards: 2, disk-size-gb: 30'],
  ['TestShardedCluster@2026-08-10', 'tier: M10, region: US_EAST_1, shards: 2, disk-size-gb: 30'],
  ['TestRestores@2026-08-10', 'tier: M10, region: US_EAST_1, backup: true, edition: core'],
  ['TestSearchNodes@2026-08-10', 'tier: M20, region: US_EAST_1, auto-scaling: { compute: false, disk: false }'],
  ['TestSchedule@2026-08-10', 'tier: M10, region: US_EAST_1, backup: true'],
] as const;

/** Clusters as Atlas showed them in the version that provision asks for. */
function recordedClusters(scenario: string) {
  return loadScenario(scenario)
    .exchanges.filter(
      ({ method, operationId, status, headers }) =>
        method === 'GET' &&
        operationId === 'getGroupCluster' &&
        status === 200 &&
        /2024-08-05/.test(headers['Content-Type'] ?? ''),
    )
    .map(({ body }) => actualCluster(clusterAnswer.parse(body)))
    .filter(({ state }) => state !== 'DELETING');
}

describe.skipIf(!contractAvailable)('a recorded cluster of 2026', () => {
  it.each(specs)('is as it should be for the spec that made it: %s', (scenario, settings) => {
    const clusters = recordedClusters(scenario);
    expect(clusters.length).toBeGreaterThan(0);
    for (const cluster of clusters) {
      const desired = desire(`clusters: [{ name: ${cluster.name}, ${settings} }]`);
      const project = { id: '1'.repeat(24), name: 'preview', tags: {} };
      const { steps, problems } = plan(
        desired,
        { project, clusters: [cluster], users: [], accessList: [] },
        { now, repository },
      );
      expect(problems).toEqual([]);
      expect(steps.flatMap(({ changes }) => changes)).toEqual([]);
    }
  });
});
