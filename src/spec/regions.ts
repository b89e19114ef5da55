import { INFINITE } from '../atlas/cluster-answer.ts';
import type { CloudProvider, DesiredCluster, DesiredRegion } from './desired.ts';

/** Where a new cluster of an environment goes that names no region. */
export const usualRegions: Readonly<Record<CloudProvider, string>> = {
  AWS: 'US_EAST_1',
  GCP: 'CENTRAL_US',
  AZURE: 'US_EAST_2',
};

/** Priority of the preferred region; each further one has one less. */
export const HIGHEST_PRIORITY = 7;

/** Numbers of electable nodes that a shard can have, all regions together. */
export const electableTotals = [3, 5, 7] as const;

/** Primary and standby. */
export const INFINITE_NODES = 2;

/** Numbers of electable nodes that a shard of an edition can have. */
export function allowedTotals(edition: string): readonly number[] {
  return edition === INFINITE ? [INFINITE_NODES] : electableTotals;
}

/** Electable nodes of each region of a new cluster. */
export function newNodes({ edition, regions }: Pick<DesiredCluster, 'edition' | 'regions'>): readonly number[] {
  return edition === INFINITE ? regions.map(({ nodes }) => nodes ?? INFINITE_NODES) : electableNodes(regions);
}

/**
 * Electable nodes of each region. Where none is named, the smallest of 3, 5 or 7 that gives each region one, the rest to
 * the first regions; where some are, the others have one.
 */
export function electableNodes(regions: readonly DesiredRegion[]): readonly number[] {
  const named = regions.some(({ nodes }) => nodes !== undefined);
  if (named) return regions.map(({ nodes }) => nodes ?? 1);
  const total = electableTotals.find((count) => count >= regions.length) ?? regions.length;
  return regions.map((_, index) => Math.floor(total / regions.length) + (index < total % regions.length ? 1 : 0));
}
