import { describe, expect, it } from 'vitest';
import { readEvent } from '../../../src/runner/event.ts';
import { readJob } from '../../../src/runner/job.ts';
import { type EventName, runOf } from '../../support/runner/events.ts';

const path = '/event.json';

function read(name: string, payload: unknown, { ref = 'refs/heads/main' }: { ref?: string } = {}) {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return readEvent({ name, ref, path, text, repository: 'octo/shop' });
}

/** What a job knows in a run of this event. */
function jobOf({ event, runnerEnv }: Pick<ReturnType<typeof runOf>, 'event' | 'runnerEnv'>) {
  const variables: Record<string, string> = { GITHUB_EVENT_PATH: path, ...runnerEnv };
  const text = JSON.stringify(event);
  return readJob({ variable: (name) => variables[name], readText: (asked) => (asked === path ? text : undefined) });
}

describe('the pull request of a run', () => {
  it.each([
    'pull_request',
    'pull_request_target',
    'pull_request_review',
    'pull_request_review_comment',
    'issue_comment',
    'workflow_run',
    'merge_group',
  ] satisfies EventName[])('is found in the payload of %s', (name) => {
    const { pullRequest, withoutPullRequest, isPullRequestClosed } = jobOf(runOf(name, { number: 31 }));
    expect({ pullRequest, withoutPullRequest, isPullRequestClosed }).toEqual({
      pullRequest: 31,
      withoutPullRequest: '',
      isPullRequestClosed: false,
    });
  });

  it.each(['push', 'schedule', 'workflow_dispatch'] satisfies EventName[])('is none for %s, which is said', (name) => {
    const { pullRequest, withoutPullRequest } = jobOf(runOf(name));
    expect({ pullRequest, withoutPullRequest }).toEqual({
      pullRequest: undefined,
      withoutPullRequest: `Event ${name} belongs to no pull request.`,
    });
  });

  it('is none for a comment on an issue, and for a workflow_run after a push or a fork', () => {
    expect(jobOf(runOf('issue_comment', { withoutPullRequest: true })).withoutPullRequest).toBe(
      'Event issue_comment is about an issue here, not about a pull request.',
    );
    for (const options of [{ withoutPullRequest: true }, { head: 'fork' }, { head: 'deleted fork' }] as const) {
      const job = jobOf(runOf('workflow_run', options));
      expect(job.pullRequest).toBeUndefined();
      expect(job.withoutPullRequest).toMatch(/^Event workflow_run names no pull request here/);
    }
  });

  it('is the one of this repository where a workflow_run lists others, and none where it lists several', () => {
    const listed = (...all: readonly (readonly [number: number, base: number])[]) => ({
      repository: { id: 1 },
      workflow_run: { pull_requests: all.map(([number, id]) => ({ number, base: { repo: { id } } })) },
    });
    expect(read('workflow_run', listed([3, 2], [5, 1])).pullRequest).toEqual({ number: 5, isClosed: false });
    expect(read('workflow_run', listed([5, 1], [5, 1])).pullRequest).toEqual({ number: 5, isClosed: false });
    expect(read('workflow_run', listed([3, 1], [5, 1])).pullRequest).toEqual({
      number: undefined,
      why: 'Event workflow_run names several pull requests here (#3, #5).',
    });
  });

  it('is read off the ref of a merge queue, also where its base has slashes, and nowhere else', () => {
    const sha = 'a'.repeat(40);
    const ofRef = (ref: string) => read('merge_group', {}, { ref }).pullRequest.number;
    expect(ofRef(`refs/heads/gh-readonly-queue/release/1.x/pr-104-${sha}`)).toBe(104);
    expect(ofRef(`refs/heads/gh-readonly-queue/pr-3-${sha}/pr-104-${sha}`)).toBe(104);
    for (const ref of [
      `refs/heads/gh-readonly-queue/main/pr-0-${sha}`,
      `refs/heads/gh-readonly-queue/main/pr-1e3-${sha}`,
      `refs/heads/gh-readonly-queue/main/pr-7-${sha}/x`,
      `refs/heads/feature/pr-7-${sha}`,
      'refs/heads/gh-readonly-queue/main/pr-7-short',
    ]) {
      expect(ofRef(ref)).toBeUndefined();
    }
    expect(
      readEvent({
        name: 'merge_group',
        ref: `refs/heads/gh-readonly-queue/main/pr-9-${sha}`,
        path: '',
        text: undefined,
        repository: '',
      }).pullRequest.number,
    ).toBe(9);
  });

  it('is closed where the payload says so, whatever the type of activity', () => {
    const closed = (name: EventName, options: Parameters<typeof runOf>[1]) =>
      jobOf(runOf(name, options)).isPullRequestClosed;
    expect(closed('pull_request', { action: 'closed' })).toBe(true);
    expect(closed('pull_request_target', { action: 'closed' })).toBe(true);
    expect(closed('pull_request', { action: 'labeled', state: 'closed' })).toBe(true);
    expect(closed('issue_comment', { state: 'closed' })).toBe(true);
    expect(closed('pull_request', { action: 'reopened' })).toBe(false);
  });
});

