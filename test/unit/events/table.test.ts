import { describe, expect, it } from 'vitest';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { type EventName, runOf } from '../../support/runner/events.ts';
import { setEventStage, worldOf } from './stage.ts';

type Options = Parameters<typeof runOf>[1];

/** What comes of an event: the environment that is worked on, and the pull request that is commented on. */
interface Row {
  readonly event: EventName;
  readonly options?: Options;
  /** The input `environment`. */
  readonly named?: string;
  /** Undefined: the step is red, and says why. */
  readonly environment: string | undefined;
  readonly comment: number | undefined;
}

const ofPullRequest = [
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
  'issue_comment',
  'workflow_run',
  'merge_group',
] as const;
const ofNone = ['push', 'schedule', 'workflow_dispatch'] as const;

const rows: readonly Row[] = [
  ...ofPullRequest.map((event): Row => ({ event, environment: 'pr-7', comment: 7 })),
  ...ofNone.flatMap((event): Row[] => [
    { event, environment: undefined, comment: undefined },
    { event, named: 'pr-12', environment: 'pr-12', comment: 12 },
  ]),
  { event: 'pull_request', named: 'nightly', environment: 'nightly', comment: 7 },
  { event: 'workflow_dispatch', named: 'nightly', environment: 'nightly', comment: undefined },
  { event: 'workflow_dispatch', named: 'pr-99', environment: 'pr-99', comment: undefined },
  { event: 'issue_comment', options: { withoutPullRequest: true }, environment: undefined, comment: undefined },
  { event: 'workflow_run', options: { head: 'fork' }, environment: undefined, comment: undefined },
  { event: 'workflow_run', options: { head: 'fork' }, named: 'pr-12', environment: 'pr-12', comment: 12 },
];

const title = ({ event, options, named, environment, comment }: Row) =>
  `${event}${options ? ` ${JSON.stringify(options)}` : ''}, environment: ${named ?? 'not given'} → ${environment ?? 'none'}, comment on ${comment ?? 'none'}`;

describe('what comes of an event in provision, connect and teardown', () => {
  it.each(rows.map((row) => [title(row), row] as const))('%s', async (_, { event, options, named, ...expected }) => {
    const stage = setEventStage();
    const world = worldOf(runOf(event, { repository: 'acme/shop', ...options }));
    const given = { ...stage.inputs, environment: named ?? '' };
    const { environment } = expected;
    const comments = expected.comment === undefined ? [] : [expected.comment];

    const provisioned = await stage.run('provision', { ...given, ...stage.withComment }, world);
    expect(stage.environments()).toEqual(environment === undefined ? [] : [environment]);
    expect(stage.commented()).toEqual(comments);
    const connected = await stage.run('connect', given, world);
    const torn = await stage.run(
      'teardown',
      { ...stage.withAccount, environment: named ?? '', ...stage.withComment },
      world,
    );
    expect(stage.environments()).toEqual([]);
    expect(stage.commented()).toEqual(comments);
    if (environment === undefined) {
      for (const door of [provisioned, connected, torn]) expectRefused(door, event);
      expect(stage.calls()).toEqual([]);
      return;
    }
    expect(connected.outputs['cluster-name']).toBe(stage.clusterOf(environment));
    expect([provisioned.failed(), connected.failed(), torn.failed()]).toEqual([false, false, false]);
    expect(torn.outputs.outcome).toBe('deleted');
    if (expected.comment !== undefined) expect(stage.texts()[0]).toMatch(/is gone/);
    else expectNotice(provisioned, event);
  });
});

/** One annotation, which names the input and the event. */
function expectRefused({ annotations }: MemoryDoor, event: string): void {
  expect(annotations).toEqual([{ level: 'error', message: expect.stringContaining(`Event ${event} `) }]);
  expect(annotations[0]?.message).toMatch(/^environment or cluster-name is required/);
}

/** Why no comment was written: no pull request at all, or none of that number. */
function expectNotice({ annotations }: MemoryDoor, event: string): void {
  const notices = annotations.filter(({ level }) => level === 'notice').map(({ message }) => message);
  expect(notices).toEqual([
    expect.stringMatching(
      new RegExp(`^No comment was written\\. Event ${event} |has no pull request 99, or the token may not see it`),
    ),
  ]);
}
