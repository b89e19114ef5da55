import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import type { Snapshot } from '../../src/atlas/snapshots.ts';
import type { Summary } from '../../src/runner/summary.ts';
import { formatBytes, formatDuration } from '../format.ts';

/** The job summary of a snapshot. */
export function summarize({
  snapshot,
  outcome,
  address,
  databases,
  took,
  backupPage,
}: {
  snapshot: Snapshot;
  outcome: string;
  address: ClusterAddress;
  databases: readonly string[] | undefined;
  took: number;
  backupPage: string;
}): Summary {
  const { id, status, createdAt, expiresAt, storageSizeBytes, mongodVersion, description } = snapshot;
  const isCompleted = status === 'completed';
  return {
    title: isCompleted ? `Snapshot of ${address.clusterName}` : `Snapshot of ${address.clusterName}: not waited for`,
    facts: [
      ['Cluster', address.clusterName],
      ['Project', address.groupId],
      ['Snapshot', id],
      ['Outcome', outcome],
      ['Status', status],
      ['Restore point', createdAt],
      ['Expires', expiresAt],
      ['Size', isCompleted && storageSizeBytes !== undefined ? formatBytes(storageSizeBytes) : undefined],
      ['MongoDB', mongodVersion],
      ['Databases', databases?.join(', ')],
      ['Description', description],
      ['The step took', formatDuration(took)],
    ],
    links: [{ text: 'Snapshots of this cluster in Atlas', url: backupPage }],
    ...(!isCompleted && { note: 'wait is false: nobody has checked that this snapshot gets completed.' }),
  };
}
