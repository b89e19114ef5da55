import type { MemoryDoor } from '../../support/memory-door.ts';
import { databases, setStage } from '../../support/stage.ts';

/** Data that nobody wants: what a failed migration leaves. */
export const spoilt = { orders: { invoices: 3 } };

/** `orders` with a completed snapshot of an hour ago, spoilt since, and `staging`, which holds something else. */
export function restoreStage(options: Parameters<typeof setStage>[0] = {}) {
  const stage = setStage(options);
  const hourAgo = stage.time.now() - 3_600_000;
  const snapshot = stage.atlas.seedSnapshot({ cluster: stage.cluster, at: hourAgo, description: 'before v2' });
  const staging = stage.atlas.seedCluster({ name: 'staging', backupEnabled: true, databases: { old: { things: 1 } } });
  stage.atlas.changeData(stage.cluster, spoilt);
  return { ...stage, snapshot, staging };
}

export type RestoreStage = ReturnType<typeof restoreStage>;

export const intoItself = { 'cluster-name': 'orders', snapshot: 'latest', 'confirm-overwrite': 'orders' };
export const intoStaging = {
  'cluster-name': 'orders',
  snapshot: 'latest',
  'target-cluster-name': 'staging',
  'confirm-overwrite': 'staging',
};

export { databases };

/** The message of the one annotation of a failed step. */
export function failureOf(door: MemoryDoor): string {
  const errors = door.annotations.filter(({ level }) => level === 'error');
  if (!door.failed() || errors.length !== 1) throw new Error(`Not one failure: ${JSON.stringify(door.annotations)}`);
  return errors[0]?.message ?? '';
}

/** Calls that are no polls. */
export function callsBesidesPolls({ calls }: Pick<RestoreStage, 'calls'>): readonly string[] {
  return calls().filter((call, index, all) => call !== all[index - 1]);
}
