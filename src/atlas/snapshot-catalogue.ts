import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import type { ClusterAddress } from './clusters.ts';
import { operation } from './operation.ts';
import { listAll, listFirst, pageOf } from './pagination.ts';

const inSnapshot = 'in snapshot {snapshotId} of cluster "{clusterName}" in project {groupId}';

const listDatabases = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}/databases',
  version: '2025-03-12',
  task: `list the databases ${inSnapshot}`,
  role: 'Project Backup Manager',
  answer: pageOf(z.object({ name: z.string() })),
});

const listCollections = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}/databases/{databaseName}/collections',
  version: '2025-03-12',
  task: `list the collections of database "{databaseName}" ${inSnapshot}`,
  role: 'Project Backup Manager',
  answer: pageOf(z.object({ name: z.string() })),
});

/** Names of the databases that a completed snapshot really contains. */
export async function listSnapshotDatabases(
  client: AtlasClient,
  address: ClusterAddress,
  snapshotId: string,
): Promise<readonly string[]> {
  const databases = await listAll(client, listDatabases, { path: { ...address, snapshotId } });
  return databases.map(({ name }) => name);
}

/** Names of the collections that a completed snapshot really contains in one database. */
export async function listSnapshotCollections(
  client: AtlasClient,
  address: ClusterAddress,
  { snapshotId, databaseName }: { readonly snapshotId: string; readonly databaseName: string },
): Promise<readonly string[]> {
  const collections = await listAll(client, listCollections, { path: { ...address, snapshotId, databaseName } });
  return collections.map(({ name }) => name);
}

/** Names in a completed snapshot, as many as one request gives, and whether these are all. */
export interface SomeNames {
  readonly names: readonly string[];
  readonly isWhole: boolean;
}

/** The first databases that a completed snapshot contains, in one request. */
export async function sampleSnapshotDatabases(
  client: AtlasClient,
  address: ClusterAddress,
  { snapshotId, atMost }: { readonly snapshotId: string; readonly atMost: number },
): Promise<SomeNames> {
  const { items, isWhole } = await listFirst(client, listDatabases, { path: { ...address, snapshotId }, atMost });
  return { names: items.map(({ name }) => name), isWhole };
}

/** The first collections that a completed snapshot contains in one database, in one request. */
export async function sampleSnapshotCollections(
  client: AtlasClient,
  address: ClusterAddress,
  {
    snapshotId,
    databaseName,
    atMost,
  }: { readonly snapshotId: string; readonly databaseName: string; readonly atMost: number },
): Promise<SomeNames> {
  const path = { ...address, snapshotId, databaseName };
  const { items, isWhole } = await listFirst(client, listCollections, { path, atMost });
  return { names: items.map(({ name }) => name), isWhole };
}
