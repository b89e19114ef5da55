import type { AtlasClient } from './client.ts';
import { factsOf, mayHaveTakenEffect } from './errors.ts';
import { isFresh, type Look, StaleReading, whileFresh } from './last-look.ts';

export interface ActOnLook<Reading extends Look, Result> {
  /** What was read last; undefined where nothing was. */
  readonly current: () => Reading | undefined;
  readonly renew: () => Promise<Reading>;
  /** Decides by the reading, and sends by the client: its requests leave only as long as the reading is fresh. */
  readonly act: (reading: Reading, client: AtlasClient) => Promise<Result>;
}

/** One act is decided anew at most so often. */
const MOST_TRIES = 6;

/**
 * Lets `act` decide by a fresh reading, and by a new one where that has become too old, or where it is not known whether a
 * request took effect: what has a name may by then be something else of the same name.
 */
export async function actOnFreshLook<Reading extends Look, Result>(
  client: AtlasClient,
  { current, renew, act }: ActOnLook<Reading, Result>,
): Promise<Result> {
  const known = current();
  let reading = known && isFresh(known, client) ? known : await renew();
  for (let tries = 1; ; tries++) {
    try {
      return await act(reading, whileFresh(client, reading));
    } catch (error) {
      const isUnsure = mayHaveTakenEffect(error);
      if (client.signal.aborted || tries === MOST_TRIES || !(isUnsure || error instanceof StaleReading)) throw error;
      if (isUnsure) {
        client.log(`${factsOf(error)} It is not known whether it took effect; looking before anything is sent again.`);
        await client.clock.sleep(pause(tries, client), client.signal);
      }
    }
    reading = await renew();
  }
}

/** Milliseconds before the next look, drawn from a span that doubles. */
function pause(tries: number, { random }: Pick<AtlasClient, 'random'>): number {
  return 500 + random() * 500 * 2 ** tries;
}
