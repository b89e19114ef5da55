import type { ActionContext, GitHub } from '../runner/context.ts';
import type { GitHubClient } from './client.ts';
import { limitFor } from './limits.ts';

type World = Pick<ActionContext, 'job' | 'clock' | 'fetch' | 'signal' | 'random' | 'log'> & { readonly endsAt: number };

/** GitHub's side of a step: what actions may ask, in the repository that the job runs for. Loaded when it is asked. */
export function gitHubFor(world: World): GitHub {
  const { job, log } = world;
  const { repository } = job;
  const open = async (token: string, what: Parameters<typeof limitFor>[0]): Promise<GitHubClient> => {
    const { clock, fetch, signal, random } = world;
    const apiUrl = apiUrlOf(job);
    const limit = limitFor(what, world);
    const { openGitHub } = await import('./client.ts');
    return await openGitHub({ token, apiUrl, fetch, signal, clock, random, limit, log: (line) => log.info(line) });
  };
  const placeOf = (environment: string | undefined) =>
    environment === undefined ? { repository } : { repository, environment };
  return {
    upsertComment: async ({ token, ...comment }) => {
      const { upsertComment } = await import('./comments.ts');
      return await upsertComment(await open(token, 'comment'), { repository, ...comment });
    },
    pullRequestState: async ({ token, ...pullRequest }) => {
      const { pullRequestState } = await import('./pull-requests.ts');
      return await pullRequestState(await open(token, 'question'), pullRequest);
    },
    checkSecretPlace: async ({ token, environment }) => {
      const { checkSecretPlace } = await import('./secrets.ts');
      await checkSecretPlace(await open(token, 'task'), placeOf(environment));
    },
    saveSecret: async ({ token, environment, ...secret }) => {
      const { saveSecret } = await import('./secrets.ts');
      await saveSecret(await open(token, 'task'), { ...placeOf(environment), ...secret });
    },
  };
}

/** A token goes to the server that has given it, and nowhere else. */
function apiUrlOf({ apiUrl }: ActionContext['job']): string {
  if (apiUrl !== undefined) return apiUrl;
  throw new Error(
    "The address of this server's API is not known (GITHUB_API_URL is empty, or no address), so github-token was not sent anywhere.",
  );
}
