import { isoTime } from '../atlas/iso-time.ts';
import { hasSameName, isSameRepository, type Repository, repositoryTag } from '../environment/repository.ts';
import { expiryOf, ownerOf, taggedRepository, tagNames } from '../environment/tags.ts';
import type { ActualCluster } from './actual.ts';
import { changeOf, existingStep, newStep, tagChanges } from './changes.ts';
import { clusterChanges, expiryChanges, repositoryChanges, scalingNotices } from './cluster-changes.ts';
import { newCluster } from './creation.ts';
import type { DesiredCluster } from './desired.ts';
import { impossibleChanges } from './impossible-changes.ts';
import type { Change, Comparison, PartialPlan } from './plan.ts';
import { tierKind } from './tiers.ts';

/** Plans one cluster: makes it, changes what may be changed, and tells what cannot. */
export function planCluster(cluster: DesiredCluster, comparison: Comparison): PartialPlan {
  const existing = comparison.actual.clusters.find(({ name }) => name === cluster.name);
  if (!existing || existing.state === 'DELETING') return planNew(cluster, existing, comparison);
  const of = { kind: 'cluster', name: cluster.name } as const;
  const foreign = ownershipProblem(existing, comparison);
  if (foreign) return { step: existingStep(of, [], 'is not ours, and stays as it is'), problems: [foreign] };

  const problems = [...impossibleChanges(cluster, existing), ...pauseProblems(existing, comparison)];
  if (problems.length > 0) return { step: existingStep(of, [], 'cannot be what is asked for'), problems };
  const expiry = comparison.options.environment ? expiryChanges(existing, comparison.desired) : [];
  const takeover = comparison.options.environment ? repositoryChanges(existing, comparison.desired) : [];
  if (tierKind(existing.tier) === 'free') {
    const step = existingStep(of, [], statusOf(existing));
    if (expiry.length === 0) return { step };
    return { step, notices: [`cluster "${cluster.name}" is a free cluster (M0): Atlas cannot renew its expiry`] };
  }
  const named = clusterChanges(cluster, existing);
  const changes = [...(tierKind(existing.tier) === 'flex' ? named.filter(isForFlex) : named), ...expiry, ...takeover];
  return {
    step: existingStep(of, changes, statusOf(existing)),
    notices: [
      ...scalingNotices(cluster, existing),
      ...resumptionNotices(existing),
      ...shorteningNotices(existing, comparison),
      ...renamingNotices(existing, comparison),
    ],
  };
}

/** A cluster that costs nothing while nobody needs it is resumed only for an environment, or where the author says so. */
function pauseProblems({ name, tier, paused }: ActualCluster, { options }: Comparison): readonly string[] {
  if (!paused) return [];
  if (tierKind(tier) === 'free') {
    return [
      `cluster "${name}" is a free cluster (M0) that Atlas has paused, and only its website resumes those: Atlas, cluster › Resume`,
    ];
  }
  if (options.environment || options.resume) return [];
  return [
    `cluster "${name}" is paused, so nobody can connect, and Atlas takes no change of it. Set resume: true to have it resumed`,
  ];
}

function resumptionNotices({ name, paused }: ActualCluster): readonly string[] {
  return paused ? [`cluster "${name}" is paused; it is resumed`] : [];
}

/** Only hours that the author names bring an expiry forward; the run before may have been told a later one. */
function shorteningNotices({ name, tags }: ActualCluster, { desired, options }: Comparison): readonly string[] {
  const [from, to] = [expiryOf(tags), expiryOf(desired.ownership)];
  if (!options.environment || from === undefined || to === undefined || from - to < 1_000) return [];
  return [`cluster "${name}" expires earlier than before: at ${isoTime(to)}, not ${isoTime(from)}`];
}

/** The id says that it is one repository; people know it by its name. */
function renamingNotices({ name, tags }: ActualCluster, { desired, options }: Comparison): readonly string[] {
  const [from, to] = [taggedRepository(tags), taggedRepository(desired.ownership)];
  if (!options.environment || !from || !to || hasSameName(from, to)) return [];
  return [
    `cluster "${name}" was created when this repository was called ${from.repository}; it is the environment's, and its tag says ${to.repository} from now on`,
  ];
}

/** A Flex cluster takes no other change; what it always has (backup) it does not show. */
function isForFlex({ field }: Change): boolean {
  return field.startsWith('tags.') || field === 'termination-protection';
}

function statusOf({ state }: ActualCluster): string {
  return state === 'CREATING' ? 'is still being created' : 'is as it should be';
}

function planNew(
  desired: DesiredCluster,
  leaving: ActualCluster | undefined,
  { desired: { ownership }, options }: Comparison,
): PartialPlan {
  const { cluster, problems } = newCluster(desired, options.environment);
  const changes: readonly Change[] = [
    ...clusterChanges(cluster, undefined),
    ...tagChanges({}, ownership),
    ...changeOf('name', undefined, desired.alias === desired.name ? undefined : desired.name),
  ];
  const reason = leaving ? 'the one of this name is being deleted; it is created as soon as that is gone' : undefined;
  return { step: newStep({ kind: 'cluster', name: cluster.name }, changes, reason), problems };
}

/** Why an existing cluster must not be touched; undefined if it may be. */
function ownershipProblem({ name, tags }: ActualCluster, { desired, options }: Comparison): string | undefined {
  const { environment } = options;
  const [theirs, ours] = [taggedRepository(tags), taggedRepository(desired.ownership)];
  const isUnclear = theirs === undefined && tags[tagNames.repository] !== undefined;
  if (isUnclear) {
    return `cluster "${name}" has tags of this suite that do not tell one owner: a tag is given twice, or ${tagNames.repositoryId} is no id. Correct them in Atlas, or choose another name`;
  }
  if (theirs && ours && !isSameRepository(theirs, ours)) return otherRepository(name, theirs, ours);
  if (!environment) return undefined;
  const owner = ownerOf(tags, environment);
  if (owner === 'own') return undefined;
  if (owner === 'sibling') {
    const whose = tags[tagNames.environment];
    const belongs = whose === undefined ? 'to no environment' : `to environment ${whose}`;
    return `cluster "${name}" was made by this repository, but belongs ${belongs}, not to ${environment.name}. Choose another name, or leave the environment out`;
  }
  return `cluster "${name}" exists and was not made by this suite (it has no tag ${tagNames.repository}), so it cannot become environment ${environment.name}. Leave cluster-name out to have a cluster of its own, or leave environment out to update this one`;
}

function otherRepository(name: string, theirs: Repository, ours: Repository): string {
  const whose = hasSameName(theirs, ours)
    ? `tag ${tagNames.repositoryId}: ${theirs.repositoryId}; it had the name ${theirs.repository} before this one, whose id is ${ours.repositoryId}`
    : `tag ${tagNames.repository}: ${repositoryTag(theirs.repository)}`;
  return `cluster "${name}" belongs to another repository (${whose}). Choose another name or another project`;
}
