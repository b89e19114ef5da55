import { type JsonObject, sortedByKey } from '../json.ts';
import type { Cluster, RegionConfig } from '../world/types.ts';
import { clusterView } from './cluster-view.ts';
import type { Call } from './operation.ts';

/** Shows a cluster in the form of version 1.0, which the upgrade of tenants still answers in. */
export function legacyClusterView(call: Call, cluster: Cluster): JsonObject {
  const current = clusterView({ ...call, version: '2023-02-01' }, cluster);
  const [spec] = cluster.settings.replicationSpecs;
  const region = spec?.regionConfigs[0];
  const nodes = { analyticsNodes: 0, electableNodes: 3, priority: 7, readOnlyNodes: 0 };
  const regionsConfig = { [region?.regionName ?? 'US_EAST_1']: nodes };
  return sortedByKey({
    ...current,
    autoScaling: { compute: { enabled: false, scaleDownEnabled: false }, diskGBEnabled: false },
    numShards: 1,
    providerBackupEnabled: cluster.settings.backupEnabled,
    ...(region === undefined ? {} : { providerSettings: providerSettings(region) }),
    replicationFactor: 3,
    replicationSpec: regionsConfig,
    replicationSpecs: [{ id: spec?.legacyId, numShards: 1, regionsConfig, zoneName: spec?.zoneName }],
  });
}

function providerSettings({ providerName, backingProviderName, regionName, electableSpecs }: RegionConfig): JsonObject {
  const { instanceSize } = electableSpecs;
  return {
    providerName,
    autoScaling: { compute: { maxInstanceSize: null, minInstanceSize: null } },
    ...(backingProviderName === undefined ? {} : { backingProviderName }),
    effectiveInstanceSizeName: instanceSize,
    instanceSizeName: instanceSize,
    regionName,
  };
}
