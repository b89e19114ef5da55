import type { AtlasClient } from './client.ts';
import type { ClusterAddress } from './clusters.ts';
import { begunAt } from './object-id.ts';
import { poll } from './polling.ts';
import { scheduleFor } from './schedule.ts';
import { getSnapshot, type Snapshot } from './snapshots.ts';
import { timings } from './timings.ts';
import { believingThe404OnlyTwice } from './vanishing.ts';

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
  const completed = await poll(client, {
    read: believingThe404OnlyTwice({
      read: () => getSnapshot(client, address, snapshot),
      known: snapshot,
      vanished: (facts) =>
        new SnapshotFailed(
          `Snapshot ${snapshot.id} of cluster "${address.clusterName}" in project ${address.groupId} has vanished before it was completed: somebody deleted it, or the cluster. ${facts}`,
        ),
    }),
    done: (state) => isCompleted(state, address),
    schedule,
    since: begunAt(snapshot, client),
    what: `Snapshot ${snapshot.id} of cluster "${address.clusterName}"`,
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
