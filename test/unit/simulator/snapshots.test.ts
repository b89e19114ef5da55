import { describe, expect, it } from 'vitest';
import type { ClusterSeed } from '../../../src/simulator/world/seed-cluster.ts';
import { askAs, quietAtlas } from './ask.ts';

function stage(cluster: ClusterSeed = { backupEnabled: true }) {
  const { atlas, clock } = quietAtlas();
  const project = atlas.seedProject();
  const seeded = atlas.seedCluster(cluster);
  const ask = askAs(atlas, atlas.seedServiceAccount());
  const snapshots = `/groups/${project.id}/clusters/orders/backup/snapshots`;
  const take = (body: object = { description: 'before release', retentionInDays: 1 }) =>
    ask('POST', snapshots, { body });
  const get = async (id: string) => (await ask('GET', `${snapshots}/${id}`)).body;
  return { atlas, clock, ask, cluster: seeded, snapshots, take, get };
}

describe('taking a snapshot', () => {
  it('goes through the recorded stages, each with its fields', async () => {
    const { atlas, clock, take, get } = stage();
    atlas.state.durations.snapshot = 178;
    const { status, body } = await take();
    expect(status).toBe(200);
    expect(body).toEqual({
      copyRegions: [],
      description: 'before release',
      expiresAt: '2026-09-02T08:00:00Z',
      frequencyType: 'ondemand',
      id: expect.stringMatching(/^6a968600/),
      links: [
        expect.objectContaining({ rel: 'self' }),
        expect.objectContaining({ rel: 'https://cloud.mongodb.com/cluster' }),
      ],
      policyItems: [],
      replicaSetName: 'orders',
      snapshotType: 'onDemand',
      status: 'queued',
      storageSizeBytes: 0,
      type: 'replicaSet',
    });
    const seen = [];
    for (const seconds of [7, 14, 84, 72, 1]) {
      clock.advance(seconds * 1000);
      const { status, mongodVersion, cloudProvider, createdAt, expiresAt } = await get(body.id);
      seen.push({ status, mongodVersion, cloudProvider, createdAt, expiresAt });
    }
    const [requested, expiresAt] = ['2026-09-02T08:00:00Z', '2026-09-02T08:02:58Z'];
    const full = { mongodVersion: '8.0.29', cloudProvider: 'AWS' };
    const done = { ...full, status: 'completed', createdAt: '2026-09-01T08:01:42Z', expiresAt };
    expect(seen).toEqual([
      { status: 'inProgress', expiresAt: requested },
      { status: 'inProgress', mongodVersion: '8.0.29', expiresAt: requested },
      { status: 'inProgress', ...full, expiresAt: requested },
      { status: 'inProgress', ...full, expiresAt: requested },
      done,
    ]);
    expect((await get(body.id)).storageSizeBytes).toBeGreaterThan(0);
  });

  it('is refused while another one runs, but not because of a scheduled one', async () => {
    const { atlas, clock, cluster, take } = stage();
    atlas.seedSnapshot({ cluster, status: 'inProgress', scheduled: 'hourly' });
    expect((await take()).status).toBe(200);
    expect((await take()).body).toMatchObject({
      error: 400,
      errorCode: 'UNFINISHED_ON_DEMAND_SNAPSHOT',
      parameters: [],
    });
    clock.advance(600_000);
    expect((await take()).status).toBe(200);
  });

  it.each([
    [{ backupEnabled: false }, 400, 'BACKUP_JOB_NOT_FOUND'],
    [{ backupEnabled: true, paused: true }, 409, 'CANNOT_UPDATE_PAUSED_CLUSTER'],
    [{ backupEnabled: true, state: 'CREATING' as const }, 400, 'BACKUP_JOB_NOT_FOUND'],
    [{ tier: 'M0' }, 400, 'PROVIDER_BACKUP_NOT_SUPPORTED'],
  ])('of a cluster with %j is refused: %i %s', async (seed, status, errorCode) => {
    const { take } = stage(seed);
    expect(await take()).toMatchObject({ status, body: { errorCode } });
  });

  it('needs at least a day of retention', async () => {
    const { take } = stage();
    expect((await take({ retentionInDays: 0 })).body).toMatchObject({ errorCode: 'INVALID_ATTRIBUTE' });
  });
});

describe('a snapshot can be made', () => {
  it('to fail', async () => {
    const { atlas, clock, take, get } = stage();
    atlas.scriptNextSnapshot({ ending: 'failed', afterSeconds: 60 });
    const { body } = await take();
    clock.advance(59_000);
    expect((await get(body.id)).status).toBe('inProgress');
    clock.advance(1000);
    const failed = await get(body.id);
    expect(failed).toMatchObject({ status: 'failed', storageSizeBytes: 0 });
    expect(failed).not.toHaveProperty('createdAt');
    expect((await take()).status).toBe(200);
  });

  it('to vanish', async () => {
    const { atlas, clock, ask, snapshots, take, get } = stage();
    atlas.scriptNextSnapshot({ ending: 'vanished', afterSeconds: 60 });
    const { body } = await take();
    clock.advance(60_000);
    expect(await get(body.id)).toMatchObject({ error: 404, errorCode: 'SNAPSHOT_NOT_FOUND' });
    expect((await ask('GET', snapshots)).body.results).toEqual([]);
  });

  it('to show a status that nobody knows', async () => {
    const { atlas, clock, take, get } = stage();
    atlas.scriptNextSnapshot({ cluster: 'orders', ending: { status: 'meditating' }, afterSeconds: 60 });
    const { body } = await take();
    clock.advance(60_000);
    expect((await get(body.id)).status).toBe('meditating');
  });

  it('only of the cluster that the script names', async () => {
    const { atlas, clock, take, get } = stage();
    atlas.scriptNextSnapshot({ cluster: 'other', ending: 'failed', afterSeconds: 1 });
    const { body } = await take();
    clock.advance(600_000);
    expect((await get(body.id)).status).toBe('completed');
  });
});

