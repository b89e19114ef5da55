import type { AccessListEntry } from '../../src/atlas/access-list.ts';
import { changeEntry, type Fate } from '../../src/atlas/access-list-writer.ts';
import { listClustersPatiently } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import { deleteDatabaseUser, findDatabaseUser } from '../../src/atlas/database-users.ts';
import { messageOf } from '../../src/atlas/errors.ts';
import { whileFresh } from '../../src/atlas/last-look.ts';
import { isMarkOf, type MarkOwner, readMark } from '../../src/environment/owner-mark.ts';
import { tagNames } from '../../src/environment/tags.ts';

export interface GivingBack {
  readonly groupId: string;
  readonly owner: MarkOwner;
  /** Names of the clusters that this was made for. */
  readonly clusterNames: readonly string[];
  /** What this step itself created. */
  readonly users: readonly { readonly username: string; readonly databaseName: string }[];
  readonly addresses: readonly string[];
}

/**
 * Removes the users and access entries that this step created for a cluster that is gone: nothing else would lead to them any
 * more. Resolves to a sentence for each that stays. Never throws.
 */
export async function giveBack(client: AtlasClient, work: GivingBack): Promise<readonly string[]> {
  const left: string[] = [];
  const attempt = async (what: string, remove: () => Promise<string | undefined>) => {
    try {
      const reason = await remove();
      if (reason !== undefined) left.push(`${what} was left in place: ${reason}`);
      else client.log(`${what}, created by this step, was removed again.`);
    } catch (error) {
      left.push(`${what} may be left. ${messageOf(error)}`);
    }
  };
  for (const user of work.users)
    await attempt(`Database user "${user.username}"`, () => removeUser(client, user, work));
  for (const address of work.addresses)
    await attempt(`Access entry ${address}`, () => removeEntry(client, address, work));
  return left;
}

type Standing = { readonly guarded: AtlasClient; readonly reason: string | undefined };

/** Reads whether the clusters have been made again meanwhile; the client that comes with it acts on nothing older. */
async function lookAround(
  client: AtlasClient,
  { groupId, clusterNames }: GivingBack,
  { sharesList }: { sharesList: boolean },
): Promise<Standing> {
  const readAt = client.clock.now();
  const clusters = await listClustersPatiently(client, groupId);
  const living = clusters.filter(({ stateName }) => stateName !== 'DELETING');
  const again = living.find(({ name }) => clusterNames.includes(name));
  // An access list is the whole project's, and others may have begun to rely on an entry.
  const other = sharesList ? living.find(({ tags }) => tags[tagNames.environment] !== undefined) : undefined;
  const reason = again
    ? `another run has created cluster "${again.name}" again, and may use it.`
    : other && `another environment of the project (cluster "${other.name}") may use it.`;
  return { guarded: whileFresh(client, { readAt }), reason };
}

async function removeUser(
  client: AtlasClient,
  user: GivingBack['users'][number],
  work: GivingBack,
): Promise<string | undefined> {
  const { guarded, reason } = await lookAround(client, work, { sharesList: false });
  if (reason !== undefined) return reason;
  const address = { groupId: work.groupId, ...user };
  const there = await findDatabaseUser(client, address);
  if (there && !isMarkOf(readMark(there.description), work.owner)) return 'it belongs to others by now.';
  if (there) await deleteDatabaseUser(guarded, address);
  return undefined;
}

async function removeEntry(client: AtlasClient, address: string, work: GivingBack): Promise<string | undefined> {
  const { guarded, reason } = await lookAround(client, work, { sharesList: true });
  if (reason !== undefined) return reason;
  const decide = (entry: AccessListEntry | undefined): Fate =>
    isMarkOf(readMark(entry?.comment), work.owner) ? { kind: 'goes' } : { kind: 'stays' };
  const { kind } = await changeEntry(guarded, { groupId: work.groupId, address }, decide);
  return kind === 'goes' ? undefined : 'it is gone, or belongs to others by now.';
}
