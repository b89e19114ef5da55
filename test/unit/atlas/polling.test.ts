import { describe, expect, it } from 'vitest';
import { deadlineIn } from '../../../src/atlas/deadline.ts';
import { AtlasError, NetworkError, TimedOut } from '../../../src/atlas/errors.ts';
import { poll } from '../../../src/atlas/polling.ts';
import { stoppedClock } from '../../support/memory-door.ts';

const attempt = { task: 'read it', role: 'Reader' };
const failure = (status: number, code?: string) =>
  new AtlasError(attempt, { status, code, detail: undefined, parameters: [] });

function polling(reads: readonly (string | Error)[], signal = new AbortController().signal) {
  const clock = stoppedClock(0);
  const lines: string[] = [];
  let next = 0;
  const log = (line: string) => lines.push(line);
  const result = poll(
    { clock, deadline: deadlineIn(60_000, clock), log, signal },
    {
      read: async () => {
        const read = reads[Math.min(next++, reads.length - 1)] ?? '';
        if (read instanceof Error) throw read;
        return read;
      },
      done: (state) => state === 'done',
      schedule: () => 1_000,
      since: 0,
      what: 'It',
    },
  );
  return { result, clock, lines, reads: () => next };
}

describe('polling', () => {
  it('reads until done', async () => {
    const { result, reads } = polling(['waiting', 'waiting', 'done']);
    await expect(result).resolves.toBe('done');
    expect(reads()).toBe(3);
  });

  it('survives a few failed reads, a 401 in the middle included, and says so', async () => {
    const { result, lines } = polling([
      failure(503),
      failure(401, 'USER_UNAUTHORIZED'),
      new NetworkError('cut', { kind: 'broken', cause: 0 }),
      'done',
    ]);
    await expect(result).resolves.toBe('done');
    expect(lines).toHaveLength(3);
  });

  it('gives up after five failed reads in a row', async () => {
    const { result, reads } = polling([failure(503)]);
    await expect(result).rejects.toMatchObject({ status: 503 });
    expect(reads()).toBe(5);
  });

  it.each([400, 403, 404, 409])('gives up at once on %i', async (status) => {
    const { result, reads } = polling([failure(status)]);
    await expect(result).rejects.toMatchObject({ status });
    expect(reads()).toBe(1);
  });

  it('reads for the last time just before the time is up, and then is red', async () => {
    const { result, reads, clock } = polling(['waiting']);
    await expect(result).rejects.toBeInstanceOf(TimedOut);
    await expect(result).rejects.toThrow('It did not finish within the 1 minute that the step was given');
    expect([reads(), clock.now()]).toEqual([59, 59_000]);
  });

  it('stops when the job is cancelled', async () => {
    const controller = new AbortController();
    controller.abort(new Error('cancelled'));
    await expect(polling(['waiting'], controller.signal).result).rejects.toThrow('cancelled');
  });
});
