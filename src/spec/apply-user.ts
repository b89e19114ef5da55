import type { AtlasClient } from '../atlas/client.ts';
import { changeSafely, createOnce } from '../atlas/create-once.ts';
import {
  createDatabaseUser,
  type DatabaseUser,
  type DatabaseUserChange,
  findDatabaseUser,
  isMissingUser,
  type NewDatabaseUser,
  updateDatabaseUser,
} from '../atlas/database-users.ts';
import { isoTime } from '../atlas/iso-time.ts';
import { type MarkOwner, writeMark } from '../environment/owner-mark.ts';
import { REPOSITORY_ID } from './authors-text.ts';
import type { DesiredUser } from './desired.ts';
import { asPlanned, type Outcome } from './outcome.ts';
import type { PlanStep } from './plan.ts';
import { authentication } from './user-kinds.ts';

/** Atlas takes a hundred characters for a user's description. */
const DESCRIPTION_ROOM = 100;

export interface UserWork {
  readonly groupId: string;
  readonly desired: DesiredUser;
  readonly step: PlanStep;
  readonly owner: MarkOwner;
  /** A cluster that the user shall reach is still being created. */
  readonly isClusterNew: boolean;
}

/** Atlas may not count a cluster as one of the project before it is there. */
const SCOPE_CODES = ['ATLAS_SCOPE_CLUSTER_NOT_FOUND'];

/** Makes one database user what the plan says. */
export async function applyUser(client: AtlasClient, work: UserWork): Promise<Outcome> {
  switch (work.step.action) {
    case 'create':
      return await create(client, work);
    case 'update':
      return await update(client, work);
    case 'unchanged':
      return asPlanned;
    default:
      throw new Error(`No such action: ${String(work.step.action satisfies never)}`);
  }
}

async function create(client: AtlasClient, work: UserWork): Promise<Outcome> {
  const { groupId, desired } = work;
  const { database: databaseName, field, value } = authentication[desired.kind];
  const address = { groupId, databaseName, username: desired.username };
  const body: NewDatabaseUser = {
    username: desired.username,
    databaseName,
    ...fieldsOf(work),
    roles: rolesOf(desired),
    ...(field !== undefined && { [field]: value }),
  };
  const { isNew, isAnswer } = await createOnce<DatabaseUser>(client, {
    create: () => createDatabaseUser(client, groupId, body),
    find: () => findDatabaseUser(client, address),
    takenCodes: ['USER_ALREADY_EXISTS'],
    passingCodes: passingCodesOf(work),
    what: `database user "${desired.username}"`,
  });
  return { isCreated: isNew, isSurprise: !isAnswer };
}

async function update(client: AtlasClient, work: UserWork): Promise<Outcome> {
  const { groupId, desired, step } = work;
  const { database: databaseName, field, value } = authentication[desired.kind];
  const changed = new Set(step.changes.map(({ field }) => field));
  const all = { ...fieldsOf(work), roles: rolesOf(desired) };
  const body: DatabaseUserChange = {
    // Without its kind Atlas takes a user with a certificate for another one (mongodb-atlas-cli#2338).
    ...(field !== undefined && { [field]: value }),
    ...(changed.has('roles') && { roles: all.roles }),
    ...(changed.has('clusters') && all.scopes && { scopes: all.scopes }),
    ...(changed.has('expires-at') && all.deleteAfterDate !== undefined && { deleteAfterDate: all.deleteAfterDate }),
    ...(changed.has('password') && all.password !== undefined && { password: all.password }),
    // The mark tells the password, so it changes with it.
    ...(['password', 'description', REPOSITORY_ID].some((one) => changed.has(one)) && { description: all.description }),
  };
  try {
    const address = { groupId, databaseName, username: desired.username };
    const options = { passingCodes: passingCodesOf(work) };
    await changeSafely(client, () => updateDatabaseUser(client, address, body), options);
  } catch (error) {
    if (!isMissingUser(error)) throw error;
    client.log(`Database user "${desired.username}" was removed by somebody else meanwhile.`);
    return { isCreated: false, isSurprise: true };
  }
  return asPlanned;
}

/** A cluster that is not being created is a mistake in the spec. */
function passingCodesOf({ isClusterNew }: UserWork): readonly string[] {
  return isClusterNew ? SCOPE_CODES : [];
}

function fieldsOf({ desired, owner }: UserWork) {
  const { fingerprint } = desired;
  const own = desired.description ? `${desired.description} ` : '';
  return {
    ...(desired.password !== undefined && { password: desired.password }),
    ...(desired.clusters && { scopes: desired.clusters.map((name) => ({ name, type: 'CLUSTER' })) }),
    // Atlas lets no X.509 user expire (ATLAS_X509_USER_CANNOT_BE_TEMPORARY).
    ...(desired.expiresAt !== undefined &&
      !desired.kind.startsWith('x509') && { deleteAfterDate: isoTime(desired.expiresAt) }),
    description: `${own.slice(0, DESCRIPTION_ROOM - SHORTEST_MARK)}${writeMark(owner, {
      fingerprint,
      room: Math.max(SHORTEST_MARK, DESCRIPTION_ROOM - own.length),
    })}`,
  };
}

/** `[gha 12345678.123456]` and a little. */
const SHORTEST_MARK = 25;

function rolesOf({ roles }: DesiredUser): DatabaseUser['roles'] {
  return roles.map(({ role, database, collection }) => ({
    roleName: role,
    databaseName: database,
    ...(collection !== undefined && { collectionName: collection }),
  }));
}
