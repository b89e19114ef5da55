import { describe, expect, it } from 'vitest';
import type { FaultKind } from '../../../src/simulator/faults.ts';
import { rewriting } from '../../support/rewriting-fetch.ts';
import { failureOf, restoreStage } from './stage.ts';

const copy = { 'cluster-name': 'orders', snapshot: 'latest', 'target-cluster-name': 'staging', databases: 'orders' };
/** Beside those of other repositories, which have a pull request 123 too. */
const ownCopy = 'orders_pr_123_e3o5id5t';
const ofCollections = /^GET .*\/collectionRestoreJobs\/[0-9a-f]{24}\/collections$/;
const post = { method: 'POST', path: '/collectionRestoreJobs' };

describe('single databases and collections', () => {
  it.each(['withAccount', 'withKey'] as const)(
    'give a pull request a copy of its own, beside what is there: %s',
    async (kind) => {
      const stage = restoreStage();
      const door = await stage.run('restore', { ...stage[kind], ...copy, environment: 'pr-123' });
      expect(door.annotations).toEqual([]);
      expect(door.outputs).toMatchObject({ outcome: 'restored', database: ownCopy });
      expect(stage.atlas.dataOf(stage.staging)).toEqual({
        old: { things: 1 },
        [ownCopy]: { invoices: 1_200, lines: 5_400 },
      });
      expect(JSON.parse(door.outputs.namespaces ?? '[]')).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ source: 'orders.lines', target: `${ownCopy}.lines`, state: 'SUCCESSFUL' }),
        ]),
      );
    },
  );

  it('show real progress in the log, and their names in the summary', async () => {
    const stage = restoreStage();
    stage.atlas.scriptNextRestore({ afterSeconds: 300 });
    const door = await stage.run('restore', { ...stage.withAccount, ...copy });
    expect(door.lines.join('\n')).toMatch(/IN_PROGRESS, [\d,]+ of 6,600 documents after/);
    expect(door.summaries.join()).toContain('as orders.lines, SUCCESSFUL, 5,400 documents');
  });

  it('of a database with very many are counted in the summary, and all in the output', async () => {
    const stage = restoreStage();
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`tenant_${n}_events`, 1]));
    stage.atlas.changeData(stage.staging, { orders: { other: 1 } });
    const at = stage.time.now() - 600_000;
    stage.atlas.seedSnapshot({ cluster: stage.cluster, at, databases: { orders: many } });
    const door = await stage.run('restore', { ...stage.withAccount, ...copy });
    expect(door.annotations).toEqual([
      { level: 'warning', message: expect.stringMatching(/tenant_9_events and 590 more\. Drop the old copies/) },
    ]);
    expect(door.summaries.join()).toContain('550 more, in the output namespaces');
    expect(door.summaries.join().length).toBeLessThan(20_000);
    expect(JSON.parse(door.outputs.namespaces ?? '[]')).toHaveLength(600);
  });

  it('point the connection string at the copy', async () => {
    const stage = restoreStage();
    stage.atlas.seedDatabaseUser({ username: 'app', password: 'correct horse' });
    const user = { username: 'app', password: 'correct horse' };
    const door = await stage.run('restore', { ...stage.withAccount, ...copy, environment: 'pr-123', ...user });
    expect(door.outputs['connection-string']).toMatch(
      new RegExp(String.raw`^mongodb\+srv://app:.*@staging\..*/${ownCopy}\?`),
    );
  });

  it('point nobody at a copy whose name is not known yet', async () => {
    const stage = restoreStage();
    stage.atlas.seedDatabaseUser({ username: 'app', password: 'correct horse' });
    const user = { username: 'app', password: 'correct horse', wait: 'false' };
    const door = await stage.run('restore', { ...stage.withAccount, ...copy, environment: 'pr-123', ...user });
    expect(door.outputs.outcome).toBe('started');
    expect(door.outputs).not.toHaveProperty('connection-string');
    expect(door.outputs).not.toHaveProperty('namespaces');
  });

  it('can be collections alone, with suffixes and without indexes', async () => {
    const stage = restoreStage();
    const { databases: _, ...rest } = copy;
    const door = await stage.run('restore', {
      ...stage.withAccount,
      ...rest,
      collections: 'orders.lines, customers.people',
      'database-suffix': '_copy',
      'collection-suffix': '_old',
      'index-strategy': 'none',
    });
    expect(door.annotations).toEqual([]);
    expect(stage.atlas.dataOf(stage.staging)).toMatchObject({
      orders_copy: { lines_old: 5_400 },
      customers_copy: { people_old: 300 },
    });
    const [sent] = stage.atlas.requests.filter(({ method, leg }) => method === 'POST' && leg === 'call');
    expect(sent?.body).toMatchObject({ indexStrategy: 'NONE', writeStrategy: 'CREATE_NEW' });
  });

  it('are renamed by Atlas where the name is taken: a warning says so, and nothing is lost', async () => {
    const stage = restoreStage();
    stage.atlas.changeData(stage.staging, { orders: { lines: 7 } });
    const door = await stage.run('restore', { ...stage.withAccount, ...copy });
    expect(door.failed()).toBe(false);
    expect(door.annotations).toEqual([
      {
        level: 'warning',
        message: expect.stringMatching(/Atlas has renamed .*orders\.lines is now orders_restored_\d+\.lines/),
      },
    ]);
    expect(stage.atlas.dataOf(stage.staging).orders).toMatchObject({ lines: 7 });
  });

  it('are replaced only with overwrite-existing and a confirmation', async () => {
    const stage = restoreStage();
    stage.atlas.changeData(stage.staging, { orders: { lines: 7, notes: 1 } });
    const overwrite = { ...copy, 'write-strategy': 'overwrite-existing' };
    const refused = await stage.run('restore', { ...stage.withAccount, ...overwrite });
    expect(failureOf(refused)).toMatch(/replace the named databases and collections of cluster "staging"/);
    const door = await stage.run('restore', { ...stage.withAccount, ...overwrite, 'confirm-overwrite': 'staging' });
    expect(door.annotations).toEqual([]);
    expect(stage.atlas.dataOf(stage.staging).orders).toMatchObject({ lines: 5_400 });
  });

  it('that are not in the snapshot are told with the nearest names, all at once', async () => {
    const stage = restoreStage();
    const message = failureOf(
      await stage.run('restore', {
        ...stage.withAccount,
        ...copy,
        databases: 'order',
        collections: 'customers.persons, nothing.at_all',
      }),
    );
    expect(message).toContain('has no database "order". Did you mean "orders"?');
    expect(message).toContain('has no collection "customers.persons". Did you mean "customers.people"?');
    expect(message).toContain('has no database "nothing"');
    expect(stage.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  it.each<FaultKind>(['cut-before', 'cut-after', 'status-500-after', 'garbage', 'status-503-empty'])(
    'are one job although the request meets %s',
    async (kind) => {
      const stage = restoreStage();
      stage.atlas.faults.add({ match: post, kind });
      const door = await stage.run('restore', { ...stage.withAccount, ...copy });
      expect([door.annotations, stage.atlas.state.collectionRestoreJobs.length]).toEqual([[], 1]);
    },
  );

  it('are adopted where the very same job is under way, and not where it is another one', async () => {
    const stage = restoreStage();
    await stage.run('restore', { ...stage.withAccount, ...copy, environment: 'pr-1', wait: 'false' });
    const other = await stage.run('restore', { ...stage.withAccount, ...copy, environment: 'pr-2' });
    const jobs = () => stage.atlas.state.collectionRestoreJobs.length;
    expect([other.outputs.outcome, jobs()]).toEqual(['restored', 2]);
    await stage.run('restore', { ...stage.withAccount, ...copy, environment: 'pr-3', wait: 'false' });
    const same = await stage.run('restore', { ...stage.withAccount, ...copy, environment: 'pr-3' });
    expect([same.outputs.outcome, jobs()]).toEqual(['adopted', 3]);
  });

  it('are not adopted where the indexes or the names are others', async () => {
    const stage = restoreStage();
    await stage.run('restore', { ...stage.withAccount, ...copy, 'index-strategy': 'none', wait: 'false' });
    const indexed = await stage.run('restore', { ...stage.withAccount, ...copy });
    expect([indexed.failed(), indexed.outputs.outcome]).toEqual([false, 'restored']);
    await stage.run('restore', { ...stage.withAccount, ...copy, environment: 'pr-1', wait: 'false' });
    const elsewhere = rewriting(stage.atlas.fetch, [
      {
        of: /^GET .*\/collectionRestoreJobs$/,
        to: (page) => ({
          ...page,
          results: page.results?.map((job) => ({
            ...job,
            databases: [{ sourceNamespace: 'orders', targetNamespace: 'elsewhere' }],
          })),
        }),
      },
    ]);
    const again = { ...stage.withAccount, ...copy, environment: 'pr-1' };
    const named = await stage.run('restore', again, { fetch: elsewhere });
    expect([named.failed(), named.outputs.outcome]).toEqual([false, 'restored']);
    expect(stage.atlas.state.collectionRestoreJobs).toHaveLength(4);
  });

  it('wait for another job into the same cluster: Atlas runs one at a time', async () => {
    const stage = restoreStage();
    await stage.run('restore', { ...stage.withAccount, ...copy, environment: 'pr-1', wait: 'false' });
    const door = await stage.run('restore', { ...stage.withAccount, ...copy, environment: 'pr-2' });
    const [first, second] = stage.atlas.state.collectionRestoreJobs;
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'restored']);
    expect(door.lines.join('\n')).toContain(`Another restore (job ${first?.id}) into the same target is under way`);
    expect(stage.calls().filter((call) => call.endsWith(' 409'))).toEqual([]);
    expect(second?.requestedAt).toBeGreaterThanOrEqual(first?.endsAt ?? Number.NaN);
  });

  it('cannot be on a cluster with NVMe disks', async () => {
    const stage = restoreStage();
    stage.atlas.seedCluster({ name: 'fast', tier: 'M40_NVME' });
    const door = await stage.run('restore', { ...stage.withAccount, ...copy, 'target-cluster-name': 'fast' });
    expect(failureOf(door)).toContain('"fast" is an M40_NVME: Atlas restores no single databases on NVMe clusters.');
  });
});