describe('seeded snapshots', () => {
  it('show what they were seeded as, newest first', async () => {
    const { atlas, clock, ask, cluster, snapshots } = stage();
    atlas.seedSnapshot({ cluster, scheduled: 'daily', at: clock.now() - 7200_000 });
    atlas.seedSnapshot({ cluster, status: 'failed', at: clock.now() - 3600_000 });
    atlas.seedSnapshot({ cluster, at: clock.now() - 60_000, description: 'just now' });
    atlas.seedSnapshot({ cluster, status: 'inProgress' });
    atlas.seedSnapshot({ cluster, status: 'queued' });
    const { results } = (await ask('GET', snapshots)).body;
    expect(results).toMatchObject([
      { status: 'queued' },
      { status: 'inProgress' },
      { status: 'completed', description: 'just now', snapshotType: 'onDemand', frequencyType: 'ondemand' },
      { status: 'failed' },
      { status: 'completed', snapshotType: 'scheduled', frequencyType: 'daily', policyItems: [expect.any(String)] },
    ]);
  });

  it('disappear when they expire', async () => {
    const { atlas, clock, ask, cluster, snapshots } = stage();
    atlas.seedSnapshot({ cluster, retentionDays: 1 });
    clock.advance(24 * 3600 * 1000);
    expect((await ask('GET', snapshots)).body.results).toEqual([]);
  });
});

describe('keeping and deleting', () => {
  it('changes the retention of a completed snapshot only', async () => {
    const { atlas, ask, cluster, snapshots } = stage();
    const done = atlas.seedSnapshot({ cluster, at: '2026-09-01T06:00:00Z' });
    const running = atlas.seedSnapshot({ cluster, status: 'inProgress' });
    const patch = (id: string, body: object) => ask('PATCH', `${snapshots}/${id}`, { body });
    const twoWeeks = { retentionUnit: 'WEEKS', retentionValue: 2 };
    expect((await patch(done.id, twoWeeks)).body.expiresAt).toBe('2026-09-15T06:03:00Z');
    expect((await patch(running.id, twoWeeks)).body.errorCode).toBe('CANNOT_MODIFY_IN_PROGRESS_SNAPSHOT_RETENTION');
    expect((await patch(done.id, { retentionUnit: 'DAYS', retentionValue: 0 })).body.errorCode).toBe(
      'BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID',
    );
    expect((await patch(done.id, { retentionUnit: 'EONS', retentionValue: 1 })).body.errorCode).toBe(
      'INVALID_ENUM_VALUE',
    );
  });

  it('deletes a snapshot once it has ended', async () => {
    const { atlas, ask, cluster, snapshots, get } = stage();
    const done = atlas.seedSnapshot({ cluster });
    const running = atlas.seedSnapshot({ cluster, status: 'inProgress' });
    expect((await ask('DELETE', `${snapshots}/${running.id}`)).body.errorCode).toBe(
      'CANNOT_DELETE_IN_PROGRESS_SNAPSHOT',
    );
    expect((await ask('DELETE', `${snapshots}/${done.id}`)).status).toBe(204);
    expect((await get(done.id)).errorCode).toBe('SNAPSHOT_NOT_FOUND');
    expect((await get('nonsense')).errorCode).toBe('INVALID_SNAPSHOT_ID');
  });
});

