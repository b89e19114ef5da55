import type { ClusterAutoScaling, ComputeScaling } from '../atlas/cluster-hardware.ts';
import type { DesiredCluster } from './desired.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** Auto-scaling as it shall be; a half that is undefined is not mentioned. */
export interface WantedScaling {
  readonly compute: ComputeScaling | false | undefined;
  readonly disk: boolean | undefined;
  readonly maxStorageGb: number | undefined;
}

/** What is there, with what the author names in place of it. Regions are replaced whole, so the other half goes along. */
export function mergedScaling(
  present: ClusterAutoScaling | undefined,
  desired: Pick<DesiredCluster, 'autoScaling' | 'maxStorageGb'> | undefined,
): WantedScaling {
  const { compute, disk } = desired?.autoScaling ?? {};
  return {
    compute: compute === undefined ? present?.compute : compute && { ...compute, scaleDown: compute.min !== undefined },
    disk: disk ?? present?.disk,
    // What is not mentioned is kept.
    maxStorageGb: desired?.maxStorageGb,
  };
}

/** `autoScaling` of a region. A cluster of edition Infinite knows no disks: Atlas refuses diskGB in any form. */
export function autoScalingFields(
  { compute, disk, maxStorageGb }: WantedScaling,
  { isInfinite }: { readonly isInfinite: boolean },
): Fields {
  return defined<unknown>({
    compute: compute === undefined ? undefined : computeFields(compute),
    diskGB: disk === undefined || isInfinite ? undefined : { enabled: disk },
    storageConfig: isInfinite && maxStorageGb !== undefined ? { shardSizeLimitGB: maxStorageGb } : undefined,
  });
}

function computeFields(compute: ComputeScaling | false): Fields {
  if (!compute) return { enabled: false, scaleDownEnabled: false };
  const { min, max, scaleDown } = compute;
  return {
    enabled: true,
    scaleDownEnabled: scaleDown,
    ...defined({ minInstanceSize: min, maxInstanceSize: max }),
  };
}

/** A record without the fields that are undefined. */
export function defined<Value>(
  record: Readonly<Record<string, Value | undefined>>,
): Readonly<Record<string, Exclude<Value, undefined>>> {
  // Object.entries loses the keys' types, and filter does not narrow a tuple's second place.
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Record<
    string,
    Exclude<Value, undefined>
  >;
}
