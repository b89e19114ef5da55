import type { Cluster } from './types.ts';

/** For how many days back a cluster can be restored to any point in time. */
export function restoreWindowDays(_cluster: Cluster): number {
  return 7;
}
