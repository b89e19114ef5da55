import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActionDefinition } from '../../src/definition/action.ts';
import { parseInputs, readGiven } from '../../src/definition/parse.ts';
import { cheapenScrypt } from '../faults/support/cheap-scrypt.ts';
import { errorsOf, judgeMain } from '../faults/support/judge.ts';
import type { Scenario } from '../faults/support/scenario.ts';
import { subjects } from '../faults/support/subjects.ts';
import type { MemoryDoor } from '../support/memory-door.ts';
import { runVariables } from '../support/stage.ts';
import { tried } from '../support/tally.ts';
import { badInputs, badVariables } from './support/bad-input.ts';
import { badYaml } from './support/bad-yaml.ts';
import { type Inputs, inputsOf, usesThatGive } from './support/base-inputs.ts';

beforeAll(cheapenScrypt);

const proof = 'Bad inputs';

/** Per action, over all of its uses; and for those that take YAML. */
const RUNS = 1_000;
const DOCUMENTS = 600;

describe.each(subjects)('$name reads its inputs before it does anything', ({ name, definition, scenarios }) => {
  it('whatever they are: it ends with one message that can be read, and asks Atlas only once all is in order', async () => {
    for (const [seed, scenario] of scenarios.entries()) {
      const base = await inputsOf(scenario.set());
      const given = fc.record({ inputs: badInputs(definition, base), variables: badVariables(definition) });
      const row = { proof, action: name, kind: 'any value in any input' };
      const check = fc.asyncProperty(given, (world) =>
        tried(row, async () => expect(await wrongWith(definition, scenario, world)).toEqual([])),
      );
      await fc.assert(check, { numRuns: Math.ceil(RUNS / scenarios.length), seed });
    }
  }, 300_000);
});

describe.each(subjects.filter(({ definition }) => 'config' in definition.inputs))(
  '$name reads its spec before it does anything',
  ({ name, definition, scenarios }) => {
    it('whatever YAML it is', async () => {
      for (const scenario of await usesThatGive(['config'], scenarios)) {
        const row = { proof, action: name, kind: 'any YAML in config' };
        const check = fc.asyncProperty(badYaml, (config) =>
          tried(row, async () => {
            expect(await wrongWith(definition, scenario, { inputs: { config }, variables: {} })).toEqual([]);
          }),
        );
        await fc.assert(check, { numRuns: DOCUMENTS, seed: 4_711 });
      }
    }, 300_000);
  },
);

async function wrongWith(
  definition: ActionDefinition,
  scenario: Scenario,
  { inputs, variables }: { readonly inputs: Inputs; readonly variables: Inputs },
): Promise<readonly string[]> {
  const { stage, run } = scenario.set();
  const door = await run({ inputs, variables: { ...runVariables(), ...variables } });
  const requests = stage.atlas.requests.length + stage.gitHub.requests.length;
  const isEarly = requests > 0 && isRefusedAsInput(definition, door);
  return [
    ...judgeMain(door),
    ...errorsOf(door).filter((message) => !isReadable(message)),
    ...(isEarly ? [`${requests} requests before it was said: ${errorsOf(door).join()}`] : []),
  ];
}

/** By the definition, or by what only the action itself can look at, such as a spec. */
function isRefusedAsInput(definition: ActionDefinition, door: MemoryDoor): boolean {
  const { kind } = parseInputs(definition, readGiven(definition, door));
  return kind === 'problems' || errorsOf(door).some((message) => speaksOfInputs.test(message));
}

const speaksOfInputs =
  /^(?:The inputs have \d+ problems|The spec needs a look|config\b)| is required| are both given|is no token/;

/** A message is for somebody who reads it once: a few words at least, and no line without an end. */
function isReadable(message: string): boolean {
  const hasWords = /\p{L}+[^\p{L}]+\p{L}+/u.test(message);
  return hasWords && message.length <= 4_096 && message.split('\n').every((line) => line.length <= LONGEST_LINE);
}

const LONGEST_LINE = 1_000;
