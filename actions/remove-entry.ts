import type { AccessListEntry } from '../src/atlas/access-list.ts';
import { changeEntry } from '../src/atlas/access-list-writer.ts';
import type { AtlasClient } from '../src/atlas/client.ts';
import type { Reading } from '../src/atlas/fresh-reading.ts';
import type { Closing } from './close-project.ts';

export interface EntryRemoval {
  readonly entry: AccessListEntry;
  /** The list in which it was found. */
  readonly reading: Reading;
}

/** Deletes an access entry as long as it is what it was: another job may have taken it over meanwhile. */
export async function removeEntry(
  client: AtlasClient,
  groupId: string,
  { entry, reading }: EntryRemoval,
): Promise<Closing> {
  const { address, comment } = entry;
  const { isTaken } = await changeEntry(client, { groupId, address, reading }, (standing) => {
    const isSame = standing !== undefined && standing.comment === comment;
    return { kind: isSame ? 'goes' : 'stays', isTaken: standing !== undefined && !isSame };
  });
  return isTaken ? { why: 'another job has taken it over meanwhile' } : 'gone';
}
