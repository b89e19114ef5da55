import { describe, expect, it, vi } from 'vitest';
import { scaledClock, timestamp, virtualClock } from '../../../src/simulator/clock.ts';

describe('the simulated clock', () => {
  it('stands still until it is advanced', () => {
    const clock = virtualClock('2026-09-01T08:00:00Z');
    clock.advance(90_500);
    expect(timestamp(clock.now())).toBe('2026-09-01T08:01:30Z');
  });

  it('runs as many times faster as asked, from the instant where it met real time', () => {
    vi.useFakeTimers({ now: 1_000_000 });
    try {
      const clock = scaledClock({ start: '2026-09-01T08:00:00Z', speed: 60, epoch: 1_000_000 });
      vi.setSystemTime(1_002_000);
      expect(timestamp(clock.now())).toBe('2026-09-01T08:02:00Z');
    } finally {
      vi.useRealTimers();
    }
  });

  it('is real time unless told otherwise', () => {
    expect(Math.abs(scaledClock().now() - Date.now())).toBeLessThan(1000);
  });
});
