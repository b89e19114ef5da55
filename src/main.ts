import http from 'node:http';
import { actions } from '../actions/index.ts';
import { openDoor } from './runner/door.ts';
import { runMain, runPost } from './runner/run.ts';

/** The bundle's entry: runs one step of one action. Called by the stubs in `dist/<action>/`. */
export async function run(name: string, step: 'main' | 'post'): Promise<void> {
  const action = actions.find(({ definition }) => definition.name === name);
  if (!action) throw new Error(`There is no action "${name}".`);
  // fetch honours HTTPS_PROXY and NO_PROXY only when told to; runners before 2.337 have a Node without this function.
  http.setGlobalProxyFromEnv?.();
  const door = openDoor();
  await (step === 'main' ? runMain(action, door) : runPost(action, door));
}
