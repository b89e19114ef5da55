import type { Attempt, ErrorAnswer } from './errors.ts';

/** What the author of a workflow can do about an error. `''` where Atlas's own words say it all. */
export function hintFor(answer: ErrorAnswer, attempt: Attempt): string {
  const { code, status } = answer;
  const hint = code !== undefined && Object.hasOwn(hintByCode, code) ? hintByCode[code] : hintByStatus[status];
  if (hint) return hint(answer, attempt);
  return status < 500
    ? 'Look the code up in the reference of the Atlas Administration API.'
    : unreachable(answer, attempt);
}

type Hint = (answer: ErrorAnswer, attempt: Attempt) => string;

const rights: Hint = (_, { role }) =>
  role === undefined
    ? 'Something between the runner and Atlas may have said so: check base-url if it is set, and the proxy.'
    : `The API key or service account needs the role «${role}» (or one above it) there: Atlas, Organization › Access Manager › Applications.`;

const projectAccess: Hint = () =>
  'Check project-id, and that the API key or service account has been invited to that project.';

const billing: Hint = () =>
  'Add a payment method to the organization, or settle its invoice: Atlas, Organization › Billing.';

const apiAccessList: Hint = ({ parameters }) =>
  `This is the API access list of the API key or service account, not the project's network access list. Add ${
    typeof parameters[0] === 'string' ? parameters[0] : "the runner's address"
  } to it in Atlas, Organization › Access Manager › Applications › the credential › API Access List, or use a runner with a fixed address.`;

const backupOff: Hint = () =>
  'Cloud backup is off for this cluster. Turn it on (Atlas, cluster › Edit Configuration › Cloud Backup, M10 and above).';

const compliance: Hint = () => "The project's backup compliance policy forbids it; ask whoever owns that policy.";

const shared: Hint = () => 'This is a limit of shared tiers; a dedicated cluster (M10 and above) can do it.';

const monitoringIsBehind: Hint = () =>
  "Atlas's monitoring does not know enough of the cluster yet, as in its first minutes; run the step again in a few.";

const projectIsUsed: Hint = () =>
  'The project holds something that this suite did not make; remove that in Atlas, or keep the project.';

