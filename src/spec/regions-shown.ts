/** Regions in their order of preference, with nodes where they are named. */
export function regionsShown(
  regions: readonly { readonly provider: string; readonly region: string; readonly nodes: number | undefined }[],
): string {
  return regions
    .map(
      ({ provider, region, nodes }) =>
        `${provider} ${region}`.toUpperCase() + (nodes === undefined ? '' : ` × ${nodes}`),
    )
    .join(', ');
}
