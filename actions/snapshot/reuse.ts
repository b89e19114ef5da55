import type { AtlasClient } from '../../src/atlas/client.ts';
import { type ClusterAddress, getCluster, isSharded } from '../../src/atlas/clusters.ts';
import { listSnapshots, type Snapshot } from '../../src/atlas/snapshots.ts';

/** Milliseconds that a snapshot must still live to be reused: long enough to notice that it is needed. */
const LIFE_LEFT = 12 * 3_600_000;

/**
 * The newest completed snapshot whose data is not older than `maxAge` milliseconds, by Atlas's own clock.
 *
 * One request where the cluster is a replica set and such a snapshot exists: Atlas names the snapshots of a whole replica
 * set after the cluster (recorded), so there is no need to ask for the topology. Otherwise it is asked for, because the
 * same list shows the single shards of a sharded cluster, and none of those is a snapshot of the whole.
 */
export async function findReusable(
  client: AtlasClient,
  address: ClusterAddress,
  maxAge: number,
): Promise<Snapshot | undefined> {
  const listed = await listSnapshots(client, address, 'replicaSet');
  const now = client.time.now();
  if (now === undefined) {
    client.log("Atlas's clock and this machine's do not agree, so no snapshot's age can be told: taking a new one.");
    return undefined;
  }
  const whole = listed.filter(({ replicaSetName }) => replicaSetName === address.clusterName);
  const found = newestGoodEnough(whole, { now, maxAge });
  if (found) return found;
  const cluster = await getCluster(client, address);
  if (!isSharded(cluster)) return newestGoodEnough(listed, { now, maxAge });
  const sharded = await listSnapshots(client, address, 'shardedCluster');
  return newestGoodEnough(sharded, { now, maxAge });
}

function newestGoodEnough(
  snapshots: readonly Snapshot[],
  { now, maxAge }: { now: number; maxAge: number },
): Snapshot | undefined {
  return snapshots
    .filter(({ status, createdAt, expiresAt }) => {
      const age = now - Date.parse(createdAt ?? '');
      const life = Date.parse(expiresAt ?? '') - now;
      return status === 'completed' && age <= maxAge && age > -60_000 && life >= LIFE_LEFT;
    })
    .sort((one, other) => Date.parse(other.createdAt ?? '') - Date.parse(one.createdAt ?? ''))
    .at(0);
}
