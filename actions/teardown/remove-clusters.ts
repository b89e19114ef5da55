import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { waitUntilGone } from '../../src/atlas/cluster-readiness.ts';
import { messageOf } from '../../src/atlas/errors.ts';
import { actOnFreshLook } from '../../src/atlas/fresh-look.ts';
import { removeCluster } from '../remove-cluster.ts';
import type { Inventory } from './inventory.ts';
import { type Lifted, liftProtection, protectAgain } from './protection.ts';
import { attempt, type RemovalOptions, record, renew, type Work } from './work.ts';

/** Refuses, before anything is touched, what teardown must not do. */
export function assertRemovable(
  { clusters, groupId }: Pick<Inventory, 'clusters' | 'groupId'>,
  { liftsProtection }: Pick<RemovalOptions, 'liftsProtection'>,
): void {
  for (const cluster of clusters) {
    const { name, stateName, terminationProtection } = cluster;
    if (stateName === 'DELETING' || !terminationProtection || liftsProtection(cluster)) continue;
    throw new Error(
      `Cluster "${name}" in project ${groupId} is protected against termination, and this repository did not make it, so nothing was deleted. If it really is to go, turn its termination protection off in Atlas (cluster › Edit Configuration), and run the step again.`,
    );
  }
}

/** Asks Atlas to delete the clusters, one after the other. Resolves to whether anything was asked for. */
export async function removeClusters(work: Work): Promise<boolean> {
  let hasAsked = false;
  for (const cluster of work.inventory.clusters) {
    const isGoing = cluster.stateName === 'DELETING';
    if (isGoing && work.going.has(cluster.id)) continue;
    hasAsked ||= !isGoing;
    await attempt(work, () => removeOne(work, cluster));
  }
  return hasAsked;
}

/** Deletes a cluster as long as a fresh look shows that very one, and that it is to go. */
async function removeOne(work: Work, cluster: Cluster): Promise<void> {
  const { client, options } = work;
  const { id, name } = cluster;
  const { groupId } = work.inventory;
  let lifted: Lifted | undefined;
  const protection = async () => (lifted ? await protectAgain(client, groupId, { cluster, lifted }) : undefined);
  try {
    const isGoing = await actOnFreshLook(client, {
      current: () => work.inventory,
      renew: () => renew(work),
      act: async ({ clusters, present }, guarded) => {
        const now = clusters.find((one) => one.id === id);
        if (!now) return !present.has(id);
        if (now.terminationProtection && now.stateName !== 'DELETING') {
          assertRemovable({ clusters: [now], groupId }, options);
          // A cluster that turns out to be paused only now was not when its protection was lifted first.
          const onLift = ({ wasPaused }: Lifted) => {
            lifted = { wasPaused: wasPaused || lifted?.wasPaused === true };
          };
          await liftProtection(guarded, groupId, { cluster: now, log: options.log, onLift });
        }
        await removeCluster(guarded, groupId, { ...options, cluster: now });
        return true;
      },
    });
    if (isGoing) {
      work.going.set(id, cluster);
      record(work, `cluster ${id}`, { kind: 'cluster', name });
      return;
    }
  } catch (error) {
    if (client.signal.aborted) throw error;
    const told = await protection();
    throw told === undefined ? error : new Error(`${messageOf(error)} ${told}`, { cause: error });
  }
  const told = await protection();
  options.log.notice(
    [`Cluster "${name}" stays: it does not carry the tags of the environment any more.`, told].join(' ').trim(),
  );
}

/** Waits for the end of the clusters that are being deleted. Resolves to whether there were any. */
export async function waitForClusters(work: Work): Promise<boolean> {
  const { client, options, going, ended, inventory } = work;
  const { groupId } = inventory;
  const due = [...going.values()].filter(({ id }) => !ended.has(id) || inventory.present.has(id));
  if (!options.wait) return false;
  await Promise.all(
    due.map((cluster) =>
      attempt(work, async () => {
        await waitUntilGone(client, { groupId, clusterName: cluster.name }, cluster);
        ended.add(cluster.id);
        options.log.info(`Cluster "${cluster.name}" has been deleted.`);
      }),
    ),
  );
  return due.length > 0;
}
