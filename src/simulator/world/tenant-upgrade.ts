import { drawDuration } from '../durations.ts';
import type { Cluster, ClusterSettings, World } from './types.ts';

/** The change of a tenant into a dedicated cluster while it is under way. */
export interface Upgrade {
  /** When the cluster shows its new size; its connection strings go away then. */
  readonly at: number;
  readonly settings: ClusterSettings;
  /** When they are back. */
  readonly stringsFrom: number;
}

/** Starts the upgrade of a tenant: UPDATING, then dedicated without connection strings for a while, then IDLE. */
export function startTenantUpgrade(world: World, cluster: Cluster, settings: ClusterSettings): void {
  const now = world.clock.now();
  const duration = drawDuration(world, 'tenantUpgrade');
  cluster.phases = [
    ...cluster.phases.filter(({ from }) => from < now),
    { from: now, state: 'UPDATING' },
    { from: now + duration, state: 'IDLE' },
  ];
  cluster.settings = { ...cluster.settings, tags: settings.tags };
  cluster.upgrade = { at: now + duration * 0.1, settings, stringsFrom: now + duration * 0.8 };
}

/** Lets an upgrade show once its time has come. */
export function settleTenantUpgrade(cluster: Cluster, now: number): void {
  const { upgrade } = cluster;
  if (upgrade === undefined || now < upgrade.at) return;
  cluster.tier = 'dedicated';
  cluster.settings = upgrade.settings;
  cluster.stringsFrom = { standard: upgrade.stringsFrom, standardSrv: upgrade.stringsFrom };
  delete cluster.upgrade;
}
