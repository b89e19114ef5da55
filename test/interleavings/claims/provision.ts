import { isoTime } from '../../../src/atlas/iso-time.ts';
import { expiryOf } from '../../../src/environment/tags.ts';
import { isGone, stateOf } from '../../../src/simulator/world/cluster-lifecycle.ts';
import { findDatabaseUser } from '../../../src/simulator/world/database-users.ts';
import { isApplied } from '../../../src/simulator/world/roll-out.ts';
import type { Cluster } from '../../../src/simulator/world/types.ts';
import type { Claim, Ended } from '../support/use.ts';
import { closedAddresses } from './addresses.ts';

const HOUR = 3_600_000;
/** An expiry is only renewed when that moves it by half an hour. */
const UNRENEWED = 30 * 60_000;

/** What a use of provision asks for, as far as it says so. */
export interface Spec {
  readonly environment: string;
  readonly tier: string;
  readonly backup?: boolean;
  readonly isProtected?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  /** `role@database`. */
  readonly roles?: readonly string[];
  readonly expiresInHours?: number;
  /** Addresses that are to be open. */
  readonly addresses?: readonly string[];
  /** The step does not wait until the cluster can be used. */
  readonly isHasty?: boolean;
  /** Nobody knows the password of an earlier run: a user that lives for a day may stand in. */
  readonly isRandom?: boolean;
}

/** This cluster with this spec is there, this user can log in as long as the outputs or a notice say, these addresses are open. */
export function provisioned(spec: Spec): Claim {
  return (ended) => {
    const { world, door } = ended;
    const id = door.outputs['cluster-id'];
    const cluster = world.stage.atlas.state.clusters.find((one) => one.id === id);
    if (!cluster || isGone(cluster, world.time.now())) return [`cluster ${id} is not there`];
    const { addresses = [] } = spec;
    return [
      ...wrongInCluster(ended, { cluster, spec }),
      ...wrongInSettings(cluster, spec),
      ...wrongInUser(ended, spec),
      ...(spec.isHasty ? [] : closedAddresses(world, addresses)),
    ];
  };
}

function wrongInCluster({ world, door }: Ended, { cluster, spec }: { cluster: Cluster; spec: Spec }) {
  const now = world.time.now();
  const state = stateOf(cluster, now);
  if (spec.isHasty) return state === 'DELETING' ? ['its cluster is being deleted'] : [];
  return [
    ...(state === 'IDLE' ? [] : [`its cluster is ${state}`]),
    ...(cluster.stringsFrom.standardSrv <= now ? [] : ['its cluster has no address']),
    ...(cluster.tier === 'FLEX' || isApplied(cluster, now) ? [] : ['its cluster does not know its users yet']),
    ...(door.outputs['connection-string'] ? [] : ['there is no connection string']),
  ];
}

function wrongInSettings({ tier, settings }: Cluster, spec: Spec): readonly string[] {
  const size =
    tier === 'dedicated' ? settings.replicationSpecs[0]?.regionConfigs[0]?.electableSpecs.instanceSize : tier;
  const wanted = Object.entries(spec.tags ?? {});
  return [
    ...(size === spec.tier ? [] : [`its tier is ${size}, not ${spec.tier}`]),
    ...(spec.backup === undefined || settings.backupEnabled === spec.backup ? [] : ['its backup is not as asked for']),
    ...(spec.isProtected === undefined || settings.terminationProtectionEnabled === spec.isProtected
      ? []
      : ['its termination protection is not as asked for']),
    ...wanted
      .filter(([key, value]) => !settings.tags.some((tag) => tag.key === key && tag.value === value))
      .map(([key]) => `it has no tag ${key} as asked for`),
    ...(settings.tags.some(({ key, value }) => key === 'gha-environment' && value === spec.environment)
      ? []
      : ['it does not carry its environment']),
  ];
}

function wrongInUser(ended: Ended, spec: Spec): readonly string[] {
  const { world, door, startedAt } = ended;
  const { outputs } = door;
  const { atlas, project, time } = { ...world, atlas: world.stage.atlas };
  const user = findDatabaseUser(atlas.state, { groupId: project.id, username: outputs.username ?? '' });
  const cluster = atlas.state.clusters.find(({ id }) => id === outputs['cluster-id']);
  const ends = expiryOf(Object.fromEntries((cluster?.settings.tags ?? []).map(({ key, value }) => [key, value])));
  const wanted = startedAt + (spec.expiresInHours ?? 0) * HOUR;
  if (!user) return [`there is no user ${outputs.username}`];
  const roles = user.roles.map(({ roleName, databaseName }) => `${roleName}@${databaseName}`);
  const until = Date.parse(outputs['expires-at'] ?? '');
  const userEnds = user.deleteAfter ?? Number.POSITIVE_INFINITY;
  const isTold =
    Number.isFinite(userEnds) &&
    door.annotations.some(({ message }) => message.includes(`ends at ${isoTime(userEnds)}`));
  const least = spec.isRandom ? time.now() + HOUR : until;
  return [
    ...(atlas.passwordIs(user, outputs.password ?? '') ? [] : ['the password is not the one in Atlas']),
    ...(spec.roles === undefined || roles.join() === spec.roles.join() ? [] : [`its user has ${roles.join()}`]),
    ...(until === ends
      ? []
      : [`expires-at says ${outputs['expires-at']}, the tag ${new Date(ends ?? 0).toISOString()}`]),
    ...(spec.expiresInHours === undefined || (ends ?? 0) >= wanted - UNRENEWED
      ? []
      : ['it expires before the time asked for']),
    ...(userEnds >= least - UNRENEWED || isTold
      ? []
      : [`its user ends at ${new Date(userEnds).toISOString()}, before ${outputs['expires-at']}, and nobody is told`]),
  ];
}
