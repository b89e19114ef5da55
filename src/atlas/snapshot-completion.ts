import type { AtlasClient } from './client.ts';
import type { ClusterAddress } from './clusters.ts';
import { AtlasError } from './errors.ts';
import { poll } from './polling.ts';
import { scheduleFor } from './schedule.ts';
import { getSnapshot, requestedAt, type Snapshot } from './snapshots.ts';
import { timings } from './timings.ts';

const schedule = scheduleFor(timings.onDemandSnapshot);

/** A snapshot ended, but not as `completed`. */
export class SnapshotFailed extends Error {
  override readonly name = 'SnapshotFailed';
}

/**
 * Waits until a snapshot has been read back as `completed`. Anything else that Atlas may say in the end, a status that is
 * not known included, is a SnapshotFailed; out of time is a TimedOut.
 */
export async function waitUntilCompleted(
  client: AtlasClient,
  address: ClusterAddress,
  { snapshot, onState }: { snapshot: Snapshot; onState?: (snapshot: Snapshot) => void },
): Promise<Snapshot> {
  if (isCompleted(snapshot, address)) return snapshot;
  const { clock, deadline, log, signal } = client;
  return await poll({
    read: readTwiceBelieveOnce(client, address, snapshot),
    done: (state) => isCompleted(state, address),
    schedule,
    since: beginOf(snapshot, client),
    what: `Snapshot ${snapshot.id} of cluster "${address.clusterName}"`,
    clock,
    deadline,
    log,
    signal,
    ...(onState && { onState }),
  });
}

/** When the snapshot was asked for, by the local clock. */
function beginOf(snapshot: Snapshot, { clock, atlasNow }: AtlasClient): number {
  const offset = atlasNow() - clock.now();
  return Math.min((requestedAt(snapshot) ?? clock.now() + offset) - offset, clock.now());
}

function isCompleted({ id, status }: Snapshot, { clusterName }: ClusterAddress): boolean {
  switch (status) {
    case 'completed':
      return true;
    case 'queued':
    case 'inProgress':
      return false;
    case 'failed':
      throw new SnapshotFailed(
        `Atlas could not complete snapshot ${id} of cluster "${clusterName}" (status failed). Run the step again; if it fails again, look at the cluster's health and its activity feed in Atlas.`,
      );
    default:
      throw new SnapshotFailed(
        `Snapshot ${id} of cluster "${clusterName}" is in the unknown state "${status}", which cannot be taken for a success. Look at it in Atlas, and report the state so that the actions learn it.`,
      );
  }
}

/** Reads a snapshot; a 404 must be seen twice in a row before the snapshot counts as vanished. */
function readTwiceBelieveOnce(client: AtlasClient, address: ClusterAddress, known: Snapshot): () => Promise<Snapshot> {
  let missing = 0;
  let last = known;
  return async () => {
    try {
      last = await getSnapshot(client, address, known);
      missing = 0;
      return last;
    } catch (error) {
      if (!(error instanceof AtlasError && error.status === 404)) throw error;
      missing += 1;
      if (missing < 2) return last;
      const where = `of cluster "${address.clusterName}" in project ${address.groupId}`;
      throw new SnapshotFailed(
        `Snapshot ${known.id} ${where} has vanished before it was completed: somebody deleted it, or the cluster. ${error.facts}`,
      );
    }
  };
}
