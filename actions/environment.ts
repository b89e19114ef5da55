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
 * it ephemeral, so then there is none unless it is named too.
 */
export function environmentOf(
  job: Job,
  { named, namesCluster }: { named: string | undefined; namesCluster: boolean },
): Environment | undefined {
  const { pullRequest } = job;
  if (named !== undefined) return environmentNamed(job, named);
  return pullRequest === undefined || namesCluster ? undefined : environmentNamed(job, `pr-${pullRequest}`);
}

/** The pull request that an environment is for, by its name or tag: those of `environmentOf`, and of whoever names them alike. */
export function pullRequestOf(environment: string): number | undefined {
  const [, number] = environment.match(/^pr-([1-9]\d{0,8})$/) ?? [];
  return number === undefined ? undefined : Number(number);
}
