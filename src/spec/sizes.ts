/**
 * What a tier's name says: letters for the family (M general, R Low-CPU), a number that orders it, and what follows for the
 * storage and the generation (`_NVME`, `_GEN_2`). The names are open: Atlas invents new ones.
 */
interface Size {
  readonly number: number;
  /** Family, storage and generation: what auto-scaling never leaves. */
  readonly series: string;
}

function readSize(tier: string): Size | undefined {
  const [, family, number, rest = ''] = tier.toUpperCase().match(/^([A-Z]+)(\d+)((?:_[A-Z0-9]+)*)$/) ?? [];
  return family === undefined || number === undefined ? undefined : { number: Number(number), series: family + rest };
}

/** Family, storage and generation of a tier: M, R, M_NVME, M_GEN_2. */
export function seriesOf(tier: string): string | undefined {
  return readSize(tier)?.series;
}

/** Whether two tiers are of one family, storage and generation, between which Atlas can scale. */
export function isSameSeries(one: string, other: string): boolean {
  const series = seriesOf(one);
  return series !== undefined && series === seriesOf(other);
}

/** Compares two tiers of one series by their size: negative where the first is the smaller one. */
export function compareSizes(one: string, other: string): number {
  return (readSize(one)?.number ?? Number.NaN) - (readSize(other)?.number ?? Number.NaN);
}

/** Whether a tier lies between two others of its series, both included; a missing bound is none. */
export function isBetween(
  tier: string,
  { min, max }: { readonly min: string | undefined; readonly max: string | undefined },
): boolean {
  return (
    seriesOf(tier) !== undefined &&
    (min === undefined || (isSameSeries(min, tier) && compareSizes(min, tier) <= 0)) &&
    (max === undefined || (isSameSeries(tier, max) && compareSizes(tier, max) <= 0))
  );
}

/** Whether a tier stores its data on local NVMe disks, whose size nobody chooses. */
export function isNvme(tier: string): boolean {
  return /_NVME(_|$)/i.test(tier);
}

/** A tier without its generation: M40 of M40_GEN_2. */
export function withoutGeneration(tier: string): string {
  return tier.replace(/_GEN_\d+/i, '');
}
