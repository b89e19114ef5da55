import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../src/simulator/faults.ts';
import { rewriting } from '../../support/rewriting-fetch.ts';
import { findLeaks } from '../../support/runner/leaks.ts';
import { setStage } from '../../support/stage.ts';
import { failureOf } from './stage.ts';

const held = { app: { users: 40 } };

/** A Flex cluster with a snapshot of an hour ago, and targets of both kinds. */
function flexStage() {
  const stage = setStage();
  const source = stage.atlas.seedCluster({ name: 'flexible', tier: 'FLEX', databases: held });
  const snapshot = stage.atlas.seedFlexSnapshot({ cluster: source });
  const copy = stage.atlas.seedCluster({ name: 'copy', tier: 'FLEX' });
  stage.atlas.changeData(source, {});
  return { ...stage, source, snapshot, copy };
}

const inputs = {
  'cluster-name': 'flexible',
  snapshot: 'latest',
  'target-cluster-name': 'copy',
  'confirm-overwrite': 'copy',
};

const links = { 'cluster-name': 'flexible', snapshot: 'latest', delivery: 'download' };

describe('a restore of a Flex cluster', () => {
  it.each(['copy', 'orders'])('goes through its own API, into Flex and dedicated targets: %s', async (target) => {
    const stage = flexStage();
    const door = await stage.run('restore', {
      ...stage.withAccount,
      ...inputs,
      'target-cluster-name': target,
      'confirm-overwrite': target,
    });
    expect(door.annotations).toEqual([]);
    expect(door.outputs).toMatchObject({ outcome: 'restored', 'snapshot-id': stage.snapshot.id });
    const cluster = stage.atlas.state.clusters.find(({ name }) => name === target);
    expect(cluster && stage.atlas.dataOf(cluster)).toEqual(held);
    expect(stage.calls().some((call) => call.startsWith('POST /flexClusters/flexible/backup/restoreJobs'))).toBe(true);
  });

  it.each<FaultKind>(['cut-before', 'cut-after', 'status-500-after', 'garbage', 'status-503-empty'])(
    'is one job although the request meets %s',
    async (kind) => {
      const stage = flexStage();
      stage.atlas.faults.add({ match: { method: 'POST', path: '/backup/restoreJobs' }, kind });
      const door = await stage.run('restore', { ...stage.withAccount, ...inputs });
      expect([door.annotations, stage.atlas.state.flexRestoreJobs.length]).toEqual([[], 1]);
    },
  );

  it('that failed is red, though Atlas does not say why', async () => {
    const stage = flexStage();
    stage.atlas.scriptNextRestore({ ending: 'failed' });
    const door = await stage.run('restore', { ...stage.withAccount, ...inputs });
    expect(failureOf(door)).toMatch(/failed, and Atlas does not say why/);
  });

  it('adopts the very same one that is under way', async () => {
    const stage = flexStage();
    await stage.run('restore', { ...stage.withAccount, ...inputs, wait: 'false' });
    const door = await stage.run('restore', { ...stage.withAccount, ...inputs });
    expect([door.outputs.outcome, stage.atlas.state.flexRestoreJobs.length]).toEqual(['adopted', 1]);
  });

  it('cannot be of single databases, of a moment, with a safety snapshot or into a sharded cluster', async () => {
    const stage = flexStage();
    stage.atlas.seedCluster({ name: 'wide', tier: 'M30', shards: 2 });
    const message = async (more: Readonly<Record<string, string>>) =>
      failureOf(await stage.run('restore', { ...stage.withAccount, ...inputs, ...more }));
    expect(await message({ databases: 'app' })).toContain('only the whole of it can be restored');
    expect(await message({ snapshot: '', 'point-in-time': '2026-11-21T11:00:00Z' })).toContain('no point in time');
    expect(await message({ 'safety-snapshot': 'true' })).toContain('takes no snapshots on demand');
    const wide = { 'target-cluster-name': 'wide', 'confirm-overwrite': 'wide' };
    expect(await message(wide)).toContain('fits only a replica set');
  });

  it('can be downloaded, with a masked link', async () => {
    const stage = flexStage();
    const door = await stage.run('restore', {
      ...stage.withAccount,
      ...links,
      snapshot: stage.snapshot.id,
    });
    expect(door.annotations).toEqual([]);
    const [url = ''] = JSON.parse(door.outputs['download-urls'] ?? '[]');
    expect(url).toMatch(/^https:/);
    expect(findLeaks({ log: door.lines.join('\n'), summary: door.summaries.join() }, { url })).toEqual([]);
  });

  it('is downloaded once, for as long as its link is good', async () => {
    const stage = flexStage();
    const first = await stage.run('restore', { ...stage.withAccount, ...links });
    const again = await stage.run('restore', { ...stage.withAccount, ...links });
    expect(again.outputs['download-urls']).toBe(first.outputs['download-urls']);
    stage.time.advance(7 * 3_600_000);
    const stale = rewriting(stage.atlas.fetch, [
      {
        of: /^GET .*\/restoreJobs$/,
        to: (page) => ({
          ...page,
          results: page.results?.map((job) => ({ ...job, snapshotUrl: 'https://ended.example' })),
        }),
      },
    ]);
    const later = await stage.run('restore', { ...stage.withAccount, ...links }, { fetch: stale });
    expect([later.annotations, later.outputs['download-urls']]).toEqual([[], expect.stringMatching(/tar\.gz/)]);
    expect(stage.atlas.state.flexRestoreJobs).toHaveLength(2);
  });

  it('is not ready with a link before it is completed', async () => {
    const stage = flexStage();
    let reads = 0;
    const early = rewriting(stage.atlas.fetch, [
      {
        of: /^GET .*\/restoreJobs\/[0-9a-f]{24}$/,
        to: (job) => (++reads === 1 ? { ...job, status: 'RUNNING', snapshotUrl: 'https://early.example' } : job),
      },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...links }, { fetch: early });
    expect(door.outputs['download-urls']).toMatch(/tar\.gz/);
  });
});
