import type { AtlasClient } from '../src/atlas/client.ts';
import type { ClusterAddress } from '../src/atlas/clusters.ts';
import type { Login } from '../src/atlas/connection-strings.ts';
import { type DatabaseUser, findDatabaseUser } from '../src/atlas/database-users.ts';
import { isMarkOf, type MarkOwner, readMark } from '../src/environment/owner-mark.ts';
import { derivedFingerprint, derivePassword } from '../src/environment/passwords.ts';

/** Who is to log in to a cluster, as far as the inputs tell. */
export interface UserQuestion {
  readonly client: AtlasClient;
  readonly address: ClusterAddress;
  readonly inputs: { readonly password?: string | undefined; readonly 'password-seed'?: string | undefined };
  readonly owner: MarkOwner;
}

/** A user that is there, and how one logs in as it. */
export interface KnownUser {
  readonly username: string;
  readonly login: Login;
}

/** A database user by its name; undefined where there is none. */
export async function findUser({ client, address }: UserQuestion, username: string): Promise<DatabaseUser | undefined> {
  const { groupId } = address;
  const onAdmin = await findDatabaseUser(client, { groupId, databaseName: 'admin', username });
  return onAdmin ?? (await findDatabaseUser(client, { groupId, databaseName: '$external', username }));
}

/**
 * The given password, or the derived one. Provision derives one password for all clusters of a user, from the first one's
 * name: the fingerprint tells which of those it reaches that was.
 */
export function passwordFor(
  { inputs, address }: UserQuestion,
  { username, existing }: { readonly username: string; readonly existing: DatabaseUser | undefined },
): string | undefined {
  const seed = inputs['password-seed'];
  if (seed === undefined) return inputs.password;
  const { groupId: projectId, clusterName } = address;
  const derived = (name: string) => derivePassword(seed, { projectId, clusterName: name, username });
  const fingerprint = readMark(existing?.description)?.fingerprint;
  const isMeant = (password: string) => derivedFingerprint({ seed, password }, { projectId, username }) === fingerprint;
  const others = existing?.scopes.map(({ name }) => name) ?? [];
  const found = fingerprint && [clusterName, ...others].map(derived).find(isMeant);
  return found || derived(clusterName);
}

/**
 * How one logs in as a user that is there; undefined where nobody here knows its password. Throws where it cannot reach the
 * cluster, or where the password is another one.
 */
export function knownUser(
  question: UserQuestion,
  { existing, password }: { readonly existing: DatabaseUser; readonly password: string | undefined },
): KnownUser | undefined {
  assertReach(existing, question.address);
  const { username } = existing;
  const kind = kindOf(existing);
  if (kind !== 'password') return withoutPassword(existing, { kind, password });
  if (password === undefined) return undefined;
  assertPassword(question, { user: existing, password });
  return { username, login: { kind: 'password', username, password } };
}

/** The message for a user that must be there, and is not. */
export function missingUser({ inputs, address }: UserQuestion, username: string): string {
  const source = inputs.password === undefined ? 'password-seed' : 'password';
  return `There is no database user "${username}" in project ${address.groupId}. A given or derived password needs a user that is there: provision makes it, with the same ${source}.`;
}

function withoutPassword(
  { username }: DatabaseUser,
  { kind, password }: { kind: Exclude<Login['kind'], 'password'>; password: string | undefined },
): KnownUser {
  if (password !== undefined) {
    throw new Error(
      `Database user "${username}" has no password: it logs in by ${kind}. Leave password and password-seed out, or name another user.`,
    );
  }
  return { username, login: { kind } };
}

function assertReach({ username, scopes }: DatabaseUser, { clusterName }: ClusterAddress): void {
  const clusters = scopes.filter(({ type }) => type === 'CLUSTER').map(({ name }) => name);
  if (scopes.length === 0 || clusters.includes(clusterName)) return;
  throw new Error(
    `Database user "${username}" may not reach cluster "${clusterName}", only ${clusters.join(', ') || 'none'}. Name another user, or leave username out.`,
  );
}

/**
 * Where provision has derived a password, its fingerprint shows another seed before anything fails to log in. Of a given
 * password nothing in Atlas tells anything, so it is passed on as it is.
 */
function assertPassword(
  { owner, address, inputs }: UserQuestion,
  { user, password }: { user: DatabaseUser; password: string },
): void {
  const mark = readMark(user.description);
  const seed = inputs['password-seed'];
  if (seed === undefined || mark?.fingerprint === undefined) return;
  const place = { projectId: address.groupId, username: user.username };
  if (mark.fingerprint === derivedFingerprint({ seed, password }, place)) return;
  const whose = isMarkOf(mark, owner) ? '' : ', which was made for another repository or environment,';
  throw new Error(
    `The password of database user "${user.username}"${whose} is not the one that password-seed gives. Give the same password-seed as provision (or password, where provision has a given one), the same environment and the same cluster.`,
  );
}

function kindOf({ x509Type, awsIAMType, oidcAuthType }: DatabaseUser): Login['kind'] {
  if (x509Type !== 'NONE') return 'x509';
  if (awsIAMType !== 'NONE') return 'aws-iam';
  return oidcAuthType === 'NONE' ? 'password' : 'oidc';
}
