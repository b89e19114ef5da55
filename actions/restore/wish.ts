import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import type { ValuesOf } from '../../src/definition/action.ts';
import { clusterNameOf, type Environment } from '../../src/environment/environment.ts';
import type { Repository } from '../../src/environment/repository.ts';
import { environmentNamed } from '../environment.ts';
import { parseSelector, type SnapshotSelector } from '../snapshot-selector.ts';
import type { inputs } from './inputs.ts';
import { databaseOf, wantedName } from './namespaces.ts';
import { secondsOf } from './rules.ts';

export type Inputs = ValuesOf<typeof inputs>;

/** What is to be brought back. */
export type RestoreSource =
  | { readonly kind: 'snapshot'; readonly selector: SnapshotSelector }
  /** Seconds since 1970. */
  | { readonly kind: 'point-in-time'; readonly seconds: number }
  | { readonly kind: 'oplog'; readonly seconds: number; readonly increment: number };

/** Single databases and collections; without it a restore is of everything. */
export interface RestoreScope {
  readonly databases: readonly string[];
  readonly collections: readonly string[];
  readonly databaseSuffix: string | undefined;
  readonly collectionSuffix: string | undefined;
  readonly overwrites: boolean;
  readonly indexes: 'all' | 'none' | 'all-except-ttl';
}

/** What the author wants, as far as the inputs alone tell. */
export interface RestoreWish {
  readonly source: RestoreSource;
  /** The cluster that the data was saved of. */
  readonly from: ClusterAddress;
  /** The cluster that gets it; undefined for a download. */
  readonly to: ClusterAddress | undefined;
  readonly environment: Environment | undefined;
  readonly scope: RestoreScope | undefined;
  readonly safetySnapshot: boolean;
  /** The author has repeated the target's name. */
  readonly isConfirmed: boolean;
}

/** A wish as far as the inputs alone tell: which cluster of an environment is meant, and whose it is, Atlas has to say. */
export type DraftWish = Omit<RestoreWish, 'from' | 'to' | 'isConfirmed'> & {
  /** Name of the target; undefined for a download. */
  readonly toName: string | undefined;
  /** The name follows from the environment, so that its cluster may be called otherwise. */
  readonly isNameDerived: boolean;
  readonly confirm: string | undefined;
};

/** Reads the wish from the inputs. Throws with every problem at once, before any request. */
export function draftOf(inputs: Inputs, repository: Repository): DraftWish {
  const environment = inputs.environment === undefined ? undefined : environmentNamed(repository, inputs.environment);
  const scope = scopeOf(inputs);
  const derived = environment && !scope ? clusterNameOf(environment) : undefined;
  const named = inputs['target-cluster-name'];
  const draft: DraftWish = {
    source: sourceOf(inputs),
    environment,
    scope,
    toName: inputs.delivery === 'download' ? undefined : (named ?? derived ?? inputs['cluster-name']),
    isNameDerived: named === undefined && derived !== undefined,
    safetySnapshot: inputs['safety-snapshot'],
    confirm: inputs['confirm-overwrite'],
  };
  assertFits(draft.isNameDerived ? { ...draft, confirm: undefined } : draft);
  return draft;
}

/** The wish with the target as Atlas knows it. Throws with every problem at once. */
export function wishOf(
  draft: DraftWish,
  { from, to, databaseSuffix }: Pick<RestoreWish, 'from' | 'to'> & { readonly databaseSuffix: string | undefined },
): RestoreWish {
  const { source, environment, safetySnapshot, confirm } = draft;
  const scope = draft.scope && { ...draft.scope, databaseSuffix };
  assertFits({ confirm, scope, toName: to?.clusterName });
  return { source, environment, scope, safetySnapshot, from, to, isConfirmed: confirm !== undefined };
}

function assertFits({ confirm, scope, toName }: Pick<DraftWish, 'confirm' | 'scope' | 'toName'>): void {
  const problems = [
    ...(confirm !== undefined && confirm !== toName
      ? [
          `confirm-overwrite: "${confirm}" is not the target, which is "${toName}". Repeat its name exactly, if it really is to be overwritten.`,
        ]
      : []),
    ...(scope ? tooLong(scope) : []),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

function sourceOf(inputs: Inputs): RestoreSource {
  if (inputs.snapshot !== undefined) return { kind: 'snapshot', selector: parseSelector(inputs.snapshot) };
  if (inputs.oplog !== undefined) {
    const [seconds = 0, increment = 1] = inputs.oplog.split(':').map(Number);
    return { kind: 'oplog', seconds, increment };
  }
  const seconds = secondsOf(inputs['point-in-time']);
  if (seconds === undefined) throw new Error('The inputs were accepted without anything to restore.');
  return { kind: 'point-in-time', seconds };
}

function scopeOf(inputs: Inputs): RestoreScope | undefined {
  const { databases = [], collections = [] } = inputs;
  if (databases.length + collections.length === 0) return undefined;
  return {
    databases,
    collections,
    databaseSuffix: inputs['database-suffix'],
    collectionSuffix: inputs['collection-suffix'],
    overwrites: inputs['write-strategy'] === 'overwrite-existing',
    indexes: inputs['index-strategy'] ?? 'all',
  };
}

/** MongoDB's own limits: 63 bytes for a database's name, 255 for a namespace. */
const LONGEST_DATABASE = 63;
const LONGEST_NAMESPACE = 255;

function tooLong({ databases, collections, ...suffixes }: RestoreScope): readonly string[] {
  const names = [...new Set([...databases, ...collections.map(databaseOf)])];
  const long = names.map((name) => wantedName(name, suffixes)).filter((name) => bytes(name) > LONGEST_DATABASE);
  const longer = collections.filter((name) => bytes(wantedName(name, suffixes)) > LONGEST_NAMESPACE);
  return [
    ...long.map(
      (name) => `database-suffix: "${name}" is longer than the ${LONGEST_DATABASE} bytes of a database name.`,
    ),
    ...longer.map(
      (name) =>
        `collection-suffix: "${name}" with its suffixes is longer than the ${LONGEST_NAMESPACE} bytes of a namespace.`,
    ),
  ];
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
