import { describe, expect, it } from 'vitest';
import { askAs } from './ask.ts';
import { restoreStage, secondsOf } from './restore-stage.ts';

const unknownId = '5f'.repeat(12);
/** What Atlas would append to a name that is taken, on this stage's clock. */
const taken = '_restored_1788249600';

function stage(options: Parameters<typeof restoreStage>[0] = {}) {
  const { atlas, clock, ask, clusters, snapshot, into, ...others } = restoreStage(options);
  atlas.state.durations.collectionRestore = 570;
  const jobs = `${clusters}/orders/collectionRestoreJobs`;
  const post = (more: object) =>
    ask('POST', jobs, { body: { ...into, writeStrategy: 'CREATE_NEW', indexStrategy: 'ALL', ...more } });
  const restore = (more: object) => post({ snapshotId: snapshot.id, ...more });
  const job = async (id: string) => (await ask('GET', `${jobs}/${id}`)).body;
  const parts = async (id: string, query = '') => (await ask('GET', `${jobs}/${id}/collections${query}`)).body.results;
  return { atlas, clock, ask, clusters, snapshot, into, ...others, jobs, post, restore, job, parts };
}

const all = { databases: [{ sourceNamespace: 'shop' }] };
const one = { collections: [{ sourceNamespace: 'shop.orders' }] };

describe('a restore of a database', () => {
  it('goes through its states and counts its documents', async () => {
    const { clock, project, snapshot, restore, job } = stage();
    const { status, body } = await restore(all);
    expect(status).toBe(201);
    expect(body).toEqual({
      createdAt: '2026-09-01T08:00:00Z',
      databases: [{ sourceNamespace: 'shop' }],
      id: expect.stringMatching(/^6a968600/),
      indexStatus: { failedCollectionCount: 0, state: 'NOT_STARTED' },
      indexStrategy: 'ALL',
      restoredDocuments: 0,
      snapshotId: snapshot.id,
      state: 'INITIALIZING',
      targetClusterName: 'staging',
      targetGroupId: project.id,
      totalDocuments: 0,
      writeStrategy: 'CREATE_NEW',
    });
    const seen = [];
    for (const seconds of [299, 61, 120, 60, 30]) {
      clock.advance(seconds * 1000);
      const { state, restoredDocuments, totalDocuments, indexStatus, finishedAt } = await job(body.id);
      seen.push([state, restoredDocuments, totalDocuments, indexStatus.state, finishedAt]);
    }
    expect(seen).toEqual([
      ['INITIALIZING', 0, 0, 'NOT_STARTED', undefined],
      ['IN_PROGRESS', 37, 165, 'NOT_STARTED', undefined],
      ['IN_PROGRESS', 113, 150, 'NOT_STARTED', undefined],
      ['FINALIZING', 150, 150, 'IN_PROGRESS', undefined],
      ['SUCCESSFUL', 150, 150, 'SUCCESSFUL', '2026-09-01T08:09:30Z'],
    ]);
  });

  it('adds it to what its target holds when it has finished, and not before', async () => {
    const { atlas, clock, staging, state, restore } = stage();
    await restore(all);
    clock.advance(569_000);
    expect([atlas.dataOf(staging), await state('staging')]).toEqual([{ old: { things: 5 } }, 'IDLE']);
    clock.advance(1000);
    expect(atlas.dataOf(staging)).toEqual({ old: { things: 5 }, shop: { orders: 120, customers: 30 } });
  });

  it('copies one collection after another', async () => {
    const { clock, restore, parts } = stage();
    const { body } = await restore(all);
    expect(await parts(body.id)).toEqual([]);
    const states = async () =>
      (await parts(body.id)).map(({ sourceNamespace, state }: Record<string, string>) => [sourceNamespace, state]);
    clock.advance(360_000);
    expect(await states()).toEqual([
      ['shop.orders', 'IN_PROGRESS'],
      ['shop.customers', 'NOT_STARTED'],
    ]);
    clock.advance(160_000);
    expect(await states()).toEqual([
      ['shop.orders', 'FINALIZING'],
      ['shop.customers', 'IN_PROGRESS'],
    ]);
    clock.advance(50_000);
    expect(await parts(body.id)).toEqual([
      {
        effectiveTargetNamespace: 'shop.orders',
        indexStatus: { failedIndexes: [], state: 'SUCCESSFUL' },
        restoredDocuments: 120,
        sourceNamespace: 'shop.orders',
        state: 'SUCCESSFUL',
        targetNamespace: 'shop.orders',
        totalDocuments: 120,
      },
      expect.objectContaining({ sourceNamespace: 'shop.customers', restoredDocuments: 30 }),
    ]);
  });

  it('shows one collection alone, and those that a query asks for', async () => {
    const { clock, ask, jobs, restore, parts } = stage();
    const { body } = await restore({ ...all, databaseSuffix: '_pr_7' });
    const orders = `${jobs}/${body.id}/collections/shop.orders`;
    expect((await ask('GET', orders)).status).toBe(404);
    clock.advance(520_000);
    expect((await ask('GET', orders)).body).toMatchObject({ sourceNamespace: 'shop.orders' });
    expect((await ask('GET', `${jobs}/${body.id}/collections/shop.none`)).status).toBe(404);
    for (const query of [
      'state=IN_PROGRESS',
      'sourceNamespace=shop.customers',
      'targetNamespace=shop_pr_7.customers',
    ]) {
      expect(await parts(body.id, `?${query}`)).toMatchObject([{ sourceNamespace: 'shop.customers' }]);
    }
  });

  it('takes data of a point in time as well', async () => {
    const { atlas, clock, orders, staging, post, job } = stage();
    atlas.changeData(orders, { shop: { orders: 1 } }, { at: '2026-09-01T07:00:00Z' });
    const point = secondsOf('2026-09-01T07:30:00Z');
    const { body } = await post({ ...all, pointInTimeUtcSeconds: point });
    clock.advance(570_000);
    expect(await job(body.id)).toMatchObject({ pointInTimeUtcSeconds: point, state: 'SUCCESSFUL' });
    expect(atlas.dataOf(staging)).toMatchObject({ shop: { orders: 1 } });
    expect((await post({ ...all, oplogTs: point, oplogInc: 1 })).body).toMatchObject({ oplogTs: point, oplogInc: 1 });
  });
});

