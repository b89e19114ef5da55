import { atlasError } from '../errors.ts';
import { oneOf, optionalText, requiredText } from '../fields.ts';
import type { JsonObject } from '../json.ts';
import type { AuthTypes, DatabaseUser } from '../world/access-types.ts';
import { passwordOnly } from '../world/database-users.ts';

/** What cannot change about a database user. */
export type Identity = AuthTypes & Pick<DatabaseUser, 'databaseName' | 'username'>;

const longestName = 1024;
const blockedNames = ['__system', 'mms-automation', 'mms-monitoring-agent', 'mms-backup-agent'];

interface Kind {
  readonly field: keyof AuthTypes;
  readonly value: string;
  readonly database: 'admin' | '$external';
  /** What the name of such a user looks like. */
  readonly name?: RegExp;
}

const distinguishedName = /^[A-Za-z0-9.]+=/;
const ofIdentityProvider = /^[0-9a-f]{24}\/.+$/;
const kinds: readonly Kind[] = [
  { field: 'awsIAMType', value: 'USER', database: '$external', name: /^arn:aws[\w-]*:iam::\d{12}:user\/.+$/ },
  { field: 'awsIAMType', value: 'ROLE', database: '$external', name: /^arn:aws[\w-]*:iam::\d{12}:role\/.+$/ },
  { field: 'ldapAuthType', value: 'USER', database: '$external', name: distinguishedName },
  { field: 'ldapAuthType', value: 'GROUP', database: '$external', name: distinguishedName },
  { field: 'oidcAuthType', value: 'USER', database: '$external', name: ofIdentityProvider },
  { field: 'oidcAuthType', value: 'IDP_GROUP', database: 'admin', name: ofIdentityProvider },
  { field: 'x509Type', value: 'CUSTOMER', database: '$external', name: distinguishedName },
  { field: 'x509Type', value: 'MANAGED', database: '$external' },
];
const fields = ['awsIAMType', 'ldapAuthType', 'oidcAuthType', 'x509Type'] as const;

/** Reads who a new database user is and how it signs in. */
export function readIdentity(body: JsonObject): Identity {
  const types = readAuthTypes(body);
  const databaseName = requiredText(body, 'databaseName');
  const username = requiredText(body, 'username');
  const kind = kindOf(types);
  if ((kind?.database ?? 'admin') !== databaseName) throw wrongDatabase(kind);
  checkName(username, kind);
  return { ...types, databaseName, username };
}

/** Refuses to make somebody else of a database user. */
export function checkSameIdentity(body: JsonObject, user: Identity): void {
  const given = { ...user, ...presentTexts(body) };
  if (given.username !== user.username) throw atlasError('DATABASE_USERNAME_CANNOT_BE_CHANGED');
  if (given.databaseName !== user.databaseName) throw atlasError('DATABASE_NAME_CANNOT_BE_CHANGED');
  if (fields.some((field) => given[field] !== user[field])) throw atlasError('AUTH_TYPE_CANNOT_BE_CHANGED');
  // Without its kind, a user with a managed certificate is taken for another one (mongodb-atlas-cli#2338).
  const isManaged = user.x509Type === 'MANAGED';
  if (isManaged && optionalText(body, 'x509Type') === undefined)
    throw atlasError('DATABASE_USERNAME_CANNOT_BE_CHANGED');
}

/** Tells whether a user signs in with a password. */
export function usesPassword(types: AuthTypes): boolean {
  return fields.every((field) => types[field] === 'NONE');
}

function presentTexts(body: JsonObject): Partial<Identity> {
  const names = ['username', 'databaseName', ...fields];
  return Object.fromEntries(
    names.map((name) => [name, optionalText(body, name)]).filter(([, value]) => value !== undefined),
  );
}

function readAuthTypes(body: JsonObject): AuthTypes {
  const valuesOf = (field: keyof AuthTypes) => kinds.filter((kind) => kind.field === field).map(({ value }) => value);
  const read = (field: keyof AuthTypes) => oneOf(['NONE', ...valuesOf(field)], optionalText(body, field) ?? 'NONE');
  const types = Object.fromEntries(fields.map((field) => [field, read(field)]));
  return { ...passwordOnly, ...types };
}

function kindOf(types: AuthTypes): Kind | undefined {
  const chosen = kinds.filter(({ field, value }) => types[field] === value);
  if (chosen.length > 1) {
    const names = chosen.map(({ field }) => field);
    if (names.includes('x509Type') && names.includes('ldapAuthType'))
      throw atlasError('ATLAS_X509_USER_CANNOT_USE_LDAP');
    throw atlasError('ATLAS_INVALID_AUTH_SETTINGS', `Only one of ${names.join(' and ')} can be set`);
  }
  return chosen[0];
}

function wrongDatabase(kind: Kind | undefined) {
  if (kind?.database === '$external') return atlasError('DATABASE_NAME_INVALID_EXTERNAL');
  return atlasError('DATABASE_NAME_INVALID_ADMIN', kind === undefined ? 'SCRAM users' : 'OIDC groups');
}

function checkName(username: string, kind: Kind | undefined): void {
  if (username === '' || username.length > longestName) throw atlasError('ATLAS_INVALID_USERNAME', username);
  if (blockedNames.includes(username)) throw atlasError('BLOCKED_USERNAME', username);
  if (kind?.name === undefined || kind.name.test(username)) return;
  if (kind.field === 'awsIAMType') throw atlasError('ATLAS_INVALID_AWS_IAM_ARN', username, kind.value);
  throw atlasError(kind.name === distinguishedName ? 'ATLAS_INVALID_LDAP_NAME' : 'ATLAS_INVALID_USERNAME', username);
}
