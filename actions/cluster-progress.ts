import type { Cluster } from '../src/atlas/cluster-answer.ts';
import type { ActionContext } from '../src/runner/context.ts';
import { formatDuration } from './format.ts';

/** Milliseconds after which a line is due even if nothing has changed. */
const QUIET = 30_000;

/** Narrates the wait for clusters: a line on every change of one, else every half minute. */
export function clusterProgress({ clock, log }: Pick<ActionContext, 'clock' | 'log'>): (cluster: Cluster) => void {
  const since = clock.now();
  const last = new Map<string, { state: string; at: number }>();
  return ({ name, stateName }) => {
    const now = clock.now();
    const before = last.get(name);
    if (before && before.state === stateName && now - before.at < QUIET) return;
    last.set(name, { state: stateName, at: now });
    log.info(`Cluster "${name}": ${stateName} after ${formatDuration(now - since)}.`);
  };
}
