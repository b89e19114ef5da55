import { actions } from '../../../actions/index.ts';
import type { Clock } from '../../../src/runner/context.ts';
import type { FaultKind } from '../../../src/simulator/faults.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import { leaksOf } from './leaks.ts';
import type { Scenario, Scene } from './scenario.ts';

/** What may happen to one request. */
export const faultKinds = [
  'refuse',
  'cut-before',
  'cut-after',
  'status-429',
  'status-500',
  'status-500-after',
  'status-503-empty',
  'garbage',
] as const satisfies readonly FaultKind[];

/** What may last until the end of a run: nothing arrives, everything arrives but no answer does, no answer can be read. */
const outages = ['refuse', 'cut-after', 'garbage'] as const satisfies readonly FaultKind[];

/** One thing that goes wrong, at the request of that number. */
export type Mishap =
  /** Once: any step must survive it or say so, and the next run must come to the end. */
  | { readonly kind: 'fault'; readonly fault: FaultKind; readonly at: number }
  /** From there on, for the rest of the run. */
  | { readonly kind: 'outage'; readonly fault: FaultKind; readonly at: number }
  /** The process ends, before or after the request has taken effect. */
  | { readonly kind: 'kill'; readonly moment: 'before' | 'after'; readonly at: number };

/** Every mishap that can befall so many requests. */
export function everyMishap(requests: number): readonly Mishap[] {
  const places = Array.from({ length: requests }, (_, index) => index + 1);
  return places.flatMap((at): readonly Mishap[] => [
    ...faultKinds.map((fault) => ({ kind: 'fault', fault, at }) as const),
    ...outages.map((fault) => ({ kind: 'outage', fault, at }) as const),
    { kind: 'kill', moment: 'before', at },
    { kind: 'kill', moment: 'after', at },
  ]);
}

/** How many requests an undisturbed run of a scenario sends; it must be in order. */
export async function countRequests(action: string, scenario: Scenario): Promise<number> {
  const scene = scenario.set();
  const door = await scene.run({});
  const problems = judge(action, scene, door);
  if (door.failed() || problems.length > 0) {
    throw new Error([`${scenario.name}, undisturbed:`, ...problems, ...door.annotations.map(told)].join('\n'));
  }
  return scene.stage.atlas.requests.length;
}

/** Lets a mishap befall a first run, then runs again undisturbed. Resolves to all that is wrong. */
export async function suffer(action: string, scenario: Scenario, mishap: Mishap): Promise<readonly string[]> {
  const scene = scenario.set();
  const first = await firstRun(scene, mishap);
  scene.stage.atlas.faults.clear();
  const second = await scene.run({ attempt: 2 });
  const problems = [
    ...(first ? judge(action, scene, first.door) : []),
    ...(first?.problems ?? []).map((problem) => `after the first run: ${problem}`),
    ...judge(action, scene, second).map((problem) => `second run: ${problem}`),
    ...(second.failed() ? [`second run fails: ${second.annotations.map(told).join()}`] : scene.afterGreen(second)),
    ...scene.whenever(),
  ];
  return problems.map((problem) => `${scenario.name}, ${name(mishap)}: ${problem}`);
}

/** The same use twice at once, the requests of both in an order that `seed` decides. */
export async function meet(action: string, scenario: Scenario, seed: number): Promise<readonly string[]> {
  const scene = scenario.set();
  const random = drawFrom(seed);
  const runs = [1, 2].map((attempt) => scene.run({ fetch: inOrder(scene.stage.atlas.fetch, random), attempt }));
  const doors = await Promise.all(runs);
  const [one, other] = doors;
  const problems = [
    ...doors.flatMap((door) => judge(action, scene, door)),
    ...doors.filter((door) => door.failed()).map((door) => `is red: ${door.annotations.map(told).join()}`),
    ...(one && other && !one.failed() && !other.failed()
      ? [...scene.afterGreen(one), ...(scene.together?.(one, other) ?? [])]
      : []),
    ...scene.whenever(),
  ];
  return problems.map((problem) => `${scenario.name}, twice at once (${seed}): ${problem}`);
}

