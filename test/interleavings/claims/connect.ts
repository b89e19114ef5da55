import { stateOf } from '../../../src/simulator/world/cluster-lifecycle.ts';
import { findDatabaseUser } from '../../../src/simulator/world/database-users.ts';
import type { Claim } from '../support/use.ts';
import { clusterNamed } from '../support/world.ts';
import { closedAddresses } from './addresses.ts';

/** The job's next steps take so long at the least, in milliseconds. */
const JOB_MS = 60_000;

/** This cluster can be used, this user can log in and will for a while, these addresses are open. */
export function connected({ addresses = [] }: { readonly addresses?: readonly string[] } = {}): Claim {
  return ({ world, door }) => {
    const { outputs } = door;
    const { stage, project, time } = world;
    const cluster = clusterNamed(world, outputs['cluster-name'] ?? '');
    const user = findDatabaseUser(stage.atlas.state, { groupId: project.id, username: outputs.username ?? '' });
    const state = cluster && stateOf(cluster, time.now());
    return [
      ...(cluster?.id === outputs['cluster-id'] ? [] : [`cluster ${outputs['cluster-id']} is not there`]),
      ...(state === 'IDLE' ? [] : [`its cluster is ${state}`]),
      ...(user ? [] : [`there is no user ${outputs.username}`]),
      ...(user && !stage.atlas.passwordIs(user, outputs.password ?? '')
        ? ['the password is not the one in Atlas']
        : []),
      ...((user?.deleteAfter ?? Number.POSITIVE_INFINITY) > time.now() + JOB_MS ? [] : ['its user is about to end']),
      ...closedAddresses(world, addresses),
    ];
  };
}
