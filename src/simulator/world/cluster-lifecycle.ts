import { type DurationName, drawDuration, paced } from '../durations.ts';
import { settleTenantUpgrade } from './tenant-upgrade.ts';
import type { Cluster, Phase, StateName, World } from './types.ts';

const pauseEndsAfter = 30 * 24 * 3600 * 1000;

/** The state that a cluster shows at a moment. */
export function stateOf(cluster: Cluster, now: number): StateName {
  return cluster.phases.findLast(({ from }) => from <= now)?.state ?? 'IDLE';
}

/** Tells whether a deleted cluster has left the API. */
export function isGone(cluster: Cluster, now: number): boolean {
  return cluster.goneAt !== undefined && cluster.goneAt <= now;
}

/** The clusters of a project that the API still shows, tenants and flex included. */
export function clustersOf(world: World, groupId: string): readonly Cluster[] {
  const now = world.clock.now();
  const present = world.clusters.filter((cluster) => cluster.groupId === groupId && !isGone(cluster, now));
  for (const cluster of present) {
    resumeForgotten(cluster, now);
    settleTenantUpgrade(cluster, now);
  }
  return present;
}

/** Lets a cluster be created: CREATING, sometimes UPDATING, then IDLE. */
export function startCreation(world: World, cluster: Cluster): void {
  const start = cluster.createdAt;
  const idle = start + drawDuration(world, creationName(cluster));
  const restless = cluster.tier === 'dedicated' && world.random.chance(world.oddities.updatingBeforeIdle);
  cluster.phases = [
    { from: start, state: 'CREATING' },
    ...(restless ? [{ from: start + (idle - start) * 0.8, state: 'UPDATING' as const }] : []),
    { from: idle, state: 'IDLE' },
  ];
  cluster.stringsFrom =
    cluster.tier === 'dedicated' ? { standardSrv: idle, standard: idle } : tenantStrings(world, start, idle);
}

/** Lets a cluster show UPDATING until a change is rolled out; a creation that still runs goes on. */
export function startUpdate(world: World, cluster: Cluster, size: 'small' | 'large'): void {
  const now = world.clock.now();
  if (stateOf(cluster, now) === 'CREATING') return;
  const idle = now + drawDuration(world, `clusterUpdate.${size}`);
  const repairs = world.random.chance(world.oddities.repairingAfterUpdate);
  cluster.phases = [
    ...past(cluster, now),
    { from: now, state: 'UPDATING' },
    ...(repairs ? [{ from: now + (idle - now) * 0.7, state: 'REPAIRING' as const }] : []),
    { from: idle, state: 'IDLE' },
  ];
}

/** Lets a pause that is still under way be undone, which takes longer than either: UPDATING, REPAIRING, then IDLE. */
export function startResumeAtOnce(world: World, cluster: Cluster): void {
  const now = world.clock.now();
  const idle = now + drawDuration(world, 'clusterUpdate.resumeAtOnce');
  cluster.phases = [
    ...past(cluster, now),
    { from: now, state: 'UPDATING' },
    { from: now + (idle - now) * 0.1, state: 'REPAIRING' },
    { from: idle, state: 'IDLE' },
  ];
}

/** Lets a cluster show UPDATING while a restore replaces its data and for some time afterwards, with changes pending. */
export function occupy(world: World, cluster: Cluster, until: number): void {
  const now = world.clock.now();
  const idle = until + drawDuration(world, 'clusterUpdate.afterRestore');
  cluster.phases = [...past(cluster, now), { from: now, state: 'UPDATING' }, { from: idle, state: 'IDLE' }];
  const appliedAt = idle + drawDuration(world, 'restoreApplied');
  cluster.changesAppliedAt = Math.max(cluster.changesAppliedAt ?? 0, appliedAt);
}

/** Lets a cluster show DELETING until it is gone. */
export function startDeletion(world: World, cluster: Cluster): void {
  const now = world.clock.now();
  cluster.phases = [...past(cluster, now), { from: now, state: 'DELETING' }];
  cluster.goneAt = now + drawDuration(world, deletionName(cluster));
  const project = world.projects.find(({ id }) => id === cluster.groupId);
  if (project === undefined) return;
  const lag = drawDuration(world, 'project.closeLag');
  project.closableAt = Math.max(project.closableAt, cluster.goneAt + lag);
}

/** Lets a cluster show the given states one after another from now on; the last one stays. */
export function playPhases(world: World, cluster: Cluster, steps: ReadonlyArray<readonly [StateName, number?]>): void {
  const now = world.clock.now();
  const phases: Phase[] = [...past(cluster, now)];
  let from = now;
  for (const [state, seconds = 0] of steps) {
    phases.push({ from, state });
    from += paced(world, seconds);
  }
  cluster.phases = phases;
}

function past(cluster: Cluster, now: number): readonly Phase[] {
  return cluster.phases.filter(({ from }) => from < now);
}

function creationName({ tier, settings }: Cluster): DurationName {
  if (tier !== 'dedicated') return `clusterCreate.${tier}`;
  const regions = settings.replicationSpecs[0]?.regionConfigs ?? [];
  const first = regions[0];
  if (settings.clusterType !== 'REPLICASET') return 'clusterCreate.sharded';
  if (regions.length > 1) return 'clusterCreate.multiRegion';
  if (first?.providerName === 'AZURE') return 'clusterCreate.AZURE';
  return first?.electableSpecs.instanceSize === 'M20' ? 'clusterCreate.M20' : 'clusterCreate.M10';
}

function deletionName({ tier, settings }: Cluster): DurationName {
  if (tier !== 'dedicated') return `clusterDelete.${tier}`;
  return settings.clusterType === 'REPLICASET' ? 'clusterDelete.M10' : 'clusterDelete.sharded';
}

/** Tenants mostly have their SRV string from the start; now and then one or both come only after IDLE. */
function tenantStrings(world: World, start: number, idle: number): Cluster['stringsFrom'] {
  if (!world.random.chance(world.oddities.idleBeforeStrings)) {
    return { standardSrv: start, standard: start + (idle - start) * 0.4 };
  }
  const late = idle + drawDuration(world, 'tenantStrings.lag');
  return { standardSrv: world.random.chance(2 / 3) ? late : start, standard: late };
}

/** Atlas resumes a paused cluster by itself after 30 days. */
function resumeForgotten(cluster: Cluster, now: number): void {
  if (!cluster.settings.paused || cluster.pausedAt === undefined || now < cluster.pausedAt + pauseEndsAfter) return;
  cluster.settings = { ...cluster.settings, paused: false };
  cluster.resumedAt = cluster.pausedAt + pauseEndsAfter;
}
