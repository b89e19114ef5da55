import { randomBytes } from 'node:crypto';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import type { Login } from '../../src/atlas/connection-strings.ts';
import { createOnce } from '../../src/atlas/create-once.ts';
import {
  createDatabaseUser,
  type DatabaseUser,
  findDatabaseUser,
  type NewDatabaseUser,
} from '../../src/atlas/database-users.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import { isMarkOf, type MarkOwner, readMark, writeMark } from '../../src/environment/owner-mark.ts';
import { derivePassword, passwordFingerprint, randomPassword } from '../../src/environment/passwords.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import { parseRole } from '../../src/spec/resolve-user.ts';
import { loginOf } from '../connection.ts';
import type { connect } from './action.ts';

type Inputs = InputsOf<typeof connect>;

export interface UserRequest {
  readonly client: AtlasClient;
  readonly address: ClusterAddress;
  readonly inputs: Inputs;
  readonly owner: MarkOwner;
  readonly context: ActionContext;
}

export interface ChosenUser {
  readonly username: string;
  readonly login: Login;
  readonly outcome: 'existing' | 'minted';
}

/** Whom a job connects as: a user that is there, with a given or derived password or without any; else a short-lived one. */
export async function chooseUser(request: UserRequest): Promise<ChosenUser> {
  const { inputs, address, context } = request;
  const username = inputs.username ?? (inputs['password-seed'] || inputs.password ? address.clusterName : undefined);
  if (username === undefined)
    return await mint(request, `gha-${context.job.runId || '0'}-${randomBytes(4).toString('hex')}`);
  const existing = await find(request, username);
  const password = passwordFor(request, username);
  if (password !== undefined) context.mask(password);
  if (!existing) {
    if (password === undefined) return await mint(request, username);
    throw new Error(
      `There is no database user "${username}" in project ${address.groupId}. A given or derived password needs a user that is there: provision makes it, with the same ${inputs.password === undefined ? 'password-seed' : 'password'}.`,
    );
  }
  assertReach(existing, address);
  const kind = kindOf(existing);
  if (kind !== 'password')
    return {
      username,
      login: loginOf(kind, { username, password: undefined }) ?? { kind: 'x509' },
      outcome: 'existing',
    };
  if (password === undefined) {
    throw new Error(
      `Database user "${username}" exists, and nobody here knows its password. Give password or password-seed, or leave username out to have a short-lived user made.`,
    );
  }
  assertPassword(request, existing, password);
  return { username, login: { kind: 'password', username, password }, outcome: 'existing' };
}

/** Makes a user for this job: scoped to the cluster, with an expiry inside Atlas, and kept for the post step to remove. */
async function mint({ client, address, inputs, owner, context }: UserRequest, username: string): Promise<ChosenUser> {
  const { groupId, clusterName } = address;
  const password = randomPassword();
  context.mask(password);
  const expires = new Date(context.clock.now() + inputs['user-expires-in-hours']).toISOString().replace(/\.\d+/, '');
  const fingerprint = passwordFingerprint(password, { projectId: groupId, username });
  const body: NewDatabaseUser = {
    username,
    databaseName: 'admin',
    password,
    roles: rolesFor(inputs),
    scopes: [{ name: clusterName, type: 'CLUSTER' }],
    description: writeMark(owner, { fingerprint, room: 100 }),
    deleteAfterDate: expires,
  };
  if (!inputs['keep-user']) {
    context.saveState('user-project', groupId);
    context.saveState('user-name', username);
    context.saveState('user-expires', expires);
  }
  const { thing } = await createOnce<DatabaseUser>(client, {
    create: () => createDatabaseUser(client, groupId, body),
    find: () => findDatabaseUser(client, { groupId, databaseName: 'admin', username }),
    takenCodes: ['USER_ALREADY_EXISTS'],
    what: `database user "${username}"`,
  });
  if (readMark(thing.description)?.fingerprint !== fingerprint) {
    throw new Error(
      `Database user "${username}" has just been made by somebody else. Choose another username, or run the step again.`,
    );
  }
  context.log.info(
    `Database user "${username}" has been made for this job; Atlas deletes it at ${expires} at the latest.`,
  );
  return { username, login: { kind: 'password', username, password }, outcome: 'minted' };
}

async function find({ client, address, inputs }: UserRequest, username: string): Promise<DatabaseUser | undefined> {
  const { groupId } = address;
  const onAdmin = await findDatabaseUser(client, { groupId, databaseName: 'admin', username });
  if (onAdmin || inputs.password !== undefined || inputs['password-seed'] !== undefined) return onAdmin;
  return await findDatabaseUser(client, { groupId, databaseName: '$external', username });
}

function passwordFor({ inputs, address }: UserRequest, username: string): string | undefined {
  const seed = inputs['password-seed'];
  if (seed === undefined) return inputs.password;
  return derivePassword(seed, { projectId: address.groupId, clusterName: address.clusterName, username });
}

function assertReach({ username, scopes }: DatabaseUser, { clusterName }: ClusterAddress): void {
  const clusters = scopes.filter(({ type }) => type === 'CLUSTER').map(({ name }) => name);
  if (scopes.length === 0 || clusters.includes(clusterName)) return;
  throw new Error(
    `Database user "${username}" may not reach cluster "${clusterName}", only ${clusters.join(', ') || 'none'}. Name another user, or leave username out.`,
  );
}

/** Where provision made the user, it left a fingerprint: another seed or password is found before anything fails to log in. */
function assertPassword({ owner, address }: UserRequest, user: DatabaseUser, password: string): void {
  const mark = readMark(user.description);
  if (mark?.fingerprint === undefined || !isMarkOf(mark, owner)) return;
  if (mark.fingerprint === passwordFingerprint(password, { projectId: address.groupId, username: user.username }))
    return;
  throw new Error(
    `The password of database user "${user.username}" is another one than this step has. Give the same password-seed (or password) as provision, the same environment and the same cluster.`,
  );
}

function rolesFor({ roles, database }: Inputs): DatabaseUser['roles'] {
  const named = roles ?? [database === undefined ? 'readWriteAnyDatabase@admin' : `readWrite@${database}`];
  return named.map((text) => {
    const { role, database: on, collection } = parseRole(text);
    return { roleName: role, databaseName: on, ...(collection !== undefined && { collectionName: collection }) };
  });
}

function kindOf({ x509Type, awsIAMType, oidcAuthType }: DatabaseUser): string {
  if (x509Type !== 'NONE') return 'x509';
  if (awsIAMType !== 'NONE') return 'aws-iam';
  return oidcAuthType === 'NONE' ? 'password' : 'oidc';
}
