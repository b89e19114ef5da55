import type { MemoryDoor } from '../../support/memory-door.ts';
import type { StepWorld, setStage } from '../../support/stage.ts';

export type Stage = ReturnType<typeof setStage>;

/** How the world of one run of an action differs from the usual one: to be handed on to `stage.run`, whatever is in it. */
export interface RunWorld extends StepWorld {
  /** Of the workflow run. */
  readonly attempt?: number;
}

/** One use of an action, set up anew for every case. */
export interface Scenario {
  readonly name: string;
  /** Prepares Atlas, and says how the step is run and judged. */
  readonly set: () => Scene;
}

export interface Scene {
  readonly stage: Stage;
  /** Runs the main step. */
  readonly run: (world: RunWorld) => Promise<MemoryDoor>;
  /** Secrets that stand neither in inputs nor on the wire, by name. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** What is wrong after a green main step, its post step still to come: nothing may be under way, missing or double. */
  readonly afterGreen: (door: MemoryDoor) => readonly string[];
  /** What is wrong in Atlas after a run that ended anywhere: everything that the suite made must say so, or expire. */
  readonly whenever: () => readonly string[];
  /** What the post step was to remove, and has not. After mishaps of its own it must say so in its one warning. */
  readonly left?: (main: MemoryDoor | undefined) => readonly string[];
  /** What is wrong between two green runs at once. */
  readonly together?: (one: MemoryDoor, other: MemoryDoor) => readonly string[];
}
