import type { ActionContext, GitHub } from '../runner/context.ts';
import { type GitHubClient, openGitHub } from './client.ts';
import { upsertComment } from './comments.ts';
import { pullRequestState } from './pull-requests.ts';
import { checkSecretPlace, saveSecret } from './secrets.ts';

/** GitHub's side of a step: what actions may ask, in the repository that the job runs for. */
export function gitHubFor(
  context: Pick<ActionContext, 'job' | 'clock' | 'fetch' | 'signal' | 'random' | 'log'>,
): GitHub {
  const { job, clock, fetch, signal, random, log } = context;
  const { repository, apiUrl } = job;
  const clients = new Map<string, Promise<GitHubClient>>();
  /** One client for a token: it remembers what it has been told of pull requests. */
  const open = (token: string): Promise<GitHubClient> => {
    const known = clients.get(token);
    if (known) return known;
    const client = openGitHub({ token, apiUrl, fetch, signal, clock, random, log: (line) => log.info(line) });
    clients.set(token, client);
    return client;
  };
  return {
    upsertComment: async ({ token, ...comment }) => await upsertComment(await open(token), { repository, ...comment }),
    pullRequestState: async ({ token, ...pullRequest }) => await pullRequestState(await open(token), pullRequest),
    checkSecretPlace: async ({ token, environment }) =>
      await checkSecretPlace(
        await open(token),
        environment === undefined ? { repository } : { repository, environment },
      ),
    saveSecret: async ({ token, environment, ...secret }) => {
      const place = environment === undefined ? { repository } : { repository, environment };
      await saveSecret(await open(token), { ...place, ...secret });
    },
  };
}
