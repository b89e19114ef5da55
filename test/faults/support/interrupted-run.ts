import { Cancelled } from '../../../src/runner/cancellation.ts';
import type { Clock } from '../../../src/runner/context.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import type { StartedStep } from '../../support/stage.ts';
import type { Mishap } from './mishaps.ts';
import type { RunWorld, Scene, Stage } from './scenario.ts';

/** Real milliseconds after which a step that was asked to end is taken for one that never will; on a busy machine too. */
const PATIENCE = 20_000;

/** Turns of the event loop in which a process that was asked to end says its last words before it is killed. */
const LAST_WORDS = 20;

/** A run that is interrupted at one request: asked to end, killed, or both. */
export function interruptedRun({ stage }: Scene, { end, moment, place }: Extract<Mishap, { kind: 'end' }>) {
  const controller = new AbortController();
  const death = Promise.withResolvers<void>();
  const before = stage.atlas.requests.length;
  let sent = 0;
  let interrupted: { readonly at: number; readonly requests: number } | undefined;
  let started: StartedStep | undefined;

  const interrupt = () => {
    interrupted = { at: stage.time.now(), requests: allRequests(stage) };
    if (end !== 'SIGKILL') controller.abort(new Cancelled(end === 'SIGINT' ? 'SIGINT' : 'SIGTERM'));
    if (end !== 'SIGINT') death.resolve();
  };
  const isDead = () => end !== 'SIGINT' && interrupted !== undefined;

  const fatal: typeof fetch = async (input, init) => {
    sent += 1;
    if (sent !== place.at) return isDead() ? await never() : await stage.fetch(input, init);
    if (moment === 'before') interrupt();
    if (moment === 'before' && end === 'SIGKILL') return await never();
    // Asked to end, it must not send this any more: that is looked at.
    const answer = await stage.fetch(input, init);
    if (moment !== 'before') interrupt();
    if (end === 'SIGKILL') return await never();
    if (moment === 'after') throw controller.signal.reason;
    return answer;
  };
  const world: RunWorld = {
    fetch: fatal,
    clock: mortal(stage.clock, isDead),
    signal: controller.signal,
    onStart: (step) => {
      started = step;
    },
  };

  return {
    world,
    /** Resolves to the door of a step that has ended, or to nothing where it is dead. */
    async until(run: Promise<MemoryDoor>): Promise<MemoryDoor | undefined> {
      const patience = Promise.withResolvers<void>();
      const timer = setTimeout(patience.resolve, PATIENCE);
      const gone = Promise.race([death.promise.then(lastWords), patience.promise]).then(() => undefined);
      const door = await Promise.race([run, gone]);
      clearTimeout(timer);
      return door;
    },
    door: (): MemoryDoor => {
      if (!started) throw new Error('The step did not begin.');
      return started.door;
    },
    /** What is wrong in what it has said until then. */
    wrong: () => started?.wrong() ?? [],
    sinceInterruption: () => ({
      changed: stage.atlas.requests.slice(before).some(hasChanged),
      lasted: stage.time.now() - (interrupted?.at ?? 0),
      sentAfter: allRequests(stage) - (interrupted?.requests ?? 0),
    }),
  };
}

function allRequests({ atlas, gitHub }: Stage): number {
  return atlas.requests.length + gitHub.requests.length;
}

function hasChanged({ leg, method, status = 0 }: Stage['atlas']['requests'][number]): boolean {
  return leg === 'call' && method !== 'GET' && status >= 200 && status < 300;
}

function never(): Promise<never> {
  return new Promise<never>(() => undefined);
}

async function lastWords(): Promise<void> {
  for (let turn = 0; turn < LAST_WORDS; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** A clock on which nobody wakes up any more after death. */
function mortal(clock: Clock, isDead: () => boolean): Clock {
  return {
    ...clock,
    sleep: async (milliseconds, signal) => {
      if (isDead()) await never();
      await clock.sleep(milliseconds, signal);
    },
  };
}
