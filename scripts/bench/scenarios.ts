import type { setStage } from '../../test/support/stage.ts';

type Stage = ReturnType<typeof setStage>;

/** One use of one action, on the stage of the tests. */
export interface Scenario {
  readonly action: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** What has happened in Atlas before. */
  readonly before?: (stage: Stage) => unknown;
}

const environment = { environment: 'pr-7', 'password-seed': 'a seed of at least sixteen characters', database: 'app' };
const orders = { 'cluster-name': 'orders' };
const provisioned = (stage: Stage) => stage.run('provision', { ...stage.withKey, ...environment });
const tenMinutesOld = (stage: Stage) =>
  stage.atlas.seedSnapshot({ cluster: stage.cluster, at: stage.time.now() - 600_000 });

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
  { action: 'connect', title: 'a derived password', inputs: environment, before: provisioned },
  { action: 'connect', title: 'a user for this job', inputs: orders },
  { action: 'teardown', title: 'an environment', inputs: { environment: 'pr-7' }, before: provisioned },
  { action: 'teardown', title: 'an environment that is gone', inputs: { environment: 'pr-7' } },
  { action: 'backups', title: 'info', inputs: { ...orders, operation: 'info' }, before: tenMinutesOld },
  { action: 'backups', title: 'list', inputs: { ...orders, operation: 'list' }, before: tenMinutesOld },
  { action: 'validate', title: 'for snapshot and restore', inputs: { ...orders, for: 'snapshot, restore' } },
];
