import { type JsonObject, sortedByKey } from './json.ts';

/** An answer that Atlas gives instead of doing what was asked. */
export class AtlasError extends Error {
  readonly status: number;
  readonly errorCode: string;
  readonly detail: string;
  readonly parameters: ReadonlyArray<string | number>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: AtlasErrorOptions) {
    super(options.detail);
    this.status = options.status;
    this.errorCode = options.errorCode;
    this.detail = options.detail;
    this.parameters = options.parameters ?? [];
    this.headers = options.headers ?? {};
  }
}

export interface AtlasErrorOptions {
  readonly status: number;
  readonly errorCode: string;
  readonly detail: string;
  readonly parameters?: ReadonlyArray<string | number>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Makes the error of a code in the catalogue; the values fill `{0}`, `{1}` … and become its parameters. */
export function atlasError(errorCode: ErrorCode, ...values: ReadonlyArray<string | number>): AtlasError {
  const [status, template] = catalogue[errorCode];
  const detail = template.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
  return new AtlasError({ status, errorCode, detail, parameters: values });
}

/** Writes an error's body, keys in alphabetical order. */
export function errorBody(error: AtlasErrorOptions): JsonObject {
  return sortedByKey({
    detail: error.detail,
    error: error.status,
    errorCode: error.errorCode,
    parameters: error.parameters ?? [],
    reason: reasonPhrase(error.status),
  });
}

/** Names an HTTP status. */
export function reasonPhrase(status: number): string {
  return reasons[status] ?? 'Unknown';
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  410: 'Gone',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Details that were recorded or quoted in public logs are word for word; the others follow MongoDB's list of codes. */
const catalogue = {
  USER_UNAUTHORIZED: [401, 'Current user is not authorized to perform this action.'],
  NOT_IN_GROUP: [401, 'The current user is not in the group, or the group does not exist.'],
  USER_CANNOT_ACCESS_ORG: [401, 'The current user does not have access to the specified organization.'],
  NOT_ORG_GROUP_CREATOR: [401, 'The current user is not authorized to create groups in organization {0}.'],
  IP_ADDRESS_NOT_ON_ACCESS_LIST: [403, 'IP address {0} is not allowed to access this resource.'],
  INVALID_VERSION_DATE: [406, 'Invalid accept header or version date.'],
  VERSION_GONE: [410, 'The requested resource version is no longer available.'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'Content type {0} is not supported.'],
  METHOD_NOT_ALLOWED: [405, 'Method {0} is not allowed for this resource.'],
  UNEXPECTED_ERROR: [500, 'Unexpected error.'],
  MALFORMED_JSON: [400, 'Received JSON is malformed.'],
  INVALID_JSON: [400, 'Received JSON is not in the expected form.'],
  INVALID_JSON_ATTRIBUTE: [400, 'Received JSON for the {0} attribute does not match expected format.'],
  INVALID_ATTRIBUTE: [400, 'Invalid attribute {0} specified.'],
  INVALID_ENUM_VALUE: [400, 'An invalid enumeration value {0} was specified.'],
  MISSING_ATTRIBUTE: [400, 'The required attribute {0} was not specified.'],
  VALIDATION_ERROR: [400, 'The request content produced the validation error: {0}.'],
  INVALID_QUERY_PARAMETER: [400, 'Invalid query parameter {0} specified.'],
  RESOURCE_NOT_FOUND: [404, 'Cannot find resource {0}.'],
  GROUP_NOT_FOUND: [404, 'No group with ID {0} exists.'],
  INVALID_GROUP_ID: [404, 'An invalid group ID {0} was specified.'],
  GROUP_NAME_NOT_FOUND: [404, 'No group with name {0} exists.'],
  GROUP_ALREADY_EXISTS: [409, 'A group with name "{0}" already exists.'],
  INVALID_GROUP_NAME: [400, 'An invalid group name "{0}" was specified.'],
  ORG_NOT_FOUND: [404, 'No organization with ID {0} exists.'],
  INVALID_ORG_ID: [404, 'An invalid organization ID {0} was specified.'],
  CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS: [
    409,
    'Cannot close group while it has active clusters; please terminate all clusters.',
  ],
  CLUSTER_NOT_FOUND: [404, 'No cluster named {0} exists in group {1}.'],
  DUPLICATE_CLUSTER_NAME: [400, 'A {0} named {1} is already present in group {2}.'],
  DUPLICATE_CLUSTER_NAME_PREFIX: [
    400,
    'Cluster name {0} cannot have same first {1} characters as another cluster or serverless instance name in same group.',
  ],
  CLUSTER_NAME_PREFIX_INVALID: [
    400,
    'Cluster name "{0}" is invalid. Atlas truncates cluster names to {1} characters which results in an invalid hostname due to a trailing "-" in the generated cluster name prefix "{2}".',
  ],
  CLUSTER_NAME_INVALID: [
    400,
    'The specified cluster name {0} is not allowed. Only ASCII letters, numbers, and hyphens are allowed.',
  ],
  CLUSTER_NAME_TOO_LONG: [400, 'The specified cluster name {0} is too long. The maximum is {1} characters.'],
  ATLAS_RESERVED_CLUSTER_NAME: [400, 'The specified cluster name {0} is reserved.'],
  CLUSTER_CANNOT_CHANGE_NAME: [400, 'The name of a cluster cannot be changed.'],
  CLUSTER_ALREADY_REQUESTED_DELETION: [400, 'The cluster {0} has already been requested for deletion.'],
  CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED: [
    400,
    'Cannot terminate a cluster when termination protection is enabled. Disable termination protection and try again.',
  ],
  CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API: [400, 'Flex cluster {0} cannot be used in the Cluster API.'],
  CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API: [400, 'Cannot use non-flex cluster {0} in the flex API.'],
  TENANT_CLUSTER_UPDATE_UNSUPPORTED: [400, 'Cannot update a M0/M2/M5 cluster through the public API.'],
  CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API: [
    400,
    'Cannot create a cluster with instance size {0} via the public api: {1}',
  ],
  CONTAINER_WAITING_FOR_FAST_RECORD_CLEAN_UP: [
    400,
    'A transient error occurred. Please try again in a minute or use a different name.',
  ],
  ASYMMETRIC_SHARD_UNSUPPORTED: [400, 'Clusters with asymmetric shards are not supported by this API version.'],
  MAX_CLUSTERS_PER_GROUP_EXCEEDED: [400, 'A group cannot have more than {0} clusters.'],
  INVALID_REGION: [400, 'No region {0} exists for provider {1}.'],
  MONGODB_VERSION_INVALID: [400, 'MongoDB version {0} is not valid.'],
  CLUSTER_UPGRADE_INVALID: [400, 'Cluster cannot be downgraded to an earlier MongoDB version.'],
  CANNOT_CREATE_PAUSED_CLUSTER: [400, 'Cluster {0} cannot be created in a paused state.'],
  CLUSTER_ALREADY_PAUSED: [409, 'Cluster is already paused.'],
  CANNOT_UPDATE_PAUSED_CLUSTER: [409, 'Cannot update cluster {0} while it is paused or being paused.'],
  CANNOT_UPDATE_AND_PAUSE_CLUSTER: [409, 'Cannot update and pause cluster {0} at the same time.'],
  CANNOT_PAUSE_CLUSTER_WITH_PENDING_CHANGES: [409, 'Cannot pause a cluster that has pending changes.'],
  CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER: [
    400,
    'Cannot pause a cluster that was resumed less than {0} minutes ago. Please try again later.',
  ],
  COMPUTE_AUTO_SCALING_MAX_INSTANCE_SIZE_REQUIRED: [
    400,
    'Compute auto-scaling max instance size required when compute auto-scaling is enabled.',
  ],
  COMPUTE_AUTO_SCALING_MIN_INSTANCE_SIZE_REQUIRED: [
    400,
    'Compute auto-scaling min instance size required when scale down is enabled.',
  ],
  COMPUTE_AUTO_SCALING_SCALE_DOWN_ENABLED_INVALID: [
    400,
    'Compute auto-scaling scale down cannot be enabled when compute auto-scaling is disabled.',
  ],
  DISK_SIZE_GB_INCONSISTENT: [400, 'The disk size must be the same for all node types and shards.'],
  UNFINISHED_ON_DEMAND_SNAPSHOT: [400, 'An on-demand snapshot of this cluster is already queued or in progress.'],
  BACKUP_JOB_NOT_FOUND: [400, 'No backup job was found for this cluster; backup is not enabled.'],
  PROVIDER_BACKUP_NOT_SUPPORTED: [400, 'Cloud provider backups are not supported for this provider.'],
  SNAPSHOT_NOT_FOUND: [404, 'No snapshot with ID {0} exists for cluster {1}.'],
  INVALID_SNAPSHOT_ID: [404, 'An invalid snapshot ID {0} was specified.'],
  CANNOT_DELETE_IN_PROGRESS_SNAPSHOT: [400, 'Cannot delete snapshot {0} while it is in progress.'],
  CANNOT_MODIFY_IN_PROGRESS_SNAPSHOT_RETENTION: [400, 'Cannot modify the retention of a snapshot in progress.'],
  BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID: [400, 'The snapshot retention value is invalid.'],
  TENANT_SNAPSHOT_NOT_FOUND: [404, 'No snapshot with ID {0} exists for cluster {1}.'],
} as const satisfies Record<string, readonly [status: number, template: string]>;

/** A code of the catalogue. */
export type ErrorCode = keyof typeof catalogue;
