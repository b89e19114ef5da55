import { atlasError } from '../errors.ts';
import { oneOf, optionalObjects, optionalText, required, requiredText } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import type { AuthTypes, DatabaseUser, UserScope } from '../world/access-types.ts';
import type { Project } from '../world/types.ts';
import { checkPassword } from './database-passwords.ts';
import { readRoles } from './database-roles.ts';
import { type Identity, usesPassword } from './database-user-identity.ts';
import { readExpiry } from './expiry.ts';

const longestDescription = 100;
const knownFields = [
  'awsIAMType',
  'databaseName',
  'deleteAfterDate',
  'description',
  'groupId',
  'labels',
  'ldapAuthType',
  'links',
  'oidcAuthType',
  'password',
  'roles',
  'scopes',
  'username',
  'x509Type',
];

/** What can change about a database user. */
export type Details = Pick<DatabaseUser, 'roles'> &
  Partial<Pick<DatabaseUser, 'scopes' | 'labels' | 'description' | 'deleteAfter'>>;

interface DetailsContext {
  readonly project: Project;
  readonly now: number;
  readonly identity: Identity;
}

/** Refuses fields that a database user does not have. */
export function checkUserFields(body: JsonObject): void {
  const unknown = Object.keys(body).find((name) => !knownFields.includes(name));
  if (unknown !== undefined) throw atlasError('INVALID_ATTRIBUTE', unknown);
}

/** Reads what a request says about a user; what it does not mention is left out. */
export function readDetails(body: JsonObject, { project, now, identity }: DetailsContext): Details {
  const description = optionalText(body, 'description');
  if (description !== undefined && description.length > longestDescription) {
    throw atlasError('VALIDATION_ERROR', `description must not be longer than ${longestDescription} characters`);
  }
  const labels = optionalObjects(body, 'labels');
  const scopes = optionalObjects(body, 'scopes')?.map(readScope);
  const deleteAfter = readExpiry(body, now);
  if (deleteAfter !== undefined && identity.x509Type !== 'NONE')
    throw atlasError('ATLAS_X509_USER_CANNOT_BE_TEMPORARY');
  return {
    roles: readRoles(body, project, identity.username),
    ...(labels === undefined ? {} : { labels }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(description === undefined ? {} : { description }),
    ...(deleteAfter === undefined ? {} : { deleteAfter }),
  };
}

/** Reads a password, which only users without another way to sign in have. */
export function readPassword(body: JsonObject, types: AuthTypes, need: 'needed' | 'optional'): string | undefined {
  const password = optionalText(body, 'password');
  if (!usesPassword(types)) {
    if (password === undefined) return undefined;
    if (types.x509Type !== 'NONE') throw atlasError('ATLAS_X509_USER_CANNOT_USE_SCRAM');
    throw atlasError('ATLAS_INVALID_AUTH_SETTINGS', 'Only SCRAM users have a password');
  }
  if (need === 'needed') required('password', password);
  if (password !== undefined) checkPassword(password);
  return password;
}

function readScope(scope: JsonObject): UserScope {
  const name = requiredText(scope, 'name');
  if (!/^[a-zA-Z0-9][a-zA-Z0-9-]*$/.test(name)) throw atlasError('VALIDATION_ERROR', `scope name "${name}" is invalid`);
  return { name, type: oneOf(['CLUSTER', 'DATA_LAKE', 'STREAM'], requiredText(scope, 'type')) };
}
