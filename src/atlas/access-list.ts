import { z } from 'zod';
import { atlasSpelling, canonicalAddress, isSecurityGroup } from './addresses.ts';
import type { AtlasClient, CallInput } from './client.ts';
import { AtlasError } from './errors.ts';
import { isoTime, readTime } from './iso-time.ts';
import { operation } from './operation.ts';
import { optionalText } from './optional.ts';
import { listAll, pageOf } from './pagination.ts';

/** An entry of a project's IP access list, as it stands there or as it is to stand there. */
export interface AccessListEntry {
  /** Address, CIDR block or AWS security group, in the spelling of addresses.ts. */
  readonly address: string;
  readonly comment: string | undefined;
  /** Milliseconds since 1970; undefined for a permanent entry. */
  readonly expiresAt: number | undefined;
}

const entry = z
  .object({
    cidrBlock: optionalText,
    ipAddress: optionalText,
    awsSecurityGroup: optionalText,
    comment: optionalText,
    deleteAfterDate: optionalText,
  })
  .transform(
    ({ awsSecurityGroup, ipAddress, cidrBlock, comment, deleteAfterDate }): AccessListEntry => ({
      // A single address has a cidrBlock of /32 as well.
      address: canonicalAddress(awsSecurityGroup ?? ipAddress ?? cidrBlock ?? ''),
      comment,
      expiresAt: readTime(deleteAfterDate),
    }),
  );

const role = 'Project Network Access Manager';

const list = operation({
  method: 'GET',
  path: '/groups/{groupId}/accessList',
  version: '2023-01-01',
  task: 'read the IP access list of project {groupId}',
  role: 'Project Read Only',
  answer: pageOf(entry),
});

const add = operation({
  method: 'POST',
  path: '/groups/{groupId}/accessList',
  version: '2023-01-01',
  task: 'add entries to the IP access list of project {groupId}',
  role,
  answer: z.unknown(),
});

const one = operation({
  method: 'GET',
  path: '/groups/{groupId}/accessList/{entryValue}',
  version: '2023-01-01',
  task: 'read {entryValue} in the IP access list of project {groupId}',
  role: 'Project Read Only',
  answer: entry,
});

const remove = operation({
  method: 'DELETE',
  path: '/groups/{groupId}/accessList/{entryValue}',
  version: '2023-01-01',
  task: 'delete {entryValue} from the IP access list of project {groupId}',
  role,
  answer: z.unknown(),
});

const status = operation({
  method: 'GET',
  path: '/groups/{groupId}/accessList/{entryValue}/status',
  version: '2023-01-01',
  task: 'read whether {entryValue} is active in the IP access list of project {groupId}',
  role: 'Project Read Only',
  answer: z.object({ STATUS: z.string() }),
});

/** Which entry of a project's list. */
export interface EntryPlace {
  readonly groupId: string;
  readonly address: string;
}

/** All entries of a project's list. */
export function listAccessList(client: AtlasClient, groupId: string): Promise<readonly AccessListEntry[]> {
  return listAll(client, list, { path: { groupId } });
}

/** Finds one entry; undefined where Atlas shows none. */
export async function findAccessListEntry(
  client: AtlasClient,
  place: EntryPlace,
): Promise<AccessListEntry | undefined> {
  try {
    return await client.call(one, { path: pathOf(place) });
  } catch (error) {
    if (isNoEntry(error)) return undefined;
    throw error;
  }
}

type OnSend = Pick<CallInput<string>, 'onSend'>;

/**
 * Adds entries, or changes comment and date of those that are there. Only for access-list-writer.ts: Atlas forbids two of
 * these calls at once in a project.
 */
export async function addAccessListEntries(
  client: AtlasClient,
  { groupId, entries }: { groupId: string; entries: readonly AccessListEntry[] },
  { onSend }: OnSend = {},
): Promise<void> {
  await client.call(add, { path: { groupId }, body: entries.map(toRequest), onSend });
}

/** Deletes an entry; already gone is success. Resolves to whether there was one. */
export async function deleteAccessListEntry(
  client: AtlasClient,
  place: EntryPlace,
  { onSend }: OnSend = {},
): Promise<boolean> {
  try {
    await client.call(remove, { path: pathOf(place), onSend });
    return true;
  } catch (error) {
    if (error instanceof AtlasError && error.status === 404) return false;
    throw error;
  }
}

/** Whether connections from an entry get through: PENDING, ACTIVE, FAILED, or MISSING where Atlas shows no such entry. */
export async function getEntryStatus(client: AtlasClient, place: EntryPlace): Promise<string> {
  try {
    const { STATUS } = await client.call(status, { path: pathOf(place) });
    return STATUS;
  } catch (error) {
    if (isNoEntry(error)) return 'MISSING';
    throw error;
  }
}

function isNoEntry(error: unknown): boolean {
  return error instanceof AtlasError && error.code === 'ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND';
}

function pathOf({ groupId, address }: EntryPlace) {
  return { groupId, entryValue: atlasSpelling(address) };
}

function toRequest({ address, comment, expiresAt }: AccessListEntry) {
  return {
    ...addressField(address),
    ...(comment !== undefined && { comment }),
    ...(expiresAt !== undefined && { deleteAfterDate: isoTime(expiresAt) }),
  };
}

function addressField(address: string) {
  if (isSecurityGroup(address)) return { awsSecurityGroup: address };
  return address.includes('/') ? { cidrBlock: atlasSpelling(address) } : { ipAddress: atlasSpelling(address) };
}
