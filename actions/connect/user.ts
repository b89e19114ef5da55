import { randomBytes } from 'node:crypto';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import { createOnce } from '../../src/atlas/create-once.ts';
import {
  createDatabaseUser,
  type DatabaseUser,
  findDatabaseUser,
  type NewDatabaseUser,
} from '../../src/atlas/database-users.ts';
import { mayHaveTakenEffect } from '../../src/atlas/errors.ts';
import { isoTime } from '../../src/atlas/iso-time.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import { isMarkOf, type MarkOwner, readMark, writeMark } from '../../src/environment/owner-mark.ts';
import { randomFingerprint, randomPassword } from '../../src/environment/passwords.ts';
import { isKnownToEveryDriver, unpreparable } from '../../src/environment/saslprep.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import { parseRole } from '../../src/spec/resolve-user.ts';
import { findUser, type KnownUser, knownUser, missingUser, passwordFor } from '../known-user.ts';
import { expiryWarning } from '../user-expiry.ts';
import type { connect } from './action.ts';
import { assertUnchanged, readUserAgain } from './confirm-user.ts';
import { keepForPost } from './kept-user.ts';

type Inputs = InputsOf<typeof connect>;

export interface UserRequest {
  readonly client: AtlasClient;
  readonly address: ClusterAddress;
  readonly inputs: Inputs;
  readonly owner: MarkOwner;
  readonly context: ActionContext;
}

export interface ChosenUser extends KnownUser {
  readonly outcome: 'existing' | 'minted';
  /** When this step made it, in milliseconds since 1970; undefined for one that was there. */
  readonly madeAt: number | undefined;
  /** Reads it once more. Throws where it cannot log in any more. */
  readonly confirm: () => Promise<void>;
}

/** Whom a job connects as: a user that is there, with a given or derived password or without any; else a short-lived one. */
export async function chooseUser(request: UserRequest): Promise<ChosenUser> {
  const { inputs, address, context } = request;
  const username = inputs.username ?? (inputs['password-seed'] || inputs.password ? address.clusterName : undefined);
  if (username === undefined) return await mint(request, `gha-${context.job.runId || '0'}`);
  const existing = await findUser(request, username);
  const password = passwordFor(request, { username, existing });
  if (password !== undefined) context.mask(password);
  if (password !== undefined && !isKnownToEveryDriver(password)) context.log.notice(unpreparable(username));
  if (!existing) {
    if (password === undefined) return await mint(request, username);
    throw new Error(`${missingUser(request, username)} Or leave the password out, and a short-lived user is made.`);
  }
  const known = knownUser(request, { existing, password });
  if (!known) return await standIn(request, existing);
  const login = {
    instead: 'Run provision first to extend it, or leave username, password and password-seed out.',
    keptAs: inputs['save-as-secret'] === undefined ? undefined : 'a secret of its login',
  };
  const warning = expiryWarning(existing, request.client, login);
  if (warning) context.log.warning(warning);
  const confirm = async () => {
    const again = await readUserAgain(request, existing);
    knownUser(request, { existing: again, password });
    expiryWarning(again, request.client, login);
  };
  return { ...known, outcome: 'existing', madeAt: undefined, confirm };
}

/**
 * A user whose password nobody knows is left as it is: resetting it would shut out whoever uses it. For one that this
 * repository made, a short-lived user with the same roles stands in; on a foreign one's rights nobody may lean.
 */
async function standIn(request: UserRequest, existing: DatabaseUser): Promise<ChosenUser> {
  const { username, roles, description } = existing;
  if (!isMarkOf(readMark(description), request.owner)) {
    throw new Error(
      `Database user "${username}" exists, and nobody here knows its password. Give password or password-seed, or leave username out to have a short-lived user made.`,
    );
  }
  request.context.log.info(
    `Nobody here knows the password of database user "${username}"; a short-lived one stands in for it.`,
  );
  return await mint(request, username, roles);
}

function shortLived(base: string): string {
  return `${base}-${randomBytes(4).toString('hex')}`;
}

