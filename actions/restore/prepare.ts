import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { waitUntilIdle } from '../../src/atlas/cluster-readiness.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import { clusterProgress } from '../cluster-progress.ts';
import type { restore as definition } from './action.ts';
import { findSafetySnapshot, takeSafetySnapshot } from './safety.ts';
import type { Survey } from './survey.ts';
import type { Inputs, RestoreWish } from './wish.ts';

/** What carrying out a restore goes by. */
export interface Work {
  readonly found: Survey;
  readonly inputs: Inputs;
  readonly context: ActionContext<typeof definition>;
}

/**
 * Waits until the target is idle, and saves it if that is wanted: the safety snapshot stands before the first request that
 * destroys anything, whichever attempt of the step sent that.
 */
export async function prepareTarget(
  client: AtlasClient,
  { to, safetySnapshot }: RestoreWish,
  { early, found: { target }, inputs, context }: Work & { early: { readonly id: string } | undefined },
): Promise<{ readonly safetySnapshotId: string | undefined; readonly hasWaited: boolean }> {
  if (!to || !target) return { safetySnapshotId: undefined, hasWaited: false };
  if (early) {
    const safetySnapshotId = safetySnapshot
      ? await earlierSafetySnapshot(client, to, { context, cluster: target, jobId: early.id })
      : undefined;
    return { safetySnapshotId, hasWaited: false };
  }
  await waitUntilIdle(client, to, { cluster: target, onState: clusterProgress(context) });
  const hasWaited = target.stateName !== 'IDLE';
  if (!safetySnapshot) return { safetySnapshotId: undefined, hasWaited };
  const retentionInDays = inputs['safety-retention-days'];
  const { id } = await takeSafetySnapshot(client, to, { context, retentionInDays });
  return { safetySnapshotId: id, hasWaited: true };
}

async function earlierSafetySnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  { context, cluster, jobId }: { context: Work['context']; cluster: Cluster; jobId: string },
): Promise<string> {
  const earlier = await findSafetySnapshot(client, address, { context, cluster });
  if (earlier) return earlier.id;
  throw new Error(
    `The same restore into "${address.clusterName}" is under way already (job ${jobId}), begun without a safety snapshot of this step, and it is too late to take one. Wait for it to end; set safety-snapshot: false to adopt it.`,
  );
}
