import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ActionMetadata, readActionMetadata } from './action-metadata.ts';
import type { ActionResult, RunActionOptions } from './action-run.ts';
import { assertNoLeaks } from './own-actions.ts';
import { runStage } from './run-stage.ts';
import { announce } from './step-header.ts';
import { inputVariable, resolveInputs } from './step-inputs.ts';

/** The root of this repository, where the public actions stand. */
export const REPOSITORY = join(import.meta.dirname, '../../..');
const SCALED_CLOCK = join(import.meta.dirname, '../scaled-clock.mjs');

/**
 * Runs one stage of an action's committed bundle in a process of its own, as GitHub's runner would. Throws if one of this
 * repository's own actions lets a secret be seen.
 */
export async function runAction(options: RunActionOptions): Promise<ActionResult> {
  requireNode24();
  const metadata = await readActionMetadata(options.root ?? REPOSITORY, options.action);
  const result = await runStage(options, async (context) => {
    const inputs = resolveInputs(context, metadata, { given: options.inputs ?? {}, token: options.token ?? '' });
    const title = `./${options.action === '.' ? '' : options.action}`;
    announce(context, { stage: options.stage ?? 'main', title, inputs, env: options.env ?? {} });
    return {
      file: scriptOf(metadata, options),
      nodeArguments: preloads(options).flatMap((module) => ['--import', module]),
      variables: variablesOf(options, inputs),
      actionPath: metadata.directory,
    };
  });
  if (options.root === undefined) assertNoLeaks(options, result);
  return result;
}

/** Runs the post stage after a main: the same options, with the state, environment and masks that main left. */
export async function runPost(options: RunActionOptions, main: ActionResult): Promise<ActionResult> {
  return runAction({
    ...options,
    stage: 'post',
    env: { ...options.env, ...main.env },
    state: { ...options.state, ...main.state },
    path: [...(options.path ?? []), ...main.path],
    masker: main.masker,
    cancel: undefined,
    terminate: undefined,
    kill: undefined,
  });
}

function scriptOf(metadata: ActionMetadata, { stage, action }: RunActionOptions): string {
  const script = stage === 'post' ? metadata.post : metadata.main;
  if (script === undefined) throw new Error(`${action} has no post stage`);
  return script;
}

function preloads({ clock, preload = [] }: RunActionOptions): readonly string[] {
  return clock === undefined ? preload : [pathToFileURL(SCALED_CLOCK).href, ...preload];
}

function variablesOf(options: RunActionOptions, inputs: ReadonlyMap<string, string>): Record<string, string> {
  const { clock } = options;
  const clockSettings = clock && {
    SCALED_CLOCK_SPEED: String(clock.speed),
    SCALED_CLOCK_EPOCH: String(clock.epoch),
    SCALED_CLOCK_START: String(clock.start),
    ...(clock.scalesTimeouts && { SCALED_CLOCK_TIMEOUTS: '1' }),
  };
  const state = Object.entries(options.state ?? {}).map(([name, value]) => [`STATE_${name}`, value]);
  const given = [...inputs].map(([name, value]) => [inputVariable(name), value]);
  return { ...Object.fromEntries([...state, ...given]), ...clockSettings };
}

function requireNode24(): void {
  if (!process.version.startsWith('v24.')) {
    throw new Error(`Actions run on Node 24, this is ${process.version}: start the tests through npm run or npx -c`);
  }
}
