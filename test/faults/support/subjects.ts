import { actions } from '../../../actions/index.ts';
import type { ActionDefinition } from '../../../src/definition/action.ts';
import type { Scenario } from './scenario.ts';

/** An action and its uses. */
export interface Subject {
  readonly name: string;
  readonly definition: ActionDefinition;
  readonly secretInputs: readonly string[];
  readonly scenarios: readonly Scenario[];
  /** The first of them. */
  readonly main: Scenario;
}

/** Every action of the suite with the uses in test/faults/scenarios: whatever is proved of all actions starts from them. */
export const subjects: readonly Subject[] = await Promise.all(
  actions.map(async ({ definition }) => {
    const { name, inputs } = definition;
    // All these files have the same form; the tests of faults import them statically.
    const { scenarios } = (await import(`../scenarios/${name}.ts`)) as { scenarios: readonly Scenario[] };
    const [main] = scenarios;
    if (!main) throw new Error(`There are no uses in test/faults/scenarios/${name}.ts.`);
    const secretInputs = Object.entries(inputs).flatMap(([input, { secret }]) => (secret ? [input] : []));
    return { name, definition, secretInputs, scenarios, main };
  }),
);
