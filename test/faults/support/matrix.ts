import { beforeAll, describe, expect, it } from 'vitest';
import { tally } from '../../support/tally.ts';
import { cheapenScrypt } from './cheap-scrypt.ts';
import { meet } from './meet.ts';
import { everyMishap, kindOf } from './mishaps.ts';
import type { Scenario } from './scenario.ts';
import { suffer } from './suffer.ts';
import { survey } from './survey.ts';

/** How often two runs of one use meet, each time in another order; test/interleavings has the systematic search. */
const MEETINGS = 5;

const proof = 'Faults';

/** The tests of one action under faults: every mishap at every request of each of its scenarios, and two runs at once. */
export function faultMatrix(action: string, scenarios: readonly Scenario[]): void {
  beforeAll(cheapenScrypt);
  const signIns = new Set<string>();

  describe.each(scenarios.map((scenario) => ({ name: scenario.name, scenario })))(
    `${action}: $name`,
    ({ scenario }) => {
      it('survives every mishap at every request, or says so, and the next run comes to the end', async () => {
        const problems: string[] = [];
        const { places, signIn } = await survey(action, scenario);
        const isFirst = !signIns.has(signIn);
        signIns.add(signIn);
        for (const mishap of everyMishap(places, { isFirst })) {
          const wrong = await suffer(action, scenario, mishap);
          tally({ proof, action, kind: kindOf(mishap) }, { violations: wrong.length });
          problems.push(...wrong);
        }
        expect(problems).toEqual([]);
      }, 300_000);

      it('ends well where two runs meet', async () => {
        const problems: string[] = [];
        for (let draw = 1; draw <= MEETINGS; draw++) {
          const wrong = await meet(scenario, draw * 7_919);
          tally({ proof, action, kind: 'two at once' }, { violations: wrong.length });
          problems.push(...wrong);
        }
        expect(problems).toEqual([]);
      }, 300_000);
    },
  );
}