/** Hints for the codes that a workflow can meet; the list of all known codes is error-codes.json of the contract. */
export const hintByCode: Readonly<Record<string, Hint>> = {
  USER_UNAUTHORIZED: rights,
  ACCESS_FORBIDDEN: rights,
  // The two codes of the OAuth endpoint.
  invalid_client: () =>
    'Check client-id and client-secret: the secret may have expired or been replaced (Atlas, Organization › Access Manager › Applications).',
  access_denied: () =>
    'A service account may hold 100 live tokens at a time; they end after an hour. Run fewer jobs at once, or use several accounts.',
  NOT_ORG_GROUP_CREATOR: () => 'The credential needs «Organization Project Creator» in that organization.',
  CANNOT_RESTORE_TO_TARGET: rights,
  NOT_IN_GROUP: projectAccess,
  USER_CANNOT_ACCESS_GROUP: projectAccess,
  USER_CANNOT_ACCESS_ORG: () => 'Check the organization, and that the API key or service account belongs to it.',
  GROUP_NOT_FOUND: projectAccess,
  INVALID_GROUP_ID: () => 'project-id is 24 hexadecimal digits, as in the address of the project in Atlas.',
  GROUP_NAME_NOT_FOUND: () =>
    'Check project-name (upper and lower case count), and that the credential sees that project.',
  ORG_NOT_FOUND: () => 'Check the organization id.',
  INVALID_ORG_ID: () => 'An organization id is 24 hexadecimal digits.',
  IP_ADDRESS_NOT_ON_ACCESS_LIST: apiAccessList,
  ORG_REQUIRES_WHITELIST: () =>
    'The organization demands an API access list and this credential has none: add one in Organization › Access Manager › Applications.',
  ORG_REQUIRES_ACCESS_LIST: () =>
    'The organization demands an API access list and this credential has none: add one in Organization › Access Manager › Applications.',
  ATLAS_RESOURCE_POLICIES_VIOLATION_NOT_AUTHORIZED: () =>
    "A resource policy of the organization forbids this configuration; ask the organization's owner which regions, tiers or providers it allows.",
  ACCOUNT_SUSPENDED: billing,
  NO_PAYMENT_INFORMATION_FOUND: billing,
  CANNOT_START_BACKUP_NO_BILLING_INFO: billing,
  RATE_LIMITED_TOKEN_BUCKET: () =>
    'Other callers have used up the limit; run fewer jobs at once, or run this one later.',
  RATE_LIMITED: () => 'Other callers have used up the limit; run fewer jobs at once, or run this one later.',
  WRITES_NOT_ALLOWED_DURING_APP_UPGRADES: () => 'Atlas is being upgraded; run the job again in some minutes.',
  VERSION_GONE: () => 'This version of the actions is too old for Atlas; use the newest one.',
  INVALID_VERSION_DATE: () =>
    'This version of the actions does not suit Atlas; use the newest one, and check base-url.',
  CLUSTER_NOT_FOUND: () => 'Check cluster-name and project-id.',
  CLUSTER_NAME_INVALID: () => 'A cluster name has letters, digits and hyphens only.',
  CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API: () =>
    'Flex clusters take no snapshots on demand: Atlas makes one a day by itself. A dedicated cluster (M10 and above) can.',
  CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API: () => 'This cluster is not a Flex cluster.',
  UNFINISHED_ON_DEMAND_SNAPSHOT: () =>
    'Atlas takes one on-demand snapshot of a cluster at a time; wait for the running one.',
  BACKUP_JOB_NOT_FOUND: backupOff,
  BACKUP_CONFIG_NOT_FOUND: backupOff,
  PROVIDER_BACKUP_NOT_SUPPORTED: () =>
    'Free clusters (M0) have no cloud backup. Use mongodump, or a dedicated cluster (M10 and above).',
  CANNOT_UPDATE_PAUSED_CLUSTER: () => 'The cluster is paused; resume it first.',
  CLUSTER_PAUSED_CANNOT_RESTORE: () => 'The cluster is paused; resume it first.',
  SNAPSHOT_NOT_FOUND: () => 'It may have expired or been deleted.',
  INVALID_SNAPSHOT_ID: () => 'A snapshot id is 24 hexadecimal digits.',
  CANNOT_DELETE_IN_PROGRESS_SNAPSHOT: () => 'Wait until it is completed.',
  CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY: compliance,
  CANNOT_DECREASE_SNAPSHOT_RETENTION_WITH_BACKUP_COMPLIANCE_POLICY: compliance,
  SNAPSHOT_RETENTION_LESS_THAN_BACKUP_COMPLIANCE_POLICY: () =>
    "Raise retention-days to what the project's backup compliance policy asks of on-demand snapshots.",
  BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID: () => 'Check retention-days.',
  CANNOT_CANCEL_AUTOMATED_RESTORE: () => 'Atlas cancels downloads only; a restore goes on until it ends.',
  ATLAS_BACKUP_CANCEL_SHARD_RESTORE_JOB_NOT_ALLOWED: () =>
    'This job is the part of one shard; cancel the job of the whole cluster.',
  TOO_MANY_SNAPSHOT_DOWNLOADS: () => 'A download ends an hour after its link is ready; run this one later.',
  CANNOT_PERFORM_RESTORE_ON_CLUSTER_WITH_RUNNING_LIVE_IMPORT: () =>
    'A live migration into the target is under way; wait for its end, or choose another target.',
  ATLAS_CLUSTER_RESTORE_IN_PROGRESS: () => 'Another restore into this cluster is under way; wait for it.',
  CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE: () => 'A restore into this cluster is under way; wait for it.',
  TENANT_CLUSTER_UPDATE_UNSUPPORTED: shared,
  INVALID_REGION: () =>
    'Spell the region as Atlas does, such as EU_WEST_1 (AWS), WESTERN_EUROPE (GCP) or EUROPE_WEST (Azure).',
  INVALID_ENUM_VALUE: () => 'Atlas does not know this value: check tier, provider and region.',
  REGION_UNAVAILABLE: () => 'Choose another region.',
  OUT_OF_CAPACITY: () => 'Choose another region or size, or try again later.',
  OPERATION_INVALID_MEMBER_REPLICATION_LAG: monitoringIsBehind,
  OPERATION_INVALID_SHARDS_NO_PRIMARY: monitoringIsBehind,
  SHARD_SIZE_LIMIT_CURRENT_SIZE_UNKNOWN: monitoringIsBehind,
  SHARD_SIZE_LIMIT_OUT_OF_RANGE: () => 'max-storage-gb goes from 1 to 131072 (128 TB).',
  CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER: () => 'Atlas pauses a cluster an hour after its last resume at the earliest.',
  // A code for much; the reason stands in Atlas's own words.
  ATLAS_GENERAL_ERROR: () => '',
  NO_CAPACITY: () => 'Choose another region or size, or try again later.',
  ATLAS_CLUSTER_VERSION_DEPRECATED: () =>
    'Atlas makes no more clusters of this version: take a newer mongodb-version, or leave it out.',
  MONGODB_VERSION_INVALID: () => 'Check mongodb-version: a major version that Atlas offers, such as 8.0.',
  CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API: () =>
    'A project holds one free cluster (M0); take FLEX, or another project.',
  DUPLICATE_CLUSTER_NAME_PREFIX: () =>
    'Atlas makes host names of the first 23 characters: choose a name that differs there, or use environment to have one derived.',
  CLUSTER_NAME_PREFIX_INVALID: () => 'Choose a shorter name, or one whose 23rd character is no hyphen.',
  ATLAS_RESERVED_CLUSTER_NAME: () => 'Choose another name.',
  CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED: () =>
    'Teardown lifts the protection of clusters of this repository only; lift it in Atlas if it really has to go.',
  CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS: () =>
    'Atlas lags behind the end of the last cluster; run the step again in a few minutes.',
  CANNOT_CLOSE_GROUP_ACTIVE_BACKUP_COMPLIANCE_POLICY: () =>
    'The project stays until the snapshots that its backup compliance policy keeps have expired.',
  CANNOT_CLOSE_GROUP_ACTIVE_BACKUP: projectIsUsed,
  CANNOT_CLOSE_GROUP_ACTIVE_PEERING_CONNECTIONS: projectIsUsed,
  CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_DATA_LAKES: projectIsUsed,
  CANNOT_CLOSE_GROUP_ACTIVE_STREAMS_RESOURCE: projectIsUsed,
  CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES: projectIsUsed,
  CANNOT_TERMINATE_CLUSTER_WITH_UNDERGOING_REGIONAL_OUTAGE_SIMULATION: () =>
    'End the outage simulation of the cluster first.',
  MAX_GROUPS_PER_ORG_EXCEEDED: () => 'Delete projects that nobody needs, or name an existing one.',
  COLLECTION_ROLES_LIMIT_EXCEEDED: ({ parameters }) =>
    `A project holds ${typeof parameters[0] === 'number' ? parameters[0] : 100} roles on single collections, those of all its users together. Give roles on databases (readWrite@orders), or a custom role.`,
  ATLAS_INVALID_AWS_IAM_ARN: () => 'The username is the whole ARN, such as arn:aws:iam::123456789012:role/app.',
  CANNOT_MODIFY_DISK_SIZE_FOR_NVME_CLUSTER: () => 'NVMe disks have a fixed size: leave disk-size-gb out.',
  CLUSTER_DISK_IOPS_INVALID: () => 'Leave diskIOPS out: they follow from the disk size and the tier.',
  GROUP_USERS_LIMIT_EXCEEDED: () =>
    'A project holds a hundred database users; tear environments down, or use another project.',
  ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED: () => 'A project holds 200 access entries; remove some first.',
  CROSS_REGION_NETWORK_PERMISSIONS_LIMIT_EXCEEDED: () =>
    "The project's access list is too long for clusters in several regions; list ranges instead of addresses, or have Atlas raise the limit.",
  PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY: () =>
    'Atlas lets nothing expire that was permanent before: remove it first, or ask for no expiry.',
  INVALID_NETWORK_PERMISSION_COMMENT: () => 'A comment has at most eighty characters.',
  IPV6_UNSUPPORTED: () => 'The project takes no IPv6 addresses; list IPv4 ones.',
  CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION: () =>
    'Security groups need a peering between your VPC and the project; without one, list addresses.',
  NETWORK_PERMISSION_EXPIRATION_NOT_SUPPORTED: () => 'Security groups never expire: leave the expiry out.',
  WEAK_PASSWORD: () => 'Atlas wants a longer or less regular password; password-seed makes strong ones.',
  COMMON_PASSWORD: () => 'The password is on a public list; password-seed makes strong ones.',
  ATLAS_SCOPE_CLUSTER_NOT_FOUND: () =>
    "Check the user's clusters: each must be there. If one is just being made, run the step again once it is.",
  ATLAS_INVALID_ROLE: () => 'Write roles as role@database, such as readWrite@orders; check the spelling.',
  ATLAS_INVALID_ROLE_DATABASE: () => 'This role exists on the admin database only: leave @database out.',
  EXPIRATION_DATE_IN_PAST: () => "The runner's clock is behind Atlas's: check it, or ask for a longer life.",
  EXPIRATION_DATE_EXCEEDS_MAX: () => 'Atlas takes at most seven days.',
};

const unreachable: Hint = () => 'Atlas has a fault of its own; run the job again, and see https://status.mongodb.com.';

const hintByStatus: Readonly<Record<number, Hint>> = {
  401: () =>
    'Atlas does not accept the credentials: check that they are current and belong to this Atlas (base-url for Atlas for Government).',
  403: rights,
  404: () => 'Check the names and ids in the inputs, and base-url if it is set.',
  429: () => 'Too many requests; run fewer jobs at once, or run this one later.',
  500: unreachable,
  502: unreachable,
  503: unreachable,
  504: unreachable,
};
