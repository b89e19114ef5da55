import { atlasError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { pageOf } from '../paging.ts';
import { snapshotCatalogue, snapshotStatus } from '../world/snapshots.ts';
import type { Catalogue } from '../world/types.ts';
import { backedUpCluster } from './cluster-lookup.ts';
import { type Call, type Operation, onlyVersion, parameter } from './operation.ts';
import { shownSnapshots, snapshotId } from './snapshot-lookup.ts';

const common = {
  method: 'GET',
  versions: onlyVersion('2025-03-12'),
  bucket: 'cloudBackup',
  roles: ['Project Backup Manager'],
} as const;
const base = '/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}/databases';

/** What a snapshot really contains. */
export const snapshotCatalogueOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'listGroupClusterBackupSnapshotDatabases',
    path: base,
    handle: (call) =>
      pageOf(call, Object.keys(catalogueOf(call)).sort(), (name) => named(call, name, databasePath(call, name))),
  },
  {
    ...common,
    operationId: 'getGroupClusterBackupSnapshotDatabase',
    path: `${base}/{databaseName}`,
    handle: (call) => {
      const name = parameter(call, 'databaseName');
      collectionsOf(call);
      return { status: 200, body: named(call, name, databasePath(call, name)) };
    },
  },
  {
    ...common,
    operationId: 'listGroupClusterBackupSnapshotDatabaseCollections',
    path: `${base}/{databaseName}/collections`,
    handle: (call) =>
      pageOf(call, Object.keys(collectionsOf(call)).sort(), (name) => named(call, name, collectionPath(call, name))),
  },
  {
    ...common,
    operationId: 'getGroupClusterBackupSnapshotDatabaseCollection',
    path: `${base}/{databaseName}/collections/{collectionName}`,
    handle: (call) => {
      const name = parameter(call, 'collectionName');
      if (!Object.hasOwn(collectionsOf(call), name)) throw atlasError('RESOURCE_NOT_FOUND', `Collection ${name}`);
      return { status: 200, body: named(call, name, collectionPath(call, name)) };
    },
  },
];

/** The contents of the snapshot in the path: a whole one, or a member of a sharded cluster's. */
function catalogueOf(call: Call): Catalogue {
  const cluster = backedUpCluster(call);
  // Nobody has seen what Atlas answers; the catalogue belongs to collection restores, which Infinite does not have.
  if (cluster.settings.edition === 'INFINITE') throw atlasError('INVALID_ATTRIBUTE', 'clusterName');
  const id = snapshotId(call);
  const snapshot = shownSnapshots(call, cluster).find(
    (candidate) => candidate.id === id || candidate.members.some((member) => member.id === id),
  );
  if (snapshot === undefined) throw atlasError('SNAPSHOT_NOT_FOUND', id, cluster.name);
  // Not documented: an unfinished snapshot cannot be looked into.
  if (snapshotStatus(snapshot, call.now) !== 'completed') throw atlasError('INVALID_ATTRIBUTE', 'snapshotId');
  return snapshotCatalogue(call.world, snapshot);
}

function collectionsOf(call: Call): Readonly<Record<string, number>> {
  const name = parameter(call, 'databaseName');
  const catalogue = catalogueOf(call);
  const collections = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
  if (collections === undefined) throw atlasError('RESOURCE_NOT_FOUND', `Database ${name}`);
  return collections;
}

function databasePath(call: Call, name: string): string {
  return `${call.path.slice(0, call.path.indexOf('/databases'))}/databases/${encodeURIComponent(name)}`;
}

function collectionPath(call: Call, name: string): string {
  return `${databasePath(call, parameter(call, 'databaseName'))}/collections/${encodeURIComponent(name)}`;
}

function named(call: Call, name: string, path: string): JsonObject {
  return { links: [{ href: `${call.origin}${path}`, rel: 'self' }], name };
}
