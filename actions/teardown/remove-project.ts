import { actOnFreshLook } from '../../src/atlas/fresh-look.ts';
import { CLOSE_AGAIN, closeProject } from '../close-project.ts';
import type { Inventory } from './inventory.ts';
import { type RemovalOptions, record, renew, type Work } from './work.ts';

/** Why a project of the environment is not deleted; undefined where it is. */
export function whyProjectStays(
  { others, retained }: Pick<Inventory, 'others' | 'retained'>,
  { deleteProject: withProject, retainBackups, wait }: RemovalOptions,
): string | undefined {
  if (!withProject) return 'delete-project is false';
  if (retainBackups) return 'retain-backups is true, and the snapshots would go with it';
  if (others.length > 0) return `it still has ${others.join(', ')}`;
  if (retained.length > 0) return `it still holds the backups of ${retained.join(', ')}, which would go with it`;
  if (!wait) return 'wait is false, and Atlas deletes it only after its clusters are gone. Run teardown again';
  return undefined;
}

/**
 * Deletes the project, as long as a fresh look shows that nothing keeps it. Resolves to whether everything has to be looked at
 * once more, because something has come into it.
 */
export async function removeProject(work: Work): Promise<boolean> {
  const { client, options } = work;
  const { project } = work.inventory;
  if (!project || work.projectIsGone || work.isProjectRefused) return false;
  for (;;) {
    const end = await actOnFreshLook(client, {
      current: () => work.inventory,
      renew: () => renew(work),
      act: async (inventory, guarded) => {
        const { clusters, users, entries } = inventory;
        // Those that are going are waited for, whosever they are: they show no tags any more.
        const toGo =
          clusters.filter(({ stateName }) => stateName !== 'DELETING').length + users.length + entries.length;
        if (toGo > 0) return 'look again';
        if (work.projectIsGone) return 'gone';
        const why = inventory.project
          ? whyProjectStays(inventory, options)
          : 'it does not carry the tags of the environment any more';
        if (why !== undefined) return { why };
        const closing = await closeProject(guarded, project);
        work.isProjectRefused = typeof closing === 'object';
        return closing;
      },
    });
    if (end === 'look again') return true;
    if (end === 'gone') {
      work.projectIsGone = true;
      work.projectStays = undefined;
      record(work, `project ${project.id}`, { kind: 'project', name: project.name });
      options.log.info(`Project "${project.name}" has been deleted.`);
      return false;
    }
    if (end !== 'lags') {
      work.projectStays = end.why;
      return false;
    }
    await waitWhileItLags(work, project.name);
  }
}

/** Atlas may lag behind the end of the last cluster. */
async function waitWhileItLags(work: Work, name: string): Promise<void> {
  const { clock, deadline, signal } = work.client;
  if (clock.now() + CLOSE_AGAIN > deadline.at) {
    throw new Error(
      `Project "${name}" is still there: Atlas lags behind the end of its last cluster. Run the step again in some minutes, or raise timeout-minutes.`,
    );
  }
  await clock.sleep(CLOSE_AGAIN, signal);
  await renew(work);
}
