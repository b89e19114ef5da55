import { describe, expect, it } from 'vitest';
import { contractAvailable } from '../support/openapi.ts';
import { loadScenario, type RecordedExchange } from '../support/recordings.ts';
import { flexRestoreStage } from '../unit/simulator/flex-restore-stage.ts';
import { restoreStage } from '../unit/simulator/restore-stage.ts';
import { shapeOf } from './shapes.ts';

function recorded(scenario: string, step: string, operation: RegExp): readonly unknown[] {
  return loadScenario(scenario)
    .exchanges.filter((exchange) => exchange.step === step && isOf(exchange, operation))
    .map(({ body }) => shapeOf(body));
}

function isOf({ operationId, status }: RecordedExchange, operation: RegExp): boolean {
  return status === 200 && operation.test(operationId ?? '');
}

describe.skipIf(!contractAvailable)('the simulated Atlas answers in the form of the recordings', () => {
  it.each(['TestRestores@2026-06-01', 'TestRestores@2026-08-10'])('to restores: %s', async (scenario) => {
    const { clock, ask, jobs, restore, download, job } = restoreStage();
    const of = (step: string) => recorded(scenario, step, /BackupRestoreJobs?$/);
    const automated = (await restore()).body;
    const running = await job(automated.id);
    clock.advance(300_000);
    expect([shapeOf(automated)]).toEqual(of('Restores_Create_-_Automated'));
    expect([running, await job(automated.id)].map(shapeOf)).toEqual(of('Restores_Watch'));
    expect([shapeOf((await ask('GET', jobs)).body)]).toEqual(of('Restores_List'));
    const prepared = (await download()).body;
    expect([shapeOf(prepared)]).toEqual(of('Restores_Create_-_Download'));
    clock.advance(300_000);
    expect([prepared, await job(prepared.id)].map(shapeOf)).toEqual(of('Restores_Watch_-_Download'));
  });

  it.each(['TestFlexBackup@2025-08-11', 'TestFlexBackup@2026-08-10'])('to Flex restores: %s', async (scenario) => {
    const { clock, ask, jobs, snapshots, snapshot, restore, job } = flexRestoreStage();
    const of = (step: string) => recorded(scenario, step, /Flex.*(RestoreJob|Snapshot)s?$/);
    const inList = async (path: string) => ({
      results: expect.arrayContaining([shapeOf((await ask('GET', path)).body.results[0])]),
    });
    expect(of('Snapshot_List')).toEqual([expect.objectContaining(await inList(snapshots))]);
    expect([shapeOf((await ask('GET', `${snapshots}/${snapshot.id}`)).body)]).toEqual(of('Snapshot_Describe'));
    const created = (await restore()).body;
    clock.advance(2000);
    const running = await job(created.id);
    clock.advance(300_000);
    expect([shapeOf(created)]).toEqual(of('Restores_Create_-_Automated'));
    expect([running, await job(created.id)].map(shapeOf)).toEqual(of('Restores_Watch'));
    expect(of('Restores_List')).toEqual([expect.objectContaining(await inList(jobs))]);
  });

  it.each([
    ['TestSnapshots@2026-08-10', 'Create_snapshot', 'Watch_creation'],
    ['TestExportJobs@2025-04-01', 'Create_snapshot', 'Watch_snapshot_creation'],
    ['TestExportJobs@2026-07-20', 'Create_snapshot', 'Watch_snapshot_creation'],
    ['TestRestores@2026-06-01', 'Create_snapshot', 'Watch_snapshot_creation'],
    ['TestRestores@2026-08-10', 'Create_snapshot', 'Watch_snapshot_creation'],
  ])('to snapshots: %s', async (scenario, create, watch) => {
    const { atlas, clock, ask, clusters } = restoreStage();
    atlas.state.durations.snapshot = 178;
    const snapshots = `${clusters}/orders/backup/snapshots`;
    const of = (step: string) => recorded(scenario, step, /ClusterBackupSnapshots?$/);
    const taken = (await ask('POST', snapshots, { body: { description: 'test-snapshot', retentionInDays: 1 } })).body;
    expect([shapeOf(taken)]).toEqual(of(create));
    const seen: unknown[] = [];
    // Every stage that Atlas shows on the way: fields come as they are known.
    for (let seconds = 0; seconds <= 200; seconds += 1) {
      seen.push(shapeOf((await ask('GET', `${snapshots}/${taken.id}`)).body));
      clock.advance(1_000);
    }
    expect(of(watch).length).toBeGreaterThan(2);
    for (const shape of of(watch)) expect(seen).toContainEqual(shape);
    expect(seen.at(-1)).toEqual(of(watch).at(-1));
  });

  it('to schedules', async () => {
    const { ask, clusters } = restoreStage();
    const schedule = `${clusters}/orders/backup/schedule`;
    const of = (step: string) => recorded('TestSchedule@2026-08-10', step, /BackupSchedule$/);
    const asked = async (method: string, body?: object) =>
      shapeOf((await ask(method, schedule, { date: '2023-01-01', ...(body === undefined ? {} : { body }) })).body);
    expect([await asked('GET')]).toEqual(of('Describe'));
    expect([await asked('PATCH', { useOrgAndGroupNamesInExportPrefix: true })]).toEqual(of('Update'));
    expect([await asked('DELETE')]).toEqual(of('Delete'));
  });

  it('to compliance policies', async () => {
    const { ask, project } = restoreStage();
    const path = `/groups/${project.id}/backupCompliancePolicy`;
    const person = {
      ...{ authorizedEmail: 'a@example.com', authorizedUserFirstName: 'A' },
      ...{ authorizedUserLastName: 'B' },
    };
    const item = { frequencyType: 'daily', frequencyInterval: 1, retentionUnit: 'days', retentionValue: 1 };
    const put = async (more: object) => shapeOf((await ask('PUT', path, { body: { ...person, ...more } })).body);
    const of = (scenario: string, step: string) => recorded(scenario, step, /BackupCompliancePolicy$/);
    const described = [await put({}), shapeOf((await ask('GET', path)).body)];
    expect([...of('TestBackupCompliancePolicyDescribe@2026-08-10', '(setup/teardown)')]).toEqual(described);
    expect([await put({ scheduledPolicyItems: [item] })]).toEqual(
      of('TestBackupCompliancePolicySetup@2026-08-10', '(setup/teardown)'),
    );
  });
});
