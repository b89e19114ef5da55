import { expect, it } from 'vitest';
import { setStage } from '../../support/stage.ts';

const hardware = (instanceSize: string) => {
  const electable = `electableSpecs: { instanceSize: ${instanceSize}, nodeCount: 3 }`;
  return `replicationSpecs: [{ regionConfigs: [{ providerName: AWS, regionName: US_EAST_1, priority: 7, ${electable} }] }]`;
};

/** Runs provision for the cluster `orders` of the stage. */
async function provision(stage: ReturnType<typeof setStage>, settings: string) {
  const config = `clusters: [{ name: orders, ${settings} }]`;
  const door = await stage.run('provision', { ...stage.withAccount, config });
  const errors = door.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  return { errors, outcome: door.outputs.outcome };
}

it.each([
  [`tier: M30, atlas: { ${hardware('M50')} }`, 'replicationSpecs says something else than tier'],
  [`region: EU_WEST_1, atlas: { ${hardware('M50')} }`, 'replicationSpecs says something else than region'],
  [`regions: [{ region: US_EAST_1 }], atlas: { ${hardware('M50')} }`, 'says something else than regions'],
  [`disk-size-gb: 90, shards: 2, atlas: { ${hardware('M50')} }`, 'says something else than disk-size-gb, shards'],
  ['atlas: { effectiveDatabaseEdition: INFINITE }', 'effectiveDatabaseEdition is read-only'],
  ['atlas: { stateName: IDLE }', 'stateName is read-only'],
])(
  'fields under atlas that contradict the spec, or that nobody can set, are refused before any request: %s',
  async (settings, problem) => {
    const stage = setStage();
    const { errors } = await provision(stage, settings);
    expect(errors.join()).toContain(problem);
    expect(stage.calls()).toEqual([]);
  },
);

it('replicationSpecs under atlas replaces the hardware whole where nothing else names it', async () => {
  const stage = setStage();
  const settings = `tier: M50, region: US_EAST_1, atlas: { ${hardware('M50')} }`;
  expect(await provision(stage, settings)).toEqual({ errors: [], outcome: 'updated' });
  const [spec] = stage.cluster.settings.replicationSpecs;
  expect(spec?.regionConfigs[0]?.electableSpecs.instanceSize).toBe('M50');
  expect(await provision(stage, settings)).toEqual({ errors: [], outcome: 'unchanged' });
});
