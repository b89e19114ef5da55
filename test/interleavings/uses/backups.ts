import { snapshotDeleted } from '../claims/backups.ts';
import { restored } from '../claims/restore.ts';
import { taken } from '../claims/snapshot.ts';
import type { Use } from '../support/use.ts';
import { OLD_SNAPSHOT } from '../support/worlds.ts';

const source = { 'cluster-name': 'orders' };
const intoStaging = {
  ...source,
  snapshot: 'latest',
  'target-cluster-name': 'staging',
  'confirm-overwrite': 'staging',
};
const whole = { orders: { invoices: 1_200, lines: 5_400 } };

/** The uses of snapshot, restore and backups. */
export const backupUses = {
  snapshot: { name: 'snapshot', action: 'snapshot', inputs: () => source, claim: taken(), converges: true },
  reused: {
    name: 'snapshot-reused',
    action: 'snapshot',
    inputs: () => ({ 'cluster-name': 'staging', 'max-age-minutes': '60' }),
    claim: taken({ maxAgeMinutes: 60 }),
    converges: true,
  },
  hasty: {
    name: 'snapshot-no-wait',
    action: 'snapshot',
    inputs: () => ({ ...source, wait: 'false' }),
    claim: taken({ isHasty: true }),
    converges: true,
  },
  cluster: {
    name: 'restore',
    action: 'restore',
    inputs: () => ({ ...intoStaging, 'safety-snapshot': 'true' }),
    claim: restored({ target: 'staging', expected: whole }),
  },
  database: {
    name: 'restore-database',
    action: 'restore',
    inputs: () => ({ ...intoStaging, databases: 'orders', 'database-suffix': '_copy' }),
    claim: restored({ target: 'staging', expected: { orders_copy: whole.orders } }),
  },
  deleted: {
    name: 'backups-delete',
    action: 'backups',
    inputs: ({ stage }) => ({
      ...source,
      operation: 'delete',
      snapshot: stage.atlas.state.snapshots.find(({ description }) => description === OLD_SNAPSHOT)?.id ?? '',
    }),
    claim: snapshotDeleted(OLD_SNAPSHOT),
    converges: true,
  },
} as const satisfies Readonly<Record<string, Use>>;
