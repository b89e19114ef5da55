import { describe, expect, it } from 'vitest';
import { overview } from '../../../src/simulator/world/overview.ts';
import { askAs } from './ask.ts';
import { databases, restoreStage, secondsOf } from './restore-stage.ts';

const unknownId = '5f'.repeat(12);

describe('an automated restore', () => {
  it('shows nothing of its progress, then its end', async () => {
    const { clock, project, snapshot, staging, restore, job } = restoreStage();
    const { status, body } = await restore();
    expect(status).toBe(200);
    expect(body).toEqual({
      cancelled: false,
      deliveryType: 'automated',
      deliveryUrl: [],
      desiredTimestamp: { increment: null, time: null, date: null },
      expired: false,
      failed: false,
      id: expect.stringMatching(/^6a968600/),
      links: ['self', 'snapshot', 'cluster', 'group'].map((rel) =>
        expect.objectContaining({ rel: rel === 'self' ? rel : `https://cloud.mongodb.com/${rel}` }),
      ),
      snapshotId: snapshot.id,
      targetClusterName: 'staging',
      targetDeploymentItemName: staging.hosts.replicaSet,
      targetGroupId: project.id,
      timestamp: new Date(Math.floor(snapshot.milestones.createdAt / 1000) * 1000).toISOString().replace('.000', ''),
    });
    clock.advance(229_000);
    expect(await job(body.id)).toEqual(body);
    clock.advance(1000);
    expect(await job(body.id)).toEqual({ ...body, finishedAt: '2026-09-01T08:03:50Z' });
  });

  it('empties its target at once, and fills it in the end', async () => {
    const { atlas, clock, staging, restore } = restoreStage();
    await restore();
    expect(atlas.dataOf(staging)).toEqual({});
    clock.advance(230_000);
    expect(atlas.dataOf(staging)).toEqual(databases);
  });

  it('keeps its target busy, for some time after its end too', async () => {
    const { clock, ask, clusters, restore, state } = restoreStage();
    const change = () => ask('PATCH', `${clusters}/staging`, { body: { tags: [] } });
    const changes = async () => (await ask('GET', `${clusters}/staging/status`)).body.changeStatus;
    await restore();
    expect(await state('staging')).toBe('UPDATING');
    expect((await change()).body).toMatchObject({ error: 400, errorCode: 'CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE' });
    expect((await restore()).body).toMatchObject({ error: 409, errorCode: 'ATLAS_CLUSTER_RESTORE_IN_PROGRESS' });
    clock.advance(230_000);
    expect([await state('staging'), (await restore()).body.errorCode]).toEqual([
      'UPDATING',
      'RESTORE_INITIATION_FAILED',
    ]);
    clock.advance(30_000);
    expect([await state('staging'), await changes()]).toEqual(['IDLE', 'PENDING']);
    clock.advance(5_000);
    expect([await changes(), (await change()).status]).toEqual(['APPLIED', 200]);
  });

  it('can go into the cluster that the snapshot is of', async () => {
    const { atlas, clock, orders, restore } = restoreStage();
    atlas.changeData(orders, { shop: { orders: 0 } });
    await restore({ targetClusterName: 'orders' });
    clock.advance(230_000);
    expect(atlas.dataOf(orders)).toEqual(databases);
  });

  it('goes into another project of the organization, and is found under its source', async () => {
    const { atlas, ask, jobs, restore } = restoreStage();
    const other = atlas.seedProject({ name: 'tests' });
    const cluster = atlas.seedCluster({ name: 'copy', project: other });
    const { body } = await restore({ targetGroupId: other.id, targetClusterName: 'copy' });
    expect((await ask('GET', jobs)).body).toMatchObject({ totalCount: 1, results: [{ id: body.id }] });
    expect(atlas.state.restoreJobs[0]?.target?.clusterId).toBe(cluster.id);
  });

  it('stays within the organization', async () => {
    const { atlas, restore } = restoreStage();
    const abroad = atlas.seedProject({ name: 'abroad', organization: atlas.seedOrganization('Other') });
    atlas.seedCluster({ name: 'copy', project: abroad });
    expect(await restore({ targetGroupId: abroad.id, targetClusterName: 'copy' })).toMatchObject({
      status: 403,
      body: { errorCode: 'CANNOT_RESTORE_TO_TARGET' },
    });
  });

  it('fails when its target is deleted under it', async () => {
    const { ask, clusters, restore, job } = restoreStage();
    const { body } = await restore();
    await ask('DELETE', `${clusters}/staging`);
    expect(await job(body.id)).toMatchObject({ failed: true });
  });

  it('cannot be cancelled', async () => {
    const { ask, jobs, restore } = restoreStage();
    const { body } = await restore();
    expect((await ask('DELETE', `${jobs}/${body.id}`)).body).toMatchObject({
      error: 400,
      errorCode: 'CANNOT_CANCEL_AUTOMATED_RESTORE',
    });
  });
});

