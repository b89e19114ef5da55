import { describe, expect, it } from 'vitest';
import { upsertComment } from '../../../src/github/comments.ts';
import { pullRequestState } from '../../../src/github/pull-requests.ts';
import { gitHubErrorOf, repository, setStage } from './stage.ts';

const pull = { repository, number: 7 };

describe('repetition', () => {
  it('waits as long as GitHub asks', async () => {
    const { github, openAsJob, waited, lines } = setStage();
    github.faults.add({ match: { method: 'GET' }, kind: 'status-429', retryAfterSeconds: 20 });
    expect(await pullRequestState(await openAsJob(), pull)).toBe('open');
    expect(waited()).toBe(21_000);
    expect(lines).toEqual([expect.stringContaining('Trying again in 21.0 s (2 of 5).')]);
  });

  it('waits a minute after a secondary rate limit that names no time, also where its status is 403', async () => {
    const { github, openAsJob, waited } = setStage();
    const detail = 'You have exceeded a secondary rate limit and have been temporarily blocked from content creation.';
    github.faults.add({ match: { method: 'POST', path: '/comments' }, kind: 'error', status: 403, detail });
    const outcome = await upsertComment(await openAsJob(), { repository, issueNumber: 7, marker: 'm', body: 'ready' });
    expect(outcome).toMatchObject({ outcome: 'created' });
    expect(waited()).toBe(63_000);
  });

  it('waits until the hour is over only where that is near', async () => {
    const { open, waited } = setStage();
    const limited = (inSeconds: number) => async () =>
      Response.json(
        { message: 'API rate limit exceeded for installation.' },
        {
          status: 403,
          headers: {
            'X-RateLimit-Remaining': '0',
            'X-RateLimit-Reset': String(Date.parse('2026-11-21T12:00:00Z') / 1_000 + inSeconds),
            Date: 'Sat, 21 Nov 2026 12:00:00 GMT',
          },
        },
      );
    const near = await gitHubErrorOf(pullRequestState(await open('ghs_x', { fetch: limited(60) }), pull));
    expect(near).toMatchObject({ kind: 'rate-limited', status: 403 });
    expect(waited()).toBe(4 * 63_000);
    const far = await gitHubErrorOf(pullRequestState(await open('ghs_x', { fetch: limited(3_000) }), pull));
    expect(far.message).toContain('re-run the job in 50 min');
    expect(waited()).toBe(4 * 63_000);
  });

  it('ends, and says what GitHub answered last', async () => {
    const { github, openAsJob, calls } = setStage();
    github.faults.add({ match: { times: Number.POSITIVE_INFINITY }, kind: 'status-503-empty' });
    const error = await gitHubErrorOf(pullRequestState(await openAsJob(), pull));
    expect(error.message).toBe(
      'Could not read pull request acme/shop#7: GitHub answered 503. GitHub is in trouble (https://www.githubstatus.com); re-run the job later.',
    );
    expect(calls()).toHaveLength(5);
  });

  it('never comes for what would not change: 401, 403, 404, 422', async () => {
    for (const status of [401, 403, 404, 422]) {
      const { github, openAsJob, calls } = setStage();
      github.faults.add({ match: { times: Number.POSITIVE_INFINITY }, kind: 'error', status, detail: 'No' });
      await pullRequestState(await openAsJob(), pull).catch(() => undefined);
      expect(calls()).toHaveLength(1);
    }
  });

  it('never comes for a certificate that is not trusted', async () => {
    const { open } = setStage();
    let asked = 0;
    const client = await open('ghs_x', {
      fetch: () => {
        asked += 1;
        return Promise.reject(
          new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }) }),
        );
      },
    });
    const error = await gitHubErrorOf(pullRequestState(client, pull));
    expect(error.kind).toBe('untrusted');
    expect(error.message).toContain('NODE_EXTRA_CA_CERTS');
    expect(asked).toBe(1);
  });

  it('treats a body that breaks off as lost, not as empty', async () => {
    const { open } = setStage();
    const broken = () => new Response(new ReadableStream({ pull: (body) => body.error(new TypeError('terminated')) }));
    const error = await gitHubErrorOf(pullRequestState(await open('ghs_x', { fetch: async () => broken() }), pull));
    expect(error).toMatchObject({ kind: 'lost', message: expect.stringContaining('broke (terminated)') });
  });
});
