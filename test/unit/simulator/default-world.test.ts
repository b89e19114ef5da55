import { expect, it } from 'vitest';
import { virtualClock } from '../../../src/simulator/clock.ts';
import { createSimulator } from '../../../src/simulator/simulator.ts';
import { seedDefaultWorld } from '../../../src/simulator/world/default-world.ts';
import { askAs, freeCluster } from './ask.ts';

function begin(start: string, seed = 1) {
  const clock = virtualClock(start);
  const atlas = createSimulator({ clock, seed });
  return { atlas, clock, world: seedDefaultWorld(atlas) };
}

it('has the same ids, keys and secrets whenever it begins', () => {
  const { world, atlas } = begin('2026-09-01T08:00:00Z');
  const later = begin('2027-03-04T05:06:07Z');
  expect(later.world).toEqual(world);
  expect(later.atlas.state.snapshots.map(({ id }) => id.slice(8))).toEqual(
    atlas.state.snapshots.map(({ id }) => id.slice(8)),
  );
  expect(begin('2026-09-01T08:00:00Z', 2).world.project.id).not.toBe(world.project.id);
});

it('gives what is created later an id of its time', async () => {
  const { atlas, clock, world } = begin('2026-09-01T08:00:00Z');
  clock.advance(90_000);
  const path = `/groups/${world.project.id}/clusters`;
  await askAs(atlas, world.serviceAccount)('DELETE', `${path}/playground`);
  clock.advance(3_600_000);
  const { body } = await askAs(atlas, world.serviceAccount)('POST', path, { body: freeCluster('later') });
  expect(Number.parseInt(body.id.slice(0, 8), 16)).toBe(Date.parse('2026-09-01T09:01:30Z') / 1000);
});

it('has snapshots to restore, and a cluster to restore them into', async () => {
  const { atlas, clock, world } = begin('2026-09-01T08:00:00Z');
  const ask = askAs(atlas, world.serviceAccount);
  const group = `/groups/${world.project.id}`;
  const [old] = atlas.state.snapshots;
  const target = { targetGroupId: world.project.id, targetClusterName: 'staging' };
  const body = { deliveryType: 'automated', snapshotId: old?.id, ...target };
  const point = { deliveryType: 'pointInTime', pointInTimeUTCSeconds: clock.now() / 1000 - 3600, ...target };
  for (const [wish, databases] of [
    [body, ['shop']],
    [point, ['shop', 'audit']],
  ] as const) {
    expect((await ask('POST', `${group}/clusters/orders/backup/restoreJobs`, { body: wish })).status).toBe(200);
    clock.advance(3600_000);
    expect(Object.keys(atlas.dataOf(world.clusters.staging))).toEqual(databases);
  }
  const flexible = `${group}/flexClusters/flexible/backup`;
  const { results } = (await ask('GET', `${flexible}/snapshots`)).body;
  const restore = { snapshotId: results[0].id, targetDeploymentItemName: 'staging' };
  expect((await ask('POST', `${flexible}/restoreJobs`, { body: restore })).status).toBe(200);
});

it('has snapshots as old as one would expect', () => {
  const { atlas, world } = begin('2026-09-01T08:00:00Z');
  expect(
    atlas.state.snapshots.map(({ id }) => new Date(Number.parseInt(id.slice(0, 8), 16) * 1000).toISOString()),
  ).toEqual(['2026-08-31T06:00:00.000Z', '2026-09-01T05:00:00.000Z']);
  expect(world.clusters.orders.createdAt).toBeLessThan(Date.parse('2026-01-01'));
});
