import type { AtlasClient } from '../../src/atlas/client.ts';
import { isoTime, readTime } from '../../src/atlas/iso-time.ts';
import { requestedAt } from '../../src/atlas/object-id.ts';
import { isSameRepository, type Repository, repositoryOf } from '../../src/environment/repository.ts';
import { expiryOf, type TaggedEnvironment, type Tags, tagNames } from '../../src/environment/tags.ts';
import { pullRequestOf } from '../environment.ts';
import type { AskGitHub, PullRequest } from './pull-requests.ts';

/** What decides about an environment. */
export interface Rules {
  /** The repository that the job runs for. */
  readonly own: Repository;
  readonly selects: (repository: Repository) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds. */
  readonly olderThan: number | undefined;
  /** Undefined where closed pull requests are no reason. */
  readonly pullRequestState: AskGitHub | undefined;
}

export interface Verdict {
  readonly isOver: boolean;
  readonly why: string;
  /** The pull request whose end decided. GitHub is asked about it again just before anything is deleted. */
  readonly pullRequest?: PullRequest;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What is younger may still be being made by a run that is under way; Atlas has been seen to take two hours for a cluster. */
const YOUTH = HOUR;
const LONGEST_CREATION = 24 * HOUR;

/**
 * How long something outlives its expiry: clocks differ, and `provision` does not write an expiry anew that would move by less
 * than half an hour.
 */
const GRACE = 30 * MINUTE;

/** Decides about a cluster or a project of an environment. What cannot be read is no reason to delete. */
export async function verdictOn(
  {
    environment,
    tags,
    madeAt,
    isBeingMade = false,
    tagsBefore,
  }: {
    environment: TaggedEnvironment;
    tags: Tags;
    madeAt: number | undefined;
    /** Atlas is still at it. */
    isBeingMade?: boolean;
    /** What it carried when this step first saw it. */
    tagsBefore?: Tags | undefined;
  },
  rules: Rules,
): Promise<Verdict> {
  const { now, olderThan, pullRequestState } = rules;
  const expiresAt = expiryOf(tags);
  const age = madeAt === undefined ? undefined : now() - madeAt;
  if (tagsBefore && tagsBefore[tagNames.expiresAt] !== tags[tagNames.expiresAt])
    return stays('a run has renewed it meanwhile');
  if (age !== undefined && age < YOUTH) return stays('is younger than an hour: the run that makes it may be under way');
  if (isBeingMade && (age === undefined || age < LONGEST_CREATION)) return stays('is still being created');
  if (expiresAt !== undefined && now() > expiresAt + GRACE) return over(`expired at ${isoTime(expiresAt)}`);
  if (olderThan !== undefined && age !== undefined && age > olderThan) {
    return over(`was made ${Math.floor(age / HOUR)} hours ago, over the limit of ${olderThan / HOUR}`);
  }
  const lives = expiresAt === undefined ? 'has no expiry that can be read' : `expires at ${isoTime(expiresAt)}`;
  if (!pullRequestState || pullRequestOf(environment.tag) === undefined) return stays(lives);
  const ofPullRequest = await verdictOfPullRequest(environment, pullRequestState);
  if (!ofPullRequest.isOver || age !== undefined) return ofPullRequest;
  return stays(`${ofPullRequest.why}, but when it was made cannot be read`);
}

/** Decides by the pull request that an environment is named after, where it is. */
export async function verdictOfPullRequest(
  { repository, repositoryId, tag }: TaggedEnvironment,
  ask: AskGitHub | undefined,
): Promise<Verdict> {
  const number = pullRequestOf(tag);
  if (!ask || number === undefined) return stays('nothing says when it ends');
  const name = `pull request ${repository}#${number}`;
  const pullRequest = { repository, repositoryId, number };
  const state = await ask(pullRequest);
  switch (state) {
    case 'open':
      return stays(`${name} is open`);
    case 'closed':
      return { ...over(`${name} is closed`), pullRequest };
    case 'unknown':
      return stays(`GitHub does not know ${name}, or does not show it to this token`);
    case 'not-asked':
      return stays(`GitHub could not be asked about ${name}`);
    default:
      throw new Error(`No such state: ${String(state satisfies never)}`);
  }
}

/** The environment, if its repository is one of those that are looked at. The own one goes by its present name. */
export function selected(
  environment: TaggedEnvironment | undefined,
  { own, selects }: Pick<Rules, 'own' | 'selects'>,
): TaggedEnvironment | undefined {
  if (!environment || !selects(environment)) return undefined;
  return isSameRepository(environment, own) ? { ...environment, ...repositoryOf(own) } : environment;
}

/** When Atlas made something: by its id, and by what Atlas says. The later counts, so that nothing seems older than it is. */
export function madeAt(id: string, said: unknown): number | undefined {
  const times = [requestedAt({ id }), typeof said === 'string' ? readTime(said) : undefined];
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/** The time, where the runner's clock and Atlas's agree; of the two the earlier, so that nothing expires too soon. */
export function agreedTime({ clock, time }: Pick<AtlasClient, 'clock' | 'time'>): number {
  const atlas = time.now();
  if (atlas === undefined) {
    throw new Error(
      "What has expired cannot be told: Atlas's answers carry no time, or one that is more than five minutes from the runner's clock. Check the runner's clock, and any proxy in between.",
    );
  }
  return Math.min(clock.now(), atlas);
}

function over(why: string): Verdict {
  return { isOver: true, why };
}

function stays(why: string): Verdict {
  return { isOver: false, why };
}
