import { clusterNameOf } from '../../../src/environment/environment.ts';
import { swept, tornDown } from '../claims/removal.ts';
import type { Use } from '../support/use.ts';
import { REPOSITORY } from '../support/world.ts';

const clusterName = clusterNameOf({ repository: REPOSITORY, name: 'pr-7' });

function tearing(environment: string, name: string): Use {
  return {
    name,
    action: 'teardown',
    inputs: () => ({ environment }),
    claim: tornDown(environment),
    converges: true,
  };
}

/** The uses of teardown and sweep. */
export const removalUses = {
  teardown: tearing('pr-7', 'teardown'),
  teardown8: tearing('pr-8', 'teardown-pr-8'),
  branch: tearing('branch', 'teardown-branch'),
  named: {
    name: 'teardown-named',
    action: 'teardown',
    inputs: () => ({ 'cluster-name': clusterName, confirm: clusterName }),
    claim: tornDown('pr-7'),
    converges: true,
  },
  expired: {
    name: 'sweep-expired',
    action: 'sweep',
    inputs: () => ({ 'dry-run': 'false' }),
    claim: swept(),
    converges: true,
  },
  closed: {
    name: 'sweep-closed',
    action: 'sweep',
    inputs: ({ token }) => ({ 'dry-run': 'false', 'closed-pull-requests': 'true', 'github-token': token }),
    claim: swept({ closedPulls: true }),
    converges: true,
  },
} as const satisfies Readonly<Record<string, Use>>;