describe('names', () => {
  const ends = async (more: object) => {
    const { atlas, clock, staging, restore, parts } = stage({
      target: { databases: { shop: { orders: 5, lines: 6 } } },
    });
    const { body } = await restore(more);
    clock.advance(570_000);
    const names = (await parts(body.id)).map(
      ({ effectiveTargetNamespace }: Record<string, string>) => effectiveTargetNamespace,
    );
    return { names, data: atlas.dataOf(staging) };
  };

  it('of a database get its suffix, and its collections theirs', async () => {
    const { names } = await ends({ ...all, databaseSuffix: '_pr_7', collectionSuffix: '_old' });
    expect(names).toEqual(['shop_pr_7.orders_old', 'shop_pr_7.customers_old']);
  });

  it('that were asked for are taken as they are', async () => {
    const { names } = await ends({
      databases: [{ sourceNamespace: 'audit', targetNamespace: 'audit_copy' }],
      collections: [{ sourceNamespace: 'shop.orders', targetNamespace: 'copies.orders' }],
      databaseSuffix: '_pr_7',
    });
    expect(names).toEqual(['audit_copy.log', 'copies.orders']);
  });

  it('that are taken are changed with CREATE_NEW, and nothing is overwritten', async () => {
    expect(await ends(all)).toEqual({
      names: [`shop${taken}.orders`, `shop${taken}.customers`],
      data: { shop: { orders: 5, lines: 6 }, [`shop${taken}`]: { orders: 120, customers: 30 } },
    });
    expect(await ends(one)).toEqual({
      names: [`shop.orders${taken}`],
      data: { shop: { orders: 5, lines: 6, [`orders${taken}`]: 120 } },
    });
  });

  it('that are taken are replaced with OVERWRITE_EXISTING, and nothing else is', async () => {
    expect(await ends({ ...all, writeStrategy: 'OVERWRITE_EXISTING' })).toEqual({
      names: ['shop.orders', 'shop.customers'],
      data: { shop: { orders: 120, lines: 6, customers: 30 } },
    });
  });

  it('in both lists are restored once', async () => {
    const { names } = await ends({
      databases: [{ sourceNamespace: 'shop', targetNamespace: 'whole' }],
      collections: [{ sourceNamespace: 'shop.orders', targetNamespace: 'single.orders' }],
    });
    expect(names).toEqual(['whole.customers', 'single.orders']);
  });
});

