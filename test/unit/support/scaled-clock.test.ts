import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { runAction } from '../../support/runner/run-action.ts';
import { fixtureActions } from './fixture-action.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 21, 12);

async function withClock(main: string, { speed = HOUR / 100, env = {} } = {}) {
  const root = await fixtureActions({ demo: { main } });
  const epoch = Date.now();
  const result = await runAction({ root, action: 'demo', env, clock: { speed, epoch, start: START } });
  return { ...result, realMs: Date.now() - epoch };
}

describe('the scaled clock', () => {
  it('waits an hour in a moment, with every timer there is', async () => {
    const { outputs, realMs } = await withClock(`
      import { setTimeout as sleep, setInterval as ticks, scheduler } from 'node:timers/promises';
      import * as timers from 'node:timers';
      import { promisify } from 'node:util';
      const begun = Date.now();
      await new Promise((done) => setTimeout(done, ${HOUR}));
      await new Promise((done) => timers.setTimeout(done, ${HOUR}));
      await sleep(${HOUR});
      await scheduler.wait(${HOUR});
      await promisify(setTimeout)(${HOUR});
      for await (const _ of ticks(${HOUR})) break;
      await new Promise((done) => { const t = setInterval(() => { clearInterval(t); done() }, ${HOUR}) });
      set('OUTPUT', 'hours=' + (Date.now() - begun) / ${HOUR} + '\\n');
    `);
    expect(Number(outputs.hours)).toBeGreaterThanOrEqual(7);
    expect(realMs).toBeLessThan(5000);
  });

  it('tells simulated time from the shared epoch', async () => {
    const { outputs, realMs } = await withClock(
      `set('OUTPUT', ['a=' + Date.now(), 'b=' + new Date().getTime(), 'c=' + Date.parse(Date()), 'd=' + new Date(0).toISOString(),
        'e=' + (new Date() instanceof Date), 'f=' + (new Date().constructor === Date), 'g=' + Date.UTC(2000, 0)].join('\\n') + '\\n')`,
    );
    for (const name of ['a', 'b', 'c']) {
      expect(Number(outputs[name])).toBeGreaterThanOrEqual(START);
      expect(Number(outputs[name])).toBeLessThanOrEqual(START + (realMs * HOUR) / 100);
    }
    expect(outputs).toMatchObject({
      d: '1970-01-01T00:00:00.000Z',
      e: 'true',
      f: 'true',
      g: String(Date.UTC(2000, 0)),
    });
  });

  it('never fires a timer before its simulated time has come', async () => {
    const { outputs } = await withClock(
      `let early = 0;
       for (let ms = 1; ms < 400; ms += 7) { const due = Date.now() + ms; await wait(ms); if (Date.now() < due) early++ }
       set('OUTPUT', 'early=' + early + '\\n')`,
      { speed: 10 },
    );
    expect(outputs.early).toBe('0');
  });

  it('lets timers be cancelled, passes arguments on, and keeps abort reasons', async () => {
    const { outputs } = await withClock(`
      import { setTimeout as sleep } from 'node:timers/promises';
      const never = setTimeout(() => set('OUTPUT', 'never=1\\n'), 60_000); clearTimeout(never);
      const abort = new AbortController();
      const slept = sleep(10 * ${HOUR}, 'x', { signal: abort.signal }).catch((error) => error.name);
      setTimeout((name) => { abort.abort(); set('OUTPUT', 'name=' + name + '\\n') }, 1000, 'args');
      set('OUTPUT', 'slept=' + (await slept) + '\\n');
    `);
    expect(outputs).toEqual({ name: 'args', slept: 'AbortError' });
  });

  it('leaves performance.now, AbortSignal.timeout and the timers of fetch real', async () => {
    const server = createServer((_, response) => setTimeout(() => response.end('slow'), 400));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { outputs } = await withClock(
      `const begun = performance.now();
       const reply = await fetch('http://127.0.0.1:${port}', { signal: AbortSignal.timeout(5000) });
       set('OUTPUT', 'text=' + (await reply.text()) + '\\nreal=' + (performance.now() - begun) + '\\n')`,
      { speed: HOUR },
    );
    server.close();
    expect(outputs.text).toBe('slow');
    expect(Number(outputs.real)).toBeLessThan(4000);
  });

  it('tells a server the time of each request, as another process in step tells it', async () => {
    const { outputs } = await withClock(`
      import { createServer } from 'node:http';
      import { execFileSync } from 'node:child_process';
      const server = createServer((_, response) => response.end(String(Date.now()))).listen(0, '127.0.0.1', () => {
        const [before, real] = [Date.now(), performance.now()];
        execFileSync('sleep', ['0.3']);
        const passed = (performance.now() - real) * ${HOUR / 100};
        fetch('http://127.0.0.1:' + server.address().port).then((reply) => reply.text()).then((told) => {
          set('OUTPUT', 'share=' + (Number(told) - before) / passed + '\\n');
          server.close();
        });
      });
    `);
    expect(Number(outputs.share)).toBeGreaterThanOrEqual(1);
  });

  it('is set up on the command line, not in NODE_OPTIONS', async () => {
    const { outputs } = await withClock(
      `set('OUTPUT', 'options=' + process.env.NODE_OPTIONS + ' ' + process.execArgv[0] + '\\n')`,
    );
    expect(outputs.options).toBe('undefined --import');
  });
});
