import { listClustersPatiently } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import { deleteProject, getProject } from '../../src/atlas/projects.ts';
import type { Inventory } from './inventory.ts';
import type { RemovalOptions } from './remove.ts';

/** Why a project of the environment is not deleted; undefined where it is. */
export function whyProjectStays(
  { others }: Pick<Inventory, 'others'>,
  { deleteProject: withProject, retainBackups, wait }: RemovalOptions,
): string | undefined {
  if (!withProject) return 'delete-project is false';
  if (retainBackups) return 'retain-backups is true, and the snapshots would go with it';
  if (others.length > 0) return `it still has ${others.join(', ')}`;
  if (!wait) return 'wait is false, and Atlas deletes it only after its clusters are gone. Run teardown again';
  return undefined;
}

/** Milliseconds between two tries to delete a project: Atlas lags behind the end of its last cluster. */
const TRY_AGAIN = 15_000;

/** Whether it is gone; a project that is not empty stays. */
export async function removeProject(
  client: AtlasClient,
  {
    project,
    inventory,
    options,
  }: { project: { id: string; name: string }; inventory: Inventory; options: RemovalOptions },
): Promise<boolean> {
  const { id, name } = project;
  const { log } = options;
  const stays = (reason: string) => {
    log.notice(`Project "${name}" stays: ${reason.replace(/\.$/, '')}.`);
    return false;
  };
  const reason = whyProjectStays(inventory, options);
  if (reason !== undefined) return stays(reason);
  const clusters = await listClustersPatiently(client, id);
  // Those that are going are waited for below, whosever they were: they show no tags any more.
  const others = clusters.filter(({ stateName }) => stateName !== 'DELETING').map((cluster) => cluster.name);
  if (others.length > 0) return stays(`it still has ${others.map((other) => `"${other}"`).join(', ')}`);
  for (;;) {
    const end = await tryToDelete(client, project);
    if (end === 'gone') {
      log.info(`Project "${name}" has been deleted.`);
      return true;
    }
    if (end !== 'lags') return stays(end.why);
    if (client.clock.now() + TRY_AGAIN > client.deadline.at) {
      throw new Error(
        `Project "${name}" is still there: Atlas lags behind the end of its last cluster. Run the step again in some minutes, or raise timeout-minutes.`,
      );
    }
    await client.clock.sleep(TRY_AGAIN, client.signal);
  }
}

/** What Atlas says of a project that is gone, to credentials of the organization and to those of the project. */
const unknownProject: ReadonlySet<string> = new Set(['GROUP_NOT_FOUND', 'NOT_IN_GROUP', 'USER_CANNOT_ACCESS_GROUP']);

/** Asks once. Atlas may lag, or the project may not be empty: peerings, private endpoints, backups that somebody has added. */
async function tryToDelete(
  client: AtlasClient,
  { id }: { id: string },
): Promise<'gone' | 'lags' | { readonly why: string }> {
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
