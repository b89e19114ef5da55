import { stateOf } from '../../../src/simulator/world/cluster-lifecycle.ts';
import type { Catalogue } from '../../../src/simulator/world/types.ts';
import type { Claim } from '../support/use.ts';
import { clusterNamed } from '../support/world.ts';

/** This restore has finished, and its target holds what was asked for, unless another restore replaces it. */
export function restored({ target, expected }: { readonly target: string; readonly expected: Catalogue }): Claim {
  return ({ world, door, partner }) => {
    const { atlas } = world.stage;
    const now = world.time.now();
    const id = door.outputs['restore-job-id'];
    const jobs = [...atlas.state.restoreJobs, ...atlas.state.collectionRestoreJobs];
    const job = jobs.find((one) => one.id === id);
    const cluster = clusterNamed(world, target);
    if (!job) return [`there is no restore ${id}`];
    if (!cluster) return [`cluster ${target} is not there`];
    const holds = atlas.dataOf(cluster);
    const missing = Object.entries(expected)
      .filter(([database, collections]) => JSON.stringify(holds[database]) !== JSON.stringify(collections))
      .map(([database]) => `${target} does not hold ${database}: ${JSON.stringify(holds)}`);
    return [
      ...(job.endsAt <= now ? [] : ['the restore is still running']),
      ...(stateOf(cluster, now) === 'IDLE' ? [] : [`${target} is ${stateOf(cluster, now)}`]),
      ...(partner?.action === 'restore' ? [] : missing),
    ];
  };
}
