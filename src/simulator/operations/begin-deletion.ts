import { type AtlasError, atlasError } from '../errors.ts';
import { startDeletion, stateOf } from '../world/cluster-lifecycle.ts';
import { abandonRestores } from '../world/restore-effects.ts';
import type { Cluster } from '../world/types.ts';
import type { Call } from './operation.ts';

/** Starts to delete a cluster of any kind, unless that is under way or the cluster is protected. */
export function beginDeletion({ world, now }: Call, cluster: Cluster): void {
  const { settings, name, groupId } = cluster;
  if (stateOf(cluster, now) === 'DELETING') throw atlasError('CLUSTER_ALREADY_REQUESTED_DELETION', name);
  if (settings.terminationProtectionEnabled) {
    throw atlasError(
      'CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED',
      `Cannot terminate cluster ${name} in group ${groupId} because termination protection is enabled. Disable termination protection and try again.`,
    );
  }
  abandonRestores(world, cluster);
  startDeletion(world, cluster);
}

/** What Atlas says to a change of a cluster on its way out: a code of its own for nothing but the reason. */
export function beingDeleted(): AtlasError {
  return atlasError('ATLAS_GENERAL_ERROR', 'This cluster is currently being deleted, cannot update');
}
