import type { ActualCluster } from './actual.ts';
import { atlasChanges } from './atlas-changes.ts';
import { tagChanges } from './changes.ts';
import { ruleBreaches } from './cluster-rules.ts';
import type { DesiredCluster } from './desired.ts';
import { kindNames, tierKind } from './tiers.ts';
import { versionProblem } from './versions.ts';

/** What is wanted of an existing cluster and cannot be, each with what to do instead. */
export function impossibleChanges(desired: DesiredCluster, actual: ActualCluster): readonly string[] {
  const problems =
    kindProblem(desired, actual) === undefined
      ? [
          regionProblem(desired, actual),
          ...(tierKind(actual.tier) === 'free' ? freeProblems(desired, actual) : []),
          ...ruleBreaches(desired, actual.tier).map(({ key, message }) => `${key} ${message}. Leave it out`),
          versionProblem(desired.mongodbVersion, actual.mongodbVersion),
          diskProblem(desired, actual),
          shardsProblem(desired, actual),
        ]
      : [kindProblem(desired, actual)];
  return problems.filter((problem) => problem !== undefined).map((problem) => `cluster "${actual.name}": ${problem}`);
}

function kindProblem({ tier }: DesiredCluster, actual: ActualCluster): string | undefined {
  if (tier === undefined || tierKind(tier) === tierKind(actual.tier)) return undefined;
  return `tier cannot change from ${actual.tier} to ${tier}: ${kindNames[tierKind(actual.tier)]} stays one. Delete it first (teardown), or choose another name`;
}

function regionProblem({ regions }: DesiredCluster, actual: ActualCluster): string | undefined {
  if (regions.length === 0 || actual.regions.length === 0) return undefined;
  const wanted = regions.map(({ provider, region }) => `${provider} ${region}`);
  const there = actual.regions.map(({ provider, region }) => `${provider} ${region}`.toUpperCase());
  if (wanted.some((place) => there.includes(place))) return undefined;
  return `region cannot change from ${there.join(', ')} to ${wanted.join(', ')}: nothing of it would stay. Delete it first (teardown), or choose another name`;
}

function freeProblems(
  { tags, atlas, terminationProtection }: DesiredCluster,
  actual: ActualCluster,
): readonly string[] {
  const instead = 'Atlas never changes a free cluster (M0). Delete it first (teardown), or take FLEX';
  const fields = [
    ...tagChanges(actual.tags, tags).map(({ field }) => field),
    ...atlasChanges(actual.raw, atlas).map(({ field }) => field),
    ...(terminationProtection === false && actual.terminationProtection ? ['termination-protection'] : []),
  ];
  return fields.map((field) => `${field} cannot change: ${instead}`);
}

function diskProblem({ diskSizeGb, autoScaling }: DesiredCluster, actual: ActualCluster): string | undefined {
  if (diskSizeGb === undefined || actual.diskSizeGb === undefined) return undefined;
  if (diskSizeGb >= Math.floor(actual.diskSizeGb) || growsByItself(autoScaling?.disk, actual)) return undefined;
  return `disk-size-gb cannot shrink from ${actual.diskSizeGb} to ${diskSizeGb}. Leave it at ${actual.diskSizeGb}, or restore into a smaller cluster`;
}

/** Whether Atlas itself may have made the disk larger than was asked for. */
export function growsByItself(wanted: boolean | undefined, actual: ActualCluster): boolean {
  return wanted ?? actual.autoScaling?.disk ?? false;
}

function shardsProblem({ shards }: DesiredCluster, actual: ActualCluster): string | undefined {
  if (shards !== 1 || (actual.shards ?? 1) === 1) return undefined;
  return `shards cannot change from ${actual.shards} to 1: a sharded cluster does not become a replica set. Restore into a new one`;
}
