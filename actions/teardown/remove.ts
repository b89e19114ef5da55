import type { AtlasClient } from '../../src/atlas/client.ts';
import { untilLastLook } from '../../src/atlas/last-look.ts';
import type { Inventory, LookAtInventory } from './inventory.ts';
import { removeClusters, waitForClusters } from './remove-clusters.ts';
import { removeMarked } from './remove-marked.ts';
import { removeProject, whyProjectStays } from './remove-project.ts';
import { type RemovalOptions, type Removed, renew, type Work } from './work.ts';

/** What would be deleted, in the order in which it is. */
export function removalsOf(inventory: Inventory, options: RemovalOptions): readonly Removed[] {
  const { clusters, users, entries, project } = inventory;
  const goes = project && whyProjectStays(inventory, options) === undefined;
  return [
    ...clusters.map(({ name }) => ({ kind: 'cluster', name }) as const),
    ...users.map(({ username }) => ({ kind: 'user', name: username }) as const),
    ...entries.map(({ address }) => ({ kind: 'access-list-entry', name: address }) as const),
    ...(goes ? [{ kind: 'project', name: project.name } as const] : []),
  ];
}

export interface Removal {
  /** What is gone, or going. */
  readonly removed: readonly Removed[];
  /** The last look: what is still there, because others need it or have created it. */
  readonly last: Inventory;
}

/**
 * Deletes all of it: clusters first, because they cost; then users and entries; and once the clusters are gone, what another
 * run has still made for them; the project last, when it is empty. It ends on a look that shows nothing more to delete. A
 * failure does not keep the rest from going; all failures are told at the end.
 */
export async function removeAll(
  client: AtlasClient,
  first: Inventory,
  { look, options, what }: { look: LookAtInventory; options: RemovalOptions; what: string },
): Promise<Removal> {
  const work: Work = {
    client,
    options,
    look,
    inventory: first,
    removed: new Map(),
    going: new Map(),
    ended: new Set(),
    failures: [],
    projectStays: undefined,
    isProjectRefused: false,
    projectIsGone: false,
  };
  const read = () => renew(work);
  await untilLastLook(client, { first, read, settle: () => settle(work), what: `The removal of ${what}` });
  if (work.projectStays !== undefined) {
    options.log.notice(`Project "${first.project?.name}" stays: ${work.projectStays.replace(/\.$/, '')}.`);
  }
  return { removed: [...work.removed.values()].map(({ one }) => one), last: work.inventory };
}

/** Deletes what the last reading shows. Resolves to whether that has to be read back. */
async function settle(work: Work): Promise<boolean> {
  const hasAsked = await removeClusters(work);
  const hasRemoved = await removeMarked(work);
  const hasWaited = await waitForClusters(work);
  if (work.failures.length > 0) throw new Error(failureText(work.failures));
  return hasAsked || hasRemoved || hasWaited || (await removeProject(work));
}

function failureText(failures: readonly string[]): string {
  if (failures.length === 1) return failures.join();
  return ['Not everything could be deleted:', ...failures.map((one) => `- ${one}`)].join('\n');
}
