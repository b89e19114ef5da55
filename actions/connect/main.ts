import { findCluster } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { waitUntilApplied, waitUntilIdle } from '../../src/atlas/cluster-readiness.ts';
import { type ClusterAddress, getCluster } from '../../src/atlas/clusters.ts';
import type { InputsOf } from '../../src/definition/action.ts';
import { clusterNameOf, type Environment } from '../../src/environment/environment.ts';
import { ownerOf } from '../../src/environment/tags.ts';
import type { ActionContext, ActionResult } from '../../src/runner/context.ts';
import { openAtlas } from '../atlas-session.ts';
import { clusterProgress } from '../cluster-progress.ts';
import { appNameOf, connectionOutputsOf, connectionTo } from '../connection.ts';
import { environmentOf } from '../environment.ts';
import { explainRefusal, unknownNames } from '../explain.ts';
import type { connect as definition } from './action.ts';
import { type ChosenUser, chooseUser } from './user.ts';

type Inputs = InputsOf<typeof definition>;
type Context = ActionContext<typeof definition>;

/** Finds the cluster and the user, waits until one can log in to the other, and hands over the connection. */
export async function connectJob(inputs: Inputs, context: Context): Promise<ActionResult<typeof definition>> {
  const environment = environmentOf(context.job, {
    named: inputs.environment,
    namesCluster: inputs['cluster-name'] !== undefined,
  });
  const clusterName = inputs['cluster-name'] ?? (environment && clusterNameOf(environment));
  if (clusterName === undefined) throw new Error('environment or cluster-name is required: which cluster?');
  const { client, groupId } = await openAtlas(inputs, context, { postCallsAtlas: true });
  const address = { groupId, clusterName };
  const found = await readCluster(client, address, environment);
  const owner = { repository: context.job.repository, name: environment?.name };
  const user = await chooseUser({ client, address, inputs, owner, context });
  const cluster = inputs.wait ? await waitForBoth(client, address, { found, user, context }) : found;
  return await handOver({ cluster, user, groupId, inputs, context });
}

async function readCluster(
  client: AtlasClient,
  address: ClusterAddress,
  environment: Environment | undefined,
): Promise<Cluster> {
  try {
    // Atlas's own answer about a missing cluster is the best beginning of the message.
    const cluster = (await findCluster(client, address)) ?? (await getCluster(client, address));
    if (cluster.paused)
      throw new Error(`Cluster "${address.clusterName}" is paused: nothing can connect. Resume it in Atlas first.`);
    if (cluster.stateName === 'DELETING') throw new Error(`Cluster "${address.clusterName}" is being deleted.`);
    if (environment && ownerOf(cluster.tags, environment) !== 'own') {
      throw new Error(
        `Cluster "${address.clusterName}" does not belong to environment ${environment.name} of ${environment.repository}. Leave environment out to connect to it all the same.`,
      );
    }
    return cluster;
  } catch (error) {
    throw await explainRefusal(error, client, { address, explanations: unknownNames });
  }
}

async function waitForBoth(
  client: AtlasClient,
  address: ClusterAddress,
  { found, user, context }: { found: Cluster; user: ChosenUser; context: Context },
): Promise<Cluster> {
  const cluster = await waitUntilIdle(client, address, { cluster: found, onState: clusterProgress(context) });
  // Flex clusters have no word for it; a user reaches them within seconds.
  if (user.outcome === 'minted' && cluster.tier !== 'FLEX') await waitUntilApplied(client, address);
  return cluster;
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
  context.log.info(`Cluster "${cluster.name}" can be used; connecting as "${username}" (${outcome}).`);
  const saved = inputs['save-as-secret'];
  if (saved !== undefined) await save(uri, { name: saved, inputs, context });
  return {
    outputs: {
      ...connectionOutputsOf({
        cluster,
        connection,
        groupId,
        username,
        password: login.kind === 'password' ? login.password : undefined,
      }),
      'connection-strings': { [cluster.name]: connection },
      outcome,
    },
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
  const environment = inputs['github-environment'];
  const token = inputs['github-token'] ?? '';
  await context.github.saveSecret({ token, environment, name, value: uri });
  context.log.info(
    `The connection string is stored as secret ${name} of ${environment === undefined ? 'the repository' : `environment ${environment}`}.`,
  );
}
