import { describe, expect, it } from 'vitest';
import { backupsStage, errorOf, resultOf } from './stage.ts';

const MINUTE = 60_000;

/** A stage with a snapshot, a cluster to restore into, and durations that are known. */
function restoreStage(options: Parameters<typeof backupsStage>[0] = {}) {
  const stage = backupsStage(options);
  const { atlas, cluster } = stage;
  Object.assign(atlas.state.durations, { restore: 230, collectionRestore: 570 });
  const staging = atlas.seedCluster({ name: 'staging' });
  const snapshot = atlas.seedSnapshot({ cluster });
  /** Every link that Atlas would hand out. */
  const links = () => [
    ...atlas.state.restoreJobs.flatMap(({ downloads }) => downloads.map(({ url }) => url)),
    ...atlas.state.flexRestoreJobs.flatMap(({ url }) => url ?? []),
  ];
  return { ...stage, staging, snapshot, links };
}

/** Everything that a person or a later step can see. */
const seen = (door: Awaited<ReturnType<ReturnType<typeof backupsStage>['backups']>>) =>
  JSON.stringify([door.lines, door.annotations, door.summaries, door.outputs, door.kept]);

describe('listing restore jobs', () => {
  it('shows jobs of every kind with a real status, the newest first', async () => {
    const { backups, begin, time, snapshot, project } = restoreStage();
    const restore = await begin.restore(snapshot.id, 'staging');
    time.advance(10 * MINUTE);
    const download = await begin.download(snapshot.id);
    time.advance(MINUTE);
    const collections = await begin.collections(snapshot.id, 'staging');
    time.advance(6 * MINUTE);
    const door = await backups('list-restore-jobs');
    expect(door.annotations).toEqual([]);
    expect(resultOf(door)).toMatchObject([
      {
        id: collections,
        type: 'collections',
        status: 'running',
        state: 'IN_PROGRESS',
        createdAt: '2026-11-21T12:11:00Z',
        snapshotId: snapshot.id,
        targetClusterName: 'staging',
        restoredDocuments: expect.any(Number),
        percent: expect.any(Number),
        databases: [{ sourceNamespace: 'orders' }],
        databaseSuffix: '_pr_7',
        writeStrategy: 'CREATE_NEW',
      },
      { id: download, type: 'download', status: 'ready-to-download', links: 1, expiresAt: expect.any(String) },
      {
        id: restore,
        type: 'automated',
        status: 'completed',
        createdAt: '2026-11-21T12:00:00Z',
        finishedAt: '2026-11-21T12:03:50Z',
        targetClusterName: 'staging',
        targetProjectId: project.id,
      },
    ]);
    expect(door.outputs.count).toBe('3');
    expect(door.summaries.join()).toMatch(/<td>[\d,]+ of [\d,]+ documents \(\d+ %\)<\/td>/);
  });

  it('filters by status, type and age', async () => {
    const { backups, begin, time, snapshot, atlas, cluster } = restoreStage();
    const old = await begin.restore(snapshot.id, 'staging');
    time.advance(3 * 24 * 60 * MINUTE);
    const download = await begin.download(atlas.seedSnapshot({ cluster }).id);
    const ids = async (inputs: Record<string, string>) =>
      resultOf(await backups('list-restore-jobs', inputs)).map(({ id }: { id: string }) => id);
    expect(await ids({ status: 'completed' })).toEqual([old]);
    expect(await ids({ status: 'running, queued' })).toEqual([download]);
    expect(await ids({ type: 'automated' })).toEqual([old]);
    expect(await ids({ 'newer-than-days': '1' })).toEqual([download]);
    expect(await ids({ 'older-than-days': '1' })).toEqual([old]);
    expect(await ids({ limit: '1' })).toEqual([download]);
  });

  it('never shows a link, and masks each', async () => {
    const { atlas, backups, begin, time, snapshot, links } = restoreStage();
    const events = atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    const sharded = atlas.seedSnapshot({ cluster: events });
    await begin.download(snapshot.id);
    const parts = await begin.download(sharded.id, 'events');
    time.advance(10 * MINUTE);
    const door = await backups('list-restore-jobs');
    const other = await backups('restore-status', { 'cluster-name': 'events', 'restore-job-id': parts });
    expect(links().length).toBeGreaterThan(2);
    for (const link of links()) expect(seen(door) + seen(other)).not.toContain(link);
    expect([...door.masks, ...other.masks]).toEqual(expect.arrayContaining(links()));
    expect(resultOf(other)).toMatchObject({ status: 'ready-to-download', links: links().length - 1 });
    expect(other.summaries.join()).toContain('links, until 2026-11-21T13:');
  });

  it('shows the jobs of a Flex cluster', async () => {
    const { atlas, backups, begin, time, links } = restoreStage();
    const flexible = atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    atlas.seedCluster({ name: 'copy', tier: 'FLEX' });
    const snapshot = atlas.seedFlexSnapshot({ cluster: flexible });
    const restore = await begin.flexRestore(snapshot.id, 'flexible', 'copy');
    time.advance(10 * MINUTE);
    const download = await begin.flexDownload(snapshot.id, 'flexible');
    const early = await backups('list-restore-jobs', { 'cluster-name': 'flexible' });
    expect(resultOf(early)).toMatchObject([
      { id: download, type: 'download', status: 'queued', state: 'PENDING' },
      { id: restore, type: 'automated', status: 'completed', targetClusterName: 'copy' },
    ]);
    time.advance(10 * MINUTE);
    const door = await backups('restore-status', { 'cluster-name': 'flexible', 'restore-job-id': download });
    expect(resultOf(door)).toMatchObject({ status: 'ready-to-download', links: 1 });
    for (const link of links()) expect(seen(door)).not.toContain(link);
    expect(links()).toHaveLength(1);
  });

  it('shows what a deleted cluster has left', async () => {
    const { ask, backups, begin, time, snapshot, project } = restoreStage();
    const id = await begin.restore(snapshot.id, 'staging');
    time.advance(10 * MINUTE);
    await ask('DELETE', `/groups/${project.id}/clusters/orders?retainBackups=true`);
    time.advance(60 * MINUTE);
    const door = await backups('list-restore-jobs');
    expect([door.failed(), resultOf(door).map((job: { id: string }) => job.id)]).toEqual([false, [id]]);
  });

  it('does with what Atlas still knows of a deleted cluster', async () => {
    const { atlas, ask, backups, begin, time, snapshot, project } = restoreStage();
    const id = await begin.restore(snapshot.id, 'staging');
    time.advance(10 * MINUTE);
    await ask('DELETE', `/groups/${project.id}/clusters/orders?retainBackups=true`);
    time.advance(60 * MINUTE);
    const gone = { kind: 'error', status: 404, errorCode: 'CLUSTER_NOT_FOUND', detail: 'No cluster.' } as const;
    atlas.faults.add({ match: { path: /collectionRestoreJobs/, times: 5 }, ...gone });
    expect(resultOf(await backups('list-restore-jobs'))).toMatchObject([{ id, status: 'completed' }]);
    const door = await backups('restore-status', { 'restore-job-id': '5f'.repeat(12) });
    expect(errorOf(door)).toContain(`Its newest are ${id}`);
  });

  it('does without collection restores where Atlas does not know them, and says so', async () => {
    const { atlas, backups, begin, snapshot } = restoreStage();
    const id = await begin.restore(snapshot.id, 'staging');
    atlas.faults.add({
      match: { path: /collectionRestoreJobs/ },
      kind: 'error',
      status: 404,
      errorCode: 'RESOURCE_NOT_FOUND',
      detail: 'Cannot find resource.',
    });
    const door = await backups('list-restore-jobs');
    expect(resultOf(door)).toMatchObject([{ id }]);
    expect(door.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('are left out') }]);
  });

  it('names the role that is missing', async () => {
    const { backups } = restoreStage({ roles: ['Project Read Only'] });
    expect(errorOf(await backups('list-restore-jobs'))).toMatch(/USER_UNAUTHORIZED.*«Project Backup Manager»/);
  });
});

