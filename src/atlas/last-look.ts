import type { AtlasClient } from './client.ts';

/** Something that was read from Atlas. */
export interface Look {
  /** When it was asked for, in milliseconds since 1970: what happened later may be missing from it. */
  readonly readAt: number;
}

/** For so long a reading says how things are: the API has no compare-and-swap, so a time bound stands in for it. */
export const FRESH_MS = 5_000;

/** Whether a reading still says how things are. */
export function isFresh({ readAt }: Look, { clock }: Pick<AtlasClient, 'clock'>): boolean {
  return clock.now() - readAt <= FRESH_MS;
}

/**
 * Whether a step may end on a reading: it is fresh, and the step has waited for nothing since. While a step waits, another
 * one can run from its beginning to its end.
 */
export function isLastLook(look: Look, client: Pick<AtlasClient, 'clock' | 'lastWaitAt'>): boolean {
  return isFresh(look, client) && look.readAt >= (client.lastWaitAt() ?? look.readAt);
}

/** A request was to leave that rests on a reading which is not fresh any more. */
export class StaleReading extends Error {
  override readonly name = 'StaleReading';

  constructor() {
    super(
      `Atlas answers so slowly that what was read of it could not be acted upon safely: somebody may have changed it since, ${FRESH_MS / 1_000} s ago or more. Run the step again.`,
    );
  }
}

/**
 * The same client, whose requests leave only as long as a reading is fresh, however long Atlas has made them wait. Throws
 * StaleReading where one would leave later.
 */
export function whileFresh(client: AtlasClient, look: Look): AtlasClient {
  return {
    ...client,
    call: (operation, input) =>
      client.call(operation, {
        ...input,
        onSend: () => {
          if (!isFresh(look, client)) throw new StaleReading();
          input.onSend?.();
        },
      }),
  };
}

/** So often a reading is taken anew, because the last one was too old or what it showed had to be put right. */
const MOST_LOOKS = 6;

/**
 * Looks until a reading may be ended on. `settle` puts right what a reading shows, waits for what is under way, or throws what
 * cannot be put right; a reading for which it has nothing to do, and that is the last look then, ends it.
 * `first` costs no request where it is one already.
 */
export async function untilLastLook<Reading extends Look>(
  client: Pick<AtlasClient, 'clock' | 'lastWaitAt' | 'log'>,
  {
    first,
    read,
    settle,
    what,
  }: {
    readonly first?: Reading | undefined;
    readonly read: () => Promise<Reading>;
    /** Resolves to whether it changed something that has to be read back. */
    readonly settle: (reading: Reading) => Promise<boolean>;
    /** Begins "… could not be confirmed": what the step is about to hand over. */
    readonly what: string;
  },
): Promise<Reading> {
  let reading = first ?? (await read());
  for (let looks = 1; ; looks++) {
    const hasChanged = await settle(reading);
    if (!hasChanged && isLastLook(reading, client)) return reading;
    if (looks === MOST_LOOKS) {
      throw new Error(
        `${what} could not be confirmed: it changed, or Atlas answered too slowly, each of the ${MOST_LOOKS} times that it was read. Another run may be working on it with other inputs. Run the step again when that is over; a concurrency group keeps two runs apart.`,
      );
    }
    reading = await read();
  }
}
