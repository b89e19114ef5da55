import { cheapenScrypt } from '../../faults/support/cheap-scrypt.ts';
import { errorsOf, judgeMain, judgePost } from '../../faults/support/judge.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import type { Pair } from '../pairs.ts';
import { afterwards, sharedProblems, thirdRun } from './aftermath.ts';
import { randomFrom, type Schedule, type StepName } from './schedule.ts';
import { takeTurns } from './turns.ts';
import { runPostOf, runUse, type Use } from './use.ts';
import { openWorld, restore, type Saved, save, type World } from './world.ts';
import type { Beginning } from './worlds.ts';

/** What one interleaving has shown. */
export interface Result {
  readonly violations: readonly string[];
  /** Boundaries that each step came to. */
  readonly boundaries: Readonly<Record<StepName, number>>;
  readonly isGreen: Readonly<Record<StepName, boolean>>;
}

/** How much is looked at once both steps have ended: it costs more than the steps themselves. */
export interface Depth {
  /** Whether A's use is run again. */
  readonly again: boolean;
  /** Whether everything is swept thirty days later. */
  readonly later: boolean;
}

/** What each step is known by; the second attempt of A's run is the third run. */
export const RUN_IDS: Readonly<Record<StepName, string>> = { A: '4711', B: '4712' };

const saved = new Map<Beginning, Saved>();

/** A world as a pair finds it. What ran in it before was run once, and is copied. */
export async function beginWorld(beginning: Beginning): Promise<World> {
  cheapenOnce();
  const world = openWorld();
  const known = saved.get(beginning) ?? (await prepare(beginning));
  saved.set(beginning, known);
  restore(world, known);
  beginning.since?.(world);
  return world;
}

let isCheap = false;
function cheapenOnce(): void {
  if (!isCheap) cheapenScrypt();
  isCheap = true;
}

async function prepare({ earlier }: Beginning): Promise<Saved> {
  const world = openWorld();
  for (const [index, use] of earlier.entries()) {
    const door = await runUse(world, use, { runId: String(4_000 + index), random: randomFrom(index + 1) });
    if (door.failed()) throw new Error(`${use.name} fails where nothing else runs: ${errorsOf(door).join()}`);
    await world.stage.post(use.action, door);
  }
  world.time.advance(600_000);
  return save(world);
}

/** Runs a pair as a schedule says, and tells all that is wrong. */
export async function interleave(pair: Pair, schedule: Schedule, { again, later }: Depth): Promise<Result> {
  const world = await beginWorld(pair.world);
  const { stage } = world;
  const turns = takeTurns({ time: world.time, clock: stage.clock, fetch: stage.fetch, schedule });
  const problems: string[] = [];
  const report = (step: StepName, use: Use, found: readonly string[]) =>
    problems.push(...found.map((problem) => `${step} (${use.name}) ${problem}`));

  async function runStep(step: StepName): Promise<MemoryDoor> {
    const use = pair[step];
    await turns.mayMove(step);
    use.before?.(world);
    const startedAt = world.time.now();
    const context = { fetch: turns.fetchOf(step), clock: turns.clockOf(step) };
    const random = randomFrom(step.charCodeAt(0));
    const main = await runUse(world, use, { ...context, random, runId: RUN_IDS[step], isHeld: again });
    // No other step moves until the next boundary: this is Atlas at the moment the step ended.
    report(step, use, judgeMain(main));
    if (!main.failed()) {
      const partner = pair[step === 'A' ? 'B' : 'A'];
      report(
        step,
        use,
        use.claim({ world, door: main, startedAt, partner }).map((untrue) => `is green, but ${untrue}`),
      );
    }
    report(step, use, judgePost(await runPostOf(world, use, { ...context, main })));
    turns.end(step);
    return main;
  }

  const [one, other] = await Promise.all([runStep('A'), runStep('B')]);
  const doors = { A: one, B: other };
  const boundaries = { ...turns.boundaries() };
  problems.push(...sharedProblems(world, pair, doors));
  if (again) problems.push(...(await thirdRun(world, pair)));
  if (later) problems.push(...(await afterwards(world)));
  return { violations: problems, boundaries, isGreen: { A: !one.failed(), B: !other.failed() } };
}
