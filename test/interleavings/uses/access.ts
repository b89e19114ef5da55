import { RUNNER } from '../claims/addresses.ts';
import { synced } from '../claims/sync-network-access.ts';
import { validated } from '../claims/validate.ts';
import type { Use } from '../support/use.ts';
import { LISTED } from './provision.ts';

/** Name of the list that both uses keep. */
export const LIST = 'offices';

function list(name: string, entries: readonly string[], more: Readonly<Record<string, string>> = {}): Use {
  return {
    name,
    action: 'sync-network-access',
    inputs: () => ({ entries: entries.join('\n'), prune: 'true', owner: LIST, ...more }),
    claim: synced(more['runner-ip'] ? [...entries, RUNNER] : entries),
    lasts: true,
    converges: true,
  };
}

/** What the longer list has, and the shorter one has no more. */
export const SHORTER = ['192.0.2.128/25'];
export const LONGER = [...SHORTER, LISTED];

/** The uses of sync-network-access and validate. */
export const accessUses = {
  longer: list('sync-list', LONGER),
  shorter: list('sync-shorter-list', SHORTER),
  both: list('sync-list-and-runner', LONGER, { 'runner-ip': 'true' }),
  runner: {
    name: 'sync-runner',
    action: 'sync-network-access',
    inputs: () => ({ 'runner-ip': 'true' }),
    claim: synced([RUNNER]),
    converges: true,
  },
  validate: {
    name: 'validate',
    action: 'validate',
    inputs: () => ({ 'cluster-name': 'orders', for: 'snapshot, sync-network-access' }),
    claim: validated('orders'),
    converges: true,
  },
} as const satisfies Readonly<Record<string, Use>>;
