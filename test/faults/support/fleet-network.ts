import type { Clock } from '../../../src/runner/context.ts';
import type { Job, JobWorld } from './fleet-job.ts';

/** A process dies at its request of that number, before or after that has taken effect. */
export interface Death {
  readonly at: number;
  readonly moment: 'before' | 'after';
}

/** The network of one process: it takes its time, fails as the weather wants it, and tells of writes that overlap. */
export function dyingFetch(
  job: Job,
  {
    clock,
    world,
    death,
    signal = new AbortController().signal,
  }: { clock: Clock; world: JobWorld; death: Death | undefined; signal: AbortSignal | undefined },
) {
  const { stage, random, weather } = world;
  const inner = stage.atlas.fetchFrom(job.plan.address);
  const dead = Promise.withResolvers<'dead'>();
  let sent = 0;
  let writing = false;

  /** A request that is on its way for longer than this breaks the bound that everything relies on (fresh-reading.ts). */
  const there = () => travel(2_000);
  const back = () => travel(6_000);
  const travel = (most: number) => {
    const isSlow = random.chance(weather.slowness);
    return clock.sleep(50 * (isSlow ? random.integer(10, most / 50) : random.integer(1, 6)), signal);
  };
  const send: typeof fetch = async (input, init) => {
    sent += 1;
    const fault = random.chance(weather.faults) ? faults[random.integer(0, faults.length - 1)] : undefined;
    await there();
    if (death && sent >= death.at) {
      if (death.moment === 'after') await inner(input, init);
      dead.resolve('dead');
      await new Promise(() => undefined);
    }
    const answer = fault && !fault.isCarriedOut ? undefined : await inner(input, init);
    await back();
    if (!fault) return answer ?? Response.error();
    return fault.answer();
  };

  const watched: typeof fetch = async (input, init) => {
    const isWrite = /\/accessList(\/|$)/.test(String(input)) && init?.method !== 'GET';
    if (!isWrite) return await send(input, init);
    if (writing) job.problems.push('two of its writes overlap');
    writing = true;
    try {
      return await send(input, init);
    } finally {
      writing = false;
    }
  };
  return { fetch: watched, dead: dead.promise };
}

interface Fault {
  readonly isCarriedOut: boolean;
  readonly answer: () => Response;
}

const cut = (): Response => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });
};
/** The client waits as long as it is told, and what it was about to write may be wrong by then. */
const tooMany = () => new Response(null, { status: 429, headers: { 'Retry-After': '20' } });
const status = (code: number) => () =>
  new Response(code === 503 ? null : JSON.stringify({ error: code }), { status: code });

const faults: readonly Fault[] = [
  { isCarriedOut: false, answer: cut },
  { isCarriedOut: true, answer: cut },
  { isCarriedOut: false, answer: status(500) },
  { isCarriedOut: true, answer: status(500) },
  { isCarriedOut: false, answer: status(503) },
  { isCarriedOut: false, answer: tooMany },
];
