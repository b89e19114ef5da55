import type { AtlasClient } from '../atlas/client.ts';
import { changeSafely, createOnce } from '../atlas/create-once.ts';
import {
  createDatabaseUser,
  type DatabaseUser,
  type DatabaseUserChange,
  findDatabaseUser,
  type NewDatabaseUser,
  updateDatabaseUser,
} from '../atlas/database-users.ts';
import { isoTime } from '../atlas/iso-time.ts';
import { isMarkOf, type MarkOwner, readMark, writeMark } from '../environment/owner-mark.ts';
import { passwordFingerprint } from '../environment/passwords.ts';
import type { DesiredUser } from './desired.ts';
import type { PlanStep } from './plan.ts';
import { authentication } from './user-kinds.ts';

/** Atlas takes a hundred characters for a user's description. */
const DESCRIPTION_ROOM = 100;

export interface UserWork {
  readonly groupId: string;
  readonly desired: DesiredUser;
  readonly step: PlanStep;
  readonly owner: MarkOwner;
  /** One that was there when the plan was made may be gone. */
  readonly lookAgain: boolean;
  /** The user to make instead where another run has just made this one, with a password that nobody here knows. */
  readonly standIn?: ((user: DesiredUser) => DesiredUser | undefined) | undefined;
}

/** Makes one database user what the plan says. Two jobs that make the same one at once end on one user, with one password. */
export async function applyUser(client: AtlasClient, work: UserWork): Promise<void> {
  if (work.step.action === 'create') return await create(client, work);
  if (work.lookAgain && !(await isThere(client, work))) return await createAgain(client, work);
  if (work.step.action === 'update') await update(client, work);
}

async function isThere(client: AtlasClient, { groupId, desired }: UserWork): Promise<boolean> {
  const { database: databaseName } = authentication[desired.kind];
  return (await findDatabaseUser(client, { groupId, databaseName, username: desired.username })) !== undefined;
}

async function createAgain(client: AtlasClient, work: UserWork): Promise<void> {
  const { username, kind, password } = work.desired;
  const gone = `Database user "${username}" has been removed since the plan was made`;
  if (kind === 'password' && password === undefined)
    throw new Error(`${gone}, and nobody here knows its password. Run the step again: it makes the user anew.`);
  client.log(`${gone}; making it anew.`);
  await create(client, work);
}

async function create(client: AtlasClient, work: UserWork): Promise<void> {
  const { groupId, desired, owner } = work;
  const { database: databaseName, field, value } = authentication[desired.kind];
  const address = { groupId, databaseName, username: desired.username };
  const body: NewDatabaseUser = {
    username: desired.username,
    databaseName,
    ...fieldsOf(work),
    roles: rolesOf(desired),
    ...(field !== undefined && { [field]: value }),
  };
  const { thing, isAnswer } = await createOnce<DatabaseUser>(client, {
    create: () => createDatabaseUser(client, groupId, body),
    find: () => findDatabaseUser(client, address),
    takenCodes: ['USER_ALREADY_EXISTS'],
    what: `database user "${desired.username}"`,
  });
  if (isAnswer) return;
  const mark = readMark(thing.description);
  if (!isMarkOf(mark, owner)) throw new UserTaken(desired.username);
  if (desired.password === undefined || mark?.fingerprint === fingerprintOf(work)) return;
  const standIn = work.standIn?.(desired);
  if (!standIn) throw new UserTaken(desired.username);
  client.log(`Another run has just made database user "${desired.username}"; "${standIn.username}" is made instead.`);
  await create(client, { ...work, desired: standIn });
}

/** Somebody else made a user of that name at the same time, with another password. */
export class UserTaken extends Error {
  override readonly name = 'UserTaken';

  constructor(username: string) {
    super(
      `Database user "${username}" has just been made by somebody else. Choose another username, or run the step again.`,
    );
  }
}

async function update(client: AtlasClient, work: UserWork): Promise<void> {
  const { groupId, desired, step } = work;
  const { database: databaseName } = authentication[desired.kind];
  const changed = new Set(step.changes.map(({ field }) => field));
  const all = { ...fieldsOf(work), roles: rolesOf(desired) };
  const body: DatabaseUserChange = {
    ...(changed.has('roles') && { roles: all.roles }),
    ...(changed.has('clusters') && all.scopes && { scopes: all.scopes }),
    ...(changed.has('expires-at') && all.deleteAfterDate !== undefined && { deleteAfterDate: all.deleteAfterDate }),
    ...(changed.has('password') && all.password !== undefined && { password: all.password }),
    // The mark tells the password, so it changes with it.
    ...((changed.has('password') || changed.has('description')) && { description: all.description }),
  };
  await changeSafely(client, () =>
    updateDatabaseUser(client, { groupId, databaseName, username: desired.username }, body),
  );
}

function fieldsOf(work: UserWork) {
  const { desired, owner } = work;
  const fingerprint = fingerprintOf(work);
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

function fingerprintOf({ desired, groupId }: UserWork): string | undefined {
  const { password, username } = desired;
  return password === undefined ? undefined : passwordFingerprint(password, { projectId: groupId, username });
}

function rolesOf({ roles }: DesiredUser): DatabaseUser['roles'] {
  return roles.map(({ role, database, collection }) => ({
    roleName: role,
    databaseName: database,
    ...(collection !== undefined && { collectionName: collection }),
  }));
}
