import type { ClusterShard, ShardRegion } from '../atlas/cluster-hardware.ts';
import type { DesiredCluster, DesiredRegion } from './desired.ts';
import { allowedTotals, HIGHEST_PRIORITY } from './regions.ts';

/** A region as it shall be; `existing` is undefined where the cluster comes there for the first time. */
export interface TargetRegion {
  readonly provider: string;
  readonly region: string;
  /** Electable nodes; read-only and analytics nodes are never touched. */
  readonly nodes: number;
  readonly priority: number;
  readonly existing: ShardRegion | undefined;
}

export type TargetRegions = { readonly regions: readonly TargetRegion[] } | { readonly problem: string };

/**
 * The regions of one shard as they shall be. A list of regions is the whole of those with electable nodes; whoever names
 * one `region` says no more than where the primary prefers to be. Regions that hold only read-only or analytics nodes stay.
 */
export function targetRegions(
  { regions, regionNaming }: Pick<DesiredCluster, 'regions' | 'regionNaming'>,
  shard: ClusterShard,
  { edition }: { readonly edition: string },
): TargetRegions {
  const there = electableRegions(shard);
  if (regionNaming !== 'all') return asItIs(regions, { there, shard, byCloud: regionNaming === 'cloud' });
  const kept = shard.regions.filter((one) => !regions.some((wanted) => isSame(wanted, one)) && hasOtherNodes(one));
  const nodes = nodesOf(regions, { there, totals: allowedTotals(edition) });
  if ('problem' in nodes) return nodes;
  return {
    regions: [
      ...regions.map(({ provider, region }, index) => ({
        provider,
        region,
        nodes: nodes.counts[index] ?? 1,
        priority: HIGHEST_PRIORITY - index,
        existing: shard.regions.find((one) => isSame({ provider, region }, one)),
      })),
      ...kept.map((existing) => ({ ...placeOf(existing), nodes: 0, priority: 0, existing })),
    ],
  };
}

/** The regions of a shard as they are. */
export function presentRegions(shard: ClusterShard): readonly TargetRegion[] {
  return shard.regions.map((existing, index) => ({
    ...placeOf(existing),
    nodes: existing.electable?.nodes ?? 0,
    priority: existing.priority ?? HIGHEST_PRIORITY - index,
    existing,
  }));
}

/** Regions with electable nodes, the preferred one first. */
export function electableRegions({ regions }: ClusterShard): readonly ShardRegion[] {
  return regions
    .filter(({ electable }) => (electable?.nodes ?? 1) > 0)
    .toSorted((one, other) => (other.priority ?? 0) - (one.priority ?? 0));
}

function asItIs(
  [wanted]: readonly DesiredRegion[],
  { there, shard, byCloud }: { there: readonly ShardRegion[]; shard: ClusterShard; byCloud: boolean },
): TargetRegions {
  const [preferred, ...others] = there;
  const isRight =
    !wanted ||
    !preferred ||
    (byCloud ? preferred.provider.toUpperCase() === wanted.provider : isSame(wanted, preferred));
  if (isRight) return { regions: presentRegions(shard) };
  const names = there.map(({ provider, region }) => `${provider} ${region}`.toUpperCase()).join(', ');
  const to = `${wanted.provider} ${wanted.region}`;
  return others.length === 0
    ? { problem: `region cannot change from ${names} to ${to}: nothing of it would stay. ${ANOTHER_NAME}` }
    : {
        problem: `region is ${to}, but the cluster has electable nodes in ${names}. To change that, list all of them under regions in a spec (config); otherwise leave region out`,
      };
}

/** What to do instead of making another cluster of one that holds data. */
export const ANOTHER_NAME = 'Choose another name for the new cluster, and bring the data over with restore';

/**
 * How many electable nodes each region gets: as many as are named; where none are, those that are there stay, and new
 * regions get as few as make an allowed number together.
 */
function nodesOf(
  wanted: readonly DesiredRegion[],
  { there, totals }: { there: readonly ShardRegion[]; totals: readonly number[] },
): { readonly counts: readonly number[] } | { readonly problem: string } {
  const named = wanted.some(({ nodes }) => nodes !== undefined);
  if (named) return { counts: wanted.map(({ nodes }) => nodes ?? 1) };
  const present = wanted.map((one) => there.find((other) => isSame(one, other))?.electable?.nodes);
  const added = present.filter((count) => count === undefined).length;
  const staying = present.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const total = totals.find((count) => count >= staying + added);
  if (total === undefined || (added === 0 && total !== staying)) return { problem: askForNodes(wanted, present) };
  let left = total - staying - added;
  return {
    counts: present.map((count) => {
      if (count !== undefined) return count;
      const extra = left;
      left = 0;
      return 1 + extra;
    }),
  };
}

function askForNodes(wanted: readonly DesiredRegion[], present: readonly (number | undefined)[]): string {
  const shown = wanted
    .map(({ provider, region }, index) => `${provider} ${region} (${present[index] ?? 'new'})`)
    .join(', ');
  return `regions does not say how many electable nodes there shall be: ${shown}. Name nodes for each of them, 3, 5 or 7 together`;
}

function hasOtherNodes({ readOnly, analytics }: ShardRegion): boolean {
  return (readOnly?.nodes ?? 0) > 0 || (analytics?.nodes ?? 0) > 0;
}

interface Place {
  readonly provider: string;
  readonly region: string;
}

function placeOf({ provider, region }: ShardRegion): Place {
  return { provider, region };
}

function isSame(one: Place, other: Place): boolean {
  return `${one.provider} ${one.region}`.toUpperCase() === `${other.provider} ${other.region}`.toUpperCase();
}
