import { createHash } from 'node:crypto';

/** A preview environment: the same for every run, attempt and action that names it. */
export interface Environment {
  /** `owner/name` of the repository it belongs to. */
  readonly repository: string;
  /** As the author wrote it: `pr-123`, or any branch name. */
  readonly name: string;
}

/** Atlas makes host names of the first 23 characters of a cluster's name. */
const LONGEST_NAME = 23;

/** Digits in base 36: 41 bits, so that a project's worth of environments do not meet. */
const HASH_LENGTH = 8;

/**
 * The cluster's name of an environment; `ordinal` tells several clusters of one environment apart. At most 23 characters,
 * letters, digits and single hyphens, never ending in one; names that sanitise alike differ in their hash.
 */
export function clusterNameOf(environment: Environment, ordinal = 0): string {
  const hash = identityHash([...identity(environment), String(ordinal)]);
  const room = LONGEST_NAME - HASH_LENGTH - 1;
  const readable = sanitise(environment.name).slice(0, room).replace(/-+$/, '');
  return `${readable || 'env'}-${hash}`;
}

/** A name that says the same with underscores, and nothing else does. */
const PLAIN_NAME = /^[a-z0-9-]{1,30}$/;

/**
 * What an environment adds to the name of a database that it has a copy of: `_pr_123`. At most 31 characters of those that
 * MongoDB takes everywhere; the repository is in it only where the name alone would not do.
 */
export function databaseSuffixOf(environment: Environment): string {
  const { name } = environment;
  if (PLAIN_NAME.test(name)) return `_${name.replaceAll('-', '_')}`;
  const readable = sanitise(name).replaceAll('-', '_').slice(0, 20);
  return `_${readable || 'env'}_${identityHash(identity(environment))}`;
}

/** The value of the `gha-environment` tag: readable, and different for names that sanitise alike. */
export function environmentTag(environment: Environment): string {
  const { name } = environment;
  if (/^[A-Za-z0-9 ;@_.-]{1,100}$/.test(name) && name.trim() === name) return name;
  return `${sanitise(name).slice(0, 100) || 'env'}+${identityHash(identity(environment))}`;
}

/** The value of the `gha-repository` tag: Atlas's tags know no `/`, so `owner;name`. */
export function repositoryTag(repository: string): string {
  return (
    repository
      .replace('/', ';')
      .replace(/[^A-Za-z0-9 ;@_.+-]/g, '_')
      .slice(0, 255) || 'unknown'
  );
}

/** GitHub's repository names do not tell upper from lower case. */
function identity({ repository, name }: Environment): readonly string[] {
  return [repository.toLowerCase(), name];
}

function sanitise(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

function identityHash(parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return BigInt(`0x${digest.slice(0, 16)}`)
    .toString(36)
    .padStart(HASH_LENGTH, '0')
    .slice(-HASH_LENGTH);
}
