import { findCluster } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import {
  ClusterUnusable,
  readOrFail,
  waitUntilApplied,
  waitUntilIdle,
  waitUntilSettled,
} from '../../src/atlas/cluster-readiness.ts';
import { type ClusterAddress, getCluster } from '../../src/atlas/clusters.ts';
import { isLastLook, type Look, untilLastLook } from '../../src/atlas/last-look.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import { clusterNameOf, type Environment } from '../../src/environment/environment.ts';
import { repositoryOf } from '../../src/environment/repository.ts';
import { ownerOf } from '../../src/environment/tags.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import { openAtlas } from '../atlas-session.ts';
import { clusterProgress } from '../cluster-progress.ts';
import { appNameOf, connectionOutputsOf, connectionTo } from '../connection.ts';
import { environmentOf } from '../environment.ts';
import { explainRefusal, unknownNames } from '../explain.ts';
import { openRunner } from '../network-access/open.ts';
import { findOwnCluster } from '../own-cluster.ts';
import type { connect as definition } from './action.ts';
import { leaveToExpiry } from './kept-user.ts';
import { type ChosenUser, chooseUser } from './user.ts';

type Inputs = InputsOf<typeof definition>;
type Context = ActionContext<typeof definition>;

/** Finds the cluster and the user, waits until one can log in to the other, and hands over the connection. */
export async function connectJob(inputs: Inputs, context: Context): Promise<ActionResult<typeof definition>> {
  const environment = environmentOf(context.job, {
    named: inputs.environment,
    namesCluster: inputs['cluster-name'] !== undefined,
  });
  const clusterName = inputs['cluster-name'];
  if (clusterName === undefined && !environment) {
    throw new Error(`environment or cluster-name is required: which cluster? ${context.job.withoutPullRequest}`);
  }
  const { client, groupId } = await openAtlas(inputs, context, { postCallsAtlas: true });
  const readAt = client.clock.now();
  const found = await readCluster(client, { groupId, clusterName, environment });
  const address = { groupId, clusterName: found.name };
  const owner = { ...repositoryOf(context.job), name: environment?.name };
  if (inputs['save-as-secret'] !== undefined) await context.github.checkSecretPlace(secretPlaceOf(inputs));
  const runner = inputs['runner-ip'] ? await openRunner(client, groupId, context) : undefined;
  const { underway } = runner ?? context;
  const user = await chooseUser({ client, address, inputs, owner, context: { ...context, underway } });
  const read = async (): Promise<ClusterLook> => {
    const at = client.clock.now();
    const [cluster] = await Promise.all([readAgain(client, address, { found, environment }), user.confirm()]);
    return { cluster, readAt: at };
  };
  const settle = async ({ cluster }: ClusterLook) => {
    if (!inputs.wait) return false;
    await waitForBoth(client, address, { found: cluster, user, context });
    await runner?.settled();
    return false;
  };
  const what = `The connection to cluster "${found.name}" as "${user.username}"`;
  const confirmed = await untilLastLook(client, { first: { cluster: found, readAt }, read, settle, what });
  const result = await handOver({ cluster: confirmed.cluster, user, groupId, inputs, context });
  // GitHub may have taken its time for the secret.
  if (!isLastLook(confirmed, client)) await untilLastLook(client, { read, settle, what });
  // A user that is to stay stays only where its login has been handed over.
  if (inputs['keep-user']) leaveToExpiry(context);
  return result;
}

interface ClusterQuestion {
  readonly groupId: string;
  /** As the author names it; undefined for the one of the environment. */
  readonly clusterName: string | undefined;
  readonly environment: Environment | undefined;
}

async function readCluster(client: AtlasClient, question: ClusterQuestion): Promise<Cluster> {
  const { groupId, clusterName: named, environment } = question;
  const clusterName = named ?? (environment ? clusterNameOf(environment) : '');
  const address = { groupId, clusterName };
  try {
    const found = await (named === undefined && environment
      ? findOwnCluster(client, groupId, environment)
      : findCluster(client, address));
    if (!found && environment) throw new Error(missingEnvironment(environment, address));
    // Atlas's own answer about a missing cluster is the best beginning of the message.
    const cluster = found ?? (await getCluster(client, address));
    assertConnectable(cluster, { groupId, environment });
    return cluster;
  } catch (error) {
    throw await explainRefusal(error, client, { address, explanations: unknownNames });
  }
}

