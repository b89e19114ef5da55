import type { ActionContext } from '../../src/runner/context.ts';
import type { Log } from '../../src/runner/log.ts';
import { formatDuration } from '../format.ts';
import { lineIsDue } from '../progress.ts';
import type { JobFacts } from './jobs.ts';

/**
 * Narrates the wait for a restore: a line on every change, else every half minute. Of databases and collections Atlas counts
 * the documents; of whole clusters it says nothing until the end.
 */
export function restoreProgress(
  { clock, log }: Pick<ActionContext, 'clock'> & { readonly log: Pick<Log, 'info'> },
  jobId: string,
): (facts: JobFacts) => void {
  const since = clock.now();
  const isDue = lineIsDue({ clock });
  return ({ state, restored, total, finishedAt, urls }) => {
    const where = state ?? (finishedAt !== undefined || urls.length > 0 ? 'done' : 'under way');
    if (!isDue(where)) return;
    const count =
      restored === undefined || !total
        ? ''
        : `, ${restored.toLocaleString('en')} of ${total.toLocaleString('en')} documents`;
    log.info(`Restore job ${jobId}: ${where}${count} after ${formatDuration(clock.now() - since)}.`);
  };
}
