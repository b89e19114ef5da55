import { describe, expect, it } from 'vitest';
import { rewriting } from '../../support/rewriting-fetch.ts';
import { failureOf, intoStaging, restoreStage } from './stage.ts';

const job = /^GET .*\/backup\/restoreJobs\/[0-9a-f]{24}$/;

describe('an answer that is filled only in part is not taken for the end', () => {
  it.each([
    ['empty', ''],
    ['no time', 'soon'],
  ])('a finishedAt that is %s', async (_, finishedAt) => {
    const stage = restoreStage();
    const fetch = rewriting(stage.atlas.fetch, [{ of: job, to: (body) => ({ finishedAt, ...body }) }]);
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging }, { fetch });
    expect(door.annotations).toEqual([]);
    const [restore] = stage.atlas.state.restoreJobs;
    expect(Date.parse(door.outputs['finished-at'] ?? '')).toBe(Math.floor((restore?.endsAt ?? 0) / 1_000) * 1_000);
  });

  it('the links of some shards, or links that are empty', async () => {
    const stage = restoreStage();
    const events = stage.atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    stage.atlas.seedSnapshot({ cluster: events });
    let reads = 0;
    const halves = rewriting(stage.atlas.fetch, [
      {
        of: job,
        to: ({ components = [], ...body }) => {
          reads += 1;
          const [first, ...others] = components;
          const half = [{ ...first, downloadUrl: 'https://restore.example/1' }, ...others];
          return reads <= 2
            ? { ...body, deliveryUrl: reads === 1 ? [''] : [], components: half }
            : { ...body, components };
        },
      },
    ]);
    const door = await stage.run(
      'restore',
      { ...stage.withAccount, 'cluster-name': 'events', snapshot: 'latest', delivery: 'download' },
      { fetch: halves },
    );
    expect(door.annotations).toEqual([]);
    expect(JSON.parse(door.outputs['download-urls'] ?? '[]')).toHaveLength(3);
  });
});

describe('a moment and an entry of the oplog within that second are two restores', () => {
  it('so that one is not adopted for the other', async () => {
    const stage = restoreStage();
    const ledger = stage.atlas.seedCluster({ name: 'ledger', backupEnabled: true, pitEnabled: true });
    stage.atlas.seedSnapshot({ cluster: ledger, at: stage.time.now() - 86_400_000 });
    const moment = String(Math.floor(stage.time.now() / 1_000) - 600);
    const inputs = { ...stage.withAccount, ...intoStaging, 'cluster-name': 'ledger', snapshot: '' };
    const schedule: typeof globalThis.fetch = (input, init) =>
      /backup\/schedule$/.test(String(input))
        ? Promise.resolve(Response.json({ restoreWindowDays: 7 }))
        : stage.atlas.fetch(input, init);
    await stage.run('restore', { ...inputs, oplog: `${moment}:1`, wait: 'false' }, { fetch: schedule });
    const door = await stage.run('restore', { ...inputs, 'point-in-time': moment }, { fetch: schedule });
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'restored']);
    expect(stage.atlas.state.restoreJobs).toHaveLength(2);
  });
});

describe('an answer about something else is not acted upon', () => {
  it.each([
    ['whole clusters', intoStaging, { targetClusterName: 'production' }],
    ['single databases', { ...intoStaging, databases: 'orders' }, { snapshotId: '5f5f5f5f5f5f5f5f5f5f5f5f' }],
    [
      'downloads',
      { 'cluster-name': 'orders', snapshot: 'latest', delivery: 'download' },
      { deliveryType: 'automated' },
    ],
  ])('about another job than the one that was asked for, which is looked up: %s', async (_, inputs, other) => {
    const stage = restoreStage();
    const fetch = rewriting(stage.atlas.fetch, [
      { of: /^POST .*[rR]estoreJobs$/, to: (body) => ({ ...body, ...other, id: '5f5f5f5f5f5f5f5f5f5f5f5f' }) },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...inputs }, { fetch });
    const jobs = [...stage.atlas.state.restoreJobs, ...stage.atlas.state.collectionRestoreJobs];
    expect([door.annotations, jobs.map(({ id }) => id)]).toEqual([[], [door.outputs['restore-job-id']]]);
  });

  it('about another snapshot than the one that was named', async () => {
    const stage = restoreStage();
    const other = stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - 7_200_000 });
    const fetch = rewriting(stage.atlas.fetch, [
      { of: /^GET .*\/snapshots\/[0-9a-f]{24}$/, to: (body) => ({ ...body, id: other.id }) },
    ]);
    const inputs = { ...stage.withAccount, ...intoStaging, snapshot: stage.snapshot.id };
    const door = await stage.run('restore', inputs, { fetch });
    expect(failureOf(door)).toContain(`Asked about snapshot ${stage.snapshot.id}`);
    expect(stage.atlas.state.restoreJobs).toEqual([]);
  });

  it.each([
    ['cluster-name', { 'cluster-name': 'Orders' }, /\/clusters\/Orders/],
    [
      'target-cluster-name',
      { 'target-cluster-name': 'Staging', 'confirm-overwrite': 'Staging' },
      /\/clusters\/Staging/,
    ],
  ])('about a cluster of another spelling: %s', async (input, names, path) => {
    const stage = restoreStage();
    // Whether Atlas tells upper from lower case here is not known.
    const fetch: typeof globalThis.fetch = (request, init) =>
      stage.atlas.fetch(
        String(request).replace(path, (found) => found.toLowerCase()),
        init,
      );
    const door = await stage.run('restore', { ...stage.withAccount, ...intoStaging, ...names }, { fetch });
    expect(failureOf(door)).toMatch(new RegExp(`^${input}: asked about cluster .* Write the name as Atlas does\\.`));
    expect(stage.atlas.state.restoreJobs).toEqual([]);
  });
});
