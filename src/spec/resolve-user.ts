import type { SpecIssue } from './context.ts';
import type { DesiredCluster, DesiredRole, DesiredUser, UserKind } from './desired.ts';
import { endsWithEnvironment, latestExpiry } from './expiry.ts';
import type { Resolving } from './resolving.ts';
import type { UserDocument } from './schema.ts';
import { authentication } from './user-kinds.ts';

interface Place {
  readonly resolving: Resolving;
  readonly index: number;
  readonly clusters: readonly DesiredCluster[];
}

/** Turns one user of a spec into what is wanted in Atlas, and reports what contradicts. */
export function resolveUser(document: UserDocument, { resolving, index, clusters }: Place): DesiredUser {
  const kind = document.authentication ?? 'password';
  const roles = document.roles.map(parseRole);
  const report = (issue: SpecIssue) => resolving.report({ ...issue, path: ['users', index, ...issue.path] });
  if (document.password !== undefined && kind !== 'password') {
    report({ path: ['password'], message: `does not go with authentication: ${kind}` });
  }
  if (document.password !== undefined && HAS_CONTROL.test(document.password)) {
    report({ path: ['password'], message: CONTROL_IN_PASSWORD });
  }
  const arn = arnForms[kind];
  if (arn && document.username !== undefined && !arn.expression.test(document.username)) {
    report({ path: ['username'], message: `is not ${arn.form}, as authentication: ${kind} needs it` });
  }
  for (const [place, { role, database }] of roles.entries()) {
    if (database !== 'admin' && adminRoles.has(role)) {
      report({
        path: ['roles', place],
        message: 'names a role that only the admin database has; leave the database out',
      });
    }
  }
  return {
    username: nameOf(document, { resolving, clusters, report }),
    kind,
    roles,
    clusters: scopesOf(document, { resolving, clusters }),
    description: document.description,
    password: document.password,
    expiresAt: latestExpiry(document['expires-in-hours'], resolving),
    endsWithEnvironment: endsWithEnvironment(document['expires-in-hours'], resolving),
  };
}

/** Users belong to a whole project, so an environment's own has the one name that nobody else has: its cluster's. */
function nameOf(
  { username, authentication: kind = 'password' }: UserDocument,
  {
    resolving,
    clusters,
    report,
  }: Pick<Place, 'resolving' | 'clusters'> & { readonly report: (issue: SpecIssue) => void },
): string {
  const derived = resolving.context.environment && kind === 'password' ? clusters[0]?.name : undefined;
  if (username === undefined && derived === undefined) {
    report({ path: [], message: 'needs a username; only the password user of an environment can do without' });
  }
  return username ?? derived ?? '';
}

const HAS_CONTROL = /\p{Cc}/u;
const CONTROL_IN_PASSWORD =
  'holds a control character, such as a tab or a line break: drivers refuse to log in with it (SASLprep)';

/** Names of users of AWS IAM; Atlas answers any other with ATLAS_INVALID_AWS_IAM_ARN. */
const arnForms: Partial<Record<UserKind, { readonly expression: RegExp; readonly form: string }>> = {
  'aws-iam-user': {
    expression: /^arn:aws[a-z-]*:iam::\d{12}:user\/\S+$/,
    form: 'the ARN of an IAM user such as arn:aws:iam::123456789012:user/app',
  },
  'aws-iam-role': {
    expression: /^arn:aws[a-z-]*:iam::\d{12}:role\/\S+$/,
    form: 'the ARN of an IAM role such as arn:aws:iam::123456789012:role/app',
  },
};

const adminRoles: ReadonlySet<string> = new Set([
  'atlasAdmin',
  'backup',
  'clusterMonitor',
  'dbAdminAnyDatabase',
  'enableSharding',
  'readAnyDatabase',
  'readWriteAnyDatabase',
]);

/** Reads `role@database.collection`; without a database it is one of admin. */
export function parseRole(text: string): DesiredRole {
  const [, role = text, database = 'admin', collection] = text.match(/^([^@]+)(?:@([^.]+)(?:\.(.+))?)?$/) ?? [];
  return { role, database, collection };
}

/** Scopes as names in Atlas. Under an environment a user reaches its clusters and no other of the project. */
function scopesOf(
  { clusters: named }: UserDocument,
  { resolving, clusters }: Pick<Place, 'resolving' | 'clusters'>,
): readonly string[] | undefined {
  if (named) {
    const names = named.map(
      (word) => clusters.find(({ name, alias }) => name === word || alias === word)?.name ?? word,
    );
    return [...new Set(names)];
  }
  const own = resolving.context.environment ? clusters.map(({ name }) => name) : [];
  return own.length > 0 ? own : undefined;
}

/** Users that are the same one in Atlas. */
export function sharedUserIssues(users: readonly DesiredUser[]): readonly SpecIssue[] {
  const identities = users.map(({ username, kind }) => `${authentication[kind].database} ${username}`);
  return identities.flatMap((identity, index) =>
    identities.indexOf(identity) < index
      ? [{ path: ['users', index, 'username'], message: 'is the name of an earlier user, too' }]
      : [],
  );
}