/** Names that may be taken by another job at the same time, one after another. */
const NAMES = 3;

/**
 * Makes a user for this job: scoped to the cluster, with an expiry inside Atlas, and kept for the post step to remove. Its
 * name always has an ending of its own: a name without one is provision's to make.
 */
async function mint(request: UserRequest, name: string, roles?: DatabaseUser['roles']): Promise<ChosenUser> {
  const { address, inputs, context } = request;
  if (inputs['save-as-secret'] !== undefined && !inputs['keep-user']) {
    throw new Error(
      'save-as-secret would store the login of a short-lived user, which is removed when this job ends: whoever reads the secret later could not log in. Set keep-user: true (it then lives for user-expires-in-hours), or name a user with password or password-seed.',
    );
  }
  const password = randomPassword();
  context.mask(password);
  const expires = isoTime(request.client.time.forExpiry() + inputs['user-expires-in-hours']);
  let username = shortLived(name);
  let made = await make(request, { username, password, expires, roles });
  for (let names = 1; !made; names++) {
    if (names === NAMES) {
      throw new Error(
        `Could not make a database user in project ${address.groupId}: "${username}" has just been made by somebody else. Choose another username, or run the step again.`,
      );
    }
    context.log.info(`Database user "${username}" has just been made by another job; choosing another name.`);
    username = shortLived(name);
    made = await make(request, { username, password, expires, roles });
  }
  context.log.info(
    `Database user "${username}" has been made for this job; Atlas deletes it at ${expires} at the latest.`,
  );
  const standing = made;
  return {
    username,
    login: { kind: 'password', username, password },
    outcome: 'minted',
    madeAt: request.client.clock.now(),
    confirm: async () => assertUnchanged(await readUserAgain(request, standing), standing),
  };
}

/** Makes the user; undefined where another job has made one of that name first. */
async function make(
  { client, address, inputs, owner, context }: UserRequest,
  {
    username,
    password,
    expires,
    roles,
  }: { username: string; password: string; expires: string; roles: DatabaseUser['roles'] | undefined },
): Promise<DatabaseUser | undefined> {
  const { groupId, clusterName } = address;
  const fingerprint = randomFingerprint();
  const body: NewDatabaseUser = {
    username,
    databaseName: 'admin',
    password,
    roles: (inputs.roles === undefined ? roles : undefined) ?? rolesFor(inputs, owner),
    scopes: [{ name: clusterName, type: 'CLUSTER' }],
    description: writeMark(owner, { fingerprint, room: 100 }),
    deleteAfterDate: expires,
  };
  keepForPost(context, { groupId, username, expires, fingerprint });
  context.underway(
    `Database user "${username}" may have been made for this job; the post step removes it, and Atlas at ${expires} at the latest.`,
  );
  let isOurs = false;
  try {
    const { thing } = await createOnce<DatabaseUser>(client, {
      create: () => createDatabaseUser(client, groupId, body),
      find: () => findDatabaseUser(client, { groupId, databaseName: 'admin', username }),
      takenCodes: ['USER_ALREADY_EXISTS'],
      what: `database user "${username}"`,
    });
    isOurs = readMark(thing.description)?.fingerprint === fingerprint;
    return isOurs ? thing : undefined;
  } catch (error) {
    isOurs = client.signal.aborted || mayHaveTakenEffect(error);
    throw error;
  } finally {
    if (!isOurs) context.underway(undefined);
  }
}

/** Where the author names neither roles nor a database, a preview may be written to, and a named cluster only read. */
function rolesFor({ roles, database }: Inputs, { name: environment }: MarkOwner): DatabaseUser['roles'] {
  const anywhere = environment === undefined ? 'readAnyDatabase@admin' : 'readWriteAnyDatabase@admin';
  const named = roles ?? [database === undefined ? anywhere : `readWrite@${database}`];
  return named.map((text) => {
    const { role, database: on, collection } = parseRole(text);
    return { roleName: role, databaseName: on, ...(collection !== undefined && { collectionName: collection }) };
  });
}