describe('a collection that is not there', () => {
  it.each([
    { collections: [{ sourceNamespace: 'shop.never_there' }, { sourceNamespace: 'shop.orders' }] },
    { databases: [{ sourceNamespace: 'never_there' }], ...one },
  ])('fails the whole job: %j', async (wishes) => {
    const { atlas, clock, staging, restore, job, parts } = stage();
    const { body } = await restore(wishes);
    clock.advance(570_000);
    expect(await job(body.id)).toMatchObject({
      state: 'FAILED',
      errorMessage: expect.stringContaining('never_there: collection was not found'),
      restoredDocuments: 0,
      indexStatus: { state: 'NOT_RESTORED' },
      finishedAt: expect.any(String),
    });
    expect((await parts(body.id)).map(({ state }: { state: string }) => state)).toEqual(['NOT_FOUND', 'ROLLBACK']);
    expect(atlas.dataOf(staging)).toEqual({ old: { things: 5 } });
  });
});

describe('a collection restore can be made', () => {
  it('to fail for one of its collections, which is rolled back altogether', async () => {
    const { atlas, clock, staging, restore, job, parts } = stage();
    atlas.scriptNextRestore({ kind: 'collections', collections: { failing: ['shop.customers'] }, afterSeconds: 57 });
    const { body } = await restore({ ...all, writeStrategy: 'OVERWRITE_EXISTING' });
    clock.advance(56_000);
    expect(await job(body.id)).toMatchObject({ state: 'FINALIZING', restoredDocuments: 150 });
    expect((await job(body.id)).errorMessage).toBeUndefined();
    clock.advance(1000);
    expect(await job(body.id)).toMatchObject({
      state: 'FAILED',
      errorMessage: 'shop.customers: collection could not be restored',
    });
    expect((await parts(body.id)).map(({ state }: { state: string }) => state)).toEqual(['ROLLBACK', 'FAILED']);
    expect(atlas.dataOf(staging)).toEqual({ old: { things: 5 } });
  });

  it('to leave out what it does not support', async () => {
    const { atlas, clock, staging, restore, job, parts } = stage();
    atlas.scriptNextRestore({ collections: { unsupported: ['shop.orders'] } });
    const { body } = await restore(all);
    clock.advance(570_000);
    expect(await job(body.id)).toMatchObject({ state: 'SUCCESSFUL', totalDocuments: 30, restoredDocuments: 30 });
    expect((await parts(body.id)).map(({ state }: { state: string }) => state)).toEqual(['UNSUPPORTED', 'SUCCESSFUL']);
    expect(atlas.dataOf(staging)).toMatchObject({ shop: { customers: 30 } });
  });

  it('to miss indexes, though the data are there', async () => {
    const { atlas, clock, restore, job, parts } = stage();
    atlas.scriptNextRestore({ collections: { failingIndexes: { 'shop.orders': ['by_customer'] } } });
    const { body } = await restore(all);
    clock.advance(570_000);
    expect(await job(body.id)).toMatchObject({
      state: 'SUCCESSFUL',
      indexStatus: { failedCollectionCount: 1, state: 'FAILED' },
    });
    expect((await parts(body.id))[0]).toMatchObject({
      state: 'INDEX_BUILD_FAILED',
      restoredDocuments: 120,
      indexStatus: { errorMessage: expect.any(String), failedIndexes: [{ name: 'by_customer' }], state: 'FAILED' },
    });
  });

  it('to give a collection another name', async () => {
    const { atlas, clock, staging, restore } = stage();
    atlas.scriptNextRestore({ collections: { renames: { 'shop.orders': 'shop.orders_2' } } });
    await restore(one);
    clock.advance(570_000);
    expect(atlas.dataOf(staging)).toMatchObject({ shop: { orders_2: 120 } });
  });

  it.each([
    ['failed', { state: 'FAILED', errorMessage: expect.any(String) }],
    ['cancelled', { state: 'CANCELED', errorMessage: expect.any(String) }],
    [{ status: 'THAWING' }, { state: 'THAWING', finishedAt: undefined }],
    ['stuck', { state: 'IN_PROGRESS', restoredDocuments: 75, finishedAt: undefined }],
  ] as const)('to end as %j', async (ending, shown) => {
    const { atlas, clock, staging, restore, job } = stage();
    atlas.scriptNextRestore({ kind: 'collections', ending });
    const { body } = await restore(all);
    clock.advance(24 * 3600_000);
    const { finishedAt, ...rest } = await job(body.id);
    expect({ ...rest, finishedAt }).toMatchObject(shown);
    expect(atlas.dataOf(staging)).toEqual({ old: { things: 5 } });
  });

  it('to vanish', async () => {
    const { atlas, clock, ask, jobs, restore, job } = stage();
    atlas.scriptNextRestore({ ending: 'vanished', afterSeconds: 60 });
    const { body } = await restore(all);
    clock.advance(60_000);
    expect(await job(body.id)).toMatchObject({ error: 404, errorCode: 'RESTORE_JOB_NOT_FOUND' });
    expect((await ask('GET', jobs)).body.results).toEqual([]);
  });
});

