import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { isMarkOf, markedEnvironment, ownerDigits, readMark } from '../../src/environment/owner-mark.ts';
import { hasSameName } from '../../src/environment/repository.ts';
import {
  type TaggedEnvironment,
  type Tags,
  taggedEnvironment,
  taggedRepository,
  tagNames,
} from '../../src/environment/tags.ts';
import type { Judged } from './findings.ts';
import { judgeProject, type ProjectPlanning } from './plan-project.ts';
import type { PullRequest } from './pull-requests.ts';
import { madeAt, selected, type Verdict, verdictOfPullRequest, verdictOn } from './verdict.ts';
import type { View } from './view.ts';

export interface Doomed extends Judged {
  /** Digits of the environment. */
  readonly owner: string;
  /** Its environment has no cluster in the project. */
  readonly isOrphan: boolean;
  /** The pull request whose end decided. */
  readonly pullRequest: PullRequest | undefined;
}

/** What of a project is to go, in that order, and what of ours stays. What is not ours is in neither. */
export interface Plan {
  readonly doomed: readonly Doomed[];
  readonly kept: readonly Judged[];
  /** The project itself is only waiting for its last clusters to be gone. */
  readonly isEmptying: boolean;
}

export interface Planning extends ProjectPlanning {
  /** What this step saw of the project first. */
  readonly before?: View | undefined;
}

/**
 * Decides what is to go. Of an environment its clusters go last: they carry the tags, so that a run that is killed in between
 * leaves to the next one what it needs to go on.
 */
export async function planOf(view: View, planning: Planning): Promise<Plan> {
  const living = view.clusters.filter(({ stateName }) => stateName !== 'DELETING');
  const clusters = await judgeClusters(living, view, planning);
  const goes = new Set(clusters.filter(({ verdict }) => verdict.isOver).map(({ cluster }) => cluster));
  const staying = living.filter((cluster) => !goes.has(cluster));
  const marked = await judgeMarked(view, { clusters, staying, planning });
  const doomed = [...marked.doomed, ...clusters.filter(({ cluster }) => goes.has(cluster)).map(doomedCluster)];
  const kept = [
    ...clusters
      .filter(({ cluster }) => !goes.has(cluster))
      .map(({ cluster, verdict }) => keptCluster(cluster, verdict)),
    ...marked.kept,
  ];
  const project = await judgeProject(view, { staying, planning });
  if (!project) return { doomed: ordered(doomed), kept, isEmptying: false };
  const { judged, owner, isEmptying } = project;
  if (!project.isOver) return { doomed: ordered(doomed), kept: [...kept, judged], isEmptying };
  // With the project goes all that is still in it.
  return {
    doomed: [...ordered(doomed), { ...judged, owner, isOrphan: false, pullRequest: project.pullRequest }],
    kept: [],
    isEmptying,
  };
}

interface JudgedCluster {
  readonly cluster: Cluster;
  readonly environment: TaggedEnvironment;
  readonly owner: string;
  readonly verdict: Verdict;
}

async function judgeClusters(
  living: readonly Cluster[],
  view: View,
  { rules, before }: Planning,
): Promise<readonly JudgedCluster[]> {
  const judged: JudgedCluster[] = [];
  for (const cluster of living) {
    const environment = selected(taggedEnvironment(cluster.tags), rules);
    if (!environment) continue;
    const known = before === view ? undefined : before?.clusters.find(({ id }) => id === cluster.id);
    const { tags, id, raw, stateName } = cluster;
    const isBeingMade = stateName === 'CREATING';
    const verdict = await verdictOn(
      { environment, tags, madeAt: madeAt(id, raw.createDate), isBeingMade, tagsBefore: known?.tags },
      rules,
    );
    const told = underFormerName(tags, { environment, verdict: unlessProtected(cluster, verdict) });
    judged.push({ cluster, environment, owner: ownerDigits(environment), verdict: told });
  }
  return judged;
}

/** What a rename left behind is found by the repository's id, and people look for it under its former name. */
function underFormerName(
  tags: Tags,
  { environment, verdict }: { environment: TaggedEnvironment; verdict: Verdict },
): Verdict {
  const made = taggedRepository(tags);
  if (!made || hasSameName(made, environment)) return verdict;
  return { ...verdict, why: `${verdict.why} (created as ${made.repository}, which is ${environment.repository} now)` };
}

