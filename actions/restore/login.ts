import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import { appNameOf, connectionTo } from '../connection.ts';
import { findUser, knownUser, missingUser, passwordFor } from '../known-user.ts';
import type { Inputs, RestoreWish } from './wish.ts';

/** Who connects to what was restored. */
export interface Login {
  /** The address of the target with credentials, masked already. */
  readonly uriOf: (target: Cluster, database: string | undefined) => string | undefined;
}

/** Looks up the user of the connection string, before anything is changed; undefined where the author names none. */
export async function loginFor(
  client: AtlasClient,
  address: ClusterAddress,
  { inputs, wish, context }: { inputs: Inputs; wish: RestoreWish; context: Pick<ActionContext, 'job' | 'mask'> },
): Promise<Login | undefined> {
  const username = inputs.username ?? (inputs['password-seed'] === undefined ? undefined : address.clusterName);
  if (username === undefined) return undefined;
  const owner = { repository: context.job.repository, name: wish.environment?.name };
  const question = { client, address, inputs, owner };
  const existing = await findUser(question, username);
  if (!existing) throw new Error(missingUser(question, username));
  const password = passwordFor(question, { username, existing });
  if (password !== undefined) context.mask(password);
  const known = knownUser(question, { existing, password });
  if (!known)
    throw new Error(`username: nobody here knows the password of "${username}". Give password or password-seed.`);
  const appName = appNameOf(context.job.repository);
  return {
    uriOf: (target, database) => {
      const { srv, standard } = connectionTo(target, { login: known.login, database, appName }, context);
      return srv ?? standard;
    },
  };
}
