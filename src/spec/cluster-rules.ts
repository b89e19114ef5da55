import { INFINITE } from '../atlas/cluster-answer.ts';
import type { DesiredCluster } from './desired.ts';
import { editionBreaches } from './edition-rules.ts';
import { electableNodes, electableTotals } from './regions.ts';
import { isBetween, isNvme, isSameSeries } from './sizes.ts';
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
    key: 'edition',
    kinds: tenants,
    breaks: ({ edition }) => edition === INFINITE,
    because: 'has no editions',
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
  const disk = isNvme(tier) && cluster.diskSizeGb !== undefined && (cluster.tier ?? tier) === tier;
  return [
    ...rules
      .filter(({ kinds, breaks }) => kinds.includes(kind) && breaks(cluster))
      .map(({ key, because }) => ({ key, message: `does not go with ${tier}: ${kindNames[kind]} ${because}` })),
    // Atlas answers CANNOT_MODIFY_DISK_SIZE_FOR_NVME_CLUSTER.
    ...(disk ? [{ key: 'disk-size-gb', message: `does not go with ${tier}: NVMe disks have a fixed size` }] : []),
  ];
}

/** Every setting that contradicts another, whatever the tier. */
export function contradictions(cluster: DesiredCluster): readonly RuleBreach[] {
  const checks = [backupBreaches, regionBreaches, nvmeBreaches, scalingBreaches, ownEdition];
  return checks.flatMap((check) => check(cluster));
}

function backupBreaches({ backup, pointInTime }: DesiredCluster): readonly RuleBreach[] {
  if (backup !== false || pointInTime !== true) return [];
  return [{ key: 'backup', message: 'is false, but point-in-time needs backups' }];
}

function regionBreaches({ regions, edition }: DesiredCluster): readonly RuleBreach[] {
  const found: RuleBreach[] = [];
  const places = regions.map(({ provider, region }) => `${provider} ${region}`);
  if (new Set(places).size < places.length) found.push({ key: 'regions', message: 'names a region twice' });
  const nodes = electableNodes(regions).reduce((sum, count) => sum + count, 0);
  const isAllowed = electableTotals.some((total) => total === nodes);
  if (regions.length > 0 && edition !== INFINITE && !isAllowed) {
    const message = `has ${nodes} nodes together; Atlas takes 3, 5 or 7 (and 2 with edition: infinite)`;
    found.push({ key: 'regions', message });
  }
  return found;
}

/** https://www.mongodb.com/docs/atlas/nvme-storage */
export const NVME_CLOUDS = 'exists on AWS and Azure only';

function nvmeBreaches({ tier, regions }: DesiredCluster): readonly RuleBreach[] {
  const isOnGoogle = regions.some(({ provider }) => provider === 'GCP');
  if (tier === undefined || !isNvme(tier) || !isOnGoogle) return [];
  return [{ key: 'tier', message: `is ${tier}, but NVMe ${NVME_CLOUDS}` }];
}

function scalingBreaches({ autoScaling, tier }: DesiredCluster): readonly RuleBreach[] {
  const compute = autoScaling?.compute;
  if (!compute) return [];
  const { min, max } = compute;
  if (min !== undefined && !isSameSeries(min, max)) {
    return [{ key: 'auto-scaling', message: `goes from ${min} to ${max}: Atlas does not scale between families` }];
  }
  if (min !== undefined && !isBetween(min, { min: undefined, max })) {
    return [{ key: 'auto-scaling', message: 'has a min above its max' }];
  }
  if (tier === undefined || isBetween(tier, compute)) return [];
  return [
    isSameSeries(tier, max)
      ? { key: 'tier', message: 'lies outside of auto-scaling.compute' }
      : {
          key: 'auto-scaling',
          message: `has bounds of another family than ${tier}: Atlas does not scale between families`,
        },
  ];
}

/** Without an edition, only the cluster itself can tell whether a limit of storage fits. */
function ownEdition(cluster: DesiredCluster): readonly RuleBreach[] {
  return cluster.edition === undefined ? [] : editionBreaches(cluster, cluster.edition);
}
