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
      if (!(error instanceof AtlasError && error.status === 404)) throw error;
      missing += 1;
      if (missing < 2) return last;
      throw vanished(error.facts);
    }
  };
}
