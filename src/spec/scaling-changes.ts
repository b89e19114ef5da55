import { INFINITE } from '../atlas/cluster-answer.ts';
import type { ClusterAutoScaling } from '../atlas/cluster-hardware.ts';
import type { ActualCluster } from './actual.ts';
import { changeOf } from './changes.ts';
import type { DesiredCluster } from './desired.ts';
import type { Change } from './plan.ts';
import { withoutGeneration } from './sizes.ts';

/** What the named auto-scaling changes; it must be the same in all regions and shards. */
export function autoScalingChanges(
  { autoScaling, maxStorageGb }: DesiredCluster,
  actual: ActualCluster | undefined,
): readonly Change[] {
  const present = actual && presentScaling(actual);
  const sizeShown = actual?.edition === INFINITE ? withoutGeneration : (size: string) => size;
  // Where Atlas shows no hardware, nothing can be compared.
  if (present?.length === 0) return [];
  const { compute, disk } = autoScaling ?? {};
  return [
    ...changeOf(
      'auto-scaling.compute',
      shared(present, (one) => computeShown(one.compute, sizeShown)),
      compute === undefined
        ? undefined
        : computeShown(compute && { ...compute, scaleDown: compute.min !== undefined }, sizeShown),
    ),
    ...changeOf(
      'auto-scaling.disk',
      shared(present, (one) => one.disk),
      disk,
    ),
    ...changeOf(
      'max-storage-gb',
      shared(present, (one) => one.maxStorageGb),
      maxStorageGb,
    ),
  ];
}

/** The auto-scaling of every region of every shard. */
function presentScaling({ hardware }: ActualCluster): readonly ClusterAutoScaling[] {
  return hardware
    .flatMap(({ regions }) => regions)
    .map(({ autoScaling }) => autoScaling ?? { compute: false, disk: false, maxStorageGb: undefined });
}

type Value = string | number | boolean | undefined;

/** A value, or several where regions or shards differ. */
function shared(
  present: readonly ClusterAutoScaling[] | undefined,
  read: (scaling: ClusterAutoScaling) => Value,
): Value {
  if (!present) return undefined;
  const [first, ...others] = [...new Set(present.map(read))];
  return others.length === 0 ? first : [first, ...others].map((value) => String(value ?? 'none')).join(', ');
}

interface Bounds {
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly scaleDown: boolean;
}

/** Bounds as a plan shows and compares them; Infinite chooses the generation of each size by itself. */
function computeShown(compute: Bounds | false, sizeShown: (size: string) => string): string {
  if (!compute) return 'off';
  const [min, max] = [compute.min, compute.max].map((size) => (size && sizeShown(size.toUpperCase())) ?? 'any');
  return compute.scaleDown ? `${min} to ${max}` : `up to ${max}`;
}
