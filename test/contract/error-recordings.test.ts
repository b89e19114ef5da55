import { describe, expect, it } from 'vitest';
import { operations } from '../../src/simulator/operations/table.ts';
import { contractAvailable } from '../support/openapi.ts';
import { loadErrors, loadScenario, type RecordedExchange, scenarioNames } from '../support/recordings.ts';
import { askAs, quietAtlas, replicaSet } from '../unit/simulator/ask.ts';

const unknown = '5f'.repeat(12);

function stage() {
  const { atlas } = quietAtlas();
  const project = atlas.seedProject({ name: 'maintenance-e2e-1' });
  return { atlas, project, ask: askAs(atlas, atlas.seedServiceAccount()) };
}

type Stage = ReturnType<typeof stage>;

interface Case {
  readonly arrange?: (stage: Stage) => unknown;
  readonly body?: (stage: Stage) => object;
  /** What stands in the path for the project; the one of the stage unless told. */
  readonly groupId?: string;
}

const clusterPath = ({ project }: Stage) => `/groups/${project.id}/clusters/cluster-1`;
const isDeleting = async (here: Stage) => {
  here.atlas.seedCluster({ name: 'cluster-1' });
  await here.ask('DELETE', clusterPath(here));
};
const newProject = (name: string) => ({
  body: ({ project }: Stage) => ({ name, orgId: project.orgId }),
});
const flex = { name: 'cluster-1', providerSettings: { backingProviderName: 'AWS', regionName: 'US_EAST_1' } };
const user = { username: 'app', databaseName: 'admin', password: 'correct-horse', roles: [] };

/** What leads the simulated Atlas to each refusal that was recorded of the real one. */
const cases: Readonly<Record<string, Case>> = {
  ATLAS_CLUSTER_VERSION_DEPRECATED: { body: () => replicaSet('cluster-1', { mongoDBMajorVersion: '5.0' }) },
  ATLAS_GENERAL_ERROR: { arrange: isDeleting, body: () => ({ tags: [] }) },
  BACKUP_CONFIG_NOT_FOUND: { arrange: ({ atlas }) => atlas.seedCluster({ name: 'cluster-1' }) },
  CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED: {
    arrange: ({ atlas }) => atlas.seedCluster({ name: 'cluster-1', terminationProtectionEnabled: true }),
  },
  CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API: {
    arrange: ({ atlas }) => atlas.seedCluster({ name: 'cluster-1', tier: 'FLEX' }),
  },
  CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API: { arrange: ({ atlas }) => atlas.seedCluster({ name: 'cluster-1' }) },
  CLUSTER_ALREADY_REQUESTED_DELETION: { arrange: isDeleting },
  CLUSTER_NOT_FOUND: {},
  DUPLICATE_CLUSTER_NAME: { arrange: ({ atlas }) => atlas.seedCluster({ name: 'cluster-1' }), body: () => flex },
  GROUP_ALREADY_EXISTS: newProject('maintenance-e2e-1'),
  GROUP_NOT_FOUND: { groupId: unknown, body: () => user },
  MAX_GROUPS_PER_ORG_EXCEEDED: {
    arrange: ({ atlas }) => {
      for (let count = 1; count < 250; count += 1) atlas.seedProject({ name: `n${count}` });
    },
    ...newProject('one more'),
  },
};

const isOffered = ({ operationId }: RecordedExchange) =>
  operations.some((operation) => operation.operationId === operationId);
const codeOf = ({ body }: RecordedExchange) =>
  typeof body === 'object' && body !== null && 'errorCode' in body ? String(body.errorCode) : '';

/** Challenges are tested where they are made. Of equal refusals of one operation one is enough. */
function refusals(): readonly RecordedExchange[] {
  const inScenarios = scenarioNames().flatMap((name) => loadScenario(name).exchanges);
  const all = [...loadErrors(), ...inScenarios].filter(({ status }) => status >= 400 && status !== 401);
  const byKind = new Map(all.filter(isOffered).map((one) => [`${codeOf(one)} ${one.operationId}`, one]));
  return [...byKind.values()];
}

/** Ids and names of the two worlds made alike. */
function comparable(body: unknown): unknown {
  const text = JSON.stringify(body)
    .replace(/\b[0-9a-f]{24}\b/g, 'ID')
    .replace(/\b(cluster|backupRestores2?|maintenance-e2e)-\d+\b/g, 'NAME');
  return JSON.parse(text);
}

describe.skipIf(!contractAvailable)('the simulated Atlas refuses word for word as was recorded', () => {
  const recorded = contractAvailable ? refusals() : [];

  it('in every kind of refusal that a recording has', () => {
    expect(new Set(recorded.map(codeOf))).toEqual(new Set(Object.keys(cases)));
  });

  it.each(recorded.map((one) => [codeOf(one), one.operationId, one] as const))('%s to %s', async (code, _, one) => {
    const here = stage();
    const { arrange, body, groupId = here.project.id } = cases[code] ?? {};
    await arrange?.(here);
    const path = (one.pathTemplate ?? '')
      .replace('/api/atlas/v2', '')
      .replace('{groupId}', groupId)
      .replace(/\{(clusterName|name)\}/, 'cluster-1')
      .replace(/\{\w+\}/, unknown);
    const answer = await here.ask(one.method, path, body === undefined ? {} : { body: body(here) });
    expect(answer.status).toBe(one.status);
    expect(comparable(answer.body)).toEqual(comparable(one.body));
  });
});
