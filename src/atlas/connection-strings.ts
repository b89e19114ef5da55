import { ConnectionString } from 'mongodb-connection-string-url';

/** The addresses of a cluster as Atlas gives them: without credentials, absent while they do not exist yet. */
export interface ConnectionStrings {
  readonly standard: string | undefined;
  readonly standardSrv: string | undefined;
  /** Only with network peering. */
  readonly private: string | undefined;
  readonly privateSrv: string | undefined;
  /** Only where private endpoints cover all regions of the cluster. */
  readonly privateEndpoint: readonly { readonly standard: string | undefined; readonly srv: string | undefined }[];
}

/** Who logs in. All but passwords carry no secret. */
export type Login =
  | { readonly kind: 'password'; readonly username: string; readonly password: string }
  | { readonly kind: 'x509' }
  | { readonly kind: 'aws-iam' }
  | { readonly kind: 'oidc' };

export interface ConnectionOptions {
  readonly login: Login;
  /** Database of the path; the driver's default where it is undefined. */
  readonly database: string | undefined;
  /** Shown in Atlas's profiler and logs, at most 128 bytes. */
  readonly appName: string;
}

/**
 * Completes an address of Atlas with credentials, database and options. Built by MongoDB's own parser, so that every
 * driver reads it back as it was meant.
 */
export function withLogin(address: string, { login, database, appName }: ConnectionOptions): string {
  const uri = new ConnectionString(address);
  if (login.kind === 'password') {
    uri.username = encode(login.username);
    uri.password = encode(login.password);
  }
  uri.pathname = `/${database === undefined ? '' : encode(database)}`;
  for (const [name, value] of Object.entries({
    ...mechanisms[login.kind],
    retryWrites: 'true',
    w: 'majority',
    appName,
  })) {
    uri.searchParams.set(name, value);
  }
  return uri.href;
}

const mechanisms: Readonly<Record<Login['kind'], Readonly<Record<string, string>>>> = {
  password: { authSource: 'admin' },
  x509: { authMechanism: 'MONGODB-X509', authSource: '$external' },
  'aws-iam': { authMechanism: 'MONGODB-AWS', authSource: '$external' },
  // The driver's own way to read a token from a file; GitHub has no environment of its own in the drivers' specification.
  oidc: { authMechanism: 'MONGODB-OIDC', authSource: '$external', authMechanismProperties: 'ENVIRONMENT:k8s' },
};

/** Host of an SRV address, or the hosts of a standard one: no secret, so that it survives as a job output. */
export function hostOf(address: string): string {
  return new ConnectionString(address).hosts.join(',');
}

/** Percent-encoding that is the same in JavaScript and in RFC 3986. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
