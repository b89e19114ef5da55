import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import type { ValuesOf } from '../../src/definition/action.ts';
import { clusterNameOf, databaseSuffixOf, type Environment } from '../../src/environment/environment.ts';
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

/** Reads the wish from the inputs. Throws with every problem at once, before any request. */
export function wishOf(
  inputs: Inputs,
  repository: string,
): Omit<RestoreWish, 'from' | 'to'> & { readonly toName: string | undefined } {
  const environment = inputs.environment === undefined ? undefined : { repository, name: inputs.environment };
  const scope = scopeOf(inputs, environment);
  const toName = targetNameOf(inputs, { environment, scope });
  const confirm = inputs['confirm-overwrite'];
  const problems = [
    ...(confirm !== undefined && confirm !== toName
      ? [
          `confirm-overwrite: "${confirm}" is not the target, which is "${toName}". Repeat its name letter by letter, if it really is to be overwritten.`,
        ]
      : []),
    ...(scope ? tooLong(scope) : []),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return {
    source: sourceOf(inputs),
    environment,
    scope,
    toName,
    safetySnapshot: inputs['safety-snapshot'],
    isConfirmed: confirm !== undefined,
  };
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

function scopeOf(inputs: Inputs, environment: Environment | undefined): RestoreScope | undefined {
  const { databases = [], collections = [] } = inputs;
  if (databases.length + collections.length === 0) return undefined;
  return {
    databases,
    collections,
    databaseSuffix: inputs['database-suffix'] ?? (environment && databaseSuffixOf(environment)),
    collectionSuffix: inputs['collection-suffix'],
    overwrites: inputs['write-strategy'] === 'overwrite-existing',
    indexes: inputs['index-strategy'] ?? 'all',
  };
}

/** One cluster is shared by the databases of many environments; a whole restore goes into the environment's own. */
function targetNameOf(
  inputs: Inputs,
  { environment, scope }: { environment: Environment | undefined; scope: RestoreScope | undefined },
): string | undefined {
  if (inputs.delivery === 'download') return undefined;
  const derived = environment && !scope ? clusterNameOf(environment) : undefined;
  return inputs['target-cluster-name'] ?? derived ?? inputs['cluster-name'];
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
