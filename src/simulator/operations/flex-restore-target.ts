import { atlasError } from '../errors.ts';
import { stateOf } from '../world/cluster-lifecycle.ts';
import { majorOf } from '../world/mongodb-versions.ts';
import { takesRestore } from '../world/restore-effects.ts';
import type { FlexSnapshot } from '../world/snapshot-types.ts';
import type { Cluster } from '../world/types.ts';
import type { Call } from './operation.ts';
import { type TargetNames, targetCluster } from './restore-target.ts';

/** The flex cluster or dedicated replica set that a flex snapshot shall go to, if it may and nothing else goes on there. */
export function flexRestoreTarget(
  call: Call,
  { snapshot, ...names }: TargetNames & { readonly snapshot: FlexSnapshot },
): Cluster {
  const target = targetCluster(call, names);
  const { settings } = target;
  if (target.tier === 'M0') throw atlasError('RESTORE_INITIATION_FAILED', `cluster ${target.name} is an M0`);
  if (settings.paused) throw atlasError('CLUSTER_PAUSED_CANNOT_RESTORE');
  if (settings.clusterType !== 'REPLICASET') throw atlasError('TENANT_RESTORE_INCOMPATIBLE_TOPOLOGY');
  if (majorOf(settings.mongoDBVersion) !== majorOf(snapshot.mongoDBVersion)) {
    throw atlasError('TENANT_RESTORE_VERSION_MISMATCH');
  }
  if ((settings.others.encryptionAtRestProvider ?? 'NONE') !== 'NONE') {
    throw atlasError('TENANT_RESTORE_DESTINATION_ENCRYPTION');
  }
  if (takesRestore(call.world, target) || stateOf(target, call.now) !== 'IDLE') {
    throw atlasError('TENANT_RESTORE_DESTINATION_UNAVAILABLE');
  }
  return target;
}
