import type { Cluster } from '../src/atlas/cluster-answer.ts';
import { type ConnectionOptions, hostOf, type Login, withLogin } from '../src/atlas/connection-strings.ts';
import type { ActionContext } from '../src/runner/context.ts';

/** How a job connects to one cluster. */
export interface Connection {
  readonly srv: string | undefined;
  readonly standard: string | undefined;
  /** Over network peering, else over the first private endpoint. */
  readonly private: string | undefined;
}

/** The addresses of a cluster with who logs in; each is masked before anyone can print it. */
export function connectionTo(
  cluster: Cluster,
  options: ConnectionOptions,
  { mask }: Pick<ActionContext, 'mask'>,
): Connection {
  const { standard, standardSrv, private: peered, privateSrv, privateEndpoint } = cluster.connectionStrings;
  const complete = (address: string | undefined) => {
    if (address === undefined) return undefined;
    const uri = withLogin(address, options);
    if (options.login.kind === 'password') mask(uri);
    return uri;
  };
  const endpoint = privateEndpoint[0];
  return {
    srv: complete(standardSrv),
    standard: complete(standard),
    private: complete(privateSrv ?? peered ?? endpoint?.srv ?? endpoint?.standard),
  };
}

/** What the outputs say of a connection; hosts, ids and names are no secrets, and survive as outputs of a job. */
export function connectionOutputsOf({
  cluster,
  connection,
  groupId,
  username,
  password,
}: {
  cluster: Cluster;
  connection: Connection | undefined;
  groupId: string;
  username: string | undefined;
  password: string | undefined;
}) {
  const address = cluster.connectionStrings.standardSrv ?? cluster.connectionStrings.standard;
  return {
    'connection-string': connection?.srv,
    'connection-string-standard': connection?.standard,
    'connection-string-private': connection?.private,
    host: address === undefined ? undefined : hostOf(address),
    username,
    password,
    'project-id': groupId,
    'cluster-id': cluster.id,
    'cluster-name': cluster.name,
    'mongodb-version': cluster.mongodbVersion,
  };
}

/** Shown in Atlas's logs and profiler: which repository connects. */
export function appNameOf(repository: string): string {
  return repository.slice(0, 100) || 'atlas-actions';
}

/** How a user of some kind logs in; undefined where its password is not known. */
export function loginOf(
  kind: string,
  { username, password }: { username: string; password: string | undefined },
): Login | undefined {
  if (kind === 'password') return password === undefined ? undefined : { kind: 'password', username, password };
  if (kind.startsWith('x509')) return { kind: 'x509' };
  return kind.startsWith('aws-iam') ? { kind: 'aws-iam' } : { kind: 'oidc' };
}
