import { changeData } from './cluster-data.ts';
import { occupy } from './cluster-lifecycle.ts';
import type { CollectionRestoreJob } from './collection-restore-types.ts';
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

/** Tells whether all of a cluster's data are being replaced. */
export function isBeingRestored(world: World, cluster: Cluster): boolean {
  return wholeRestoresInto(world, cluster).length > 0;
}

/** Tells whether data are being restored into a cluster, all or some: one restore at a time is allowed. */
export function takesRestore(world: World, cluster: Cluster): boolean {
  return isBeingRestored(world, cluster) || collectionRestoresInto(world, cluster).length > 0;
}

/** Ends the restores into a cluster that is on its way out. */
export function abandonRestores(world: World, cluster: Cluster): void {
  const now = world.clock.now();
  for (const job of wholeRestoresInto(world, cluster)) {
    job.ending = 'failed';
    job.endsAt = now;
  }
  // The Terraform provider's tests find them canceled.
  for (const job of collectionRestoresInto(world, cluster)) {
    job.ending = 'cancelled';
    job.endsAt = now;
    job.errorMessage = 'The target cluster was deleted.';
  }
}

/** Names a target in a job. */
export function described({ id, groupId, name, hosts }: Cluster): RestoreTarget {
  return { groupId, clusterId: id, clusterName: name, replicaSet: hosts.replicaSet };
}

function wholeRestoresInto(world: World, cluster: Cluster): ReadonlyArray<RestoreJob | FlexRestoreJob> {
  return [...world.restoreJobs, ...world.flexRestoreJobs].filter((job) => runsInto(world, { job, cluster }));
}

function collectionRestoresInto(world: World, cluster: Cluster): readonly CollectionRestoreJob[] {
  return world.collectionRestoreJobs.filter((job) => runsInto(world, { job, cluster }));
}

function runsInto(
  world: World,
  { job, cluster }: { readonly job: RestoreJob | FlexRestoreJob | CollectionRestoreJob; readonly cluster: Cluster },
): boolean {
  return job.target?.clusterId === cluster.id && world.clock.now() < job.endsAt;
}
