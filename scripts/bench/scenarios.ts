import type { Simulator } from '../../src/simulator/simulator.ts';
import type { Cluster } from '../../src/simulator/world/types.ts';
import { seedEnvironment } from '../../test/support/seed-environment.ts';

type Inputs = Readonly<Record<string, string>>;

/** Where a scenario is played: in this process, or through the bundle. */
export interface Scene {
  readonly atlas: Simulator;
  readonly cluster: Cluster;
  readonly withKey: Inputs;
  readonly run: (action: string, inputs: Inputs) => Promise<unknown>;
}

/** One use of one action. */
export interface Scenario {
  readonly action: string;
  readonly title: string;
  readonly inputs: Inputs;
  /** What has happened in Atlas before. */
  readonly before?: (scene: Scene) => unknown;
}

const environment = { environment: 'pr-7', 'password-seed': 'a seed of at least sixteen characters', database: 'app' };
const orders = { 'cluster-name': 'orders' };
const offices = { entries: '198.51.100.0/24 # office', owner: 'offices' };
const listed = ({ run, withKey }: Scene) => run('sync-network-access', { ...withKey, ...offices });
const provisioned = ({ run, withKey }: Scene) => run('provision', { ...withKey, ...environment });
const tenMinutesOld = ({ atlas, cluster }: Scene) => atlas.seedSnapshot({ cluster, at: atlas.clock.now() - 600_000 });

/** What the actions are mostly used for; the first one of an action also stands for it in the table of processes. */
export const scenarios: readonly Scenario[] = [
  { action: 'provision', title: 'a new environment', inputs: environment },
  { action: 'provision', title: 'the same again', inputs: environment, before: provisioned },
  { action: 'provision', title: 'dry-run', inputs: { ...environment, 'dry-run': 'true' } },
  { action: 'snapshot', title: 'taken, and waited for', inputs: orders },
  { action: 'snapshot', title: 'wait: false', inputs: { ...orders, wait: 'false' } },
  {
    action: 'snapshot',
    title: 'reused (max-age-minutes)',
    inputs: { ...orders, 'max-age-minutes': '60' },
    before: tenMinutesOld,
  },
  {
    action: 'restore',
    title: 'a whole cluster',
    inputs: { ...orders, snapshot: 'latest', 'confirm-overwrite': 'orders' },
    before: tenMinutesOld,
  },
  { action: 'sync-network-access', title: "the runner's address", inputs: { 'runner-ip': 'true' } },
  { action: 'sync-network-access', title: 'a list that is there', inputs: offices, before: listed },
  { action: 'connect', title: 'a derived password', inputs: environment, before: provisioned },
  { action: 'connect', title: 'a user for this job', inputs: orders },
  { action: 'teardown', title: 'an environment', inputs: { environment: 'pr-7' }, before: provisioned },
  { action: 'teardown', title: 'an environment that is gone', inputs: { environment: 'pr-7' } },
  {
    action: 'sweep',
    title: 'an expired environment',
    inputs: { 'dry-run': 'false', repositories: 'acme/shop' },
    before: ({ atlas }) => seedEnvironment(atlas, 'pr-7'),
  },
  { action: 'backups', title: 'info', inputs: { ...orders, operation: 'info' }, before: tenMinutesOld },
  { action: 'backups', title: 'list', inputs: { ...orders, operation: 'list' }, before: tenMinutesOld },
  { action: 'validate', title: 'for snapshot and restore', inputs: { ...orders, for: 'snapshot, restore' } },
];
