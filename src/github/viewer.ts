import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import { GitHubError, type GitHubErrorKind } from './errors.ts';
import { operation } from './operation.ts';

const common = {
  task: 'find out whose token this is',
  permission: { job: 'pull-requests: read', token: '"Pull requests: read"' },
  repeatable: true,
} as const;

/** GraphQL's viewer is open to every token, where there is GraphQL. What is no such answer is as good as none. */
const getViewer = operation({
  ...common,
  route: 'POST /graphql',
  answer: z
    .object({ data: z.object({ viewer: z.object({ databaseId: z.number() }) }) })
    .transform(({ data }) => data.viewer.databaseId)
    .or(z.unknown().transform(() => undefined)),
});

/** Closed to GITHUB_TOKEN and to GitHub Apps, but Gitea and Forgejo have it, and no GraphQL. */
const getUser = operation({
  ...common,
  route: 'GET /user',
  answer: z
    .object({ id: z.number() })
    .transform(({ id }) => id)
    .or(z.unknown().transform(() => undefined)),
});

/**
 * Finds out which account the token acts as: the `user.id` of what it writes. Undefined where the server does not tell; then
 * only its answer to a new comment does.
 */
export function viewerId(client: GitHubClient): Promise<number | undefined> {
  return client.once('viewer', async () => {
    const viewer = await ifAnswered(() => client.call(getViewer, { query: '{ viewer { databaseId } }' }));
    return viewer ?? (await ifAnswered(() => client.call(getUser, {})));
  });
}

/** With these a server says that it has no such thing, or not for this token. */
const notOffered: ReadonlySet<GitHubErrorKind> = new Set(['unauthorized', 'forbidden', 'not-found', 'rejected']);

async function ifAnswered(ask: () => Promise<number | undefined>): Promise<number | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof GitHubError && notOffered.has(error.kind)) return undefined;
    throw error;
  }
}
