import type { Snapshot } from '../../src/atlas/snapshots.ts';
import { timings } from '../../src/atlas/timings.ts';
import type { ActionContext } from '../../src/runner/context.ts';
import { formatDuration } from '../format.ts';

/** Milliseconds after which a line is due even if nothing has changed. */
const QUIET = 30_000;

/** Narrates the wait: a line on every change, else every half minute, with the time so far and the usual time. */
export function progressOf(
  { clock, log }: Pick<ActionContext, 'clock' | 'log'>,
  first: Snapshot,
): (state: Snapshot) => void {
  const since = clock.now();
  let lastLine = since;
  let lastStatus = first.status;
  const { p10, p90 } = timings.onDemandSnapshot;
  const usual = `${formatDuration(p10 * 1_000)} to ${formatDuration(p90 * 1_000)}`;
  if (first.status !== 'completed') log.info(`Waiting until it is completed (${first.status}); usually ${usual}.`);
  return ({ status }) => {
    const now = clock.now();
    if (status === lastStatus && now - lastLine < QUIET) return;
    [lastLine, lastStatus] = [now, status];
    log.info(`Snapshot ${first.id}: ${status} after ${formatDuration(now - since)}.`);
  };
}
