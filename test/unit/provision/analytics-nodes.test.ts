import { expect, it } from 'vitest';
import { setStage } from '../../support/stage.ts';

it.each([
  ['M40', 'M30', 'M60', 'M40_NVME'],
  ['M40_NVME', 'M40_NVME', 'M60_NVME', 'M40'],
])(
  'analytics nodes of %s that scale from %s to %s keep a cluster from becoming %s, which is said before any change',
  async (instanceSize, minInstanceSize, maxInstanceSize, tier) => {
    const stage = setStage();
    const compute = { enabled: true, scaleDownEnabled: true, minInstanceSize, maxInstanceSize };
    const config = {
      ...{ providerName: 'AWS', regionName: 'US_EAST_1', priority: 7 },
      electableSpecs: { instanceSize, nodeCount: 3 },
      analyticsSpecs: { instanceSize, nodeCount: 1 },
      analyticsAutoScaling: { compute },
    };
    stage.atlas.seedCluster({ name: 'shop', replicationSpecs: [{ regionConfigs: [config] }] });
    const door = await stage.run('provision', { ...stage.withAccount, 'cluster-name': 'shop', tier });
    expect(door.annotations).toEqual([
      {
        level: 'error',
        message: expect.stringContaining(
          `tier cannot change to ${tier} while the analytics nodes in US_EAST_1 scale from ${minInstanceSize} to ${maxInstanceSize}`,
        ),
      },
    ]);
    expect(stage.calls().filter((call) => !call.startsWith('GET'))).toEqual([]);
  },
);
