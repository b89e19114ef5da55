import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { isMarkedBy, isMarkOf, ownerDigits, readMark } from '../../src/environment/owner-mark.ts';
import { repositoryOf } from '../../src/environment/repository.ts';
import { type TaggedEnvironment, taggedEnvironment } from '../../src/environment/tags.ts';
import { guestsOf } from '../project-guests.ts';
import type { Judged } from './findings.ts';
import { madeAt, type Rules, selected, verdictOn } from './verdict.ts';
import type { View } from './view.ts';

export interface ProjectPlanning {
  readonly rules: Rules;
  readonly retainBackups: boolean;
  /** Whether a project goes in the same run as its clusters. */
  readonly projectFollows: boolean;
}

/** A project that was made for an environment; undefined for any other. */
export async function judgeProject(
  view: View,
  { staying, planning }: { staying: readonly Cluster[]; planning: ProjectPlanning },
) {
  const { project, clusters } = view;
  const { rules, projectFollows } = planning;
  const environment = selected(taggedEnvironment(project.tags), rules);
  if (!environment) return undefined;
  const { id, tags, created } = project;
  const { isOver, why, pullRequest } = await verdictOn({ environment, tags, madeAt: madeAt(id, created) }, rules);
  const obstacle = isOver ? obstacleOf(view, { environment, staying, planning }) : undefined;
  const isEmptying = isOver && obstacle === undefined && clusters.length > 0;
  const waits = isEmptying && !projectFollows ? 'its clusters have to be gone first' : undefined;
  const but = obstacle ?? waits;
  return {
    judged: {
      thing: { kind: 'project', project },
      why: but === undefined ? why : `${why}, but ${but}`,
    } satisfies Judged,
    isOver: isOver && but === undefined,
    isEmptying,
    owner: ownerDigits(environment),
    pullRequest,
  };
}

/** What keeps a project though its environment is over: all that the suite has not made for this repository, and backups. */
function obstacleOf(
  view: View,
  {
    environment,
    staying,
    planning,
  }: { environment: TaggedEnvironment; staying: readonly Cluster[]; planning: ProjectPlanning },
): string | undefined {
  const repository = repositoryOf(environment);
  const isOurs = (text: string | undefined) =>
    [environment, repository].some((owner) => isMarkOf(readMark(text), owner)) || isMarkedBy(text, repository);
  const others = [...staying.map(({ name }) => `"${name}"`), ...guestsOf(view, { isOurs, now: view.readAt })];
  if (planning.retainBackups) return 'retain-backups is true, and the snapshots would go with it';
  if (others.length > 0) return `it still has ${others.join(', ')}`;
  if (view.retained.length > 0) return `it still holds the backups of ${view.retained.join(', ')}`;
  return undefined;
}
