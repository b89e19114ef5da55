import type { AtlasClient } from '../src/atlas/client.ts';
import { AtlasError } from '../src/atlas/errors.ts';
import { deleteProject, getProject } from '../src/atlas/projects.ts';

/** How a request to delete a project ends. `lags`: its last cluster is gone, but Atlas does not know that yet. */
export type Closing = 'gone' | 'lags' | { readonly why: string };

/** Milliseconds between two tries to delete a project that lags. */
export const CLOSE_AGAIN = 15_000;

/** What Atlas says of a project that is gone, to credentials of the organization and to those of the project. */
const unknownProject: ReadonlySet<string> = new Set(['GROUP_NOT_FOUND', 'NOT_IN_GROUP', 'USER_CANNOT_ACCESS_GROUP']);

/** Asks once. Atlas may lag, or the project may not be empty: peerings, private endpoints, backups that somebody has added. */
export async function closeProject(client: AtlasClient, { id }: { readonly id: string }): Promise<Closing> {
  try {
    await deleteProject(client, id);
    // Read back: only what Atlas does not know any more is gone.
    await getProject(client, id);
    return 'lags';
  } catch (error) {
    if (!(error instanceof AtlasError)) throw error;
    if (unknownProject.has(error.code ?? '')) return 'gone';
    if (!error.code?.startsWith('CANNOT_CLOSE_GROUP_')) throw error;
    if (error.code === 'CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS') return 'lags';
    return { why: `it is not empty. ${error.facts}` };
  }
}
