import { atlasError } from '../errors.ts';
import { majorOf, stepsBetween } from '../world/mongodb-versions.ts';
import type { Cluster, ClusterSettings } from '../world/types.ts';

/** A backup of one cluster, and the cluster that it shall be restored into. */
export interface Pairing {
  readonly cluster: Cluster;
  /** Version of the backup. */
  readonly mongodVersion: string;
  readonly target: Cluster;
}

/** Refuses to restore a backup into a cluster of another kind: version, topology, encryption. */
export function checkFit({ cluster, mongodVersion, target }: Pairing): void {
  if (cluster.settings.edition !== target.settings.edition) {
    throw atlasError(
      'RESTORE_INITIATION_FAILED',
      'the snapshot and the target cluster differ in their database edition',
    );
  }
  const problem = versionProblem(mongodVersion, target.settings) ?? topologyProblem(cluster.settings, target.settings);
  if (problem !== undefined) throw atlasError('RESTORE_INITIATION_FAILED', problem);
  if (encryptionOf(cluster) !== encryptionOf(target)) throw atlasError('INVALID_SNAPSHOT_RESTORE_ENCRYPTION');
}

/** The target runs the same major version, not an older release of it, or the next major version. */
function versionProblem(backup: string, { mongoDBVersion }: ClusterSettings): string | undefined {
  const steps = stepsBetween(majorOf(backup), majorOf(mongoDBVersion));
  const fits = steps === 1 || (steps === 0 && patchOf(mongoDBVersion) >= patchOf(backup));
  return fits ? undefined : `a snapshot of MongoDB ${backup} cannot be restored to MongoDB ${mongoDBVersion}`;
}

function topologyProblem(source: ClusterSettings, target: ClusterSettings): string | undefined {
  const [from, to] = [source, target].map(({ clusterType }) =>
    clusterType === 'REPLICASET' ? 'replica set' : 'sharded',
  );
  if (from !== to) return `a snapshot of a ${from} cluster cannot be restored to a ${to} cluster`;
  const [shards, room] = [source.replicationSpecs.length, target.replicationSpecs.length];
  return shards === room ? undefined : `the snapshot has ${shards} shards, the target cluster has ${room}`;
}

function patchOf(version: string): number {
  return Number(version.split('.')[2] ?? 0);
}

function encryptionOf({ settings }: Cluster): unknown {
  return settings.others.encryptionAtRestProvider ?? 'NONE';
}
