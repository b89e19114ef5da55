import type { AtlasClient } from '../../src/atlas/client.ts';
import { INFINITE } from '../../src/atlas/cluster-answer.ts';
import { type ClusterAddress, getCluster } from '../../src/atlas/clusters.ts';
import { nearestNames } from '../../src/atlas/nearest.ts';

/** Throws for a cluster whose snapshots nobody can look into, before one is taken. */
export async function assertContentsCanBeRead(client: AtlasClient, address: ClusterAddress): Promise<void> {
  const { name, edition } = await getCluster(client, address);
  if (edition !== INFINITE) return;
  throw new Error(
    `expect-databases: cluster "${name}" is of edition infinite, and Atlas does not say what its snapshots contain. Leave expect-databases out; no snapshot was taken.`,
  );
}

/** Throws unless all expected databases are in the snapshot. Names are case-sensitive, as in MongoDB. */
export function assertDatabases({
  expected,
  found,
  snapshotId,
}: {
  expected: readonly string[];
  found: readonly string[];
  snapshotId: string;
}): void {
  const missing = expected.filter((name) => !found.includes(name));
  if (missing.length === 0) return;
  const hints = missing.map((name) => {
    const near = nearestNames(name, found, 1);
    return near.length > 0 ? `"${name}" (there is "${near.join()}")` : `"${name}"`;
  });
  const contains =
    found.length > 0 ? `It contains ${found.map((name) => `"${name}"`).join(', ')}.` : 'It contains none.';
  throw new Error(`Snapshot ${snapshotId} is completed, but lacks the expected ${hints.join(', ')}. ${contains}`);
}
