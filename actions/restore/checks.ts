import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import { isoTime } from '../../src/atlas/iso-time.ts';
import type { Environment } from '../../src/environment/environment.ts';
import type { Repository } from '../../src/environment/repository.ts';
import { isMadeBy, ownerOf, tagNames } from '../../src/environment/tags.ts';
import type { ListedSnapshot } from '../listed-snapshots.ts';
import { editionProblems, fitProblems, scopeProblems, togetherProblems } from './fit.ts';
import { isSame, type Survey } from './survey.ts';
import type { RestoreWish } from './wish.ts';

/** Everything that stands in the way of a restore, all at once; empty where nothing does. Pure. */
export function problemsOf(wish: RestoreWish, found: Survey): readonly string[] {
  const { source, target, snapshot } = found;
  const { from, to } = wish;
  const kept = snapshot ?? found.base;
  return [
    ...(source ? spellingProblems(source, from, 'cluster-name') : []),
    ...(target && to && !isSame(from, to) ? spellingProblems(target, to, 'target-cluster-name') : []),
    ...(source ? sourceProblems(source, wish) : []),
    ...found.problems,
    ...(snapshot ? snapshotProblems(snapshot, found) : []),
    ...timeProblems(wish, found),
    ...(target && wish.to ? targetProblems(target, wish) : []),
    ...(source ? editionProblems(source, target, wish) : []),
    ...(source && target ? togetherProblems(source, target, wish) : []),
    ...(kept && target ? fitProblems(kept, target) : []),
    ...(wish.scope ? scopeProblems(found) : []),
    ...(target ? ownershipProblems(target, wish) : []),
  ];
}

/** What the author must still say before data is replaced: anything that is not a preview of this repository must be named. */
export function neededConsent(
  wish: RestoreWish,
  { target }: Pick<Survey, 'target'>,
  repository: Repository,
): readonly string[] {
  const { isConfirmed, to, scope } = wish;
  if (!target || isConfirmed || !replacesData(wish)) return [];
  const { terminationProtection } = target;
  if (isPreviewOf(target, repository) && !terminationProtection) return [];
  const what = scope ? 'the named databases and collections' : 'all data';
  const which = `cluster "${target.name}" in project ${to?.groupId}${terminationProtection ? ', which is protected against termination' : ''}`;
  return [`This would replace ${what} of ${which}. If that is meant, set confirm-overwrite: ${target.name}.`];
}

/** Jobs carry Atlas's spelling of a name: with another one the step would not know its own job again. */
function spellingProblems({ name }: Cluster, { clusterName }: ClusterAddress, input: string): readonly string[] {
  return name === clusterName
    ? []
    : [`${input}: asked about cluster "${clusterName}", Atlas answered about "${name}". Write the name as Atlas does.`];
}

function sourceProblems(
  { name, tier, stateName, pitEnabled }: Cluster,
  { source, scope }: RestoreWish,
): readonly string[] {
  if (tier === 'M0')
    return [`"${name}" is a free cluster (M0), which has no cloud backup. Use mongodump and mongorestore.`];
  const isFlex = tier === 'FLEX';
  const isPoint = source.kind !== 'snapshot';
  return [
    ...(stateName === 'DELETING' ? [`Cluster "${name}" is being deleted, and its snapshots with it.`] : []),
    ...(isFlex && isPoint ? [`"${name}" is a Flex cluster: it has daily snapshots, and no point in time.`] : []),
    ...(isFlex && scope
      ? [`"${name}" is a Flex cluster: only the whole of it can be restored. Single databases need M10 and above.`]
      : []),
    ...(!isFlex && isPoint && !pitEnabled
      ? [
          `Continuous backup is off for "${name}", so there is no point in time to go back to. Restore a snapshot, and turn it on for the next time (Atlas, cluster › Edit Configuration › Cloud Backup).`,
        ]
      : []),
  ];
}

/** Milliseconds that a snapshot must still live: nobody knows what Atlas makes of one that expires in mid-restore. */
const LIFE_LEFT = 3_600_000;

function snapshotProblems({ id, isCompleted, status, expiresAt }: ListedSnapshot, { now }: Survey): readonly string[] {
  if (!isCompleted) return [`Snapshot ${id} is ${status}, not completed, so nothing can be restored from it.`];
  const left = Date.parse(expiresAt ?? '') - (now ?? Number.NaN);
  return left < LIFE_LEFT
    ? [
        `Snapshot ${id} expires at ${expiresAt}, too soon to restore from it. Keep it longer in Atlas, or choose another.`,
      ]
    : [];
}

/** Seconds. */
const DAY = 86_400;

function timeProblems({ source, from }: RestoreWish, { schedule, now }: Survey): readonly string[] {
  if (source.kind === 'snapshot' || now === undefined) return [];
  const { seconds } = source;
  const shown = isoTime(seconds * 1_000);
  const current = Math.floor(now / 1_000);
  if (seconds > current) return [`${shown} lies in the future.`];
  const window = schedule?.restoreWindowDays;
  if (window === undefined || seconds >= current - window * DAY) return [];
  const first = isoTime((current - window * DAY) * 1_000);
  return [
    `${shown} lies before the restore window of "${from.clusterName}", which is ${window} days and begins at ${first}. Restore a snapshot instead.`,
  ];
}

function targetProblems(target: Cluster, { to, safetySnapshot, scope }: RestoreWish): readonly string[] {
  const { name, tier, paused, stateName, backupEnabled } = target;
  if (tier === 'M0') return [`"${name}" is a free cluster (M0): nothing can be restored into it.`];
  return [
    ...(paused
      ? [`Cluster "${name}" is paused, and Atlas restores nothing into paused clusters. Resume it first.`]
      : []),
    ...(stateName === 'DELETING' ? [`Cluster "${name}" in project ${to?.groupId} is being deleted.`] : []),
    ...(tier === 'FLEX' && scope
      ? [`"${name}" is a Flex cluster: single databases can be restored into M10 and above.`]
      : []),
    ...(safetySnapshot && (tier === 'FLEX' || !backupEnabled)
      ? [
          `safety-snapshot: "${name}" ${tier === 'FLEX' ? 'is a Flex cluster, which takes no snapshots on demand' : 'has cloud backup off'}, so there can be none.`,
        ]
      : []),
  ];
}

function ownershipProblems(target: Cluster, { environment, scope }: RestoreWish): readonly string[] {
  if (!environment || scope || ownerOf(target.tags, environment) === 'own') return [];
  return [
    `Cluster "${target.name}" does not belong to environment ${environment.name} of ${environment.repository}. Leave environment out, and set confirm-overwrite, to restore into it all the same.`,
  ];
}

/** Whether something on the target is lost by it. */
export function replacesData({ to, scope }: Pick<RestoreWish, 'to' | 'scope'>): boolean {
  return to !== undefined && (scope === undefined || scope.overwrites);
}

function isPreviewOf({ tags }: Cluster, repository: Repository): boolean {
  return isMadeBy(tags, repository) && tags[tagNames.environment] !== undefined;
}

/** The problem of a cluster that is not there. */
export function missingCluster(
  { groupId, clusterName }: ClusterAddress,
  { input, nearest, environment }: { input: string; nearest: string; environment?: Environment | undefined },
): string {
  const hint = environment
    ? ` Provision makes it: run provision with environment ${environment.name} first.`
    : ` ${nearest}`;
  return `${input}: there is no cluster "${clusterName}" in project ${groupId}.${hint}`;
}
