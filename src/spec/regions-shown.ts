import type { ActualRegion } from './actual.ts';

/** Regions in their order of preference, with nodes where they are named. */
export function regionsShown(regions: readonly Omit<ActualRegion, 'priority'>[]): string {
  return regions
    .map(
      ({ provider, region, nodes }) =>
        `${provider} ${region}`.toUpperCase() + (nodes === undefined ? '' : ` × ${nodes}`),
    )
    .join(', ');
}
