import { z } from 'zod';
import type { AtlasClient, CallInput } from './client.ts';
import { AtlasError } from './errors.ts';
import { operation } from './operation.ts';
import { optionalText } from './optional.ts';
import { listAll, pageOf } from './pagination.ts';

/** A database user. Users belong to the project, not to a cluster; scopes say which clusters they may reach. */
export interface DatabaseUser {
  readonly username: string;
  /** `admin`, or `$external` for users who prove themselves outside of the database. */
  readonly databaseName: string;
  readonly roles: readonly DatabaseRole[];
  readonly scopes: readonly { readonly name: string; readonly type: string }[];
  readonly description: string | undefined;
  /** ISO 8601; undefined for a permanent user. */
  readonly deleteAfterDate: string | undefined;
  readonly x509Type: string;
  readonly awsIAMType: string;
  readonly oidcAuthType: string;
}

export interface DatabaseRole {
  readonly roleName: string;
  readonly databaseName: string;
  /** Only for roles on one collection. */
  readonly collectionName?: string | undefined;
}

/** Fields of a user to create or change; a change merges, and a password alone is fine. */
export interface DatabaseUserChange {
  readonly password?: string;
  readonly roles?: DatabaseUser['roles'];
  readonly scopes?: DatabaseUser['scopes'];
  readonly description?: string;
  readonly deleteAfterDate?: string;
  /** How the user proves who it is; it cannot change, but goes along. */
  readonly x509Type?: string;
  readonly awsIAMType?: string;
  readonly oidcAuthType?: string;
}

export interface NewDatabaseUser extends DatabaseUserChange {
  readonly username: string;
  readonly databaseName: string;
  readonly roles: DatabaseUser['roles'];
}

const none = z
  .string()
  .nullish()
  .transform((type) => type ?? 'NONE');

const user: z.ZodType<DatabaseUser> = z.object({
  username: z.string(),
  databaseName: z.string(),
  roles: z
    .array(z.object({ roleName: z.string(), databaseName: z.string(), collectionName: optionalText }))
    .nullish()
    .transform((roles) => roles ?? []),
  scopes: z
    .array(z.object({ name: z.string(), type: z.string() }))
    .nullish()
    .transform((scopes) => scopes ?? []),
  description: optionalText,
  deleteAfterDate: optionalText,
  x509Type: none,
  awsIAMType: none,
  oidcAuthType: none,
});

const inProject = 'the database user "{username}" of project {groupId}';
const role = 'Project Database Access Admin';

const get = operation({
  method: 'GET',
  path: '/groups/{groupId}/databaseUsers/{databaseName}/{username}',
  version: '2023-01-01',
  task: `read ${inProject}`,
  role: 'Project Read Only',
  answer: user,
});

const list = operation({
  method: 'GET',
  path: '/groups/{groupId}/databaseUsers',
  version: '2023-01-01',
  task: 'list the database users of project {groupId}',
  role: 'Project Read Only',
  answer: pageOf(user),
});

const create = operation({
  method: 'POST',
  path: '/groups/{groupId}/databaseUsers',
  version: '2023-01-01',
  task: 'create a database user in project {groupId}',
  role,
  answer: user,
});

const update = operation({
  method: 'PATCH',
  path: '/groups/{groupId}/databaseUsers/{databaseName}/{username}',
  version: '2023-01-01',
  task: `change ${inProject}`,
  role,
  answer: user,
});

const remove = operation({
  method: 'DELETE',
  path: '/groups/{groupId}/databaseUsers/{databaseName}/{username}',
  version: '2023-01-01',
  task: `delete ${inProject}`,
  role,
  answer: z.unknown(),
});

/** Which user of a project. */
export interface UserAddress {
  readonly groupId: string;
  readonly databaseName: string;
  readonly username: string;
}

/** Reads a user; undefined where there is none. */
export async function findDatabaseUser(client: AtlasClient, address: UserAddress): Promise<DatabaseUser | undefined> {
  try {
    return await client.call(get, { path: address });
  } catch (error) {
    if (isMissingUser(error)) return undefined;
    throw error;
  }
}

/** All database users of a project. */
export function listDatabaseUsers(client: AtlasClient, groupId: string): Promise<readonly DatabaseUser[]> {
  return listAll(client, list, { path: { groupId } });
}

/** Creates a user. The answer may be lost although it is made: look before asking again. */
export function createDatabaseUser(client: AtlasClient, groupId: string, body: NewDatabaseUser): Promise<DatabaseUser> {
  return client.call(create, { path: { groupId }, body: { groupId, ...body } });
}

/** Changes a user; name, database and kind stay. Sending the same change twice does no harm. */
export function updateDatabaseUser(
  client: AtlasClient,
  address: UserAddress,
  body: DatabaseUserChange,
): Promise<DatabaseUser> {
  return client.call(update, { path: address, body });
}

/**
 * Deletes a user; already gone is success. Resolves to whether there was one. Where the name may be another user's by the time
 * of a repetition, `repeat` leaves that to the caller, who looks first.
 */
export async function deleteDatabaseUser(
  client: AtlasClient,
  address: UserAddress,
  { repeat }: Pick<CallInput<string>, 'repeat'> = {},
): Promise<boolean> {
  try {
    await client.call(remove, { path: address, repeat });
    return true;
  } catch (error) {
    if (isMissingUser(error)) return false;
    throw error;
  }
}

/** Whether an error says that there is no such user; the wire uses two codes. */
export function isMissingUser(error: unknown): boolean {
  return (
    error instanceof AtlasError &&
    error.status === 404 &&
    (error.code === 'USERNAME_NOT_FOUND' || error.code === 'USER_NOT_FOUND')
  );
}
