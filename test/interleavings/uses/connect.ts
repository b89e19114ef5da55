import { RUNNER } from '../claims/addresses.ts';
import { connected } from '../claims/connect.ts';
import type { Use } from '../support/use.ts';
import { SEED } from '../support/world.ts';

function use(name: string, inputs: Readonly<Record<string, string>>, addresses: readonly string[] = []): Use {
  return { name, action: 'connect', inputs: () => inputs, claim: connected({ addresses }) };
}

const environment = { environment: 'pr-7' };

/** The uses of connect. */
export const connectUses = {
  seed: use('connect', { ...environment, 'password-seed': SEED }),
  created: use('connect-new-user', environment),
  kept: use('connect-kept-user', { 'cluster-name': 'orders', 'keep-user': 'true' }),
  runner: use('connect-runner', { ...environment, 'password-seed': SEED, 'runner-ip': 'true' }, [RUNNER]),
} as const;
