import { accessEntriesOf, targetName } from '../../../src/simulator/world/access-list.ts';
import type { World } from '../support/world.ts';

/** Of addresses that are said to be open, those that are not. */
export function closedAddresses({ stage: { atlas }, project, time }: World, addresses: readonly string[]) {
  const now = time.now();
  const open = accessEntriesOf(atlas.state, project.id)
    .filter(({ activeAt, failed }) => activeAt <= now && !failed)
    .map(({ target }) => targetName(target));
  return addresses.filter((address) => !open.includes(address)).map((address) => `${address} is not open`);
}

/** The address of the runner, which all jobs here share. */
export const RUNNER = '203.0.113.9/32';
