import { atlasError } from '../errors.ts';

/** AWS regions as recorded from `clusters/provider/regions`, August 2026. */
const awsRegions = [
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

/** A selection; Azure and Google were not recorded. */
const otherRegions = {
  AZURE: ['US_EAST_2', 'US_EAST', 'US_WEST', 'CANADA_CENTRAL', 'EUROPE_NORTH', 'EUROPE_WEST', 'UK_SOUTH', 'ASIA_EAST'],
  GCP: [
    'CENTRAL_US',
    'EASTERN_US',
    'WESTERN_US',
    'WESTERN_EUROPE',
    'EUROPE_WEST_3',
    'ASIA_EAST',
    'SOUTHEASTERN_ASIA_PACIFIC',
  ],
} as const;

/** A guess: the recorded environment has free clusters in two regions only, production in more. */
const tenantRegions = {
  AWS: ['US_EAST_1', 'US_EAST_2', 'US_WEST_2', 'EU_WEST_1', 'EU_CENTRAL_1', 'AP_SOUTHEAST_1', 'AP_SOUTHEAST_2'],
  AZURE: ['US_EAST_2', 'EUROPE_NORTH', 'EUROPE_WEST'],
  GCP: ['CENTRAL_US', 'WESTERN_EUROPE', 'ASIA_EAST'],
} as const;

type Provider = keyof typeof tenantRegions;

/** The regions that a provider offers for dedicated clusters, its default first. */
export function regionsOf(provider: Provider): readonly string[] {
  return provider === 'AWS' ? awsRegions : otherRegions[provider];
}

/** The regions that a provider offers for free clusters, its default first. */
export function tenantRegionsOf(provider: Provider): readonly string[] {
  return tenantRegions[provider];
}

/** Refuses a region that the provider does not have; of Azure and Google only the spelling is checked. */
export function checkRegion(provider: string, region: string): void {
  const known = provider === 'AWS' ? awsRegions.some((name) => name === region) : /^[A-Z][A-Z0-9_]+$/.test(region);
  if (!known) throw atlasError('INVALID_REGION', region, provider);
}
