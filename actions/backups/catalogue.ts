import { AtlasError, factsOf } from '../../src/atlas/errors.ts';
import { lacksRights } from '../../src/atlas/rights.ts';
import {
  type SomeNames,
  sampleSnapshotCollections,
  sampleSnapshotDatabases,
} from '../../src/atlas/snapshot-catalogue.ts';
import type { Work } from './work.ts';

/** What a snapshot holds, as far as a bounded number of requests tells; or why that cannot be told. */
export type Catalogue =
  | { readonly databases: readonly DatabaseInside[]; readonly isWhole: boolean }
  | { readonly unknown: string };

interface DatabaseInside {
  readonly name: string;
  readonly collections: readonly string[];
  /** False where it has more collections than these, or nobody has looked. */
  readonly isWhole: boolean;
}

/** Names in one answer; databases whose collections are asked for. At most 26 requests, however much a snapshot holds. */
const MOST_NAMES = 100;
const MOST_DATABASES = 25;

/** Reads databases and collections out of a completed snapshot of a dedicated cluster. */
export async function readCatalogue({ client, subject }: Work, snapshotId: string): Promise<Catalogue> {
  const { address } = subject;
  try {
    const { names, isWhole } = await sampleSnapshotDatabases(client, address, { snapshotId, atMost: MOST_NAMES });
    const lookInto = async (databaseName: string, index: number): Promise<DatabaseInside> => {
      const inside: SomeNames =
        index < MOST_DATABASES
          ? await sampleSnapshotCollections(client, address, { snapshotId, databaseName, atMost: MOST_NAMES })
          : { names: [], isWhole: false };
      return { name: databaseName, collections: inside.names, isWhole: inside.isWhole };
    };
    return { databases: await Promise.all(names.map(lookInto)), isWhole };
  } catch (error) {
    if (lacksRights(error)) return { unknown: 'It needs the role «Project Backup Manager» to be looked into.' };
    // Atlas for Government may not know the operation, which is new.
    if (error instanceof AtlasError && [404, 405, 406].includes(error.status)) return { unknown: factsOf(error) };
    throw error;
  }
}

/** Rows of a table of what is inside. */
export function catalogueRows(catalogue: Catalogue): readonly (readonly string[])[] {
  if ('unknown' in catalogue) return [];
  return catalogue.databases.map(({ name, collections, isWhole }) => [
    name,
    [...collections, ...(isWhole ? [] : ['…'])].join(', '),
  ]);
}
