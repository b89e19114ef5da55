import { describe, expect, it } from 'vitest';
import { scheduleWords } from '../../../actions/backups/schedule-words.ts';
import { backupsStage, marker, resultOf } from './stage.ts';

describe('how a cluster is backed up', () => {
  it('says schedule, newest snapshot with its age, and what it can be brought back to', async () => {
    const { atlas, cluster, backups, project, calls } = backupsStage();
    atlas.seedSnapshot({ cluster, at: '2026-11-19T10:00:00Z', retentionDays: 30 });
    const newest = atlas.seedSnapshot({ cluster, at: '2026-11-21T06:00:00Z', scheduled: 'daily' });
    atlas.seedSnapshot({ cluster, at: '2026-11-21T10:00:00Z', description: `safety ${marker({ safety: true })}` });
    atlas.seedSnapshot({ cluster, status: 'inProgress' });
    const door = await backups('info');
    expect(door.annotations).toEqual([]);
    expect([door.outputs.status, door.outputs.count]).toEqual(['on', '1']);
    expect(resultOf(door)).toMatchObject({
      clusterName: 'orders',
      projectId: project.id,
      tier: 'M10',
      state: 'IDLE',
      backups: 'on',
      pointInTime: false,
      schedule: [
        'every 6 hours, kept for 7 days',
        'every day, kept for 7 days',
        'every week on Saturday, kept for 4 weeks',
        'every month on the last day, kept for 12 months',
        'every year in December, kept for 1 year',
      ],
      timeOfDay: expect.stringMatching(/^\d\d:\d\d UTC$/),
      nextSnapshotAt: expect.stringMatching(/^2026-11-2/),
      completedSnapshots: 3,
      newestSnapshot: { id: newest.id, status: 'completed', frequency: 'daily', ageMinutes: 358 },
      restoreWindow: { from: '2026-11-19T10:01:43Z', to: '2026-11-21T10:01:43Z', anyMoment: false },
      compliancePolicy: { state: 'none' },
    });
    expect(door.summaries.join()).toContain(`<td>${newest.id}, of 2026-11-21T06:01:43Z (6 h ago)</td>`);
    expect(calls()).toHaveLength(4);
  });

  it('counts a point in time from the oldest snapshot on, at most the restore window', async () => {
    const { atlas, backups } = backupsStage();
    const exact = atlas.seedCluster({ name: 'exact', backupEnabled: true, pitEnabled: true });
    atlas.seedSnapshot({ cluster: exact, at: '2026-11-20T06:00:00Z' });
    const young = await backups('info', { 'cluster-name': 'exact' });
    const window = { to: '2026-11-21T11:59:01Z', anyMoment: true };
    expect(resultOf(young).restoreWindow).toEqual({ from: '2026-11-20T06:01:43Z', ...window });
    atlas.seedSnapshot({ cluster: exact, at: '2026-10-01T06:00:00Z', retentionDays: 90 });
    const old = await backups('info', { 'cluster-name': 'exact' });
    expect(resultOf(old)).toMatchObject({
      pointInTime: true,
      restoreWindow: { from: '2026-11-14T12:00:01Z', ...window },
    });
    expect(old.lines.join('\n')).toContain(
      'It can be brought back to any moment from 2026-11-14T12:00:01Z until about 2026-11-21T11:59:01Z.',
    );
  });

  it('tells the compliance policy to a project owner', async () => {
    const { atlas, backups } = backupsStage();
    atlas.seedCompliancePolicy({ pitEnabled: true, restoreWindowDays: 9 });
    const door = await backups('info');
    expect(resultOf(door).compliancePolicy).toEqual({ state: 'ACTIVE', pitEnabled: true, restoreWindowDays: 9 });
    expect(door.summaries.join()).toContain('ACTIVE, point in time required, restore window of 9 days required');
  });

  it('says to others that they may not see it, and all the rest', async () => {
    const { atlas, cluster, backups } = backupsStage({ roles: ['Project Read Only'] });
    const snapshot = atlas.seedSnapshot({ cluster });
    const door = await backups('info');
    expect(door.failed()).toBe(false);
    expect(resultOf(door)).toMatchObject({
      newestSnapshot: { id: snapshot.id },
      compliancePolicy: { state: 'unknown', reason: expect.stringContaining('«Project Owner»') },
    });
    expect(door.summaries.join()).toContain('unknown. Reading it needs the role «Project Owner».');
  });

  it.each([
    ['M0', { tier: 'M0' }, 'unavailable', /is a free cluster \(M0\), which has no backups\. Use mongodump/],
    ['Flex', { tier: 'FLEX' }, 'on', /takes one snapshot a day by itself and keeps the last eight/],
    ['backup off', { backupEnabled: false }, 'off', /Cloud backup is off for "other"\. Turn it on/],
    ['paused', { backupEnabled: true, paused: true }, 'paused', /is paused: Atlas takes no snapshots of it until/],
  ])('answers with what there is: %s', async (_, seed, status, advice) => {
    const { atlas, backups } = backupsStage();
    atlas.seedCluster({ name: 'other', ...seed });
    const door = await backups('info', { 'cluster-name': 'other' });
    expect([door.failed(), door.outputs.status]).toEqual([false, status]);
    expect(resultOf(door).advice).toMatch(advice);
    expect(door.annotations).toEqual([{ level: 'notice', message: expect.stringMatching(advice) }]);
  });

  it('knows the daily snapshots of a Flex cluster', async () => {
    const { atlas, backups } = backupsStage();
    const flexible = atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    const snapshot = atlas.seedFlexSnapshot({ cluster: flexible });
    const door = await backups('info', { 'cluster-name': 'flexible' });
    expect(resultOf(door)).toMatchObject({
      tier: 'FLEX',
      schedule: ['every day, the last eight kept'],
      newestSnapshot: { id: snapshot.id },
      restoreWindow: { anyMoment: false },
    });
  });

  it('of a deleted cluster says what it has left', async () => {
    const { atlas, ask, cluster, backups, project, time } = backupsStage();
    const snapshot = atlas.seedSnapshot({ cluster, retentionDays: 30 });
    await ask('DELETE', `/groups/${project.id}/clusters/orders?retainBackups=true`);
    time.advance(3_600_000);
    const door = await backups('info');
    expect(door.outputs.status).toBe('retained');
    expect(resultOf(door)).toMatchObject({ state: 'DELETED', newestSnapshot: { id: snapshot.id } });
  });

  it.each(['CREATING', 'DELETING'] as const)('does not stumble over a cluster that is %s', async (state) => {
    const { atlas, backups } = backupsStage();
    const other = atlas.seedCluster({ name: 'other', backupEnabled: true });
    atlas.playStates(other, [[state, 600]]);
    const door = await backups('info', { 'cluster-name': 'other' });
    expect([door.failed(), resultOf(door).state]).toEqual([false, state]);
  });

  it('fails where the cluster itself cannot be read', async () => {
    const { backups, atlas, project } = backupsStage();
    const other = atlas.seedServiceAccount({ roles: ['Organization Member'] });
    const inputs = { 'client-id': other.clientId, 'client-secret': other.secret, 'project-id': project.id };
    const door = await backups('info', inputs);
    expect(door.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining('NOT_IN_GROUP') }]);
  });
});

