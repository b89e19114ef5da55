import { describe, expect, it } from 'vitest';
import { askAs, quietAtlas, replicaSet } from './ask.ts';

const HOUR = 3_600_000;

function stage(speed: number) {
  const { atlas, clock } = quietAtlas({ speed });
  const project = atlas.seedProject();
  const cluster = atlas.seedCluster({ backupEnabled: true });
  const group = `/groups/${project.id}`;
  return { atlas, clock, cluster, group, ask: askAs(atlas, atlas.seedServiceAccount()) };
}

describe('a simulator that is sixty times as fast as Atlas', () => {
  it('takes a snapshot in 3 s instead of 180, dated by the clock', async () => {
    const { atlas, clock, group, ask } = stage(60);
    atlas.state.durations.snapshot = 180;
    const snapshots = `${group}/clusters/orders/backup/snapshots`;
    const { body } = await ask('POST', snapshots, { body: { description: 'x', retentionInDays: 1 } });
    clock.advance(2999);
    expect((await ask('GET', `${snapshots}/${body.id}`)).body.status).toBe('inProgress');
    clock.advance(1);
    expect((await ask('GET', `${snapshots}/${body.id}`)).body).toMatchObject({
      status: 'completed',
      createdAt: '2026-09-01T08:00:01Z',
      expiresAt: '2026-09-02T08:00:03Z',
    });
  });

  it('makes a cluster, restores and rolls out changes sixty times as fast, for the same seed', async () => {
    const times = [1, 60].map((speed) => stage(speed));
    const taken = await Promise.all(
      times.map(async ({ atlas, clock, cluster, group, ask }) => {
        const begun = clock.now();
        await ask('POST', `${group}/clusters`, { body: replicaSet('new') });
        const snapshot = atlas.seedSnapshot({ cluster });
        const body = { deliveryType: 'automated', snapshotId: snapshot.id, targetClusterName: 'orders' };
        await ask('POST', `${group}/clusters/orders/backup/restoreJobs`, {
          body: { ...body, targetGroupId: cluster.groupId },
        });
        await ask('POST', `${group}/accessList`, { body: [{ ipAddress: '198.51.100.7' }] });
        const { clusters, restoreJobs, accessEntries } = atlas.state;
        return [clusters[1]?.phases.at(-1)?.from, restoreJobs[0]?.endsAt, accessEntries[0]?.activeAt].map(
          (end) => (end ?? Number.NaN) - begun,
        );
      }),
    );
    const [usual = [], fast = []] = taken;
    expect(usual.map((milliseconds) => Math.round(milliseconds / 60))).toEqual(fast);
  });

  it('leaves ages, expiries and the rules about them as they are', async () => {
    const { atlas, clock, cluster, group, ask } = stage(60);
    const entry = { ipAddress: '198.51.100.7', deleteAfterDate: new Date(clock.now() + HOUR).toISOString() };
    expect((await ask('POST', `${group}/accessList`, { body: [entry] })).status).toBe(201);
    const pause = () => ask('PATCH', `${group}/clusters/orders`, { body: { paused: true } });
    cluster.resumedAt = clock.now();
    const old = atlas.seedSnapshot({ cluster, at: clock.now() - HOUR });
    expect(old.milestones.completed - old.requestedAt).toBe(180_000);
    clock.advance(HOUR - 1000);
    expect((await ask('GET', `${group}/accessList`)).body.totalCount).toBe(1);
    expect((await pause()).body.errorCode).toBe('CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER');
    clock.advance(1000);
    expect((await ask('GET', `${group}/accessList`)).body.totalCount).toBe(0);
    expect((await pause()).status).toBe(200);
  });
});
