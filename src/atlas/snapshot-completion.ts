import type { AtlasClient } from './client.ts';
import type { ClusterAddress } from './clusters.ts';
import { type Look, untilLastLook } from './last-look.ts';
import { begunAt } from './object-id.ts';
import { poll } from './polling.ts';
import { scheduleFor } from './schedule.ts';
import { getSnapshot, type Snapshot } from './snapshots.ts';
import { timings } from './timings.ts';
import { believingThe404OnlyTwice, readUnlessGone } from './vanishing.ts';

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
): Promise<Snapshot & Look> {
  // What a POST or a list says is not yet read back, and a read may lag behind it.
  if (isCompleted(snapshot, address)) {
    const answer = await look(client, address, snapshot);
    if (answer.id !== snapshot.id || isCompleted(answer, address)) return believe(answer, snapshot, address);
  }
  const completed = await poll<Snapshot & Look>(client, {
    read: believingThe404OnlyTwice({
      read: () => look(client, address, snapshot),
      known: { ...snapshot, readAt: client.clock.now() },
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

/** Reads a snapshot that is about to be handed over, until that is the last look. Throws once it is gone, or not completed. */
export function confirmCompleted(
  client: AtlasClient,
  address: ClusterAddress,
  snapshot: Snapshot & Look,
): Promise<Snapshot & Look> {
  return untilLastLook(client, {
    first: snapshot,
    read: () => readCompleted(client, address, snapshot),
    settle: async (reading) => {
      believe(reading, snapshot, address);
      return false;
    },
    what: nameOf(snapshot, address),
  });
}

/** Reads a snapshot that was completed. Throws where it is gone, or is completed no longer. */
export async function readCompleted(
  client: AtlasClient,
  address: ClusterAddress,
  snapshot: Pick<Snapshot, 'id' | 'type'>,
): Promise<Snapshot & Look> {
  const answer = await readUnlessGone(client, {
    read: () => look(client, address, snapshot),
    vanished: (facts) =>
      new SnapshotFailed(
        `${nameOf(snapshot, address)} was completed, and is gone: somebody has deleted it, or the cluster, while this step ran. Take another one before anything relies on it. ${facts}`,
      ),
  });
  return believe(answer, snapshot, address);
}

function nameOf({ id }: Pick<Snapshot, 'id'>, { clusterName, groupId }: ClusterAddress): string {
  return `Snapshot ${id} of cluster "${clusterName}" in project ${groupId}`;
}

async function look(
  client: AtlasClient,
  address: ClusterAddress,
  snapshot: Pick<Snapshot, 'id' | 'type'>,
): Promise<Snapshot & Look> {
  const readAt = client.clock.now();
  return { ...(await getSnapshot(client, address, snapshot)), readAt };
}

/** A completed snapshot is believed if it is the one that was asked about, and says of when its data is. */
function believe<Answer extends Snapshot>(
  answer: Answer,
  asked: Pick<Snapshot, 'id'>,
  address: ClusterAddress,
): Answer {
  if (answer.id !== asked.id) {
    throw new SnapshotFailed(
      `Asked about snapshot ${asked.id}, Atlas answered about ${answer.id}; run the step again.`,
    );
  }
  if (!isCompleted(answer, address)) {
    throw new SnapshotFailed(
      `Snapshot ${asked.id} of cluster "${address.clusterName}" was completed, and is ${answer.status} now. Look at it in Atlas, and run the step again.`,
    );
  }
  if (answer.createdAt === undefined) {
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
