import { timestamp } from '../clock.ts';
import type { JsonObject } from '../json.ts';
import { stateOf } from '../world/cluster-lifecycle.ts';
import type { Cluster } from '../world/types.ts';
import { tagsView } from './cluster-view.ts';
import { connectionStrings } from './connection-strings.ts';

/** Shows a flex cluster. */
export function flexView(cluster: Cluster, now: number): JsonObject {
  const { settings } = cluster;
  const region = settings.replicationSpecs[0]?.regionConfigs[0];
  const deleting = stateOf(cluster, now) === 'DELETING';
  return {
    backupSettings: { enabled: true },
    clusterType: 'REPLICASET',
    connectionStrings: connectionStrings(cluster, now),
    createDate: timestamp(cluster.createdAt),
    groupId: cluster.groupId,
    id: cluster.id,
    mongoDBVersion: settings.mongoDBVersion,
    name: cluster.name,
    providerSettings: {
      backingProviderName: region?.backingProviderName,
      diskSizeGB: 5,
      providerName: 'FLEX',
      regionName: region?.regionName,
    },
    stateName: stateOf(cluster, now),
    tags: tagsView(deleting ? [] : settings.tags),
    terminationProtectionEnabled: settings.terminationProtectionEnabled,
    versionReleaseSystem: settings.versionReleaseSystem,
  };
}
