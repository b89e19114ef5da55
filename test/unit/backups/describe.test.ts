import { describe, expect, it } from 'vitest';
import { backupsStage, errorOf, marker, resultOf } from './stage.ts';

describe('describing a snapshot', () => {
  it('says all that Atlas knows of it, and what it holds', async () => {
    const { atlas, cluster, backups, calls } = backupsStage();
    const snapshot = atlas.seedSnapshot({ cluster, description: `before the migration ${marker()}` });
    const door = await backups('describe', { snapshot: snapshot.id });
    expect(door.annotations).toEqual([]);
    expect(door.outputs).toMatchObject({ status: 'completed', count: '1' });
    expect(resultOf(door)).toMatchObject({
      id: snapshot.id,
      status: 'completed',
      type: 'on-demand',
      runId: '4000',
      catalogue: {
        isWhole: true,
        databases: [
          { name: 'customers', collections: ['people'], isWhole: true },
          { name: 'orders', collections: ['invoices', 'lines'], isWhole: true },
        ],
      },
    });
    expect(door.summaries.join()).toContain('<tr><td>orders</td><td>invoices, lines</td></tr>');
    // Cluster, snapshot, databases, and collections of each.
    expect(calls()).toHaveLength(5);
  });

  it.each([
    ['latest', 'latest'],
    ['run:4000', 'run'],
    ['before:2026-11-21T09:00:00Z', 'before'],
    ['description:weekly*', 'description'],
  ] as const)('takes a selector: %s', async (snapshot, expected) => {
    const { atlas, cluster, backups } = backupsStage();
    const at = (hour: string) => `2026-11-21T${hour}:00:00Z`;
    const seeded = {
      description: atlas.seedSnapshot({ cluster, at: at('05'), description: 'weekly archive' }),
      run: atlas.seedSnapshot({ cluster, at: at('06'), description: `x ${marker()}` }),
      before: atlas.seedSnapshot({ cluster, at: at('08'), scheduled: 'daily' }),
      latest: atlas.seedSnapshot({ cluster, at: at('10'), scheduled: 'daily' }),
    };
    atlas.seedSnapshot({ cluster, at: at('11'), description: `safety ${marker({ safety: true })}` });
    atlas.seedSnapshot({ cluster, status: 'inProgress', description: `weekly ${marker()}` });
    const door = await backups('describe', { snapshot });
    expect(resultOf(door).id).toBe(seeded[expected].id);
  });

  it('describes an unfinished one, too, if it is named by its id', async () => {
    const { atlas, cluster, backups } = backupsStage();
    const snapshot = atlas.seedSnapshot({ cluster, status: 'inProgress' });
    const door = await backups('describe', { snapshot: snapshot.id });
    expect([door.outputs.status, resultOf(door).catalogue]).toEqual([
      'inProgress',
      { unknown: 'Only a completed snapshot can be looked into.' },
    ]);
  });

  it('does without the catalogue where the rights to it are missing, and says so', async () => {
    const { atlas, cluster, backups } = backupsStage({ roles: ['Project Read Only'] });
    const snapshot = atlas.seedSnapshot({ cluster });
    const door = await backups('describe', { snapshot: snapshot.id });
    expect(resultOf(door)).toMatchObject({
      status: 'completed',
      catalogue: { unknown: expect.stringContaining('«Project Backup Manager»') },
    });
    expect(door.annotations).toMatchObject([
      { level: 'notice', message: expect.stringContaining('Project Backup Manager') },
    ]);
  });

  it('asks a bounded number of questions, whatever a snapshot holds', async () => {
    const { atlas, cluster, backups, calls } = backupsStage();
    const many = (what: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${what}${1_000 + index}`);
    const collections = Object.fromEntries(many('c', 450).map((name) => [name, 1]));
    const databases = Object.fromEntries(many('d', 130).map((name) => [name, collections]));
    const snapshot = atlas.seedSnapshot({ cluster, databases });
    const door = await backups('describe', { snapshot: snapshot.id });
    expect(calls().filter((call) => call.includes('/databases'))).toHaveLength(26);
    const { catalogue } = resultOf(door);
    expect([catalogue.isWhole, catalogue.databases.length]).toEqual([false, 100]);
    expect(catalogue.databases[0]).toMatchObject({ name: 'd1000', isWhole: false });
    expect(catalogue.databases[0].collections).toHaveLength(100);
    expect(catalogue.databases[25]).toEqual({ name: 'd1025', collections: [], isWhole: false });
  });

  it('shows the members of a sharded cluster’s snapshot', async () => {
    const { atlas, backups } = backupsStage();
    const events = atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    const snapshot = atlas.seedSnapshot({ cluster: events });
    const door = await backups('describe', { 'cluster-name': 'events', snapshot: 'latest' });
    expect(resultOf(door)).toMatchObject({
      id: snapshot.id,
      replicaSets: snapshot.members.map(({ replicaSetName }) => replicaSetName),
    });
    expect(snapshot.members.length).toBeGreaterThan(1);
  });

  it('does not take the part of one shard for a snapshot', async () => {
    const { atlas, backups } = backupsStage();
    const events = atlas.seedCluster({ name: 'events', tier: 'M30', shards: 2, backupEnabled: true });
    const snapshot = atlas.seedSnapshot({ cluster: events });
    const part = snapshot.members[0]?.id ?? '';
    const door = await backups('describe', { 'cluster-name': 'events', snapshot: part });
    expect(errorOf(door)).toContain(`${part} is the part of one shard in snapshot ${snapshot.id}`);
  });

  it('describes the snapshots of a Flex cluster', async () => {
    const { atlas, backups } = backupsStage();
    const flexible = atlas.seedCluster({ name: 'flexible', tier: 'FLEX' });
    const snapshot = atlas.seedFlexSnapshot({ cluster: flexible });
    for (const selector of ['latest', snapshot.id]) {
      const door = await backups('describe', { 'cluster-name': 'flexible', snapshot: selector });
      expect(resultOf(door)).toMatchObject({
        id: snapshot.id,
        status: 'completed',
        catalogue: { unknown: expect.any(String) },
      });
    }
  });

  it('does not ask for the catalogue that a cluster of edition infinite does not have, and says so', async () => {
    const { atlas, backups, calls } = backupsStage();
    const inf = atlas.seedCluster({ name: 'inf', region: 'EU_WEST_1', edition: 'INFINITE', backupEnabled: true });
    const snapshot = atlas.seedSnapshot({ cluster: inf });
    const door = await backups('describe', { 'cluster-name': 'inf', snapshot: 'latest' });
    const unknown = 'Atlas does not show what snapshots of edition infinite contain.';
    expect(resultOf(door)).toMatchObject({ id: snapshot.id, status: 'completed', catalogue: { unknown } });
    expect(door.annotations).toEqual([
      { level: 'notice', message: `What the snapshot holds is not known. ${unknown}` },
    ]);
    expect(door.summaries.join()).toContain(unknown);
    expect(calls().filter((call) => call.includes('/databases'))).toEqual([]);
  });

  it('lists what there is where nothing is meant', async () => {
    const { atlas, cluster, backups } = backupsStage();
    const snapshot = atlas.seedSnapshot({ cluster, description: 'weekly archive' });
    for (const selector of ['run:99', '5f'.repeat(12)]) {
      const message = errorOf(await backups('describe', { snapshot: selector }));
      expect(message).toMatch(/Cluster "orders" has no completed snapshot/);
      expect(message).toContain(`${snapshot.id} of `);
    }
  });

  it('says that a free cluster has none', async () => {
    const { atlas, backups } = backupsStage();
    atlas.seedCluster({ name: 'playground', tier: 'M0' });
    const door = await backups('describe', { 'cluster-name': 'playground', snapshot: 'latest' });
    expect(errorOf(door)).toMatch(/"playground" is a free cluster \(M0\), which has no backups/);
  });

  it('keeps hostile names from becoming commands or markup', async () => {
    const { atlas, cluster, backups } = backupsStage();
    const hostile = '</td><img src=x>\n::add-mask::orders\n##[add-mask]orders';
    const snapshot = atlas.seedSnapshot({
      cluster,
      description: hostile,
      databases: { [hostile]: { [hostile]: 1 } },
    });
    const door = await backups('describe', { snapshot: snapshot.id });
    expect(door.failed()).toBe(false);
    expect(door.summaries.join()).not.toContain('<img');
    expect(door.lines.join('\n')).not.toMatch(/^\s*::|##\[/m);
    expect(resultOf(door).catalogue.databases[0].collections).toEqual([hostile]);
  });
});
