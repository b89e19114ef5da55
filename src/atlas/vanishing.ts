import type { AtlasClient } from './client.ts';
import { AtlasError } from './errors.ts';

/**
 * Makes a read for a poll of something that must not vanish: a 404 must be seen twice in a row before it counts, because
 * Atlas's reads lag now and then.
 */
export function believingThe404OnlyTwice<State>({
  read,
  known,
  vanished,
}: {
  readonly read: () => Promise<State>;
  /** What was read last. */
  readonly known: State;
  /** What to throw once it is gone; `facts` is what Atlas said. */
  readonly vanished: (facts: string) => Error;
}): () => Promise<State> {
  let missing = 0;
  let last = known;
  return async () => {
    try {
      last = await read();
      missing = 0;
      return last;
    } catch (error) {
      if (!isMissing(error)) throw error;
      missing += 1;
      if (missing < 2) return last;
      throw vanished(error.facts);
    }
  };
}

/** Milliseconds after which something that Atlas does not show is asked for once more. */
const LOOK_AGAIN_MS = 3_000;

/** Reads something that must be there, outside a poll: a 404 counts once it is seen again after a while. */
export async function readUnlessGone<State>(
  { clock, signal }: Pick<AtlasClient, 'clock' | 'signal'>,
  {
    read,
    vanished,
  }: {
    readonly read: () => Promise<State>;
    /** What to throw once it is gone; `facts` is what Atlas said. */
    readonly vanished: (facts: string) => Error;
  },
): Promise<State> {
  try {
    return await read();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  await clock.sleep(LOOK_AGAIN_MS, signal);
  try {
    return await read();
  } catch (error) {
    throw isMissing(error) ? vanished(error.facts) : error;
  }
}

function isMissing(error: unknown): error is AtlasError {
  return error instanceof AtlasError && error.status === 404;
}