describe('a restore can be made', () => {
  it.each([
    ['failed', { failed: true, finishedAt: '2026-09-01T08:01:00Z' }],
    ['cancelled', { cancelled: true, finishedAt: undefined }],
    ['expired', { expired: true, finishedAt: undefined }],
  ] as const)('to end as %s, which leaves nothing in its target', async (ending, shown) => {
    const { atlas, clock, staging, restore, job, state } = restoreStage();
    atlas.scriptNextRestore({ ending, afterSeconds: 60 });
    const { body } = await restore();
    clock.advance(59_000);
    expect(await job(body.id)).toEqual(body);
    clock.advance(1000);
    const { finishedAt, ...flags } = await job(body.id);
    expect({ ...flags, finishedAt }).toMatchObject(shown);
    clock.advance(3600_000);
    expect([atlas.dataOf(staging), await state('staging')]).toEqual([{}, 'IDLE']);
  });

  it('to vanish', async () => {
    const { atlas, clock, ask, jobs, restore, job } = restoreStage();
    atlas.scriptNextRestore({ ending: 'vanished', afterSeconds: 60 });
    const { body } = await restore();
    clock.advance(60_000);
    expect(await job(body.id)).toMatchObject({ error: 404, errorCode: 'RESTORE_JOB_NOT_FOUND' });
    expect((await ask('GET', jobs)).body.results).toEqual([]);
  });

  it('never to end', async () => {
    const { atlas, clock, restore, job, state } = restoreStage();
    atlas.scriptNextRestore({ ending: 'stuck' });
    const { body } = await restore();
    clock.advance(100 * 3600_000);
    expect([await job(body.id), await state('staging')]).toEqual([body, 'UPDATING']);
  });

  it('only where the script means it', async () => {
    const { atlas, clock, restore, job } = restoreStage();
    atlas.scriptNextRestore({ cluster: 'other', ending: 'failed' });
    atlas.scriptNextRestore({ kind: 'download', ending: 'failed' });
    const { body } = await restore();
    clock.advance(600_000);
    expect(await job(body.id)).toMatchObject({ failed: false, finishedAt: expect.any(String) });
    atlas.scriptNextRestore({ cluster: 'staging', ending: 'failed', afterSeconds: 1 });
    const { body: next } = await restore();
    clock.advance(1000);
    expect(await job(next.id)).toMatchObject({ failed: true });
  });
});

