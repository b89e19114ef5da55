import { describe, expect, it } from 'vitest';
import { askAs } from './ask.ts';
import { databases, flexRestoreStage } from './flex-restore-stage.ts';

const unknownId = '5f'.repeat(12);

describe('a restore of a flex cluster', () => {
  it('is PENDING, RUNNING and COMPLETED', async () => {
    const { clock, project, snapshot, restore, job } = flexRestoreStage();
    const { status, body } = await restore();
    expect(status).toBe(200);
    expect(body).toEqual({
      deliveryType: 'RESTORE',
      expirationDate: '2026-09-01T14:00:00Z',
      id: expect.stringMatching(/^6a968600/),
      instanceName: 'flexible',
      projectId: project.id,
      restoreScheduledDate: '2026-09-01T08:00:00Z',
      snapshotFinishedDate: '2026-09-01T07:31:45Z',
      snapshotId: snapshot.id,
      status: 'PENDING',
      targetDeploymentItemName: 'copy',
      targetProjectId: project.id,
    });
    clock.advance(2000);
    expect(await job(body.id)).toEqual({ ...body, status: 'RUNNING' });
    clock.advance(58_000);
    expect(await job(body.id)).toEqual({
      ...body,
      status: 'COMPLETED',
      restoreFinishedDate: '2026-09-01T08:01:00Z',
    });
  });

  it('replaces what its target holds, which is busy meanwhile', async () => {
    const { atlas, clock, ask, flex, copy, restore } = flexRestoreStage();
    await restore();
    expect(atlas.dataOf(copy)).toEqual({});
    expect((await ask('GET', `${flex}/copy`)).body.stateName).toBe('UPDATING');
    expect((await ask('PATCH', `${flex}/copy`, { body: { tags: [] } })).body.errorCode).toBe(
      'CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE',
    );
    expect((await restore()).body).toMatchObject({ error: 400, errorCode: 'TENANT_RESTORE_DESTINATION_UNAVAILABLE' });
    clock.advance(60_000);
    expect(atlas.dataOf(copy)).toEqual(databases);
    clock.advance(30_000);
    expect((await ask('GET', `${flex}/copy`)).body.stateName).toBe('IDLE');
  });

  it('brings the data of its snapshot, not of now', async () => {
    const { atlas, clock, copy, source, restore } = flexRestoreStage();
    atlas.changeData(source, {});
    await restore();
    clock.advance(60_000);
    expect(atlas.dataOf(copy)).toEqual(databases);
  });

  it('goes into a dedicated replica set, of another project too', async () => {
    const { atlas, clock, restore, job } = flexRestoreStage();
    const other = atlas.seedProject({ name: 'tests' });
    const target = atlas.seedCluster({ name: 'orders', project: other });
    const { body } = await restore({ targetDeploymentItemName: 'orders', targetProjectId: other.id });
    clock.advance(60_000);
    expect(await job(body.id)).toMatchObject({ status: 'COMPLETED', targetProjectId: other.id });
    expect(atlas.dataOf(target)).toEqual(databases);
  });

  it.each([
    ['failed', { status: 'FAILED', restoreFinishedDate: '2026-09-01T08:00:10Z' }],
    ['cancelled', { status: 'FAILED', restoreFinishedDate: '2026-09-01T08:00:10Z' }],
    ['stuck', { status: 'RUNNING' }],
    [{ status: 'THAWING' }, { status: 'THAWING' }],
  ] as const)('can be made to end as %j, without a reason', async (ending, shown) => {
    const { atlas, clock, copy, restore, job } = flexRestoreStage();
    atlas.scriptNextRestore({ cluster: 'copy', ending, afterSeconds: 10 });
    const { body } = await restore();
    clock.advance(10_000);
    expect(await job(body.id)).toEqual({ ...body, ...shown });
    expect(atlas.dataOf(copy)).toEqual({});
  });

  it('can be made to vanish', async () => {
    const { atlas, clock, ask, jobs, restore, job } = flexRestoreStage();
    atlas.scriptNextRestore({ ending: 'vanished', afterSeconds: 10 });
    const { body } = await restore();
    clock.advance(10_000);
    expect(await job(body.id)).toMatchObject({ error: 404, errorCode: 'TENANT_RESTORE_NOT_FOUND' });
    expect((await ask('GET', jobs)).body.results).toEqual([]);
  });

  it('fails when its target is deleted under it', async () => {
    const { ask, flex, restore, job } = flexRestoreStage();
    const { body } = await restore();
    await ask('DELETE', `${flex}/copy`);
    expect(await job(body.id)).toMatchObject({ status: 'FAILED' });
  });
});

