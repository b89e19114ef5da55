import type { Clock } from '../../../src/runner/context.ts';
import type { MemoryDoor } from '../../support/memory-door.ts';
import type { setStage } from '../../support/stage.ts';

export type Stage = ReturnType<typeof setStage>;

/** How the world of one run of an action differs from the usual one. */
export interface RunWorld {
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
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
  readonly run: (world: RunWorld) => Promise<MemoryDoor>;
  /** What must never be seen, by name. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What is wrong after a green run: nothing may still be under way, missing or double. */
  readonly afterGreen: (door: MemoryDoor) => readonly string[];
  /** What is wrong in Atlas after a run that ended anywhere: everything that the suite made must say so, or expire. */
  readonly whenever: () => readonly string[];
  /** What is wrong between two green runs at once. */
  readonly together?: (one: MemoryDoor, other: MemoryDoor) => readonly string[];
}
