import { actions } from '../../actions/index.ts';
import { gitHubFor } from '../../src/github/for-actions.ts';
import type { Clock } from '../../src/runner/context.ts';
import { runMain, runPost } from '../../src/runner/run.ts';
import { virtualClock } from '../../src/simulator/clock.ts';
import { createSimulator, type SimulatorOptions } from '../../src/simulator/simulator.ts';
import { noOddities } from '../../src/simulator/world/oddities.ts';
import { type MemoryDoor, type MemoryDoorOptions, memoryDoor } from './memory-door.ts';

export const databases = { orders: { invoices: 1_200, lines: 5_400 }, customers: { people: 300 } };

/** A simulated Atlas with one project, a backed-up cluster `orders` and both kinds of credentials, on a clock that waiting moves. */
export function setStage({
  roles = ['Project Owner'],
  ...options
}: SimulatorOptions & { roles?: readonly string[] } = {}) {
  const time = virtualClock('2026-11-21T12:00:00Z');
  const atlas = createSimulator({ seed: 1, oddities: noOddities, ...options, clock: time });
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
    timeout: () => new AbortController().signal,
  };
  const withAccount = { 'client-id': account.clientId, 'client-secret': account.secret, 'project-id': project.id };
  const withKey = { 'public-key': key.publicKey, 'private-key': key.privateKey, 'project-id': project.id };

  /** Begins a main step in this process, with the defaults of its definition, as the runner would give them. */
  function begin(
    name: string,
    inputs: Readonly<Record<string, string>>,
    more: Omit<MemoryDoorOptions, 'inputs'> = {},
  ): { readonly door: MemoryDoor; readonly ended: Promise<void> } {
    const action = implementationOf(name);
    const defaults = Object.entries(action.definition.inputs).map(([input, field]) => [input, field.default ?? '']);
    const door = memoryDoor({
      fetch: atlas.fetch,
      clock,
      variables: runVariables(),
      ...more,
      inputs: { ...Object.fromEntries(defaults), ...inputs },
    });
    return { door, ended: runMain(action, door, gitHubFor) };
  }

  /** Runs one to its end. */
  async function run(...step: Parameters<typeof begin>): Promise<MemoryDoor> {
    const { door, ended } = begin(...step);
    await ended;
    return door;
  }

  async function post(
    name: string,
    main: Pick<MemoryDoor, 'kept'>,
    more: Omit<MemoryDoorOptions, 'inputs' | 'state'> = {},
  ): Promise<MemoryDoor> {
    const door = memoryDoor({ fetch: atlas.fetch, clock, ...more, state: main.kept });
    await runPost(implementationOf(name), door);
    return door;
  }

  /** Method, path below the project and status of every call so far; authentication apart. */
  const calls = () =>
    atlas.requests
      .filter(({ leg }) => leg === 'call')
      .map(
        ({ method, path, status }) => `${method} ${path.replace(/^.*\/groups\/[0-9a-f]{24}/, '')} ${status ?? 'cut'}`,
      );

  return { atlas, time, clock, project, cluster, account, key, withAccount, withKey, begin, run, post, calls };
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

function implementationOf(name: string) {
  const action = actions.find(({ definition }) => definition.name === name);
  if (!action) throw new Error(`No action ${name}.`);
  return action;
}
