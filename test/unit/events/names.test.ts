import { describe, expect, it } from 'vitest';
import { type EventName, runOf } from '../../support/runner/events.ts';
import { setEventStage, worldOf } from './stage.ts';

/** What is left of `pr-${{ github.event.number }}` and its like under an event that has no such number. */
const leftovers = ['pr-', 'pr-0', 'pr-00', 'pr-null', 'pr-undefined', 'pr-NaN', 'PR-Null', 'preview-', 'preview/null'];
const others = ['-', '#', '/', '0', 'null', 'undefined', 'shop-pr-', 'feature/', '-preview', 'pr-Object', 'pr #', '…'];
const meant = [
  'pr-7',
  'main',
  'feature/x',
  'fix-null',
  'release-1-0',
  '#12',
  'v1.0',
  '7',
  'größe',
  'pr-7-a',
  'env-00a',
];

describe('the name of an environment', () => {
  it.each([...leftovers, ...others])('is refused before any request where it is %s', async (environment) => {
    const stage = setEventStage();
    const world = worldOf(runOf('workflow_dispatch', { repository: 'acme/shop' }));
    for (const action of ['provision', 'connect', 'teardown']) {
      const inputs = action === 'teardown' ? stage.withAccount : stage.inputs;
      const door = await stage.run(action, { ...inputs, environment }, world);
      const [only, ...more] = door.annotations;
      expect(more).toEqual([]);
      expect(only?.message).toContain(`environment: ${JSON.stringify(environment)} is what an expression`);
      expect(only?.message).toContain('Event workflow_dispatch belongs to no pull request.');
    }
    expect([stage.atlas.requests, stage.gitHub.requests]).toEqual([[], []]);
  });

  it('is refused with the pull request that the run is for, where it is for one', async () => {
    const stage = setEventStage();
    const world = worldOf(runOf('issue_comment', { repository: 'acme/shop' }));
    const door = await stage.run('provision', { ...stage.inputs, environment: 'pr-' }, world);
    expect(door.annotations[0]?.message).toMatch(
      /This run is for pull request 7\. Leave environment out: it is pr-7 then\.$/,
    );
  });

  it.each(meant)('is taken where it is %s', async (environment) => {
    const stage = setEventStage();
    const world = worldOf(runOf('push', { repository: 'acme/shop' }));
    const door = await stage.run('provision', { ...stage.inputs, environment, 'dry-run': 'true' }, world);
    expect(door.annotations).toEqual([]);
  });
});

describe('a pull request that is closed', () => {
  const closed = (event: EventName) =>
    worldOf(runOf(event, { repository: 'acme/shop', action: 'closed', state: 'closed' }));

  it.each(['pull_request', 'pull_request_target', 'issue_comment', 'pull_request_review'] as const)(
    'gets no environment from %s, and says so',
    async (event) => {
      const stage = setEventStage();
      const door = await stage.run('provision', { ...stage.inputs, ...stage.withComment }, closed(event));
      expect(door.annotations).toEqual([
        {
          level: 'notice',
          message: `Nothing was done: pull request 7 is closed (event ${event}). To provision all the same, name the environment: pr-7.`,
        },
      ]);
      expect([door.failed(), door.outputs]).toEqual([false, { skipped: 'true' }]);
      expect([stage.atlas.requests, stage.gitHub.requests]).toEqual([[], []]);
    },
  );

  it('gets one where the author names it, and a named cluster is no business of it', async () => {
    const stage = setEventStage();
    const named = await stage.run('provision', { ...stage.inputs, environment: 'pr-7' }, closed('pull_request'));
    expect(named.outputs.outcome).toBe('created');
    const plan = {
      ...stage.withAccount,
      'cluster-name': 'fresh',
      tier: 'FLEX',
      region: 'US_EAST_1',
      'dry-run': 'true',
    };
    const cluster = await stage.run('provision', plan, closed('pull_request'));
    expect(cluster.outputs.outcome).toBe('planned');
  });
});

describe('the comment of an environment that is gone already', () => {
  it('is brought up to date, once, by a teardown that finds nothing; none is made', async () => {
    const stage = setEventStage();
    const world = worldOf(runOf('pull_request_target', { repository: 'acme/shop', action: 'closed' }));
    const teardown = (inputs: Readonly<Record<string, string>>) =>
      stage.run('teardown', { ...stage.withAccount, ...inputs }, world);
    const absent = await teardown(stage.withComment);
    expect([absent.outputs.outcome, stage.commented()]).toEqual(['absent', []]);

    const open = worldOf(runOf('pull_request', { repository: 'acme/shop' }));
    await stage.run('provision', { ...stage.inputs, ...stage.withComment }, open);
    expect(stage.texts()[0]).toMatch(/Host/);
    stage.gitHub.faults.add({ match: { method: 'GET', times: Number.POSITIVE_INFINITY }, kind: 'status-500' });
    const first = await teardown(stage.withComment);
    expect(first.outputs.outcome).toBe('deleted');
    expect(first.annotations).toEqual([
      {
        level: 'notice',
        message: expect.stringContaining('The comment may be missing or out of date: Could not read'),
      },
    ]);
    expect(stage.texts()[0]).toMatch(/Host/);

    stage.gitHub.faults.clear();
    const second = await teardown(stage.withComment);
    expect([second.outputs.outcome, second.annotations]).toEqual(['absent', []]);
    const [text = ''] = stage.texts();
    expect(text).toMatch(/is gone/);
    expect(text).not.toMatch(/Host/);
    await teardown({ ...stage.withComment });
    expect(stage.texts()).toEqual([text]);
  });
});