describe('a job for single collections that does not end well', () => {
  it.each([
    [
      'fails, which rolls it back',
      { collections: { failing: ['orders.lines'] } },
      /has rolled it back[\s\S]*"orders\.lines" \(FAILED\)/,
    ],
    ['is cancelled', { ending: 'cancelled' as const }, /was cancelled/],
    ['vanishes', { ending: 'vanished' as const }, /has vanished before it ended/],
  ])('%s: red', async (_, script, message) => {
    const stage = restoreStage();
    stage.atlas.scriptNextRestore(script);
    const door = await stage.run('restore', { ...stage.withAccount, ...copy });
    expect(failureOf(door)).toMatch(message);
    expect(stage.atlas.dataOf(stage.staging)).toEqual({ old: { things: 1 } });
  });

  it('builds not all indexes: green, with a warning that names them', async () => {
    const stage = restoreStage();
    stage.atlas.scriptNextRestore({ collections: { failingIndexes: { 'orders.lines': ['by_date'] } } });
    const door = await stage.run('restore', { ...stage.withAccount, ...copy });
    expect(door.failed()).toBe(false);
    expect(door.annotations).toEqual([
      {
        level: 'warning',
        message: expect.stringMatching(/data of orders\.lines is restored, but not all of its indexes/),
      },
    ]);
    expect(door.outputs.namespaces).toContain('"failedIndexes":1');
  });

  it.each([
    ['FAILED', /data of orders\.lines is restored, but not all of its indexes: No space\. Build them by hand/],
    ['IN_PROGRESS', /The indexes of orders\.lines are still being built/],
  ])('says only in its index state that indexes are missing (%s): a warning all the same', async (state, message) => {
    const stage = restoreStage();
    const terse = rewriting(stage.atlas.fetch, [
      {
        of: ofCollections,
        to: (page) => ({
          ...page,
          results: page.results?.map((one) =>
            one.sourceNamespace === 'orders.lines' ? { ...one, indexStatus: { state, errorMessage: 'No space' } } : one,
          ),
        }),
      },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...copy }, { fetch: terse });
    expect(door.failed()).toBe(false);
    expect(door.annotations[0]?.message).toMatch(message);
  });

  it('ends before the list of its collections has caught up: looked at again', async () => {
    const stage = restoreStage();
    let looks = 0;
    const lagging = rewriting(stage.atlas.fetch, [
      {
        of: ofCollections,
        to: (page) => ({
          ...page,
          results: page.results?.map((one) => (looks++ === 0 ? { ...one, state: 'FINALIZING' } : one)),
        }),
      },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...copy }, { fetch: lagging });
    expect([door.annotations, door.outputs.namespaces]).toEqual([[], expect.not.stringContaining('FINALIZING')]);
  });

  it('calls itself successful, though something is missing: red all the same', async () => {
    const stage = restoreStage();
    const lying = rewriting(stage.atlas.fetch, [
      {
        of: ofCollections,
        to: (page) => ({
          ...page,
          results: page.results?.map((one, index) => (index === 0 ? { ...one, state: 'NOT_FOUND' } : one)),
        }),
      },
    ]);
    const door = await stage.run('restore', { ...stage.withAccount, ...copy }, { fetch: lying });
    expect(failureOf(door)).toMatch(/calls collection restore job .* successful, but .*\(NOT_FOUND\)/);
  });
});
