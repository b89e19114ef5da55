import type { DesiredCluster } from './desired.ts';
import { electableNodes } from './regions.ts';
import { isBetween } from './sizes.ts';
import { kindNames, type TierKind, tierKind } from './tiers.ts';

/** A setting that does not fit, by its key in the spec. */
export interface RuleBreach {
  readonly key: string;
  readonly message: string;
}

interface Rule {
  readonly key: string;
  readonly kinds: readonly TierKind[];
  readonly breaks: (cluster: DesiredCluster) => boolean;
  readonly because: string;
}

const tenants = ['free', 'flex'] as const;

/** What the smaller kinds of clusters do not have. */
const rules: readonly Rule[] = [
  { key: 'backup', kinds: ['free'], breaks: ({ backup }) => backup === true, because: 'has no backups' },
  { key: 'backup', kinds: ['flex'], breaks: ({ backup }) => backup === false, because: 'always has daily backups' },
  {
    key: 'point-in-time',
    kinds: tenants,
    breaks: ({ pointInTime }) => pointInTime === true,
    because: 'has no continuous backup',
  },
  {
    key: 'disk-size-gb',
    kinds: tenants,
    breaks: ({ diskSizeGb }) => diskSizeGb !== undefined,
    because: 'has a disk of fixed size',
  },
  {
    key: 'mongodb-version',
    kinds: tenants,
    breaks: ({ mongodbVersion }) => mongodbVersion !== undefined,
    because: 'runs the version that Atlas chooses',
  },
  { key: 'shards', kinds: tenants, breaks: ({ shards = 1 }) => shards > 1, because: 'cannot be sharded' },
  { key: 'regions', kinds: tenants, breaks: ({ regions }) => regions.length > 1, because: 'lives in one region' },
  {
    key: 'auto-scaling',
    kinds: tenants,
    breaks: ({ autoScaling }) => autoScaling !== undefined,
    because: 'does not scale',
  },
  {
    key: 'termination-protection',
    kinds: ['free'],
    breaks: ({ terminationProtection }) => terminationProtection === true,
    because: 'cannot be protected',
  },
  {
    key: 'atlas',
    kinds: ['flex'],
    breaks: ({ atlas }) => Object.keys(atlas).length > 0,
    because: 'has no further settings',
  },
];

/** Every setting that a cluster of this tier cannot have. */
export function ruleBreaches(cluster: DesiredCluster, tier: string): readonly RuleBreach[] {
  const kind = tierKind(tier);
  return rules
    .filter(({ kinds, breaks }) => kinds.includes(kind) && breaks(cluster))
    .map(({ key, because }) => ({ key, message: `does not go with ${tier}: ${kindNames[kind]} ${because}` }));
}

/** Every setting that contradicts another, whatever the tier. */
export function contradictions(cluster: DesiredCluster): readonly RuleBreach[] {
  const found: RuleBreach[] = [];
  if (cluster.backup === false && cluster.pointInTime === true) {
    found.push({ key: 'backup', message: 'is false, but point-in-time needs backups' });
  }
  const places = cluster.regions.map(({ provider, region }) => `${provider} ${region}`);
  if (new Set(places).size < places.length) found.push({ key: 'regions', message: 'names a region twice' });
  const nodes = electableNodes(cluster.regions).reduce((sum, count) => sum + count, 0);
  if (cluster.regions.length > 0 && ![3, 5, 7].includes(nodes)) {
    found.push({ key: 'regions', message: `has ${nodes} nodes together; Atlas takes 3, 5 or 7` });
  }
  const compute = cluster.autoScaling?.compute;
  if (compute && compute.min !== undefined && !isBetween(compute.min, { min: undefined, max: compute.max })) {
    found.push({ key: 'auto-scaling', message: 'has a min above its max' });
  } else if (compute && cluster.tier !== undefined && !isBetween(cluster.tier, compute)) {
    found.push({ key: 'tier', message: 'lies outside of auto-scaling.compute' });
  }
  return found;
}
