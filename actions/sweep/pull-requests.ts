import { messageOf } from '../../src/atlas/errors.ts';
import { isSameRepository, type Repository } from '../../src/environment/repository.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import type { Finding } from './findings.ts';

export interface PullRequest extends Repository {
  readonly number: number;
}

/** Says how a pull request stands; `not-asked` where GitHub could not be asked. An answer from before `since` is asked for again. */
export type AskGitHub = (
  pullRequest: PullRequest,
  options?: { readonly since?: number },
) => Promise<'open' | 'closed' | 'unknown' | 'not-asked'>;

/** A token without the right, or a GitHub that is down, would refuse every single question. */
const MOST_FAILURES = 3;

/**
 * Asks about each pull request once, whatever comes of it, unless the answer has become too old for what rests on it; after a
 * few failures about none any more.
 */
export function askingOnce(
  { github, signal, clock, job }: Pick<ActionContext, 'github' | 'signal' | 'clock' | 'job'>,
  { token, onFailure }: { token: string; onFailure: (failure: Finding) => void },
): AskGitHub {
  const asked = new Map<string, { readonly at: number; readonly answer: ReturnType<AskGitHub> }>();
  let failures = 0;
  const ask: AskGitHub = async ({ repository, repositoryId, number }) => {
    if (failures >= MOST_FAILURES) return 'not-asked';
    // Another repository may have been renamed, and a third one may have its name now.
    const isOwn = isSameRepository({ repository, repositoryId }, job);
    try {
      return await github.pullRequestState({
        token,
        repository,
        number,
        repositoryId: isOwn ? undefined : repositoryId,
      });
    } catch (error) {
      if (signal.aborted) throw error;
      failures += 1;
      const why = messageOf(error);
      onFailure({ kind: 'pull-request', name: `${repository}#${number}`, project: '', why });
      return 'not-asked';
    }
  };
  return (pullRequest, { since = Number.NEGATIVE_INFINITY } = {}) => {
    const { repository, repositoryId = '', number } = pullRequest;
    const key = `${repository.toLowerCase()} ${repositoryId} ${number}`;
    const known = asked.get(key);
    if (known && known.at >= since) return known.answer;
    const answer = ask(pullRequest);
    asked.set(key, { at: clock.now(), answer });
    return answer;
  };
}
