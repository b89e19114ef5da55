import type { Environment } from '../src/environment/environment.ts';
import { type Repository, repositoryOf } from '../src/environment/repository.ts';
import type { Job } from '../src/runner/job.ts';

/** The environment of this name. Throws without a repository: everybody would share it. */
export function environmentNamed(job: Repository, name: string): Environment {
  if (job.repository === '') {
    throw new Error(
      `Environment ${name} needs a repository to belong to, and GITHUB_REPOSITORY is not set. Run the step in a workflow, or name a cluster instead of an environment.`,
    );
  }
  return { ...repositoryOf(job), name };
}

/**
 * The preview environment of a step: the one that it names, else that of the pull request. Naming a cluster alone does not make
 * it ephemeral, so then there is none unless it is named too. Throws where the name is what an empty expression leaves.
 */
export function environmentOf(
  job: Job,
  { named, namesCluster }: { named: string | undefined; namesCluster: boolean },
): Environment | undefined {
  const { pullRequest } = job;
  if (named !== undefined) {
    assertMeant(named, job);
    return environmentNamed(job, named);
  }
  return pullRequest === undefined || namesCluster ? undefined : environmentNamed(job, `pr-${pullRequest}`);
}

/**
 * Why nothing is made for the environment of a pull request that is closed: teardown may have removed it already, and nobody
 * would again. Undefined where it is open, or the author has named what is wanted.
 */
export function closedPullRequest(
  { pullRequest, isPullRequestClosed, eventName }: Job,
  { named, environment }: { named: string | undefined; environment: Environment | undefined },
): string | undefined {
  if (named !== undefined || environment === undefined || !isPullRequestClosed) return undefined;
  return `Nothing was done: pull request ${pullRequest} is closed (event ${eventName}). To provision all the same, name the environment: ${environment.name}.`;
}

/** That something names the cluster; what is wrong by itself names it, too. */
export function clusterProblems(
  given: { readonly environment?: string | undefined; readonly 'cluster-name'?: string | undefined },
  job: Job,
  question: string,
): readonly string[] {
  if (!('environment' in given && 'cluster-name' in given)) return [];
  const { environment: named, 'cluster-name': clusterName } = given;
  const environment = environmentOf(job, { named, namesCluster: clusterName !== undefined });
  return environment || clusterName !== undefined
    ? []
    : [`environment or cluster-name is required: ${question} ${job.withoutPullRequest}`];
}

/** The pull request that an environment is for, by its name or tag: those of `environmentOf`, and of whoever names them alike. */
export function pullRequestOf(environment: string): number | undefined {
  const [, number] = environment.match(/^pr-([1-9]\d{0,8})$/) ?? [];
  return number === undefined ? undefined : Number(number);
}

/** What `pr-${{ github.event.number }}` and its like become where the event has no such number. */
const leftovers = [
  // Nothing but separators, or an end or a beginning where something is missing.
  /^[^\p{L}\p{N}]*$/u,
  /[-_/#:@\s]$/,
  /^[-/]/,
  // What expressions and scripts write for nothing.
  /^(?:0+|null|undefined|nan|none|nil|object|\[object object\])$/i,
  /^(?:pr|pull|pulls|pull[-_]?request|mr|preview|review|env|environment)[-_/#: ]*(?:0+|null|undefined|nan|none|nil|object|\[object object\])$/i,
];

/** Every run whose expression is empty would work on this one environment, and delete it under the others. */
function assertMeant(name: string, { pullRequest, withoutPullRequest }: Job): void {
  if (!leftovers.some((leftover) => leftover.test(name))) return;
  const why = pullRequest === undefined ? withoutPullRequest : `This run is for pull request ${pullRequest}.`;
  const instead =
    pullRequest === undefined
      ? 'Name the environment in full, such as pr-12.'
      : `Leave environment out: it is pr-${pullRequest} then.`;
  throw new Error(
    `environment: ${JSON.stringify(name)} is what an expression without a value leaves, such as pr-\${{ github.event.number }}, and every such run would share it. ${why} ${instead}`,
  );
}