describe('a restore of a snapshot is refused', () => {
  it.each([
    ['without a snapshot', { snapshotId: null }, 400, 'MISSING_ATTRIBUTE'],
    ['with something that is no id', { snapshotId: 'latest' }, 404, 'INVALID_SNAPSHOT_ID'],
    ['of an unknown snapshot', { snapshotId: unknownId }, 404, 'SNAPSHOT_NOT_FOUND'],
    ['without a target', { targetClusterName: null }, 400, 'MISSING_ATTRIBUTE'],
    ['into a cluster that does not exist', { targetClusterName: 'none' }, 404, 'CLUSTER_NOT_FOUND'],
    ['into a project that does not exist', { targetGroupId: unknownId }, 403, 'CANNOT_RESTORE_TO_TARGET'],
    ['with a point in time too', { pointInTimeUTCSeconds: 1_700_000_000 }, 400, 'INVALID_ATTRIBUTE'],
    ['with an unknown delivery', { deliveryType: 'pigeon' }, 400, 'INVALID_ENUM_VALUE'],
    ['with a field that nobody knows', { targetProjectId: unknownId }, 400, 'INVALID_ATTRIBUTE'],
  ])('%s', async (_, more, status, errorCode) => {
    const { restore } = restoreStage();
    expect(await restore(more)).toMatchObject({ status, body: { errorCode } });
  });

  it.each([
    ['that is paused', { paused: true }, 400, 'CLUSTER_PAUSED_CANNOT_RESTORE'],
    ['that is not IDLE', { state: 'CREATING' as const }, 409, 'RESTORE_INITIATION_FAILED'],
    ['of an older major version', { version: '7.0' }, 409, 'RESTORE_INITIATION_FAILED'],
    ['that is sharded', { tier: 'M30', shards: 2 }, 409, 'RESTORE_INITIATION_FAILED'],
    ['with other encryption', { encryptionAtRestProvider: 'AWS' as const }, 400, 'INVALID_SNAPSHOT_RESTORE_ENCRYPTION'],
    ['that is an M0', { tier: 'M0' }, 409, 'RESTORE_INITIATION_FAILED'],
    ['that is Flex', { tier: 'FLEX' }, 400, 'CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API'],
  ])('into a cluster %s', async (_, target, status, errorCode) => {
    const { atlas, staging, restore } = restoreStage({ target });
    expect(await restore()).toMatchObject({ status, body: { errorCode } });
    expect(atlas.dataOf(staging)).toEqual({ old: { things: 5 } });
  });

  it.each([
    ['6.0', '7.0', 200],
    ['6.0', '8.0', 409],
    ['7.0', '8.0', 200],
    ['8.0', '7.0', 409],
  ])('or not, by version: %s into %s is %i', async (from, to, status) => {
    const { restore } = restoreStage({ source: { version: from }, target: { version: to } });
    expect((await restore()).status).toBe(status);
  });

  it('by the version of the snapshot, not of its cluster', async () => {
    const { atlas, orders, restore } = restoreStage();
    const { id } = atlas.seedSnapshot({ cluster: orders, mongodVersion: '6.0.27' });
    expect((await restore({ snapshotId: id })).body).toMatchObject({
      detail: 'Restore could not be started: a snapshot of MongoDB 6.0.27 cannot be restored to MongoDB 8.0.29.',
      errorCode: 'RESTORE_INITIATION_FAILED',
    });
  });

  it('with another number of shards', async () => {
    const sharded = { tier: 'M30', shards: 2 };
    const { restore } = restoreStage({ source: sharded, target: { ...sharded, shards: 3 } });
    expect((await restore()).body.errorCode).toBe('RESTORE_INITIATION_FAILED');
  });

  it('of one shard alone', async () => {
    const sharded = { tier: 'M30', shards: 2 };
    const { snapshot, restore } = restoreStage({ source: sharded, target: sharded });
    expect((await restore({ snapshotId: snapshot.members[0]?.id })).body.errorCode).toBe(
      'AUTOMATED_RESTORE_OF_SHARD_NOT_ALLOWED',
    );
    expect((await restore()).status).toBe(200);
  });

  it('while the snapshot is not completed, and once it is deleted', async () => {
    const { atlas, ask, clusters, orders, snapshot, restore } = restoreStage();
    const running = atlas.seedSnapshot({ cluster: orders, status: 'inProgress' });
    const failed = atlas.seedSnapshot({ cluster: orders, status: 'failed' });
    for (const { id } of [running, failed]) {
      expect((await restore({ snapshotId: id })).body).toMatchObject({
        error: 409,
        errorCode: 'CANNOT_START_RESTORE_JOB_FOR_INCOMPLETE_CLUSTER_SNAPSHOT',
      });
    }
    await ask('DELETE', `${clusters}/orders/backup/snapshots/${snapshot.id}`);
    expect((await restore()).body).toMatchObject({
      error: 409,
      errorCode: 'CANNOT_START_RESTORE_JOB_FOR_DELETED_SNAPSHOT',
    });
  });

  it.each([
    [{ backupEnabled: false }, 400, 'BACKUP_JOB_NOT_FOUND'],
    [{ tier: 'M0' }, 400, 'PROVIDER_BACKUP_NOT_SUPPORTED'],
    [{ tier: 'FLEX' }, 400, 'CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API'],
  ])('of a cluster with %j', async (source, status, errorCode) => {
    const { restore } = restoreStage({ source: { ...source, pitEnabled: false } });
    expect(await restore()).toMatchObject({ status, body: { errorCode } });
  });
});

