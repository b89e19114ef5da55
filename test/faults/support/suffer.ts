import type { MemoryDoor } from '../../support/memory-door.ts';
import { interruptedRun } from './interrupted-run.ts';
import { errorsOf, judgeCancelled, judgeMain, judgePost } from './judge.ts';
import { describeMishap, type Mishap } from './mishaps.ts';
import type { Scenario, Scene } from './scenario.ts';

/** Lets a mishap befall a first run, then runs again undisturbed. Resolves to all that is wrong. */
export async function suffer(action: string, scenario: Scenario, mishap: Mishap): Promise<readonly string[]> {
  const told = (problem: string) => `${scenario.name}, ${describeMishap(mishap)}: ${problem}`;
  try {
    const scene = scenario.set();
    const inFirst = await firstRun(action, scene, mishap);
    const inSecond = await undisturbedRun(action, scene);
    return [...inFirst, ...inSecond.map((problem) => `second run: ${problem}`)].map(told);
  } catch (error) {
    throw new Error(told(String(error)), { cause: error });
  }
}

function firstRun(action: string, scene: Scene, mishap: Mishap): Promise<readonly string[]> {
  if (mishap.place.step === 'post') return runWithBadPost(action, scene, mishap);
  return mishap.kind === 'fault' ? runWithFault(action, scene, mishap) : runWithEnd(action, scene, mishap);
}

type FaultMishap = Extract<Mishap, { kind: 'fault' }>;
type EndMishap = Extract<Mishap, { kind: 'end' }>;

async function runWithFault(action: string, scene: Scene, mishap: FaultMishap): Promise<readonly string[]> {
  arm(scene, mishap);
  const main = await scene.run({});
  scene.stage[mishap.place.server].faults.clear();
  const isSurvivable = mishap.fault.passes && !mishap.isLasting && !isSaidOfBaseUrl(mishap);
  return [
    ...judgeMain(main),
    ...(isSurvivable && main.failed() ? [`is red for a fault that passes: ${errorsOf(main).join()}`] : []),
    ...lookAfterMain(scene, main),
    ...(await runPost(action, scene, main)),
  ];
}

/** What is no challenge comes from a wrong base-url as a rule: better to say so at once. */
function isSaidOfBaseUrl({ fault, place }: FaultMishap): boolean {
  return fault.name === 'garbage' && place.what === 'GET /api/atlas/v2';
}

/** What is seen right after main, before anything is tidied up. */
function lookAfterMain(scene: Scene, main: MemoryDoor): readonly string[] {
  return [
    ...(main.failed() ? [] : scene.afterGreen(main).map((problem) => `is green, but ${problem}`)),
    ...scene.whenever(),
  ];
}

async function runPost(action: string, scene: Scene, main: MemoryDoor): Promise<readonly string[]> {
  const post = await scene.stage.post(action, main);
  return [...judgePost(post), ...scene.whenever(), ...(scene.left?.(main) ?? [])];
}

/** Main is fine; its post step is not, and has to say what it leaves. */
async function runWithBadPost(action: string, scene: Scene, mishap: Mishap): Promise<readonly string[]> {
  const main = await scene.run({});
  const inMain = lookAfterMain(scene, main);
  if (mishap.kind === 'end') {
    const run = interruptedRun(scene, mishap);
    await run.until(scene.stage.post(action, main, run.world));
    return [...inMain, ...scene.whenever()];
  }
  arm(scene, mishap);
  const post = await scene.stage.post(action, main);
  scene.stage[mishap.place.server].faults.clear();
  const left = scene.left?.(main) ?? [];
  return [
    ...inMain,
    ...judgePost(post),
    ...scene.whenever(),
    ...(left.length > 0 && post.annotations.length === 0 ? left.map((what) => `post says nothing of it: ${what}`) : []),
  ];
}

async function runWithEnd(action: string, scene: Scene, mishap: EndMishap): Promise<readonly string[]> {
  const run = interruptedRun(scene, mishap);
  const main = await run.until(scene.run(run.world));
  switch (mishap.end) {
    case 'SIGKILL':
      return scene.whenever();
    case 'SIGTERM, then kill':
      // How far it got with its last words is open; nothing wrong may be among them, and the post step runs all the same.
      return [...run.wrong(), ...(await runPost(action, scene, run.door()))];
    case 'SIGINT': {
      if (!main) return ['does not end'];
      const facts = { signal: 'SIGINT', ...run.sinceInterruption() };
      return [
        ...judgeMain(main),
        ...judgeCancelled(main, facts),
        ...lookAfterMain(scene, main),
        ...(await runPost(action, scene, main)),
      ];
    }
    default:
      throw new Error(`No such end: ${String(mishap.end satisfies never)}`);
  }
}

async function undisturbedRun(action: string, scene: Scene): Promise<readonly string[]> {
  const main = await scene.run({ attempt: 2 });
  return [
    ...judgeMain(main),
    ...(main.failed() ? [`is red: ${errorsOf(main).join()}`] : []),
    ...lookAfterMain(scene, main),
    ...(await runPost(action, scene, main)),
  ];
}

function arm({ stage }: Scene, { fault, isLasting, place }: FaultMishap): void {
  const times = isLasting ? Number.POSITIVE_INFINITY : 1;
  const match = { leg: 'any', times } as const;
  stage[place.server].faults.add({ ...fault.fault, match: { ...match, nth: place.nth } });
}