describe('snapshots of a sharded cluster', () => {
  const sharded: ClusterSeed = { backupEnabled: true, tier: 'M30', shards: 2, databases: { events: { clicks: 5 } } };

  it('are one in the sharded list and one per replica set in the plain list', async () => {
    const { clock, ask, snapshots, take } = stage(sharded);
    const { body } = await take();
    expect(body).toMatchObject({ type: 'shardedCluster', status: 'queued', members: [], snapshotIds: [] });
    clock.advance(600_000);
    const whole = (await ask('GET', `${snapshots}/shardedClusters`)).body.results;
    expect(whole).toMatchObject([{ id: body.id, type: 'shardedCluster', status: 'completed' }]);
    expect(whole[0].members).toHaveLength(3);
    const parts = (await ask('GET', snapshots)).body.results;
    expect(parts.map(({ id }: { id: string }) => id)).toEqual(whole[0].snapshotIds);
    expect(
      parts.map(({ replicaSetName }: { replicaSetName: string }) => replicaSetName.replace(/^atlas-\w+-/, '')),
    ).toEqual(['shard-0', 'shard-1', 'config-0']);
    expect((await ask('GET', `${snapshots}/${parts[0].id}`)).body.type).toBe('replicaSet');
    expect((await ask('GET', `${snapshots}/shardedCluster/${body.id}`)).body.id).toBe(body.id);
    expect((await ask('GET', `${snapshots}/${body.id}/databases`)).body.results).toMatchObject([{ name: 'events' }]);
    expect((await ask('DELETE', `${snapshots}/shardedCluster/${body.id}`)).status).toBe(204);
    expect((await ask('GET', snapshots)).body.results).toEqual([]);
  });

  // MongoDB's Terraform provider waits for every snapshot on the plain path and deletes it there, by the id of the whole
  // (terraform-provider-mongodbatlas, internal/service/cloudbackupsnapshot/resource.go).
  it('are read, kept longer and deleted on the plain path too, by the id of the whole', async () => {
    const { atlas, ask, cluster, snapshots } = stage(sharded);
    const { id, members } = atlas.seedSnapshot({ cluster, at: '2026-09-01T06:00:00Z' });
    const plain = `${snapshots}/${id}`;
    const read = await ask('GET', plain);
    expect(read).toMatchObject({ status: 200, body: { id, type: 'shardedCluster', status: 'completed' } });
    expect(read.body.snapshotIds).toEqual(members.map((member) => member.id));
    const body = { retentionUnit: 'WEEKS', retentionValue: 2 };
    expect((await ask('PATCH', plain, { body })).body).toMatchObject({ id, expiresAt: '2026-09-15T06:03:00Z' });
    expect((await ask('DELETE', plain)).status).toBe(204);
    expect((await ask('GET', plain)).body.errorCode).toBe('SNAPSHOT_NOT_FOUND');
    expect((await ask('GET', `${snapshots}/shardedClusters`)).body.results).toEqual([]);
  });

  it('of which one part is deleted go on with the others', async () => {
    const { atlas, ask, cluster, snapshots } = stage(sharded);
    const { id, members } = atlas.seedSnapshot({ cluster });
    const [first, ...others] = members.map((member) => member.id);
    expect((await ask('DELETE', `${snapshots}/${first}`)).status).toBe(204);
    expect((await ask('GET', `${snapshots}/${id}`)).body.snapshotIds).toEqual(others);
  });

  // The same provider asks that path about every snapshot, and shows what it answers: a 404 would be a change in each plan.
  it('have a path that answers of a replica set too, without members; the list and the deletion there do not', async () => {
    const { atlas, ask, cluster, snapshots } = stage();
    const { id } = atlas.seedSnapshot({ cluster });
    const { status, body } = await ask('GET', `${snapshots}/shardedCluster/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, members: [], snapshotIds: [] });
    expect((await ask('GET', `${snapshots}/shardedClusters`)).body.results).toEqual([]);
    expect((await ask('DELETE', `${snapshots}/shardedCluster/${id}`)).body.errorCode).toBe('SNAPSHOT_NOT_FOUND');
  });
});

describe("a snapshot's catalogue", () => {
  const databases = { shop: { orders: 12, customers: 3 }, audit: { 'log.2026': 4 } };

  it('lists its databases and their collections, and finds one of each', async () => {
    const { atlas, ask, cluster, snapshots } = stage({ backupEnabled: true, databases });
    const path = `${snapshots}/${atlas.seedSnapshot({ cluster }).id}/databases`;
    const names = async (below: string) =>
      (await ask('GET', `${path}${below}`)).body.results.map(({ name }: { name: string }) => name);
    expect(await names('')).toEqual(['audit', 'shop']);
    expect(await names('/shop/collections')).toEqual(['customers', 'orders']);
    const one = await ask('GET', `${path}/audit/collections/log.2026`);
    expect(one.body).toMatchObject({ name: 'log.2026', links: [{ rel: 'self' }] });
    expect(one.headers.get('content-type')).toBe('application/vnd.atlas.2025-03-12+json;charset=utf-8');
    expect((await ask('GET', `${path}/shop`)).body.name).toBe('shop');
    expect((await ask('GET', `${path}/none`)).status).toBe(404);
    expect((await ask('GET', `${path}/toString/collections`)).status).toBe(404);
    expect((await ask('GET', `${path}/shop/collections/none`)).status).toBe(404);
  });

  it('is what the cluster held, not what it holds', async () => {
    const { atlas, ask, cluster, snapshots } = stage({ backupEnabled: true, databases });
    const path = `${snapshots}/${atlas.seedSnapshot({ cluster }).id}/databases`;
    atlas.changeData(cluster, {});
    expect((await ask('GET', path)).body.totalCount).toBe(2);
  });

  it('cannot be read before the snapshot is completed', async () => {
    const { atlas, ask, cluster, snapshots } = stage({ backupEnabled: true, databases });
    const { id } = atlas.seedSnapshot({ cluster, status: 'inProgress' });
    expect((await ask('GET', `${snapshots}/${id}/databases`)).status).toBe(400);
  });
});
