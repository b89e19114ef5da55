import type { JsonObject } from '../json.ts';
import { pageOf } from '../paging.ts';
import { regionsOf, tenantRegionsOf } from '../world/regions.ts';
import { type Operation, onlyVersion } from './operation.ts';

const providers = ['AWS', 'GCP', 'AZURE'] as const;
const tiers = ['M0', 'M10', 'M20', 'M30', 'M40', 'M50', 'M60', 'M80'];

/** Where clusters can be made. */
export const providerRegionOperations: readonly Operation[] = [
  {
    operationId: 'listGroupClusterProviderRegions',
    method: 'GET',
    path: '/api/atlas/v2/groups/{groupId}/clusters/provider/regions',
    versions: onlyVersion('2023-01-01'),
    roles: ['Project Read Only'],
    bucket: 'clusters',
    javaMethod: 'ApiAtlasCloudProviderRegionsResource::availableRegions',
    handle: (call) => {
      const asked = call.query.getAll('providers').flatMap((text) => text.split(','));
      const tier = call.query.get('tier');
      const shown = providers.filter((provider) => asked.length === 0 || asked.includes(provider));
      return pageOf(call, shown, (provider) => ({
        instanceSizes: tiers.filter((name) => tier === null || tier === name).map((name) => sizeView(provider, name)),
        provider,
      }));
    },
  },
];

function sizeView(provider: (typeof providers)[number], name: string): JsonObject {
  const regions = name === 'M0' ? tenantRegionsOf(provider) : regionsOf(provider);
  const [first] = regions;
  const availableRegions = regions.map((region) => ({
    default: region === first || region === 'US_WEST_2',
    name: region,
  }));
  return { availableRegions, name };
}
