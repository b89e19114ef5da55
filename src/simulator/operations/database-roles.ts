import { atlasError } from '../errors.ts';
import { optionalText, requiredObjects, requiredText } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import type { UserRole } from '../world/access-types.ts';
import type { Project } from '../world/types.ts';

const ofOneDatabase = ['dbAdmin', 'read', 'readWrite'];
const ofAdmin = [
  'atlasAdmin',
  'backup',
  'clusterMonitor',
  'dbAdminAnyDatabase',
  'enableSharding',
  'readAnyDatabase',
  'readWriteAnyDatabase',
];

/** Reads `roles` of a database user: built-in ones, or one custom role alone. */
export function readRoles(body: JsonObject, project: Project, username: string): readonly UserRole[] {
  const roles = requiredObjects(body, 'roles').map((role) => {
    const collectionName = optionalText(role, 'collectionName');
    return {
      roleName: requiredText(role, 'roleName'),
      databaseName: requiredText(role, 'databaseName'),
      ...(collectionName === undefined ? {} : { collectionName }),
    };
  });
  if (roles.length === 0) throw atlasError('MISSING_ATTRIBUTE', 'roles');
  for (const role of roles) checkRole(role, project);
  checkTogether(roles, project, username);
  return roles;
}

function checkRole({ roleName, databaseName }: UserRole, { customRoles }: Project): void {
  if (ofOneDatabase.includes(roleName)) return;
  if (!ofAdmin.includes(roleName) && !customRoles.includes(roleName)) {
    throw atlasError('ATLAS_INVALID_ROLE', roleName, databaseName);
  }
  if (databaseName !== 'admin') throw atlasError('ATLAS_INVALID_ROLE_DATABASE', roleName, 'admin');
}

function checkTogether(roles: readonly UserRole[], { customRoles }: Project, username: string): void {
  const names = roles.map(({ roleName, databaseName, collectionName }) =>
    [`${roleName}@${databaseName}`, collectionName].filter((part) => part !== undefined).join('.'),
  );
  const duplicates = names.filter((name, index) => names.indexOf(name) !== index);
  if (duplicates.length > 0) throw atlasError('DUPLICATE_DATABASE_ROLES', username, duplicates.join(', '));
  if (roles.length > 1 && roles.some(({ roleName }) => customRoles.includes(roleName))) {
    throw atlasError('ATLAS_INVALID_CUSTOM_ROLE_ASSIGNMENT');
  }
}