/** Whoever has protected a cluster did so for cases like this: only teardown, which somebody asks for, lifts that. */
function unlessProtected({ terminationProtection }: Cluster, verdict: Verdict): Verdict {
  return verdict.isOver && terminationProtection ? { isOver: false, why: `${verdict.why}, but ${PROTECTED}` } : verdict;
}

export const PROTECTED = 'is protected against termination: run teardown, or turn the protection off in Atlas';

/** Users and access entries, by their marks: they go with the last cluster of their environment. */
async function judgeMarked(
  { users, entries, clusters: all }: View,
  {
    clusters,
    staying,
    planning,
  }: { clusters: readonly JudgedCluster[]; staying: readonly Cluster[]; planning: Planning },
): Promise<Pick<Plan, 'doomed' | 'kept'>> {
  // An access list is the whole project's: another environment may have come to lean on an entry.
  const isShared = staying.some(({ tags }) => tags[tagNames.environment] !== undefined);
  const { rules, before } = planning;
  const going = all.filter(({ stateName }) => stateName === 'DELETING');
  const areGoing = going.length > 0;
  // Nor does the owner of a cluster that is being deleted show: its next run may be waiting for the name.
  const isUnclear = going.some(
    ({ id }) => !before?.clusters.some((one) => one.id === id && one.stateName !== 'DELETING'),
  );
  const doomed: Doomed[] = [];
  const kept: Judged[] = [];
  for (const { thing, text, isPermanent } of markable(users, entries)) {
    const mark = readMark(text);
    const ofEnvironment = clusters.filter((one) => isMarkOf(mark, one.environment));
    const isOrphan = ofEnvironment.length === 0;
    const environment = selected(markedEnvironment(text, rules.own), rules);
    const verdict = isOrphan
      ? environment && (await verdictOfPullRequest(environment, rules.pullRequestState))
      : verdictOfAll(ofEnvironment);
    const owner = ofEnvironment[0]?.owner ?? (environment ? ownerDigits(environment) : '');
    // An entry that ends by itself can wait. A permanent one would not be found again without the tags of its cluster.
    const mayBeNeeded = isShared || (isUnclear && !isPermanent);
    const mayGo = verdict?.isOver && !(thing.kind === 'access-list-entry' && mayBeNeeded);
    if (verdict && mayGo) doomed.push({ thing, owner, isOrphan, ...reasonOf(verdict) });
    else if (verdict?.isOver) kept.push({ thing, why: `${verdict.why}, but ${STILL_SHARED}` });
    else if (verdict && environment && isPermanent && isOrphan && !areGoing)
      kept.push({ thing, why: `environment ${environment.tag} has no cluster here, and ${verdict.why}` });
  }
  return { doomed, kept };
}

const STILL_SHARED = 'other environments of the project may need it';

/** Users and entries alike: each has a line of text, and perhaps an end of its own. */
function markable(users: View['users'], entries: View['entries']) {
  return [
    ...entries.map((entry) => ({
      thing: { kind: 'access-list-entry', entry } as const,
      text: entry.comment,
      isPermanent: entry.expiresAt === undefined,
    })),
    ...users.map((user) => ({
      thing: { kind: 'user', user } as const,
      text: user.description,
      isPermanent: user.deleteAfterDate === undefined,
    })),
  ];
}

/** An environment is over when all of its clusters are. */
function verdictOfAll(clusters: readonly JudgedCluster[]): Verdict | undefined {
  const stays = clusters.find(({ verdict }) => !verdict.isOver);
  return (stays ?? clusters[0])?.verdict;
}

/** By environment: entries, users, clusters, as they come; then what has no cluster. */
function ordered(doomed: readonly Doomed[]): readonly Doomed[] {
  const byOwner = [...Map.groupBy(doomed, ({ owner }) => owner).values()].flat();
  return byOwner.toSorted((one, other) => Number(one.isOrphan) - Number(other.isOrphan));
}

function doomedCluster({ cluster, owner, verdict }: JudgedCluster): Doomed {
  return { thing: { kind: 'cluster', cluster }, owner, isOrphan: false, ...reasonOf(verdict) };
}

function reasonOf({ why, pullRequest }: Verdict): Pick<Doomed, 'why' | 'pullRequest'> {
  return { why, pullRequest };
}

function keptCluster(cluster: Cluster, { why }: Verdict): Judged {
  return { thing: { kind: 'cluster', cluster }, why };
}
