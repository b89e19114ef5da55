import type { Use } from './use.ts';
import { setPull, type World } from './world.ts';

/** Text of a snapshot that this repository once took. */
export const OLD_SNAPSHOT = 'acme/shop 1a2b3c4 run 4000 [gha 4000.1 9f86d081 3c4d5e]';

const HOUR = 3_600_000;

/** How a world differs from the one in which nothing of the suite is: what was run in it before, and what happened since. */
export interface Beginning {
  readonly name: string;
  readonly earlier: readonly Use[];
  readonly since?: (world: World) => void;
}

/** `orders` with a snapshot of this repository and one of the schedule; `staging` to restore into. */
export function withBackups({ stage: { atlas, cluster, time } }: World): void {
  atlas.seedSnapshot({ cluster, at: time.now() - 2 * HOUR, description: OLD_SNAPSHOT });
  atlas.seedSnapshot({ cluster, at: time.now() - HOUR, scheduled: 'hourly', description: 'of the schedule' });
  atlas.seedCluster({ name: 'staging', backupEnabled: true, databases: { old: { things: 1 } } });
}

/** Lets hours pass. */
export const hoursLater =
  (hours: number) =>
  ({ time }: World): void =>
    time.advance(hours * HOUR);

/** Both pull requests are closed. */
export function closePulls(world: World): void {
  setPull(world, 7, 'closed');
  setPull(world, 8, 'closed');
}
