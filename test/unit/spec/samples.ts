import { writeMark } from '../../../src/environment/owner-mark.ts';
import type { ActualCluster, ActualState, ActualUser } from '../../../src/spec/actual.ts';
import { newCluster } from '../../../src/spec/creation.ts';
import type { DesiredCluster, DesiredState, DesiredUser } from '../../../src/spec/desired.ts';
import { type ParseOptions, parseSpec } from '../../../src/spec/parse.ts';
import type { PlanOptions } from '../../../src/spec/plan.ts';
import { electableNodes } from '../../../src/spec/regions.ts';
import { authentication } from '../../../src/spec/user-kinds.ts';

export const now = Date.UTC(2026, 10, 22, 12);
export const repository = 'Acme/shop';
export const environment = { repository, name: 'pr-7' };
export const underEnvironment = { now, repository, environment };

/** Variables that the samples may use. */
export const variables: Readonly<Record<string, string>> = {
  APP_DB_PASSWORD: 'correct horse: battery',
  TIER: 'M10',
  NASTY: `*x}: [&a !!b \${TIER} # "`,
};

type Overrides = Partial<Omit<ParseOptions, 'defaults'>> & { readonly defaults?: Partial<ParseOptions['defaults']> };

/** Parses a spec as a job of Acme/shop would. */
export function parse(text: string, { defaults, ...overrides }: Overrides = {}) {
  return parseSpec(text, {
    source: 'config',
    variables: (name) => variables[name],
    now,
    defaults: { repository, runId: '42', project: { name: 'preview' }, ...defaults },
    ...overrides,
  });
}

/** What is wanted by a spec that is right. */
export function desire(text: string, overrides: Overrides = {}): DesiredState {
  const { desired, problems } = parse(text, overrides);
  if (!desired) throw new Error(problems.join('\n'));
  return desired;
}

export const nothing: ActualState = { project: undefined, clusters: [], users: [], accessList: [] };

/** What Atlas would show after a plan was carried out to the letter. */
export function realized(desired: DesiredState, options: PlanOptions): ActualState {
  const { project } = desired;
  const owner = options.environment ?? { repository };
  return {
    project:
      'id' in project
        ? { id: project.id, name: 'by-id', tags: {} }
        : { id: '0'.repeat(24), name: project.name, tags: { other: 'left alone', ...project.tags } },
    clusters: desired.clusters.map((cluster) => realizedCluster(cluster, desired.ownership, options)),
    users: desired.users.map((user) => realizedUser(user, writeMark(owner, { room: 80 }))),
    accessList: desired.accessList.map(({ address, comment, expiresAt }) => ({
      address: /^[\d.]+$/.test(address) ? `${address}/32` : address,
      comment: `${comment ?? ''} ${writeMark(owner, { room: 40 })}`.trim(),
      expiresAt,
    })),
  };
}

function realizedCluster(
  wanted: DesiredCluster,
  ownership: DesiredState['ownership'],
  options: PlanOptions,
): ActualCluster {
  const { cluster } = newCluster(wanted, options.environment);
  const nodes = electableNodes(cluster.regions);
  return {
    id: '1'.repeat(24),
    name: cluster.name,
    state: 'IDLE',
    paused: false,
    tier: cluster.tier,
    regions: cluster.regions
      .map(({ provider, region }, index) => ({ provider, region, nodes: nodes[index], priority: 7 - index }))
      .toReversed(),
    mongodbVersion: `${cluster.mongodbVersion ?? '8.0'}.29`,
    backup: cluster.backup ?? false,
    pointInTime: cluster.pointInTime ?? false,
    diskSizeGb: (cluster.diskSizeGb ?? 10) + 0.0,
    terminationProtection: cluster.terminationProtection ?? false,
    shards: cluster.shards ?? 1,
    autoScaling: {
      compute: cluster.autoScaling?.compute ?? false,
      disk: cluster.autoScaling?.disk ?? false,
    },
    tags: Object.fromEntries(Object.entries({ ...cluster.tags, ...ownership, other: 'left alone' }).toReversed()),
    raw: { ...cluster.atlas, links: [] },
  };
}

function realizedUser(user: DesiredUser, mark: string): ActualUser {
  const { username, kind, roles, clusters = [], description, expiresAt } = user;
  return {
    username,
    database: authentication[kind].database,
    kind,
    roles: roles.toReversed(),
    clusters: clusters.toReversed(),
    description: `${description ?? ''} ${mark}`.trim(),
    expiresAt,
    password: 'same',
  };
}