describe('the status of a restore', () => {
  it.each([
    ['finished', 'completed'],
    ['failed', 'failed'],
    ['cancelled', 'cancelled'],
    ['expired', 'expired'],
    ['stuck', 'running'],
  ] as const)('of a whole cluster that is %s: %s', async (ending, expected) => {
    const { atlas, backups, begin, time, snapshot } = restoreStage();
    atlas.scriptNextRestore({ ending, afterSeconds: 60 });
    const id = await begin.restore(snapshot.id, 'staging');
    expect((await backups('restore-status', { 'restore-job-id': id })).outputs.status).toBe('running');
    time.advance(5 * MINUTE);
    const door = await backups('restore-status', { 'restore-job-id': id });
    expect([door.failed(), door.annotations, door.outputs.status]).toEqual([false, [], expected]);
    expect(resultOf(door).status).toBe(expected);
  });

  it('of a download goes from running over ready-to-download to expired', async () => {
    const { backups, begin, time, snapshot } = restoreStage();
    const id = await begin.download(snapshot.id);
    const status = async () => (await backups('restore-status', { 'restore-job-id': id })).outputs.status;
    expect(await status()).toBe('running');
    time.advance(10 * MINUTE);
    expect(await status()).toBe('ready-to-download');
    time.advance(90 * MINUTE);
    expect(await status()).toBe('expired');
  });

  it('of databases says what became of each collection', async () => {
    const { atlas, backups, begin, time, snapshot } = restoreStage();
    atlas.scriptNextRestore({
      kind: 'collections',
      collections: {
        failingIndexes: { 'orders.lines': ['by-date'] },
        renames: { 'orders.invoices': 'orders_pr_7.invoices_2' },
      },
    });
    const id = await begin.collections(snapshot.id, 'staging');
    time.advance(20 * MINUTE);
    const door = await backups('restore-status', { 'restore-job-id': id });
    expect(door.annotations).toEqual([]);
    expect(resultOf(door)).toMatchObject({
      status: 'completed',
      type: 'collections',
      percent: 100,
      namespaces: [
        { source: 'orders.invoices', target: 'orders_pr_7.invoices_2', state: 'SUCCESSFUL', restoredDocuments: 1_200 },
        { source: 'orders.lines', failedIndexes: 1 },
      ],
    });
    expect(door.summaries.join()).toContain('<td>orders_pr_7.invoices_2</td>');
  });

  it('of databases that failed says why', async () => {
    const { atlas, backups, begin, time, snapshot } = restoreStage();
    const errorMessage = 'Disk is full.';
    atlas.scriptNextRestore({ kind: 'collections', ending: 'failed', collections: { errorMessage } });
    const id = await begin.collections(snapshot.id, 'staging');
    time.advance(20 * MINUTE);
    const door = await backups('restore-status', { 'restore-job-id': id });
    expect(resultOf(door)).toMatchObject({ status: 'failed', error: errorMessage });
  });

  it('that nobody knows is unknown, with Atlas’s own word', async () => {
    const { atlas, backups, begin, time, snapshot } = restoreStage();
    atlas.scriptNextRestore({ kind: 'collections', ending: { status: 'PONDERING' }, afterSeconds: 60 });
    const id = await begin.collections(snapshot.id, 'staging');
    time.advance(20 * MINUTE);
    const door = await backups('restore-status', { 'restore-job-id': id });
    expect([door.failed(), door.outputs.status, resultOf(door).state]).toEqual([false, 'unknown', 'PONDERING']);
    expect(door.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('"PONDERING"') }]);
  });

  it('of an unknown job names the newest ones, and which cluster to ask', async () => {
    const { backups, begin, snapshot } = restoreStage();
    const id = await begin.restore(snapshot.id, 'staging');
    const wrong = await backups('restore-status', { 'cluster-name': 'staging', 'restore-job-id': id });
    expect(errorOf(wrong)).toMatch(
      /"staging" .* has no restore job .* It has none at all.* with the cluster that the snapshot/,
    );
    // A snapshot's id is no job's.
    const door = await backups('restore-status', { 'restore-job-id': snapshot.id });
    expect(errorOf(door)).toContain(`Its newest are ${id} (automated, running, begun 2026-11-21T12:00:00Z)`);
  });
});

