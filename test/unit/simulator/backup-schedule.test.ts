import { describe, expect, it } from 'vitest';
import { restoreStage, secondsOf } from './restore-stage.ts';

const unknownId = '5f'.repeat(12);

function stage(source: Parameters<typeof restoreStage>[0] = {}) {
  const { ask, clusters, ...others } = restoreStage(source);
  const path = `${clusters}/orders/backup/schedule`;
  const get = async () => (await ask('GET', path)).body;
  const patch = (body: object) => ask('PATCH', path, { body });
  const items = async (change: (item: Record<string, unknown>) => object | undefined) => {
    const [policy] = (await get()).policies;
    return {
      policies: [
        { id: policy.id, policyItems: policy.policyItems.flatMap((item: object) => change({ ...item }) ?? []) },
      ],
    };
  };
  return { ask, clusters, path, get, patch, items, ...others };
}

describe("a cluster's backup schedule", () => {
  it('is the recorded default until somebody changes it', async () => {
    const { get, orders } = stage();
    const { policies, ...schedule } = await get();
    expect(schedule).toMatchObject({
      autoExportEnabled: false,
      clusterId: orders.id,
      clusterName: 'orders',
      copySettings: [],
      nextSnapshot: '2026-09-01T13:00:00Z',
      referenceHourOfDay: 7,
      referenceMinuteOfHour: 0,
      restoreWindowDays: 7,
    });
    expect(
      policies[0].policyItems.map((item: Record<string, unknown>) =>
        [item.frequencyType, item.frequencyInterval, item.retentionValue, item.retentionUnit].join(' '),
      ),
    ).toEqual(['hourly 6 7 days', 'daily 1 7 days', 'weekly 6 4 weeks', 'monthly 40 12 months', 'yearly 12 1 years']);
    expect((await get()).policies).toEqual(policies);
  });

  it('has ids of its own, and asking for it changes no other', async () => {
    const [asked, other] = [stage(), stage()];
    const [{ policies }] = [await asked.get(), await other.ask('GET', other.clusters)];
    const ids = [policies[0].id, ...policies[0].policyItems.map(({ id }: { id: string }) => id), asked.orders.id];
    expect(new Set(ids).size).toBe(7);
    expect(ids).toEqual(ids.map(() => expect.stringMatching(/^[0-9a-f]{24}$/)));
    expect(asked.atlas.seedCluster({ name: 'next' }).id).toBe(other.atlas.seedCluster({ name: 'next' }).id);
  });

  it('keeps what is not sent, and the ids of the items that are', async () => {
    const { get, patch, items } = stage();
    const before = await get();
    const change = await items((item) =>
      item.frequencyType === 'daily'
        ? { ...item, retentionValue: 30 }
        : item.frequencyType === 'hourly'
          ? item
          : undefined,
    );
    const { status, body } = await patch({ ...change, referenceHourOfDay: 3, useOrgAndGroupNamesInExportPrefix: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      referenceHourOfDay: 3,
      referenceMinuteOfHour: before.referenceMinuteOfHour,
      useOrgAndGroupNamesInExportPrefix: true,
    });
    expect(body.policies[0].policyItems).toMatchObject([
      before.policies[0].policyItems[0],
      { id: before.policies[0].policyItems[1].id, retentionValue: 30 },
    ]);
    expect(await get()).toEqual(body);
  });

  it('is emptied by its deletion, which shows what is left', async () => {
    const { ask, path, get } = stage();
    const before = await get();
    const { status, body } = await ask('DELETE', path);
    expect(status).toBe(200);
    const { nextSnapshot, ...others } = before;
    expect(body).toEqual({ ...others, policies: [{ id: before.policies[0].id, policyItems: [] }] });
  });

  it.each([
    [{ frequencyType: 'hourly', frequencyInterval: 12 }, '2026-09-01T19:00:00Z'],
    [{ frequencyType: 'daily', frequencyInterval: 1 }, '2026-09-02T07:00:00Z'],
    [{ frequencyType: 'weekly', frequencyInterval: 7 }, '2026-09-06T07:00:00Z'],
    [{ frequencyType: 'monthly', frequencyInterval: 15 }, '2026-09-15T07:00:00Z'],
    [{ frequencyType: 'monthly', frequencyInterval: 40 }, '2026-09-30T07:00:00Z'],
    [{ frequencyType: 'yearly', frequencyInterval: 12 }, '2026-12-01T07:00:00Z'],
  ])('tells when the next snapshot is due: %j at %s', async (frequency, next) => {
    const { get, patch } = stage();
    const [{ id }] = (await get()).policies;
    const item = { ...frequency, retentionUnit: 'years', retentionValue: 1 };
    expect((await patch({ policies: [{ id, policyItems: [item] }] })).body.nextSnapshot).toBe(next);
  });

  it('decides how far back a point in time may lie', async () => {
    const { atlas, orders, patch, restoreTo } = stage();
    atlas.seedSnapshot({ cluster: orders, at: '2026-08-20T00:00:00Z', retentionDays: 30 });
    const point = { pointInTimeUTCSeconds: secondsOf('2026-08-22T00:00:00Z') };
    expect((await restoreTo(point)).body.errorCode).toBe('INVALID_PIT_RESTORE_TIME');
    await patch({ restoreWindowDays: 14 });
    expect((await restoreTo(point)).status).toBe(200);
  });

  it('is not changed with another policy, or two of them', async () => {
    const { get, patch } = stage();
    const [policy] = (await get()).policies;
    const wrong = { ...policy, id: unknownId };
    expect((await patch({ policies: [wrong] })).body).toMatchObject({
      error: 400,
      errorCode: 'INVALID_POLICY_ID',
      parameters: [unknownId],
    });
    expect((await patch({ policies: [policy, policy] })).body).toMatchObject({ errorCode: 'INVALID_BACKUP_POLICY' });
  });

  it.each([
    ['an unknown item', { id: unknownId }, 'INVALID_POLICY_ID'],
    ['an interval that the frequency does not have', { frequencyInterval: 5 }, 'INVALID_BACKUP_POLICY'],
    ['an unknown frequency', { frequencyType: 'often' }, 'INVALID_ENUM_VALUE'],
    ['a unit in capitals', { retentionUnit: 'DAYS' }, 'INVALID_ENUM_VALUE'],
    ['no retention', { retentionValue: 0 }, 'BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID'],
  ])('is not changed with %s', async (_, change, errorCode) => {
    const { patch, items } = stage();
    const body = await items((item) => (item.frequencyType === 'hourly' ? { ...item, ...change } : item));
    expect((await patch(body)).body).toMatchObject({ error: 400, errorCode });
  });

  it('is not changed with a field that nobody knows, or an hour that no day has', async () => {
    const { patch } = stage();
    expect((await patch({ retention: 7 })).body).toMatchObject({
      errorCode: 'INVALID_ATTRIBUTE',
      parameters: ['retention'],
    });
    expect((await patch({ referenceHourOfDay: 24 })).body.errorCode).toBe('INVALID_ATTRIBUTE');
  });

  it.each([{ backupEnabled: false, pitEnabled: false }, { tier: 'M0' }])('does not exist for %j', async (source) => {
    const { get, orders, project } = stage({ source });
    expect(await get()).toMatchObject({
      error: 404,
      errorCode: 'BACKUP_CONFIG_NOT_FOUND',
      parameters: [orders.id, project.id],
    });
  });
});
