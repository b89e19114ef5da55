import type { ActualCluster } from './actual.ts';
import { changeOf } from './changes.ts';
import type { DesiredCluster } from './desired.ts';
import type { Change } from './plan.ts';
import { newNodes } from './regions.ts';
import { regionsShown } from './regions-shown.ts';
import { ANOTHER_NAME, electableRegions, presentRegions, type TargetRegion, targetRegions } from './target-regions.ts';

/** What the named regions change, with the electable nodes of each; shards that differ are told apart. */
export function regionChanges(desired: DesiredCluster, actual: ActualCluster | undefined): readonly Change[] {
  if (desired.regions.length === 0) return [];
  if (!actual) {
    const nodes = newNodes(desired);
    const isShared = desired.tier === 'M0' || desired.tier === 'FLEX';
    const shown = desired.regions.map((region, index) => ({ ...region, nodes: isShared ? undefined : nodes[index] }));
    return changeOf('regions', undefined, regionsShown(shown));
  }
  const targets = actual.hardware.map((shard) => targetRegions(desired, shard, actual));
  const from = actual.hardware.map((shard) => shownOf(presentRegions(shard)));
  const to = targets.map((target) => ('regions' in target ? shownOf(target.regions) : undefined));
  return changeOf('regions', different(from), different(to));
}

/** Why the named regions cannot be; undefined where they can. */
export function regionProblem(desired: DesiredCluster, actual: ActualCluster): string | undefined {
  const { regions, regionNaming } = desired;
  if (regions.length === 0) return undefined;
  if (actual.hardware.length === 0) return sharedRegionProblem(desired, actual);
  const [first, ...others] = actual.hardware;
  const zones = new Set(actual.hardware.map(({ zoneName }) => zoneName));
  if (first && regionNaming === 'all' && zones.size > 1) {
    return `regions cannot be changed for a cluster with several zones (${[...zones].join(', ')}): change it in Atlas, and leave regions out`;
  }
  // A global cluster has a preferred region in every zone; one of them is enough for whoever names one.
  const targets = actual.hardware.map((shard) => targetRegions(desired, shard, actual));
  if (regionNaming !== 'all' && others.length > 0 && targets.some((target) => 'regions' in target)) return undefined;
  const found = targets.find((target) => 'problem' in target);
  if (found && 'problem' in found) return found.problem;
  return first && nothingStays(desired, electableRegions(first));
}

function sharedRegionProblem({ regions, regionNaming }: DesiredCluster, actual: ActualCluster): string | undefined {
  const [wanted] = regions;
  const [there] = actual.regions;
  if (!wanted || !there) return undefined;
  const isCloud = there.provider.toUpperCase() === wanted.provider;
  if (isCloud && (regionNaming === 'cloud' || there.region.toUpperCase() === wanted.region)) return undefined;
  return cannotMove([there], regions);
}

function nothingStays({ regions, regionNaming }: DesiredCluster, there: readonly Place[]): string | undefined {
  if (regionNaming !== 'all' || there.length === 0) return undefined;
  const names = there.map(shownPlace);
  return regions.some((place) => names.includes(shownPlace(place))) ? undefined : cannotMove(there, regions);
}

interface Place {
  readonly provider: string;
  readonly region: string;
}

function cannotMove(from: readonly Place[], to: readonly Place[]): string {
  const shown = [from, to].map((places) => places.map(shownPlace).join(', '));
  return `region cannot change from ${shown.join(' to ')}: nothing of it would stay. ${ANOTHER_NAME}`;
}

function shownPlace({ provider, region }: Place): string {
  return `${provider} ${region}`.toUpperCase();
}

function shownOf(regions: readonly TargetRegion[]): string {
  const electable = regions.filter(({ nodes }) => nodes > 0);
  return regionsShown(electable.toSorted((one, other) => other.priority - one.priority));
}

/** What shards have, once where it is the same everywhere. */
function different(shown: readonly (string | undefined)[]): string | undefined {
  const all = [...new Set(shown.filter((one) => one !== undefined))];
  return all.length === 0 ? undefined : all.join(' | ');
}
