import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import { GitHubError } from './errors.ts';
import { operation } from './operation.ts';
import { repositoryParts } from './repository.ts';

export interface PullRequest {
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
  /** Of the repository that is meant, as the job tells ids; another one may have its name by now. */
  readonly repositoryId?: string | undefined;
}

/** `closed` is merged too; `unknown` is one that GitHub does not show: it may be gone, or elsewhere, or hidden. */
export type PullRequestState = 'open' | 'closed' | 'unknown';

const getPullRequest = operation({
  route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  task: 'read pull request {owner}/{repo}#{pull_number}',
  permission: { job: 'pull-requests: read', token: '"Pull requests: read"' },
  repeatable: true,
  answer: z.object({
    state: z.enum(['open', 'closed']),
    base: z.object({ repo: z.object({ id: z.number() }).nullish() }).nullish(),
  }),
});

/** Says whether a pull request is open now: asked anew each time, since whoever deletes by the answer needs it fresh. */
export async function pullRequestState(
  client: GitHubClient,
  { repository, number, repositoryId }: PullRequest,
): Promise<PullRequestState> {
  try {
    const answer = await client.call(getPullRequest, { ...repositoryParts(repository), pull_number: number });
    const [id] = repositoryId?.split('@') ?? [];
    return id === undefined || id === String(answer.base?.repo?.id) ? answer.state : 'unknown';
  } catch (error) {
    if (error instanceof GitHubError && error.kind === 'not-found') return 'unknown';
    throw error;
  }
}
