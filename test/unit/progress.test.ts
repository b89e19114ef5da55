import { expect, it } from 'vitest';
import { lineIsDue } from '../../actions/progress.ts';
import { stoppedClock } from '../support/memory-door.ts';

it('says the same thing ever more rarely, and what is new at once', () => {
  const clock = stoppedClock();
  const isDue = lineIsDue({ clock });
  const told: number[] = [];
  for (let second = 0; second <= 540; second += 10) {
    if (isDue('INITIALIZING')) told.push(second);
    clock.advance(10_000);
  }
  expect(told).toEqual([0, 30, 90, 210, 450]);
  expect(isDue('IN_PROGRESS')).toBe(true);
  expect(isDue('IN_PROGRESS')).toBe(false);
});
