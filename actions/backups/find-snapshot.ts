import { isSharded } from '../../src/atlas/clusters.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import { type ListedSnapshot, readSnapshotOfType } from '../listed-snapshots.ts';
import { isMeant, type SnapshotSelector } from '../snapshot-selector.ts';
import { adviceFor, hasBackups, snapshotsOf } from './subject.ts';
import type { Work } from './work.ts';

/** All snapshots that a selector means, completed or not. */
export async function findMeant(work: Work, selector: SnapshotSelector): Promise<readonly ListedSnapshot[]> {
  const { client, subject } = work;
  if (!hasBackups(subject.cluster)) throw new Error(adviceFor(subject));
  if (selector.kind === 'id' && subject.cluster.tier !== 'FLEX') {
    const found = await findById(work, selector.id);
    return found ? [found] : [];
  }
  const snapshots = await snapshotsOf(client, subject);
  return snapshots.filter((snapshot) => isMeant(snapshot, selector));
}

/**
 * Reads one snapshot. A cluster that has been sharded later has snapshots of both types; in the older one's place stand the
 * single shards' parts of the newer ones too, and none of those is a snapshot of the whole.
 */
async function findById(work: Work, id: string): Promise<ListedSnapshot | undefined> {
  const { client, subject } = work;
  const read = (type: string) => unlessMissing(() => readSnapshotOfType(client, subject.address, { id, type }));
  if (!isSharded(subject.cluster)) return await read('replicaSet');
  const whole = await read('shardedCluster');
  if (whole) return whole;
  const other = await read('replicaSet');
  if (!other) return undefined;
  const owner = (await snapshotsOf(client, subject)).find(({ memberIds }) => memberIds.includes(id));
  if (!owner) return other;
  throw new Error(
    `${id} is the part of one shard in snapshot ${owner.id} of cluster "${subject.address.clusterName}". Name the whole: ${owner.id}.`,
  );
}

async function unlessMissing<Found>(read: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AtlasError && error.code === 'SNAPSHOT_NOT_FOUND') return undefined;
    throw error;
  }
}
