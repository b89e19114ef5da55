import type { AccessListEntry } from '../../src/atlas/access-list.ts';
import { deleteSuperfluous } from '../../src/atlas/access-list-writer.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';

/** Deletes entries as long as they are what they were: another job may have taken one over meanwhile. */
export async function removeEntries(
  client: AtlasClient,
  { groupId, entries }: { readonly groupId: string; readonly entries: readonly AccessListEntry[] },
): Promise<void> {
  if (entries.length === 0) return;
  const isOurs = ({ address, comment }: AccessListEntry) =>
    entries.some((entry) => entry.address === address && entry.comment === comment);
  const superfluous = (list: readonly AccessListEntry[]) => list.filter(isOurs).map(({ address }) => address);
  await deleteSuperfluous(client, { groupId, superfluous });
}
