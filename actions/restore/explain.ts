import type { AtlasClient } from '../../src/atlas/client.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import { type Explain, explainRefusal, unknownNames } from '../explain.ts';
import type { RestoreWish } from './wish.ts';

const say =
  (text: string): Explain =>
  () =>
    Promise.resolve(text);

const explanations: Readonly<Record<string, Explain>> = {
  ...unknownNames,
  CANNOT_RESTORE_TO_TARGET: say(
    'The API key or service account needs «Project Backup Manager» (or «Project Owner») in the project of the target too, and both projects must be of one organization.',
  ),
  RESTORE_INITIATION_FAILED: say(
    'Usually the versions of MongoDB, the number of shards or the size of the disk do not fit: compare both clusters in Atlas.',
  ),
  INVALID_SNAPSHOT_RESTORE_ENCRYPTION: say('Source and target must have the same kind of encryption at rest.'),
  INVALID_PIT_RESTORE_TIME: say(
    'Check point-in-time (or oplog): it must lie within the restore window of the cluster.',
  ),
  UNABLE_T0_FIND_SNAPSHOT_PRIOR_TO_PIT_RESTORE_OPTIME: say(
    'There is no snapshot from before that moment to begin with: choose a later one.',
  ),
  NO_CHECKPOINT_FOR_PIT_RESTORE: say(
    'Atlas cannot go back to exactly that moment: choose one some minutes earlier or later.',
  ),
  CLUSTER_PAUSED_CANNOT_RESTORE: say('The target is paused: resume it, and run the step again.'),
  CANNOT_PERFORM_RESTORE_ON_CLUSTER_WITH_RUNNING_LIVE_IMPORT: say(
    'A live import into the target is under way: let it end first.',
  ),
  TOO_MANY_SNAPSHOT_DOWNLOADS: say(
    'The project is at its limit of downloads: cancel one (backups, cancel-restore), or wait until one expires.',
  ),
  CANNOT_START_RESTORE_JOB_FOR_DELETED_SNAPSHOT: say('It has expired, or somebody deleted it: choose another one.'),
  SNAPSHOT_RETENTION_LESS_THAN_BACKUP_COMPLIANCE_POLICY: say(
    "Raise safety-retention-days to what the project's backup compliance policy asks of on-demand snapshots.",
  ),
  BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID: say('Check safety-retention-days.'),
  TENANT_RESTORE_VERSION_MISMATCH: say('A snapshot of a Flex cluster needs a target with the same version of MongoDB.'),
  TENANT_RESTORE_INCOMPATIBLE_TOPOLOGY: say('A snapshot of a Flex cluster fits only a replica set.'),
  TENANT_RESTORE_DESTINATION_ENCRYPTION: say(
    'A snapshot of a Flex cluster cannot go into a cluster with keys of your own.',
  ),
};

/** Finds out why Atlas restored nothing, and what can be done. */
export function explainRestoreRefusal(
  error: unknown,
  client: AtlasClient,
  { from, to }: Pick<RestoreWish, 'from' | 'to'>,
): Promise<unknown> {
  return to && isAbout(error, { from, to })
    ? explainRefusal(error, client, { address: to, explanations: { ...explanations, ...ofTarget } })
    : explainRefusal(error, client, { address: from, explanations });
}

/** Whether Atlas speaks of the target, by its name or its project, and not of the source. */
function isAbout(error: unknown, { from, to }: { from: ClusterAddress; to: ClusterAddress }): boolean {
  if (!(error instanceof AtlasError)) return false;
  const byName = from.clusterName !== to.clusterName && error.parameters.includes(to.clusterName);
  return byName || (from.groupId !== to.groupId && error.facts.includes(to.groupId));
}

const ofTarget = Object.fromEntries(
  Object.entries(unknownNames).map(([code, explain]): [string, Explain] => [
    code,
    async (client, address) =>
      `${await explain(client, address)} This is about the target: target-cluster-name and target-project-id.`,
  ]),
);
