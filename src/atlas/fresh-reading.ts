import type { AccessListEntry } from './access-list.ts';
import type { AtlasClient } from './client.ts';
import { AtlasError, factsOf, mayHaveTakenEffect, UnreadableAnswer } from './errors.ts';

/**
 * A project's access list, or one entry of it, as it was read. The API has no compare-and-swap, so time bounds stand in for
 * it (design, "Access leases"): nothing is written by a reading that is older than it may be.
 */
export interface Reading {
  readonly entries: readonly AccessListEntry[];
  /** When it was asked for, in milliseconds since 1970: what happened later may be missing from it. */
  readonly askedAt: number;
}

/** Milliseconds within which a write takes effect after the question that decided it, and at which it must have left for that. */
const BOUND = 5_000;
const LEAVES_WITHIN = 3_000;

/** Milliseconds by which Atlas's reads may lag behind a write. Not measured; other clients speak of some seconds. */
export const LAG = 5_000;

/**
 * Milliseconds after a write at which a reading tells whether it stands: by then whoever had not seen it has written, or
 * never will, and that is seen, too.
 */
export const READ_BACK_AFTER = LAG + BOUND + LAG;

/** Readings are this often found to be too old, or spoilt by the write of another job, before it is given up. */
const MOST_TRIES = 5;

/** Lets `act` work by a reading, and by a new one where that is too old or a write met that of another job. */
export async function onFreshReading<Result>(
  client: AtlasClient,
  {
    reading,
    read,
    act,
  }: {
    readonly reading?: Reading | undefined;
    readonly read: () => Promise<Reading>;
    readonly act: (reading: Reading, onSend: () => void) => Promise<Result>;
  },
): Promise<Result> {
  const { clock, log, signal } = client;
  const isFresh = ({ askedAt }: Reading) => clock.now() <= askedAt + LEAVES_WITHIN;
  for (let current = reading, tries = 1; ; tries++) {
    let isRead = false;
    try {
      const used = current && isFresh(current) ? current : await read();
      isRead = true;
      return await act(used, () => {
        if (!isFresh(used)) throw new TooOld();
      });
    } catch (error) {
      const mayPass = error instanceof TooOld || error instanceof UnreadableAnswer || (isRead && isClash(error));
      if (signal.aborted || tries === MOST_TRIES || !mayPass) throw error;
      current = undefined;
      if (error instanceof TooOld) continue;
      log(`${factsOf(error)} The IP access list is looked at again before anything more is written.`);
      await clock.sleep(pause(tries, client), signal);
    }
  }
}

/** A list was read too long ago to be written by. */
class TooOld extends Error {
  override readonly name = 'TooOld';

  constructor() {
    super(
      `Atlas answers so slowly that the IP access list cannot be written safely: another job may have changed it since it was read, ${LEAVES_WITHIN / 1_000} s ago or more. Run the step again.`,
    );
  }
}

/**
 * Writes that overlap with another job's have been answered 500, and 401 to API keys whose rights were there (two
 * clients at once); an entry that somebody has made permanent meanwhile cannot be given an expiry.
 */
function isClash(error: unknown): boolean {
  if (mayHaveTakenEffect(error)) return true;
  if (!(error instanceof AtlasError)) return false;
  const { status, code } = error;
  return status === 409 || code === 'USER_UNAUTHORIZED' || code === 'PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY';
}

/** Milliseconds, drawn from a span that doubles: jobs that met once shall not meet again. */
function pause(tries: number, { random }: AtlasClient): number {
  return 500 + random() * 1_000 * 2 ** tries;
}
