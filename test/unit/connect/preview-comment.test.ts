import { expect, it } from 'vitest';
import { writePreviewComment } from '../../../actions/preview-comment.ts';
import { readJob } from '../../../src/runner/job.ts';

const event = '/event.json';
const job = readJob({
  variable: (name) =>
    ({ GITHUB_EVENT_PATH: event, GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'acme/shop' })[name],
  readText: (path) => (path === event ? JSON.stringify({ pull_request: { number: 7 } }) : undefined),
});

async function write(
  upsertComment: (comment: { body: string; marker: string }) => Promise<{ outcome: 'skipped'; reason: string }>,
  facts: readonly (readonly [string, string | undefined])[] = [],
) {
  const notices: string[] = [];
  const silent = () => undefined;
  const log = {
    info: silent,
    debug: silent,
    warning: silent,
    notice: (line: string) => void notices.push(line),
    group: async <Result>(_: string, work: () => Promise<Result>) => await work(),
  };
  const notAskedFor = () => Promise.reject(new Error('not asked for'));
  const github = {
    upsertComment,
    pullRequestState: notAskedFor,
    checkSecretPlace: notAskedFor,
    saveSecret: notAskedFor,
  };
  await writePreviewComment(
    { job, github, log },
    {
      token: 'x',
      projectId: '5f00',
      environment: '@octocat/#1',
      title: ['Atlas environment', 'is gone'],
      facts,
    },
  );
  return notices;
}

it('names never become markup, a mention or a link', async () => {
  const names = [
    '@octocat',
    '#12',
    'GH-12',
    '</code><b>bold</b>',
    '`x`',
    '| a |',
    '![i](https://x.example)',
    'www.x.example',
    'a\nb',
  ];
  let body = '';
  await write(
    (comment) => {
      body = comment.body;
      return Promise.resolve({ outcome: 'skipped', reason: 'not now' });
    },
    names.map((name) => ['user', name] as const),
  );
  expect(body.split('\n')[0]).toBe('**Atlas environment <code>&#64;octocat/&#35;1</code> is gone**');
  const withoutEntities = body.replace(/&#\d+;/g, '').replace(/<code>[^<>`|@#[\]*_\n]*<\/code>/g, '');
  expect(withoutEntities).toMatch(
    /^\*\*Atlas environment {2}is gone\*\*\n\n\| \| \|\n\| --- \| --- \|\n(\| user \| {2}\|\n?){9}$/,
  );
});

it('never fails the step', async () => {
  expect(await write(() => Promise.reject(new Error('GitHub answered 500.')))).toEqual([
    'The comment may be missing or out of date: GitHub answered 500.',
  ]);
  expect(await write(() => Promise.resolve({ outcome: 'skipped', reason: 'the token may not.' }))).toEqual([
    'The comment was not written: the token may not.',
  ]);
});
