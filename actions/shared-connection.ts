import { rule } from '../src/definition/action.ts';
import { duration, list, secret, text } from '../src/definition/fields.ts';
import { clusterNamePattern, databaseNamePattern } from './shared-inputs.ts';

/** Inputs of the actions that work on a preview environment, or on a cluster by its name. */
export const environmentInputs = {
  environment: text({
    description:
      'Preview environment, such as pr-123 or a branch. The names of its cluster and user follow from it and the repository, in every job and attempt. In a run for a pull request it is pr-<number>, unless a cluster is named.',
    pattern: { expression: /^[^\r\n]{1,200}$/, form: 'one line of at most 200 characters' },
  }),
  'cluster-name': text({
    description:
      'Name of the cluster. Without environment it is never ephemeral; with environment, provision creates it as one that expires with that.',
    pattern: clusterNamePattern,
  }),
} as const;

/** Inputs that say who connects. */
export const loginInputs = {
  username: text({
    description: 'Database user. By default an environment has a user with the name of its cluster.',
    pattern: {
      expression: /^(?!\.{1,2}$)[^\s/]{1,256}$/,
      form: 'a user name without spaces and slashes, and not just dots',
    },
  }),
  password: secret({ description: 'Password of the database user. Pass a GitHub secret.' }),
  'password-seed': secret({
    description:
      'Secret from which the password is computed (HMAC-SHA256 of project, cluster and user), so that every job that has the seed knows the password and nothing crosses from job to job. At least 16 characters; pass a GitHub secret.',
  }),
  roles: list({
    description:
      'Roles of the database user, as role@database; without @ on admin. By default readWrite on database; where there is none, readWriteAnyDatabase in an environment, and for connect to a named cluster readAnyDatabase.',
    item: { expression: /^[^@\s]{1,128}(@[^@\s]{1,256})?$/, form: 'a role such as readWrite@orders' },
  }),
  database: text({
    description: 'Database of the connection string.',
    pattern: databaseNamePattern,
  }),
} as const;

/** Wider than where users are made: AWS IAM, X.509 and OIDC users are named by what stands in their certificate or token. */
export const anyUsernamePattern = {
  expression: /^(?!\.{1,2}$)\P{Cc}{1,1024}$/u,
  form: 'one line of at most 1024 characters, and not just dots',
};

/** One password, from one source. */
export const passwordRules = [
  rule(loginInputs, ['password', 'password-seed'], ({ password, 'password-seed': seed }) =>
    password !== undefined && seed !== undefined
      ? 'password and password-seed are both given; one of them decides the password.'
      : undefined,
  ),
  rule(loginInputs, ['password'], ({ password }) =>
    password !== undefined && /\p{Cc}/u.test(password)
      ? 'password holds a control character, such as a tab or a line break: drivers refuse to log in with it (SASLprep).'
      : undefined,
  ),
  rule(loginInputs, ['password-seed'], ({ 'password-seed': seed }) =>
    seed !== undefined && seed.length < 16 ? 'password-seed is too short: at least 16 characters.' : undefined,
  ),
];

/** Hours that a user or an environment lives. */
export function expiryInput<
  const Options extends { readonly description: string; readonly default?: number; readonly max: number },
>(options: Options) {
  return duration({ ...options, unit: 'hours', min: 1 });
}

/** Outputs of the actions that hand over a connection. */
export const connectionOutputs = {
  'connection-string': {
    description:
      'SRV connection string with credentials, database and options. Masked, so GitHub drops it between jobs: use connect in the next job.',
    secret: true,
  },
  'connection-string-standard': { description: 'The same in the standard form, mongodb://.', secret: true },
  'connection-string-private': {
    description: 'The same over network peering or a private endpoint; empty where there is none.',
    secret: true,
  },
  'connection-strings': {
    description:
      'JSON object: by cluster name the id, host and three connection strings of every cluster; without a login where there is none.',
    secret: true,
  },
  host: { description: 'Host of the SRV address. No secret: it survives as a job output.' },
  username: { description: 'Database user of the connection string.' },
  password: { description: 'Its password.', secret: true },
  'project-id': { description: 'Id of the project.' },
  'cluster-id': { description: 'Id of the first cluster.' },
  'cluster-name': { description: 'Name of the first cluster.' },
  'mongodb-version': { description: 'Full MongoDB version of the first cluster.' },
} as const;
