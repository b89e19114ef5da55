import { atlasError } from '../errors.ts';
import { objectBody, oneOf, optionalObjects, optionalText, requiredText } from '../fields.ts';
import type { Json, JsonObject } from '../json.ts';
import type { CollectionWishes, NamespaceWish } from '../world/collection-restore-types.ts';
import type { PointInTime } from '../world/restore-types.ts';
import { collectionTarget, databaseTarget, splitNamespace } from '../world/restored-collections.ts';
import { readPoint } from './restore-request.ts';

/** What the body of a collection restore asks for; whether it can be had is another question. */
export interface CollectionRestoreRequest {
  readonly snapshotId: string | undefined;
  readonly point: PointInTime | undefined;
  readonly targetGroupId: string;
  readonly targetClusterName: string;
  readonly wishes: CollectionWishes;
}

const fields = [
  'collectionSuffix',
  'collections',
  'databaseSuffix',
  'databases',
  'indexStrategy',
  'oplogInc',
  'oplogTs',
  'pointInTimeUtcSeconds',
  'snapshotId',
  'targetClusterName',
  'targetGroupId',
  'writeStrategy',
];
const mostNamespaces = 100;
const longestDatabase = 63;
const longestNamespace = 255;

/** Reads the body of a collection restore. */
export function readCollectionRestoreRequest(sent: Json | undefined): CollectionRestoreRequest {
  const body = objectBody(sent);
  const unknown = Object.keys(body).find((name) => !fields.includes(name));
  if (unknown !== undefined) throw atlasError('INVALID_ATTRIBUTE', unknown);
  const request = {
    targetGroupId: requiredText(body, 'targetGroupId'),
    targetClusterName: requiredText(body, 'targetClusterName'),
    wishes: readWishes(body),
    snapshotId: optionalText(body, 'snapshotId'),
    point: readPoint(body, 'pointInTimeUtcSeconds'),
  };
  if (request.snapshotId !== undefined && request.point !== undefined)
    throw atlasError('INVALID_ATTRIBUTE', 'snapshotId');
  return request;
}

function readWishes(body: JsonObject): CollectionWishes {
  const databaseSuffix = optionalText(body, 'databaseSuffix');
  const collectionSuffix = optionalText(body, 'collectionSuffix');
  const wishes: CollectionWishes = {
    databases: readNamespaces(body, { name: 'databases', isRight: isDatabase }),
    collections: readNamespaces(body, { name: 'collections', isRight: isCollection }),
    ...(databaseSuffix === undefined ? {} : { databaseSuffix }),
    ...(collectionSuffix === undefined ? {} : { collectionSuffix }),
    writeStrategy: oneOf(['CREATE_NEW', 'OVERWRITE_EXISTING'], requiredText(body, 'writeStrategy')),
    indexStrategy: oneOf(['ALL', 'NONE', 'ALL_EXCEPT_TTL'], requiredText(body, 'indexStrategy')),
  };
  if (wishes.databases.length + wishes.collections.length === 0) {
    throw atlasError('MISSING_ONE_OF_ATTRIBUTES', 'databases', 'collections');
  }
  checkTargets(wishes);
  return wishes;
}

function readNamespaces(
  body: JsonObject,
  { name, isRight }: { readonly name: string; readonly isRight: (namespace: string) => boolean },
): readonly NamespaceWish[] {
  const wishes = (optionalObjects(body, name) ?? []).map((entry) => {
    const targetNamespace = optionalText(entry, 'targetNamespace');
    const sourceNamespace = requiredText(entry, 'sourceNamespace');
    // An empty target means the name of the source, as an absent one does.
    return { sourceNamespace, ...(targetNamespace === undefined || targetNamespace === '' ? {} : { targetNamespace }) };
  });
  if (wishes.length > mostNamespaces) {
    throw atlasError('VALIDATION_ERROR', `${name} must not have more than ${mostNamespaces} entries`);
  }
  const names = wishes.flatMap(({ sourceNamespace, targetNamespace }) => [
    sourceNamespace,
    targetNamespace ?? sourceNamespace,
  ]);
  const sources = wishes.map(({ sourceNamespace }) => sourceNamespace);
  if (!names.every(isRight) || new Set(sources).size < sources.length) throw atlasError('INVALID_ATTRIBUTE', name);
  return wishes;
}

/** Tells whether a text can name a database: letters of all kinds, but none that MongoDB forbids. */
function isDatabase(name: string): boolean {
  return name.length > 0 && name.length <= longestDatabase && !/[/\\. "$*<>:|?\0]/.test(name);
}

function isCollection(namespace: string): boolean {
  const [database, collection] = splitNamespace(namespace);
  return isDatabase(database) && collection.length > 0 && namespace.length <= longestNamespace;
}

/** Refuses names that two of them would share, or that are too long with their suffix. */
function checkTargets(wishes: CollectionWishes): void {
  const databases = wishes.databases.map((wish) => databaseTarget(wishes, wish));
  const collections = wishes.collections.map((wish) => collectionTarget(wishes, wish));
  const areShared = [databases, collections].some((names) => new Set(names).size < names.length);
  if (areShared || !databases.every(isDatabase) || !collections.every(isCollection)) {
    throw atlasError('INVALID_ATTRIBUTE', 'targetNamespace');
  }
}
