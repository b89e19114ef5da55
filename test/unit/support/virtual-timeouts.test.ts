import { expect, it } from 'vitest';
import { setStage } from '../../support/stage.ts';

const url = 'https://cloud.mongodb.com/api/atlas/v2';

it('a request that stalls lasts until its time-out, and the clock moves there', async () => {
  const { atlas, clock, time } = setStage();
  atlas.faults.add({ match: { leg: 'any' }, kind: 'stall' });
  const start = time.now();
  await expect(atlas.fetch(url, { signal: clock.timeout(30_000) })).rejects.toThrow('due to timeout');
  expect(time.now() - start).toBe(30_000);
});

it('a time-out does not pass while requests are answered, however long the step waits', async () => {
  const { atlas, clock, time } = setStage();
  atlas.faults.add({ match: { leg: 'any', nth: 2 }, kind: 'stall' });
  const signal = clock.timeout(30_000);
  await clock.sleep(60_000, new AbortController().signal);
  const start = time.now();
  expect((await atlas.fetch(url, { signal })).status).toBe(401);
  expect(time.now()).toBe(start);
});

it('the 30 s that an answer may take are over on this clock: the step looks for what it asked for', async () => {
  const stage = setStage();
  stage.atlas.faults.add({ match: { method: 'POST', path: '/backup/snapshots' }, kind: 'stall' });
  const door = await stage.run('snapshot', { ...stage.withAccount, 'cluster-name': 'orders' });
  expect(door.annotations).toEqual([]);
  expect(door.lines.join('\n')).toMatch(/did not answer within 30 s.*looking for it/);
  expect(stage.atlas.state.snapshots).toHaveLength(1);
});
