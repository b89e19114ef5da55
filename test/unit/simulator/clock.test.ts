import { describe, expect, it } from 'vitest';
import { realClock, timestamp, virtualClock } from '../../../src/simulator/clock.ts';

describe('the simulated clock', () => {
  it('stands still until it is advanced', () => {
    const clock = virtualClock('2026-09-01T08:00:00Z');
    clock.advance(90_500);
    expect(timestamp(clock.now())).toBe('2026-09-01T08:01:30Z');
  });

  it('is real time unless told otherwise', () => {
    expect(Math.abs(realClock.now() - Date.now())).toBeLessThan(1000);
  });
});
