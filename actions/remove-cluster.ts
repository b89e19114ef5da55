import { deleteAnyCluster, findCluster, updateAnyCluster } from '../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../src/atlas/client.ts';
import type { Cluster } from '../src/atlas/cluster-answer.ts';
import { isShared } from '../src/atlas/cluster-readiness.ts';
import { changeSafely } from '../src/atlas/create-once.ts';
import { AtlasError } from '../src/atlas/errors.ts';
import type { Log } from '../src/runner/log.ts';

export interface ClusterRemoval {
  readonly cluster: Cluster;
  /** Keep the snapshots of a dedicated cluster. */
  readonly retainBackups: boolean;
  readonly log: Pick<Log, 'info'>;
}

/** Asks Atlas to delete a cluster, its termination protection lifted: whether it may go is decided before. */
export async function removeCluster(client: AtlasClient, groupId: string, removal: ClusterRemoval): Promise<void> {
  const { cluster, log } = removal;
  const { name, stateName, tier } = cluster;
  if (stateName === 'DELETING') {
    log.info(`Cluster "${name}" is being deleted already.`);
    return;
  }
  try {
    await unprotect(client, groupId, removal);
    const retainBackups = removal.retainBackups && !isShared(cluster);
    await deleteAnyCluster(client, { groupId, clusterName: name }, { tier, retainBackups });
    log.info(`Cluster "${name}" is being deleted.`);
  } catch (error) {
    // Lifting the protection can meet them, where another run is ahead.
    if (hasCode(error, 'CLUSTER_NOT_FOUND') || hasCode(error, 'CLUSTER_ALREADY_REQUESTED_DELETION')) return;
    // A change of a cluster on its way out is refused with a code that is used for much else, too.
    if (hasCode(error, 'ATLAS_GENERAL_ERROR') && (await isGoing(client, groupId, cluster))) return;
    throw explained(error, removal);
  }
}

async function isGoing(client: AtlasClient, groupId: string, { id, name, tier }: Cluster): Promise<boolean> {
  const present = await findCluster(client, { groupId, clusterName: name }, tier);
  return present === undefined || present.id !== id || present.stateName === 'DELETING';
}

async function unprotect(client: AtlasClient, groupId: string, { cluster, log }: ClusterRemoval): Promise<void> {
  const { name, tier, terminationProtection } = cluster;
  if (!terminationProtection) return;
  log.info(`Lifting the termination protection of cluster "${name}".`);
  const body = { terminationProtectionEnabled: false };
  await changeSafely(client, () => updateAnyCluster(client, { groupId, clusterName: name }, { tier, body }));
}

/** What the author can do about a refusal to delete a cluster. */
function explained(error: unknown, { cluster, retainBackups }: ClusterRemoval): unknown {
  if (!(error instanceof AtlasError)) return error;
  if (error.code === 'CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED') {
    const hint = `Somebody has just turned the termination protection of "${cluster.name}" on. If it is to go all the same, run the step again.`;
    return new Error(`${error.facts} ${hint}`, { cause: error });
  }
  if (error.code?.includes('COMPLIANCE_POLICY')) {
    const hint = retainBackups
      ? 'Its backups were to be retained already: ask whoever owns the backup compliance policy of the project.'
      : "The project's backup compliance policy does not let the snapshots go with the cluster. Set retain-backups: true; they then stay until they expire.";
    return new Error(`${error.facts} ${hint}`, { cause: error });
  }
  return error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof AtlasError && error.code === code;
}