describe('rights', () => {
  it.each([
    { role: 'Project Read Only', list: 401, restore: 401, download: 401 },
    { role: 'Project Backup Export Operator', list: 401, restore: 403, download: 200 },
    { role: 'Project Backup Recovery Operator', list: 401, restore: 200, download: 401 },
    { role: 'Project Backup Manager', list: 200, restore: 200, download: 200 },
    { role: 'Project Owner', list: 200, restore: 200, download: 200 },
  ])('of a $role are those of the specification', async ({ role, list, restore, download }) => {
    const { atlas, project, jobs, snapshot, into } = restoreStage();
    const ask = askAs(atlas, atlas.seedServiceAccount({ project, roles: [role] }));
    const post = async (body: object) =>
      (await ask('POST', jobs, { body: { snapshotId: snapshot.id, ...body } })).status;
    expect((await ask('GET', jobs)).status).toBe(list);
    expect(await post({ deliveryType: 'download' })).toBe(download);
    expect(await post({ deliveryType: 'automated', ...into })).toBe(restore);
  });

  it('are needed on the target too', async () => {
    const { atlas, project, jobs, snapshot } = restoreStage();
    const other = atlas.seedProject({ name: 'tests' });
    atlas.seedCluster({ name: 'copy', project: other });
    const ask = askAs(atlas, atlas.seedServiceAccount({ project, roles: ['Project Owner'] }));
    const body = {
      ...{ deliveryType: 'automated', snapshotId: snapshot.id },
      ...{ targetGroupId: other.id, targetClusterName: 'copy' },
    };
    expect((await ask('POST', jobs, { body })).body).toMatchObject({
      error: 403,
      errorCode: 'CANNOT_RESTORE_TO_TARGET',
    });
  });
});

