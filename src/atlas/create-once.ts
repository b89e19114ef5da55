import type { AtlasClient } from './client.ts';
import { AtlasError, factsOf, mayHaveTakenEffect } from './errors.ts';

export interface CreateOnce<Thing> {
  readonly create: () => Promise<Thing>;
  /** Looks whether the thing is there, whoever made it. */
  readonly find: () => Promise<Thing | undefined>;
  /** Codes of Atlas that say the name is taken. */
  readonly takenCodes: readonly string[];
  /** Codes of Atlas that pass by themselves within minutes. */
  readonly passingCodes?: readonly string[];
  /** For the log: "the cluster "orders"". */
  readonly what: string;
}

export interface Made<Thing> {
  readonly thing: Thing;
  /** False if it was there already: made by another job at the same time, or hidden from an earlier look. */
  readonly isNew: boolean;
  /** Atlas answered the request with it. What was looked up instead may be somebody else's of the same name. */
  readonly isAnswer: boolean;
}

/** A lost answer that never turns up in so many requests is a fault that will not pass. */
const LOST_ANSWERS = 3;

/** Milliseconds between two looks, and before a request that Atlas says will be possible soon. */
const LOOK_AGAIN = 3_000;
const PASSES_IN = 20_000;

/**
 * Creates something exactly once, whatever happens to the answers: an answer that is lost, or a fault after which nobody
 * knows, is looked up before anything is sent again; a name that is taken is looked up too.
 */
export async function createOnce<Thing>(client: AtlasClient, request: CreateOnce<Thing>): Promise<Made<Thing>> {
  for (let lost = 0; ; ) {
    try {
      return { thing: await request.create(), isNew: true, isAnswer: true };
    } catch (error) {
      const outcome = await recover(client, error, { request, lost });
      if (typeof outcome === 'object') return outcome;
      if (outcome === 'not carried out') lost += 1;
    }
  }
}

/** What became of a request that failed: made after all, or why it may be sent again; throws if it must not. */
async function recover<Thing>(
  client: AtlasClient,
  error: unknown,
  { request, lost }: { request: CreateOnce<Thing>; lost: number },
): Promise<Made<Thing> | 'not carried out' | 'has passed'> {
  if (client.signal.aborted) throw error;
  const isTaken = hasCode(error, request.takenCodes);
  if (!isTaken && !mayHaveTakenEffect(error)) {
    await waitIfPassing(client, error, request.passingCodes ?? []);
    return 'has passed';
  }
  if (!isTaken) client.log(`${factsOf(error)} It is not known whether ${request.what} was made; looking for it.`);
  const found = await lookThrice(client, request.find);
  if (found !== undefined) return { thing: found, isNew: !isTaken || lost > 0, isAnswer: false };
  if (isTaken || lost + 1 >= LOST_ANSWERS) throw error;
  client.log('It is not there, so nothing was carried out; sending the request again.');
  return 'not carried out';
}

/** Refusals of the first minutes of a cluster: Atlas's monitoring does not know enough of it yet. */
const monitoringIsBehind = [
  'OPERATION_INVALID_MEMBER_REPLICATION_LAG',
  'OPERATION_INVALID_SHARDS_NO_PRIMARY',
  'SHARD_SIZE_LIMIT_CURRENT_SIZE_UNKNOWN',
];

/** Sends a change that may be sent twice: the same fields set to the same values. */
export async function changeSafely<Thing>(
  client: AtlasClient,
  change: () => Promise<Thing>,
  { passingCodes = [] }: { readonly passingCodes?: readonly string[] } = {},
): Promise<Thing> {
  const passing = [...monitoringIsBehind, ...passingCodes];
  for (let lost = 1; ; ) {
    try {
      return await change();
    } catch (error) {
      if (client.signal.aborted) throw error;
      if (hasCode(error, passing)) {
        await waitIfPassing(client, error, passing);
        continue;
      }
      if (!mayHaveTakenEffect(error) || lost === LOST_ANSWERS) throw error;
      lost += 1;
      client.log(`${factsOf(error)} The change may be sent twice, so it is sent again.`);
      await client.clock.sleep(LOOK_AGAIN, client.signal);
    }
  }
}

async function waitIfPassing(client: AtlasClient, error: unknown, passingCodes: readonly string[]): Promise<void> {
  const { clock, deadline, log, signal } = client;
  if (!hasCode(error, passingCodes) || clock.now() + PASSES_IN > deadline.at) throw error;
  log(`${factsOf(error)} This passes; trying again in ${PASSES_IN / 1_000} s.`);
  await clock.sleep(PASSES_IN, signal);
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof AtlasError && error.code !== undefined && codes.includes(error.code);
}

/** Atlas may be slow to show what it has just made. */
async function lookThrice<Thing>(
  client: AtlasClient,
  find: () => Promise<Thing | undefined>,
): Promise<Thing | undefined> {
  for (let look = 1; ; look++) {
    const found = await find();
    if (found !== undefined || look === 3) return found;
    await client.clock.sleep(LOOK_AGAIN, client.signal);
  }
}
