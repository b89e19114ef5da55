import { describe, expect, it } from 'vitest';
import { askAs, askWithKey } from './ask.ts';
import { restoreStage } from './restore-stage.ts';

const person = {
  authorizedEmail: 'ada@example.com',
  authorizedUserFirstName: 'Ada',
  authorizedUserLastName: 'Auditor',
};
const daily = { frequencyType: 'daily', frequencyInterval: 1, retentionUnit: 'days', retentionValue: 30 } as const;

function stage() {
  const { atlas, ask, project, clusters, ...others } = restoreStage();
  atlas.state.durations.compliancePolicy = 3;
  const path = `/groups/${project.id}/backupCompliancePolicy`;
  const get = async () => (await ask('GET', path)).body;
  const put = (body: object, query = '') => ask('PUT', path + query, { body: { ...person, ...body } });
  const schedule = `${clusters}/orders/backup/schedule`;
  return { atlas, ask, project, clusters, path, get, put, schedule, ...others };
}

describe('a compliance policy', () => {
  it('does not exist at first, which is no mistake', async () => {
    const { ask, path } = stage();
    expect(await ask('GET', path)).toMatchObject({ status: 200, body: null });
  });

  it('is enabled, then active, then updated, then active', async () => {
    const { atlas, clock, project, path, get } = stage();
    const key = atlas.seedApiKey();
    const put = (more: object) => askWithKey(atlas, key)('PUT', path, { body: { ...person, ...more } });
    const { status, body } = await put({});
    expect(status).toBe(200);
    expect(body).toEqual({
      ...person,
      copyProtectionEnabled: false,
      deletable: false,
      encryptionAtRestEnabled: false,
      onDemandPolicyItem: null,
      pitEnabled: false,
      projectId: project.id,
      restoreWindowDays: 0,
      scheduledPolicyItems: [],
      state: 'ENABLING',
      updatedDate: '2026-09-01T08:00:00Z',
      updatedUser: key.publicKey,
    });
    clock.advance(3000);
    expect(await get()).toEqual({ ...body, state: 'ACTIVE' });
    expect((await put({ copyProtectionEnabled: true })).body).toMatchObject({
      copyProtectionEnabled: true,
      state: 'UPDATING',
    });
    clock.advance(3000);
    expect((await get()).state).toBe('ACTIVE');
  });

  it('needs somebody who answers for it, and the role of an owner', async () => {
    const { atlas, ask, project, path } = stage();
    const { authorizedUserLastName: _, ...nameless } = person;
    expect((await ask('PUT', path, { body: nameless })).body).toMatchObject({
      errorCode: 'MISSING_ATTRIBUTE',
      parameters: ['authorizedUserLastName'],
    });
    const manager = askAs(atlas, atlas.seedServiceAccount({ project, roles: ['Project Backup Manager'] }));
    expect((await manager('GET', path)).status).toBe(401);
  });

  it('raises the schedules of its clusters, or is refused where it must not', async () => {
    const { ask, put, get, schedule } = stage();
    const policy = { scheduledPolicyItems: [daily], restoreWindowDays: 10 };
    expect((await put(policy, '?overwriteBackupPolicies=false')).body).toMatchObject({
      error: 400,
      errorCode: 'BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS',
    });
    expect(await get()).toBeNull();
    expect((await put(policy)).body.scheduledPolicyItems).toMatchObject([{ ...daily, id: expect.any(String) }]);
    const raised = (await ask('GET', schedule)).body;
    expect(raised.restoreWindowDays).toBe(10);
    expect(raised.policies[0].policyItems).toContainEqual({ ...daily, id: expect.any(String) });
    expect(raised.policies[0].policyItems).toHaveLength(5);
  });
});

describe('under a compliance policy', () => {
  const rules = {
    onDemandPolicyItem: { id: '1'.repeat(24), frequencyInterval: 0, retentionUnit: 'days', retentionValue: 7 },
    scheduledPolicyItems: [{ ...daily, id: '2'.repeat(24) }],
  } as const;

  it('snapshots are neither deleted nor shortened, but may be kept longer', async () => {
    const { atlas, ask, clusters, snapshot } = stage();
    atlas.seedCompliancePolicy(rules);
    const path = `${clusters}/orders/backup/snapshots/${snapshot.id}`;
    const keep = (retentionValue: number) => ask('PATCH', path, { body: { retentionUnit: 'DAYS', retentionValue } });
    expect((await ask('DELETE', path)).body).toMatchObject({
      error: 400,
      errorCode: 'CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY',
    });
    expect((await keep(1)).body.errorCode).toBe('CANNOT_DECREASE_SNAPSHOT_RETENTION_WITH_BACKUP_COMPLIANCE_POLICY');
    expect((await keep(30)).status).toBe(200);
  });

  it('snapshots on demand are kept for as long as it says', async () => {
    const { atlas, ask, clusters } = stage();
    atlas.seedCompliancePolicy(rules);
    const take = (retentionInDays: number) =>
      ask('POST', `${clusters}/orders/backup/snapshots`, { body: { retentionInDays } });
    expect((await take(6)).body.errorCode).toBe('SNAPSHOT_RETENTION_LESS_THAN_BACKUP_COMPLIANCE_POLICY');
    expect((await take(7)).status).toBe(200);
  });

  it('the schedule cannot be weaker', async () => {
    const { atlas, ask, schedule } = stage();
    atlas.seedCompliancePolicy(rules);
    expect((await ask('DELETE', schedule)).body).toMatchObject({
      error: 400,
      errorCode: 'BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS',
    });
    expect((await ask('PATCH', schedule, { body: { referenceHourOfDay: 4 } })).status).toBe(200);
  });

  it('backup stays on, and a cluster goes only if its backups stay', async () => {
    const { atlas, ask, clusters } = stage();
    atlas.seedCompliancePolicy(rules);
    const off = { backupEnabled: false, pitEnabled: false };
    expect((await ask('PATCH', `${clusters}/orders`, { body: off })).body.errorCode).toBe(
      'CANNOT_DISABLE_CLOUD_BACKUP_WITH_BACKUP_COMPLIANCE_POLICY',
    );
    expect((await ask('DELETE', `${clusters}/orders`)).body.errorCode).toBe(
      'CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY',
    );
    expect((await ask('DELETE', `${clusters}/staging`)).status).toBe(202);
    expect((await ask('DELETE', `${clusters}/orders?retainBackups=true`)).status).toBe(202);
  });

  it('a project with snapshots cannot be closed', async () => {
    const { atlas, clock, ask, project, clusters } = stage();
    atlas.seedCompliancePolicy(rules);
    for (const name of ['orders', 'staging']) await ask('DELETE', `${clusters}/${name}?retainBackups=true`);
    clock.advance(3600_000);
    expect((await ask('DELETE', `/groups/${project.id}`)).body).toMatchObject({
      error: 409,
      errorCode: 'CANNOT_CLOSE_GROUP_ACTIVE_BACKUP_COMPLIANCE_POLICY',
    });
    clock.advance(30 * 86_400_000);
    expect((await ask('DELETE', `/groups/${project.id}`)).status).toBe(202);
  });
});
