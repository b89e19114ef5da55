/** Whether a tier lies between two others of its family, both included; a missing bound is none. */
export function isBetween(
  tier: string,
  { min, max }: { readonly min: string | undefined; readonly max: string | undefined },
): boolean {
  const size = sizeOf(tier);
  if (Number.isNaN(size)) return false;
  return (min === undefined || sizeOf(min) <= size) && (max === undefined || size <= sizeOf(max));
}

/** The number in a tier's name orders tiers: M10, M20, M200. */
function sizeOf(tier: string): number {
  return Number(tier.match(/^[A-Za-z]+(\d+)/)?.[1] ?? Number.NaN);
}
