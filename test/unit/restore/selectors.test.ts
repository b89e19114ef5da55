import { describe, expect, it } from 'vitest';
import { rewriting } from '../../support/rewriting-fetch.ts';
import { failureOf, intoStaging, restoreStage } from './stage.ts';

/** Snapshots of two runs and a scheduled one, newest last, and a safety snapshot that is newer than all of them. */
function stageWithMany() {
  const stage = restoreStage();
  const at = (minutes: number) => stage.time.now() - minutes * 60_000;
  const seed = (minutes: number, description: string) =>
    stage.atlas.seedSnapshot({ cluster: stage.cluster, at: at(minutes), description });
  const marker = (run: string, more = '') => `[gha ${run}.1 9f86d081 3c4d5e${more}]`;
  return {
    ...stage,
    first: seed(50, `acme/shop 1a2b3c4 run 41 ${marker('41')}`),
    second: seed(40, `acme/shop 1a2b3c4 run 42 ${marker('42')}`),
    plain: seed(30, 'by hand (v2.*)'),
    scheduled: stage.atlas.seedSnapshot({ cluster: stage.cluster, at: at(20), scheduled: 'hourly' }),
    failed: stage.atlas.seedSnapshot({ cluster: stage.cluster, at: at(15), status: 'failed' }),
    safety: seed(10, `safety: orders before a restore, run 42 ${marker('42', ' safety')}`),
    running: stage.atlas.seedSnapshot({
      cluster: stage.cluster,
      status: 'inProgress',
      description: `x ${marker('43')}`,
    }),
  };
}

type Name = 'snapshot' | 'first' | 'second' | 'plain' | 'scheduled' | 'safety';

describe('a selector means the newest completed snapshot', () => {
  it.each<[string, (stage: ReturnType<typeof stageWithMany>) => string, Name]>([
    ['latest, but no safety snapshot', () => 'latest', 'scheduled'],
    ['of a run, but no safety snapshot', () => 'run:42', 'second'],
    ['from before a time', ({ time }) => `before:${new Date(time.now() - 35 * 60_000).toISOString()}`, 'second'],
    ['from before a time with its zone', () => 'before:2026-11-21T12:05:00+01:00', 'snapshot'],
    ['by a description with a glob', () => 'description:acme/shop*run ?1', 'first'],
    ['by a description that looks like a pattern', () => 'description:by hand (v2.*)', 'plain'],
    ['by the description of a safety snapshot', () => 'description:safety:*', 'safety'],
    ['by its id', ({ safety }) => safety.id, 'safety'],
  ])('%s', async (_, selector, expected) => {
    const stage = stageWithMany();
    const door = await stage.run('restore', {
      ...stage.withAccount,
      ...intoStaging,
      snapshot: selector(stage),
      'dry-run': 'true',
    });
    expect(door.annotations).toEqual([]);
    expect(door.outputs['snapshot-id']).toBe(stage[expected].id);
  });

  it('that is no fallback, whose data may be inconsistent: only an id leads to one, with a warning', async () => {
    const stage = stageWithMany();
    const fetch = rewriting(stage.atlas.fetch, [
      {
        of: /^GET .*\/snapshots$/,
        to: (page) => ({
          ...page,
          results: page.results?.map((one) =>
            one.id === stage.scheduled.id ? { ...one, snapshotType: 'fallback' } : one,
          ),
        }),
      },
      { of: /^GET .*\/snapshots\/[0-9a-f]{24}$/, to: (one) => ({ ...one, snapshotType: 'fallback' }) },
    ]);
    const dryRun = { ...stage.withAccount, ...intoStaging, 'dry-run': 'true' };
    const latest = await stage.run('restore', dryRun, { fetch });
    expect([latest.annotations, latest.outputs['snapshot-id']]).toEqual([[], stage.plain.id]);
    const byId = { ...dryRun, snapshot: stage.scheduled.id };
    const named = await stage.run('restore', byId, { fetch });
    expect(named.outputs['snapshot-id']).toBe(stage.scheduled.id);
    expect(named.annotations).toEqual([{ level: 'warning', message: expect.stringContaining('may be inconsistent') }]);
    const single = await stage.run('restore', { ...byId, databases: 'orders' }, { fetch });
    expect(failureOf(single)).toContain('is a fallback, from which Atlas restores no single databases');
  });

  it.each([
    ['undefined', undefined],
    ['no time', 'soon'],
  ])('of which it is known of when its data is, and not %s', async (_, createdAt) => {
    const stage = stageWithMany();
    const fetch = rewriting(stage.atlas.fetch, [
      {
        of: /^GET .*\/snapshots$/,
        to: ({ results = [], ...page }) => ({
          ...page,
          results: results.map((one) => (one.id === stage.scheduled.id ? { ...one, createdAt } : one)),
        }),
      },
    ]);
    const dryRun = { ...stage.withAccount, ...intoStaging, 'dry-run': 'true' };
    const latest = await stage.run('restore', dryRun, { fetch });
    expect(latest.outputs['snapshot-id']).toBe(stage.plain.id);
    const named = await stage.run('restore', { ...dryRun, snapshot: stage.scheduled.id }, { fetch });
    expect(named.outputs['snapshot-id']).toBe(stage.scheduled.id);
  });

  it.each([
    [
      'run:40',
      /has no completed snapshot of run 40\. It has [0-9a-f]{24} of .*\("safety: orders.*; and 1 older ones\./,
    ],
    ['run:43', /is inProgress, not completed/],
    ['description:nothing like it', /whose description is like "nothing like it"/],
    ['before:2020-01-01T00:00:00Z', /from before 2020-01-01T00:00:00Z/],
    ['5f5f5f5f5f5f5f5f5f5f5f5f', /with the id 5f5f/],
  ])('%s: there is none, and the message shows the nearest', async (snapshot, message) => {
    const stage = stageWithMany();
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, snapshot });
    expect(failureOf(door)).toMatch(message);
  });
});
