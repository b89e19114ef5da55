import { describe, expect, it } from 'vitest';
import { ownershipOf } from '../../../actions/backups/ownership.ts';
import { backupsStage, errorOf, marker, resultOf } from './stage.ts';

/** As the snapshot action describes what it takes for this repository when nobody says otherwise. */
const own = (runId = '4000') => `acme/shop 1a2b3c4 run ${runId} ${marker({ runId })}`;

function stageWith(description: string, more: Parameters<typeof backupsStage>[0] = {}) {
  const stage = backupsStage(more);
  const snapshot = stage.atlas.seedSnapshot({ cluster: stage.cluster, description });
  const isThere = () => stage.atlas.state.snapshots.some(({ id, deleted }) => id === snapshot.id && !deleted);
  return { ...stage, snapshot, isThere };
}

describe('deleting a snapshot', () => {
  it('that the suite took for this repository needs no confirmation, and is read back as gone', async () => {
    const { backups, snapshot, isThere, calls } = stageWith(own());
    const door = await backups('delete', { snapshot: snapshot.id });
    expect(door.annotations).toEqual([]);
    expect(door.outputs).toMatchObject({ status: 'deleted', count: '1' });
    expect(resultOf(door)).toMatchObject({ id: snapshot.id, runId: '4000' });
    expect(isThere()).toBe(false);
    const path = `/clusters/orders/backup/snapshots/${snapshot.id}`;
    expect(calls()).toEqual(['GET /clusters/orders 200', `GET ${path} 200`, `DELETE ${path} 204`, `GET ${path} 404`]);
  });

  it('twice is success, and says that there is none', async () => {
    const { backups, snapshot } = stageWith(own());
    await backups('delete', { snapshot: snapshot.id });
    const again = await backups('delete', { snapshot: snapshot.id });
    expect([again.failed(), again.outputs.status, again.outputs.count]).toEqual([false, 'absent', '0']);
    expect(again.annotations).toMatchObject([
      { level: 'notice', message: expect.stringMatching(/There is no snapshot .* \(any more\): nothing was deleted/) },
    ]);
  });

  it('by the run that took it', async () => {
    const { backups, atlas, cluster, snapshot, isThere } = stageWith(own());
    atlas.seedSnapshot({ cluster, description: own('4001') });
    const door = await backups('delete', { snapshot: 'run:4000' });
    expect([door.outputs.status, resultOf(door).id, isThere()]).toEqual(['deleted', snapshot.id, false]);
  });

  it('refuses a choice between several', async () => {
    const { backups, atlas, cluster, snapshot, isThere } = stageWith(own());
    const other = atlas.seedSnapshot({ cluster, description: own() });
    const message = errorOf(await backups('delete', { snapshot: 'run:4000' }));
    expect(message).toContain('snapshot: run:4000 means 2 snapshots');
    expect(message).toContain(snapshot.id);
    expect(message).toContain(other.id);
    expect(isThere()).toBe(true);
  });

  it.each([
    ['of somebody else', 'weekly archive', /its description has no marker of this suite/],
    [
      'of another repository',
      `acme/other 1a2b3c4 run 4000 ${marker()}`,
      /does not tell that it was for this repository/,
    ],
    [
      'described by hand, in another run',
      `before the migration ${marker()}`,
      /does not tell that it was for this repo/,
    ],
    ['whose description was copied from another run', `acme/shop 1a2b3c4 run 4001 ${marker()}`, /does not tell that/],
    ['taken for safety before a restore', `safety ${marker({ safety: true })}`, /it is a safety snapshot/],
    ['with a marker that is not at the end', `acme/shop 1a2b3c4 run 4000 ${marker()} or so`, /no marker of this suite/],
  ])('%s needs its id in confirm', async (_, description, message) => {
    const { backups, snapshot, isThere } = stageWith(description);
    const refused = errorOf(await backups('delete', { snapshot: snapshot.id }));
    expect(refused).toMatch(message);
    expect(refused).toContain(`set confirm: ${snapshot.id}`);
    expect(isThere()).toBe(true);
    const door = await backups('delete', { snapshot: snapshot.id, confirm: snapshot.id });
    expect([door.annotations, door.outputs.status, isThere()]).toEqual([[], 'deleted', false]);
  });

  it('described by hand in this very run needs none', async () => {
    const { backups, snapshot } = stageWith(`before the migration ${marker({ runId: '4711' })}`);
    expect((await backups('delete', { snapshot: snapshot.id })).outputs.status).toBe('deleted');
  });

  it('that a selector means, other than the confirmed one, is left alone', async () => {
    const { backups, isThere } = stageWith('weekly archive');
    const message = errorOf(await backups('delete', { snapshot: 'description:weekly*', confirm: '5f'.repeat(12) }));
    expect(message).toContain('nothing was deleted');
    expect(isThere()).toBe(true);
  });

  it('that is unfinished is refused with words', async () => {
    const { backups, atlas, cluster } = backupsStage();
    const snapshot = atlas.seedSnapshot({ cluster, status: 'inProgress', description: own() });
    expect(errorOf(await backups('delete', { snapshot: snapshot.id }))).toMatch(
      /is inProgress, and Atlas deletes no snapshot before it has ended/,
    );
  });

  it('only says so in a dry run', async () => {
    const { backups, snapshot, isThere, calls } = stageWith(own());
    const door = await backups('delete', { snapshot: snapshot.id, 'dry-run': 'true' });
    expect([door.outputs.status, isThere()]).toEqual(['planned', true]);
    expect(calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
    expect(door.summaries.join()).toContain('dry-run: nothing was deleted.');
  });

  it('checks in a dry run what it would check', async () => {
    const { backups, snapshot } = stageWith('weekly archive');
    expect(errorOf(await backups('delete', { snapshot: snapshot.id, 'dry-run': 'true' }))).toContain('set confirm');
  });

  it('of a sharded cluster deletes the whole, and never the part of one shard', async () => {
    const { atlas, backups } = backupsStage();
    const events = atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    const snapshot = atlas.seedSnapshot({ cluster: events, description: own() });
    const part = snapshot.members[0]?.id ?? '';
    const refused = await backups('delete', { 'cluster-name': 'events', snapshot: part, confirm: part });
    expect(errorOf(refused)).toContain(`is the part of one shard in snapshot ${snapshot.id}`);
    const door = await backups('delete', { 'cluster-name': 'events', snapshot: snapshot.id });
    expect([door.annotations, door.outputs.status, snapshot.deleted]).toEqual([[], 'deleted', true]);
  });

  it('of a Flex cluster cannot be', async () => {
    const { atlas, backups } = backupsStage();
    const flexible = atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    const snapshot = atlas.seedFlexSnapshot({ cluster: flexible });
    const door = await backups('delete', { 'cluster-name': 'flexible', snapshot: snapshot.id, confirm: snapshot.id });
    expect(errorOf(door)).toMatch(/Flex cluster, and Atlas lets nobody delete its snapshots/);
  });

  it('of a free cluster is no success: there is nothing that could have been meant', async () => {
    const { atlas, backups } = backupsStage();
    atlas.seedCluster({ name: 'playground', tier: 'M0' });
    const door = await backups('delete', { 'cluster-name': 'playground', snapshot: '5f'.repeat(12) });
    expect(errorOf(door)).toContain('which has no backups');
  });

  it('of a cluster that nobody knows is no success either', async () => {
    const { backups, snapshot } = stageWith(own());
    const door = await backups('delete', { 'cluster-name': 'order', snapshot: snapshot.id });
    expect(errorOf(door)).toContain('Did you mean "orders"?');
  });

  it('that a deleted cluster has left goes, too', async () => {
    const { ask, backups, project, time, snapshot, isThere } = stageWith(own());
    await ask('DELETE', `/groups/${project.id}/clusters/orders?retainBackups=true`);
    time.advance(3_600_000);
    const door = await backups('delete', { snapshot: snapshot.id });
    expect([door.failed(), door.outputs.status, isThere()]).toEqual([false, 'deleted', false]);
  });

  it('names the role that is missing', async () => {
    const { backups, snapshot } = stageWith(own(), { roles: ['Project Backup Creator'] });
    const message = errorOf(await backups('delete', { snapshot: snapshot.id }));
    expect(message).toMatch(/401 USER_UNAUTHORIZED.*«Project Backup Manager»/);
    expect(message).not.toContain('may have deleted');
  });

  it('under a compliance policy is refused with its reason, whatever is confirmed', async () => {
    const { atlas, backups, snapshot, isThere } = stageWith(own());
    atlas.seedCompliancePolicy();
    const message = errorOf(await backups('delete', { snapshot: snapshot.id, confirm: snapshot.id }));
    expect(message).toContain('400 CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY');
    expect(message).toMatch(/compliance policy keeps every snapshot until it expires, this one until 2026-11-28/);
    expect(message).not.toContain('may have deleted');
    expect(isThere()).toBe(true);
  });

  it('whose answer was lost is read back as gone', async () => {
    const { atlas, backups, snapshot } = stageWith(own());
    atlas.faults.add({ match: { method: 'DELETE' }, kind: 'status-500-after' });
    const door = await backups('delete', { snapshot: snapshot.id });
    expect([door.annotations, door.outputs.status]).toEqual([[], 'deleted']);
  });

  it('is not believed before Atlas does not show it any more', async () => {
    const { atlas, backups, snapshot } = stageWith(own());
    // The deletion is answered, and not carried out.
    atlas.faults.add({ match: { method: 'DELETE' }, kind: 'error', status: 202, errorCode: 'NONE', detail: '' });
    const door = await backups('delete', { snapshot: snapshot.id, 'timeout-minutes': '2' });
    expect(errorOf(door)).toMatch(/The deletion of snapshot [0-9a-f]{24} did not finish within the 2 minutes/);
    expect(errorOf(door)).toContain('Atlas may have deleted snapshot');
  });
});

describe('whose a snapshot is', () => {
  const job = { repository: 'Acme/Shop', runId: '4711' };

  it.each([
    [undefined, 'foreign'],
    ['', 'foreign'],
    [own(), 'own'],
    [`acme/shop 1a2b3c4 run 4000 ${marker({ safety: true })}`, 'safety'],
    [`acme/shop-2 1a2b3c4 run 4000 ${marker()}`, 'suite'],
    [`not acme/shop 1a2b3c4 run 4000 ${marker()}`, 'suite'],
    [`acme/shop 1a2b3c4 run 4000\nx ${marker()}`, 'suite'],
    [`x ${marker({ runId: '4711' })}`, 'own'],
  ])('%j: %s', (description, expected) => {
    expect(ownershipOf(description, job)).toBe(expected);
  });

  it('is never told by a run without an id, or for a repository without a name', () => {
    expect(ownershipOf(`x ${marker({ runId: '0' })}`, { repository: '', runId: '0' })).toBe('suite');
    expect(ownershipOf(`x ${marker({ runId: '0' })}`, { repository: '', runId: '' })).toBe('suite');
    expect(ownershipOf(`local 1a2b3c4 run 0 ${marker({ runId: '0' })}`, { repository: '', runId: '' })).toBe('suite');
  });
});
