import { describe, expect, it } from 'vitest';
import { saidBy, setOwnershipStage, shop } from './stage.ts';

const HOUR = 3_600_000;
const region = { region: 'US_EAST_1', 'password-seed': '' };
const live = { ...region, environment: 'production', 'cluster-name': 'orders-live' };
const spec = 'clusters: [{ name: orders-live, tier: M10, region: US_EAST_1 }]';
const isProtected = { 'termination-protection': 'true' };

const warningsOf = ({ annotations }: { annotations: readonly { level: string; message: string }[] }) =>
  annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);

describe('a cluster that becomes ephemeral', () => {
  it.each([
    ['with a name of its own', live, /although it has a name of its own\. Leave environment out if it is to stay\.$/],
    [
      'in a spec',
      { 'password-seed': '', tier: '', environment: 'production', config: spec },
      /it has a name of its own/,
    ],
    ['named and protected', { ...live, ...isProtected }, /is protected.*sweep leaves it.*teardown of the environment/],
    ['protected', { ...region, ...isProtected }, /is protected against termination: sweep leaves it and reports it/],
    ['only planned', { ...live, 'dry-run': 'true' }, /although it has a name of its own/],
  ])('%s: is a warning that says when it ends', async (_, inputs, message) => {
    const stage = setOwnershipStage();
    const warnings = warningsOf(await stage.provision(shop, inputs)).filter((one) => !one.includes('IP access list'));
    expect(warnings).toEqual([expect.stringMatching(message)]);
    expect(warnings[0]).toMatch(/belongs to environment (production|pr-8), which expires at 2026-11-24T12:00:\d\dZ/);
  });

  it('is told once, and again where its protection is turned on later', async () => {
    const stage = setOwnershipStage();
    await stage.provision(shop, live);
    expect(warningsOf(await stage.provision(shop, live))).toEqual([]);
    const later = await stage.provision(shop, { ...live, ...isProtected });
    expect(warningsOf(later)).toEqual([expect.stringContaining('is protected against termination')]);
  });

  it.each([
    ['a preview', {}],
    ['a named cluster without an environment', { ...live, environment: '' }],
  ])('is not what %s is told', async (_, inputs) => {
    const stage = setOwnershipStage();
    const door = await stage.provision(shop, inputs);
    expect(saidBy(door)).not.toMatch(/Leave environment out/);
  });
});

describe('a protected cluster of an environment', () => {
  it('is left by sweep after its expiry, and reported', async () => {
    const stage = setOwnershipStage();
    await stage.provision(shop, { ...live, ...isProtected });
    stage.time.advance(100 * HOUR);
    const door = await stage.sweep(shop);
    expect([door.failed(), stage.standing()]).toEqual([false, ['orders-live']]);
    expect(door.outputs.kept).toContain('is protected against termination: run teardown');
  });

  it.each([
    ['whole', { environment: 'pr-8' }],
    ['by its name', { 'target-cluster-name': 'preview' }],
    [
      'in single databases',
      { 'target-cluster-name': 'preview', databases: 'orders', 'write-strategy': 'overwrite-existing' },
    ],
  ])('is restored over only with a confirmation: %s', async (_, inputs) => {
    const stage = setOwnershipStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - HOUR });
    stage.seedEnvironment({ repositoryId: '101', cluster: 'preview', isProtected: true });
    const refused = await stage.restore(shop, inputs);
    expect(saidBy(refused)).toMatch(
      /which is protected against termination\. If that is meant, set confirm-overwrite: preview\./,
    );
    expect(stage.writes()).toEqual([]);
    const confirmed = await stage.restore(shop, { ...inputs, 'confirm-overwrite': 'preview' });
    expect([confirmed.annotations, confirmed.outputs.outcome]).toEqual([[], 'restored']);
  });

  it('is restored over without one where it is not protected', async () => {
    const stage = setOwnershipStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - HOUR });
    stage.seedEnvironment({ repositoryId: '101', cluster: 'preview' });
    expect((await stage.restore(shop, { environment: 'pr-8' })).outputs.outcome).toBe('restored');
  });

  it('is not restored over with the confirmation of another name', async () => {
    const stage = setOwnershipStage();
    stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - HOUR });
    stage.seedEnvironment({ repositoryId: '101', cluster: 'preview', isProtected: true });
    const door = await stage.restore(shop, { environment: 'pr-8', 'confirm-overwrite': 'orders' });
    expect(saidBy(door)).toContain('confirm-overwrite: "orders" is not the target, which is "preview"');
    expect(stage.writes()).toEqual([]);
  });
});
