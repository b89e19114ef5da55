import { expect, it } from 'vitest';
import { pullRequestState } from '../../../src/github/pull-requests.ts';
import { gitHubErrorOf, repository, setStage } from './stage.ts';

it('knows open, closed and merged ones; an issue or a missing number is unknown', async () => {
  const { github, shop, openAsJob } = setStage();
  github.seedPullRequest(shop, { number: 8, state: 'closed' });
  github.seedPullRequest(shop, { number: 9, state: 'closed', merged: true });
  github.seedIssue(shop, { number: 10 });
  const client = await openAsJob();
  const states = [7, 8, 9, 10, 11].map((number) => pullRequestState(client, { repository, number }));
  expect(await Promise.all(states)).toEqual(['open', 'closed', 'closed', 'unknown', 'unknown']);
});

it('asks each time: one that was reopened is open', async () => {
  const { github, shop, openAsJob, calls } = setStage();
  github.seedPullRequest(shop, { number: 8, state: 'closed' });
  const client = await openAsJob();
  const before = await pullRequestState(client, { repository, number: 8 });
  github.seedPullRequest(shop, { number: 8, state: 'open' });
  expect([before, await pullRequestState(client, { repository, number: 8 })]).toEqual(['closed', 'open']);
  expect(calls()).toEqual(['GET /pulls/8 200', 'GET /pulls/8 200']);
});

it('asks again after a failure', async () => {
  const { github, openAsJob } = setStage();
  const client = await openAsJob();
  const disarm = github.faults.add({ match: { times: Number.POSITIVE_INFINITY }, kind: 'status-500' });
  await gitHubErrorOf(pullRequestState(client, { repository, number: 7 }));
  disarm();
  expect(await pullRequestState(client, { repository, number: 7 })).toBe('open');
});

it('is red where the token may not look, and names the permission', async () => {
  const { github, shop, open } = setStage();
  const client = await open(github.seedJobToken(shop, { contents: 'read' }));
  const error = await gitHubErrorOf(pullRequestState(client, { repository, number: 7 }));
  expect(error).toMatchObject({ kind: 'forbidden', status: 403 });
  expect(error.message).toContain("`pull-requests: read` under the job's `permissions:`");
});
