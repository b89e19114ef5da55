import { atlasError } from '../errors.ts';

/** AWS regions as recorded from `clusters/provider/regions`, August 2026. */
export const awsRegions = [
  'US_EAST_1',
  'US_EAST_2',
  'US_WEST_1',
  'US_WEST_2',
  'CA_CENTRAL_1',
  'EU_NORTH_1',
  'EU_WEST_1',
  'EU_WEST_2',
  'EU_WEST_3',
  'EU_CENTRAL_1',
  'EU_CENTRAL_2',
  'SA_EAST_1',
  'AP_EAST_1',
  'AP_EAST_2',
  'AP_SOUTHEAST_2',
  'AP_SOUTHEAST_3',
  'AP_SOUTHEAST_4',
  'AP_SOUTHEAST_5',
  'AP_SOUTHEAST_6',
  'AP_SOUTHEAST_7',
  'AP_NORTHEAST_1',
  'AP_NORTHEAST_2',
  'AP_NORTHEAST_3',
  'AP_SOUTHEAST_1',
  'AP_SOUTH_1',
  'AP_SOUTH_2',
  'ME_CENTRAL_1',
  'ME_SOUTH_1',
  'AF_SOUTH_1',
  'EU_SOUTH_1',
  'EU_SOUTH_2',
  'IL_CENTRAL_1',
  'CA_WEST_1',
  'MX_CENTRAL_1',
] as const;

/** Refuses a region that the provider does not have; of Azure and Google only the spelling is checked. */
export function checkRegion(provider: string, region: string): void {
  const known = provider === 'AWS' ? awsRegions.some((name) => name === region) : /^[A-Z][A-Z0-9_]+$/.test(region);
  if (!known) throw atlasError('INVALID_REGION', region, provider);
}
