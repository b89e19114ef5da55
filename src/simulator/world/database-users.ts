import { createHash } from 'node:crypto';
import type { AuthTypes, DatabaseUser } from './access-types.ts';
import { isExpired } from './expiry.ts';
import type { World } from './types.ts';

/** The database users of a project that have not expired. */
export function databaseUsersOf(world: World, groupId: string): readonly DatabaseUser[] {
  const now = world.clock.now();
  return world.databaseUsers.filter((user) => user.groupId === groupId && !isExpired(user, now));
}

/** Finds one database user by what its path names. */
export function findDatabaseUser(
  world: World,
  { groupId, databaseName = 'admin', username }: UserKey,
): DatabaseUser | undefined {
  return databaseUsersOf(world, groupId).find(
    (user) => user.username === username && user.databaseName === databaseName,
  );
}

export interface UserKey {
  readonly groupId: string;
  /** `admin` unless told. */
  readonly databaseName?: string;
  readonly username: string;
}

/** Removes a database user. */
export function removeDatabaseUser(world: World, user: DatabaseUser): void {
  world.databaseUsers.splice(world.databaseUsers.indexOf(user), 1);
}

/** No way to sign in but a password. */
export const passwordOnly: AuthTypes = {
  awsIAMType: 'NONE',
  ldapAuthType: 'NONE',
  oidcAuthType: 'NONE',
  x509Type: 'NONE',
};

/** Tells whether a text is the user's password of now. */
export function passwordIs(user: DatabaseUser, password: string): boolean {
  return user.passwordHash === passwordHash(user, password);
}

/** Turns a password into what is kept of it, different for every user. */
export function passwordHash({ groupId, databaseName, username }: Required<UserKey>, password: string): string {
  return createHash('sha256')
    .update(JSON.stringify([groupId, databaseName, username, password]))
    .digest('hex');
}
