import type { AtlasClient } from '../../src/atlas/client.ts';
import type { ClusterAddress } from '../../src/atlas/clusters.ts';
import { factsOf } from '../../src/atlas/errors.ts';
import { RestoreFailed, waitUntilRestored } from '../../src/atlas/restore-completion.ts';
import { type Jobs, sameUnderway } from './jobs.ts';
import { restoreProgress } from './progress.ts';

/** Jobs, and the cluster in whose path they are. */
export interface SourceJobs<Job extends { readonly id: string }> {
  readonly jobs: Jobs<Job>;
  readonly from: ClusterAddress;
}

/** Milliseconds until the next try where another restore goes on that this cluster's list does not show. */
const TRY_AGAIN = 20_000;

/** The jobs of the source, once no other restore into the same target is under way. */
export async function listWhenFree<Job extends { readonly id: string }>(
  client: AtlasClient,
  source: SourceJobs<Job>,
): Promise<{ readonly listed: readonly Job[]; readonly hasWaited: boolean }> {
  const { jobs } = source;
  for (let hasWaited = false; ; hasWaited = true) {
    const listed = await jobs.list();
    const other = sameUnderway(listed, jobs) ? undefined : listed.find(jobs.isInTheWay);
    if (!other) return { listed, hasWaited };
    await waitForOther(client, other, source);
  }
}

/** Waits until a restore of somebody else has ended, well or not. */
export async function waitForOther<Job extends { readonly id: string }>(
  client: AtlasClient,
  other: Job,
  { jobs, from }: SourceJobs<Job>,
): Promise<void> {
  client.log(`Another restore (job ${other.id}) into the same target is under way; waiting for it to end first.`);
  const narrate = restoreProgress({ clock: client.clock, log: { info: client.log } }, other.id);
  try {
    await waitUntilRestored(client, from, {
      kind: jobs.kind,
      job: other,
      onState: (state) => narrate(jobs.factsOf(state)),
      what: `Another restore into the same target (job ${other.id}), without whose end this one cannot begin,`,
    });
  } catch (error) {
    // How it ended is its own business.
    if (!(error instanceof RestoreFailed)) throw error;
    client.log(`The other restore has ended: ${error.message}`);
  }
}

/** Waits a little where only Atlas's refusal tells of another restore; throws that once the time is over. */
export async function waitUnlessOutOfTime(
  { clock, deadline, log, signal }: AtlasClient,
  { refusal, isTold }: { refusal: unknown; isTold: boolean },
): Promise<void> {
  if (clock.now() + TRY_AGAIN >= deadline.at) throw refusal;
  const again = `trying again in ${TRY_AGAIN / 1_000} s.`;
  log(isTold ? `It goes on; ${again}` : `${factsOf(refusal)} Waiting for it to end; ${again}`);
  await clock.sleep(TRY_AGAIN, signal);
}
