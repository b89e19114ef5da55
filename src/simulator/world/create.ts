import type { Clock } from '../clock.ts';
import { createObjectIds, createRandom } from '../random.ts';
import { type Oddities, usualOddities } from './oddities.ts';
import type { World } from './types.ts';

/** How the access list of a project takes writes. */
export interface AccessListOptions {
  /**
   * Seconds of Atlas during which a write is in the way of the next one, even if it was answered before. 0 unless told:
   * only writes that are really unanswered overlap.
   */
  readonly writeSeconds?: number;
}

export interface WorldOptions {
  readonly clock: Clock;
  readonly speed?: number;
  readonly seed?: number;
  readonly oddities?: Partial<Oddities>;
  readonly accessList?: AccessListOptions;
}

/** Makes an Atlas with nothing in it. */
export function createWorld({ clock, speed = 1, seed = 1, oddities = {}, accessList = {} }: WorldOptions): World {
  const random = createRandom(seed);
  const objectId = createObjectIds(random);
  return {
    clock,
    random,
    noise: createRandom(~seed),
    newId: (at = clock.now()) => objectId(at),
    speed,
    durations: {},
    oddities: { ...usualOddities, ...oddities },
    callerAddress: '203.0.113.9',
    organizations: [],
    projects: [],
    clusters: [],
    snapshots: [],
    flexSnapshots: [],
    apiKeys: [],
    serviceAccounts: [],
    snapshotScripts: [],
    restoreJobs: [],
    flexRestoreJobs: [],
    collectionRestoreJobs: [],
    restoreScripts: [],
    databaseUsers: [],
    accessEntries: [],
    accessScripts: [],
    accessWrites: [],
    accessWriteSeconds: accessList.writeSeconds ?? 0,
    sampleLoads: [],
  };
}
