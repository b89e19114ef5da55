import { INFINITE } from '../atlas/cluster-answer.ts';
import type { Environment } from '../environment/environment.ts';
import { ruleBreaches } from './cluster-rules.ts';
import type { DesiredCluster, DesiredRegion } from './desired.ts';
import { usualRegions } from './regions.ts';

/** What a new cluster of an environment is when nobody says: small, and no dearer than it must be. */
const usualTier = 'FLEX';
const usualInfiniteTier = 'M10';
const usualRegion: DesiredRegion = { provider: 'AWS', region: usualRegions.AWS, nodes: undefined };

/** A cluster that says enough to be made. */
export interface NewCluster extends DesiredCluster {
  readonly tier: string;
  readonly regions: readonly [DesiredRegion, ...DesiredRegion[]];
}

/**
 * Decides what a cluster that does not exist yet shall be, and what stands against it. Only an environment has
 * defaults: a named cluster without a tier is more likely a misspelt name than a wish.
 */
export function newCluster(
  cluster: DesiredCluster,
  environment: Environment | undefined,
): { readonly cluster: NewCluster; readonly problems: readonly string[] } {
  const tier = cluster.tier ?? (cluster.edition === INFINITE ? usualInfiniteTier : usualTier);
  const [first = usualRegion, ...others] = cluster.regions;
  const problems: string[] = [];
  const missing = [cluster.tier ?? 'tier', cluster.regions.length > 0 || 'region'].filter(
    (one) => one === 'tier' || one === 'region',
  );
  if (!environment && missing.length > 0) {
    problems.push(
      `cluster "${cluster.name}" does not exist, and to create it ${missing.join(' and ')} must be given. If it should exist, check its name`,
    );
  }
  if (cluster.tier === undefined) {
    for (const { key, message } of ruleBreaches(cluster, tier)) {
      problems.push(`cluster "${cluster.name}": ${key} ${message}. Name a tier: M10 and above`);
    }
  }
  if (cluster.edition === undefined && cluster.maxStorageGb !== undefined) {
    problems.push(`cluster "${cluster.name}": max-storage-gb needs edition: infinite`);
  }
  return { cluster: { ...cluster, tier, regions: [first, ...others] }, problems };
}
