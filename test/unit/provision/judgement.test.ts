import { expect, it } from 'vitest';
import { setStage } from '../../support/stage.ts';

const judging = { method: 'POST', path: 'clusterConfigurations:validate' };
const inputs = { 'cluster-name': 'shop', tier: 'M30', region: 'EU_NOWHERE_1', 'dry-run': 'true' };
const levels = ({ annotations }: { annotations: readonly { level: string }[] }) =>
  annotations.map(({ level }) => level);

it('has Atlas judge the plan of a dry run, and says what it would refuse', async () => {
  const stage = setStage();
  const door = await stage.run('provision', { ...stage.withAccount, ...inputs });
  expect(levels(door)).toEqual(['notice']);
  expect(door.annotations[0]?.message).toMatch(
    /Atlas would refuse cluster "shop": .*EU_NOWHERE_1.* \(INVALID_REGION\)/,
  );
  expect(JSON.parse(door.outputs.plan ?? '{}').notices.join()).toContain('INVALID_REGION');
  expect(door.outputs.outcome).toBe('planned');
  expect(stage.atlas.state.clusters.map(({ name }) => name)).toEqual(['orders']);
});

it('has a change judged together with what is there', async () => {
  const stage = setStage();
  const change = { 'cluster-name': 'orders', tier: 'M20', 'dry-run': 'true' };
  const door = await stage.run('provision', { ...stage.withAccount, ...change });
  expect(levels(door)).toEqual([]);
  const [asked] = stage.atlas.requests.filter(({ path }) => path.includes(judging.path));
  expect(asked?.body).toMatchObject({
    editing: true,
    clusterName: 'orders',
    clusterDescription: { clusterType: 'REPLICASET' },
  });
});

it.each(['status-401', 'status-500', 'cut-after', 'garbage'] as const)(
  'goes on where the answer is none: %s',
  async (kind) => {
    const stage = setStage();
    stage.atlas.faults.add({ match: { ...judging, times: Number.POSITIVE_INFINITY }, kind });
    const door = await stage.run('provision', { ...stage.withAccount, ...inputs });
    expect(levels(door)).toEqual([]);
    expect(door.outputs.outcome).toBe('planned');
    expect(door.lines.join('\n')).toContain('which stops nothing');
  },
);

it('goes on where the credentials may not ask', async () => {
  const stage = setStage({ roles: ['Project Read Only'] });
  const door = await stage.run('provision', { ...stage.withAccount, ...inputs });
  expect(levels(door)).toEqual([]);
  expect(door.outputs.outcome).toBe('planned');
});

it('asks nothing where nothing changes, and outside of a dry run', async () => {
  const stage = setStage();
  await stage.run('provision', { ...stage.withAccount, 'cluster-name': 'orders', 'dry-run': 'true' });
  await stage.run('provision', { ...stage.withAccount, 'cluster-name': 'orders', backup: 'true' });
  expect(stage.calls().filter((call) => call.includes('validate'))).toEqual([]);
});
