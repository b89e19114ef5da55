import type { Reply } from '../answers.ts';
import { timestamp } from '../clock.ts';
import { atlasError } from '../errors.ts';
import { objectBody } from '../fields.ts';
import { type JsonObject, sortedByKey } from '../json.ts';
import type { Version } from '../versions.ts';
import { nextSnapshot, scheduleOf } from '../world/backup-schedule.ts';
import { complianceOf, meets } from '../world/compliance-policy.ts';
import type { Cluster } from '../world/types.ts';
import { changedSchedule } from './backup-schedule-body.ts';
import { namedCluster } from './cluster-lookup.ts';
import { type Call, link, type Operation } from './operation.ts';

const versions: readonly Version[] = [
  { date: '2023-01-01', deprecatedOn: '2024-08-05', sunsetOn: '2027-07-01' },
  { date: '2024-08-05' },
];
const common = {
  path: '/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/schedule',
  versions,
  bucket: 'cloudBackup',
} as const;
const javaResource = 'ApiAtlasDiskBackupScheduleResource';

/** When snapshots of dedicated clusters are taken, and how long they are kept. */
export const backupScheduleOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'getGroupClusterBackupSchedule',
    method: 'GET',
    roles: ['Project Read Only'],
    javaMethod: `${javaResource}::getSnapshotSchedule`,
    handle: (call) => ({ status: 200, body: view(call, scheduledCluster(call)) }),
  },
  {
    ...common,
    operationId: 'updateGroupClusterBackupSchedule',
    method: 'PATCH',
    roles: ['Project Backup Manager'],
    javaMethod: `${javaResource}::patchSnapshotSchedule`,
    handle: (call) => {
      const cluster = scheduledCluster(call);
      return change(
        call,
        cluster,
        changedSchedule(scheduleOf(cluster), { body: objectBody(call.body), world: call.world }),
      );
    },
  },
  {
    ...common,
    operationId: 'deleteGroupClusterBackupSchedule',
    method: 'DELETE',
    roles: ['Project Backup Manager'],
    javaMethod: `${javaResource}::deleteSnapshotSchedule`,
    // What is deleted are the items of the policy; the policy itself stays, empty.
    handle: (call) => {
      const cluster = scheduledCluster(call);
      return change(call, cluster, { ...scheduleOf(cluster), policyItems: [] });
    },
  },
];

function change(call: Call, cluster: Cluster, schedule: ReturnType<typeof scheduleOf>): Reply {
  const policy = complianceOf(call.world, cluster);
  if (policy !== undefined && !meets(schedule, policy)) {
    throw atlasError('BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS');
  }
  cluster.schedule = schedule;
  return { status: 200, body: view(call, cluster) };
}

function scheduledCluster(call: Call): Cluster {
  const cluster = namedCluster(call);
  if (cluster.tier !== 'dedicated' || !cluster.settings.backupEnabled) {
    throw atlasError('BACKUP_CONFIG_NOT_FOUND', cluster.id, cluster.groupId);
  }
  return cluster;
}

function view(call: Call, cluster: Cluster): JsonObject {
  const { policyId, policyItems, others, ...numbers } = scheduleOf(cluster);
  const next = nextSnapshot(cluster, call.now);
  return sortedByKey({
    autoExportEnabled: false,
    copyPolicyItemsEnabled: false,
    copySettings: [],
    useOrgAndGroupNamesInExportPrefix: false,
    ...others,
    ...numbers,
    clusterId: cluster.id,
    clusterName: cluster.name,
    links: [
      link(call, `/groups/${cluster.groupId}/clusters/${cluster.name}/backup/schedule`),
      // As recorded: the old interface, whatever version was asked for.
      {
        href: `${call.origin}/api/public/v1.0/groups/${cluster.groupId}`,
        rel: 'https://cloud.mongodb.com/group',
      },
    ],
    ...(next === undefined ? {} : { nextSnapshot: timestamp(next) }),
    policies: [{ id: policyId, policyItems: policyItems.map((item) => sortedByKey({ ...item })) }],
  });
}
