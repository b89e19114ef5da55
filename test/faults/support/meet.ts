import { fairTime } from './fair-time.ts';
import { errorsOf, judgeMain } from './judge.ts';
import type { Scenario } from './scenario.ts';

/** The same use twice at once, the requests of both in an order that `seed` decides. Resolves to all that is wrong. */
export async function meet(scenario: Scenario, seed: number): Promise<readonly string[]> {
  const scene = scenario.set();
  const random = drawFrom(seed);
  const time = fairTime(scene.stage, 2);
  const runs = [0, 1].map((run) =>
    scene
      .run({ fetch: inOrder(time.fetch, random), clock: time.clockOf(run), attempt: run + 1 })
      .finally(() => time.end(run)),
  );
  const [doors] = await Promise.all([Promise.all(runs), time.pass()]);
  const [one, other] = doors;
  const problems = [
    ...doors.flatMap(judgeMain),
    ...doors.filter((door) => door.failed()).map((door) => `is red: ${errorsOf(door).join()}`),
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
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
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
