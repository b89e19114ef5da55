import { derivedName, type SpecContext, type SpecIssue, type SpecPath } from './context.ts';
import type { DesiredState } from './desired.ts';
import { interpret } from './interpret.ts';

/** The flat inputs of `provision`, parsed; what is not set is undefined. Environment and project stand in the context. */
export interface FlatInputs {
  readonly clusterName?: string | undefined;
  readonly tier?: string | undefined;
  readonly provider?: string | undefined;
  readonly region?: string | undefined;
  readonly mongodbVersion?: string | undefined;
  readonly backup?: boolean | undefined;
  readonly pointInTime?: boolean | undefined;
  readonly diskSizeGb?: number | undefined;
  readonly edition?: string | undefined;
  readonly maxStorageGb?: number | undefined;
  /** `key=value` each. */
  readonly tags?: readonly string[] | undefined;
  readonly terminationProtection?: boolean | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** `role@database` each. */
  readonly roles?: readonly string[] | undefined;
  /** The database that the user writes to, where no roles are given. */
  readonly database?: string | undefined;
}

export type FlatResult = { readonly desired: DesiredState } | { readonly problems: readonly string[] };

/** What is wanted in Atlas, from the flat inputs: one cluster and at most one user, by the same rules as a spec. */
export function desiredFromInputs(inputs: FlatInputs, context: SpecContext): FlatResult {
  const tags = parseTags(inputs.tags ?? []);
  const document = {
    clusters: [clusterDocument(inputs, tags.tags)],
    ...userDocuments(inputs, context),
  };
  const own = [...tags.problems, ...missing(inputs, context)];
  const resolution = interpret(document, context);
  const problems = 'issues' in resolution ? resolution.issues.filter(isNews).map(sayForInputs) : [];
  if ('issues' in resolution || own.length > 0) return { problems: [...own, ...problems] };
  return resolution;
}

function clusterDocument(inputs: FlatInputs, tags: Readonly<Record<string, string>>) {
  return defined({
    name: inputs.clusterName,
    tier: inputs.tier,
    provider: inputs.provider,
    region: inputs.region,
    'mongodb-version': inputs.mongodbVersion,
    backup: inputs.backup,
    'point-in-time': inputs.pointInTime,
    'disk-size-gb': inputs.diskSizeGb,
    edition: inputs.edition,
    'max-storage-gb': inputs.maxStorageGb,
    'termination-protection': inputs.terminationProtection,
    tags,
  });
}

/** An environment always has a user, named after its cluster unless the inputs say otherwise. */
function userDocuments({ username, password, roles, database, clusterName }: FlatInputs, context: SpecContext) {
  const { environment } = context;
  const name = username ?? (environment && (clusterName ?? derivedName(context, environment)));
  if (name === undefined) return {};
  const usual = [database === undefined ? 'readWriteAnyDatabase' : `readWrite@${database}`];
  // The user of a named cluster reaches that cluster only; an environment's is scoped to it anyway.
  const clusters = clusterName === undefined ? undefined : [clusterName];
  return { users: [defined({ username: name, password, roles: roles?.length ? roles : usual, clusters })] };
}

function missing(
  { clusterName, username, password, roles, tags }: FlatInputs,
  { environment, withoutEnvironment }: SpecContext,
): string[] {
  const problems: string[] = [];
  if (clusterName === undefined && !environment)
    problems.push(['environment or cluster-name is required', withoutEnvironment ?? []].flat().join('. '));
  if (username === undefined && !environment) {
    if (password !== undefined) problems.push('password needs username: whose is it?');
    if (roles?.length) problems.push('roles needs username: whose are they?');
  }
  const keys = (tags ?? []).map((tag) => tag.split('=', 1)[0]?.trim());
  if (new Set(keys).size < keys.length) problems.push('tags has a key twice');
  return problems;
}

function parseTags(items: readonly string[]) {
  const problems: string[] = [];
  const tags = items.map((item): readonly [string, string] => {
    const at = item.indexOf('=');
    if (at < 1) problems.push(`tags: ${JSON.stringify(item.slice(0, 80))} is not key=value`);
    if (item.slice(0, at).trim() === '__proto__') problems.push('tags: "__proto__" is not allowed as a key');
    return at < 1 ? [item, item] : [item.slice(0, at).trim(), item.slice(at + 1).trim()];
  });
  return { tags: Object.fromEntries(tags), problems };
}

/** The missing name is told in words of the inputs. */
function isNews({ path }: SpecIssue): boolean {
  return !(path.length === 2 && path[0] === 'clusters');
}

const inputNames: Readonly<Record<string, string>> = { name: 'cluster-name', regions: 'region' };

function sayForInputs({ path, message }: SpecIssue): string {
  const input = inputOf(path);
  return input === undefined ? `the project ${message}` : `${input} ${message}`;
}

function inputOf([section, , key]: SpecPath): string | undefined {
  if (section === undefined || section === 'project') return undefined;
  if (section !== 'clusters' && section !== 'users') return String(section);
  return inputNames[String(key)] ?? String(key);
}

function defined<Value>(record: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> {
  // Object.entries loses the keys' types, and filter does not narrow a tuple's second place.
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Record<string, Value>;
}
