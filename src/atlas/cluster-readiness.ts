import { findCluster, getAnyCluster, listClustersPatiently } from './any-cluster.ts';
import type { AtlasClient } from './client.ts';
import type { Cluster } from './cluster-answer.ts';
import { type ClusterAddress, getChangeStatus, isSharded } from './clusters.ts';
import { mayPass, messageOf } from './errors.ts';
import { begunAt } from './object-id.ts';
import { poll } from './polling.ts';
import { type Schedule, scheduleFor } from './schedule.ts';
import { timings } from './timings.ts';
import { believingThe404OnlyTwice } from './vanishing.ts';

/** The cluster will not become usable by waiting. */
export class ClusterUnusable extends Error {
  override readonly name = 'ClusterUnusable';
}

/**
 * Waits until a cluster can be used: IDLE, and with the SRV string without which it is of no use; free and Flex clusters can be
 * IDLE without one. `cluster` is what was read last, so that a usable one costs no request.
 */
export async function waitUntilIdle(
  client: AtlasClient,
  address: ClusterAddress,
  options: {
    readonly cluster: Cluster;
    readonly onState?: (cluster: Cluster) => void;
  },
): Promise<Cluster> {
  const { cluster, onState } = options;
  const isUsable = (state: Cluster) => isIdle(state, address) && state.connectionStrings.standardSrv !== undefined;
  if (isUsable(cluster)) return cluster;
  const isNew = cluster.stateName === 'CREATING';
  return await poll(client, {
    // A 404 is believed when it is seen twice: Atlas's reads lag now and then, also behind a POST.
    read: believingThe404OnlyTwice({
      read: () => getAnyCluster(client, address, cluster.tier),
      known: cluster,
      vanished: () => new ClusterUnusable(goneMeanwhile(address)),
    }),
    done: isUsable,
    schedule: isNew ? creationSchedule(cluster) : updateSchedule,
    since: isNew ? begunAt(cluster, client) : client.clock.now(),
    what: `Cluster "${address.clusterName}" in project ${address.groupId}`,
    ...(onState && { onState }),
  });
}

/** Waits until every change, new database users included, has reached the cluster. */
export async function waitUntilApplied(client: AtlasClient, address: ClusterAddress): Promise<void> {
  const isApplied = (status: string | undefined) => status === 'APPLIED';
  if (isApplied(await askAtOnce(client, address))) return;
  await poll(client, {
    read: () => getChangeStatus(client, address),
    done: isApplied,
    schedule: applySchedule,
    since: client.clock.now(),
    what: `The roll-out of changes to cluster "${address.clusterName}"`,
  });
}

/** The status, before there is any need to wait; undefined where the question has to be asked again. */
async function askAtOnce(client: AtlasClient, address: ClusterAddress): Promise<string | undefined> {
  try {
    return await getChangeStatus(client, address);
  } catch (error) {
    if (!mayPass(error)) throw error;
    client.log(`${messageOf(error)} Asking again.`);
    return undefined;
  }
}

/**
 * Waits until a Flex cluster can be expected to know users that were written at `since`: it has no word for that, so it is
 * given the time that they take elsewhere, and must be IDLE afterwards.
 */
export async function waitUntilSettled(
  client: AtlasClient,
  address: ClusterAddress,
  { cluster, since, onState }: { cluster: Cluster; since: number; onState?: (cluster: Cluster) => void },
): Promise<Cluster> {
  const left = Math.min(since + SETTLES_IN, client.deadline.at) - client.clock.now();
  if (left <= 0 && cluster.stateName === 'IDLE') return cluster;
  if (left > 0) {
    client.log(`Atlas does not say when a Flex cluster knows its users; giving it ${Math.ceil(left / 1_000)} s.`);
    await client.clock.sleep(left, client.signal);
  }
  const settled = await readOrFail(client, address, cluster.tier);
  return await waitUntilIdle(client, address, { cluster: settled, ...(onState && { onState }) });
}

/** Milliseconds. Measured by users: 10 to 20 s; recorded on a tenant: 20 s. */
const SETTLES_IN = 20_000;

/** Waits until Atlas no longer knows a cluster. */
export async function waitUntilGone(client: AtlasClient, address: ClusterAddress, cluster: Cluster): Promise<void> {
  await poll(client, {
    read: () => findCluster(client, address, cluster.tier),
    done: (state) => state === undefined || state.id !== cluster.id,
    schedule: isShared(cluster) ? deletionSchedules.shared : deletionSchedules.dedicated,
    since: client.clock.now(),
    what: `The deletion of cluster "${address.clusterName}"`,
  });
}

/** The same for several clusters of a project, with one list for all of them. */
export async function waitUntilAllGone(
  client: AtlasClient,
  groupId: string,
  clusters: readonly Cluster[],
): Promise<void> {
  const ids = new Set(clusters.map(({ id }) => id));
  await poll(client, {
    read: () => listClustersPatiently(client, groupId),
    done: (present) => !present.some(({ id }) => ids.has(id)),
    schedule: clusters.every(isShared) ? deletionSchedules.shared : deletionSchedules.dedicated,
    since: client.clock.now(),
    what: `The deletion of ${clusters.map(({ name }) => `"${name}"`).join(', ')} in project ${groupId}`,
  });
}

const updateSchedule = scheduleFor(timings.update);
const applySchedule = scheduleFor(timings.applyChanges);
const creationSchedules = {
  M0: scheduleFor(timings.createFree),
  FLEX: scheduleFor(timings.createFlex),
  sharded: scheduleFor(timings.createSharded),
  dedicated: scheduleFor(timings.createDedicated),
};
const deletionSchedules = {
  shared: scheduleFor(timings.deleteShared),
  dedicated: scheduleFor(timings.deleteDedicated),
};

function creationSchedule(cluster: Cluster): Schedule {
  if (cluster.tier === 'M0' || cluster.tier === 'FLEX') return creationSchedules[cluster.tier];
  return isSharded(cluster) ? creationSchedules.sharded : creationSchedules.dedicated;
}

/** Free and Flex clusters live on machines of others. */
export function isShared({ tier }: Pick<Cluster, 'tier'>): boolean {
  return tier === 'M0' || tier === 'FLEX';
}

/** Reads a cluster that must be there; a 404 is believed when it is seen twice. */
export async function readOrFail(client: AtlasClient, address: ClusterAddress, tier: string): Promise<Cluster> {
  const cluster = await findCluster(client, address, tier);
  if (cluster) return cluster;
  await client.clock.sleep(LOOK_AGAIN_MS, client.signal);
  const again = await findCluster(client, address, tier);
  if (again) return again;
  throw new ClusterUnusable(goneMeanwhile(address));
}

/** Before a 404 is believed. */
const LOOK_AGAIN_MS = 3_000;

function goneMeanwhile({ clusterName, groupId }: ClusterAddress): string {
  return `Cluster "${clusterName}" in project ${groupId} was deleted by somebody else while this step was waiting for it.`;
}

function isIdle({ stateName, paused }: Cluster, { clusterName }: ClusterAddress): boolean {
  if (stateName === 'DELETING') {
    throw new ClusterUnusable(`Cluster "${clusterName}" is being deleted by somebody else.`);
  }
  if (paused) {
    throw new ClusterUnusable(`Cluster "${clusterName}" is paused: nothing can connect. Resume it in Atlas first.`);
  }
  return stateName === 'IDLE';
}
