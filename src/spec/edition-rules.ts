import { INFINITE } from '../atlas/cluster-answer.ts';
import type { RuleBreach } from './cluster-rules.ts';
import type { DesiredCluster } from './desired.ts';
import { INFINITE_NODES } from './regions.ts';
import { compareSizes, isNvme, seriesOf, withoutGeneration } from './sizes.ts';

/** Where Atlas Infinite can be (docs: Atlas Infinite, "Supported Regions"); all of AWS. */
const infiniteRegions = [
  'US_EAST_1',
  'US_EAST_2',
  'US_WEST_2',
  'SA_EAST_1',
  'AP_SOUTH_1',
  'AP_SOUTHEAST_1',
  'AP_SOUTHEAST_2',
  'EU_WEST_1',
  'EU_WEST_2',
  'EU_CENTRAL_1',
];

/** Smallest and largest size of each family. */
const infiniteSizes: Readonly<Record<string, readonly [min: string, max: string]>> = {
  M: ['M10', 'M60'],
  R: ['R40', 'R60'],
};

interface Rule {
  readonly key: string;
  readonly breaks: (cluster: DesiredCluster) => boolean;
  readonly because: string;
}

/**
 * What a cluster of edition Infinite cannot have (https://www.mongodb.com/docs/atlas, "Atlas Infinite", as of its public
 * preview). Atlas refuses each of these, some with no more than INVALID_ATTRIBUTE.
 */
const infiniteRules: readonly Rule[] = [
  {
    key: 'tier',
    breaks: ({ tier }) => tier !== undefined && !isInfiniteSize(tier),
    because: 'has the tiers M10 to M60 and R40 to R60, without NVMe',
  },
  {
    key: 'regions',
    breaks: ({ regions }) => regions.length > 1,
    because: 'is in one region',
  },
  {
    key: 'regions',
    breaks: ({ regions }) =>
      regions.some(({ provider, region }) => provider !== 'AWS' || !infiniteRegions.includes(region)),
    because: `is on AWS only, in ${infiniteRegions.join(', ')}`,
  },
  {
    key: 'regions',
    breaks: ({ regions }) => regions.some(({ nodes }) => nodes !== undefined && nodes !== INFINITE_NODES),
    because: `has exactly ${INFINITE_NODES} electable nodes`,
  },
  { key: 'shards', breaks: ({ shards = 1 }) => shards > 1, because: 'is a replica set' },
  {
    key: 'mongodb-version',
    breaks: ({ mongodbVersion }) => mongodbVersion !== undefined,
    because: 'always runs the newest version',
  },
  {
    key: 'disk-size-gb',
    breaks: ({ diskSizeGb }) => diskSizeGb !== undefined,
    because: 'has no disks of its own; max-storage-gb limits its data',
  },
  {
    key: 'auto-scaling',
    breaks: ({ autoScaling }) => autoScaling?.disk !== undefined,
    because: 'has no disks to scale; leave disk out',
  },
  {
    key: 'auto-scaling',
    breaks: ({ autoScaling }) => boundsOf(autoScaling).some((size) => !isInfiniteSize(size)),
    because: 'scales between M10 and M60, or R40 and R60',
  },
];

/** Every setting that a cluster of this edition cannot have. */
export function editionBreaches(cluster: DesiredCluster, edition: string | undefined): readonly RuleBreach[] {
  if (edition !== INFINITE) {
    if (cluster.maxStorageGb === undefined) return [];
    return [{ key: 'max-storage-gb', message: 'needs edition: infinite; other clusters have disk-size-gb' }];
  }
  return infiniteRules
    .filter(({ breaks }) => breaks(cluster))
    .map(({ key, because }) => ({ key, message: `does not go with edition infinite, which ${because}` }));
}

function isInfiniteSize(tier: string): boolean {
  const size = withoutGeneration(tier);
  const [min, max] = infiniteSizes[seriesOf(size) ?? ''] ?? [];
  if (min === undefined || max === undefined || isNvme(tier)) return false;
  return compareSizes(min, size) <= 0 && compareSizes(size, max) <= 0;
}

function boundsOf(autoScaling: DesiredCluster['autoScaling']): readonly string[] {
  const { min, max } = autoScaling?.compute || {};
  return [min, max].filter((size) => size !== undefined);
}
