import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import type { DesiredState, DesiredUser } from '../../src/spec/desired.ts';
import { appNameOf, type Connection, connectionOutputsOf, connectionTo, loginOf } from '../connection.ts';

/** The outputs of a connection to every cluster, each for the first user of the spec that may reach it. */
export function connectAll({
  groupId,
  clusters,
  desired,
  standIns,
  database,
  context,
}: {
  groupId: string;
  clusters: readonly Cluster[];
  desired: DesiredState;
  standIns: ReadonlyMap<string, string>;
  database: string | undefined;
  context: ActionContext;
}) {
  /** The first user of the spec that may reach a cluster, or who stands in for it. */
  const userOf = (clusterName: string) => {
    const mayReach = ({ clusters: scopes }: DesiredUser) => scopes === undefined || scopes.includes(clusterName);
    const wanted = desired.users.find(mayReach);
    const username = wanted && (standIns.get(wanted.username) ?? wanted.username);
    return desired.users.find((one) => one.username === username && one.kind === wanted?.kind);
  };
  const connections = new Map<string, Connection>();
  for (const cluster of clusters) {
    const own = userOf(cluster.name);
    const login = own && loginOf(own.kind, own);
    if (!login) continue;
    const options = { login, database, appName: appNameOf(context.job.repository) };
    connections.set(aliasOf(cluster.name, desired), connectionTo(cluster, options, context));
  }
  const [first] = clusters;
  const user = first && userOf(first.name);
  const main =
    first &&
    connectionOutputsOf({
      cluster: first,
      connection: connections.get(aliasOf(first.name, desired)),
      groupId,
      username: user?.username,
      password: user?.password,
    });
  return {
    username: user?.username,
    outputs: {
      ...(main ?? { 'project-id': groupId }),
      ...(connections.size > 0 && { 'connection-strings': Object.fromEntries(connections) }),
    },
  };
}

function aliasOf(name: string, { clusters }: DesiredState): string {
  return clusters.find((cluster) => cluster.name === name)?.alias ?? name;
}