describe('a hostile payload', () => {
  it.each([
    ['a text', '"7"'],
    ['a sign', '-7'],
    ['zero', '0'],
    ['a fraction', '7.5'],
    ['a huge number', '1e300'],
    ['more digits than any', '9007199254740993'],
    ['a list', '[7]'],
    ['an object', '{"valueOf":7}'],
    ['true', 'true'],
    ['null', 'null'],
  ])('has no number where there is %s', (_, number) => {
    expect(read('pull_request', `{"pull_request":{"number":${number}}}`).pullRequest.number).toBeUndefined();
    expect(
      read('issue_comment', `{"issue":{"pull_request":{},"number":${number}}}`).pullRequest.number,
    ).toBeUndefined();
    expect(
      read('workflow_run', `{"workflow_run":{"pull_requests":[{"number":${number}}]}}`).pullRequest.number,
    ).toBeUndefined();
  });

  it('of any form is read without a fault', () => {
    const odd = [null, [], {}, 7, 'x', { pull_request: 7 }, { pull_request: [] }, { __proto__: { number: 7 } }];
    for (const payload of [
      ...odd,
      { issue: { pull_request: [] } },
      { workflow_run: { pull_requests: { length: 9 } } },
    ]) {
      for (const name of ['pull_request', 'issue_comment', 'workflow_run', 'merge_group', 'constructor', '__proto__']) {
        expect(read(name, payload).pullRequest).toMatchObject({ number: undefined, why: expect.stringMatching(/\.$/) });
      }
    }
  });

  it('leaves one sentence about the event file, which names the event', () => {
    const why = (text: string | undefined) => {
      const { pullRequest } = readEvent({ name: 'pull_request', ref: '', path, text, repository: '' });
      return 'why' in pullRequest ? pullRequest.why : '';
    };
    const end = 'so nothing says which pull request this run is for.';
    const file = 'The payload of event pull_request (the file that GITHUB_EVENT_PATH names)';
    expect(why('')).toBe(`${file} is empty, ${end}`);
    expect(why(' \n')).toBe(`${file} is empty, ${end}`);
    expect(why('{"pull_request":')).toBe(`${file} is no JSON, ${end}`);
    expect(why('[]')).toBe(`${file} holds no JSON object, ${end}`);
    expect(why(undefined)).toBe(`${file} cannot be read, ${end}`);
  });
});

describe('a run without secrets', () => {
  it('is one for a pull request from a fork, also from one that has been deleted', () => {
    const why = (...run: Parameters<typeof runOf>) => jobOf(runOf(...run)).withoutSecrets;
    for (const name of ['pull_request', 'pull_request_review', 'pull_request_review_comment'] as const) {
      expect(why(name, { head: 'fork' })).toBe('a pull request from the fork mona/shop');
      expect(why(name, { head: 'deleted fork' })).toBe('a pull request from a fork that has been deleted');
      expect(why(name)).toBeUndefined();
    }
    for (const name of ['pull_request_target', 'issue_comment', 'workflow_run'] as const) {
      expect(why(name, { head: 'fork' })).toBeUndefined();
      expect(why(name, { head: 'deleted fork' })).toBeUndefined();
    }
  });

  it('is told by the ids of the repositories where both are there: a rename makes no fork', () => {
    const { event, runnerEnv } = runOf('pull_request');
    expect(
      jobOf({ event, runnerEnv: { ...runnerEnv, GITHUB_REPOSITORY: 'octo/renamed' } }).withoutSecrets,
    ).toBeUndefined();
    const head = { repo: { full_name: 'mona/shop' } };
    expect(read('pull_request', { pull_request: { number: 7, head } }).fork).toBe('the fork mona/shop');
    expect(read('pull_request', { pull_request: { number: 7 } }).fork).toBeUndefined();
  });
});

describe("the address of GitHub's API", () => {
  const apiUrl = (variables: Readonly<Record<string, string>>) =>
    readJob({ variable: (name) => variables[name], readText: () => undefined }).apiUrl;

  it('is never guessed for a server that does not say it', () => {
    const github = 'https://github.com';
    expect(apiUrl({ GITHUB_SERVER_URL: github })).toBe('https://api.github.com');
    expect(apiUrl({ GITHUB_API_URL: '', GITHUB_SERVER_URL: `${github}/` })).toBe('https://api.github.com');
    for (const server of ['https://gitea.example', 'https://github.com.evil.example', 'http://github.com', '']) {
      expect(apiUrl({ GITHUB_API_URL: '', GITHUB_SERVER_URL: server })).toBeUndefined();
    }
    expect(apiUrl({})).toBeUndefined();
  });

  it('is what the server says, where that is an address', () => {
    const server = { GITHUB_SERVER_URL: 'https://gitea.example' };
    expect(apiUrl({ ...server, GITHUB_API_URL: 'https://gitea.example/api/v1' })).toBe('https://gitea.example/api/v1');
    for (const given of ['gitea.example/api', 'file:///etc/passwd', 'https://user:word@gitea.example/api']) {
      expect(apiUrl({ ...server, GITHUB_API_URL: given })).toBeUndefined();
    }
  });
});
