import { messageOf } from '../../src/atlas/errors.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import type { Finding } from './findings.ts';

/** Says how a pull request stands; `not-asked` where GitHub could not be asked. */
export type AskGitHub = (pullRequest: {
  readonly repository: string;
  readonly number: number;
}) => Promise<'open' | 'closed' | 'unknown' | 'not-asked'>;

/** A token without the right, or a GitHub that is down, would refuse every single question. */
const MOST_FAILURES = 3;

/** Asks about each pull request once, whatever comes of it; after a few failures about none any more. */
export function askingOnce(
  { github, signal }: Pick<ActionContext, 'github' | 'signal'>,
  { token, onFailure }: { token: string; onFailure: (failure: Finding) => void },
): AskGitHub {
  const asked = new Map<string, ReturnType<AskGitHub>>();
  let failures = 0;
  const ask: AskGitHub = async ({ repository, number }) => {
    if (failures >= MOST_FAILURES) return 'not-asked';
    try {
      return await github.pullRequestState({ token, repository, number });
    } catch (error) {
      if (signal.aborted) throw error;
      failures += 1;
      const why = messageOf(error);
      onFailure({ kind: 'pull-request', name: `${repository}#${number}`, project: '', why });
      return 'not-asked';
    }
  };
  return ({ repository, number }) => {
    const key = `${repository.toLowerCase()}#${number}`;
    const answer = asked.get(key) ?? ask({ repository, number });
    asked.set(key, answer);
    return answer;
  };
}
