import type { ActualCluster } from './actual.ts';
import { atlasChanges } from './atlas-changes.ts';
import { tagChanges } from './changes.ts';
import { editionShown } from './cluster-changes.ts';
import { NVME_CLOUDS, ruleBreaches } from './cluster-rules.ts';
import type { DesiredCluster } from './desired.ts';
import { editionBreaches } from './edition-rules.ts';
import { decideSize, diskSizes, growsDisks } from './own-scaling.ts';
import { regionProblem } from './region-changes.ts';
import { isBetween, isNvme } from './sizes.ts';
import { ANOTHER_NAME } from './target-regions.ts';
import { kindNames, tierKind } from './tiers.ts';
import { versionProblem } from './versions.ts';

/** What is wanted of an existing cluster and cannot be, each with what to do instead. */
export function impossibleChanges(desired: DesiredCluster, actual: ActualCluster): readonly string[] {
  const fatal = kindProblem(desired, actual) ?? editionProblem(desired, actual);
  const problems = fatal === undefined ? furtherProblems(desired, actual) : [fatal];
  return problems.filter((problem) => problem !== undefined).map((problem) => `cluster "${actual.name}": ${problem}`);
}

function furtherProblems(desired: DesiredCluster, actual: ActualCluster): readonly (string | undefined)[] {
  const kind = tierKind(actual.tier);
  const breaches = [...ruleBreaches(desired, actual.tier), ...editionBreaches(desired, actual.edition)];
  return [
    regionProblem(desired, actual),
    ...(kind === 'free' ? freeProblems(desired, actual) : []),
    ...breaches.map(({ key, message }) => `${key} ${message}. Leave it out`),
    versionProblem(desired.mongodbVersion, actual.mongodbVersion),
    ...(kind === 'dedicated'
      ? [
          nvmeProblem(desired, actual),
          decideSize(desired, actual).problem,
          analyticsProblem(desired, actual),
          diskProblem(desired, actual),
          shardsProblem(desired, actual),
        ]
      : []),
  ];
}

function kindProblem({ tier }: DesiredCluster, actual: ActualCluster): string | undefined {
  if (tier === undefined || tierKind(tier) === tierKind(actual.tier)) return undefined;
  return `tier cannot change from ${actual.tier} to ${tier}: ${kindNames[tierKind(actual.tier)]} stays one. ${ANOTHER_NAME}`;
}

function editionProblem({ edition }: DesiredCluster, actual: ActualCluster): string | undefined {
  if (edition === undefined || edition === actual.edition) return undefined;
  const [from, to] = [actual.edition, edition].map(editionShown);
  return `edition cannot change from ${from} to ${to}: it is chosen when a cluster is made. Choose another name for the new cluster, and bring the data over with mongodump and mongorestore`;
}

function freeProblems(
  { tags, atlas, terminationProtection }: DesiredCluster,
  actual: ActualCluster,
): readonly string[] {
  const instead = 'Atlas never changes a free cluster (M0). Take FLEX, under another name';
  const fields = [
    ...tagChanges(actual.tags, tags).map(({ field }) => field),
    ...atlasChanges(actual.raw, atlas).map(({ field }) => field),
    ...(terminationProtection === false && actual.terminationProtection ? ['termination-protection'] : []),
  ];
  return fields.map((field) => `${field} cannot change: ${instead}`);
}

function nvmeProblem(
  { tier, regions }: DesiredCluster,
  { tier: running, hardware }: ActualCluster,
): string | undefined {
  const wanted = tier ?? running;
  const places = regions.length > 0 ? regions : hardware.flatMap((shard) => shard.regions);
  if (!isNvme(wanted) || places.every(({ provider }) => provider !== 'GCP')) return undefined;
  return `${wanted} and GCP do not go together: NVMe ${NVME_CLOUDS}`;
}

/** Local disks are on all nodes or on none, so analytics nodes get the tier too, and their own bounds have to hold it. */
function analyticsProblem(desired: DesiredCluster, actual: ActualCluster): string | undefined {
  const { to } = decideSize(desired, actual);
  if (to === undefined) return undefined;
  for (const { region, analytics, analyticsAutoScaling } of actual.hardware.flatMap(({ regions }) => regions)) {
    const bounds = analyticsAutoScaling?.compute;
    const follows = (analytics?.nodes ?? 0) > 0 && (isNvme(to) || isNvme(analytics?.size ?? ''));
    if (!bounds || !follows || isBetween(to, bounds)) continue;
    return `tier cannot change to ${to} while the analytics nodes in ${region} scale from ${bounds.min ?? 'any size'} to ${bounds.max ?? 'any size'}: NVMe disks are on all nodes or on none. Change the auto-scaling of the analytics nodes in Atlas first (cluster › Edit Configuration)`;
  }
  return undefined;
}

function diskProblem(desired: DesiredCluster, actual: ActualCluster): string | undefined {
  const { diskSizeGb } = desired;
  const largest = Math.max(...diskSizes(actual));
  if (diskSizeGb === undefined || diskSizeGb >= largest || growsDisks(desired, actual)) return undefined;
  return `disk-size-gb cannot shrink from ${largest} to ${diskSizeGb}. Leave it at ${largest}, or restore into a smaller cluster`;
}

function shardsProblem({ shards }: DesiredCluster, { clusterType, hardware }: ActualCluster): string | undefined {
  if (shards === undefined || hardware.length === 0) return undefined;
  if (clusterType === 'REPLICASET' && shards > 1) {
    return `shards cannot change from 1 to ${shards}: a replica set has to become a sharded cluster first. Do that in Atlas (cluster › Edit Configuration), then run the step again`;
  }
  if (shards > 1 || hardware.length === 1) return undefined;
  return `shards cannot change from ${hardware.length} to 1: a sharded cluster does not become a replica set. Restore into a new one`;
}
