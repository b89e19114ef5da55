import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { hostOf } from '../../src/atlas/connection-strings.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import type { DesiredState, DesiredUser } from '../../src/spec/desired.ts';
import { appNameOf, type Connection, connectionOutputsOf, connectionTo, loginOf } from '../connection.ts';

/** How to reach one cluster; addresses carry a login only where there is one. */
interface Reachable extends Connection {
  readonly id: string;
  readonly host: string | undefined;
}

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
  const reachable = new Map<string, Reachable>();
  for (const cluster of clusters) {
    const own = userOf(cluster.name);
    const login = own && loginOf(own.kind, own);
    const options = login && { login, database, appName: appNameOf(context.job.repository) };
    const alias = aliasOf(cluster.name, desired);
    const connection = options && connectionTo(cluster, options, context);
    if (connection) connections.set(alias, connection);
    reachable.set(alias, reachableAt(cluster, connection));
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
      ...(reachable.size > 0 && { 'connection-strings': Object.fromEntries(reachable) }),
    },
  };
}

function reachableAt(cluster: Cluster, connection: Connection | undefined): Reachable {
  const { standard, standardSrv, private: peered, privateSrv, privateEndpoint } = cluster.connectionStrings;
  const address = standardSrv ?? standard;
  const endpoint = privateEndpoint[0];
  const plain = { srv: standardSrv, standard, private: privateSrv ?? peered ?? endpoint?.srv ?? endpoint?.standard };
  return { id: cluster.id, host: address === undefined ? undefined : hostOf(address), ...(connection ?? plain) };
}

function aliasOf(name: string, { clusters }: DesiredState): string {
  return clusters.find((cluster) => cluster.name === name)?.alias ?? name;
}
