import { listClustersPatiently } from '../../src/atlas/any-cluster.ts';
import type { AtlasClient } from '../../src/atlas/client.ts';
import { CLOSE_AGAIN, closeProject } from '../close-project.ts';
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
    const end = await closeProject(client, project);
    if (end === 'gone') {
      log.info(`Project "${name}" has been deleted.`);
      return true;
    }
    if (end !== 'lags') return stays(end.why);
    if (client.clock.now() + CLOSE_AGAIN > client.deadline.at) {
      throw new Error(
        `Project "${name}" is still there: Atlas lags behind the end of its last cluster. Run the step again in some minutes, or raise timeout-minutes.`,
      );
    }
    await client.clock.sleep(CLOSE_AGAIN, client.signal);
  }
}