const item = (frequencyType: string, frequencyInterval: number, retentionValue: number, retentionUnit: string) => ({
  frequencyType,
  frequencyInterval,
  retentionValue,
  retentionUnit,
});

describe('a schedule in words', () => {
  it.each([
    [item('hourly', 6, 7, 'days'), 'every 6 hours, kept for 7 days'],
    [item('hourly', 1, 1, 'days'), 'every hour, kept for 1 day'],
    [item('daily', 1, 7, 'days'), 'every day, kept for 7 days'],
    [item('weekly', 6, 4, 'weeks'), 'every week on Saturday, kept for 4 weeks'],
    [item('monthly', 40, 12, 'months'), 'every month on the last day, kept for 12 months'],
    [item('monthly', 15, 1, 'months'), 'every month on day 15, kept for 1 month'],
    [item('yearly', 12, 1, 'years'), 'every year in December, kept for 1 year'],
    [item('weekly', 9, 4, 'weeks'), 'every week on day 9, kept for 4 weeks'],
    [item('constructor', 2, 3, 'moons'), 'constructor (2), kept for 3 moons'],
  ])('%j: %s', (one, expected) => {
    expect(scheduleWords({ policyItems: [one] })).toEqual([expected]);
  });

  it('does without what Atlas does not say', () => {
    const bare = { frequencyInterval: undefined, retentionUnit: undefined, retentionValue: undefined };
    expect(scheduleWords({ policyItems: [{ frequencyType: 'ondemand', ...bare }] })).toEqual(['on demand']);
  });
});
