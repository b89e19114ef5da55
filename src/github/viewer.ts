import { z } from 'zod';
import type { GitHubClient } from './client.ts';
import { operation } from './operation.ts';

/** REST's `GET /user` is closed to GITHUB_TOKEN and to GitHub Apps; GraphQL's viewer is open to every token. */
const getViewer = operation({
  route: 'POST /graphql',
  task: 'find out whose token this is',
  permission: { job: 'pull-requests: read', token: '"Pull requests: read"' },
  repeatable: true,
  answer: z
    .object({ data: z.object({ viewer: z.object({ databaseId: z.number() }) }) })
    .transform(({ data }) => data.viewer.databaseId),
});

/** Finds out which account the token acts as: the `user.id` of what it writes. */
export function viewerId(client: GitHubClient): Promise<number> {
  return client.once('viewer', () => client.call(getViewer, { query: '{ viewer { databaseId } }' }));
}
