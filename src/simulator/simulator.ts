import { createDigest, type DigestOptions } from './authentication/digest.ts';
import { createOAuth } from './authentication/oauth.ts';
import { type BucketSize, createBuckets } from './buckets.ts';
import { type Clock, realClock } from './clock.ts';
import { withControlSurface } from './control-surface.ts';
import { exchange } from './exchange.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFetch } from './in-process-fetch.ts';
import { type Listening, type ListenOptions, listen } from './listening-door.ts';
import type { RequestRecord } from './request-log.ts';
import type { Arrival } from './wire.ts';
import { type AccessListOptions, createWorld } from './world/create.ts';
import type { Oddities } from './world/oddities.ts';
import { overview } from './world/overview.ts';
import { createSeeds, type Seeds } from './world/seed.ts';
import type { World } from './world/types.ts';

/** How to make a simulator; everything has a default. */
export interface SimulatorOptions<SomeClock extends Clock = Clock> {
  /** Real time unless given: see `virtualClock`. */
  readonly clock?: SomeClock;
  /** How many times faster than Atlas everything is done (1); dates, ages and expiries keep to the clock. */
  readonly speed?: number;
  /** The same seed and the same changes give the same durations, secrets and, but for the time in them, ids. */
  readonly seed?: number;
  readonly digest?: DigestOptions;
  readonly oddities?: Partial<Oddities>;
  readonly accessList?: AccessListOptions;
  /** Other sizes for token buckets, by name; `oauthToken` is the one of the token endpoint. */
  readonly rateLimits?: Partial<Record<string, BucketSize>>;
}

export interface AtlasListenOptions extends ListenOptions {
  /** Whose address a call has: the one in `state.callerAddress`, or the socket's own. */
  readonly callerAddress?: 'configured' | 'socket';
}

/**
 * A local Atlas Admin API v2.
 *
 *     const clock = virtualClock();
 *     const atlas = createSimulator({ clock });
 *     const cluster = atlas.seedCluster({ name: 'orders', backupEnabled: true });
 *     atlas.faults.add({ match: { method: 'POST', path: '/backup/snapshots' }, kind: 'cut-after' });
 *     await client({ fetch: atlas.fetch }).takeSnapshot(cluster);
 *     clock.advance(180_000);
 */
export interface Simulator<SomeClock extends Clock = Clock> extends Seeds {
  /** Same signature as the global one; any host is Atlas. */
  readonly fetch: typeof fetch;
  /** The same for a caller at another address than `state.callerAddress`. */
  readonly fetchFrom: (address: string) => typeof fetch;
  listen(options?: AtlasListenOptions): Promise<Listening>;
  readonly clock: SomeClock;
  readonly state: World;
  readonly faults: Faults;
  /** Every request that arrived, in order. */
  readonly requests: readonly RequestRecord[];
}

/** Makes a simulated Atlas with nothing in it; the `seed…` functions fill it. */
export function createSimulator<SomeClock extends Clock = Clock>(
  options: SimulatorOptions<SomeClock> = {},
): Simulator<SomeClock> {
  // The default clock is a plain Clock, which is what SomeClock is when no clock was given.
  const clock = options.clock ?? (realClock as SomeClock);
  const { speed, seed, oddities, accessList } = options;
  const world = createWorld({
    clock,
    ...(speed === undefined ? {} : { speed }),
    ...(seed === undefined ? {} : { seed }),
    ...(oddities === undefined ? {} : { oddities }),
    ...(accessList === undefined ? {} : { accessList }),
  });
  const buckets = createBuckets(world, options.rateLimits);
  const requests: RequestRecord[] = [];
  const faults = createFaults();
  const parts = {
    world,
    faults,
    requests,
    buckets,
    digest: createDigest(world, options.digest),
    oauth: createOAuth(world, buckets),
  };
  const fromSocket = (arrival: Arrival) => exchange(parts, arrival);
  const fromConfigured = (arrival: Arrival) => exchange(parts, { ...arrival, address: world.callerAddress });
  const controls = { faults, requests, state: () => overview(world) };
  return {
    ...createSeeds(world),
    fetch: createFetch(fromConfigured),
    fetchFrom: (address) => createFetch((arrival) => exchange(parts, { ...arrival, address })),
    listen: ({ callerAddress = 'configured', ...listenOptions } = {}) =>
      listen(withControlSurface(callerAddress === 'socket' ? fromSocket : fromConfigured, controls), listenOptions),
    clock,
    state: world,
    faults,
    requests,
  };
}
