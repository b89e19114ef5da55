import type { AtlasClient } from './client.ts';
import { mayPass, messageOf } from './errors.ts';
import type { Schedule } from './schedule.ts';

export interface PollOptions<State> {
  /** Reads the state once. Throwing ends the poll, unless the failure may pass by itself. */
  readonly read: () => Promise<State>;
  /** Whether this is what was waited for. Throws if it never will be. */
  readonly done: (state: State) => boolean;
  readonly schedule: Schedule;
  /** When what is waited for began, in milliseconds since 1970 by the same clock. */
  readonly since: number;
  /** Told of every state that was read. */
  readonly onState?: (state: State) => void;
  /** Completes "… was not done within 60 minutes". */
  readonly what: string;
}

/** Milliseconds before the deadline at which the last read is begun. */
const LAST_READ = 1_000;

/** Failed reads in a row that a poll survives; each of them has been retried by the client already. */
const FAILURES_IN_A_ROW = 5;

/** The one polling loop: waits as the schedule says, reads, until done, refused for good, cancelled or out of time. */
export async function poll<State>(
  { clock, deadline, log, signal }: Pick<AtlasClient, 'clock' | 'deadline' | 'log' | 'signal'>,
  { read, done, schedule, since, onState, what }: PollOptions<State>,
): Promise<State> {
  for (let failures = 0; ; ) {
    const wait = schedule(Math.max(0, clock.now() - since));
    const left = deadline.at - clock.now();
    if (left <= LAST_READ) throw deadline.passed(what);
    await clock.sleep(Math.min(wait, left - LAST_READ), signal);
    try {
      const state = await read();
      failures = 0;
      onState?.(state);
      if (done(state)) return state;
    } catch (error) {
      failures += 1;
      if (!mayPass(error) || failures >= FAILURES_IN_A_ROW) throw error;
      log(`${messageOf(error)} Still waiting (${failures} of ${FAILURES_IN_A_ROW}).`);
    }
  }
}
