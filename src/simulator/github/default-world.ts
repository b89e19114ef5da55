import type { GitHubSimulator } from './github.ts';
import type { Repository } from './world.ts';

/** What the default GitHub holds. */
export interface DefaultGitHub {
  readonly repository: Repository;
  readonly pullRequest: number;
  readonly environment: string;
  /** GITHUB_TOKEN of a job that may comment. */
  readonly jobToken: string;
  /** A fine-grained token that may also write secrets and environments, which no GITHUB_TOKEN can. */
  readonly adminToken: string;
}

/** Fills a GitHub with one repository, its pull request 1 and an environment, for people who try a workflow. */
export function seedDefaultGitHub(github: GitHubSimulator): DefaultGitHub {
  const repository = github.seedRepository({ name: 'acme/shop' });
  github.seedPullRequest(repository, { number: 1 });
  github.seedEnvironment(repository, 'preview');
  return {
    repository,
    pullRequest: 1,
    environment: 'preview',
    jobToken: github.seedJobToken(repository, { contents: 'read', issues: 'write', 'pull-requests': 'write' }),
    adminToken: github.seedPersonalToken(repository, {
      actions: 'read',
      administration: 'write',
      environments: 'write',
      issues: 'write',
      'pull-requests': 'write',
      secrets: 'write',
    }),
  };
}
