import type { Project } from '../world/types.ts';
import type { Caller, RoleGrant } from './credentials.ts';

const everyProjectRole = [
  'Project Read Only',
  'Project Cluster Manager',
  'Project Backup Manager',
  'Project Network Access Manager',
  'Project Database Access Admin',
  'Project Data Access Admin',
  'Project Stream Processing Owner',
  'Project Search Index Editor',
] as const;

/** Each role, with the roles that it directly includes. */
const includes: Readonly<Record<string, readonly string[]>> = {
  'Organization Owner': ['Organization Project Creator', 'Organization Read Only', 'Project Owner'],
  'Organization Project Creator': ['Organization Member'],
  'Organization Read Only': ['Organization Member', 'Project Read Only'],
  'Organization Member': [],
  'Project Owner': everyProjectRole,
  'Project Cluster Manager': [
    'Project Cluster Creator',
    'Project Cluster Resilience Tester',
    'Project Replica Set Manager',
    'Project Read Only',
  ],
  'Project Cluster Creator': ['Project Read Only'],
  'Project Cluster Resilience Tester': ['Project Read Only'],
  'Project Replica Set Manager': ['Project Read Only'],
  'Project Backup Manager': [
    'Project Backup Creator',
    'Project Backup Recovery Operator',
    'Project Backup Export Operator',
    'Project Read Only',
  ],
  'Project Backup Creator': ['Project Read Only'],
  'Project Backup Recovery Operator': ['Project Read Only'],
  'Project Backup Export Operator': ['Project Read Only'],
  'Project Network Access Manager': ['Project Read Only'],
  'Project Database Access Admin': ['Project Read Only'],
  'Project Data Access Admin': ['Project Read Only'],
  'Project Stream Processing Owner': ['Project Read Only'],
  'Project Search Index Editor': ['Project Read Only'],
  'Project Read Only': [],
};

/** Tells whether a caller has one of the roles, or one above, in a project. */
export function isAllowedInProject(caller: Caller, project: Project, needed: readonly string[]): boolean {
  return caller.roles
    .filter((grant) => grant.projectId === project.id || grant.orgId === project.orgId)
    .some((grant) => covers(grant.role, needed));
}

/** Tells whether a caller has one of the roles, or one above, in an organization. */
export function isAllowedInOrganization(caller: Caller, orgId: string, needed: readonly string[]): boolean {
  return caller.roles.some((grant) => grant.orgId === orgId && covers(grant.role, needed));
}

/** Tells whether a caller sees a project at all. */
export function sees(caller: Caller, project: Project): boolean {
  return isAllowedInProject(caller, project, ['Project Read Only']);
}

/** Tells whether a caller can read every project of its organization. */
export function readsWholeOrganization(caller: Caller): boolean {
  return isAllowedInOrganization(caller, caller.orgId, ['Organization Read Only']);
}

/** Names a role as the API writes it, where a project is a group: `Project Owner` → `GROUP_OWNER`. */
export function roleName(grant: RoleGrant): string {
  return grant.role
    .toUpperCase()
    .replace(/^ORGANIZATION /, 'ORG ')
    .replace(/\bPROJECT /, 'GROUP ')
    .replaceAll(' ', '_');
}

/** Tells whether a role is one that this table knows. */
export function isKnownRole(role: string): boolean {
  return role in includes;
}

function covers(role: string, needed: readonly string[]): boolean {
  return needed.includes(role) || (includes[role] ?? []).some((included) => covers(included, needed));
}
