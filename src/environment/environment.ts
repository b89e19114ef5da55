import { createHash } from 'node:crypto';
import { type Repository, repositoryKey } from './repository.ts';

/** A preview environment of a repository: the same for every run, attempt and action that names it. */
export interface Environment extends Repository {
  /** As the author wrote it: `pr-123`, or any branch name. */
  readonly name: string;
}

/** Atlas makes host names of the first 23 characters of a cluster's name. */
const LONGEST_NAME = 23;

/** Digits in base 36: 41 bits, so that a project's worth of environments do not meet. */
const HASH_LENGTH = 8;

/**
 * The cluster's name of an environment; `ordinal` tells several clusters of one environment apart. At most 23 characters,
 * letters, digits and single hyphens, never ending in one; names that sanitise alike differ in their hash. It follows from the
 * repository's id where that is known, so that a rename changes nothing.
 */
export function clusterNameOf(environment: Environment, ordinal = 0): string {
  const hash = identityHash([repositoryKey(environment), environment.name, String(ordinal)]);
  return `${readableStem(environment)}-${hash}`;
}

/** Whether a cluster's name is one that follows from an environment of this name, of whatever repository. */
export function looksDerived(clusterName: string, environment: Environment): boolean {
  const stem = `${readableStem(environment)}-`;
  return clusterName.startsWith(stem) && /^[0-9a-z]{8}$/.test(clusterName.slice(stem.length));
}

function readableStem({ name }: Environment): string {
  const room = LONGEST_NAME - HASH_LENGTH - 1;
  return sanitise(name).slice(0, room).replace(/-+$/, '') || 'env';
}

/** A name that says the same with underscores, and nothing else does. */
const PLAIN_NAME = /^[a-z0-9-]{1,30}$/;

/** Of a suffix that still leaves room for the name of the database itself. */
const LONGEST_SUFFIX = 31;

/**
 * What an environment adds to the name of a database that it has a copy of, at most 31 characters of those that MongoDB takes
 * everywhere. On the environment's own cluster the name will do, where it is plain: `_pr_123`. On a cluster that others use too
 * it has the repository as well, because they have a pull request 123 of their own: `_pr_123_1296269`, which a workflow can
 * write itself, or a hash where a number does not tell.
 */
export function databaseSuffixOf(environment: Environment, { isOwnCluster }: { isOwnCluster: boolean }): string {
  const { name, repositoryId = '' } = environment;
  if (PLAIN_NAME.test(name)) {
    const plain = `_${name.replaceAll('-', '_')}`;
    if (isOwnCluster) return plain;
    const withId = `${plain}_${repositoryId}`;
    if (/^\d+$/.test(repositoryId) && withId.length <= LONGEST_SUFFIX) return withId;
  }
  const readable = sanitise(name).slice(0, 20).replace(/-+$/, '').replaceAll('-', '_');
  return `_${readable || 'env'}_${identityHash([repositoryKey(environment), name])}`;
}

/** The value of the `gha-environment` tag: readable, and different for names that sanitise alike. */
export function environmentTag({ name }: Environment): string {
  if (/^[A-Za-z0-9 ;@_.-]{1,100}$/.test(name) && name.trim() === name) return name;
  return `${sanitise(name).slice(0, 100) || 'env'}+${identityHash([name])}`;
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