describe('a restore of a flex cluster is refused', () => {
  it.each([
    ['of an unknown snapshot', { snapshotId: unknownId }, 404, 'TENANT_SNAPSHOT_NOT_FOUND'],
    ['without a snapshot', { snapshotId: null }, 400, 'MISSING_ATTRIBUTE'],
    ['without a target', { targetDeploymentItemName: null }, 400, 'MISSING_ATTRIBUTE'],
    ['into a cluster that does not exist', { targetDeploymentItemName: 'none' }, 404, 'CLUSTER_NOT_FOUND'],
    ['into a project that does not exist', { targetProjectId: unknownId }, 403, 'CANNOT_RESTORE_TO_TARGET'],
    ['with a field that nobody knows', { targetClusterName: 'copy' }, 400, 'INVALID_ATTRIBUTE'],
  ])('%s', async (_, more, status, errorCode) => {
    const { restore } = flexRestoreStage();
    expect(await restore(more)).toMatchObject({ status, body: { errorCode } });
  });

  it.each([
    ['that is sharded', { tier: 'M30', shards: 2 }, 400, 'TENANT_RESTORE_INCOMPATIBLE_TOPOLOGY'],
    ['of another version', { tier: 'M10', version: '7.0' }, 400, 'TENANT_RESTORE_VERSION_MISMATCH'],
    [
      'with encryption',
      { tier: 'M10', encryptionAtRestProvider: 'AWS' as const },
      400,
      'TENANT_RESTORE_DESTINATION_ENCRYPTION',
    ],
    ['that is not IDLE', { state: 'CREATING' as const }, 400, 'TENANT_RESTORE_DESTINATION_UNAVAILABLE'],
    ['that is paused', { tier: 'M10', paused: true }, 400, 'CLUSTER_PAUSED_CANNOT_RESTORE'],
    ['that is an M0', { tier: 'M0' }, 409, 'RESTORE_INITIATION_FAILED'],
  ])('into a cluster %s', async (_, target, status, errorCode) => {
    const { restore } = flexRestoreStage(target);
    expect(await restore()).toMatchObject({ status, body: { errorCode } });
  });

  it('while its snapshot is not completed', async () => {
    const { atlas, source, restore } = flexRestoreStage();
    for (const status of ['QUEUED', 'RUNNING', 'FAILED'] as const) {
      const { id } = atlas.seedFlexSnapshot({ cluster: source, status });
      expect((await restore({ snapshotId: id })).body).toMatchObject({ error: 409 });
    }
  });

  it('under the name of a dedicated cluster, and under /clusters', async () => {
    const { atlas, ask, project, flex } = flexRestoreStage();
    atlas.seedCluster({ name: 'orders' });
    expect((await ask('GET', `${flex}/orders/backup/restoreJobs`)).body.errorCode).toBe(
      'CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API',
    );
    expect((await ask('GET', `/groups/${project.id}/clusters/flexible/backup/restoreJobs`)).body.errorCode).toBe(
      'CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API',
    );
  });

  it('without the right to it', async () => {
    const { atlas, project, jobs, flex, snapshot } = flexRestoreStage();
    const ask = askAs(atlas, atlas.seedServiceAccount({ project, roles: ['Project Read Only'] }));
    const body = { snapshotId: snapshot.id, targetDeploymentItemName: 'copy' };
    expect((await ask('GET', jobs)).status).toBe(200);
    expect((await ask('POST', jobs, { body })).status).toBe(401);
    const download = { body: { snapshotId: snapshot.id } };
    expect((await ask('POST', `${flex}/flexible/backup/download`, download)).status).toBe(401);
  });
});

describe('looking for restores of a flex cluster', () => {
  it('finds the newest first, and none under an unknown or malformed id', async () => {
    const { clock, ask, jobs, restore, job } = flexRestoreStage();
    const { body: first } = await restore();
    clock.advance(3600_000);
    const { body: second } = await restore();
    const { results } = (await ask('GET', jobs)).body;
    expect(results.map(({ id }: { id: string }) => id)).toEqual([second.id, first.id]);
    expect((await job(unknownId)).errorCode).toBe('TENANT_RESTORE_NOT_FOUND');
    expect((await job('latest')).errorCode).toBe('INVALID_JOB_ID');
  });
});

describe('a download of a flex snapshot', () => {
  it('is a job whose address comes in the end, and goes when it expires', async () => {
    const { clock, ask, flex, snapshot, job } = flexRestoreStage();
    const { status, body } = await ask('POST', `${flex}/flexible/backup/download`, {
      body: { snapshotId: snapshot.id },
    });
    expect([status, body.deliveryType, body.snapshotUrl]).toEqual([200, 'DOWNLOAD', undefined]);
    expect(body).not.toHaveProperty('targetDeploymentItemName');
    clock.advance(60_000);
    expect(await job(body.id)).toMatchObject({
      status: 'COMPLETED',
      snapshotUrl: expect.stringMatching(`/restore-${snapshot.id}\\.tar\\.gz$`),
    });
    clock.advance(6 * 3600_000);
    expect(await job(body.id)).not.toHaveProperty('snapshotUrl');
  });
});
