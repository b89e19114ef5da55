import type { Clock } from '../clock.ts';
import { createObjectIds, createRandom } from '../random.ts';
import type { Oddities, World } from './types.ts';

export interface WorldOptions {
  readonly clock: Clock;
  readonly seed?: number;
  readonly oddities?: Partial<Oddities>;
}

/** Makes an Atlas with nothing in it. */
export function createWorld({ clock, seed = 1, oddities = {} }: WorldOptions): World {
  const random = createRandom(seed);
  const objectId = createObjectIds(random);
  return {
    clock,
    random,
    newId: (at = clock.now()) => objectId(at),
    durations: {},
    oddities: { updatingBeforeIdle: 0.2, repairingAfterUpdate: 0.05, idleBeforeStrings: 0.15, ...oddities },
    callerAddress: '203.0.113.9',
    organizations: [],
    projects: [],
    clusters: [],
    snapshots: [],
    flexSnapshots: [],
    apiKeys: [],
    serviceAccounts: [],
    snapshotScripts: [],
  };
}
