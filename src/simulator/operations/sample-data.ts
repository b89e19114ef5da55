import type { Reply } from '../answers.ts';
import { timestamp } from '../clock.ts';
import { drawDuration } from '../durations.ts';
import { atlasError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { changeData } from '../world/cluster-data.ts';
import type { SampleLoad } from '../world/sample-loads.ts';
import type { Catalogue } from '../world/types.ts';
import { anyCluster } from './cluster-lookup.ts';
import { type Call, type Operation, onlyVersion, parameter } from './operation.ts';

const common = {
  // The name is that of a cluster in a POST, and the id of a load in a GET.
  path: '/api/atlas/v2/groups/{groupId}/sampleDatasetLoad/{name}',
  versions: onlyVersion('2023-01-01'),
  roles: ['Project Owner'],
  bucket: 'clusters',
} as const;

/** What a cluster holds once the sample data are in it. */
const sampleData: Catalogue = {
  sample_airbnb: { listingsAndReviews: 5_555 },
  sample_mflix: { comments: 41_079, movies: 21_349, users: 185 },
  sample_restaurants: { neighborhoods: 195, restaurants: 25_359 },
};

/** Loads of MongoDB's sample data into a cluster. */
export const sampleDataOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'requestGroupSampleDatasetLoad',
    method: 'POST',
    javaMethod: 'ApiAtlasSampleDatasetLoadResource::sampleDatasetLoad',
    handle: startLoad,
  },
  {
    ...common,
    operationId: 'getGroupSampleDatasetLoad',
    method: 'GET',
    javaMethod: 'ApiAtlasSampleDatasetLoadResource::getSampleDatasetLoadStatus',
    handle: (call) => {
      const id = parameter(call, 'name');
      const load = call.world.sampleLoads.find((known) => known.id === id && known.groupId === call.project().id);
      if (load === undefined) throw atlasError('RESOURCE_NOT_FOUND', id);
      return { status: 200, body: loadView(load, call.now) };
    },
  },
];

function startLoad(call: Call): Reply {
  const { world, now } = call;
  const cluster = anyCluster(call, parameter(call, 'name'));
  const load: SampleLoad = {
    id: world.newId(),
    groupId: cluster.groupId,
    clusterName: cluster.name,
    createdAt: now,
    completedAt: now + drawDuration(world, 'sampleLoad'),
  };
  world.sampleLoads.push(load);
  changeData(cluster, { at: load.completedAt, how: 'some', databases: sampleData });
  return { status: 201, body: loadView(load, now) };
}

function loadView({ id, clusterName, createdAt, completedAt }: SampleLoad, now: number): JsonObject {
  const completed = now >= completedAt;
  return {
    _id: id,
    clusterName,
    completeDate: completed ? timestamp(completedAt) : null,
    createDate: timestamp(createdAt),
    errorMessage: null,
    state: completed ? 'COMPLETED' : 'WORKING',
  };
}
