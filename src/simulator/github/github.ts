import { type Clock, realClock } from '../clock.ts';
import { withControlSurface } from '../control-surface.ts';
import { createFaults, type Faults } from '../faults.ts';
import { createFetch } from '../in-process-fetch.ts';
import { type Listening, type ListenOptions, listen } from '../listening-door.ts';
import { createRandom } from '../random.ts';
import type { RequestRecord } from '../request-log.ts';
import type { Arrival } from '../wire.ts';
import { exchange } from './exchange.ts';
import { overview } from './overview.ts';
import { createSeeds, type Seeds } from './seed.ts';
import { createWorld, type World } from './world.ts';

export interface GitHubSimulatorOptions {
  /** Real time unless given. */
  readonly clock?: Clock;
  /** The same seed gives the same tokens. */
  readonly seed?: number;
  /** `/api/v3` makes it a GitHub Enterprise Server. */
  readonly apiPath?: '' | '/api/v3';
}

/**
 * A small GitHub: comments, pull requests, environments and secrets.
 *
 *     const github = createGitHubSimulator({ clock });
 *     const repository = github.seedRepository({ name: 'acme/shop' });
 *     github.seedPullRequest(repository, { number: 7 });
 *     const token = github.seedJobToken(repository, { contents: 'read', 'pull-requests': 'write' });
 *     github.faults.add({ match: { method: 'POST', path: '/comments' }, kind: 'cut-after' });
 */
export interface GitHubSimulator extends Seeds {
  /** Same signature as the global one; any host is GitHub. */
  readonly fetch: typeof fetch;
  /** Opens it to other processes. The `url` is what GITHUB_API_URL must be. */
  listen(options?: ListenOptions): Promise<Listening>;
  readonly state: World;
  readonly faults: Faults;
  /** Every request that arrived, in order. */
  readonly requests: readonly RequestRecord[];
}

/** Makes a simulated GitHub with nothing in it; the `seed…` functions fill it. */
export function createGitHubSimulator(options: GitHubSimulatorOptions = {}): GitHubSimulator {
  const { clock = realClock, seed = 1, apiPath = '' } = options;
  const world = createWorld(clock);
  const requests: RequestRecord[] = [];
  const faults = createFaults();
  const ask = (arrival: Arrival) => exchange({ world, faults, requests, apiPath }, arrival);
  const controls = { faults, requests, state: () => overview(world) };
  return {
    ...createSeeds(world, createRandom(seed)),
    fetch: createFetch(ask),
    listen: async (listenOptions) => {
      const listening = await listen(withControlSurface(ask, controls), listenOptions);
      return { ...listening, url: `${listening.url}${apiPath}` };
    },
    state: world,
    faults,
    requests,
  };
}