describe('indexes', () => {
  it('are not restored where nobody wants them', async () => {
    const { atlas, clock, restore, job, parts } = stage();
    atlas.scriptNextRestore({ collections: { failingIndexes: { 'shop.orders': ['by_customer'] } } });
    const { body } = await restore({ ...one, indexStrategy: 'NONE' });
    clock.advance(570_000);
    expect((await job(body.id)).indexStatus).toEqual({ failedCollectionCount: 0, state: 'NOT_RESTORED' });
    expect(await parts(body.id)).toMatchObject([{ state: 'SUCCESSFUL', indexStatus: { state: 'NOT_RESTORED' } }]);
  });
});

describe('a collection restore is refused', () => {
  const hundredAndOne = Array.from({ length: 101 }, (_, index) => ({ sourceNamespace: `shop.c${index}` }));

  it.each([
    ['with nothing to restore', {}, 400, 'MISSING_ONE_OF_ATTRIBUTES'],
    ['with too much to restore', { collections: hundredAndOne }, 400, 'VALIDATION_ERROR'],
    [
      'with a collection that has no database',
      { collections: [{ sourceNamespace: 'orders' }] },
      400,
      'INVALID_ATTRIBUTE',
    ],
    ['with a database that has a dot', { databases: [{ sourceNamespace: 'shop.orders' }] }, 400, 'INVALID_ATTRIBUTE'],
    ['with a database twice', { databases: [...all.databases, ...all.databases] }, 400, 'INVALID_ATTRIBUTE'],
    ['with a suffix that is too long', { ...all, databaseSuffix: 'x'.repeat(60) }, 400, 'INVALID_ATTRIBUTE'],
    [
      'with one name for two',
      { databases: [{ sourceNamespace: 'shop', targetNamespace: 'audit' }, { sourceNamespace: 'audit' }] },
      400,
      'INVALID_ATTRIBUTE',
    ],
    ['of an unknown snapshot', { ...all, snapshotId: unknownId }, 404, 'SNAPSHOT_NOT_FOUND'],
    ['of nothing', { ...all, snapshotId: null }, 400, 'MISSING_ATTRIBUTE'],
    ['of two things', { ...all, pointInTimeUtcSeconds: 1_788_247_799 }, 400, 'INVALID_ATTRIBUTE'],
    ['with the spelling of the other restores', { ...all, pointInTimeUTCSeconds: 1 }, 400, 'INVALID_ATTRIBUTE'],
    ['without a way to write', { ...all, writeStrategy: null }, 400, 'MISSING_ATTRIBUTE'],
    ['with an unknown way to write', { ...all, writeStrategy: 'create-new' }, 400, 'INVALID_ENUM_VALUE'],
    ['with an unknown way with indexes', { ...all, indexStrategy: 'SOME' }, 400, 'INVALID_ENUM_VALUE'],
    ['into a cluster that does not exist', { ...all, targetClusterName: 'none' }, 404, 'CLUSTER_NOT_FOUND'],
    ['into a project that does not exist', { ...all, targetGroupId: unknownId }, 403, 'CANNOT_RESTORE_TO_TARGET'],
  ])('%s', async (_, more, status, errorCode) => {
    const { restore } = stage();
    expect(await restore(more)).toMatchObject({ status, body: { errorCode } });
  });

  it.each([
    [{ tier: 'M0' }, 409, 'RESTORE_INITIATION_FAILED'],
    [{ tier: 'FLEX' }, 400, 'CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API'],
    [{ paused: true }, 400, 'CLUSTER_PAUSED_CANNOT_RESTORE'],
  ])('into a cluster with %j', async (target, status, errorCode) => {
    const { restore } = stage({ target });
    expect(await restore(all)).toMatchObject({ status, body: { errorCode } });
  });

  it('while another restore of any kind goes into the target', async () => {
    const { atlas, clock, ask, clusters, orders, into, snapshot, restore } = stage();
    await restore(one);
    expect((await restore(one)).body.errorCode).toBe('ATLAS_CLUSTER_RESTORE_IN_PROGRESS');
    const whole = { deliveryType: 'automated', snapshotId: snapshot.id, ...into };
    const restoreWhole = () => ask('POST', `${clusters}/orders/backup/restoreJobs`, { body: whole });
    expect((await restoreWhole()).body.errorCode).toBe('ATLAS_CLUSTER_RESTORE_IN_PROGRESS');
    expect((await restore({ ...one, targetClusterName: 'orders' })).status).toBe(201);
    clock.advance(570_000);
    expect((await restoreWhole()).status).toBe(200);
    expect((await restore(one)).body.errorCode).toBe('ATLAS_CLUSTER_RESTORE_IN_PROGRESS');
    expect(Object.keys(atlas.dataOf(orders).shop ?? {})).toContain(`orders${taken}`);
  });

  it('without the right to it', async () => {
    const { atlas, project, jobs, snapshot, into } = stage();
    const body = { ...all, ...into, snapshotId: snapshot.id, writeStrategy: 'CREATE_NEW', indexStrategy: 'ALL' };
    const asked = async (role: string) => {
      const ask = askAs(atlas, atlas.seedServiceAccount({ project, roles: [role] }));
      return [(await ask('GET', jobs)).status, (await ask('POST', jobs, { body })).status];
    };
    expect(await asked('Project Read Only')).toEqual([401, 401]);
    expect(await asked('Project Backup Recovery Operator')).toEqual([401, 201]);
  });
});

describe('looking for collection restores', () => {
  it('finds the oldest first, and none under an unknown or malformed id', async () => {
    const { clock, ask, jobs, restore, job } = stage();
    const { body: first } = await restore(one);
    clock.advance(600_000);
    const { body: second } = await restore(one);
    const { results } = (await ask('GET', jobs)).body;
    expect(results.map(({ id }: { id: string }) => id)).toEqual([first.id, second.id]);
    expect((await job(unknownId)).errorCode).toBe('RESTORE_JOB_NOT_FOUND');
    expect((await job('latest')).errorCode).toBe('INVALID_JOB_ID');
  });

  it('shows them as canceled when their target was deleted', async () => {
    const { ask, clusters, restore, job } = stage();
    const { body } = await restore(all);
    await ask('DELETE', `${clusters}/staging`);
    expect(await job(body.id)).toMatchObject({ state: 'CANCELED', errorMessage: 'The target cluster was deleted.' });
  });
});
