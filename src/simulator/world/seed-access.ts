import type { AccessEntry, AccessScript, AuthTypes, DatabaseUser, UserRole, UserScope } from './access-types.ts';
import { canonicalBlock } from './addresses.ts';
import { findDatabaseUser, passwordHash, passwordIs, passwordOnly, type UserKey } from './database-users.ts';
import type { Project, World } from './types.ts';

/** A database user to put into a project. */
export interface DatabaseUserSeed extends Partial<AuthTypes> {
  readonly project?: Project;
  readonly username?: string;
  /** `admin` unless told. */
  readonly databaseName?: string;
  readonly password?: string;
  /** `readWriteAnyDatabase@admin` unless told; texts are `role@database`. */
  readonly roles?: ReadonlyArray<string | UserRole>;
  /** Names of clusters, or scopes; all clusters unless told. */
  readonly scopes?: ReadonlyArray<string | UserScope>;
  readonly labels?: ReadonlyArray<{ readonly key: string; readonly value: string }>;
  readonly description?: string;
  /** When it is removed by itself; a date in the past makes a user that is gone. */
  readonly deleteAfter?: Date | number | string;
}

/** An access list entry to put into a project. */
export interface AccessEntrySeed {
  readonly project?: Project;
  /** An address, a CIDR block or a security group. */
  readonly entry?: string;
  readonly comment?: string;
  readonly deleteAfter?: Date | number | string;
  /** ACTIVE unless told. */
  readonly status?: 'ACTIVE' | 'FAILED' | 'PENDING';
}

/** Fills a world with those who may connect, and asks about them. */
export interface AccessSeeds {
  seedDatabaseUser(seed?: DatabaseUserSeed): DatabaseUser;
  seedAccessEntry(seed?: AccessEntrySeed): AccessEntry;
  /** Finds a database user as it is now; on `admin` in the first project unless told. */
  databaseUser(username: string, place?: Partial<UserKey>): DatabaseUser | undefined;
  /** Tells whether a text is the password of a database user, named or found before; false where there is none. */
  passwordIs(user: DatabaseUser | string, password: string): boolean;
  /** Decides when and how the roll-out of the next access list entry ends. */
  scriptNextAccessEntry(script: AccessScript): void;
}

/** Makes the seeding functions for users and the access list. */
export function createAccessSeeds(world: World, projectOf: (given?: Project) => Project): AccessSeeds {
  const userNamed = (username: string, place: Partial<UserKey> = {}) =>
    findDatabaseUser(world, { groupId: projectOf().id, ...place, username });
  return {
    seedDatabaseUser: (seed = {}) => seedDatabaseUser(world, projectOf(seed.project), seed),
    seedAccessEntry: (seed = {}) => seedAccessEntry(world, projectOf(seed.project), seed),
    databaseUser: userNamed,
    passwordIs: (user, password) => {
      const known = typeof user === 'string' ? userNamed(user) : user;
      return known !== undefined && passwordIs(known, password);
    },
    scriptNextAccessEntry: (script) => {
      world.accessScripts.push(script);
    },
  };
}

function seedDatabaseUser(world: World, project: Project, seed: DatabaseUserSeed): DatabaseUser {
  const { username = 'app', databaseName = 'admin', password, deleteAfter, description } = seed;
  const { roles = ['readWriteAnyDatabase@admin'], scopes = [], labels = [] } = seed;
  const key = { groupId: project.id, databaseName, username };
  const user: DatabaseUser = {
    ...passwordOnly,
    ...authTypesOf(seed),
    ...key,
    createdAt: world.clock.now(),
    roles: roles.map((role) => (typeof role === 'string' ? roleOf(role) : role)),
    scopes: scopes.map((scope) => (typeof scope === 'string' ? { name: scope, type: 'CLUSTER' } : scope)),
    labels: labels.map(({ key: name, value }) => ({ key: name, value })),
    ...(description === undefined ? {} : { description }),
    ...(deleteAfter === undefined ? {} : { deleteAfter: new Date(deleteAfter).getTime() }),
    ...(password === undefined ? {} : { passwordHash: passwordHash(key, password) }),
  };
  world.databaseUsers.push(user);
  return user;
}

function seedAccessEntry(world: World, project: Project, seed: AccessEntrySeed): AccessEntry {
  const { entry = '198.51.100.7', comment, deleteAfter, status = 'ACTIVE' } = seed;
  const now = world.clock.now();
  const created: AccessEntry = {
    groupId: project.id,
    target: entry.includes('sg-') ? { awsSecurityGroup: entry } : { cidrBlock: blockOf(entry) },
    comment,
    deleteAfter: deleteAfter === undefined ? undefined : new Date(deleteAfter).getTime(),
    shownFrom: 0,
    activeAt: status === 'PENDING' ? Number.POSITIVE_INFINITY : now,
    failed: status === 'FAILED',
  };
  world.accessEntries.push(created);
  return created;
}

function authTypesOf({ awsIAMType, ldapAuthType, oidcAuthType, x509Type }: Partial<AuthTypes>): Partial<AuthTypes> {
  return {
    ...(awsIAMType === undefined ? {} : { awsIAMType }),
    ...(ldapAuthType === undefined ? {} : { ldapAuthType }),
    ...(oidcAuthType === undefined ? {} : { oidcAuthType }),
    ...(x509Type === undefined ? {} : { x509Type }),
  };
}

function roleOf(text: string): UserRole {
  const [roleName = '', databaseName = 'admin'] = text.split('@');
  return { roleName, databaseName };
}

function blockOf(entry: string): string {
  const block = canonicalBlock(entry);
  if (block === undefined) throw new Error(`"${entry}" is no IPv4 address or block`);
  return block;
}
