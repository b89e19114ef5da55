import { expiryOf, tagNames } from '../environment/tags.ts';
import type { ActualCluster } from './actual.ts';
import { atlasChanges } from './atlas-changes.ts';
import { changeOf, tagChanges } from './changes.ts';
import type { DesiredCluster, DesiredState } from './desired.ts';
import { decideSize, diskSizes, growsDisks } from './own-scaling.ts';
import type { Change } from './plan.ts';
import { regionChanges } from './region-changes.ts';
import { autoScalingChanges } from './scaling-changes.ts';
import { tierKind } from './tiers.ts';
import { majorOf } from './versions.ts';

/** Every named field that differs from what stands in Atlas; against nothing, every named field. */
export function clusterChanges(desired: DesiredCluster, actual: ActualCluster | undefined): readonly Change[] {
  return [
    ...(actual?.paused ? [{ field: RESUMPTION, from: true, to: false }] : []),
    ...changeOf('edition', actual && editionShown(actual.edition), desired.edition && editionShown(desired.edition)),
    ...tierChange(desired, actual),
    ...regionChanges(desired, actual),
    ...changeOf('mongodb-version', versionShown(desired, actual), desired.mongodbVersion),
    ...changeOf('backup', actual?.backup, desired.backup),
    ...changeOf('point-in-time', actual?.pointInTime, desired.pointInTime),
    ...diskChange(desired, actual),
    ...changeOf('termination-protection', actual?.terminationProtection, desired.terminationProtection),
    ...changeOf('shards', shardsShown(desired, actual), desired.shards),
    ...autoScalingChanges(desired, actual),
    ...tagChanges(actual?.tags ?? {}, desired.tags),
    ...atlasChanges(actual?.raw ?? {}, desired.atlas),
  ];
}

/** The change of a paused cluster that is to run again; it is a request of its own. */
export const RESUMPTION = 'paused';

/** The expiry tag of an environment, where it moves far enough. */
export function expiryChanges({ tags }: ActualCluster, { ownership }: DesiredState): readonly Change[] {
  const to = expiryOf(ownership);
  // The tag tells whole seconds.
  if (to === undefined || Math.abs(to - (expiryOf(tags) ?? 0)) < 1_000) return [];
  return changeOf(`tags.${tagNames.expiresAt}`, tags[tagNames.expiresAt], ownership[tagNames.expiresAt]);
}

/** The tags of an environment's repository, where it was renamed since, or where its id was not known. */
export function repositoryChanges({ tags }: ActualCluster, { ownership }: DesiredState): readonly Change[] {
  return [tagNames.repository, tagNames.repositoryId].flatMap((name) => {
    const [from, to] = [tags[name], ownership[name]];
    return from?.toLowerCase() === to?.toLowerCase() ? [] : changeOf(`tags.${name}`, from, to);
  });
}

/** What is named and changes nothing, because auto-scaling decides about it. */
export function scalingNotices(desired: DesiredCluster, actual: ActualCluster): readonly string[] {
  if (tierKind(actual.tier) !== 'dedicated') return [];
  const { notice } = decideSize(desired, actual);
  const grown = diskSizes(actual).filter((size) => desired.diskSizeGb !== undefined && size > desired.diskSizeGb);
  const disk = grown.length > 0 && growsDisks(desired, actual);
  return [
    ...(notice === undefined ? [] : [notice]),
    ...(disk
      ? [
          `has disks of ${grown.join(', ')} GB, not of ${desired.diskSizeGb}: auto-scaling decides about them, so disk-size-gb changes nothing`,
        ]
      : []),
  ].map((text) => `cluster "${actual.name}" ${text}`);
}

function tierChange(desired: DesiredCluster, actual: ActualCluster | undefined): readonly Change[] {
  if (!actual) return changeOf('tier', undefined, desired.tier);
  if (tierKind(actual.tier) !== 'dedicated') return changeOf('tier', actual.tier.toUpperCase(), desired.tier);
  const { from, to } = decideSize(desired, actual);
  return changeOf('tier', from?.join(', '), to);
}

function versionShown({ mongodbVersion }: DesiredCluster, actual: ActualCluster | undefined): string | undefined {
  if (!actual) return undefined;
  return actual.mongodbVersion === undefined ? mongodbVersion : majorOf(actual.mongodbVersion);
}

/** Sizes come back as floats, and larger than asked for where Atlas may enlarge them. */
function diskChange(desired: DesiredCluster, actual: ActualCluster | undefined): readonly Change[] {
  const { diskSizeGb } = desired;
  if (diskSizeGb === undefined) return [];
  if (!actual) return changeOf('disk-size-gb', undefined, diskSizeGb);
  const others = diskSizes(actual).filter((size) => size !== diskSizeGb);
  if (others.length === 0) return [];
  if (others.every((size) => size > diskSizeGb) && growsDisks(desired, actual)) return [];
  return [{ field: 'disk-size-gb', from: others.length === 1 ? (others[0] ?? '') : others.join(', '), to: diskSizeGb }];
}

function shardsShown({ shards }: DesiredCluster, actual: ActualCluster | undefined): number | undefined {
  if (!actual) return undefined;
  return actual.hardware.length === 0 ? shards : actual.hardware.length;
}

/** An edition as a spec writes it. */
export function editionShown(edition: string): string {
  return edition.toLowerCase();
}
