import { expect, it } from 'vitest';
import { limitFor, limitOf } from '../../../src/github/limits.ts';
import { systemClock } from '../../../src/runner/clock.ts';
import { stoppedClock } from '../../support/memory-door.ts';

const never = new AbortController().signal;

it('a comment gets twenty seconds, but never more than half of what the step has left', () => {
  const clock = stoppedClock();
  const words = (left: number) => limitFor('comment', { clock, endsAt: clock.now() + left }).words;
  expect(words(3_600_000)).toBe('the 20 s that a comment may take');
  expect(words(Number.POSITIVE_INFINITY)).toBe('the 20 s that a comment may take');
  expect(words(10_000)).toBe('the 5 s that a comment may take');
  expect(words(-1)).toBe('the 0 s that a comment may take');
});

it('a question gets a quarter of what is left and two minutes at most, a task all of it', () => {
  const clock = stoppedClock();
  const endsAt = clock.now() + 300_000;
  expect(limitFor('question', { clock, endsAt }).words).toBe('the 75 s that one question may take');
  expect(limitFor('question', { clock, endsAt: endsAt * 2 }).words).toBe('the 120 s that one question may take');
  expect(limitFor('task', { clock, endsAt }).words).toBe('the 300 s that are left of timeout-minutes');
});

it('any share of any time is a time that the real clock takes', () => {
  for (const left of [1, 3, 4_999.5, 300_001, 172_800_000, Number.POSITIVE_INFINITY]) {
    for (const what of ['comment', 'question', 'task'] as const) {
      expect(() => limitFor(what, { clock: systemClock, endsAt: systemClock.now() + left })).not.toThrow();
    }
  }
});

it('waits are taken from what is left, and none begins that is too long', async () => {
  const clock = stoppedClock();
  const limit = limitOf(10_000, { clock, words: 'of this test' });
  const start = clock.now();
  expect([await limit.sleep(6_000, never), await limit.sleep(4_000, never), await limit.sleep(3_000, never)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(clock.now() - start).toBe(9_000);
});

it('a wait ends with the limit, and with the job', async () => {
  const limit = limitOf(30, { clock: systemClock, words: 'of this test' });
  await systemClock.sleep(15, never);
  expect(await limit.sleep(29, never)).toBe(false);
  expect([limit.isOver(), limit.fits(0)]).toEqual([true, false]);
  const cancelled = AbortSignal.abort(new Error('The job was cancelled.'));
  const other = limitOf(1_000, { clock: systemClock, words: 'of this test' });
  await expect(other.sleep(1, cancelled)).rejects.toThrow('The job was cancelled.');
});
