import type { Environment } from '../src/environment/environment.ts';
import type { Job } from '../src/runner/job.ts';

/**
 * The preview environment of a step: the one that it names, else that of the pull request. Naming a cluster never makes it
 * ephemeral, so then there is none unless it is named too.
 */
export function environmentOf(
  job: Job,
  { named, namesCluster }: { named: string | undefined; namesCluster: boolean },
): Environment | undefined {
  const { repository, pullRequest } = job;
  if (named !== undefined) return { repository, name: named };
  return pullRequest === undefined || namesCluster ? undefined : { repository, name: `pr-${pullRequest}` };
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
  return environment || clusterName !== undefined ? [] : [`environment or cluster-name is required: ${question}`];
}

/** The pull request that an environment is for, by its name or tag: those of `environmentOf`, and of whoever names them alike. */
export function pullRequestOf(environment: string): number | undefined {
  const [, number] = environment.match(/^pr-([1-9]\d{0,8})$/) ?? [];
  return number === undefined ? undefined : Number(number);
}