describe('cancelling', () => {
  it.each([
    ['while it is prepared', 0],
    ['while its links are good', 10],
  ])('a download %s: it is read back as cancelled', async (_, minutes) => {
    const { backups, begin, time, snapshot, links, calls } = restoreStage();
    const id = await begin.download(snapshot.id);
    time.advance(minutes * MINUTE);
    const before = calls().length;
    const door = await backups('cancel-restore', { 'restore-job-id': id });
    expect([door.annotations, door.outputs.status, resultOf(door).status]).toEqual([[], 'cancelled', 'cancelled']);
    const path = `/clusters/orders/backup/restoreJobs/${id}`;
    expect(calls().slice(before)).toEqual([
      'GET /clusters/orders 200',
      `GET ${path} 200`,
      `DELETE ${path} 204`,
      `GET ${path} 200`,
    ]);
    for (const link of links()) expect(seen(door)).not.toContain(link);
    const again = await backups('cancel-restore', { 'restore-job-id': id });
    expect([again.failed(), again.outputs.status]).toEqual([false, 'cancelled']);
    expect(again.annotations).toMatchObject([
      { level: 'notice', message: expect.stringContaining('is cancelled already') },
    ]);
  });

  it('only says so in a dry run', async () => {
    const { backups, begin, snapshot, calls } = restoreStage();
    const id = await begin.download(snapshot.id);
    const door = await backups('cancel-restore', { 'restore-job-id': id, 'dry-run': 'true' });
    expect(door.outputs.status).toBe('planned');
    expect(calls().filter((call) => call.startsWith('DELETE'))).toEqual([]);
  });

  it('a restore that writes is refused with words, and goes on', async () => {
    const { backups, begin, snapshot, calls } = restoreStage();
    const id = await begin.restore(snapshot.id, 'staging');
    const message = errorOf(await backups('cancel-restore', { 'restore-job-id': id }));
    expect(message).toMatch(/is running, and goes on: Atlas cancels downloads only/);
    expect(calls().filter((call) => call.startsWith('DELETE'))).toEqual([]);
  });

  it('a restore of databases is refused with words', async () => {
    const { backups, begin, snapshot } = restoreStage();
    const id = await begin.collections(snapshot.id, 'staging');
    expect(errorOf(await backups('cancel-restore', { 'restore-job-id': id }))).toContain(
      'no way to cancel a restore of databases and collections',
    );
  });

  it('anything of a Flex cluster is refused with words', async () => {
    const { atlas, backups, begin } = restoreStage();
    const flexible = atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    const id = await begin.flexDownload(atlas.seedFlexSnapshot({ cluster: flexible }).id, 'flexible');
    const door = await backups('cancel-restore', { 'cluster-name': 'flexible', 'restore-job-id': id });
    expect(errorOf(door)).toContain('of a Flex cluster no restore and no download can be cancelled');
  });

  it('a restore that has ended is success: there is nothing left to cancel', async () => {
    const { backups, begin, time, snapshot } = restoreStage();
    const id = await begin.restore(snapshot.id, 'staging');
    time.advance(10 * MINUTE);
    const door = await backups('cancel-restore', { 'restore-job-id': id });
    expect([door.failed(), door.outputs.status]).toEqual([false, 'completed']);
  });

  it('a job that is gone is success, and says so', async () => {
    const { backups } = restoreStage();
    const door = await backups('cancel-restore', { 'restore-job-id': '5f'.repeat(12) });
    expect([door.failed(), door.outputs.status, door.outputs.count]).toEqual([false, 'absent', '0']);
    expect(door.annotations).toMatchObject([
      { level: 'notice', message: expect.stringContaining('nothing was cancelled') },
    ]);
  });

  it.each(['cut-after', 'status-500-after'] as const)(
    'a download whose answer was lost (%s) is read back',
    async (kind) => {
      const { atlas, backups, begin, snapshot } = restoreStage();
      const id = await begin.download(snapshot.id);
      atlas.faults.add({ match: { method: 'DELETE' }, kind });
      const door = await backups('cancel-restore', { 'restore-job-id': id });
      expect([door.annotations, door.outputs.status]).toEqual([[], 'cancelled']);
    },
  );

  it('a download that ended in the same moment is success', async () => {
    const { atlas, backups, begin, time, snapshot } = restoreStage();
    const id = await begin.download(snapshot.id);
    time.advance(60 * MINUTE);
    atlas.faults.add({
      match: { method: 'DELETE' },
      kind: 'error',
      status: 400,
      errorCode: 'INVALID_JOB_STATE',
      detail: 'It has ended.',
    });
    const endingMeanwhile: typeof fetch = async (input, init) => {
      const answer = await atlas.fetch(input, init);
      if (init?.method === 'DELETE') time.advance(5 * MINUTE);
      return answer;
    };
    const door = await backups('cancel-restore', { 'restore-job-id': id }, { fetch: endingMeanwhile });
    expect([door.annotations, door.outputs.status]).toEqual([[], 'expired']);
  });
});
