import { changeData } from './cluster-data.ts';
import { occupy } from './cluster-lifecycle.ts';
import type { FlexRestoreJob, RestoreJob, RestoreTarget } from './restore-types.ts';
import type { Catalogue, Cluster, World } from './types.ts';

/** Until when a restore into a cluster runs, and what it leaves there; nothing where it does not finish. */
export interface Overwriting {
  readonly until: number;
  readonly catalogue?: Catalogue;
}

/**
 * Deletes what the target holds and fills it when the restore has finished: where it does not finish, nothing is left. The
 * cluster shows UPDATING until some time after that.
 */
export function overwrite(world: World, target: Cluster, { until, catalogue }: Overwriting): void {
  changeData(target, { at: world.clock.now(), how: 'all', databases: {} });
  if (catalogue !== undefined) changeData(target, { at: until, how: 'all', databases: catalogue });
  occupy(world, target, until);
}

/** Tells whether a cluster's data are being replaced. */
export function isBeingRestored(world: World, cluster: Cluster): boolean {
  return runningInto(world, cluster).length > 0;
}

/** Ends the restores into a cluster that is on its way out. */
export function abandonRestores(world: World, cluster: Cluster): void {
  for (const job of runningInto(world, cluster)) {
    job.ending = 'failed';
    job.endsAt = world.clock.now();
  }
}

/** Names a target in a job. */
export function described({ id, groupId, name, hosts }: Cluster): RestoreTarget {
  return { groupId, clusterId: id, clusterName: name, replicaSet: hosts.replicaSet };
}

function runningInto(world: World, cluster: Cluster): ReadonlyArray<RestoreJob | FlexRestoreJob> {
  const now = world.clock.now();
  return [...world.restoreJobs, ...world.flexRestoreJobs].filter(
    ({ target, endsAt }) => target?.clusterId === cluster.id && now < endsAt,
  );
}
