import { expiryOf, tagNames } from '../environment/tags.ts';
import type { ActualAutoScaling, ActualCluster } from './actual.ts';
import { atlasChanges } from './atlas-changes.ts';
import { changeOf, tagChanges } from './changes.ts';
import type { DesiredAutoScaling, DesiredCluster, DesiredState } from './desired.ts';
import { growsByItself } from './impossible-changes.ts';
import type { Change } from './plan.ts';
import { regionsShown } from './regions-shown.ts';
import { isBetween } from './sizes.ts';
import { majorOf } from './versions.ts';

/** Every named field that differs from what stands in Atlas; against nothing, every named field. */
export function clusterChanges(desired: DesiredCluster, actual: ActualCluster | undefined): readonly Change[] {
  return [
    ...resumption(desired, actual),
    ...tierChange(desired, actual),
    ...regionChange(desired, actual),
    ...changeOf('mongodb-version', versionShown(desired, actual), desired.mongodbVersion),
    ...changeOf('backup', actual?.backup, desired.backup),
    ...changeOf('point-in-time', actual?.pointInTime, desired.pointInTime),
    ...diskChange(desired, actual),
    ...changeOf('termination-protection', actual?.terminationProtection, desired.terminationProtection),
    ...changeOf('shards', actual && (actual.shards ?? desired.shards), desired.shards),
    ...autoScalingChanges(desired.autoScaling, actual?.autoScaling),
    ...tagChanges(actual?.tags ?? {}, desired.tags),
    ...atlasChanges(actual?.raw ?? {}, desired.atlas),
  ];
}

/** The expiry tag of an environment, where it moves far enough. */
export function expiryChanges({ tags }: ActualCluster, { ownership }: DesiredState): readonly Change[] {
  const to = expiryOf(ownership);
  // The tag tells whole seconds.
  if (to === undefined || Math.abs(to - (expiryOf(tags) ?? 0)) < 1_000) return [];
  return changeOf(`tags.${tagNames.expiresAt}`, tags[tagNames.expiresAt], ownership[tagNames.expiresAt]);
}

/** A paused cluster is of no use to anyone, and takes no other change. */
function resumption({ atlas }: DesiredCluster, actual: ActualCluster | undefined): readonly Change[] {
  return actual?.paused && !('paused' in atlas) ? [{ field: 'paused', from: true, to: false }] : [];
}

/** A size that auto-scaling chose within its bounds is not drift. */
function tierChange(desired: DesiredCluster, actual: ActualCluster | undefined): readonly Change[] {
  const { min, max } = (desired.autoScaling?.compute ?? actual?.autoScaling?.compute) || {};
  const scaled = actual?.autoScaling?.compute !== false && max !== undefined;
  if (actual && scaled && isBetween(actual.tier, { min: min ?? desired.tier, max })) return [];
  return changeOf('tier', actual?.tier.toUpperCase(), desired.tier);
}

function regionChange(desired: DesiredCluster, actual: ActualCluster | undefined): readonly Change[] {
  if (desired.regions.length === 0) return [];
  if (!actual) return changeOf('regions', undefined, regionsShown(desired.regions));
  if (actual.regions.length === 0) return [];
  const ordered = actual.regions.toSorted((one, other) => (other.priority ?? 0) - (one.priority ?? 0));
  const namesNodes = desired.regions.some(({ nodes }) => nodes !== undefined);
  const shown = namesNodes ? ordered : ordered.map((region) => ({ ...region, nodes: undefined }));
  return changeOf('regions', regionsShown(shown), regionsShown(desired.regions));
}

function versionShown({ mongodbVersion }: DesiredCluster, actual: ActualCluster | undefined): string | undefined {
  if (!actual) return undefined;
  return actual.mongodbVersion === undefined ? mongodbVersion : majorOf(actual.mongodbVersion);
}

/** Sizes come back as floats, and larger than asked for where Atlas may enlarge them. */
function diskChange({ diskSizeGb, autoScaling }: DesiredCluster, actual: ActualCluster | undefined): readonly Change[] {
  if (diskSizeGb === undefined || (actual && actual.diskSizeGb === undefined)) return [];
  const from = actual?.diskSizeGb === undefined ? undefined : Math.floor(actual.diskSizeGb);
  if (actual && from !== undefined && from > diskSizeGb && growsByItself(autoScaling?.disk, actual)) return [];
  return changeOf('disk-size-gb', from, diskSizeGb);
}

function autoScalingChanges(
  desired: DesiredAutoScaling | undefined,
  actual: ActualAutoScaling | undefined,
): readonly Change[] {
  if (!desired) return [];
  const { compute, disk } = desired;
  return [
    ...changeOf(
      'auto-scaling.compute',
      actual && computeShown(actual.compute),
      compute === undefined ? undefined : computeShown(compute),
    ),
    ...changeOf('auto-scaling.disk', actual?.disk, disk),
  ];
}

function computeShown(compute: ActualAutoScaling['compute']): string {
  if (!compute) return 'off';
  const [min, max] = [compute.min, compute.max].map((size) => size?.toUpperCase() ?? 'any');
  return `${min} to ${max}`;
}
