import { z } from 'zod';
import { accessEntriesOf, targetName } from '../../../src/simulator/world/access-list.ts';
import type { Claim } from '../support/use.ts';
import { closedAddresses } from './addresses.ts';

const addresses = z.array(z.string());

/** These addresses are open, and those that the outputs call removed are not on the list, unless somebody has added them since. */
export function synced(open: readonly string[]): Claim {
  return ({ world, door, startedAt }) => {
    const entries = accessEntriesOf(world.stage.atlas.state, world.project.id)
      .filter(({ shownFrom }) => shownFrom < startedAt)
      .map(({ target }) => targetName(target));
    const removed = addresses.parse(JSON.parse(door.outputs.removed || '[]'));
    return [
      ...closedAddresses(world, open),
      ...removed
        .filter((address) => entries.includes(address) || entries.includes(`${address}/32`))
        .map((address) => `${address} is said to be removed, and is on the list`),
    ];
  };
}
