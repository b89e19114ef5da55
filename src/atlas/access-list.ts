import { z } from 'zod';
import type { AtlasClient } from './client.ts';
import { AtlasError } from './errors.ts';
import { operation } from './operation.ts';
import { optionalText } from './optional.ts';
import { listAll, pageOf } from './pagination.ts';

/** An entry of a project's IP access list. */
export interface AccessListEntry {
  /** CIDR block; a single address has one of /32 too. */
  readonly cidrBlock: string | undefined;
  readonly ipAddress: string | undefined;
  readonly awsSecurityGroup: string | undefined;
  readonly comment: string | undefined;
  /** ISO 8601; undefined for a permanent entry. */
  readonly deleteAfterDate: string | undefined;
}

/** One entry to add; exactly one of the three addresses. */
export interface NewAccessListEntry {
  readonly ipAddress?: string;
  readonly cidrBlock?: string;
  readonly awsSecurityGroup?: string;
  readonly comment?: string;
  readonly deleteAfterDate?: string;
}

const entry: z.ZodType<AccessListEntry> = z.object({
  cidrBlock: optionalText,
  ipAddress: optionalText,
  awsSecurityGroup: optionalText,
  comment: optionalText,
  deleteAfterDate: optionalText,
});

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

/** The address of an entry, as Atlas's paths name it. */
export function entryValueOf({ awsSecurityGroup, ipAddress, cidrBlock }: AccessListEntry): string {
  return awsSecurityGroup ?? ipAddress ?? cidrBlock ?? '';
}

/** Which entry of a project's list. */
export interface EntryAddress {
  readonly groupId: string;
  readonly entryValue: string;
}

/** All entries of a project's list. */
export function listAccessList(client: AtlasClient, groupId: string): Promise<readonly AccessListEntry[]> {
  return listAll(client, list, { path: { groupId } });
}

/** Adds entries, or changes comment and date of those that are there. Never two of these calls at once in a project. */
export async function addAccessListEntries(
  client: AtlasClient,
  groupId: string,
  entries: readonly NewAccessListEntry[],
): Promise<void> {
  await client.call(add, { path: { groupId }, body: entries });
}

/** Deletes an entry; already gone is success. Resolves to whether there was one. */
export async function deleteAccessListEntry(client: AtlasClient, address: EntryAddress): Promise<boolean> {
  try {
    await client.call(remove, { path: address });
    return true;
  } catch (error) {
    if (error instanceof AtlasError && error.status === 404) return false;
    throw error;
  }
}

/** PENDING, ACTIVE or FAILED. */
export async function getEntryStatus(client: AtlasClient, address: EntryAddress): Promise<string> {
  const { STATUS } = await client.call(status, { path: address });
  return STATUS;
}
