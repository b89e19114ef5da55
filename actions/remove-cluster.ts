import { deleteAnyCluster } from '../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../src/atlas/client.ts';
import type { Cluster } from '../src/atlas/cluster-answer.ts';
import { isShared } from '../src/atlas/cluster-readiness.ts';
import { AtlasError } from '../src/atlas/errors.ts';
import type { Log } from '../src/runner/log.ts';

export interface ClusterRemoval {
  /** As a fresh look has it: whether it may go is decided before. */
  readonly cluster: Cluster;
  /** Keep the snapshots of a dedicated cluster. */
  readonly retainBackups: boolean;
  readonly log: Pick<Log, 'info'>;
}

/** Asks Atlas to delete a cluster. The client sends only as long as the look is fresh: names are no identities. */
export async function removeCluster(client: AtlasClient, groupId: string, removal: ClusterRemoval): Promise<void> {
  const { cluster, log } = removal;
  const { name, stateName, tier } = cluster;
  if (stateName === 'DELETING') {
    log.info(`Cluster "${name}" is being deleted already.`);
    return;
  }
  try {
    const retainBackups = removal.retainBackups && !isShared(cluster);
    await deleteAnyCluster(client, { groupId, clusterName: name }, { tier, retainBackups });
    log.info(`Cluster "${name}" is being deleted.`);
  } catch (error) {
    throw explained(error, removal);
  }
}

/** Whether Atlas refused to delete a cluster because it is protected. */
export function isProtectionRefusal(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof AtlasError ? error.cause : error;
  return cause instanceof AtlasError && cause.code === PROTECTED;
}

const PROTECTED = 'CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED';

/** What the author can do about a refusal to delete a cluster. */
function explained(error: unknown, { cluster, retainBackups }: ClusterRemoval): unknown {
  if (!(error instanceof AtlasError)) return error;
  if (error.code === PROTECTED) {
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
