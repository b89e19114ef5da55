import { describe, expect, it } from 'vitest';
import { showFlex, showWhole } from '../../actions/backups/restore-job.ts';
import { scheduleWords, timeOfDay } from '../../actions/backups/schedule-words.ts';
import { actionNames } from '../../actions/rights.ts';
import { getBackupSchedule } from '../../src/atlas/backup-schedule.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import { getCompliancePolicy } from '../../src/atlas/compliance-policy.ts';
import { getFlexRestoreJob, listFlexRestoreJobs } from '../../src/atlas/flex-restore-jobs.ts';
import { getRestoreJob, listRestoreJobs } from '../../src/atlas/restore-jobs.ts';
import { checkedFetch } from '../support/checked-fetch.ts';
import { contractAvailable } from '../support/openapi.ts';
import { loadScenario, type RecordedExchange, scenarioNames } from '../support/recordings.ts';
import { testAccount, testClient } from '../support/test-client.ts';
import { backupsStage } from '../unit/backups/stage.ts';

const MINUTE = 60_000;

describe.skipIf(!contractAvailable)('what backups and validate say to Atlas, and what the simulator answers', () => {
  it('keeps to the specification on every path', async () => {
    const stage = backupsStage();
    const { atlas, cluster, begin, time, ask, project } = stage;
    const events = atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    const flexible = atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    atlas.seedCluster({ name: 'playground', tier: 'M0' });
    for (const name of ['staging', 'archive']) atlas.seedCluster({ name });
    const snapshot = atlas.seedSnapshot({ cluster });
    const sharded = atlas.seedSnapshot({ cluster: events });
    const jobs = [
      await begin.restore(snapshot.id, 'staging'),
      await begin.download(snapshot.id),
      await begin.collections(snapshot.id, 'archive'),
    ];
    const flexJob = await begin.flexDownload(atlas.seedFlexSnapshot({ cluster: flexible }).id, 'flexible');
    const part = sharded.members[0]?.id ?? '';
    time.advance(10 * MINUTE);
    const checked = checkedFetch(atlas.fetch);
    const run = (operation: string, name: string, inputs: Record<string, string> = {}) =>
      stage.backups(
        operation,
        { ...stage.withKey, 'client-id': '', 'client-secret': '', 'cluster-name': name, ...inputs },
        { fetch: checked.fetch },
      );
    const clusters = ['orders', 'events', 'flexible', 'playground', 'unknown'];
    for (const name of clusters) {
      for (const operation of ['info', 'list', 'list-restore-jobs']) await run(operation, name);
      await run('describe', name, { snapshot: 'latest' });
      await stage.run('validate', { ...stage.withKey, 'cluster-name': name }, { fetch: checked.fetch });
    }
    for (const id of [...jobs, snapshot.id]) await run('restore-status', 'orders', { 'restore-job-id': id });
    await run('restore-status', 'flexible', { 'restore-job-id': flexJob });
    for (const id of jobs) await run('cancel-restore', 'orders', { 'restore-job-id': id });
    await run('describe', 'events', { snapshot: part });
    for (const [name, id] of [
      ['orders', snapshot.id],
      ['events', sharded.id],
      ['events', sharded.id],
    ] as const)
      await run('delete', name, { snapshot: id, confirm: id });
    await ask('DELETE', `/groups/${project.id}/clusters/orders?retainBackups=true`);
    time.advance(60 * MINUTE);
    await run('info', 'orders');
    // A project without a policy is answered with null (notes, section 8), which the specification does not foresee.
    const unforeseen = checked.problems.filter((problem) => !/backupCompliancePolicy 200: has no body$/.test(problem));
    expect(unforeseen).toEqual([]);
    expect([...checked.operations].sort()).toEqual([
      'cancelGroupClusterBackupRestoreJob',
      'deleteGroupClusterBackupSnapshot',
      'deleteGroupClusterBackupSnapshotShardedCluster',
      'getGroup',
      'getGroupBackupCompliancePolicy',
      'getGroupCluster',
      'getGroupClusterBackupRestoreJob',
      'getGroupClusterBackupSchedule',
      'getGroupClusterBackupSnapshot',
      'getGroupClusterBackupSnapshotShardedCluster',
      'getGroupClusterCollectionRestoreJob',
      'getGroupClusterStatus',
      'getGroupFlexCluster',
      'getGroupFlexClusterBackupRestoreJob',
      'getSystemStatus',
      'listGroupAccessListEntries',
      'listGroupClusterBackupRestoreJobs',
      'listGroupClusterBackupSnapshotDatabaseCollections',
      'listGroupClusterBackupSnapshotDatabases',
      'listGroupClusterBackupSnapshotShardedClusters',
      'listGroupClusterBackupSnapshots',
      'listGroupClusterCollectionRestoreJobCollections',
      'listGroupClusterCollectionRestoreJobs',
      'listGroupClusters',
      'listGroupDatabaseUsers',
      'listGroupFlexClusterBackupRestoreJobs',
      'listGroupFlexClusterBackupSnapshots',
      'listGroupFlexClusters',
      'listGroups',
      'listOrgs',
    ]);
  });

  it('knows the rights of every action of the suite', async () => {
    const { actions } = await import('../../actions/index.ts');
    const names: readonly string[] = actionNames;
    expect(actions.map(({ definition }) => definition.name).filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe.skipIf(!contractAvailable)('recorded answers, read by the client', () => {
  const recorded = contractAvailable ? scenarioNames().flatMap((name) => loadScenario(name).exchanges) : [];
  const place = { groupId: 'g', clusterName: 'c' };

  /** What a reader makes of every success of one operation. */
  async function readAll<Read>(
    operation: string,
    reader: (client: AtlasClient) => Promise<Read>,
  ): Promise<readonly Read[]> {
    const exchanges = recorded.filter(({ operationId, status }) => operationId === operation && status === 200);
    expect(exchanges.length).toBeGreaterThan(0);
    return await Promise.all(
      exchanges.map((exchange) => reader(testClient({ credentials: testAccount, fetch: answering(exchange) }))),
    );
  }

  it('the schedule that every new cluster has', async () => {
    const [schedule] = await readAll('getGroupClusterBackupSchedule', (client) => getBackupSchedule(client, place));
    expect(schedule).toMatchObject({ nextSnapshot: '2026-08-10T09:16:07Z', restoreWindowDays: 7 });
    expect(schedule && [scheduleWords(schedule), timeOfDay(schedule)]).toEqual([
      [
        'every 6 hours, kept for 7 days',
        'every day, kept for 7 days',
        'every week on Saturday, kept for 4 weeks',
        'every month on the last day, kept for 12 months',
        'every year in December, kept for 1 year',
      ],
      '03:16 UTC',
    ]);
  });

  it('compliance policies', async () => {
    const policies = await readAll('getGroupBackupCompliancePolicy', (client) => getCompliancePolicy(client, 'g'));
    for (const policy of policies) expect(policy).toEqual({ state: 'ACTIVE', pitEnabled: false, restoreWindowDays: 0 });
  });

  it('restores of dedicated clusters, each with a status', async () => {
    const now = Date.parse('2026-08-10T04:00:00Z');
    const lists = await readAll('listGroupClusterBackupRestoreJobs', (client) => listRestoreJobs(client, place));
    const single = await readAll('getGroupClusterBackupRestoreJob', (client) => getRestoreJob(client, place, 'j'));
    const views = [...lists.flat(), ...single].map((job) => showWhole(job, now).view);
    for (const { id, createdAt, type, status, finishedAt, links } of views) {
      expect(createdAt).toBe(new Date(Number.parseInt(id.slice(0, 8), 16) * 1_000).toISOString().replace('.000Z', 'Z'));
      const expected = type === 'automated' ? (finishedAt ? 'completed' : 'running') : links ? status : 'running';
      expect(status).toBe(expected);
    }
    const statuses = new Set(views.map(({ type, status }) => `${type} ${status}`));
    expect([...statuses].sort()).toEqual([
      'automated completed',
      'automated running',
      // The links of June have ended by August.
      'download expired',
      'download ready-to-download',
      'download running',
    ]);
  });

  it('restores of Flex clusters, thousands of them', async () => {
    const lists = await readAll('listGroupFlexClusterBackupRestoreJobs', (client) =>
      listFlexRestoreJobs(client, place),
    );
    const single = await readAll('getGroupFlexClusterBackupRestoreJob', (client) =>
      getFlexRestoreJob(client, place, 'j'),
    );
    const views = [...lists.flat(), ...single].map((job) => showFlex(job, Date.now()).view);
    expect(views.length).toBeGreaterThan(100);
    for (const { state, status, type, targetClusterName } of views) {
      expect(type).toBe('automated');
      expect(targetClusterName).toEqual(expect.any(String));
      expect(status).toBe(
        { PENDING: 'queued', RUNNING: 'running', COMPLETED: 'completed', FAILED: 'failed' }[state ?? ''],
      );
    }
  });
});

/** Answers with the recorded exchange once; whatever page comes after it is empty. */
function answering({ status, headers, body }: RecordedExchange): typeof fetch {
  let answered = false;
  return async (input) => {
    if (String(input).endsWith('/oauth/token')) return Response.json({ access_token: 't', expires_in: 3600 });
    if (answered) return Response.json({ results: [] });
    answered = true;
    return new Response(JSON.stringify(body), { status, headers });
  };
}
