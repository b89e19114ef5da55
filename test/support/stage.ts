import { actions } from '../../actions/index.ts';
import { gitHubFor } from '../../src/github/for-actions.ts';
import type { Clock } from '../../src/runner/context.ts';
import { runMain, runPost } from '../../src/runner/run.ts';
import { virtualClock } from '../../src/simulator/clock.ts';
import { createGitHubSimulator } from '../../src/simulator/github/github.ts';
import { createSimulator, type SimulatorOptions } from '../../src/simulator/simulator.ts';
import { noOddities } from '../../src/simulator/world/oddities.ts';
import { type MemoryDoor, type MemoryDoorOptions, memoryDoor } from './memory-door.ts';
import { wrongInStep } from './step-check.ts';
import { timeoutsOn } from './virtual-timeouts.ts';
import { wiretap } from './wiretap.ts';

export const databases = { orders: { invoices: 1_200, lines: 5_400 }, customers: { people: 300 } };

/** How one run of a step differs from the usual one. */
export interface StepWorld extends MemoryDoorOptions {
  /** Secrets that stand neither in inputs nor on the wire, by name. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Told of the step before it begins: one that never ends can be looked at all the same. */
  readonly onStart?: (step: StartedStep) => void;
  /** Runs the step somewhere else than in this process. */
  readonly launch?: Launch;
}

/** A step under way, and what is wrong in what it has told so far. */
export interface StartedStep {
  readonly door: MemoryDoor;
  readonly wrong: () => readonly string[];
}

/** Another way to run steps. */
export interface Launch {
  readonly main: (name: string, world: MemoryDoorOptions) => Promise<MemoryDoor>;
  readonly post: (name: string, main: MemoryDoor) => Promise<MemoryDoor>;
}

/**
 * A simulated Atlas with one project, a backed-up cluster `orders` and both kinds of credentials, on a clock that waiting
 * moves; and a simulated GitHub with nothing in it. Every step that runs here is held to what no step may do.
 */
export function setStage({
  roles = ['Project Owner'],
  ...options
}: SimulatorOptions & { roles?: readonly string[] } = {}) {
  const time = virtualClock('2026-11-21T12:00:00Z');
  const { timeout, lasting } = timeoutsOn(time);
  const simulator = createSimulator({ seed: 1, oddities: noOddities, ...options, clock: time });
  const atlas = { ...simulator, fetch: lasting(simulator) };
  const gitHubSimulator = createGitHubSimulator({ clock: time });
  const gitHub = { ...gitHubSimulator, fetch: lasting(gitHubSimulator) };
  const project = atlas.seedProject({ name: 'shop' });
  const cluster = atlas.seedCluster({ name: 'orders', backupEnabled: true, databases });
  atlas.seedAccessEntry({ entry: '192.0.2.1', comment: 'office' });
  const account = atlas.seedServiceAccount({ project, roles });
  const key = atlas.seedApiKey({ project, roles });
  const clock: Clock = {
    now: time.now,
    async sleep(milliseconds, signal) {
      signal.throwIfAborted();
      time.advance(milliseconds);
      // Lets whatever else is under way go on, as real waiting would.
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
    timeout,
  };
  const withAccount = { 'client-id': account.clientId, 'client-secret': account.secret, 'project-id': project.id };
  const withKey = { 'public-key': key.publicKey, 'private-key': key.privateKey, 'project-id': project.id };
  /** Both simulated servers: GitHub has its own host, any other is Atlas. */
  const fetchBoth: typeof fetch = (input, init) =>
    (new URL(String(input)).host === 'api.github.com' ? gitHub : atlas).fetch(input, init);

  /** Runs a main step, in this process unless told, with the defaults of its definition, as the runner would give them. */
  async function run(
    name: string,
    inputs: Readonly<Record<string, string>>,
    { secrets = {}, launch, onStart, ...world }: StepWorld = {},
  ): Promise<MemoryDoor> {
    const action = implementationOf(name);
    const defaults = Object.entries(action.definition.inputs).map(([input, field]) => [input, field.default ?? '']);
    const options = {
      clock,
      variables: runVariables(),
      ...world,
      inputs: { ...Object.fromEntries(defaults), ...inputs, ...world.inputs },
    };
    if (launch) return await launch.main(name, options);
    const wire = wiretap(world.fetch ?? fetchBoth);
    const door = memoryDoor({ ...options, fetch: wire.fetch });
    const check = { definition: action.definition, wire, secrets: { ...ownSecrets, ...secrets } };
    onStart?.({ door, wrong: () => wrongInStep(door, check) });
    await runMain(action, door, gitHubFor);
    hold(door, check);
    return door;
  }

  /** Runs a post step after a main step, with what that has kept. */
  async function post(
    name: string,
    main: MemoryDoor,
    { secrets = {}, launch, ...world }: StepWorld = {},
  ): Promise<MemoryDoor> {
    if (launch) return await launch.post(name, main);
    const action = implementationOf(name);
    const wire = wiretap(world.fetch ?? fetchBoth);
    const door = memoryDoor({ clock, ...world, fetch: wire.fetch, state: main.kept });
    await runPost(action, door);
    hold(door, { definition: action.definition, wire, secrets: { ...ownSecrets, ...secrets } });
    return door;
  }

  const ownSecrets = { 'client secret': account.secret, 'private key': key.privateKey };

  /** Method, path below the project and status of every call so far; authentication apart. */
  const calls = () =>
    atlas.requests
      .filter(({ leg }) => leg === 'call')
      .map(
        ({ method, path, status }) => `${method} ${path.replace(/^.*\/groups\/[0-9a-f]{24}/, '')} ${status ?? 'cut'}`,
      );

  return {
    atlas,
    gitHub,
    fetch: fetchBoth,
    time,
    clock,
    project,
    cluster,
    account,
    key,
    withAccount,
    withKey,
    run,
    post,
    calls,
  };
}

/** What the runner sets for a step, with the attempt of the run. */
export function runVariables({ attempt = 1, step = '__self' }: { attempt?: number; step?: string } = {}) {
  return {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: String(attempt),
    GITHUB_SHA: '1a2b3c4d5e6f7a8b9c0d',
    GITHUB_JOB: 'migrate',
    GITHUB_ACTION: step,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/migrate.yml@refs/heads/main',
    GITHUB_SERVER_URL: 'https://github.com',
  };
}

/** No test can forget it: a step that lets a secret be seen, or obeys a foreign text, fails whoever ran it. */
function hold(door: MemoryDoor, check: Parameters<typeof wrongInStep>[1]): void {
  const wrong = wrongInStep(door, check);
  if (wrong.length > 0) throw new Error([`${wrong.length} things that no step may do:`, ...wrong].join('\n'));
}

function implementationOf(name: string) {
  const action = actions.find(({ definition }) => definition.name === name);
  if (!action) throw new Error(`No action ${name}.`);
  return action;
}
