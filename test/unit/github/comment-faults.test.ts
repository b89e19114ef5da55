import { describe, expect, it } from 'vitest';
import { upsertComment } from '../../../src/github/comments.ts';
import { actionsBot } from '../../../src/simulator/github/tokens.ts';
import { gitHubErrorOf, repository, setStage } from './stage.ts';

const place = { repository, issueNumber: 7, marker: 'atlas-preview:5f00:pr-7' };
const firstLine = '<!-- atlas-preview:5f00:pr-7 -->';

describe('faults on creation', () => {
  it.each([
    'refuse',
    'cut-before',
    'cut-after',
    'status-429',
    'status-500',
    'status-500-after',
    'status-503-empty',
    'garbage',
  ] as const)('%s: one comment', async (kind) => {
    const { github, pull, openAsJob } = setStage();
    github.faults.add({ match: { method: 'POST', path: '/comments' }, kind });
    const outcome = await upsertComment(await openAsJob(), { ...place, body: 'ready' });
    expect(outcome).toMatchObject({ outcome: 'created' });
    expect(pull.comments.map(({ body }) => body)).toEqual([`${firstLine}\nready`]);
  });

  it('cut after the effect: no second request is sent', async () => {
    const { github, openAsJob, calls } = setStage();
    github.faults.add({ match: { method: 'POST', path: '/comments' }, kind: 'cut-after' });
    await upsertComment(await openAsJob(), { ...place, body: 'ready' });
    expect(calls().filter((call) => call.startsWith('POST /issues'))).toEqual(['POST /issues/7/comments cut']);
  });

  it('GitHub down for good: an error that says so, after a bounded number of tries', async () => {
    const { github, openAsJob, calls, waited } = setStage();
    github.faults.add({
      match: { method: 'POST', path: '/comments', times: Number.POSITIVE_INFINITY },
      kind: 'status-500',
    });
    const error = await gitHubErrorOf(upsertComment(await openAsJob(), { ...place, body: 'ready' }));
    expect(error).toMatchObject({ kind: 'server-error', status: 502 });
    expect(error.message).toContain('githubstatus.com');
    expect(calls().filter((call) => call.startsWith('POST /issues'))).toHaveLength(3);
    expect(waited()).toBeLessThan(30_000);
  });

  it.each(['GET', 'PATCH', 'DELETE'])('%s cut, refused or garbled: repeated until it holds', async (method) => {
    for (const kind of ['cut-before', 'cut-after', 'refuse', 'status-500-after', 'garbage'] as const) {
      const { github, pull, openAsJob } = setStage();
      github.seedComments(pull, { author: actionsBot, body: `${firstLine}\nold`, times: 2 });
      github.faults.add({ match: { method }, kind });
      await upsertComment(await openAsJob(), { ...place, body: 'new' });
      expect(pull.comments.map(({ body }) => body)).toEqual([`${firstLine}\nnew`]);
    }
  });
});
