import type { Cluster } from '../src/atlas/cluster-answer.ts';
import type { ActionContext } from '../src/runner/context.ts';
import { formatDuration } from './format.ts';
import { lineIsDue } from './progress.ts';

/** Narrates the wait for clusters: a line on every change of one, else every half minute. */
export function clusterProgress({ clock, log }: Pick<ActionContext, 'clock' | 'log'>): (cluster: Cluster) => void {
  const since = clock.now();
  const isDue = lineIsDue({ clock });
  return ({ name, stateName }) => {
    if (isDue(stateName, name))
      log.info(`Cluster "${name}": ${stateName} after ${formatDuration(clock.now() - since)}.`);
  };
}