describe('a restore to a point in time', () => {
  it('brings back what the cluster held then', async () => {
    const { atlas, clock, orders, staging, restoreTo } = restoreStage();
    atlas.changeData(orders, { shop: { orders: 121 } }, { at: '2026-09-01T07:00:00Z' });
    atlas.changeData(orders, {}, { at: '2026-09-01T07:30:00Z' });
    const { body } = await restoreTo({ pointInTimeUTCSeconds: secondsOf('2026-09-01T07:29:59Z') });
    expect(body).toMatchObject({
      deliveryType: 'pointInTime',
      desiredTimestamp: { increment: null, time: 1_788_247_799, date: '2026-09-01T07:29:59Z' },
      pointInTimeUTCSeconds: 1_788_247_799,
    });
    expect(body).not.toHaveProperty('snapshotId');
    clock.advance(230_000);
    expect(atlas.dataOf(staging)).toEqual({ shop: { orders: 121 } });
  });

  it('counts operations within a second by their ordinal', async () => {
    const { atlas, clock, orders, staging, restoreTo } = restoreStage();
    for (const count of [1, 2, 3]) {
      atlas.changeData(orders, { shop: { orders: count } }, { at: `2026-09-01T07:10:00.${count}00Z` });
    }
    const { body } = await restoreTo({ oplogTs: secondsOf('2026-09-01T07:10:00Z'), oplogInc: 2 });
    expect(body).toMatchObject({ desiredTimestamp: { increment: 2 }, oplogInc: 2 });
    clock.advance(230_000);
    expect(atlas.dataOf(staging)).toEqual({ shop: { orders: 2 } });
  });

  it.each([
    ['no point', {}, 400, 'INVALID_PIT_RESTORE_TIME'],
    ['half a point', { oplogTs: 1_788_247_799 }, 400, 'INVALID_PIT_RESTORE_TIME'],
    ['two points', { pointInTimeUTCSeconds: 1_788_247_799, oplogInc: 1 }, 400, 'INVALID_PIT_RESTORE_TIME'],
    ['milliseconds', { pointInTimeUTCSeconds: 1_788_247_799_000 }, 400, 'INVALID_JSON_ATTRIBUTE'],
    ['a time before MongoDB', { pointInTimeUTCSeconds: 1_000 }, 400, 'INVALID_PIT_RESTORE_TIME'],
    ['the future', { pointInTimeUTCSeconds: secondsOf('2026-09-01T08:00:01Z') }, 400, 'INVALID_PIT_RESTORE_TIME'],
    [
      'a time before the window',
      { pointInTimeUTCSeconds: secondsOf('2026-08-25T07:59:59Z') },
      400,
      'INVALID_PIT_RESTORE_TIME',
    ],
    [
      'a time before the first snapshot',
      { pointInTimeUTCSeconds: secondsOf('2026-09-01T06:00:00Z') },
      404,
      'UNABLE_T0_FIND_SNAPSHOT_PRIOR_TO_PIT_RESTORE_OPTIME',
    ],
    ['a snapshot too', { pointInTimeUTCSeconds: 1_788_247_799, snapshotId: unknownId }, 400, 'INVALID_ATTRIBUTE'],
  ])('is refused with %s', async (_, point, status, errorCode) => {
    const { restoreTo } = restoreStage();
    expect(await restoreTo(point)).toMatchObject({ status, body: { errorCode } });
  });

  it('needs the oplog to have been kept', async () => {
    const { ask, clock, clusters, restoreTo } = restoreStage({ source: { pitEnabled: false } });
    const point = { pointInTimeUTCSeconds: secondsOf('2026-09-01T07:30:00Z') };
    expect((await restoreTo(point)).body.errorCode).toBe('INVALID_PIT_RESTORE_TIME');
    await ask('PATCH', `${clusters}/orders`, { body: { pitEnabled: true } });
    expect((await restoreTo(point)).body.errorCode).toBe('NO_CHECKPOINT_FOR_PIT_RESTORE');
    clock.advance(3600_000);
    expect((await restoreTo({ pointInTimeUTCSeconds: secondsOf('2026-09-01T08:30:00Z') })).status).toBe(200);
  });
});

describe('a download', () => {
  it('has its link for an hour, and no other end', async () => {
    const { clock, orders, snapshot, download, job } = restoreStage();
    const { status, body } = await download();
    expect([status, body.deliveryUrl, body.targetClusterName]).toEqual([200, [], undefined]);
    clock.advance(230_000);
    const ready = await job(body.id);
    const [, suffix, token] =
      new RegExp(`^https://restore-${body.id}\\.(.+):27017/([A-Za-z0-9]{24})/restore-${snapshot.id}\\.tar\\.gz$`).exec(
        ready.deliveryUrl[0],
      ) ?? [];
    expect([suffix, token]).toEqual([orders.hosts.suffix, expect.any(String)]);
    expect(ready).toEqual({ ...body, deliveryUrl: [expect.any(String)], expiresAt: '2026-09-01T09:03:50Z' });
    clock.advance(3600_000);
    expect(await job(body.id)).toMatchObject({ expired: true, deliveryUrl: [], expiresAt: '2026-09-01T09:03:50Z' });
  });

  it('is the only one of its snapshot until it is over', async () => {
    const { clock, ask, jobs, download } = restoreStage();
    const { body } = await download();
    expect((await download()).body).toMatchObject({ error: 400, errorCode: 'CANNOT_DOWNLOAD_SNAPSHOT_CONCURRENTLY' });
    expect(await ask('DELETE', `${jobs}/${body.id}`)).toMatchObject({ status: 204, text: '' });
    expect((await download()).status).toBe(200);
    clock.advance(3900_000);
    expect((await download()).status).toBe(200);
  });

  it('shows no link once it is cancelled', async () => {
    const { clock, ask, jobs, download, job } = restoreStage();
    const { body } = await download();
    clock.advance(300_000);
    await ask('DELETE', `${jobs}/${body.id}`);
    expect(await job(body.id)).toEqual({ ...body, cancelled: true });
    clock.advance(7200_000);
    expect(await job(body.id)).toMatchObject({ cancelled: true, expired: false });
  });

  it('of a sharded cluster has a link for each replica set', async () => {
    const { clock, snapshot, download, job } = restoreStage({ source: { tier: 'M30', shards: 2 } });
    const { body } = await download();
    expect(body.components).toEqual(snapshot.members.map(({ replicaSetName }) => ({ replicaSetName })));
    clock.advance(300_000);
    const { deliveryUrl, components } = await job(body.id);
    expect(components.map(({ downloadUrl }: { downloadUrl: string }) => downloadUrl)).toEqual(deliveryUrl);
    expect(deliveryUrl).toHaveLength(3);
    const { body: part } = await download({ snapshotId: snapshot.members[0]?.id });
    expect(part).not.toHaveProperty('components');
  });

  it('can fail', async () => {
    const { atlas, clock, download, job } = restoreStage();
    atlas.scriptNextRestore({ kind: 'download', ending: 'failed', afterSeconds: 10 });
    const { body } = await download();
    clock.advance(10_000);
    expect(await job(body.id)).toEqual({ ...body, failed: true });
  });
});

