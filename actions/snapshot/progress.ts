import type { Snapshot } from '../../src/atlas/snapshots.ts';
import { timings } from '../../src/atlas/timings.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import { formatDuration, formatUsual } from '../format.ts';
import { lineIsDue } from '../progress.ts';

/** Narrates the wait: a line on every change, else every half minute, with the time so far and the usual time. */
export function progressOf(
  { clock, log }: Pick<ActionContext, 'clock' | 'log'>,
  first: Snapshot,
): (state: Snapshot) => void {
  const since = clock.now();
  const isDue = lineIsDue({ clock }, first.status);
  if (first.status !== 'completed')
    log.info(`Waiting until it is completed (${first.status}); usually ${formatUsual(timings.onDemandSnapshot)}.`);
  return ({ status }) => {
    if (isDue(status)) log.info(`Snapshot ${first.id}: ${status} after ${formatDuration(clock.now() - since)}.`);
  };
}