/** Sends requests after a while that chance decides, but in the order in which they came: Digest counts them. */
function inOrder(inner: typeof fetch, random: () => number): typeof fetch {
  let last: Promise<unknown> = Promise.resolve();
  return async (input, init) => {
    const turns = random() % 4;
    const before = last;
    const sent = Promise.withResolvers<void>();
    last = sent.promise;
    await before;
    for (let turn = 0; turn < turns; turn++) await turnOfLoop();
    const answer = inner(input, init);
    sent.resolve();
    return await answer;
  };
}

function drawFrom(seed: number): () => number {
  let draw = seed;
  return () => {
    draw = (draw * 48_271) % 2_147_483_647;
    return draw;
  };
}

/** The run that suffers; undefined where it is killed. What Atlas must look like right after it is looked at at once. */
async function firstRun(scene: Scene, mishap: Mishap) {
  if (mishap.kind === 'kill') {
    await runUntilKilled(scene, mishap);
    return { door: undefined, problems: scene.whenever() };
  }
  scene.stage.atlas.faults.add({
    kind: mishap.fault,
    retryAfterSeconds: 0,
    match: { leg: 'any', nth: mishap.at, times: mishap.kind === 'fault' ? 1 : Number.POSITIVE_INFINITY },
  });
  const door = await scene.run({});
  return { door, problems: [...(door.failed() ? [] : scene.afterGreen(door)), ...scene.whenever()] };
}

/** The requests before it are answered; from the fatal one on nothing of the process goes on, its sleep included. */
async function runUntilKilled(scene: Scene, { at, moment }: Extract<Mishap, { kind: 'kill' }>): Promise<void> {
  let sent = 0;
  const dead = Promise.withResolvers<void>();
  const never = new Promise<never>(() => undefined);
  const fatal: typeof fetch = async (input, init) => {
    sent += 1;
    if (sent > at) return await never;
    if (sent < at) return await scene.stage.atlas.fetch(input, init);
    if (moment === 'after') await scene.stage.atlas.fetch(input, init);
    dead.resolve();
    return await never;
  };
  const clock = mortal(scene.stage.clock, () => sent >= at);
  await Promise.race([scene.run({ fetch: fatal, clock }), dead.promise]);
  // What was under way beside the fatal request has its effect.
  for (let turn = 0; turn < 3; turn++) await turnOfLoop();
}

/** What every run must be, however it ends. */
function judge(action: string, scene: Scene, door: MemoryDoor | undefined): readonly string[] {
  if (!door) return [];
  const definition = actions.find((one) => one.definition.name === action)?.definition;
  if (!definition) throw new Error(`No action ${action}.`);
  const errors = door.annotations.filter(({ level }) => level === 'error');
  const wanted = door.failed() ? 1 : 0;
  return [
    ...(errors.length === wanted ? [] : [`${errors.length} error annotations instead of ${wanted}`]),
    ...errors.filter(({ message }) => /Unexpected fault|(?<!received )undefined|\[object/.test(message)).map(told),
    ...leaksOf(door, scene.secrets, definition),
  ];
}

function told({ level, message }: { level: string; message: string }): string {
  return `${level}: ${message}`;
}

function name(mishap: Mishap): string {
  const what = mishap.kind === 'kill' ? `killed ${mishap.moment}` : `${mishap.kind} ${mishap.fault} at`;
  return `${what} request ${mishap.at}`;
}

function turnOfLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A clock on which nobody wakes up any more after death. */
function mortal(clock: Clock, isDead: () => boolean): Clock {
  return {
    ...clock,
    sleep: async (milliseconds, signal) => {
      if (isDead()) await new Promise<never>(() => undefined);
      await clock.sleep(milliseconds, signal);
    },
  };
}
