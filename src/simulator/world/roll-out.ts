import { drawDuration, paced } from '../durations.ts';
import { clustersOf, stateOf } from './cluster-lifecycle.ts';
import type { Cluster, World } from './types.ts';

/** For so many seconds after its creation a tenant shows UPDATING when its users change. */
const young = 60;

/** Brings a change of users to the clusters it concerns: pending for some seconds, then applied. */
export function rollOutUsers(world: World, groupId: string, names: readonly string[]): void {
  const now = world.clock.now();
  const concerned = clustersOf(world, groupId).filter(({ name }) => names.length === 0 || names.includes(name));
  for (const cluster of concerned.filter((known) => stateOf(known, now) !== 'DELETING')) {
    const appliedAt = now + drawDuration(world, 'userChange');
    cluster.changesAppliedAt = Math.max(cluster.changesAppliedAt ?? 0, appliedAt);
    if (cluster.tier !== 'dedicated' && now < cluster.createdAt + paced(world, young))
      showUpdating(world, cluster, now);
  }
}

/** Tells whether everything asked of a cluster has reached it. */
export function isApplied(cluster: Cluster, now: number): boolean {
  return ['IDLE', 'DELETING'].includes(stateOf(cluster, now)) && now >= (cluster.changesAppliedAt ?? 0);
}

/** As recorded: CREATING, a user, then UPDATING for about 20 seconds. */
function showUpdating(world: World, cluster: Cluster, now: number): void {
  const idle = now + drawDuration(world, 'clusterUpdate.tenantUser');
  const past = cluster.phases.filter(({ from }) => from < now);
  cluster.phases = [...past, { from: now, state: 'UPDATING' }, { from: idle, state: 'IDLE' }];
}
