import { type Clock, scaledClock } from '../clock.ts';
import { createFaults, type Faults } from '../faults.ts';
import type { Listening } from '../listening-door.ts';
import type { RequestRecord } from '../request-log.ts';
import { exchange, type Parts } from './exchange.ts';
import { listen } from './listening.ts';
import { createSeeds, type Seeds } from './seed.ts';
import { createWorld, type World } from './world.ts';

export interface GitHubSimulatorOptions {
  /** Real time unless given. */
  readonly clock?: Clock;
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
  listen(): Promise<Listening>;
  readonly state: World;
  readonly faults: Faults;
  /** Every request that arrived, in order. */
  readonly requests: readonly RequestRecord[];
}

/** Makes a simulated GitHub with nothing in it; the `seed…` functions fill it. */
export function createGitHubSimulator(options: GitHubSimulatorOptions = {}): GitHubSimulator {
  const world = createWorld(options.clock ?? scaledClock());
  const requests: RequestRecord[] = [];
  const faults = createFaults();
  const parts: Parts = { world, faults, requests, apiPath: options.apiPath ?? '' };
  return {
    ...createSeeds(world),
    fetch: fetchFrom(parts),
    listen: () => listen(parts),
    state: world,
    faults,
    requests,
  };
}

function fetchFrom(parts: Parts): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const response = await exchange(parts, request);
    request.signal.throwIfAborted();
    return response;
  };
}
