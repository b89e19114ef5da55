import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import type { Look } from '../../src/atlas/last-look.ts';
import { requestedAt } from '../../src/atlas/object-id.ts';
import {
  confirmCompleted,
  readCompleted,
  SnapshotFailed,
  waitUntilCompleted,
} from '../../src/atlas/snapshot-completion.ts';
import type { Snapshot } from '../../src/atlas/snapshots.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import { type ListedSnapshot, listAnySnapshots, newestFirst } from '../listed-snapshots.ts';
import { createMarker, isSameStep, type Marker, readMarker } from '../snapshot/marker.ts';
import { obtainSnapshot } from '../snapshot/obtain.ts';
import { progressOf } from '../snapshot/progress.ts';

type World = Pick<ActionContext, 'clock' | 'job' | 'log' | 'random' | 'underway'>;

/**
 * Takes a snapshot of what is about to be replaced, and waits until it is completed. One that an earlier attempt of this step
 * left unfinished is adopted; a completed one is not: the data may have changed since.
 */
export async function takeSafetySnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  { context, retentionInDays }: { readonly context: World; readonly retentionInDays: number },
): Promise<Snapshot & Look> {
  const { snapshot } = await obtainSnapshot({
    client,
    address,
    description: `safety: ${address.clusterName} before a restore, run ${context.job.runId || 'unknown'}`,
    marker: markerOf(context),
    retentionInDays,
    underway: context.underway,
  });
  context.log.info(`Atlas has accepted safety snapshot ${snapshot.id} of cluster "${address.clusterName}".`);
  context.underway(`Safety snapshot ${snapshot.id} may still go on in Atlas; nothing has been restored yet.`);
  try {
    const completed = await waitUntilCompleted(client, address, { snapshot, onState: progressOf(context, snapshot) });
    context.log.info(
      `Safety snapshot ${completed.id} is completed: the way back, until ${completed.expiresAt ?? 'it expires'}.`,
    );
    return completed;
  } catch (error) {
    if (error instanceof SnapshotFailed)
      context.underway('That was to be the safety snapshot; nothing has been restored yet.');
    throw error;
  }
}

/** Sees that the safety snapshot is still there before the request that destroys anything, however long that had to wait. */
export async function confirmSafetySnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  { safety, context }: { readonly safety: Snapshot & Look; readonly context: Pick<World, 'underway'> },
): Promise<void> {
  try {
    await confirmCompleted(client, address, safety);
  } catch (error) {
    if (error instanceof SnapshotFailed)
      context.underway('That was to be the safety snapshot; nothing has been restored yet.');
    throw error;
  }
}

/** Sees that the safety snapshot is still there once everything is restored. */
export async function recheckSafetySnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  { safety, context }: { readonly safety: Snapshot; readonly context: Pick<World, 'underway'> },
): Promise<void> {
  try {
    await readCompleted(client, address, safety);
  } catch (error) {
    if (error instanceof SnapshotFailed)
      context.underway('That was the safety snapshot: the restore itself has finished, and cannot be undone with it.');
    throw error;
  }
}

/** The safety snapshot that an earlier attempt of this step took before a job began, if there is one. */
export async function findSafetySnapshot(
  client: AtlasClient,
  address: ClusterAddress,
  {
    context,
    cluster,
    job,
  }: { readonly context: World; readonly cluster: Cluster; readonly job: { readonly id: string } },
): Promise<ListedSnapshot | undefined> {
  const own = markerOf(context);
  const began = requestedAt(job) ?? Number.POSITIVE_INFINITY;
  const snapshots = await listAnySnapshots(client, address, cluster);
  return newestFirst(snapshots).find(
    ({ isCompleted, createdAt, description }) =>
      isCompleted && Date.parse(createdAt ?? '') <= began && isSameStep(readMarker(description), own),
  );
}

function markerOf({ job, random }: World): Marker {
  return { ...createMarker(job, random), safety: true };
}
