import type { AtlasClient } from '../../src/atlas/client.ts';
import type { Cluster } from '../../src/atlas/cluster-answer.ts';
import { AtlasError, messageOf } from '../../src/atlas/errors.ts';
import type { Log } from '../../src/runner/log.ts';
import { emptied, type Inventory, type LookAtInventory } from './inventory.ts';

/** Something that was, or would be, deleted. */
export interface Removed {
  readonly kind: 'cluster' | 'user' | 'access-list-entry' | 'project';
  readonly name: string;
}

export interface RemovalOptions {
  readonly retainBackups: boolean;
  readonly deleteProject: boolean;
  readonly wait: boolean;
  /** Whether termination protection may be lifted: only of what is ours. */
  readonly liftsProtection: (cluster: Cluster) => boolean;
  readonly log: Log;
}

/** One removal under way. */
export interface Work {
  readonly client: AtlasClient;
  readonly options: RemovalOptions;
  readonly look: LookAtInventory;
  /** What was read last. */
  inventory: Inventory;
  /** What was deleted, by its key, with when that was asked for. */
  readonly removed: Map<string, { readonly one: Removed; readonly at: number }>;
  /** Clusters that are being deleted, by their ids, whoever has begun it. */
  readonly going: Map<string, Cluster>;
  /** Ids of the clusters whose end was waited for. */
  readonly ended: Set<string>;
  readonly failures: string[];
  /** Why the project stays. */
  projectStays: string | undefined;
  /** Atlas has said that the project is not empty, for reasons that no look shows. */
  isProjectRefused: boolean;
  projectIsGone: boolean;
}

/** Reads everything again. Once the project is gone there is nothing left to read. */
export async function renew(work: Work): Promise<Inventory> {
  const readAt = work.client.clock.now();
  try {
    work.inventory = work.projectIsGone ? emptied(work.inventory, readAt) : await work.look(work.inventory);
  } catch (error) {
    // Another run of teardown has taken the whole project away meanwhile.
    if (!isProjectGone(error)) throw error;
    work.projectIsGone = true;
    work.inventory = emptied(work.inventory, readAt);
  }
  return work.inventory;
}

/** Does one thing; a failure does not keep the rest from going, and is told at the end. Resolves to whether it went well. */
export async function attempt(work: Work, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (work.client.signal.aborted) throw error;
    if (isProjectGone(error)) return true;
    work.failures.push(messageOf(error));
    return false;
  }
}

function isProjectGone(error: unknown): boolean {
  return error instanceof AtlasError && error.code === 'GROUP_NOT_FOUND';
}

/** Counts something among what was deleted. */
export function record({ client, removed }: Work, key: string, one: Removed): void {
  removed.set(key, { one, at: client.clock.now() });
}
