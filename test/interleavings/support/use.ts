import { actions } from '../../../actions/index.ts';
import { gitHubFor } from '../../../src/github/for-actions.ts';
import { runMain, runPost } from '../../../src/runner/run.ts';
import { type MemoryDoor, memoryDoor } from '../../support/memory-door.ts';
import { runVariables } from '../../support/stage.ts';
import type { World } from './world.ts';

/** What a green step has to be measured by, at the moment it ended. */
export interface Ended {
  readonly world: World;
  readonly door: MemoryDoor;
  /** Virtual time when it began, before its first request. */
  readonly startedAt: number;
  /** The use that ran at the same time; undefined where it ran alone. */
  readonly partner: Use | undefined;
}

/** What is untrue of what a green step says; evaluated on Atlas's own state. */
export type Claim = (ended: Ended) => readonly string[];

/** One way to use an action. */
export interface Use {
  readonly name: string;
  readonly action: string;
  readonly inputs: (world: World) => Readonly<Record<string, string>>;
  /** Signs in with an API key. */
  readonly key?: boolean;
  /** What somebody does just before the step begins. */
  readonly before?: (world: World) => void;
  readonly claim: Claim;
  /** What it made must still be there after the other step has ended, if that is one that may only remove what is over. */
  readonly lasts?: boolean;
  /** Run again afterwards it is green, whatever the other step has done. */
  readonly converges?: boolean;
}

/** Of one run of a use. */
export interface RunOptions {
  readonly runId: string;
  readonly attempt?: number;
  readonly random: () => number;
  /** Whether the step is held to what no step may do (secrets, foreign texts): dear, and the same in every order of requests. */
  readonly isHeld?: boolean;
  readonly fetch?: typeof fetch;
  readonly clock?: World['stage']['clock'];
}

/** Runs the main step of a use. */
export async function runUse(world: World, use: Use, options: RunOptions): Promise<MemoryDoor> {
  const { stage } = world;
  const { runId, attempt = 1, isHeld = true, ...context } = options;
  const inputs = { ...(use.key ? stage.withKey : stage.withAccount), ...use.inputs(world) };
  const variables = { ...runVariables({ attempt }), GITHUB_RUN_ID: runId };
  if (isHeld) return await stage.run(use.action, inputs, { ...context, variables });
  const action = implementationOf(use);
  const defaults = Object.entries(action.definition.inputs).map(([input, field]) => [input, field.default ?? '']);
  const given = { ...Object.fromEntries(defaults), ...inputs };
  const door = memoryDoor({ clock: stage.clock, fetch: stage.fetch, ...context, variables, inputs: given });
  await runMain(action, door, gitHubFor);
  return door;
}

/** Runs the post step of a use that has one. */
export async function runPostOf(
  world: World,
  use: Use,
  { main, ...context }: Pick<RunOptions, 'fetch' | 'clock'> & { readonly main: MemoryDoor },
): Promise<MemoryDoor> {
  const { stage } = world;
  const door = memoryDoor({ clock: stage.clock, fetch: stage.fetch, ...context, state: main.kept });
  await runPost(implementationOf(use), door);
  return door;
}

function implementationOf({ action: name }: Use) {
  const action = actions.find(({ definition }) => definition.name === name);
  if (!action) throw new Error(`There is no action ${name}.`);
  return action;
}
