import { isAllowedInProject } from '../authentication/roles.ts';
import { atlasError } from '../errors.ts';
import { required } from '../fields.ts';
import { clustersOf, stateOf } from '../world/cluster-lifecycle.ts';
import { takesRestore } from '../world/restore-effects.ts';
import type { Cluster } from '../world/types.ts';
import type { Call } from './operation.ts';

/** Where a body says that the data shall go. */
export interface TargetNames {
  readonly targetGroupId: string | undefined;
  readonly targetClusterName: string | undefined;
}

/** The dedicated cluster that a body names as target, if the caller may overwrite it and nothing else goes on there. */
export function restoreTarget(call: Call, names: TargetNames): Cluster {
  const target = targetCluster(call, names);
  if (target.tier === 'FLEX') throw atlasError('CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API', target.name);
  if (target.tier === 'M0') throw atlasError('RESTORE_INITIATION_FAILED', `cluster ${target.name} is an M0`);
  if (target.settings.paused) throw atlasError('CLUSTER_PAUSED_CANNOT_RESTORE');
  if (takesRestore(call.world, target)) throw atlasError('ATLAS_CLUSTER_RESTORE_IN_PROGRESS');
  const state = stateOf(target, call.now);
  // Not documented: a target must have nothing else to do.
  if (state !== 'IDLE') throw atlasError('RESTORE_INITIATION_FAILED', `cluster ${target.name} is ${state}`);
  return target;
}

/** The cluster that a body names as target; projects that the caller does not see, or may not restore into, are refused alike. */
export function targetCluster(call: Call, { targetGroupId, targetClusterName }: TargetNames): Cluster {
  const groupId = required('targetGroupId', targetGroupId);
  const name = required('targetClusterName', targetClusterName);
  if (!/^[0-9a-f]{24}$/.test(groupId)) throw atlasError('INVALID_GROUP_ID', groupId);
  const project = call.world.projects.find(({ id }) => id === groupId);
  if (project === undefined || !isAllowedInProject(call.caller, project, ['Project Backup Recovery Operator'])) {
    throw atlasError('CANNOT_RESTORE_TO_TARGET');
  }
  const target = clustersOf(call.world, groupId).find((cluster) => cluster.name === name);
  if (target === undefined) throw atlasError('CLUSTER_NOT_FOUND', name, groupId);
  return target;
}
