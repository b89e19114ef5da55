import type { CollectionWishes, NamespaceWish, RestoredCollection } from './collection-restore-types.ts';
import type { CollectionsScript } from './restore-types.ts';
import type { Catalogue } from './types.ts';

/** What is restored from where into what. */
export interface CollectionsPlan {
  readonly wishes: CollectionWishes;
  /** What the backup holds. */
  readonly source: Catalogue;
  /** What the target holds. */
  readonly target: Catalogue;
  /** Tells names apart that Atlas makes up. */
  readonly requestedAt: number;
  readonly script: CollectionsScript;
  /** When documents begin to arrive, and when all are there. */
  readonly copiesFrom: number;
  readonly copiedAt: number;
}

/** A collection whose turn is not settled yet. */
type Named = Omit<RestoredCollection, 'copiesFrom' | 'copiedAt'>;

/** Works out which collections are restored under which names; one that is named explicitly is not restored twice. */
export function planCollections(plan: CollectionsPlan): readonly RestoredCollection[] {
  const { wishes, source } = plan;
  const named = wishes.collections.map((wish) => wish.sourceNamespace);
  const ofDatabases = wishes.databases.flatMap((wish) =>
    collectionsIn(source, wish.sourceNamespace).map((collection) => ({ wish, collection })),
  );
  return inTurn(plan, [
    ...ofDatabases
      .filter(({ wish, collection }) => !named.includes(`${wish.sourceNamespace}.${collection}`))
      .map(({ wish, collection }) => fromDatabase(plan, { ...wish, collection })),
    ...wishes.collections.map((wish) => single(plan, wish)),
  ]);
}

/** The collections as the target holds them in the end. */
export function restoredData(collections: readonly RestoredCollection[]): Catalogue {
  const data: Record<string, Record<string, number>> = {};
  for (const { effective, documents, fate } of collections) {
    if (fate !== 'restored') continue;
    const [database, name] = splitNamespace(effective);
    data[database] = { ...data[database], [name]: documents };
  }
  return data;
}

/** What a database shall be called. Not documented: a name that was asked for is taken as it is, without the suffix. */
export function databaseTarget({ databaseSuffix = '' }: CollectionWishes, wish: NamespaceWish): string {
  return wish.targetNamespace ?? wish.sourceNamespace + databaseSuffix;
}

/** What a collection shall be called; both suffixes hold for it. */
export function collectionTarget(
  { databaseSuffix = '', collectionSuffix = '' }: CollectionWishes,
  wish: NamespaceWish,
): string {
  const [database, collection] = splitNamespace(wish.sourceNamespace);
  return wish.targetNamespace ?? `${database}${databaseSuffix}.${collection}${collectionSuffix}`;
}

/** Splits `database.collection`; only the collection may have further dots. */
export function splitNamespace(namespace: string): readonly [database: string, collection: string] {
  const dot = namespace.indexOf('.');
  return dot < 0 ? [namespace, ''] : [namespace.slice(0, dot), namespace.slice(dot + 1)];
}

/** Collections are copied one after another, each for as long as it has documents. */
function inTurn(
  { copiesFrom, copiedAt }: CollectionsPlan,
  collections: readonly Named[],
): readonly RestoredCollection[] {
  const weights = collections.map(({ fate, documents }) => (isCopied(fate) ? documents + 1 : 0));
  const whole = Math.max(1, total(weights));
  const at = (weight: number) => copiesFrom + ((copiedAt - copiesFrom) * weight) / whole;
  return collections.map((collection, index) => ({
    ...collection,
    copiesFrom: at(total(weights.slice(0, index))),
    copiedAt: at(total(weights.slice(0, index + 1))),
  }));
}

/** Tells whether documents of such a collection are copied at all. */
export function isCopied(fate: RestoredCollection['fate']): boolean {
  return fate === 'restored' || fate === 'failing';
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** A database that is not there at all shows as one collection without a name, which is missing. */
function collectionsIn(source: Catalogue, database: string): readonly string[] {
  return Object.hasOwn(source, database) ? Object.keys(source[database] ?? {}) : [''];
}

function fromDatabase(
  plan: CollectionsPlan,
  { collection, ...wish }: NamespaceWish & { readonly collection: string },
): Named {
  const { wishes, target } = plan;
  const { collectionSuffix = '' } = wishes;
  const database = databaseTarget(wishes, wish);
  const name = collection === '' ? '' : `.${collection}${collectionSuffix}`;
  const taken = wishes.writeStrategy === 'CREATE_NEW' && Object.hasOwn(target, database);
  return entry(plan, {
    source: collection === '' ? wish.sourceNamespace : `${wish.sourceNamespace}.${collection}`,
    target: database + name,
    effective: (taken ? renamed(database, plan) : database) + name,
  });
}

function single(plan: CollectionsPlan, wish: NamespaceWish): Named {
  const { wishes, target } = plan;
  const asked = collectionTarget(wishes, wish);
  const taken = wishes.writeStrategy === 'CREATE_NEW' && documentsAt(target, asked) !== undefined;
  return entry(plan, {
    source: wish.sourceNamespace,
    target: asked,
    effective: taken ? renamed(asked, plan) : asked,
  });
}

/**
 * Atlas renames what would collide; how is documented nowhere but that the old name stays in front. The second of the request
 * behind it is a guess.
 */
function renamed(name: string, { requestedAt }: CollectionsPlan): string {
  return `${name}_restored_${Math.floor(requestedAt / 1000)}`;
}

function entry(
  { source: held, script }: CollectionsPlan,
  names: Pick<Named, 'source' | 'target' | 'effective'>,
): Named {
  const { source, effective } = names;
  const documents = documentsAt(held, source);
  return {
    ...names,
    effective: script.renames?.[source] ?? effective,
    documents: documents ?? 0,
    fate: fateOf(script, { source, isThere: documents !== undefined }),
    failingIndexes: script.failingIndexes?.[source] ?? [],
  };
}

function fateOf(
  { unsupported = [], failing = [] }: CollectionsScript,
  { source, isThere }: { readonly source: string; readonly isThere: boolean },
): RestoredCollection['fate'] {
  if (!isThere) return 'missing';
  if (unsupported.includes(source)) return 'unsupported';
  return failing.includes(source) ? 'failing' : 'restored';
}

function documentsAt(catalogue: Catalogue, namespace: string): number | undefined {
  const [database, collection] = splitNamespace(namespace);
  const collections = Object.hasOwn(catalogue, database) ? catalogue[database] : undefined;
  return collections !== undefined && Object.hasOwn(collections, collection) ? collections[collection] : undefined;
}
