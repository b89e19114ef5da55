import type { ClusterAutoScaling, ClusterShard, NodeGroup } from '../../../src/atlas/cluster-hardware.ts';
import { writeMark } from '../../../src/environment/owner-mark.ts';
import type { ActualCluster, ActualState, ActualUser } from '../../../src/spec/actual.ts';
import { newCluster } from '../../../src/spec/creation.ts';
import type { DesiredCluster, DesiredState, DesiredUser } from '../../../src/spec/desired.ts';
import { type ParseOptions, parseSpec } from '../../../src/spec/parse.ts';
import type { PlanOptions } from '../../../src/spec/plan.ts';
import { newNodes } from '../../../src/spec/regions.ts';
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

/** What a test says of the machines of a cluster; each shard and region is alike. */
export interface Machines {
  readonly tier?: string;
  readonly shards?: number;
  readonly regions?: readonly { provider: string; region: string; nodes: number | undefined; priority: number }[];
  readonly diskSizeGb?: number;
  readonly volumeType?: string;
  readonly scaling?: Partial<ClusterAutoScaling>;
}

const oneRegion = [{ provider: 'AWS', region: 'US_EAST_1', nodes: 3, priority: 7 }];

/** The hardware of a dedicated cluster, as Atlas would show it. */
export function machines({
  tier = 'M10',
  shards = 1,
  regions = oneRegion,
  diskSizeGb = 10,
  volumeType = 'STANDARD',
  scaling,
}: Machines = {}): readonly ClusterShard[] {
  return Array.from({ length: shards }, (_, index) => ({
    id: `${index}`.repeat(24),
    zoneName: 'Zone 1',
    regions: regions.map(({ provider, region, nodes, priority }) => {
      const group = (count: number | undefined): NodeGroup => ({
        size: tier,
        nodes: count,
        diskSizeGb,
        diskIops: provider === 'GCP' ? undefined : 3000,
        volumeType: provider === 'AWS' ? volumeType : undefined,
      });
      return {
        provider,
        region,
        priority,
        electable: group(nodes),
        readOnly: group(0),
        analytics: group(0),
        autoScaling: { compute: false, disk: false, maxStorageGb: undefined, ...scaling },
        analyticsAutoScaling: undefined,
      };
    }),
  }));
}

function realizedCluster(
  wanted: DesiredCluster,
  ownership: DesiredState['ownership'],
  options: PlanOptions,
): ActualCluster {
  const { cluster } = newCluster(wanted, options.environment);
  const { tier, shards = 1, autoScaling, edition = 'CORE' } = cluster;
  const isShared = tier === 'M0' || tier === 'FLEX';
  const nodes = newNodes(cluster);
  const regions = cluster.regions
    .map(({ provider, region }, index) => ({ provider, region, nodes: nodes[index], priority: 7 - index }))
    .toReversed();
  const compute = autoScaling?.compute;
  const scaling = {
    compute: compute ? { ...compute, scaleDown: compute.min !== undefined } : (false as const),
    disk: autoScaling?.disk ?? false,
    maxStorageGb: cluster.maxStorageGb,
  };
  return {
    id: '1'.repeat(24),
    name: cluster.name,
    state: 'IDLE',
    paused: false,
    tier,
    edition,
    clusterType: shards > 1 ? 'SHARDED' : 'REPLICASET',
    regions,
    hardware: isShared
      ? []
      : machines({ tier, shards, regions, diskSizeGb: (cluster.diskSizeGb ?? 10) + 0.0, scaling }),
    mongodbVersion: `${cluster.mongodbVersion ?? '8.0'}.29`,
    backup: cluster.backup ?? false,
    pointInTime: cluster.pointInTime ?? false,
    terminationProtection: cluster.terminationProtection ?? false,
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
