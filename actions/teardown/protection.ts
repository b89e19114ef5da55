import { findCluster, updateAnyCluster } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { AtlasError, factsOf } from '../../src/atlas/errors.ts';
import { actOnFreshLook } from '../../src/atlas/fresh-look.ts';
import type { Look } from '../../src/atlas/last-look.ts';
import type { Log } from '../../src/runner/log.ts';

/** What was done to a cluster so that it could be deleted. */
export interface Lifted {
  /** Atlas changes nothing of a paused cluster before it is resumed. */
  readonly wasPaused: boolean;
}

/**
 * Lifts the termination protection of a cluster, as a fresh look has it. `onLift` is told before the first request: an answer
 * can be lost.
 */
export async function liftProtection(
  client: AtlasClient,
  groupId: string,
  { cluster, log, onLift }: { cluster: Cluster; log: Pick<Log, 'info'>; onLift: (lifted: Lifted) => void },
): Promise<void> {
  const { name, tier, paused } = cluster;
  const address = { groupId, clusterName: name };
  onLift({ wasPaused: paused });
  try {
    if (paused) {
      log.info(`Resuming cluster "${name}": Atlas lifts the termination protection of a running cluster only.`);
      await updateAnyCluster(client, address, { tier, body: { paused: false } });
    }
    log.info(`Lifting the termination protection of cluster "${name}".`);
    await updateAnyCluster(client, address, { tier, body: { terminationProtectionEnabled: false } });
  } catch (error) {
    // Another run is ahead: the deletion that follows meets the same, and takes it for success.
    if (!(await isGoingOrGone(client, groupId, { cluster, error }))) throw error;
  }
}

/** Whether a change was refused because the cluster is being deleted, or is gone. */
async function isGoingOrGone(
  client: AtlasClient,
  groupId: string,
  { cluster: { id, name, tier }, error }: { cluster: Cluster; error: unknown },
): Promise<boolean> {
  if (!(error instanceof AtlasError)) return false;
  const { code } = error;
  if (code === 'CLUSTER_NOT_FOUND' || code === 'CLUSTER_ALREADY_REQUESTED_DELETION') return true;
  // A change of a cluster that is being deleted is refused with a code that is used for much else, too.
  if (code !== 'ATLAS_GENERAL_ERROR') return false;
  const now = await findCluster(client, { groupId, clusterName: name }, tier);
  return now?.id !== id || now.stateName === 'DELETING';
}

interface ClusterLook extends Look {
  readonly cluster: Cluster | undefined;
}

/**
 * Puts back the protection of a cluster that lives on, and says how that ended; undefined where the cluster is gone or going.
 */
export async function protectAgain(
  client: AtlasClient,
  groupId: string,
  { cluster, lifted }: { cluster: Cluster; lifted: Lifted },
): Promise<string | undefined> {
  const { id, name, tier } = cluster;
  const address = { groupId, clusterName: name };
  const running = lifted.wasPaused ? ' It was paused, and runs now: pause it again if it is to stay.' : '';
  const renew = async (): Promise<ClusterLook> => {
    const readAt = client.clock.now();
    return { readAt, cluster: await findCluster(client, address, tier) };
  };
  try {
    return await actOnFreshLook(client, {
      current: () => undefined,
      renew,
      act: async ({ cluster: now }, guarded) => {
        if (now?.id !== id || now.stateName === 'DELETING') return undefined;
        try {
          // Also where it looks protected: reads lag behind the lifting.
          await updateAnyCluster(guarded, address, { tier, body: { terminationProtectionEnabled: true } });
        } catch (error) {
          if (await isGoingOrGone(guarded, groupId, { cluster, error })) return undefined;
          throw error;
        }
        return `Its termination protection, which was lifted for that, is on again.${running}`;
      },
    });
  } catch (error) {
    if (client.signal.aborted) throw error;
    return `Its termination protection was lifted for that, and could not be turned on again: turn it on in Atlas (cluster › Edit Configuration). ${factsOf(error)}${running}`;
  }
}
