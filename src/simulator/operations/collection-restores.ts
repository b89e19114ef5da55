import type { Reply } from '../answers.ts';
import { atlasError } from '../errors.ts';
import { pageOf } from '../paging.ts';
import { catalogueAtPoint } from '../world/cluster-data.ts';
import { collectionProgress, showsCollections } from '../world/collection-progress.ts';
import type { CollectionRestoreJob, RestoredCollection } from '../world/collection-restore-types.ts';
import { collectionRestoreJobsOf, startCollectionRestore } from '../world/collection-restores.ts';
import { snapshotCatalogue } from '../world/snapshots.ts';
import type { Catalogue, Cluster } from '../world/types.ts';
import { backedUpCluster } from './cluster-lookup.ts';
import { type CollectionRestoreRequest, readCollectionRestoreRequest } from './collection-restore-request.ts';
import { collectionRestoreView, collectionStateView } from './collection-restore-view.ts';
import { type Call, type Operation, onlyVersion, parameter } from './operation.ts';
import { basePoint, checkBackedUp, restorableSnapshot } from './restore-source.ts';
import { restoreTarget } from './restore-target.ts';

const common = { versions: onlyVersion('2025-03-12'), bucket: 'cloudBackup' } as const;
const all = '/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/collectionRestoreJobs';
const one = `${all}/{jobId}`;
const readers = ['Project Backup Manager'];

/** Restores of some databases and collections. Nothing of them was recorded. */
export const collectionRestoreOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'listGroupClusterCollectionRestoreJobs',
    method: 'GET',
    path: all,
    roles: readers,
    handle: (call) =>
      pageOf(call, collectionRestoreJobsOf(call.world, backedUpCluster(call)), (job) =>
        collectionRestoreView(job, call.now),
      ),
  },
  {
    ...common,
    operationId: 'createGroupClusterCollectionRestoreJob',
    method: 'POST',
    path: all,
    roles: ['Project Backup Recovery Operator'],
    handle: createJob,
  },
  {
    ...common,
    operationId: 'getGroupClusterCollectionRestoreJob',
    method: 'GET',
    path: one,
    roles: readers,
    handle: (call) => ({ status: 200, body: collectionRestoreView(namedJob(call), call.now) }),
  },
  {
    ...common,
    operationId: 'listGroupClusterCollectionRestoreJobCollections',
    method: 'GET',
    path: `${one}/collections`,
    roles: readers,
    handle: (call) => {
      const job = namedJob(call);
      return pageOf(call, chosenCollections(call, job), (collection) =>
        collectionStateView(job, { collection, now: call.now }),
      );
    },
  },
  {
    ...common,
    operationId: 'getGroupClusterCollectionRestoreJobCollection',
    method: 'GET',
    path: `${one}/collections/{sourceNamespace}`,
    roles: readers,
    handle: (call) => {
      const job = namedJob(call);
      const name = parameter(call, 'sourceNamespace');
      const collection = shownCollections(call, job).find(({ source }) => source === name);
      if (collection === undefined) throw atlasError('RESOURCE_NOT_FOUND', `Collection ${name}`);
      return { status: 200, body: collectionStateView(job, { collection, now: call.now }) };
    },
  },
];

function createJob(call: Call): Reply {
  const cluster = backedUpCluster(call);
  const request = readCollectionRestoreRequest(call.body);
  checkBackedUp(cluster);
  const source = readSource(call, { ...request, cluster });
  const target = restoreTarget(call, request);
  if ([cluster, target].some(({ settings }) => settings.edition === 'INFINITE')) {
    throw atlasError('INVALID_ATTRIBUTE', 'clusterName');
  }
  const job = startCollectionRestore(call.world, { cluster, target, wishes: request.wishes, ...source });
  return { status: 201, body: collectionRestoreView(job, call.now) };
}

/** Where the data come from, and what is there. */
interface Source {
  readonly from: CollectionRestoreJob['from'];
  readonly catalogue: Catalogue;
}

function readSource(call: Call, wish: CollectionRestoreRequest & { readonly cluster: Cluster }): Source {
  if (wish.point !== undefined) {
    const { point } = basePoint(call, wish);
    return { from: point, catalogue: catalogueAtPoint(wish.cluster, point) };
  }
  const { id, snapshot } = restorableSnapshot(call, wish);
  return { from: { snapshotId: id }, catalogue: snapshotCatalogue(call.world, snapshot) };
}

/** The collections of a job that the query asks for. */
function chosenCollections(call: Call, job: CollectionRestoreJob): readonly RestoredCollection[] {
  const [state, source, target] = ['state', 'sourceNamespace', 'targetNamespace'].map((name) => call.query.get(name));
  return shownCollections(call, job)
    .filter((collection) => !source || collection.source === source)
    .filter((collection) => !target || collection.target === target)
    .filter((collection) => !state || collectionProgress(job, { collection, now: call.now }).state === state);
}

/** The collections of a job; none before it has looked into the backup. */
function shownCollections({ now }: Call, job: CollectionRestoreJob): readonly RestoredCollection[] {
  return showsCollections(job, now) ? job.collections : [];
}

function namedJob(call: Call): CollectionRestoreJob {
  const cluster = backedUpCluster(call);
  const id = parameter(call, 'jobId');
  if (!/^[0-9a-f]{24}$/.test(id)) throw atlasError('INVALID_JOB_ID', id);
  const job = collectionRestoreJobsOf(call.world, cluster).find((candidate) => candidate.id === id);
  if (job === undefined) throw atlasError('RESTORE_JOB_NOT_FOUND', id, cluster.name);
  return job;
}
