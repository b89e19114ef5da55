import { INFINITE } from '../atlas/cluster-answer.ts';
import type { ClusterAutoScaling, ComputeScaling, NodeGroup, ShardRegion } from '../atlas/cluster-hardware.ts';
import type { ActualCluster } from './actual.ts';
import type { DesiredCluster } from './desired.ts';
import { compareSizes, isBetween, isSameSeries, withoutGeneration } from './sizes.ts';

/** What becomes of the size that is named, beside what runs. */
export interface SizeDecision {
  /** The size to change to, where something runs at another one that nobody chose but the author. */
  readonly to?: string;
  /** Sizes that run, where they differ from the one that is named. */
  readonly from?: readonly string[];
  readonly notice?: string;
  readonly problem?: string;
}

/**
 * Decides about `tier` on a dedicated cluster. What Atlas scaled by itself, within the bounds that hold afterwards, is not
 * drift: setting it back would undo on every run what auto-scaling does.
 */
export function decideSize(desired: DesiredCluster, actual: ActualCluster): SizeDecision {
  const running = baseSizes(actual);
  if (running.length === 0) return {};
  if (desired.tier === undefined) return decideByBounds(desired, { running, actual });
  const wanted = comparable(desired.tier, actual);
  const others = running.filter((size) => size !== wanted);
  if (others.length === 0) return {};
  if (others.every((size) => isOwnDoing(size, { wanted, desired, actual }))) {
    return {
      notice: `runs at ${others.join(', ')}, not at ${wanted}: auto-scaling decides about its size, so tier changes nothing`,
    };
  }
  const bounds = boundsThatStay(desired, actual);
  if (bounds && !isBetween(wanted, bounds)) {
    return {
      problem: `tier cannot change from ${others.join(', ')} to ${wanted} while auto-scaling goes from ${shownBounds(bounds)}. Name auto-scaling.compute with bounds that hold ${wanted}, of its family (in a spec, as config)`,
    };
  }
  return { to: desired.tier, from: running };
}

/** Bounds alone: Atlas refuses those that do not hold what runs. */
function decideByBounds(
  { autoScaling }: DesiredCluster,
  { running, actual }: { readonly running: readonly string[]; readonly actual: ActualCluster },
): SizeDecision {
  const bounds = autoScaling?.compute && comparableBounds(autoScaling.compute, actual);
  if (!bounds || running.every((size) => isBetween(size, bounds))) return {};
  const { min } = bounds;
  const areBelow = running.every((size) => min !== undefined && isSameSeries(size, min) && compareSizes(size, min) < 0);
  if (min !== undefined && areBelow) {
    return {
      to: min,
      from: running,
      notice: `runs at ${running.join(', ')}, below the minimum of auto-scaling.compute, so it is made ${min}`,
    };
  }
  return {
    problem: `runs at ${running.join(', ')}, outside of auto-scaling.compute (${shownBounds(bounds)}), which Atlas refuses. Name a tier within the bounds too, or change them`,
  };
}

/** Whether Atlas itself may have brought a size about. */
function isOwnDoing(
  size: string,
  { wanted, desired, actual }: { wanted: string; desired: DesiredCluster; actual: ActualCluster },
): boolean {
  if (!isSameSeries(size, wanted)) return false;
  const present = scalingOf(actual);
  const { compute, disk } = desired.autoScaling ?? {};
  const named = present.compute && compute !== false ? (compute ?? present.compute) : undefined;
  const bounds = named && comparableBounds(named, actual);
  if (bounds && isBetween(size, { min: bounds.min ?? wanted, max: bounds.max })) return true;
  // A disk that grows past what a size can have takes the size along.
  return present.disk && disk !== false && !compute && compareSizes(size, wanted) > 0;
}

/** Bounds of auto-scaling that the spec leaves as they are. */
function boundsThatStay(desired: DesiredCluster, actual: ActualCluster): Bounds | undefined {
  const { compute } = scalingOf(actual);
  if (desired.autoScaling?.compute !== undefined || !compute) return undefined;
  return comparableBounds(compute, actual);
}

type Bounds = Pick<ComputeScaling, 'min' | 'max'>;

function comparableBounds({ min, max }: Bounds, actual: ActualCluster): Bounds {
  return { min: min && comparable(min, actual), max: max && comparable(max, actual) };
}

function shownBounds({ min, max }: Bounds): string {
  return `${min ?? 'any size'} to ${max ?? 'any size'}`;
}

/** Whether Atlas enlarges disks by itself, and goes on to. Compute auto-scaling moves disks along with sizes. */
export function growsDisks(desired: DesiredCluster, actual: ActualCluster): boolean {
  const present = scalingOf(actual);
  const { compute, disk } = desired.autoScaling ?? {};
  return (present.disk && disk !== false) || (present.compute !== false && compute !== false);
}

/** The auto-scaling of a cluster: that of its first region, which is the same in all of them. */
export function scalingOf({ hardware }: ActualCluster): ClusterAutoScaling {
  const scaling = hardware.flatMap(({ regions }) => regions).find(({ autoScaling }) => autoScaling)?.autoScaling;
  return scaling ?? { compute: false, disk: false, maxStorageGb: undefined };
}

/** Sizes of the electable and read-only nodes of all shards, which are one size within a shard. */
export function baseSizes(actual: ActualCluster): readonly string[] {
  const groups = actual.hardware.flatMap(({ regions }) => regions).flatMap(baseGroups);
  return [...new Set(groups.flatMap(({ size }) => (size === undefined ? [] : [comparable(size, actual)])))];
}

function baseGroups({ electable, readOnly }: ShardRegion): readonly NodeGroup[] {
  return [electable, readOnly].filter((group) => group !== undefined).filter(({ nodes }) => nodes !== 0);
}

/** Disk sizes of all nodes, in whole GB. */
export function diskSizes({ hardware }: ActualCluster): readonly number[] {
  const groups = hardware.flatMap(({ regions }) => regions).flatMap(baseGroups);
  return [...new Set(groups.flatMap(({ diskSizeGb }) => (diskSizeGb === undefined ? [] : [Math.floor(diskSizeGb)])))];
}

/** Infinite chooses the generation of the machines by itself. */
function comparable(tier: string, { edition }: ActualCluster): string {
  const upper = tier.toUpperCase();
  return edition === INFINITE ? withoutGeneration(upper) : upper;
}