function assertConnectable(
  { name, paused, stateName, tags }: Cluster,
  { groupId, environment }: { groupId: string; environment: Environment | undefined },
): void {
  if (paused) throw new Error(`Cluster "${name}" is paused: nothing can connect. Resume it in Atlas first.`);
  if (stateName === 'DELETING')
    throw new Error(
      `Cluster "${name}" in project ${groupId} is being deleted. Provision makes it again; run provision first.`,
    );
  if (environment && ownerOf(tags, environment) !== 'own') {
    throw new Error(
      `Cluster "${name}" does not belong to environment ${environment.name} of ${environment.repository}. Leave environment out to connect to it all the same.`,
    );
  }
}

/** A cluster, and when it was read. */
interface ClusterLook extends Look {
  readonly cluster: Cluster;
}

/** Reads the cluster once more, which must still be the same one. */
async function readAgain(
  client: AtlasClient,
  address: ClusterAddress,
  { found, environment }: { found: Cluster; environment: Environment | undefined },
): Promise<Cluster> {
  const cluster = await readOrFail(client, address, found.tier);
  if (cluster.id !== found.id) {
    throw new ClusterUnusable(
      `Cluster "${cluster.name}" was deleted by somebody else while this step was waiting, and another one was created under its name. Run the step again to connect to that one.`,
    );
  }
  assertConnectable(cluster, { groupId: address.groupId, environment });
  return cluster;
}

function missingEnvironment({ name, repository }: Environment, { groupId, clusterName }: ClusterAddress): string {
  return `Project ${groupId} has no cluster "${clusterName}" of environment ${name} of ${repository}. Run provision first, with the same environment in the same repository and project; or teardown has removed it.`;
}

async function waitForBoth(
  client: AtlasClient,
  address: ClusterAddress,
  { found, user, context }: { found: Cluster; user: ChosenUser; context: Context },
): Promise<void> {
  const cluster = await waitUntilIdle(client, address, { cluster: found, onState: clusterProgress(context) });
  // Another step may have made the user without waiting for it; a Flex cluster does not tell of that but by its state.
  if (cluster.tier !== 'FLEX') await waitUntilApplied(client, address);
  else if (user.madeAt !== undefined) await waitUntilSettled(client, address, { cluster, since: user.madeAt });
}

async function handOver({
  cluster,
  user,
  groupId,
  inputs,
  context,
}: {
  cluster: Cluster;
  user: ChosenUser;
  groupId: string;
  inputs: Inputs;
  context: Context;
}): Promise<ActionResult<typeof definition>> {
  const { login, username, outcome } = user;
  const options = { login, database: inputs.database, appName: appNameOf(context.job.repository) };
  const connection = connectionTo(cluster, options, context);
  const uri = connection.srv ?? connection.standard;
  if (uri === undefined) {
    throw new Error(
      `Cluster "${cluster.name}" has no connection string yet. Leave wait at true, or try again in a minute.`,
    );
  }
  const state = inputs.wait ? 'can be used' : 'was found; it was not waited for (wait is false)';
  context.log.info(`Cluster "${cluster.name}" ${state}; connecting as "${username}" (${outcome}).`);
  const outputs = {
    ...connectionOutputsOf({
      cluster,
      connection,
      groupId,
      username,
      password: login.kind === 'password' ? login.password : undefined,
    }),
    'connection-strings': { [cluster.name]: connection },
    outcome,
  };
  // Whatever GitHub makes of the secret, the connection is not lost.
  context.publish(outputs);
  const saved = inputs['save-as-secret'];
  if (saved !== undefined) await save(uri, { name: saved, inputs, context });
  return {
    outputs,
    summary: {
      title: `Connected to ${cluster.name}`,
      facts: [
        ['Cluster', [cluster.name, cluster.tier, cluster.mongodbVersion].filter(Boolean).join(', ')],
        ['Project', groupId],
        ['Database user', `${username} (${outcome})`],
        ['Database', inputs.database],
        ['Stored as secret', saved],
      ],
    },
  };
}

async function save(
  uri: string,
  { name, inputs, context }: { name: string; inputs: Inputs; context: Context },
): Promise<void> {
  const { token, environment } = secretPlaceOf(inputs);
  await context.github.saveSecret({ token, environment, name, value: uri });
  context.log.info(
    `The connection string is stored as secret ${name} of ${environment === undefined ? 'the repository' : `environment ${environment}`}.`,
  );
}

function secretPlaceOf(inputs: Inputs): { readonly token: string; readonly environment: string | undefined } {
  return { token: inputs['github-token'] ?? '', environment: inputs['github-environment'] };
}
