import type { ClusterAddress } from './clusters.ts';

/** Page of a cluster's snapshots in the Atlas UI. */
export function backupPage(baseUrl: string, { groupId, clusterName }: ClusterAddress): string {
  return `${baseUrl}/v2/${groupId}#/clusters/backup/${encodeURIComponent(clusterName)}`;
}
