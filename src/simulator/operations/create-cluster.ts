import type { Reply } from '../answers.ts';
import { atlasError } from '../errors.ts';
import { objectBody, requiredText } from '../fields.ts';
import { readTags } from '../tags.ts';
import { clustersOf, startCreation } from '../world/cluster-lifecycle.ts';
import { checkClusterName, checkNameIsCleared } from '../world/cluster-names.ts';
import { readClusterSettings } from '../world/cluster-settings.ts';
import { makeCluster } from '../world/make-cluster.ts';
import type { Cluster, ClusterSettings } from '../world/types.ts';
import { clusterView } from './cluster-view.ts';
import type { Call } from './operation.ts';

const mostClusters = 25;

/** Creates a dedicated cluster or an M0. */
export function createCluster(call: Call): Reply {
  const { world, version } = call;
  const project = call.project();
  const body = objectBody(call.body);
  const name = requiredText(body, 'name');
  checkClusterName({ world, project, name });
  if (body.paused === true) throw atlasError('CANNOT_CREATE_PAUSED_CLUSTER', name);
  const settings = readClusterSettings(body, { world, version });
  const tier = tierOf(settings);
  checkRoom(clustersOf(world, project.id), tier);
  if (tier === 'M0') checkNameIsCleared({ world, project, name });
  const cluster = makeCluster(world, { project, name, tier, settings, createdAt: call.now });
  startCreation(world, cluster);
  const view = clusterView(call, cluster);
  const { tags: _, ...withoutTags } = view;
  // Without tags in the request the answer has no such key, though the next GET has an empty list.
  return { status: 201, body: readTags(body) === undefined ? withoutTags : view };
}

function tierOf({ replicationSpecs }: ClusterSettings): 'dedicated' | 'M0' {
  const isTenant = replicationSpecs[0]?.regionConfigs[0]?.providerName === 'TENANT';
  return isTenant ? 'M0' : 'dedicated';
}

function checkRoom(present: readonly Cluster[], tier: 'dedicated' | 'M0'): void {
  if (tier === 'M0' && present.some((cluster) => cluster.tier === 'M0')) {
    throw atlasError(
      'CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API',
      'M0',
      'This project already has another free cluster.',
    );
  }
  if (present.length >= mostClusters) throw atlasError('MAX_CLUSTERS_PER_GROUP_EXCEEDED', mostClusters);
}
