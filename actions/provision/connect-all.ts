import type { ActionContext } from '../../src/runner/context.ts';
import type { Applied } from '../../src/spec/apply.ts';
import type { DesiredState } from '../../src/spec/desired.ts';
import { appNameOf, type Connection, connectionOutputsOf, connectionTo, loginOf } from '../connection.ts';

/** The outputs of a connection to every cluster, for the first user of the spec whose login is known. */
export function connectAll({
  applied,
  desired,
  standIns,
  database,
  context,
}: {
  applied: Applied;
  desired: DesiredState;
  standIns: ReadonlyMap<string, string>;
  database: string | undefined;
  context: ActionContext;
}) {
  const { groupId, clusters } = applied;
  const [wanted] = desired.users;
  const username = wanted && (standIns.get(wanted.username) ?? wanted.username);
  const user = desired.users.find((one) => one.username === username);
  const login = user && loginOf(user.kind, user);
  const connections = new Map<string, Connection>();
  if (login) {
    for (const cluster of clusters) {
      const options = { login, database, appName: appNameOf(context.job.repository) };
      connections.set(aliasOf(cluster.name, desired), connectionTo(cluster, options, context));
    }
  }
  const [first] = clusters;
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
