import { z } from 'zod';
import type { Claim } from '../support/use.ts';
import { clusterNamed } from '../support/world.ts';

const checks = z.array(z.object({ result: z.string() }));

/** Every check has passed, and the cluster that was looked at is there. */
export function validated(clusterName: string): Claim {
  return ({ world, door }) => {
    const failed = checks.parse(JSON.parse(door.outputs.checks ?? '')).filter(({ result }) => result === 'failed');
    return [
      ...(door.outputs.ok === 'true' && failed.length === 0 ? [] : ['a check has failed']),
      ...(clusterNamed(world, clusterName) ? [] : [`cluster ${clusterName} is not there`]),
    ];
  };
}