describe('the overview of everything there is', () => {
  it('has restores and data, but no links', async () => {
    const { atlas, clock, restore, download, job } = restoreStage();
    atlas.scriptNextRestore({ kind: 'cluster', ending: 'stuck' });
    await restore();
    const { body } = await download();
    clock.advance(300_000);
    const [link] = (await job(body.id)).deliveryUrl;
    const shown = overview(atlas.state);
    expect(shown.restoreJobs).toMatchObject([{ endsAt: null }, { endsAt: '2026-09-01T08:03:50Z' }]);
    expect(shown.clusters).toMatchObject([{ databases }, { databases: {} }]);
    expect(JSON.stringify(shown)).not.toContain(link.split('/')[3]);
  });
});

describe('looking for restores', () => {
  it('finds the newest first, and none under an unknown or malformed id', async () => {
    const { clock, ask, jobs, download, restore } = restoreStage();
    const { body: first } = await download();
    clock.advance(1000);
    const { body: second } = await restore();
    const { results } = (await ask('GET', jobs)).body;
    expect(results.map(({ id }: { id: string }) => id)).toEqual([second.id, first.id]);
    expect((await ask('GET', `${jobs}/${unknownId}`)).body).toMatchObject({
      errorCode: 'RESTORE_JOB_NOT_FOUND',
      parameters: [unknownId, 'orders'],
    });
    expect((await ask('GET', `${jobs}/latest`)).body.errorCode).toBe('INVALID_JOB_ID');
  });

  it('is possible after the source is gone, if its backups were kept', async () => {
    const { atlas, clock, ask, clusters, jobs, staging, restore } = restoreStage();
    await ask('DELETE', `${clusters}/orders?retainBackups=true`);
    clock.advance(3600_000);
    expect((await restore()).status).toBe(200);
    expect((await ask('GET', jobs)).body.totalCount).toBe(1);
    clock.advance(230_000);
    expect(atlas.dataOf(staging)).toEqual(databases);
  });
});

describe('a snapshot', () => {
  it('holds what its cluster held at its createdAt, not at the request', async () => {
    const { atlas, clock, ask, clusters, orders } = restoreStage();
    atlas.state.durations.snapshot = 178;
    const { body } = await ask('POST', `${clusters}/orders/backup/snapshots`, { body: {} });
    clock.advance(50_000);
    atlas.changeData(orders, { early: { things: 1 } });
    clock.advance(100_000);
    atlas.changeData(orders, { late: { things: 1 } });
    clock.advance(100_000);
    const { results } = (await ask('GET', `${clusters}/orders/backup/snapshots/${body.id}/databases`)).body;
    expect(results).toMatchObject([{ name: 'early' }]);
  });
});
