import type { AtlasClient } from '../../src/atlas/client.ts';
import { AtlasError, factsOf, mayHaveTakenEffect } from '../../src/atlas/errors.ts';

import { type Jobs, sameUnderway } from './jobs.ts';
import { type SourceJobs, waitForOther, waitUnlessOutOfTime } from './others.ts';

export interface BeginOptions<Job extends { readonly id: string }> extends SourceJobs<Job> {
  /** The jobs of the source, if they have been listed, and the target looked at, just now. */
  readonly listed: readonly Job[] | undefined;
  /** Looks at the target again after a wait, in which anything may have become of it; throws if it must not be restored into. */
  readonly recheck: () => Promise<void>;
  /** Told when the request leaves, and again where nothing came of it. */
  readonly underway: (isSent: boolean) => void;
}

export interface Begun<Job> {
  readonly job: Job;
  readonly outcome: 'begun' | 'adopted';
}

/** What Atlas says where another restore into the target goes on, or a download of the same snapshot. */
const BUSY = [
  'ATLAS_CLUSTER_RESTORE_IN_PROGRESS',
  'TENANT_RESTORE_DESTINATION_UNAVAILABLE',
  'CANNOT_DOWNLOAD_SNAPSHOT_CONCURRENTLY',
];

/** Requests whose answer is lost more often than this point to a fault that will not pass. */
const LOST_ANSWERS = 3;

/** Milliseconds between two looks for a job whose answer was lost, and how many looks there are. */
const LOOK_AGAIN = 3_000;
const LOOKS = 3;

/**
 * Begins a restore, exactly once. The very same one under way is adopted, and another one into the same target waited for.
 * Jobs carry no marker, so what a lost answer stands for is known by being new in the list and of the same data and target;
 * nothing is sent again before the list has been looked through for it.
 */
export async function beginOnce<Job extends { readonly id: string }>(
  client: AtlasClient,
  options: BeginOptions<Job>,
): Promise<Begun<Job>> {
  const { jobs } = options;
  let { listed } = options;
  let isFresh = listed !== undefined;
  /** The log says already what is in the way. */
  let isTold = false;
  /** Ids of the jobs before the first request whose answer was lost. */
  let known: ReadonlySet<string> | undefined;
  for (let lost = 0; ; ) {
    const before = listed ?? (await jobs.list());
    listed = undefined;
    const begun = begunAmong(before, { jobs, known });
    if (begun) return begun;
    const other = before.find(jobs.isInTheWay);
    if (other) {
      await waitForOther(client, other, options);
      isFresh = false;
      continue;
    }
    if (!isFresh) await options.recheck();
    const answer = await ask(client, { ...options, mayHaveBeenSent: lost > 0 });
    if (answer.kind === 'begun') return { job: answer.job, outcome: 'begun' };
    if (answer.kind === 'busy') {
      // Looked at before any waiting: what is in the way may be the very same restore, begun a moment ago.
      const now = await jobs.list();
      isFresh = begunAmong(now, { jobs, known }) !== undefined || now.some(jobs.isInTheWay);
      if (isFresh) listed = now;
      else await waitUnlessOutOfTime(client, { refusal: answer.error, isTold });
      isTold = !isFresh;
      continue;
    }
    lost += 1;
    known ??= new Set(before.map(({ id }) => id));
    const own = await lookForOwn(client, { jobs, known });
    if (own) return { job: own, outcome: 'begun' };
    if (lost >= LOST_ANSWERS) throw answer.error;
    client.log('There is no such job, so the request was not carried out; sending it again.');
  }
}

/** What tells the job of a lost answer from others. */
interface Lost<Job extends { readonly id: string }> {
  readonly jobs: Jobs<Job>;
  /** Jobs of before that request; undefined where no answer was lost. */
  readonly known: ReadonlySet<string> | undefined;
}

function begunAmong<Job extends { readonly id: string }>(
  listed: readonly Job[],
  lost: Lost<Job>,
): Begun<Job> | undefined {
  const own = ownAmong(listed, lost);
  if (own) return { job: own, outcome: 'begun' };
  const same = sameUnderway(listed, lost.jobs);
  return same && { job: same, outcome: 'adopted' };
}

/** The job of a lost answer, in whatever state it is by now. */
function ownAmong<Job extends { readonly id: string }>(
  listed: readonly Job[],
  { jobs, known }: Lost<Job>,
): Job | undefined {
  return known && listed.find((job) => jobs.isSame(job) && !known.has(job.id));
}

type Answer<Job> =
  | { readonly kind: 'begun'; readonly job: Job }
  | { readonly kind: 'busy'; readonly error: unknown }
  | { readonly kind: 'lost'; readonly error: unknown };

async function ask<Job extends { readonly id: string }>(
  client: AtlasClient,
  { jobs, underway, mayHaveBeenSent }: BeginOptions<Job> & { mayHaveBeenSent: boolean },
): Promise<Answer<Job>> {
  try {
    const job = await jobs.create(() => underway(true));
    if (!jobs.isOther(job)) return { kind: 'begun', job };
    const error = new Error(`Asked for a restore, Atlas answered about job ${job.id}, which is another one.`);
    client.log(`${error.message} Looking for the right one.`);
    return { kind: 'lost', error };
  } catch (error) {
    if (client.signal.aborted) throw error;
    if (mayHaveTakenEffect(error)) {
      client.log(`${factsOf(error)} It is not known whether the restore was begun; looking for it.`);
      return { kind: 'lost', error };
    }
    if (!mayHaveBeenSent) underway(false);
    if (await isBusy(error, jobs)) return { kind: 'busy', error };
    throw error;
  }
}

/** Whether Atlas has refused only because something else goes on: another restore, or a change of the target. */
async function isBusy<Job extends { readonly id: string }>(error: unknown, jobs: Jobs<Job>): Promise<boolean> {
  if (!(error instanceof AtlasError)) return false;
  if (BUSY.includes(error.code ?? '')) return true;
  return error.code === 'RESTORE_INITIATION_FAILED' && ((await jobs.isTargetBusy?.()) ?? false);
}

async function lookForOwn<Job extends { readonly id: string }>(
  client: AtlasClient,
  lost: Lost<Job>,
): Promise<Job | undefined> {
  for (let look = 1; ; look++) {
    const found = ownAmong(await lost.jobs.list(), lost);
    if (found || look === LOOKS) return found;
    await client.clock.sleep(LOOK_AGAIN, client.signal);
  }
}
