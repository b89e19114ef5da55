import { describe, expect, it } from 'vitest';
import { opening } from './scenarios/sync-network-access.ts';
import { judgePost } from './support/judge.ts';
import { type FaultKind, faultKinds } from './support/mishaps.ts';
import type { Scenario } from './support/scenario.ts';

const ACTION = 'sync-network-access';

/** A fault of the post step: the requests that it hits. */
interface Trouble {
  readonly kind: FaultKind;
  readonly nth: number;
  readonly times: number;
}

const troubles: readonly Trouble[] = faultKinds.flatMap((kind) =>
  [1, 2, 3, 4, 5].flatMap((nth) => [1, Number.POSITIVE_INFINITY].map((times) => ({ kind, nth, times }))),
);

describe.each(opening.map((scenario) => ({ name: scenario.name, scenario })))(
  'the post step after $name',
  ({ scenario }) => {
    it('closes the address, or says that it is left and when Atlas closes it, and never fails the job', async () => {
      const problems: string[] = [];
      for (const trouble of troubles) problems.push(...(await closeUnder(scenario, trouble)));
      expect(problems).toEqual([]);
    }, 60_000);
  },
);

async function closeUnder({ set }: Scenario, { kind, nth, times }: Trouble): Promise<readonly string[]> {
  const { stage, run, left, whenever } = set();
  const main = await run({});
  const before = stage.atlas.requests.length;
  stage.atlas.faults.add({ retryAfterSeconds: 0, ...kind.fault, match: { leg: 'any', nth, times } });
  const post = await stage.post(ACTION, main);
  const isLeft = (left?.(main) ?? []).length > 0;
  const told = post.annotations.some(({ level, message }) => {
    return level === 'warning' && /203\.0\.113\.9 may still be open; Atlas closes it at 2026-/.test(message);
  });
  // Who answers 200 instead of a Digest challenge is not Atlas.
  const isNoChallenge = kind.name === 'garbage' && nth === 1 && stage.atlas.requests[before]?.leg === 'challenge';
  const isPassing = times === 1 && kind.passes && !isNoChallenge;
  const wrong = [
    ...(isLeft && !told ? ['the address is open, and nobody is told'] : []),
    ...(isLeft && isPassing ? ['the address is open after a fault that has passed'] : []),
    ...judgePost(post),
    ...whenever(),
  ];
  return wrong.map((what) => `${kind.name} from ${nth} on, ${times} times: ${what}`);
}
