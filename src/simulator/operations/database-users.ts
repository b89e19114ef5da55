import type { Reply } from '../answers.ts';
import { atlasError } from '../errors.ts';
import { changesIn, objectBody } from '../fields.ts';
import { pageOf } from '../paging.ts';
import type { DatabaseUser } from '../world/access-types.ts';
import { clustersOf, stateOf } from '../world/cluster-lifecycle.ts';
import { databaseUsersOf, findDatabaseUser, passwordHash, removeDatabaseUser } from '../world/database-users.ts';
import { rollOutUsers } from '../world/roll-out.ts';
import { checkUserFields, readDetails, readPassword } from './database-user-details.ts';
import { checkSameIdentity, readIdentity } from './database-user-identity.ts';
import { databaseUserView } from './database-user-view.ts';
import { checkMayExpire } from './expiry.ts';
import { type Call, type Operation, onlyVersion, parameter } from './operation.ts';

const mostUsers = 100;
const mostCollectionRoles = 100;
const common = { versions: onlyVersion('2023-01-01'), bucket: 'databaseUsers' } as const;
const all = '/api/atlas/v2/groups/{groupId}/databaseUsers';
const one = `${all}/{databaseName}/{username}`;
const mayRead = ['Project Read Only'];
const mayWrite = ['Project Database Access Admin', 'Project Stream Processing Owner'];

/** Database users. */
export const databaseUserOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'listGroupDatabaseUsers',
    method: 'GET',
    path: all,
    roles: mayRead,
    javaMethod: 'ApiAtlasV2DatabaseUsersResource::getUsers',
    handle: (call) =>
      pageOf(call, databaseUsersOf(call.world, call.project().id), (user) => databaseUserView(call, user)),
  },
  {
    ...common,
    operationId: 'createGroupDatabaseUser',
    method: 'POST',
    path: all,
    roles: mayWrite,
    javaMethod: 'ApiAtlasV2DatabaseUsersResource::addUser',
    handle: createUser,
  },
  {
    ...common,
    operationId: 'getGroupDatabaseUser',
    method: 'GET',
    path: one,
    roles: mayRead,
    javaMethod: 'ApiAtlasV2DatabaseUsersResource::getUserByName',
    handle: (call) => ({ status: 200, body: databaseUserView(call, namedUser(call)) }),
  },
  {
    ...common,
    operationId: 'updateGroupDatabaseUser',
    method: 'PATCH',
    path: one,
    roles: mayWrite,
    javaMethod: 'ApiAtlasV2DatabaseUsersResource::patchUser',
    handle: updateUser,
  },
  {
    ...common,
    operationId: 'deleteGroupDatabaseUser',
    method: 'DELETE',
    path: one,
    roles: mayWrite,
    javaMethod: 'ApiAtlasV2DatabaseUsersResource::deleteUser',
    handle: deleteUser,
  },
];

function createUser(call: Call): Reply {
  const { world, now } = call;
  const project = call.project();
  const body = objectBody(call.body);
  checkUserFields(body);
  const key = { groupId: project.id, ...readIdentity(body) };
  const details = readDetails(body, { project, now, identity: key });
  const password = readPassword(body, key, 'needed');
  if (findDatabaseUser(world, key) !== undefined) throw atlasError('USER_ALREADY_EXISTS', key.username);
  if (databaseUsersOf(world, project.id).length >= mostUsers) throw atlasError('GROUP_USERS_LIMIT_EXCEEDED', mostUsers);
  checkCollectionRoles(databaseUsersOf(world, project.id), details.roles);
  checkScopes(call, details.scopes ?? []);
  const user: DatabaseUser = {
    ...key,
    createdAt: now,
    scopes: [],
    labels: [],
    ...details,
    ...(password === undefined ? {} : { passwordHash: passwordHash(key, password) }),
  };
  world.databaseUsers.push(user);
  rollOut(call, user);
  return { status: 201, body: databaseUserView(call, user) };
}

function updateUser(call: Call): Reply {
  const user = namedUser(call);
  const body = changesIn(call.body);
  checkUserFields(body);
  checkSameIdentity(body, user);
  const details = readDetails(
    { roles: user.roles.map((role) => ({ ...role })), ...body },
    {
      project: call.project(),
      now: call.now,
      identity: user,
    },
  );
  checkMayExpire(user, details.deleteAfter);
  const others = databaseUsersOf(call.world, user.groupId).filter((other) => other !== user);
  checkCollectionRoles(others, details.roles);
  const password = readPassword(body, user, 'optional');
  // Clusters that it leaves learn of it as much as those that it comes to.
  rollOut(call, user);
  Object.assign(user, details, password === undefined ? {} : { passwordHash: passwordHash(user, password) });
  rollOut(call, user);
  return { status: 200, body: databaseUserView(call, user) };
}

/** A cluster that is still being created does not count, which nobody has seen otherwise. */
function checkScopes({ world, now, project }: Call, scopes: DatabaseUser['scopes']): void {
  const { scopesAreChecked } = world.oddities;
  // What never happens draws no number, so that all else stays as it was.
  if (scopesAreChecked === 0 || !world.random.chance(scopesAreChecked)) return;
  const present = clustersOf(world, project().id).filter((cluster) => stateOf(cluster, now) !== 'CREATING');
  const missing = scopes.find(({ type, name }) => type === 'CLUSTER' && !present.some((one) => one.name === name));
  if (missing) throw atlasError('ATLAS_SCOPE_CLUSTER_NOT_FOUND', missing.name);
}

/** The limit is one of the whole project. */
function checkCollectionRoles(others: readonly DatabaseUser[], roles: DatabaseUser['roles']): void {
  const onCollections = [...others.flatMap((user) => user.roles), ...roles].filter(
    (role) => role.collectionName !== undefined,
  );
  if (onCollections.length > mostCollectionRoles) {
    throw atlasError('COLLECTION_ROLES_LIMIT_EXCEEDED', mostCollectionRoles);
  }
}

function deleteUser(call: Call): Reply {
  const user = namedUser(call);
  removeDatabaseUser(call.world, user);
  rollOut(call, user);
  return { status: 204 };
}

function namedUser(call: Call): DatabaseUser {
  const username = parameter(call, 'username');
  const databaseName = parameter(call, 'databaseName');
  const user = findDatabaseUser(call.world, { groupId: call.project().id, databaseName, username });
  if (user === undefined) throw atlasError('USERNAME_NOT_FOUND', username);
  return user;
}

function rollOut({ world }: Call, { groupId, scopes }: DatabaseUser): void {
  const clusters = scopes.filter(({ type }) => type === 'CLUSTER').map(({ name }) => name);
  if (scopes.length === 0 || clusters.length > 0) rollOutUsers(world, groupId, clusters);
}
