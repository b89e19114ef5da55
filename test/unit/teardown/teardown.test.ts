import { describe, expect, it } from 'vitest';
import { startDeletion } from '../../../src/simulator/world/cluster-lifecycle.ts';
import { setStage } from '../../support/stage.ts';

const environment = { environment: 'pr-7' };
const seed = { 'password-seed': 'a seed of the test, long enough' };

describe('tearing down an environment', () => {
  it('removes its cluster, user and entries, and nothing else', async () => {
    const stage = setStage();
    const config =
      'clusters:\n  - tier: M0\nusers:\n  - username: app\n    roles: [readWrite@app]\nnetwork-access:\n  - { address: 198.51.100.7, comment: office }\n';
    const provision = await stage.run('provision', { ...stage.withAccount, ...environment, ...seed, config });
    expect(provision.annotations).toEqual([]);
    const door = await stage.run('teardown', { ...stage.withAccount, ...environment });
    expect(door.annotations).toEqual([]);
    expect(door.outputs.outcome).toBe('deleted');
    expect(JSON.parse(door.outputs.deleted ?? '')).toEqual([
      { kind: 'cluster', name: provision.outputs['cluster-name'] },
      { kind: 'user', name: 'app' },
      { kind: 'access-list-entry', name: '198.51.100.7' },
    ]);
    const again = await stage.run('teardown', { ...stage.withAccount, ...environment });
    expect(again.outputs.outcome).toBe('absent');
    expect(stage.atlas.state.projects.map(({ name }) => name)).toEqual(['shop']);
  });

  it('leaves other environments of the project their access entries, and all else', async () => {
    const stage = setStage();
    const network = 'network-access:\n  - { address: 198.51.100.7, comment: office }\n';
    const config = `clusters:\n  - tier: FLEX\n${network}`;
    await stage.run('provision', { ...stage.withAccount, ...environment, config });
    await stage.run('provision', { ...stage.withAccount, environment: 'pr-8', config });
    const door = await stage.run('teardown', { ...stage.withAccount, ...environment });
    expect(door.annotations).toEqual([]);
    expect(door.lines.join('\n')).toMatch(
      /Access entry 198\.51\.100\.7 stays: other environments .* deletes it at 2026-11-2/,
    );
    const other = await stage.run('provision', { ...stage.withAccount, environment: 'pr-8', config });
    expect([other.annotations, other.outputs.outcome]).toEqual([[], 'unchanged']);
  });

  it('takes the project along that was made for it, though Atlas lags', async () => {
    const stage = setStage();
    const owner = stage.atlas.seedServiceAccount({ roles: ['Organization Owner'] });
    const inputs = {
      'client-id': owner.clientId,
      'client-secret': owner.secret,
      'project-name': 'previews',
      ...environment,
    };
    await stage.run('provision', { ...inputs, ...seed });
    const door = await stage.run('teardown', inputs);
    expect(door.annotations).toEqual([]);
    expect(stage.atlas.state.projects.map(({ name }) => name)).toEqual(['shop']);
    const again = await stage.run('teardown', inputs);
    expect([again.failed(), again.outputs.outcome]).toEqual([false, 'absent']);
  });

  it('only says so in a dry run', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...environment, ...seed });
    const before = stage.calls().length;
    const door = await stage.run('teardown', { ...stage.withAccount, ...environment, 'dry-run': 'true' });
    expect([door.outputs.outcome, JSON.parse(door.outputs.deleted ?? '').length]).toEqual(['planned', 2]);
    expect(
      stage
        .calls()
        .slice(before)
        .filter((call) => !call.startsWith('GET')),
    ).toEqual([]);
  });

  it('lifts the protection of what is its own', async () => {
    const stage = setStage();
    stage.atlas.state.durations.clusterCreate = 500;
    await stage.run('provision', {
      ...stage.withAccount,
      ...environment,
      ...seed,
      tier: 'M10',
      'termination-protection': 'true',
    });
    const door = await stage.run('teardown', { ...stage.withAccount, ...environment });
    expect(door.annotations).toEqual([]);
    expect(door.outputs.outcome).toBe('deleted');
  });

  it('finds a protected cluster that another run deletes just before the protection is lifted', async () => {
    const stage = setStage();
    stage.atlas.state.durations.clusterCreate = 500;
    const made = { ...environment, ...seed, tier: 'M10', 'termination-protection': 'true' };
    await stage.run('provision', { ...stage.withAccount, ...made });
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const [cluster] = stage.atlas.state.clusters.filter(({ name }) => name.startsWith('pr-7'));
      if (init?.method === 'PATCH' && cluster) startDeletion(stage.atlas.state, cluster);
      return await stage.atlas.fetch(input, init);
    };
    const door = await stage.run('teardown', { ...stage.withAccount, ...environment }, { fetch });
    expect(stage.atlas.requests.filter(({ method }) => method === 'PATCH').map(({ status }) => status)).toEqual([400]);
    expect(door.annotations).toEqual([]);
    expect(door.outputs.outcome).toBe('deleted');
  });

  it('goes on after a failure, and is red', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...environment, ...seed });
    stage.atlas.faults.add({
      match: { method: 'DELETE', path: /databaseUsers/, times: Number.POSITIVE_INFINITY },
      kind: 'status-500',
    });
    const door = await stage.run('teardown', { ...stage.withAccount, ...environment });
    expect(door.annotations).toHaveLength(1);
    expect(door.annotations[0]?.message).toMatch(/Could not delete the database user/);
    const cluster = stage.atlas.state.clusters.find(({ name }) => name.startsWith('pr-7'));
    expect(cluster?.goneAt).toBeLessThanOrEqual(stage.time.now());
  });

  it('finds a cluster that is on its way out already', async () => {
    const stage = setStage();
    await stage.run('provision', { ...stage.withAccount, ...environment, ...seed });
    await stage.run('teardown', { ...stage.withAccount, ...environment, wait: 'false' });
    const door = await stage.run('teardown', { ...stage.withAccount, ...environment });
    expect(door.annotations).toEqual([]);
    expect(door.outputs.outcome).toBe('deleted');
  });
});

