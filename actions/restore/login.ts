import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import type { DatabaseUser } from '../../src/atlas/database-users.ts';
import type { Look } from '../../src/atlas/last-look.ts';
import { repositoryOf } from '../../src/environment/repository.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import { appNameOf, connectionTo } from '../connection.ts';
import { findUser, knownUser, missingUser, passwordFor, type UserQuestion } from '../known-user.ts';
import { expiryWarning } from '../user-expiry.ts';
import type { Inputs, RestoreWish } from './wish.ts';

/** Who connects to what was restored, and when that was read. */
export interface Login extends Look {
  /** The address of the target with credentials, masked already. */
  readonly uriOf: (target: Cluster, database: string | undefined) => string | undefined;
  /** Reads the user once more. Throws where it cannot log in any more; resolves to what the author should know of it. */
  readonly recheck: () => Promise<readonly string[]>;
  /** What the author should know of the user as it was read first. */
  readonly warnings: readonly string[];
}

/** Looks up the user of the connection string, before anything is changed; undefined where the author names none. */
export async function loginFor(
  client: AtlasClient,
  address: ClusterAddress,
  { inputs, wish, context }: { inputs: Inputs; wish: RestoreWish; context: Pick<ActionContext, 'job' | 'mask'> },
): Promise<Login | undefined> {
  const username = inputs.username ?? (inputs['password-seed'] === undefined ? undefined : address.clusterName);
  if (username === undefined) return undefined;
  const owner = { ...repositoryOf(context.job), name: wish.environment?.name };
  const question = { client, address, inputs, owner };
  const readAt = client.clock.now();
  const existing = await findUser(question, username);
  if (!existing) throw new Error(missingUser(question, username));
  const password = passwordFor(question, { username, existing });
  if (password !== undefined) context.mask(password);
  const known = knownUser(question, { existing, password });
  if (!known)
    throw new Error(`username: nobody here knows the password of "${username}". Give password or password-seed.`);
  const appName = appNameOf(context.job.repository);
  return {
    readAt,
    warnings: [expiryWarning(existing, client) ?? []].flat(),
    uriOf: (target, database) => {
      const { srv, standard } = connectionTo(target, { login: known.login, database, appName }, context);
      return srv ?? standard;
    },
    recheck: async () => {
      const now = await findUserTwice(question, username);
      if (!now) throw new Error(goneUser(question, existing));
      // Throws where its clusters, its password or its kind are others now.
      knownUser(question, { existing: now, password });
      return [expiryWarning(now, client) ?? [], changedRoles(existing, now) ?? []].flat();
    },
  };
}

/** Milliseconds after which a user that Atlas does not show is asked for once more. */
const LOOK_AGAIN_MS = 3_000;

async function findUserTwice(question: UserQuestion, username: string): Promise<DatabaseUser | undefined> {
  const { clock, signal } = question.client;
  const user = await findUser(question, username);
  if (user) return user;
  await clock.sleep(LOOK_AGAIN_MS, signal);
  return await findUser(question, username);
}

function goneUser({ address }: UserQuestion, { username, deleteAfterDate }: DatabaseUser): string {
  const why =
    deleteAfterDate === undefined
      ? 'somebody has deleted it while this step ran'
      : `it expired at ${deleteAfterDate}, or somebody has deleted it while this step ran`;
  return `Database user "${username}" is gone from project ${address.groupId}: ${why}. No connection string can be given for it; create the user again, or name another one.`;
}

function changedRoles({ username, roles: before }: DatabaseUser, { roles: now }: DatabaseUser): string | undefined {
  return rolesOf(before) === rolesOf(now)
    ? undefined
    : `Somebody has changed the roles of database user "${username}" while this step ran: it has ${rolesOf(now) || 'none'} now, and had ${rolesOf(before) || 'none'}.`;
}

function rolesOf(roles: DatabaseUser['roles']): string {
  const name = ({ roleName, databaseName, collectionName }: DatabaseUser['roles'][number]) =>
    `${roleName}@${databaseName}${collectionName === undefined ? '' : `.${collectionName}`}`;
  return roles.map(name).toSorted().join(', ');
}
