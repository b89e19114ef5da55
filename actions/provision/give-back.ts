import type { AccessListEntry } from '../../src/atlas/access-list.ts';
import { changeEntry, type Fate } from '../../src/atlas/access-list-writer.ts';
import { listClustersPatiently } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { deleteDatabaseUser, findDatabaseUser } from '../../src/atlas/database-users.ts';
import { messageOf } from '../../src/atlas/errors.ts';
import { actOnFreshLook } from '../../src/atlas/fresh-look.ts';
import type { Look } from '../../src/atlas/last-look.ts';
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

interface ListLook extends Look {
  readonly living: readonly Cluster[];
}

async function look(client: AtlasClient, groupId: string): Promise<ListLook> {
  const readAt = client.clock.now();
  const clusters = await listClustersPatiently(client, groupId);
  return { readAt, living: clusters.filter(({ stateName }) => stateName !== 'DELETING') };
}

/** Why a user or an entry may be of use to somebody by now; undefined where it is not. */
function reasonToStay(
  { living }: ListLook,
  { clusterNames, sharesList }: { clusterNames: readonly string[]; sharesList: boolean },
) {
  const again = living.find(({ name }) => clusterNames.includes(name));
  if (again) return `another run has created cluster "${again.name}" again, and may use it.`;
  // An access list is the whole project's, and others may have begun to rely on an entry.
  const other = sharesList ? living.find(({ tags }) => tags[tagNames.environment] !== undefined) : undefined;
  return other && `another environment of the project (cluster "${other.name}") may use it.`;
}

function removeUser(
  client: AtlasClient,
  user: GivingBack['users'][number],
  { groupId, owner, clusterNames }: GivingBack,
): Promise<string | undefined> {
  return actOnFreshLook(client, {
    current: () => undefined,
    renew: () => look(client, groupId),
    act: async (seen, guarded) => {
      const reason = reasonToStay(seen, { clusterNames, sharesList: false });
      if (reason !== undefined) return reason;
      const address = { groupId, ...user };
      const there = await findDatabaseUser(client, address);
      if (there && !isMarkOf(readMark(there.description), owner)) return 'it belongs to others by now.';
      if (there) await deleteDatabaseUser(guarded, address);
      return undefined;
    },
  });
}

function removeEntry(
  client: AtlasClient,
  address: string,
  { groupId, owner, clusterNames }: GivingBack,
): Promise<string | undefined> {
  const decide = (entry: AccessListEntry | undefined): Fate =>
    isMarkOf(readMark(entry?.comment), owner) ? { kind: 'goes' } : { kind: 'stays' };
  return actOnFreshLook(client, {
    current: () => undefined,
    renew: () => look(client, groupId),
    act: async (seen, guarded) => {
      const reason = reasonToStay(seen, { clusterNames, sharesList: true });
      if (reason !== undefined) return reason;
      const { kind } = await changeEntry(guarded, { groupId, address }, decide);
      return kind === 'goes' ? undefined : 'it is gone, or belongs to others by now.';
    },
  });
}
