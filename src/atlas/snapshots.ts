import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import type { ClusterAddress } from './clusters.ts';
import { AtlasError } from './errors.ts';
import { operation } from './operation.ts';
import { optionalNumber, optionalText } from './optional.ts';
import { listAll, listFirst, pageOf } from './pagination.ts';

/** A cloud backup snapshot. Enumerations are open; times are ISO 8601. */
export interface Snapshot {
  readonly id: string;
  /** queued, inProgress, completed or failed. */
  readonly status: string;
  /** replicaSet or shardedCluster. */
  readonly type: string;
  /** onDemand, scheduled or fallback. */
  readonly snapshotType: string | undefined;
  /** hourly, daily, weekly, monthly, yearly; ondemand for one on demand. */
  readonly frequencyType: string | undefined;
  readonly description: string | undefined;
  /** The time of the data; absent until the snapshot is completed. */
  readonly createdAt: string | undefined;
  /** Recomputed by Atlas when the snapshot is completed. */
  readonly expiresAt: string | undefined;
  readonly storageSizeBytes: number | undefined;
  readonly mongodVersion: string | undefined;
  /** Name of the cluster for a whole replica set; of a shard for a member of a sharded snapshot. */
  readonly replicaSetName: string | undefined;
  /** EMBEDDED (one of the shards) or DEDICATED, of a sharded cluster's snapshot. */
  readonly configServerType: string | undefined;
  /** Names of the replica sets that a sharded cluster's snapshot consists of, config servers included; else empty. */
  readonly members: readonly string[];
  /** Ids of the snapshots of those replica sets; none of them is a snapshot of the whole. */
  readonly memberIds: readonly string[];
}

const snapshot: z.ZodType<Snapshot> = z
  .object({
    id: z.string().min(1),
    status: z.string(),
    type: z.string().catch('replicaSet'),
    snapshotType: optionalText,
    frequencyType: optionalText,
    description: optionalText,
    createdAt: optionalText,
    expiresAt: optionalText,
    storageSizeBytes: optionalNumber,
    mongodVersion: optionalText,
    replicaSetName: optionalText,
    configServerType: optionalText,
    members: z
      .array(z.object({ id: optionalText, replicaSetName: optionalText }))
      .nullish()
      .transform((members) => members ?? []),
  })
  .transform(({ members, ...rest }) => ({
    ...rest,
    members: members.map(({ replicaSetName }) => replicaSetName ?? 'unknown'),
    memberIds: members.flatMap(({ id }) => id ?? []),
  }));

const ofCluster = 'of cluster "{clusterName}" in project {groupId}';

const take = operation({
  method: 'POST',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/snapshots',
  version: '2023-01-01',
  task: `take a snapshot ${ofCluster}`,
  role: 'Project Backup Creator',
  answer: snapshot,
});

const list = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/snapshots',
  version: '2023-01-01',
  task: `list the snapshots ${ofCluster}`,
  role: 'Project Read Only',
  answer: pageOf(snapshot),
});

const listSharded = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedClusters',
  version: '2023-01-01',
  task: `list the snapshots ${ofCluster}`,
  role: 'Project Read Only',
  answer: pageOf(snapshot),
});

const get = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}',
  version: '2023-01-01',
  task: `read the snapshot {snapshotId} ${ofCluster}`,
  role: 'Project Backup Creator» or «Project Read Only',
  answer: snapshot,
});

const getSharded = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedCluster/{snapshotId}',
  version: '2023-01-01',
  task: `read the snapshot {snapshotId} ${ofCluster}`,
  role: 'Project Backup Creator» or «Project Read Only',
  answer: snapshot,
});

const remove = operation({
  method: 'DELETE',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}',
  version: '2023-01-01',
  task: `delete the snapshot {snapshotId} ${ofCluster}`,
  role: 'Project Backup Manager',
  answer: z.unknown(),
});

const removeSharded = operation({
  method: 'DELETE',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedCluster/{snapshotId}',
  version: '2023-01-01',
  task: `delete the snapshot {snapshotId} ${ofCluster}`,
  role: 'Project Backup Manager',
  answer: z.unknown(),
});

/** Whether the snapshots of a cluster are those of a replica set or of a sharded cluster: Atlas keeps them apart. */
export type Topology = 'replicaSet' | 'shardedCluster';

export interface SnapshotRequest {
  readonly description: string;
  readonly retentionInDays: number;
  /** Told when the request is about to leave: from then on it may take effect. */
  readonly onSend: () => void;
}

/** Asks for an on-demand snapshot, of a replica set or a sharded cluster alike. One at a time per cluster. */
export function takeSnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  { description, retentionInDays, onSend }: SnapshotRequest,
): Promise<Snapshot> {
  return client.call(take, { path: address, body: { description, retentionInDays }, onSend });
}

/** Reads one snapshot. */
export function getSnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  { id, type }: { readonly id: string; readonly type: string },
): Promise<Snapshot> {
  const operation = type === 'shardedCluster' ? getSharded : get;
  return client.call(operation, { path: { ...address, snapshotId: id } });
}

/**
 * All snapshots of a cluster. With `replicaSet`, a sharded cluster shows those of its single shards; never take one of
 * them for a snapshot of the whole.
 */
export async function listSnapshots(
  client: AtlasClient,
  address: ClusterAddress,
  topology: Topology,
): Promise<readonly Snapshot[]> {
  if (topology === 'replicaSet') return await listAll(client, list, { path: address });
  // The one list of Atlas that the specification gives no pages.
  const page = await client.call(listSharded, { path: address });
  return page.results;
}

/** Some snapshots of a cluster, in one request; of a sharded cluster all, because that list has no pages. */
export async function sampleSnapshots(
  client: AtlasClient,
  address: ClusterAddress,
  topology: Topology,
): Promise<readonly Snapshot[]> {
  if (topology === 'shardedCluster') return await listSnapshots(client, address, topology);
  const { items } = await listFirst(client, list, { path: address, atMost: 20 });
  return items;
}

/** Deletes a snapshot that has ended; already gone is success. Resolves to whether there was one. */
export async function deleteSnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  { id, type }: { readonly id: string; readonly type: string },
): Promise<boolean> {
  try {
    await client.call(type === 'shardedCluster' ? removeSharded : remove, { path: { ...address, snapshotId: id } });
    return true;
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'SNAPSHOT_NOT_FOUND') return false;
    throw error;
  }
}
