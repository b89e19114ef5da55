import type { AtlasClient } from '../../src/atlas/client.ts';
import { deleteDatabaseUser } from '../../src/atlas/database-users.ts';
import { actOnFreshLook } from '../../src/atlas/fresh-look.ts';
import { LAG } from '../../src/atlas/fresh-reading.ts';
import { removeEntry } from '../remove-entry.ts';
import type { Inventory } from './inventory.ts';
import { attempt, type Removed, record, renew, type Work } from './work.ts';

/** A user or an access entry: what carries the environment's mark. */
interface Marked {
  readonly key: string;
  readonly one: Removed;
  /** For the log: "User "app"". */
  readonly words: string;
  /** Clusters that it is for, by their names; of an entry none. */
  readonly clusters: readonly string[];
  /** Resolves to why it stays, where it does. */
  readonly remove: (client: AtlasClient) => Promise<string | undefined>;
}

/** Deletes users and access entries one after the other. Resolves to whether anything has to be read back. */
export async function removeMarked(work: Work): Promise<boolean> {
  const { client, going, removed } = work;
  const { clusters } = work.inventory;
  const staying = new Set(clusters.filter(({ id }) => !going.has(id)).map(({ name }) => name));
  let lingers = false;
  let hasTried = false;
  for (const { key, clusters: scopes } of markedIn(work.inventory)) {
    // A cluster that could not be deleted keeps its users.
    if (scopes.some((name) => staying.has(name))) continue;
    const before = removed.get(key);
    if (before && client.clock.now() < before.at + LAG) {
      lingers = true;
      continue;
    }
    hasTried = true;
    await attempt(work, () => removeOne(work, key));
  }
  // Reads may show for some seconds what has been deleted.
  if (lingers) await client.clock.sleep(LAG, client.signal);
  return hasTried || lingers;
}

/** Deletes one as long as a fresh look shows that it is to go: it may be somebody else's by now. */
async function removeOne(work: Work, key: string): Promise<void> {
  const { client, options } = work;
  await actOnFreshLook(client, {
    current: () => work.inventory,
    renew: () => renew(work),
    act: async (inventory, guarded) => {
      const marked = markedIn(inventory).find((one) => one.key === key);
      if (!marked) return;
      const why = await marked.remove(guarded);
      if (why === undefined) record(work, key, marked.one);
      options.log.info(`${marked.words} ${why === undefined ? 'has been deleted' : `stays: ${why}`}.`);
    },
  });
}

function markedIn(inventory: Inventory): readonly Marked[] {
  const { groupId, users, entries, readAt } = inventory;
  return [
    ...users.map(({ username, databaseName, scopes }) => ({
      key: `user ${databaseName} ${username}`,
      one: { kind: 'user', name: username } as const,
      words: `User "${username}"`,
      clusters: scopes.map(({ name }) => name),
      remove: async (client: AtlasClient) => {
        await deleteDatabaseUser(client, { groupId, databaseName, username }, { repeat: 'if-not-executed' });
        return undefined;
      },
    })),
    ...entries.map((entry) => ({
      key: `entry ${entry.address}`,
      one: { kind: 'access-list-entry', name: entry.address } as const,
      words: `Access entry ${entry.address}`,
      clusters: [],
      remove: async (client: AtlasClient) => {
        // The whole list of the inventory is not kept: of this one entry it says the same.
        const end = await removeEntry(client, groupId, { entry, reading: { entries: [entry], askedAt: readAt } });
        return typeof end === 'object' ? end.why : undefined;
      },
    })),
  ];
}
