import type { GrantedRole } from './system.ts';

/** Roles as Atlas's UI names them, as far as the suite needs them. */
export type Role =
  | 'Project Read Only'
  | 'Project Backup Creator'
  | 'Project Backup Recovery Operator'
  | 'Project Backup Export Operator'
  | 'Project Backup Manager'
  | 'Project Cluster Creator'
  | 'Project Replica Set Manager'
  | 'Project Cluster Manager'
  | 'Project Database Access Admin'
  | 'Project Network Access Manager'
  | 'Project Owner'
  | 'Organization Read Only'
  | 'Organization Project Creator';

const projectOwners = ['GROUP_OWNER', 'ORG_OWNER'] as const;
const clusterManagers = ['GROUP_CLUSTER_MANAGER', ...projectOwners] as const;
const backupManagers = ['GROUP_BACKUP_MANAGER', ...projectOwners] as const;

/** By the role that is needed, those that are enough, as the API names them: the role itself and whatever stands above it. */
const enough: Readonly<Record<Role, readonly string[]>> = {
  // Every role in a project may read it; see below.
  'Project Read Only': ['ORG_OWNER', 'ORG_READ_ONLY'],
  'Project Backup Creator': ['GROUP_BACKUP_CREATOR', ...backupManagers],
  'Project Backup Recovery Operator': ['GROUP_BACKUP_RECOVERY_OPERATOR', ...backupManagers],
  'Project Backup Export Operator': ['GROUP_BACKUP_EXPORT_OPERATOR', ...backupManagers],
  'Project Backup Manager': backupManagers,
  'Project Cluster Creator': ['GROUP_CLUSTER_CREATOR', ...clusterManagers],
  'Project Replica Set Manager': ['GROUP_REPLICA_SET_MANAGER', ...clusterManagers],
  'Project Cluster Manager': clusterManagers,
  'Project Database Access Admin': ['GROUP_DATABASE_ACCESS_ADMIN', ...projectOwners],
  'Project Network Access Manager': ['GROUP_NETWORK_ACCESS_MANAGER', ...projectOwners],
  'Project Owner': projectOwners,
  'Organization Read Only': ['ORG_READ_ONLY', 'ORG_OWNER'],
  'Organization Project Creator': ['ORG_GROUP_CREATOR', 'ORG_OWNER'],
};

/** Whether roles are enough for what needs `role` in a project; one of the organization holds in all its projects. */
export function coversRole(granted: readonly GrantedRole[], role: Role, groupId: string | undefined): boolean {
  const isHere = (grant: GrantedRole) => grant.groupId === undefined || grant.groupId === groupId;
  return granted
    .filter(isHere)
    .some((grant) =>
      role === 'Project Read Only' && grant.groupId !== undefined ? true : enough[role].includes(grant.roleName),
    );
}
