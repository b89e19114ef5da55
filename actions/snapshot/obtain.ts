import type { AtlasClient } from '../../src/atlas/client.ts';
import { type ClusterAddress, getCluster, isSharded } from '../../src/atlas/clusters.ts';
import { AtlasError, factsOf, mayHaveTakenEffect } from '../../src/atlas/errors.ts';
import { requestedAt } from '../../src/atlas/object-id.ts';
import { SnapshotFailed, waitUntilCompleted } from '../../src/atlas/snapshot-completion.ts';
import { listSnapshots, type Snapshot, takeSnapshot } from '../../src/atlas/snapshots.ts';
import { isEarlierAttempt, isSameRequest, type Marker, readMarker, withMarker } from './marker.ts';

export interface SnapshotRequest {
  readonly client: AtlasClient;
  readonly address: ClusterAddress;
  readonly description: string;
  readonly marker: Marker;
  readonly retentionInDays: number;
  /** Says what may go on in Atlas if the step ends now. */
  readonly underway: (note: string | undefined) => void;
}

export interface Obtained {
  readonly snapshot: Snapshot;
  readonly outcome: 'created' | 'adopted';
}

/** Requests whose answer is lost more often than this point to a fault that will not pass. */
const LOST_ANSWERS = 3;

/** Milliseconds between two looks for a snapshot whose answer was lost. */
const LOOK_AGAIN = 3_000;

/** Milliseconds by which an id may be ahead of the time; more, and it is no time at all. */
const SLACK = 60_000;

/** Milliseconds until the next try where Atlas speaks of an unfinished snapshot that its list does not show. */
const TRY_AGAIN = 10_000;

/**
 * Gets a snapshot of the data as it is now. Atlas takes one on-demand snapshot of a cluster at a time: another one is
 * waited for, and taken as ours if it began after this step, or was asked for by an earlier attempt of it. Once an answer
 * was lost, nothing is sent again before the list has been looked through for the snapshot of the lost request.
 */
export async function obtainSnapshot(request: SnapshotRequest): Promise<Obtained> {
  for (let lost = 0; ; ) {
    const answer = await ask(request, { mayHaveBeenSent: lost > 0 });
    switch (answer.kind) {
      case 'taken':
        return { snapshot: answer.snapshot, outcome: 'created' };
      case 'lost':
        lost += 1;
        break;
      case 'busy': {
        const obtained = await resolveBusy(request, answer.error);
        if (obtained) return obtained;
        break;
      }
      default:
        throw new Error(`No such answer: ${JSON.stringify(answer satisfies never)}`);
    }
    const own = lost > 0 ? await lookForOwn(request) : undefined;
    if (own) return { snapshot: own, outcome: 'created' };
    if (answer.kind === 'lost' && lost >= LOST_ANSWERS) throw answer.error;
    if (lost > 0)
      request.client.log('The snapshot is not there, so the request was not carried out; sending it again.');
  }
}

/** Takes the unfinished snapshot if it is as good as a new one; otherwise waits until Atlas may be asked again. */
async function resolveBusy(request: SnapshotRequest, refusal: unknown): Promise<Obtained | undefined> {
  const { client, address } = request;
  const snapshots = await listOfCluster(request);
  const own = snapshots.find((snapshot) => isOwn(snapshot, request));
  if (own) return { snapshot: own, outcome: 'created' };
  const unfinished = snapshots.find(isUnfinishedOnDemand);
  if (unfinished && isAsGood(unfinished, request)) return { snapshot: unfinished, outcome: 'adopted' };
  if (unfinished) await waitForOther(client, address, unfinished);
  else await waitUnlessOutOfTime(client, refusal);
  return undefined;
}

type Answer =
  | { readonly kind: 'taken'; readonly snapshot: Snapshot }
  | { readonly kind: 'busy'; readonly error: unknown }
  | { readonly kind: 'lost'; readonly error: unknown };

async function ask(request: SnapshotRequest, { mayHaveBeenSent }: { mayHaveBeenSent: boolean }): Promise<Answer> {
  const { client, address, marker, retentionInDays, underway } = request;
  const description = withMarker(request.description, marker);
  const onSend = () => underway(`Atlas may have taken the request; the snapshot would then go on as "${description}".`);
  try {
    const snapshot = await takeSnapshot(client, address, { description, retentionInDays, onSend });
    return { kind: 'taken', snapshot };
  } catch (error) {
    if (client.signal.aborted) throw error;
    if (mayHaveTakenEffect(error)) {
      client.log(`${factsOf(error)} It is not known whether the snapshot was begun; looking for it.`);
      return { kind: 'lost', error };
    }
    if (!mayHaveBeenSent) underway(undefined);
    if (error instanceof AtlasError && error.code === 'UNFINISHED_ON_DEMAND_SNAPSHOT') return { kind: 'busy', error };
    throw error;
  }
}

/** Looks for the snapshot of this very request, three times in case that Atlas is slow to show it. */
async function lookForOwn(request: SnapshotRequest): Promise<Snapshot | undefined> {
  const { client } = request;
  for (let look = 1; ; look++) {
    const snapshots = await listOfCluster(request);
    const found = snapshots.find((snapshot) => isOwn(snapshot, request));
    if (found || look === 3) return found;
    await client.clock.sleep(LOOK_AGAIN, client.signal);
  }
}

function isUnfinishedOnDemand({ status, snapshotType }: Snapshot): boolean {
  return snapshotType === 'onDemand' && (status === 'queued' || status === 'inProgress');
}

async function listOfCluster({ client, address }: SnapshotRequest): Promise<readonly Snapshot[]> {
  const cluster = await getCluster(client, address);
  return await listSnapshots(client, address, isSharded(cluster) ? 'shardedCluster' : 'replicaSet');
}

function isOwn({ description }: Snapshot, { marker }: SnapshotRequest): boolean {
  return isSameRequest(readMarker(description), marker);
}

/**
 * Whether a snapshot that somebody else asked for holds all that this step was to save. Safety snapshots and others do not
 * stand for each other: those are passed over by whoever asks for the latest, these are not.
 */
function isAsGood(snapshot: Snapshot, { client, marker }: SnapshotRequest): boolean {
  const other = readMarker(snapshot.description);
  if (isEarlierAttempt(other, marker)) return true;
  return !marker.safety && !other?.safety && beganSince(snapshot, client);
}

/** Whether it began after this step's first answer from Atlas, by Atlas's clock alone; false where that cannot be told. */
function beganSince(snapshot: Snapshot, { time }: AtlasClient): boolean {
  const [began, first, now] = [requestedAt(snapshot), time.atFirstAnswer(), time.now()];
  if (began === undefined || first === undefined || now === undefined) return false;
  return began >= first && began <= now + SLACK;
}

async function waitForOther(client: AtlasClient, address: ClusterAddress, snapshot: Snapshot): Promise<void> {
  client.log(
    `Snapshot ${snapshot.id} of another job is under way (${snapshot.status}). It began before this step, so it is no ` +
      'substitute; Atlas takes one at a time, so waiting for it to end first.',
  );
  try {
    await waitUntilCompleted(client, address, { snapshot });
  } catch (error) {
    // How it ended is the other job's business.
    if (!(error instanceof SnapshotFailed)) throw error;
    client.log(`The other job's snapshot has ended: ${error.message}`);
  }
}

async function waitUnlessOutOfTime({ clock, deadline, signal }: AtlasClient, refusal: unknown): Promise<void> {
  if (clock.now() + TRY_AGAIN > deadline.at) throw refusal;
  await clock.sleep(TRY_AGAIN, signal);
}
