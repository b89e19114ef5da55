import type { Scenario, Scene } from '../../faults/support/scenario.ts';
import { memoryDoor } from '../../support/memory-door.ts';

export type Inputs = Readonly<Record<string, string>>;

/** The inputs that a use of an action gives to it, defaults included; nothing is run. */
export async function inputsOf(scene: Scene): Promise<Inputs> {
  let inputs: Inputs = {};
  await scene.run({
    launch: {
      main: async (_, world) => {
        inputs = world.inputs ?? {};
        return memoryDoor();
      },
      post: async (_, main) => main,
    },
  });
  return inputs;
}

/** Few uses that together give all of these inputs: by turns the one that gives most of those that are still missing. */
export async function usesThatGive(
  wanted: readonly string[],
  scenarios: readonly Scenario[],
): Promise<readonly Scenario[]> {
  const given = await Promise.all(
    scenarios.map(async (scenario) => {
      const inputs = await inputsOf(scenario.set());
      // An expression is a default that nobody has evaluated.
      return { scenario, names: wanted.filter((name) => inputs[name] && !inputs[name].startsWith('${{')) };
    }),
  );
  const missing = new Set(wanted);
  const chosen: Scenario[] = [];
  while (missing.size > 0) {
    const gain = ({ names }: { names: readonly string[] }) => names.filter((name) => missing.has(name)).length;
    const [best] = given.toSorted((one, other) => gain(other) - gain(one));
    if (!best || gain(best) === 0) break;
    chosen.push(best.scenario);
    for (const name of best.names) missing.delete(name);
  }
  return chosen;
}
