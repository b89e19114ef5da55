import type { PointInTime } from './restore-types.ts';
import type { Catalogue, Cluster, DataChange } from './types.ts';

/** What a cluster holds at a moment. */
export function catalogueAt(cluster: Cluster, time: number): Catalogue {
  return replay(cluster, ({ at }) => at <= time);
}

/**
 * What a cluster held at a point in time: at the beginning of a second, or after the first so many operations of it, which is
 * what a timestamp of the oplog names.
 */
export function catalogueAtPoint(cluster: Cluster, { seconds, increment }: PointInTime): Catalogue {
  if (increment === undefined) return catalogueAt(cluster, seconds * 1000);
  const secondOf = ({ at }: DataChange) => Math.floor(at / 1000);
  const thatSecond = inOrder(cluster).filter((change) => secondOf(change) === seconds);
  const later = thatSecond.slice(increment);
  return replay(cluster, (change) => secondOf(change) <= seconds && !later.includes(change));
}

/** Changes what a cluster holds from a moment on; moments to come are fine. */
export function changeData(cluster: Cluster, change: DataChange): void {
  cluster.dataChanges = [...cluster.dataChanges, change];
}

/** How many documents there are altogether. */
export function documentsOf(catalogue: Catalogue): number {
  return Object.values(catalogue)
    .flatMap((collections) => Object.values(collections))
    .reduce((sum, count) => sum + count, 0);
}

function replay(cluster: Cluster, counts: (change: DataChange) => boolean): Catalogue {
  return inOrder(cluster)
    .filter(counts)
    .reduce<Catalogue>((before, { how, databases }) => (how === 'all' ? databases : merged(before, databases)), {});
}

function merged(before: Catalogue, added: Catalogue): Catalogue {
  const changed = Object.entries(added).map(([name, collections]) => [name, { ...before[name], ...collections }]);
  return { ...before, ...Object.fromEntries(changed) };
}

function inOrder({ dataChanges }: Cluster): readonly DataChange[] {
  return dataChanges.toSorted((left, right) => left.at - right.at);
}
