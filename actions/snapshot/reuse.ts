import type { AtlasClient } from '../../src/atlas/client.ts';
import { type ClusterAddress, getCluster, isSharded } from '../../src/atlas/clusters.ts';
import type { Look } from '../../src/atlas/last-look.ts';
import { listSnapshots, type Snapshot } from '../../src/atlas/snapshots.ts';
import { countsAsLatest } from '../snapshot-selector.ts';

/** Milliseconds that a snapshot must still live to be reused: long enough to notice that it is needed. */
const LIFE_LEFT = 12 * 3_600_000;

/**
 * The newest completed snapshot whose data is not older than `maxAge` milliseconds, by Atlas's own clock. One that `latest`
 * would not restore is none.
 *
 * One request where the cluster is a replica set and such a snapshot exists: Atlas names the snapshots of a whole replica
 * set after the cluster (recorded), so there is no need to ask for the topology. Otherwise it is asked for, because the
 * same list shows the single shards of a sharded cluster, and none of those is a snapshot of the whole.
 */
export async function findReusable(
  client: AtlasClient,
  address: ClusterAddress,
  maxAge: number,
): Promise<(Snapshot & Look) | undefined> {
  const readAt = client.clock.now();
  const listed = await listSnapshots(client, address, 'replicaSet');
  const now = client.time.now();
  if (now === undefined) {
    client.log("Atlas's clock and this machine's do not agree, so no snapshot's age can be told: taking a new one.");
    return undefined;
  }
  const whole = listed.filter(({ replicaSetName }) => replicaSetName === address.clusterName);
  const found = newestGoodEnough(whole, { now, maxAge });
  if (found) return { ...found, readAt };
  const cluster = await getCluster(client, address);
  const shardedAt = client.clock.now();
  const other = isSharded(cluster)
    ? newestGoodEnough(await listSnapshots(client, address, 'shardedCluster'), { now, maxAge })
    : newestGoodEnough(listed, { now, maxAge });
  return other && { ...other, readAt: isSharded(cluster) ? shardedAt : readAt };
}

function newestGoodEnough(
  snapshots: readonly Snapshot[],
  { now, maxAge }: { now: number; maxAge: number },
): Snapshot | undefined {
  return snapshots
    .filter((snapshot) => {
      const { status, createdAt, expiresAt } = snapshot;
      const age = now - Date.parse(createdAt ?? '');
      const life = Date.parse(expiresAt ?? '') - now;
      return status === 'completed' && countsAsLatest(snapshot) && age <= maxAge && age > -60_000 && life >= LIFE_LEFT;
    })
    .sort((one, other) => Date.parse(other.createdAt ?? '') - Date.parse(one.createdAt ?? ''))
    .at(0);
}
