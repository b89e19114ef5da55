import type { MemoryDoor, MemoryDoorOptions } from './memory-door.ts';
import { memoryDoor } from './memory-door.ts';
import type { ActionResult, Clock, RunActionOptions } from './runner/action-run.ts';
import { runAction, runPost } from './runner/run-action.ts';
import type { Launch, setStage } from './stage.ts';

type Stage = ReturnType<typeof setStage>;

/** How a main step is interrupted, and what else the emulator is told. */
export type Handling = Pick<RunActionOptions, 'cancel' | 'kill' | 'terminate' | 'debug'>;

export type Pace = Partial<Pick<Clock, 'speed' | 'scalesTimeouts'>>;

/** Milliseconds of real time between two moves of the simulated clock. */
const TICK = 2;

/**
 * Lets the steps of a stage run as the committed bundle, in processes of their own: its servers listen, and its clock runs
 * `speed` times as fast as real time, in step with the clock of the processes. What a step leaves comes back as a door.
 */
export async function throughTheBundle(stage: Stage, { speed = 200, ...more }: Pace = {}) {
  const [atlas, gitHub] = await Promise.all([stage.atlas.listen(), stage.gitHub.listen()]);
  const clock = { speed, epoch: Date.now(), start: stage.time.now(), ...more };
  const tick = () => stage.time.advance(clock.start + (Date.now() - clock.epoch) * speed - stage.time.now());
  const ticking = setInterval(tick, TICK);
  const results = new Map<MemoryDoor, { options: RunActionOptions; result: ActionResult }>();

  /** Steps with this handling. */
  const launch = (handling: Handling = {}): Launch => ({
    main: async (name, world) => {
      const options = { ...stageOptions(name, world), ...handling };
      const result = await runAction(options);
      const door = doorOf(result);
      results.set(door, { options, result });
      return door;
    },
    post: async (_, main) => {
      const known = results.get(main);
      if (!known) throw new Error('The main step did not run as the bundle.');
      return doorOf(await runPost(known.options, known.result));
    },
  });

  function stageOptions(
    action: string,
    { inputs = {}, variables = {}, files = {} }: MemoryDoorOptions,
  ): RunActionOptions {
    const event = files[variables.GITHUB_EVENT_PATH ?? ''];
    const isGitHubs = ([name]: readonly [string, string]) => name.startsWith('GITHUB_') && name !== 'GITHUB_EVENT_PATH';
    const isOurs = ([name]: readonly [string, string]) => !name.startsWith('GITHUB_');
    // What is not given is left out, and expressions are left to the emulator.
    const given = Object.entries(inputs).filter(([, value]) => value !== '' && !value.startsWith('${{'));
    return {
      action,
      clock,
      inputs: { ...Object.fromEntries(given), 'base-url': atlas.url },
      env: Object.fromEntries(Object.entries(variables).filter(isOurs)),
      runnerEnv: {
        // The emulator has one of its own, for another repository.
        GITHUB_REPOSITORY_ID: '',
        ...Object.fromEntries(Object.entries(variables).filter(isGitHubs)),
        GITHUB_API_URL: gitHub.url,
      },
      secrets: [stage.account.secret, stage.key.privateKey],
      ...(event !== undefined && { event: JSON.parse(event) }),
    };
  }

  return {
    launch,
    /** The result of a main step, as the emulator gave it. */
    resultOf: (main: MemoryDoor): ActionResult | undefined => results.get(main)?.result,
    async [Symbol.asyncDispose]() {
      clearInterval(ticking);
      await Promise.all([atlas.close(), gitHub.close()]);
    },
  };
}

function doorOf({ outputs, state, env, annotations, exitCode, log, summary, masks }: ActionResult): MemoryDoor {
  return {
    ...memoryDoor(),
    outputs,
    kept: state,
    exported: env,
    annotations: annotations.map(({ level, message }) => ({ level, message })),
    lines: log.split('\n'),
    summaries: [summary],
    masks,
    failed: () => exitCode !== 0,
  };
}
