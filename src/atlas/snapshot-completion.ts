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
  // What a POST or a list says is not yet read back, and a read may lag behind it.
  if (isCompleted(snapshot, address)) {
    const answer = await getSnapshot(client, address, snapshot);
    if (answer.id !== snapshot.id || isCompleted(answer, address)) return believe(answer, snapshot, address);
  }
  const { clock, deadline, log, signal } = client;
  const completed = await poll({
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
  return believe(completed, snapshot, address);
}

/** A completed snapshot is believed if it is the one that was asked about, and says of when its data is. */
function believe(answer: Snapshot, asked: Snapshot, address: ClusterAddress): Snapshot {
  if (answer.id !== asked.id) {
    throw new SnapshotFailed(
      `Asked about snapshot ${asked.id}, Atlas answered about ${answer.id}; run the step again.`,
    );
  }
  if (!isCompleted(answer, address) || answer.createdAt === undefined) {
    throw new SnapshotFailed(
      `Snapshot ${asked.id} of cluster "${address.clusterName}" is called completed, but does not say of when its data is. Look at it in Atlas.`,
    );
  }
  return answer;
}

/** When the snapshot was asked for, by the local clock. */
function beginOf(snapshot: Snapshot, { clock, time }: AtlasClient): number {
  const now = clock.now();
  const offset = (time.now() ?? now) - now;
  return Math.min((requestedAt(snapshot) ?? now + offset) - offset, now);
}

/** Whether a snapshot is completed; throws if it never will be, as far as anyone knows. */
export function isCompleted({ id, status }: Snapshot, { clusterName }: ClusterAddress): boolean {
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