describe('tearing down a named cluster', () => {
  it('needs its name twice', async () => {
    const stage = setStage();
    for (const confirm of ['', 'order', 'Orders']) {
      const door = await stage.run('teardown', { ...stage.withAccount, 'cluster-name': 'orders', confirm });
      expect(door.annotations[0]?.message).toContain('confirm must repeat cluster-name');
    }
    expect(stage.atlas.requests).toEqual([]);
    const door = await stage.run('teardown', { ...stage.withAccount, 'cluster-name': 'orders', confirm: 'orders' });
    expect([door.annotations, door.outputs.outcome]).toEqual([[], 'deleted']);
  });

  it('does not lift the protection of what is not its own', async () => {
    const stage = setStage();
    stage.atlas.seedCluster({ name: 'treasure', terminationProtectionEnabled: true });
    const door = await stage.run('teardown', { ...stage.withAccount, 'cluster-name': 'treasure', confirm: 'treasure' });
    expect(door.annotations[0]?.message).toMatch(/"treasure" .* is protected .* nothing was deleted.* turn its/);
  });

  it('is content when there is none', async () => {
    const stage = setStage();
    const door = await stage.run('teardown', { ...stage.withAccount, 'cluster-name': 'gone', confirm: 'gone' });
    expect(door.outputs.outcome).toBe('absent');
  });
});

it('refuses to delete the project along with a cluster that is named, before any request', async () => {
  const stage = setStage();
  const named = { 'cluster-name': 'orders', confirm: 'orders', 'delete-project': 'true' };
  const door = await stage.run('teardown', { ...stage.withAccount, ...named });
  expect(door.annotations[0]?.message).toContain('delete-project: true does not go with cluster-name');
  expect(stage.calls()).toEqual([]);
});
