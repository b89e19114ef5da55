import type { ActionContext, GitHub } from '../runner/context.ts';
import type { GitHubClient } from './client.ts';

/** GitHub's side of a step: what actions may ask, in the repository that the job runs for. Loaded when it is asked. */
export function gitHubFor(
  context: Pick<ActionContext, 'job' | 'clock' | 'fetch' | 'signal' | 'random' | 'log'>,
): GitHub {
  const { job, clock, fetch, signal, random, log } = context;
  const { repository, apiUrl } = job;
  const openNew = async (token: string): Promise<GitHubClient> => {
    const { openGitHub } = await import('./client.ts');
    return await openGitHub({ token, apiUrl, fetch, signal, clock, random, log: (line) => log.info(line) });
  };
  const clients = new Map<string, Promise<GitHubClient>>();
  /** One client for a token: it remembers whose that is. */
  const open = (token: string): Promise<GitHubClient> => {
    const client = clients.get(token) ?? openNew(token);
    clients.set(token, client);
    return client;
  };
  const placeOf = (environment: string | undefined) =>
    environment === undefined ? { repository } : { repository, environment };
  return {
    upsertComment: async ({ token, ...comment }) => {
      const { upsertComment } = await import('./comments.ts');
      return await upsertComment(await open(token), { repository, ...comment });
    },
    pullRequestState: async ({ token, ...pullRequest }) => {
      const { pullRequestState } = await import('./pull-requests.ts');
      return await pullRequestState(await open(token), pullRequest);
    },
    checkSecretPlace: async ({ token, environment }) => {
      const { checkSecretPlace } = await import('./secrets.ts');
      await checkSecretPlace(await open(token), placeOf(environment));
    },
    saveSecret: async ({ token, environment, ...secret }) => {
      const { saveSecret } = await import('./secrets.ts');
      await saveSecret(await open(token), { ...placeOf(environment), ...secret });
    },
  };
}
