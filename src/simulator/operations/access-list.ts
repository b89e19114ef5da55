import type { Reply } from '../answers.ts';
import { atlasError } from '../errors.ts';
import { type JsonObject, sortedByKey } from '../json.ts';
import { pageOf } from '../paging.ts';
import {
  accessEntriesOf,
  accessStatus,
  addAccessEntry,
  changeAccessEntry,
  deleteAccessEntry,
  shownAccessEntries,
  shownFields,
  targetName,
} from '../world/access-list.ts';
import type { AccessEntry } from '../world/access-types.ts';
import { soleAddress } from '../world/addresses.ts';
import { type AskedEntry, readEntries, readEntryName } from './access-list-body.ts';
import { checkMayExpire, expiryView } from './expiry.ts';
import { type Call, link, type Operation, onlyVersion, parameter } from './operation.ts';
import { decideFate } from './overlap.ts';

const mostEntries = 200;
const common = { versions: onlyVersion('2023-01-01'), bucket: 'accessList' } as const;
const all = '/api/atlas/v2/groups/{groupId}/accessList';
const one = `${all}/{entryValue}`;
const mayRead = ['Project Read Only'];
const mayWrite = ['Project Network Access Manager'];

/** The addresses that may connect to the clusters of a project. */
export const accessListOperations: readonly Operation[] = [
  {
    ...common,
    operationId: 'listGroupAccessListEntries',
    method: 'GET',
    path: all,
    roles: mayRead,
    javaMethod: 'ApiAtlasNetworkAccessListResource::getAtlasWhitelist',
    handle: (call) =>
      pageOf(call, shownAccessEntries(call.world, call.project().id), (entry) => entryView(call, entry)),
  },
  {
    ...common,
    operationId: 'createGroupAccessListEntry',
    method: 'POST',
    path: all,
    roles: mayWrite,
    javaMethod: 'ApiAtlasNetworkAccessListResource::addAtlasWhitelist',
    serial: true,
    handle: addEntries,
  },
  {
    ...common,
    operationId: 'getGroupAccessListEntry',
    method: 'GET',
    path: one,
    roles: mayRead,
    javaMethod: 'ApiAtlasNetworkAccessListResource::getAtlasNetworkPermissionEntry',
    handle: (call) => ({ status: 200, body: entryView(call, shownEntry(call)) }),
  },
  {
    ...common,
    operationId: 'deleteGroupAccessListEntry',
    method: 'DELETE',
    path: one,
    roles: mayWrite,
    javaMethod: 'ApiAtlasNetworkAccessListResource::deleteAtlasWhitelist',
    serial: true,
    handle: deleteEntry,
  },
  {
    ...common,
    operationId: 'getGroupAccessListStatus',
    method: 'GET',
    path: `${one}/status`,
    roles: mayRead,
    javaMethod: 'ApiAtlasNetworkAccessListResource::getAtlasNetworkPermissionEntryStatus',
    handle: (call) => ({ status: 200, body: { STATUS: accessStatus(shownEntry(call), call.now) } }),
  },
];

function addEntries(call: Call): Reply {
  const { world, now, project } = call;
  const groupId = project().id;
  const asked = readEntries(call.body, { project: project(), now });
  const before = accessEntriesOf(world, groupId);
  for (const entry of asked) checkMayExpire(previousOf(before, entry) ?? { deleteAfter: 0 }, entry.deleteAfter);
  const names = [...before, ...asked].map(({ target }) => targetName(target));
  if (new Set(names).size > mostEntries) throw atlasError('ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED', mostEntries);
  const fate = decideFate(call);
  const undo = asked.map((entry) => write(call, groupId, entry));
  if (fate === 'done but answered 500') throw atlasError('UNEXPECTED_ERROR');
  // The answer to a write shows what it has done.
  const list = pageOf(call, accessEntriesOf(world, groupId), (entry) => entryView(call, entry, entry));
  if (fate === 'partly lost') undo[world.random.integer(0, undo.length - 1)]?.();
  return { ...list, status: 201 };
}

/** Adds an entry, or gives one that is there another comment or expiry; returns the way back. */
function write({ world }: Call, groupId: string, asked: AskedEntry): () => void {
  const previous = previousOf(accessEntriesOf(world, groupId), asked);
  if (previous === undefined) {
    const added = addAccessEntry(world, { groupId, ...asked });
    return () => void world.accessEntries.splice(world.accessEntries.indexOf(added), 1);
  }
  const { comment, deleteAfter, before } = previous;
  changeAccessEntry(world, previous, { comment: asked.comment ?? comment, deleteAfter: asked.deleteAfter });
  return () => void Object.assign(previous, { comment, deleteAfter, before });
}

function previousOf(entries: readonly AccessEntry[], { target }: AskedEntry): AccessEntry | undefined {
  return entries.find((entry) => targetName(entry.target) === targetName(target));
}

function deleteEntry(call: Call): Reply {
  const { world, project } = call;
  const name = readEntryName(parameter(call, 'entryValue'));
  const entry = accessEntriesOf(world, project().id).find(({ target }) => targetName(target) === name);
  if (entry === undefined) throw notFound(call);
  const fate = decideFate(call);
  if (fate !== 'partly lost') deleteAccessEntry(world, entry);
  if (fate === 'done but answered 500') throw atlasError('UNEXPECTED_ERROR');
  return { status: 204 };
}

function shownEntry(call: Call): AccessEntry {
  const name = readEntryName(parameter(call, 'entryValue'));
  const shown = shownAccessEntries(call.world, call.project().id);
  const entry = shown.find(({ target }) => targetName(target) === name);
  if (entry === undefined) throw notFound(call);
  return entry;
}

function notFound(call: Call) {
  return atlasError('ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND', parameter(call, 'entryValue'), call.project().id);
}

function entryView(call: Call, entry: AccessEntry, shown = shownFields(entry, call.now)): JsonObject {
  const { groupId, target } = entry;
  const { comment } = shown;
  const ipAddress = 'cidrBlock' in target ? soleAddress(target.cidrBlock) : undefined;
  const path = encodeURIComponent(targetName(target));
  return sortedByKey({
    ...target,
    ...(comment === undefined ? {} : { comment }),
    ...expiryView(shown),
    groupId,
    ...(ipAddress === undefined ? {} : { ipAddress }),
    links: [link(call, `/groups/${groupId}/accessList/${path}`)],
  });
}
