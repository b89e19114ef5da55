import type { Reply } from '../answers.ts';
import { timestamp } from '../clock.ts';
import { drawDuration } from '../durations.ts';
import { atlasError } from '../errors.ts';
import { objectBody, optionalFlag, optionalNumber, optionalObject, optionalObjects, requiredText } from '../fields.ts';
import { type JsonObject, sortedByKey } from '../json.ts';
import type { Version } from '../versions.ts';
import { scheduleOf } from '../world/backup-schedule.ts';
import { clustersOf } from '../world/cluster-lifecycle.ts';
import { type CompliancePolicy, imposePolicy, meets, type OnDemandItem } from '../world/compliance-policy.ts';
import type { Call, Operation } from './operation.ts';
import { readPolicyItem, readRetention } from './policy-items.ts';

const versions: readonly Version[] = [
  { date: '2023-01-01', deprecatedOn: '2023-10-01', sunsetOn: '2027-07-01' },
  { date: '2023-10-01' },
];
const common = {
  path: '/api/atlas/v2/groups/{groupId}/backupCompliancePolicy',
  versions,
  bucket: 'cloudBackup',
  roles: ['Project Owner'],
} as const;
const javaResource = 'ApiDiskBackupDataProtectionResource';

/** What a project demands of its backups. */
export const compliancePolicyOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'getGroupBackupCompliancePolicy',
    method: 'GET',
    javaMethod: `${javaResource}::getDataProtectionSettings`,
    // Not recorded: MongoDB's own Kubernetes operator takes an empty answer, and never a 404, for "none".
    handle: (call) => {
      const { compliance } = call.project();
      return { status: 200, body: compliance === undefined ? null : view(call, compliance) };
    },
  },
  {
    ...common,
    operationId: 'updateGroupBackupCompliancePolicy',
    method: 'PUT',
    javaMethod: `${javaResource}::updateDataProtectionSettings`,
    handle: setPolicy,
  },
];

/** Replaces the policy whole; the clusters' schedules are raised to it, unless the query forbids that. */
function setPolicy(call: Call): Reply {
  const project = call.project();
  const policy = readPolicy(call, objectBody(call.body));
  const backedUp = clustersOf(call.world, project.id).filter(
    ({ tier, settings }) => tier === 'dedicated' && settings.backupEnabled,
  );
  const mayOverwrite = call.query.get('overwriteBackupPolicies') !== 'false';
  if (!mayOverwrite && backedUp.some((cluster) => !meets(scheduleOf(cluster), policy))) {
    throw atlasError('BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS');
  }
  project.compliance = policy;
  imposePolicy(call.world, project);
  return { status: 200, body: view(call, policy) };
}

function readPolicy(call: Call, body: JsonObject): CompliancePolicy {
  const { world, now, caller } = call;
  const previous = call.project().compliance;
  const known = previous?.scheduledPolicyItems ?? [];
  return {
    authorizedEmail: requiredText(body, 'authorizedEmail'),
    ...readNames(call, body),
    copyProtectionEnabled: optionalFlag(body, 'copyProtectionEnabled') ?? false,
    encryptionAtRestEnabled: optionalFlag(body, 'encryptionAtRestEnabled') ?? false,
    pitEnabled: optionalFlag(body, 'pitEnabled') ?? false,
    restoreWindowDays: optionalNumber(body, 'restoreWindowDays') ?? 0,
    onDemandPolicyItem: readOnDemandItem(call, body),
    scheduledPolicyItems: (optionalObjects(body, 'scheduledPolicyItems') ?? []).map((item) =>
      readPolicyItem(item, { world, known }),
    ),
    updatedAt: now,
    // An e-mail address for people; recorded for an API key: its public key.
    updatedUser: caller.kind === 'apiKey' ? caller.publicKey : caller.clientId,
    activeAt: now + drawDuration(world, 'compliancePolicy'),
    isFirst: previous === undefined,
  };
}

/** The names came with the newer version. */
function readNames(
  { version }: Call,
  body: JsonObject,
): Pick<CompliancePolicy, 'authorizedUserFirstName' | 'authorizedUserLastName'> {
  const read = (name: string) => (version === '2023-01-01' ? '' : requiredText(body, name));
  return {
    authorizedUserFirstName: read('authorizedUserFirstName'),
    authorizedUserLastName: read('authorizedUserLastName'),
  };
}

function readOnDemandItem({ world }: Call, body: JsonObject): OnDemandItem | null {
  const item = optionalObject(body, 'onDemandPolicyItem');
  if (item === undefined) return null;
  return {
    id: world.newId(),
    frequencyInterval: optionalNumber(item, 'frequencyInterval') ?? 0,
    ...readRetention(item),
  };
}

function view({ now, version, project }: Call, policy: CompliancePolicy): JsonObject {
  const { authorizedUserFirstName, authorizedUserLastName, updatedAt, activeAt, isFirst, ...shown } = policy;
  const { onDemandPolicyItem, scheduledPolicyItems } = policy;
  return sortedByKey({
    ...shown,
    ...(version === '2023-01-01' ? {} : { authorizedUserFirstName, authorizedUserLastName }),
    deletable: false,
    onDemandPolicyItem:
      onDemandPolicyItem === null ? null : sortedByKey({ ...onDemandPolicyItem, frequencyType: 'ondemand' }),
    projectId: project().id,
    scheduledPolicyItems: scheduledPolicyItems.map((item) => sortedByKey({ ...item })),
    state: now >= activeAt ? 'ACTIVE' : isFirst ? 'ENABLING' : 'UPDATING',
    updatedDate: timestamp(updatedAt),
  });
}
