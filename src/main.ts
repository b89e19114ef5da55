import { setFlagsFromString } from 'node:v8';
import { actions } from '../actions/index.ts';
import { gitHubFor } from './github/for-actions.ts';
import { openDoor } from './runner/door.ts';
import { runMain, runPost } from './runner/run.ts';

/** The bundle's entry: runs one step of one action. Called by the stubs in `dist/<action>/`. */
export async function run(name: string, step: 'main' | 'post'): Promise<void> {
  const action = actions.find(({ definition }) => definition.name === name);
  if (!action) throw new Error(`There is no action "${name}".`);
  // A step waits for Atlas, not for itself. Without this V8 lets the garbage of some hundred answers grow by 60 MB before it looks.
  setFlagsFromString('--optimize-for-size');
  const door = openDoor();
  await (step === 'main' ? runMain(action, door, gitHubFor) : runPost(action, door));
}
