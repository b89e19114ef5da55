import { expect, it } from 'vitest';
import { runFleet } from './support/fleet.ts';

const SCHEDULES = 260;

it('in foul weather twenty jobs, eight of them behind one address, neither lose an address nor leave one open', async () => {
  const wrong: string[] = [];
  let greens = 0;
  for (let seed = 1; seed <= SCHEDULES; seed++) {
    const report = await runFleet(seed, 'foul');
    greens += report.greens;
    wrong.push(...report.problems.map((problem) => `schedule ${seed}: ${problem}`));
  }
  expect(wrong).toEqual([]);
  // Most jobs live to use their address: otherwise there is nothing that they could lose.
  expect(greens).toBeGreaterThan(SCHEDULES * 15);
}, 300_000);
