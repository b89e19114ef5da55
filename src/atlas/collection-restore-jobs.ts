import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import type { ClusterAddress } from './clusters.ts';
import { operation } from './operation.ts';
import { optionalNumber, optionalText } from './optional.ts';
import { listAll, listFirst, pageOf } from './pagination.ts';

/** A database or collection to restore, and its name on the target where that is not the same. */
export interface RestoreNamespace {
  readonly sourceNamespace: string;
  readonly targetNamespace?: string | undefined;
}

/** A restore of single databases and collections. Enumerations are open. */
export interface CollectionRestoreJob {
  readonly id: string;
  /** INITIALIZING, IN_PROGRESS, FINALIZING, SUCCESSFUL, FAILED or CANCELED. */
  readonly state: string;
  readonly createdAt: string | undefined;
  readonly finishedAt: string | undefined;
  readonly errorMessage: string | undefined;
  readonly restoredDocuments: number | undefined;
  /** May still be an estimate while the job runs. */
  readonly totalDocuments: number | undefined;
  readonly snapshotId: string | undefined;
  readonly pointInTime: number | undefined;
  readonly oplogTs: number | undefined;
  readonly oplogInc: number | undefined;
  readonly targetGroupId: string | undefined;
  readonly targetClusterName: string | undefined;
  readonly databases: readonly RestoreNamespace[];
  readonly collections: readonly RestoreNamespace[];
  readonly databaseSuffix: string | undefined;
  readonly collectionSuffix: string | undefined;
  readonly writeStrategy: string | undefined;
  readonly indexStrategy: string | undefined;
}

/** What became of one collection. */
export interface RestoredCollection {
  readonly sourceNamespace: string;
  /** Where it really is now: Atlas renames what would meet something of the same name. */
  readonly effectiveNamespace: string | undefined;
  /** NOT_STARTED, IN_PROGRESS, FINALIZING, SUCCESSFUL, NOT_FOUND, UNSUPPORTED, ROLLBACK, NOT_RESTORED, FAILED or INDEX_BUILD_FAILED. */
  readonly state: string;
  readonly restoredDocuments: number | undefined;
  readonly totalDocuments: number | undefined;
  /** NOT_STARTED, IN_PROGRESS, SUCCESSFUL, FAILED or NOT_RESTORED. */
  readonly indexState: string | undefined;
  readonly indexError: string | undefined;
  readonly failedIndexes: number;
}

const namespaces = z
  .array(z.object({ sourceNamespace: z.string(), targetNamespace: optionalText }))
  .nullish()
  .transform((list) => list ?? []);

const job: z.ZodType<CollectionRestoreJob> = z
  .object({
    id: z.string().min(1),
    state: z.string(),
    createdAt: optionalText,
    finishedAt: optionalText,
    errorMessage: optionalText,
    restoredDocuments: optionalNumber,
    totalDocuments: optionalNumber,
    snapshotId: optionalText,
    pointInTimeUtcSeconds: optionalNumber,
    oplogTs: optionalNumber,
    oplogInc: optionalNumber,
    targetGroupId: optionalText,
    targetClusterName: optionalText,
    databases: namespaces,
    collections: namespaces,
    databaseSuffix: optionalText,
    collectionSuffix: optionalText,
    writeStrategy: optionalText,
    indexStrategy: optionalText,
  })
  .transform(({ pointInTimeUtcSeconds, ...rest }) => ({ ...rest, pointInTime: pointInTimeUtcSeconds }));

const collection: z.ZodType<RestoredCollection> = z
  .object({
    sourceNamespace: z.string(),
    targetNamespace: optionalText,
    effectiveTargetNamespace: optionalText,
    state: z.string(),
    restoredDocuments: optionalNumber,
    totalDocuments: optionalNumber,
    indexStatus: z
      .object({ state: optionalText, errorMessage: optionalText, failedIndexes: z.array(z.unknown()).nullish() })
      .nullish()
      .catch(undefined),
  })
  .transform(({ effectiveTargetNamespace, targetNamespace, indexStatus, ...rest }) => ({
    ...rest,
    effectiveNamespace: effectiveTargetNamespace || targetNamespace || undefined,
    indexState: indexStatus?.state,
    indexError: indexStatus?.errorMessage,
    failedIndexes: indexStatus?.failedIndexes?.length ?? 0,
  }));

const VERSION = '2025-03-12';
const ofCluster = 'of cluster "{clusterName}" in project {groupId}';

const list = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs',
  version: VERSION,
  task: `list the collection restore jobs ${ofCluster}`,
  role: 'Project Backup Manager',
  answer: pageOf(job),
});

const create = operation({
  method: 'POST',
  path: '/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs',
  version: VERSION,
  task: `restore databases or collections ${ofCluster}`,
  role: 'Project Backup Manager',
  answer: job,
});

const get = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs/{jobId}',
  version: VERSION,
  task: `read the collection restore job {jobId} ${ofCluster}`,
  role: 'Project Backup Manager',
  answer: job,
});

const listCollections = operation({
  method: 'GET',
  path: '/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs/{jobId}/collections',
  version: VERSION,
  task: `list the collections of restore job {jobId} ${ofCluster}`,
  role: 'Project Backup Manager',
  answer: pageOf(collection),
});

/** What to restore and where to; exactly one source: a snapshot, a second, or an entry of the oplog. */
export interface NewCollectionRestoreJob {
  readonly snapshotId?: string;
  /** Seconds since 1970. Spelt `Utc` here, and `UTC` in restore jobs of whole clusters. */
  readonly pointInTimeUtcSeconds?: number;
  readonly oplogTs?: number;
  readonly oplogInc?: number;
  readonly targetGroupId: string;
  readonly targetClusterName: string;
  readonly databases?: readonly RestoreNamespace[];
  readonly collections?: readonly RestoreNamespace[];
  readonly databaseSuffix?: string;
  readonly collectionSuffix?: string;
  readonly writeStrategy: 'CREATE_NEW' | 'OVERWRITE_EXISTING';
  readonly indexStrategy: 'ALL' | 'NONE' | 'ALL_EXCEPT_TTL';
}

/** All collection restore jobs of a cluster as the source, whatever their target. */
export function listCollectionRestoreJobs(
  client: AtlasClient,
  address: ClusterAddress,
): Promise<readonly CollectionRestoreJob[]> {
  return listAll(client, list, { path: address });
}

/** Reads the beginning of the list, in one request: whether Atlas answers. */
export async function sampleCollectionRestoreJobs(client: AtlasClient, address: ClusterAddress): Promise<void> {
  await listFirst(client, list, { path: address, atMost: 1 });
}

/** Asks for a restore. The answer may be lost although it begins, and it carries no marker: compare the lists. */
export function createCollectionRestoreJob(
  client: AtlasClient,
  address: ClusterAddress,
  { body, onSend }: { readonly body: NewCollectionRestoreJob; readonly onSend: () => void },
): Promise<CollectionRestoreJob> {
  return client.call(create, { path: address, body, onSend });
}

/** Reads one collection restore job. */
export function getCollectionRestoreJob(
  client: AtlasClient,
  address: ClusterAddress,
  jobId: string,
): Promise<CollectionRestoreJob> {
  return client.call(get, { path: { ...address, jobId } });
}

/** What became of each collection; empty while the job is INITIALIZING. */
export function listRestoredCollections(
  client: AtlasClient,
  address: ClusterAddress,
  jobId: string,
): Promise<readonly RestoredCollection[]> {
  return listAll(client, listCollections, { path: { ...address, jobId } });
}
